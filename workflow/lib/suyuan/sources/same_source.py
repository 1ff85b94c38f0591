"""Cards and rows of collected.csv that share an id must be of one source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from suyuan.records.finding import Problem
from suyuan.sources.card import Card
from suyuan.sources.collected import STAGE, CollectedSource

REMARK = re.compile(r"[(][^()]*[)]$")  # 新华社（报道）: how it was read, not who said it


def rows_against_cards(
    cards: Mapping[str, Card], collected: Mapping[str, CollectedSource], file: str
) -> list[Problem]:
    """A problem for each source of collected.csv (called ``file``) whose id is that of a card of another source.

    It is another one if publisher (or journal), title or date of publication differ. Width of characters, blanks and a
    remark in brackets at the end (报道) do not count, nor does a date that the card or the rows leave open.
    """
    problems = []
    for source_id in sorted(cards.keys() & collected.keys()):
        different = _differences(cards[source_id], collected[source_id])
        if different:
            problems.append(
                Problem(
                    stage=STAGE,
                    source_id=source_id,
                    file=file,
                    where="column source_id",
                    what=f"{source_id!r} is the id of a card with another {' and another '.join(different)}",
                    todo="if the rows are from the source of the card, write the same in both; else give them another id",
                )
            )
    return problems


def _differences(card: Card, rows: CollectedSource) -> list[str]:
    """``title ('甲' there, '乙' here)`` for what is not the same in the card and in the rows."""
    pairs = [
        ("publisher", card.publisher or card.journal, rows.publisher),
        ("title", card.label, rows.title),
        ("date of publication", card.dates.published, rows.published),
    ]
    return [
        f"{name} ({there!r} there, {here!r} here)"
        for name, there, here in pairs
        if there and here and _bare(there) != _bare(here)
    ]


def _bare(text: str) -> str:
    """The words alone. A remark is taken off only where something is left."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    return REMARK.sub("", plain) or plain
