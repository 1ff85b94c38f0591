"""Annotated events (tests/data/acts): whole, and where they were annotated in the documents that are at hand."""

import json
from pathlib import Path

import pytest

from annotations import around

FOLDER = Path(__file__).parents[1] / "data" / "acts"
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
ANNOTATED = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.json"))
}
FIELDS = {"start", "length", "around", "date", "title", "act", "actors", "areas", "class", "ahead"}


@pytest.mark.parametrize("name", ANNOTATED)
def test_events_are_whole_and_inside_a_section(name):
    section = ANNOTATED[name]
    assert section["set"] in ("development", "first sight, then mended", "held out")
    assert {tier: len(counts) for tier, counts in section["first_sight"].items()} == {"E1": 3, "E2": 3}
    core = sum(event["class"] == "core" for event in section["events"])
    for right, _, missed in section["first_sight"].values():
        assert right + missed == core
    for event in section["events"]:
        assert FIELDS - {"areas"} <= set(event) <= FIELDS
        assert any(start <= event["start"] < end for start, end in section["sections"])


@pytest.mark.parametrize("name", ANNOTATED)
def test_events_stand_where_they_were_annotated(name):
    path = CORPUS / ANNOTATED[name]["file"]
    if not path.exists():
        pytest.skip("the document may not be passed on and is not here")
    text = path.read_text(encoding="utf-8")
    moved = [
        event["start"]
        for event in ANNOTATED[name]["events"]
        if around(text, event["start"], event["start"] + event["length"]) != event["around"]
    ]
    assert not moved
