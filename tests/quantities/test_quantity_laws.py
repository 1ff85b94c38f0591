"""Laws that hold for any text: total, deterministic, inside the flow, and no numeral unaccounted."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from suyuan.document import Block, Span
from suyuan.flow import Flow, make_flow
from suyuan.quantities import Quantities, find_quantities
from suyuan.quantities.tables import shield_words

SHARED = Path(__file__).parents[2].parent / "shared"
PIECES = st.sampled_from(
    list(
        "0123456789.,%-~（）()、，。：；《》“”/+×±=<> 年月日个项家元人次成折倍分之点第位列近超约余多以上下不足半"
    )
    + list("零一二两三四五六七八九十百千万亿")
    + [
        "万元",
        "亿",
        "百分之",
        "翻番",
        "km2",
        "mg/L",
        "2024年",
        "统一",
        "一个",
        "分别为",
        "P<",
        "N=",
        "①",
        "第三",
        "三分之",
        "GB/T ",
        "以上",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60))


def flow_of(text: str) -> Flow:
    return make_flow(text, Block("paragraph", (Span(0, len(text)),)))


def accounted(found: Quantities) -> set[int]:
    spans = [(m.start, m.end) for m in found.mentions] + [(e.start, e.end) for e in found.ledger]
    return {at for start, end in spans for at in range(start, end)}


def must_be_accounted(text: str) -> set[int]:
    """Positions of ASCII digits, and of 一 … 九 outside every ordinary word: written apart from the scanner."""
    in_words: set[int] = set()
    longest = max(map(len, shield_words()))
    for start in range(len(text)):
        for end in range(start + 1, min(len(text), start + longest) + 1):
            if text[start:end] in shield_words():
                in_words.update(range(start, end))
    chinese = {m.start() for m in re.finditer("[一二两三四五六七八九]", text)} - in_words
    return chinese | {m.start() for m in re.finditer("[0-9]", text)}


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("余0：±1")  # what follows is no part of a ratio
def test_laws(text: str) -> None:
    flow = flow_of(text)
    found = find_quantities(flow)
    assert find_quantities(flow) == found
    for m in found.mentions:
        assert 0 <= m.start <= m.number_start < m.number_end <= m.end <= len(flow.text)
        if m.value is None:
            assert m.comparator == "range" and m.value_min is not None and m.value_max is not None
            assert m.value_min <= m.value_max
        else:
            assert m.comparator != "range" and m.value_min is None and m.value_max is None
            assert m.low is None or m.low <= m.value
            assert m.high is None or m.value <= m.high
    for entry in found.ledger:
        assert 0 <= entry.start < entry.end <= len(flow.text)
        assert entry.numeral_class != "unread" or entry.reason
    assert must_be_accounted(flow.text) <= accounted(found), flow.text


@pytest.mark.parametrize(
    "name",
    ["papers/liu2023.txt", "papers/wei2026.txt", "text/gwr_2026_hubei.txt", "text/tjgb_hefei_2024.txt"],
)
def test_no_numeral_of_a_real_text_is_unaccounted(name: str) -> None:
    path = SHARED / "corpus" / name
    if not path.exists():
        pytest.skip(f"the shared corpus is not beside the repository: no {path.name}")
    for line in path.read_text(encoding="utf-8").splitlines():
        flow = flow_of(line)
        missing = must_be_accounted(flow.text) - accounted(find_quantities(flow))
        assert not missing, [flow.text[max(0, at - 8) : at + 8] for at in sorted(missing)]


def test_no_mention_lies_over_another() -> None:
    text = "近8成，15%~20%，6个方面15项任务，100-200万元，分别有57、14和4项，2.5：36.7：60.7。"
    found = find_quantities(flow_of(text))
    ends = [(m.start, m.end) for m in found.mentions]
    assert all(first[1] <= second[0] for first, second in pairwise(ends))


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1、",
        "2014、",
        "a",
        "A1",
        "1-",
        "一",
        "百",
        "万",
        "（1",
        "《1",
        "1万",
        "第一",
        "三分之",
        "12：30：",
        "1,111,",
    ],
)
def test_damaged_text_is_read_to_its_end(piece: str) -> None:
    """Rows of digits, markers without partner, endless lists: read without error, and in linear time."""
    flow = flow_of(piece * 3000)
    assert must_be_digits(flow.text) <= accounted(find_quantities(flow))


def must_be_digits(text: str) -> set[int]:
    return {match.start() for match in re.finditer("[0-9]", text)}
