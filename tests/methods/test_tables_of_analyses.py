"""Analyses as files, and on the digests of this project."""

from functools import cache
from pathlib import Path

import pytest

from method_texts import corpus, document
from suyuan.export.analyses import read_tables, write_analyses
from suyuan.export.csvfile import TableError
from suyuan.methods import METHODS, run_analyses
from suyuan.reading import read_document

ROOT = Path(__file__).parents[2]
DIGESTS = ("liumin2024", "newind2023", "samr2024")  # those that are web pages
DECLARED = [
    ("pairs", {"kind": "information", "rounds": 99, "halves": 5, "least_terms": 30}),
    ("sections", {"kind": "information", "unit": "section", "rounds": 39, "least_terms": 30}),
    ("words", {"kind": "terms", "series": [{"label": {"zh": "协同"}, "words": ["协同"]}]}),
]


def declared():
    return [
        METHODS[given["kind"]].declaration.model_validate({"id": name, "title": {"zh": "题"}} | given)
        for name, given in DECLARED
    ]


@cache
def digests():
    return [
        read_document(ROOT / f"raw/digests/{name}.html", source_id=name, edition="digest") for name in DIGESTS
    ]


@cache
def done():
    return list(run_analyses(declared(), corpus(*digests())))


def test_tables_are_read_as_they_were_written(tmp_path):
    write_analyses(tmp_path, done())
    found = read_tables(tmp_path, declared())
    for each in done():
        for name, rows in each.result.tables.items():
            assert list(found.rows(each.declaration.id, name)) == list(rows)
    assert set(found.evidence) == {item.evidence_id for each in done() for item in each.result.evidence}
    (tmp_path / "words.series.csv").unlink()
    with pytest.raises(TableError, match=r"words\.series"):
        read_tables(tmp_path, declared())


def test_equal_files_every_time(tmp_path):
    write_analyses(tmp_path / "one", done())
    write_analyses(tmp_path / "two", list(run_analyses(declared(), corpus(*digests()))))
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / f).iterdir()} for f in ("one", "two"))
    assert one == two and "pairs.pairs.csv" in one


def test_every_row_of_the_digests_leads_to_words_in_them():
    texts = {d.source_id: d.text for d in digests()}
    for each in done():
        evidence = {item.evidence_id: item for item in each.result.evidence}
        for item in evidence.values():
            assert "".join(texts[item.source_id][item.start : item.end].split("\n")) == item.words
        for name, rows in each.result.tables.items():
            for row in rows:
                ids = getattr(row, "evidence_ids", ())
                assert all(i in evidence for i in ids), (name, row)
    assert {len(each.result.tables["pairs"]) > 0 for each in done()[:2]} == {True}


def test_words_by_year_are_those_of_the_digests():
    (words,) = (each for each in done() if each.declaration.id == "words")
    count = sum(row.count for row in words.result.tables["series"])
    read = [
        d.text[s.start : s.end]
        for d in digests()
        for b in d.blocks
        if b.kind in ("abstract", "paragraph")
        for s in b.spans
    ]
    assert count == sum(part.count("协同") for part in read) > 20


def test_a_set_that_is_empty_is_told():
    given = {"id": "x", "kind": "information", "title": {"zh": "题"}, "sets": [
        {"label": {"zh": "甲"}, "sources": ["a"]}, {"label": {"zh": "乙"}, "sources": ["b"]},
    ]}  # fmt: skip
    analysis = METHODS["information"].declaration.model_validate(given)
    (each,) = run_analyses([analysis], corpus(document("c", ["标准化工作。"])))
    assert [p.where for p in each.result.problems] == ["x"]
