"""Analyses on the site: their tables, and the way from a mark or row to the words behind it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from suyuan.site import analysispage
from suyuan.site.analyses import read_shown
from suyuan.site.build import build_site
from suyuan.site.evidence import AT_ONCE, BRIEF, EvidenceRows
from suyuan.site.pages import written_html
from suyuan.stages.site import method_texts


def payload(page: str) -> Any:
    text = page.split('<script type="application/json" id="data">')[1].split("</script>")[0]
    return json.loads(text)


def said(data: Any, rows: list[int]) -> dict[str, str]:
    words = [data["words"][position] for position in rows]
    return dict(zip(words[::2], words[1::2], strict=True))


def test_a_mark_on_evidence_leads_to_its_span_and_shows_sentence_and_source(site: Any) -> None:
    page = site.page("figures/f.zh.html")
    start = site.material.evidence["ev-words"].start
    assert f'href="../sources/words.html#e-{start}-{start + 4}"' in page
    assert "<q>截至2022年，三地发布标准75项，另有120项待定。</q>" in page
    assert 'href="../analyses/net.zh.html"' in page


def test_the_panel_has_sentence_box_figure_and_analysis_of_evidence(site: Any) -> None:
    data = payload(site.page("sources/sheets.html"))
    item = site.material.evidence["ev-sheet"]
    shown = data["items"][f"e-{item.start}-{item.end}"]
    assert said(data, shown["r"]) == {
        "Words": "Then", "Sentence": item.sentence, "Page": "2",
    } | ({"Section": item.section} if item.section else {})  # fmt: skip
    (box,) = shown["b"]
    assert box[0] == 2 and box[1] < box[3] and box[2] < box[4]
    assert [address for address, _ in shown["a"]] == ["../analyses/net.zh.html", "../analyses/net.en.html"]


def test_evidence_of_a_record_leads_to_the_record_which_names_the_analysis(site: Any) -> None:
    assert 'href="../sources/words.html#act-1"' in site.page("analyses/net.en.html")
    data = payload(site.page("sources/words.html"))
    assert [title for _, title in data["items"]["act-1"]["a"]][1] == "Net: two parts"
    act = site.material.evidence["ev-act"]
    assert f"e-{act.start}-{act.end}" not in data["items"]


def test_a_span_that_several_marks_rest_on_names_the_figure_once(site: Any, tmp_path: Path) -> None:
    (figure,) = site.material.figures
    mark = next(mark for mark in figure.marks if mark.evidence_ids)
    more = replace(figure, marks=(*figure.marks, replace(mark, gid="again")))
    build_site(replace(site.material, figures=[more]), tmp_path / "site")
    data = payload((tmp_path / "site" / "sources" / "words.html").read_text(encoding="utf-8"))
    item = site.material.evidence["ev-words"]
    assert [address for address, _ in data["items"][f"e-{item.start}-{item.end}"]["f"]] == [
        "../figures/f.zh.html"
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_names_tables_with_rows_figures_and_method(site: Any, language: str) -> None:
    page = site.page(f"analyses/index.{language}.html")
    assert 'href="net.circles.csv"' in page and "Places at one distance from the core." in page
    assert "net.nodes.csv" not in page  # it has no rows
    assert 'href="../methods/networks.html"' in page
    assert ('href="../figures/f.zh.html"' in page) == (language == "zh")
    assert f'href="analyses/net.{language}.html"' in site.page("index.html")


def test_tables_lie_beside_the_page_with_their_dictionary(site: Any) -> None:
    folder = site.folder / "analyses"
    (table,) = (t for t in site.material.analyses[0].tables if t.name == "circles")
    assert (folder / "net.circles.csv").read_bytes() == table.file.read_bytes()
    page = site.page("analyses/net.en.html")
    assert "links on the shortest way to the core" in page and "No rows." in page
    assert ("evidence_ids", "the links") not in table.columns and table.meaning.startswith("Places at")
    assert not (site.folder / "methods" / "unused.html").exists()


def test_a_long_table_says_that_the_file_has_more(site: Any, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(analysispage, "ROWS", 2)
    page = analysispage.analysis_page(site.material, site.material.analyses[0], "en")
    circles = next(table for table in page["shown"] if table["name"] == "circles")
    assert len(circles["rows"]) == 2 and circles["cut"] == "The first 2 of 3 rows; the CSV file has all."


def test_much_evidence_is_folded_away_and_none_is_lost(site: Any) -> None:
    known = site.material.evidence["ev-words"]
    many = {f"ev-{n}": known.model_copy(update={"evidence_id": f"ev-{n}"}) for n in range(AT_ONCE + 4)}
    first, more = EvidenceRows(replace(site.material, evidence=many)).lists([*many, "ev-unknown"])
    assert (len(first), len(more)) == (AT_ONCE, 4)


def test_long_words_are_cut_in_rows_and_whole_beside_marks(site: Any) -> None:
    long = site.material.evidence["ev-words"].model_copy(update={"words": "长" * (BRIEF + 1)})
    row = EvidenceRows(site.material).row(long)
    assert len(row["brief"]) == BRIEF and row["brief"].endswith("…") and row["words"] == "长" * (BRIEF + 1)


def test_without_analyses_there_are_no_pages_of_them(site: Any, tmp_path: Path) -> None:
    assert read_shown(tmp_path, tmp_path / "none.yaml") == ([], {})
    build_site(replace(site.material, analyses=[], evidence={}), tmp_path / "site")
    assert not (tmp_path / "site" / "analyses").exists()
    assert "analyses/index" not in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_a_broken_data_package_is_named(tmp_path: Path) -> None:
    (tmp_path / "datapackage.json").write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match="make the analyses again"):
        read_shown(tmp_path, tmp_path / "analyses.yaml")


@pytest.mark.parametrize(
    ("text", "shown", "hidden"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;", "<script>"),
        ("a `<b>` c", "<code>&lt;b&gt;</code>", "<b>"),
        ("[web](https://example.org/x)", '<a href="https://example.org/x">web</a>', "]("),
        ("[other](../other.md) [run](javascript:alert(1))", "other run", "href"),
        ("![picture](http://example.org/x.png)", "picture", "<img"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "<td>2</td>", "|"),
    ],
)
def test_written_pages_are_shown_and_nothing_in_them_runs(text: str, shown: str, hidden: str) -> None:
    html = written_html(text)
    assert shown in html and hidden not in html


def test_a_page_of_methods_serves_every_kind_that_its_first_line_names(tmp_path: Path) -> None:
    (tmp_path / "coding.md").write_text("# Codes (`kind: acts`, `kind: coding`)\n\nText\n", encoding="utf-8")
    (tmp_path / "plain.md").write_text("# Plain\n", encoding="utf-8")
    found = method_texts(sorted(tmp_path.glob("*.md")))
    assert sorted(found) == ["acts", "coding", "plain"]
    assert analysispage.method_page("acts", found["acts"])["title"] == "Codes (kind: acts, kind: coding)"
