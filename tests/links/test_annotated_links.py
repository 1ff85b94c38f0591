"""Annotated links: whole, in order, found again where the document is at hand, and met by what is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotations import place
from suyuan.flow import make_flows
from suyuan.links import find_links
from suyuan.places import Gazetteer
from suyuan.reading import read_document

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
ANNOTATED = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in (ROOT / "tests/data/links").glob("*.json")
}
KINDS = {"agreement", "cooperation", "transfer", "platform", "branch"}


@pytest.mark.parametrize("name", sorted(ANNOTATED))
def test_rows_are_whole_and_in_order(name):
    rows = ANNOTATED[name]["links"]
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)
    for row in rows:
        assert row["kind"] in KINDS and row["class"] in ("core", "optional")
        assert row["a"] != row["b"] and 0 < len(row["surface"]) <= 20


@pytest.mark.parametrize("name", sorted(ANNOTATED))
def test_surfaces_are_found_in_the_document(name):
    path = CORPUS / ANNOTATED[name]["file"]
    if not path.exists():
        pytest.skip("the annotated document is not at hand (it may not be passed on)")
    text = path.read_text(encoding="utf-8")
    assert all(place(text, row) for row in ANNOTATED[name]["links"])


def test_core_links_of_the_development_document_are_found():
    section = ANNOTATED["gwr_2026_hebei"]
    path = CORPUS / section["file"]
    if not path.exists():
        pytest.skip("the annotated document is not at hand (it may not be passed on)")
    document = read_document(path, source_id="hebei", edition="text")
    found = find_links(document, make_flows(document), Gazetteer.load(ROOT / "config/areas.csv"))
    pairs = {frozenset(name.removesuffix("区") for name in (link.a, link.b)) for link in found}
    core = {
        frozenset(row[end].partition("(")[0].removesuffix("区") for end in "ab")
        for row in section["links"]
        if row["class"] == "core"
    }
    assert core <= pairs
