"""Which mark stands behind a quantity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from suyuan.cutter import word_cutter
from suyuan.flow import Flow
from suyuan.methods.citations.marks import Mark
from suyuan.methods.citations.rows import Basis
from suyuan.methods.citations.words import citation_words, squeezed
from suyuan.time.clauses import clauses, sentences

BACKS: frozenset[Basis] = frozenset({"clause", "sentence", "row"})
REACH = 8  # characters in front of a mark that may name its author


class Behind(NamedTuple):
    """The marks nearest to a quantity, and where they stand."""

    basis: Basis
    marks: tuple[Mark, ...]


def behind(flow: Flow, start: int, end: int, marks: Sequence[Mark]) -> Behind:
    """What stands behind ``flow.text[start:end]`` among the marks of that flow.

    In a table row any mark of the row. Else the first mark at or after the quantity in its sentence, with all that stand
    with it: ``clause`` before the clause is over, ``sentence`` further on. Without one, the last mark in front of it in the
    sentence: ``named`` where a word right before the mark names the reference (文献[5]), else ``front``.
    """
    if flow.block.kind == "table":
        return Behind("row", tuple(marks)) if marks else Behind("none", ())
    sentence = next(((s, e) for s, e in sentences(flow.text) if s <= start < e), (0, len(flow.text)))
    own = [mark for mark in marks if mark.sentence == sentence]
    after = [mark for mark in own if mark.at >= end]
    if after:
        clause = next((e for s, e in clauses(flow.text, *sentence) if s <= end - 1 < e), sentence[1])
        basis: Basis = "clause" if after[0].at <= clause else "sentence"
        return Behind(basis, tuple(mark for mark in after if mark.at == after[0].at))
    before = [mark for mark in own if mark.at <= start]
    if not before:
        return Behind("none", ())
    last = before[-1]
    said = squeezed(flow.text[max(0, last.at - REACH) : last.at])
    named = _ends_in_name(said)
    return Behind("named" if named else "front", tuple(mark for mark in before if mark.at == last.at))


def _ends_in_name(said: str) -> bool:
    """Whether the words before a mark name a reference; a word of one character (见, 据) only as a word of its own."""
    naming = citation_words().naming
    if not said.endswith(naming):
        return False
    words = [word for word, _ in word_cutter().cut(said)]
    return any(said.endswith(word) for word in naming if len(word) > 1) or words[-1] in naming
