"""Citations in the digests of this project, and in the papers and other documents where they are at hand."""

from functools import cache

import pytest

from citation_texts import ROOT, corpus_of, result_of
from suyuan.methods import METHODS, read_analyses
from suyuan.methods.corpus import Corpus

SHARED = ROOT.parent / "shared" / "corpus"
DIGESTS = {
    "liu2023": "pdf",
    "liumin2024": "html",
    "ma2018": "pdf",
    "wei2026": "pdf",
    "samr2024": "html",
    "newind2023": "html",
}


@cache
def tables(edition, name):
    if edition == "digest":
        return result_of(ROOT / f"raw/digests/{name}.{DIGESTS[name]}", name, "digest").tables
    path = SHARED / (f"papers/{name}.txt" if edition == "text" else f"pdf/{name}.pdf")
    if not path.is_file():
        pytest.skip(f"{path.name}, which may not be passed on, is not at hand")
    return result_of(path, name, "text").tables


def lists(edition, name):
    return [
        (r.role, r.first, r.last, r.entries, r.whole)
        for r in tables(edition, name)["lists"]
        if r.role != "notes"
    ]


@pytest.mark.parametrize(
    ("edition", "name", "found"),
    [
        ("digest", "liu2023", [("own", 1, 7, 3, False)]),
        ("digest", "wei2026", [("own", 1, 18, 18, False)]),
        ("digest", "samr2024", []),
        ("text", "liu2023", [("own", 1, 13, 13, True)]),
        ("text", "liumin2024", [("own", 1, 41, 41, True)]),
        ("text", "ma2018", []),
        ("text", "samr2024", []),
        ("text", "wei2026", [("own", 1, 18, 18, True), ("foreign", 6, 10, 5, True)]),
        ("pdf", "d01_journal_qk_2026", [("own", 1, 25, 25, True), ("foreign", 53, 63, 11, True)]),
        ("pdf", "d14_research_gaoce_2022", []),
    ],
)
def test_lists(edition, name, found):
    assert lists(edition, name) == found


@pytest.mark.parametrize(
    ("edition", "name", "found", "faults"),
    [
        ("digest", "samr2024", "none", set()),
        ("digest", "newind2023", "none", set()),
        ("digest", "wei2026", "list and marks", {"other_entry_fits"}),
        ("text", "ma2018", "marks only", {"no_list"}),
        ("text", "samr2024", "none", set()),
        ("text", "liumin2024", "list and marks", set()),
        ("pdf", "d14_research_gaoce_2022", "none", set()),
    ],
)
def test_what_each_document_has(edition, name, found, faults):
    row = tables(edition, name)["shares"][0]
    assert row.found == found and (row.share is None) == (found in ("none", "marks only"))
    assert row.quantities > 0
    assert {f.fault for f in tables(edition, name)["faults"]} == faults


def test_in_wei2026_marks_fit_no_more_after_ten():
    rows = tables("text", "wei2026")["faults"]
    single = {row.numbers: row.others for row in rows if row.fault == "other_entry_fits"}
    assert single == {(11,): (17,), (12,): (17,), (15,): (12,), (18,): (13,)}
    (whole,) = [row for row in rows if row.fault == "fits_no_more"]
    assert whole.numbers == tuple(range(11, 19)) and whole.verdict == "likely"
    assert "10 of 10 fit before, 2 of 6 after" in whole.text_en


def test_in_wei2026_quantities_of_the_opening_have_references():
    rows = {row.section: row for row in tables("text", "wei2026")["shares"]}
    backed = {row.surface: row.numbers for row in tables("text", "wei2026")["quantities"] if row.backed}
    assert backed == {
        "超千亿美元": (1,),
        "三分之一": (3,),
        "不足40%": (5,),
        "65个": (6,),
        "82项": (6,),
        "40%": (6,),
    }
    assert rows[None].backed == 6 and [name for name, row in rows.items() if row.backed] == [None, "0 引言"]


def test_the_declared_analysis_runs_on_digests():
    declared = next(d for d in read_analyses(ROOT / "config/analyses.yaml")[0] if d.kind == "citations")
    parts = [corpus_of(ROOT / f"raw/digests/{name}.{kind}", name, "digest") for name, kind in DIGESTS.items()]
    joined = Corpus(
        [p.documents[0] for p in parts], [f for p in parts for f in p.facts], [], [], parts[0].gazetteer
    )
    found = METHODS["citations"].run(declared, joined)
    whole = [row for row in found.tables["shares"] if row.level == "document"]
    assert [row.source_id for row in whole] == list(DIGESTS)
    assert all((row.share is not None) == (row.found != "none") for row in whole)
    assert all(item.locator.kind in ("pdf", "html", "text") for item in found.evidence)
