"""A small project, read by the real reader, with everything that a page can show; and the site made from it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import typst

from factories import make_fact
from suyuan.corrections import Correction
from suyuan.document import Document
from suyuan.export.analyses import write_analyses
from suyuan.methods import AnalysisDeclaration, Done, Result
from suyuan.methods.networks.rows import CircleRow
from suyuan.observe import statements as observe_statements
from suyuan.reading import read_document
from suyuan.records import Act, Evidence, Fact, Link, Numeral, Observation, Problem
from suyuan.site.analyses import AnalysisShown, read_shown
from suyuan.site.build import build_site
from suyuan.site.drawn import read_figures
from suyuan.site.material import Material
from suyuan.site.pictures import draw_pages, pages_with_text
from suyuan.sources.card import Card
from suyuan.sources.collected import CollectedSource

EVIL = "</script><script>document.title='evil'</script><!-- <script>&\"'"
SENTENCE = "截至2022年，三地发布标准75项，另有120项待定。"
FILLER = "\n\n".join(["这一段没有数字，只为把后文推到屏幕之外。" * 6] * 12)
TEXT = f"一个题目\n\n{FILLER}\n\n{SENTENCE}\n\n{EVIL}共有88项。\n\n2021年，两地签署《合作协议》。\n"
TYPST = "#set page(width: 400pt, height: 300pt)\nTotal 75 items\n\n#pagebreak()\nThen 31 items\n"


@dataclass(frozen=True)
class Site:
    """The folder of a site and what it was made from."""

    folder: Path
    material: Material

    def page(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


def fact_at(document: Document, surface: str, fact_id: str, **given: Any) -> Fact:
    """A fact where the words stand in a document."""
    start = document.text.index(surface)
    place = {
        "start": start,
        "end": start + len(surface),
        "locator": document.locate(start, start + len(surface)),
    }
    names = {"source_id": document.source_id, "edition": document.edition, "surface": surface}
    return make_fact(fact_id, **{**names, **place, **given})


def numeral_at(document: Document, surface: str, numeral_class: str, reason: str | None = None) -> Numeral:
    start = document.text.index(surface)
    return Numeral.model_validate(
        {
            "source_id": document.source_id, "edition": document.edition, "start": start,
            "end": start + len(surface), "surface": surface, "numeral_class": numeral_class, "reason": reason,
            "block": "paragraph",
        }
    )  # fmt: skip


def observation(observation_id: str, *fact_ids: str) -> Observation:
    return Observation.model_validate(
        {
            "observation_id": observation_id, "measure_id": "standards", "ref_area": "京津冀",
            "time_period": "2022-12", "freq": "point", "kind": "stock", "value": "75", "fact_ids": fact_ids,
            "choice_rule": "grade", "grade": "primary", "unit_measure": "项",
        }
    )  # fmt: skip


def card(source_id: str, title: str, file: str) -> Card:
    return Card.model_validate(
        {
            "id": source_id, "title": {"zh": title}, "publisher": "某", "dates": {"published": "2022"},
            "language": "zh", "note": EVIL,
            "editions": [{"edition": "original", "file": file, "obtained": "own"}],
        }
    )  # fmt: skip


COVER = '<path d="M0 0h400v120h-400z" style="fill: none"/><path d="M40 40h30v30h-30z" style="fill: #fff"/>'


def draw(folder: Path) -> None:
    """A figure with a mark of one observation, one of two and one of an act, as the figures stage leaves it."""
    folder.mkdir(parents=True)
    groups = "".join(
        f'<g id="{gid}"><rect x="{40 + 100 * n}" y="40" width="30" height="30" style="fill: #0072b2"/></g>'
        for n, gid in enumerate(("one", "many", "act", "words"))
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 400 120" '
        f'width="400pt" height="120pt"><script>document.title="evil"</script><g id="axes">{groups}{COVER}</g>'
        '<a xlink:href="javascript:alert(1)"><path d="M0 0h1"/></a><image xlink:href="http://example.org/x.png"/></svg>'
    )
    marks = [
        {"gid": "one", "label": "75", "observation_ids": ["obs-1"], "facts": [{"fact_id": "fact-75"}]},
        {"gid": "many", "label": "2", "observation_ids": ["obs-1", "obs-2"],
         "facts": [{"fact_id": "fact-75"}, {"fact_id": "pdf-31"}]},
        {"gid": "words", "label": "互认", "evidence": [{"evidence_id": "ev-words"}]},
        {"gid": "act", "label": "签署", "act_ids": ["act-1"], "acts": [{"act_id": "act-1", "date": "2021"}]},
    ]  # fmt: skip
    files = ["f.zh.double.svg", "f.zh.json"]
    (folder / "f.zh.double.svg").write_text(svg, encoding="utf-8")
    (folder / "f.zh.json").write_text(json.dumps({"title": f"图{EVIL}", "marks": marks}), encoding="utf-8")
    (folder / "index.json").write_text(
        json.dumps({"figures": [{"id": "f", "files": files, "analysis": "net"}]}), encoding="utf-8"
    )


def evidence_at(document: Document, words: str, evidence_id: str, **given: Any) -> Evidence:
    """Evidence of the analysis ``net`` where the words stand in a document."""
    start = document.text.index(words)
    end = start + len(words)
    return Evidence.model_validate(
        {
            "evidence_id": evidence_id, "analysis": "net", "source_id": document.source_id, "edition": document.edition,
            "locator": document.locate(start, end), "start": start, "end": end, "words": words, "sentence": SENTENCE,
            **given,
        }
    )  # fmt: skip


def analyses(folder: Path, evidence: list[Evidence]) -> tuple[list[AnalysisShown], dict[str, Evidence]]:
    """An analysis with one table, written as the stage of methods writes it and read back by the site's reader."""
    declaration = AnalysisDeclaration.model_validate(
        {
            "id": "net",
            "kind": "networks",
            "title": {"zh": f"网{EVIL}", "en": "Net: two parts"},
            "sources": ["words"],
        }
    )
    circles = [
        CircleRow(circle=n, places=1, names=(f"甲{EVIL}",), pairs=1, links=1, evidence_ids=ids)
        for n, ids in enumerate((("ev-words",), ("ev-act", "ev-words"), ()))
    ]
    write_analyses(folder, [Done(declaration, Result({"circles": circles}, evidence))])
    declared = folder / "analyses.yaml"
    title = json.dumps(declaration.title, ensure_ascii=False)
    declared.write_text(
        f"analyses:\n  - {{id: net, kind: networks, sources: [words], title: {title}}}\n"
        "  - {id: gone, kind: networks, title: {zh: 无}}\n",
        encoding="utf-8",
    )
    return read_shown(folder, declared)


