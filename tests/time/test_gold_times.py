"""The share of hand-annotated facts that get the right time, where the annotation is at hand."""

import json
import re
from pathlib import Path

import pytest

from suyuan.flow import make_flows
from suyuan.reading import read_document
from suyuan.time import assign_document

SHARED = Path(__file__).parents[2] / "../shared"
PAPERS = ["liu2023", "ma2018", "samr2024"]
WANTED = 0.92

pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the shared annotation is not here")


def same(gold, got):
    """Equal; or gold is a year (or years) and ours lies in it."""
    if gold is None or got is None:
        return gold is got
    if gold == got:
        return True
    years = [part[:4] for part in got.split("/")]
    return bool(re.fullmatch(r"\d{4}", gold)) and set(years) == {gold}


def score(name):
    document = read_document(SHARED / f"corpus/papers/{name}.txt", source_id=name, edition="text")
    flows = make_flows(document)
    spans, wanted = [[] for _ in flows], [[] for _ in flows]
    lost = 0
    for line in (SHARED / f"gold/{name}.facts.jsonl").read_text(encoding="utf-8").splitlines():
        fact = json.loads(line)
        if fact["class"] != "core":
            continue
        start = document.text.index(fact["context"]) + fact["surface_at"]
        end = start + len(fact["surface"])
        index = next((i for i, f in enumerate(flows) if f.offsets[0] <= start <= f.offsets[-1]), None)
        if index is None:
            lost += 1
            continue
        spans[index].append((flows[index].position(start), flows[index].position(end - 1) + 1))
        wanted[index].append(fact["time"])
    found = assign_document(document, flows, spans)
    pairs = [pair for w, f in zip(wanted, found, strict=True) for pair in zip(w, f, strict=True)]
    return sum(same(w, f.edtf) for w, f in pairs), len(pairs) + lost


def test_share_of_right_times():
    right, total = map(sum, zip(*map(score, PAPERS), strict=True))
    assert right / total >= WANTED, f"{right} of {total}"
