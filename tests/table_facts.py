"""Cells of tables judged by eye, in documents that may not be passed on, and how the facts read from them are scored.

A file of ``tests/data/table_facts`` holds cells of one document: the offset of the number in the text that our reader makes, a
hash of the characters around it (tests/annotations.py), and what a careful reader writes of it. ``measure`` and
``categories`` are the readers' words; of a category the value counts, not the name of its dimension.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from annotations import MovedError, place
from suyuan.records import Fact

FOLDER = Path(__file__).parent / "data" / "table_facts"
ATTRIBUTES = ("value", "unit", "time", "area", "measure", "breakdown", "nature")
GLUE = ("#", "其中", "：")  # a measure that holds these was not read but copied
ALIKE = 0.7  # Dice's coefficient of character bigrams
MORE = 4  # characters that one of two measures may have beyond the other

Cell = dict[str, Any]


def load(folder: Path = FOLDER) -> dict[str, Cell]:
    """Judged documents by name: file, set, cells."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


def judge(text: str, cells: Sequence[Cell], facts: Iterable[Fact]) -> list[dict[str, bool]]:
    """For each cell which attributes of the fact at its place are right; all wrong where there is none."""
    at = {fact.start: fact for fact in facts}
    judged = []
    for cell in cells:
        try:
            fact = at.get(place(text, cell)[0])
        except MovedError:
            fact = None
        judged.append(dict.fromkeys(ATTRIBUTES, False) if fact is None else attributes(cell, fact))
    return judged


def attributes(cell: Cell, fact: Fact) -> dict[str, bool]:
    """Which attributes of a fact are those of the cell."""
    return {
        "value": fact.value == Fraction(cell["value"]),
        "unit": fact.unit == cell["unit"],
        "time": (fact.time, fact.time_kind) == (cell["time"], cell["time_kind"]),
        "area": set(fact.area) == set(cell["area"]),
        "measure": same_measure(cell["measure"], cell["categories"], fact.measure or "", fact.breakdown),
        "breakdown": sorted(fact.breakdown.values()) == sorted(cell["categories"]),
        "nature": fact.nature == cell["nature"],
    }


def same_measure(wanted: str, categories: Sequence[str], measure: str, breakdown: dict[str, str]) -> bool:
    """The measures are alike, with or without the categories in front."""
    if not measure or any(word in measure for word in GLUE):
        return False
    ours = [_bare(measure), _bare("".join(breakdown.values()) + measure)]
    return any(_alike(a, b) for a in (_bare(wanted), _bare("".join(categories) + wanted)) for b in ours)


def _bare(text: str) -> str:
    return re.sub(r"[\W_的]", "", text.lower())


def _alike(a: str, b: str) -> bool:
    if (a in b or b in a) and abs(len(a) - len(b)) <= MORE:
        return True
    one, other = ({text[i : i + 2] for i in range(len(text) - 1)} for text in (a, b))
    return bool(one and other) and 2 * len(one & other) / (len(one) + len(other)) >= ALIKE