def documents(folder: Path) -> dict[str, Document]:
    """A text file with hostile words in text and name, and a PDF of two pages."""
    folder.mkdir(parents=True)
    plain, pdf = folder / "a<b>.txt", folder / "b.pdf"
    plain.write_text(TEXT, encoding="utf-8")
    source = folder / "b.typ"
    source.write_text(TYPST, encoding="utf-8")
    typst.compile(str(source), output=str(pdf))
    return {
        name: read_document(path, source_id=name, edition="original", title=None, shown_path=path.name)
        for name, path in {"words": plain, "sheets": pdf}.items()
    }


def material(folder: Path) -> Material:
    """Everything that a page can show."""
    read = documents(folder / "raw")
    words, sheets = read["words"], read["sheets"]
    pictures = draw_pages(
        (folder / "raw" / "b.pdf").read_bytes(),
        "b.pdf",
        pages_with_text(sheets),
        folder / "pictures" / "p",
        2.0,
    )
    draw(folder / "figures")
    start = words.text.index("两地签署")
    place = {"source_id": "words", "edition": "original", "start": start, "end": start + 10}
    shared = {
        **place,
        "locator": words.locate(start, start + 10),
        "sentence": "两地签署《合作协议》。",
        "method": "test",
    }
    facts = [
        fact_at(words, "75项", "fact-75", measure_id="standards", same_as=("pdf-75",)),
        fact_at(words, "120项", "fact-120", value=120, status="amended"),
        fact_at(words, "88项", "fact-88", value=88, measure=EVIL, sentence=EVIL),
        fact_at(sheets, "75", "pdf-75", same_as=("fact-75",)),
        fact_at(sheets, "31", "pdf-31", value=31),
        make_fact(
            "collected-1", value=74, source_id="web", grade="mirror", sentence=EVIL, status="collected"
        ),
    ]
    observations = [observation("obs-1", "fact-75", "collected-1"), observation("obs-2", "pdf-31")]
    shown, evidence = analyses(
        folder / "analyses",
        [
            evidence_at(words, "三地发布", "ev-words"),
            evidence_at(sheets, "Then", "ev-sheet"),
            evidence_at(words, "《合作协议》", "ev-act", record_id="act-1"),
        ],
    )
    correction = Correction.model_validate(
        {"action": "amend", "source": "words", "edition": "original", "quote": {"surface": "120项"},
         "set": {"value": "120"}, "reason": "read again", "who": "a reviewer", "when": "2026-01-31"}
    )  # fmt: skip
    return Material(
        documents=lambda: read.values(),
        used={"words": "original", "sheets": "original"},
        editions=[("sheets", "original"), ("words", "original")],
        cards={"words": card("words", f"题{EVIL}", "raw/originals/a.txt"), "sheets": card("sheets", "表", "raw/originals/b.pdf")},
        collected={"web": CollectedSource("web", "某网", f"网页{EVIL}", None, "example.org/page")},
        facts=facts,
        numerals=[
            numeral_at(words, "2022", "date"),
            numeral_at(words, "三", "unread", "no unit"),
            numeral_at(words, "2021", "unread", "rejected by a reviewer: it is a year"),
        ],
        acts=[Act.model_validate({**shared, "act_id": "act-1", "act": "签署", "title": f"合作{EVIL}", "date": "2021"})],
        links=[Link.model_validate({**shared, "link_id": "link-1", "a": "北京", "b": "天津", "kind": "agreement"})],
        observations=observations,
        statements=observe_statements(observations, facts, {"web": "mirror"}),
        problems=[Problem(stage="read", source_id="words", what=EVIL, todo="look")],
        corrections=[correction],
        left_out={"fact-120": "no measure"},
        labels={"standards": {"zh": "标准数量", "en": "standards"}},
        figures=read_figures(folder / "figures"),
        analyses=shown,
        evidence=evidence,
        methods={"networks": f"# Networks\n\n{EVIL}\n", "unused": "# Unused\n"},
        pictures={("sheets", "original", n): path for n, path in enumerate(pictures, 1)},
    )  # fmt: skip


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of that project."""
    folder = tmp_path_factory.mktemp("site")
    content = material(folder)
    build_site(content, folder / "site")
    return Site(folder / "site", content)
