"""Displayed formulas, and the limits and fractions of a formula that stand above and below their line.

A number in a formula is no finding, and pieces of one must not stand among the words of a sentence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence, Set
from itertools import pairwise
from statistics import median

from suyuan.reading.pdf.rows import HOLDER, Line
from suyuan.reading.shapes import HAN, is_author_note, shape_of

RELATION = re.compile(r"[=≤≥≈≠≡∝∈⊂⊆→⇒↦<>:]?=|[=≤≥≈≠≡∝∈⊂⊆⇒↦∼]|[∑∏∫√∂∇∪∩⊗⊙⊕∀∃]")
LETTER = re.compile(r"[^\W\d_]")
CITED = re.compile(r"^[\[［【(（]\s*\d")
WORD = re.compile(r"[A-Za-z]{4,}")
FUNCTIONS = frozenset(
    ["softmax", "sigmoid", "tanh", "argmax", "argmin", "relu", "softplus", "logit", "attention",
     "score", "otherwise", "subject", "where", "norm", "diag", "concat", "rank", "loss"]
)  # fmt: skip
LABEL = re.compile(r"[(（]\s*[A-Z]?\d{1,3}(?:[-.–]\d{1,3})?[a-z]?\s*[)）]$")
ENOUGH = 8  # lines of a column that tell their own distance
FEW_HAN = 3  # as subscripts and conditions: 若, 其他
SET_IN = 0.9  # em from the edge of the column
FILLED = 0.5  # of the column: a line of text, no label of a figure
PIECE = 24  # characters of a piece of a formula, at most
NEAR = 0.78  # of the distance of two lines: nearer stands nothing that is a line of its own
TOUCH = 1.05  # of the same: a piece above or below a formula
PLAIN_KINDS = frozenset({"text", "page_number", "item", "entry", "heading", "footnote"})


def find_formulas(lines: Sequence[Line], taken: Set[int], pitch: float) -> list[list[int]]:
    """Groups of line indexes, one group a formula, with all its pieces. Lines of ``taken`` belong to something else.

    ``pitch``: the usual distance of baselines in points.
    """
    free = [
        i for i, line in enumerate(lines) if i not in taken and HOLDER not in line.text and line.text.strip()
    ]
    formulas = {i for i in free if _is_displayed(lines, i)}
    columns: dict[tuple[int, int], list[int]] = {}
    for i in free:
        columns.setdefault((lines[i].page, lines[i].column), []).append(i)
    for column in columns.values():
        steps = [lines[b].base - lines[a].base for a, b in pairwise(column)]
        own = median([step for step in steps if 0 < step < 2 * pitch] or [pitch])
        pitch_here = min(pitch, own) if len(steps) >= ENOUGH else pitch
        found = {i for i in column if _is_piece(lines, i, column, pitch_here)}
        found |= formulas & set(column)
        formulas |= _with_neighbours(lines, column, found, pitch)
    return _groups(lines, sorted(formulas), pitch)


def _letters(line: Line) -> str:
    return "".join(unicodedata.normalize("NFKC", line.text).split())


def _is_math(text: str) -> bool:
    """True for a relation or a sum with something on it, and hardly a word."""
    words = [word for word in WORD.findall(text) if word.lower() not in FUNCTIONS]
    return (
        RELATION.search(text) is not None
        and len(HAN.findall(text)) <= FEW_HAN
        and len(words) <= 1
        and "http" not in text
        and "@" not in text
    )


def _is_displayed(lines: Sequence[Line], index: int) -> bool:
    """True for a line of mathematics that is set in, or that carries a number in brackets at its end."""
    line = lines[index]
    text = _letters(line)
    if not _is_math(text) or shape_of(line.text).kind not in PLAIN_KINDS or is_author_note(line.text):
        return False
    labelled = LABEL.search(text) is not None
    if line.x0 - line.left > SET_IN * line.size:
        return True
    before = lines[index - 1] if index else None
    goes_on = (
        before is not None and before.column == line.column and before.x1 >= before.right - 1.6 * line.size
    )
    return labelled and not (goes_on and HAN.search(before.text if before else "") is not None)


def _is_piece(lines: Sequence[Line], index: int, column: Sequence[int], pitch: float) -> bool:
    """True for a few signs so near to the line above or below that no line of text could stand there."""
    line = lines[index]
    text = _letters(line)
    if len(text) > PIECE or HAN.search(text) or not pitch or CITED.match(text):
        return False
    numeral = not LETTER.search(text) and RELATION.search(text) is None
    if numeral and not text.isalnum():
        return False
    for other in column:
        beside = lines[other]
        if other == index or not 0.5 < abs(beside.base - line.base) < NEAR * pitch:
            continue
        over = min(line.x1, beside.x1) - max(line.x0, beside.x0)
        told = _letters(beside)
        wide = beside.x1 - beside.x0 >= FILLED * (beside.right - beside.left) and len(HAN.findall(told)) >= 2
        wide = wide and (not numeral or RELATION.search(told) is not None)
        if over > 0 and (wide or _is_math(told)) and len(told) >= len(text):
            return True
    return False


def _with_neighbours(lines: Sequence[Line], column: Sequence[int], found: set[int], pitch: float) -> set[int]:
    """``found`` with the pieces that touch a formula, and those that touch these."""
    known = set(found)
    grown = True
    while grown:
        grown = False
        for i in column:
            text = _letters(lines[i])
            if i in known or HAN.search(text) or len(text) > 2 * PIECE:
                continue
            if len(WORD.findall(text)) > 1 or shape_of(lines[i].text).kind not in PLAIN_KINDS:
                continue
            if any(
                abs(lines[i].base - lines[j].base) < TOUCH * pitch and _meet(lines[i], lines[j])
                for j in known
            ):
                known.add(i)
                grown = True
    return known


def _meet(one: Line, other: Line) -> bool:
    reach = 2 * max(one.size, other.size)
    return one.x0 <= other.x1 + reach and other.x0 <= one.x1 + reach


def _groups(lines: Sequence[Line], formulas: Sequence[int], pitch: float) -> list[list[int]]:
    """Neighbours together: the pieces of one formula, or of several under one another."""
    groups: list[list[int]] = []
    for before, index in pairwise([-1, *formulas]):
        last = lines[before] if before >= 0 else None
        line = lines[index]
        near = (
            last is not None
            and index - before == 1
            and last.column == line.column
            and abs(line.base - last.base) < 2 * max(pitch, line.size)
        )
        if not near:
            groups.append([])
        groups[-1].append(index)
    return groups
