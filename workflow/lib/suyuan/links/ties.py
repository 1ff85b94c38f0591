"""A tie between two places, and what every construction asks of a clause."""

from __future__ import annotations

from dataclasses import dataclass

from suyuan.links.ends import End
from suyuan.links.words import LinkWords
from suyuan.records.act import LinkKind

HEAD_REACH = 3  # light words before the head of a clause


Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tie:
    """A pair in a flow; ``start`` and ``end`` are the words that tie it."""

    a: str
    b: str
    kind: LinkKind
    directed: bool
    start: int
    end: int
    what: str | None
    rule: str


def join_before(text: str, at: int, floor: int, words: LinkWords) -> int | None:
    """Where the word that joins two sides begins, if one stands right before ``at``."""
    for word in words.sides:
        if text.endswith(word, floor, at):
            return at - len(word)
    return None


def head_of(text: str, start: int, inside: list[End], words: LinkWords) -> End | None:
    """The one place or body with which a clause begins (仅北大就与…), not the second side of a relation (与河北…)."""
    first = inside[0] if inside else None
    if first is None or first.start - start > HEAD_REACH or not first.place:
        return None
    oblique = text.endswith(words.not_heads, start, first.start)  # 要向河北…, 落户河北的…
    return None if oblique or join_before(text, first.start, start, words) is not None else first
