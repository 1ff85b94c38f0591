"""An id that a card and rows of collected.csv share is that of one source."""

import pytest

from suyuan.problems import problem_line
from suyuan.sources.card import Card
from suyuan.sources.collected import CollectedSource
from suyuan.sources.same_source import rows_against_cards

CARD = {
    "id": "plan2020", "title": {"zh": "《某某方案（2020─2025年）》"}, "publisher": "某部", "dates": {"published": "2020-05"},
    "language": "zh", "editions": [{"edition": "text", "file": "raw/originals/plan2020.txt", "obtained": "own copy"}],
}  # fmt: skip
ROWS = {
    "source_id": "plan2020", "publisher": "某部", "title": "某某方案(2020─2025年)", "published": "2020-05",
    "address": "example.org",
}  # fmt: skip


def problems(card=None, rows=None):
    cards = {"plan2020": Card.model_validate(CARD | (card or {}))}
    source = CollectedSource(**(ROWS | (rows or {})))
    return [problem_line(p) for p in rows_against_cards(cards, {source.source_id: source}, "raw/x.csv")]


@pytest.mark.parametrize(
    ("card", "rows"),
    [
        ({}, {}),  # brackets of another width
        ({}, {"publisher": "某部（报道）", "title": "某某方案"}),  # how it was read
        ({}, {"published": None}),
        ({"dates": {}}, {}),
        ({"publisher": None, "journal": "某部"}, {}),
        ({"title": {"zh": "另一件"}}, {"source_id": "other"}),  # not its id
    ],
)
def test_one_source(card, rows):
    assert problems(card, rows) == []


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ({"title": "某某意见"}, "title ('某某方案（2020─2025年）' there, '某某意见' here)"),
        ({"published": "2020-06"}, "date of publication ('2020-05' there, '2020-06' here)"),
        (
            {"publisher": "某报", "title": "某某意见"},
            "publisher ('某部' there, '某报' here) and another title ('某某方案（2020─2025年）' there, '某某意见' here)",
        ),
    ],
)
def test_two_sources_under_one_id(rows, what):
    assert problems(rows=rows) == [
        f"error: raw/x.csv: column source_id: 'plan2020' is the id of a card with another {what}. What to do: "
        "if the rows are from the source of the card, write the same in both; else give them another id"
    ]
