"""Annotated sections: complete, in order, and found again in the documents where those are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations import MovedError, around, file_of, load, place
from suyuan.reading import read_document, render_text

ANNOTATED = load()
CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
FIELDS = {
    "start", "around", "surface", "value", "value_min", "value_max", "comparator", "unit", "time", "time_kind", "area",
    "measure", "breakdown", "class",
}  # fmt: skip


READERS = {
    "development": 2,
    "held out": 2,
    "second held out": 2,
    "third held out": 2,
    "fourth held out": 2,
    "fifth held out": 2,
    "sixth held out": 2,
    "one reader": 0,
    "practice": 0,
}


@pytest.mark.parametrize(
    ("which", "documents"),
    [
        ("development", 4),
        ("held out", 4),
        ("second held out", 9),
        ("third held out", 18),
        ("fourth held out", 10),
        ("fifth held out", 48),
        ("sixth held out", 6),
    ],
)
def test_documents_of_several_kinds_with_two_readers_each(which, documents):
    own = [section for section in ANNOTATED.values() if section["set"] == which]
    assert len(own) == documents
    assert len({section["kind"] for section in own}) >= 4


@pytest.mark.parametrize("name", ANNOTATED)
def test_a_section_has_the_readers_of_its_set(name):
    section = ANNOTATED[name]
    assert len(section["readers"]) == READERS[section["set"]]


@pytest.mark.parametrize("name", ANNOTATED)
def test_facts_are_whole_in_order_and_inside_the_section(name):
    section = ANNOTATED[name]
    for rows in [section["facts"], *section["readers"]]:
        assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)
        for row in rows:
            assert set(row) == FIELDS
            assert (row["value"] is None) == (row["comparator"] == "range") == (row["value_min"] is not None)
            assert section["section"][0] <= row["start"] < section["section"][1]
            assert section["file"].startswith("tests/") or len(row["surface"]) <= 20


@pytest.mark.parametrize("name", ANNOTATED)
def test_every_surface_is_found_in_the_document(name):
    path = file_of(ANNOTATED[name], CORPUS)
    if not path.exists():
        pytest.skip("the annotated document is not at hand (it may not be passed on)")
    text = (
        path.read_text(encoding="utf-8")
        if path.suffix == ".txt"
        else render_text(read_document(path, source_id=name, edition="text"))
    )
    places = [place(text, row) for row in ANNOTATED[name]["facts"]]
    assert len(set(places)) == len(places)


def test_a_surface_is_found_after_the_text_has_moved():
    text = "各地所定的标准究竟有多少：甲有5项，乙有5项，丙有5项，其余各地的情形现在都还不知道。"
    start = text.index("5项", text.index("乙"))
    row = {"start": start, "surface": "5项", "around": around(text, start, start + 2)}
    assert place(text, row) == (start, start + 2)
    assert place("前言。\n" + text.replace("，", "，\n"), row) == (start + 5, start + 7)
    with pytest.raises(MovedError, match="stands 0 times"):
        place(text.replace("乙", "丁"), row)
