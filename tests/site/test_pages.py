"""What stands on the pages: every record, every numeral, nothing that runs, the same bytes each time."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from suyuan.site.build import build_site
from suyuan.site.pages import source_hash

PAGES = (
    "index.html", "sources/words.html", "sources/sheets.html", "sources/web.html", "figures/f.zh.html",
    "analyses/index.zh.html", "analyses/index.en.html", "analyses/net.zh.html", "analyses/net.en.html", "methods/networks.html",
)  # fmt: skip
VOID = {"meta", "br", "img", "hr", "link", "input"}


class Elements(HTMLParser):
    """Elements of a page with their attributes, scripts with their text; tags must close in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append((dict(attrs), ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            self.scripts[-1] = (self.scripts[-1][0], self.scripts[-1][1] + data)
        elif self.open and self.open[-1] != "style":
            self.words.append(data)

    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.found if "id" in attributes]


def data_of(page: str) -> Any:
    return json.loads(
        next(text for attributes, text in Elements(page).scripts if attributes.get("id") == "data")
    )


@pytest.mark.parametrize("name", PAGES)
def test_hostile_words_stay_words(site: Any, name: str) -> None:
    page = Elements(site.page(name))
    plain = [text for attributes, text in page.scripts if attributes.get("type") != "application/json"]
    assert len(plain) == 1 and "evil" not in plain[0]
    assert not page.open
    for tag, attributes in page.found:
        assert not [key for key in attributes if key.startswith("on") or key == "style"], (tag, attributes)
        assert not str(attributes.get("href", "")).startswith(("javascript:", "data:", "http", "//"))
        assert tag not in {"iframe", "object", "embed", "base", "form"}


@pytest.mark.parametrize(
    "name", ["sources/words.html", "sources/web.html", "figures/f.zh.html", "index.html"]
)
def test_hostile_words_are_shown_as_they_are(site: Any, name: str) -> None:
    words = "".join(Elements(site.page(name)).words)
    assert "</script><script>document.title='evil'</script><!-- <script>&\"'" in words


@pytest.mark.parametrize("name", PAGES)
def test_only_our_script_and_style_are_allowed(site: Any, name: str) -> None:
    page = site.page(name)
    elements = Elements(page)
    policy = str(next(a for tag, a in elements.found if a.get("http-equiv"))["content"])
    style = page.partition("<style>")[2].partition("</style>")[0]
    script = next(text for attributes, text in elements.scripts if "type" not in attributes)
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy
    assert f"style-src '{source_hash(style)}'" in policy and f"script-src '{source_hash(script)}'" in policy


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_something(site: Any, name: str) -> None:
    elements = Elements(site.page(name))
    assert len(elements.ids()) == len(set(elements.ids()))
    for _, attributes in elements.found:
        target = attributes.get("href")
        if target is None:
            continue
        file, _, anchor = unquote(str(target)).partition("#")
        page = (site.folder / name).parent.joinpath(file).resolve() if file else site.folder / name
        assert page.is_file(), target
        assert not anchor or anchor in Elements(page.read_text(encoding="utf-8")).ids(), target


def test_the_text_is_there_to_the_last_character(site: Any) -> None:
    page = site.page("sources/words.html")
    main = (
        page.partition("<main")[2]
        .partition(">")[2]
        .partition("</main>")[0]
        .replace('<details class="apart">', "")
    )
    body, _, apart = main.partition("<summary")
    shown = "".join(Elements(body + apart.partition("</summary>")[2].replace("</details>", "")).words)
    document = next(d for d in site.material.documents() if d.source_id == "words")
    assert sorted(re.sub(r"\s", "", document.text)) == sorted(re.sub(r"\s", "", shown))


@pytest.mark.parametrize(
    ("anchor", "css"),
    [
        ("fact-75", "fact extracted"),
        ("fact-120", "fact amended"),
        ("n-", "num unread"),
        ("n-", "num rejected"),
    ],
)
def test_each_record_has_the_look_of_its_status(site: Any, anchor: str, css: str) -> None:
    marked = [
        a
        for tag, a in Elements(site.page("sources/words.html")).found
        if tag == "a" and a.get("class") == css
    ]
    assert any(str(a["data-i"]).startswith(anchor) for a in marked)


def rows(data: Any, name: str) -> dict[str, str]:
    words, row = data["words"], data["items"][name]["r"]
    return {words[label]: words[text] for label, text in zip(row[::2], row[1::2], strict=True)}


def test_a_fact_tells_value_bounds_place_and_correction(site: Any) -> None:
    data = data_of(site.page("sources/words.html"))
    found = rows(data, "fact-120")
    assert (found["As printed"], found["Value"], found["Unit of measure"]) == ("120项", "120 项", "项")
    assert found["Correction"] == "amend: read again (a reviewer, 2026-01-31)"
    assert data["words"][data["items"]["fact-120"]["w"]] == "no measure"
    assert "of the read text" in found["Characters"]
    assert "Correction" not in rows(data, "fact-75")


def test_statements_of_the_observation_say_which_is_used_and_whether_they_agree(site: Any) -> None:
    data = data_of(site.page("sources/words.html"))
    item = data["items"]["fact-75"]
    observation = data["observations"][item["o"]]
    assert [(entry[1], entry[3]) for entry in observation["m"]] == [
        ("75项", "chosen"),
        ("74项", "differs; lost by grade"),
    ]
    assert observation["m"][1][0] == "../sources/web.html#collected-1"
    assert [entry[:2] for entry in item["s"]] == [["../sources/sheets.html#pdf-75", "75"]]
    assert {entry[0] for entry in observation["f"]} == {
        "../figures/f.zh.html#row-one",
        "../figures/f.zh.html#row-many",
    }


def test_a_fact_of_a_pdf_has_its_boxes_and_the_picture_of_its_page(site: Any) -> None:
    data = data_of(site.page("sources/sheets.html"))
    page, x0, top, x1, bottom = data["items"]["pdf-31"]["b"][0]
    width, height, _, picture = data["pages"][str(page)]
    assert page == 2 and 0 < x0 < x1 < width and 0 < top < bottom < height
    assert (site.folder / "sources" / picture).is_file()


@pytest.mark.parametrize(
    ("gid", "target"),
    [("one", "../sources/words.html#fact-75"), ("many", "#row-many"), ("act", "../sources/words.html#act-1")],
)
def test_a_mark_leads_to_its_words_or_to_its_row(site: Any, gid: str, target: str) -> None:
    drawing = site.page("figures/f.zh.html").partition('<div class="drawing">')[2]
    before = drawing.partition(f'id="{gid}"')[0].rpartition("<a ")[2]
    assert f'href="{target}"' in before


def test_the_same_records_give_the_same_bytes(site: Any, tmp_path: Path) -> None:
    build_site(site.material, tmp_path / "again")
    first = {p.relative_to(site.folder): p.read_bytes() for p in site.folder.rglob("*") if p.is_file()}
    second = {
        p.relative_to(tmp_path / "again"): p.read_bytes()
        for p in (tmp_path / "again").rglob("*")
        if p.is_file()
    }
    assert first == second and len(first) == len(PAGES) + 2 + 4  # pictures, tables of the analysis


def test_a_source_without_a_document_shows_address_and_grade(site: Any) -> None:
    words = "".join(Elements(site.page("sources/web.html")).words)
    assert "example.org/page" in words and "mirror" in words and "74项" in words
