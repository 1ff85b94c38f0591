"""Hold what was extracted against what a reader expected; used by the tests of whole documents and by benchmarks.

Expected rows (tests/data/digests/README.md) name their place by a ``context`` without white space. Tiers, each adding to
the one before: number (spans overlap, equal value), unit (and comparator), time, area (at least half of the places named
by either are named by both), measure (one phrase contains the other, or half of their character pairs agree).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from suyuan.document import Document
from suyuan.records import Fact

TIERS = ("number", "unit", "time", "area", "measure")
WITH_MEMBERS = {
    "京津冀": {"北京", "天津", "河北"},
    "通武廊": {"通州", "武清", "廊坊"},
    "我国": {"全国"},
    "中国": {"全国"},
    "川渝": {"四川", "重庆"},
    "津冀": {"天津", "河北"},
}


@dataclass(frozen=True)
class Score:
    """Counts at one tier."""

    hit: int
    extra: int
    missed: int

    @property
    def precision(self) -> float:
        return self.hit / (self.hit + self.extra) if self.hit else 0.0

    @property
    def recall(self) -> float:
        return self.hit / (self.hit + self.missed) if self.hit else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hit / (2 * self.hit + self.extra + self.missed) if self.hit else 0.0


def rows(path: Path) -> list[dict[str, Any]]:
    """Rows of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def place(document: Document, row: dict[str, Any]) -> tuple[int, int]:
    """Offsets in the document's text of the surface of an expected row. ValueError where its context does not stand once."""
    kept = [i for block in document.blocks for span in block.spans for i in range(*span)]
    kept = [i for i in kept if not document.text[i].isspace()]
    bare = unspaced("".join(document.text[i] for i in kept))
    context = unspaced(row["context"])
    if bare.count(context) != 1:
        raise ValueError(f"{row['id']}: its context stands {bare.count(context)} times in {document.path}")
    start = bare.index(context) + len(unspaced(row["context"][: row.get("surface_at", 0)]))
    return kept[start], kept[start + len(unspaced(row.get("surface", row["context"]))) - 1] + 1


RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def unspaced(text: str) -> str:
    """Without blanks, tabs and ends of lines: the tables leave out what stands between the cells of a row. Exponents as
    plain digits (km2), as the readers who wrote the tables typed them.
    """
    return "".join(text.split()).translate(RAISED)


def number(value: Any) -> Fraction | None:
    return None if value is None else Fraction(str(value))


def same_number(expected: Fraction | None, found: Fraction | None) -> bool:
    """Equal; a third stands in the tables as 33.333333."""
    if expected is None or found is None:
        return expected is found
    return expected == found or (expected.denominator >= 10**5 and abs(expected - found) < Fraction(1, 10**6))


def places(names: Iterable[str]) -> set[str]:
    return {member for name in names for member in WITH_MEMBERS.get(name, {name})}


def alike(a: str, b: str) -> bool:
    """One contains the other, or the Dice coefficient of their character pairs is at least one half."""
    if not a or not b:
        return False
    x, y = ({s[i : i + 2] for i in range(len(s) - 1)} for s in (a, b))
    return a in b or b in a or 2 * len(x & y) >= 0.5 * (len(x) + len(y))


def tier(row: dict[str, Any], fact: Fact, span: tuple[int, int]) -> int:
    """How many tiers an extracted fact reaches for an expected row: 0 to 5."""
    if not (fact.start < span[1] and span[0] < fact.end):
        return 0
    found = (fact.value, fact.value_min, fact.value_max)
    if not all(
        same_number(number(row[key]), x)
        for key, x in zip(("value", "value_min", "value_max"), found, strict=True)
    ):
        return 0
    wanted, named = places(row["area"]), places(fact.area)
    checks = (
        fact.unit == row["unit"] and fact.comparator == row["comparator"],
        fact.time == row["time"],
        wanted == named or (bool(wanted | named) and 2 * len(wanted & named) >= len(wanted | named)),
        alike(row["measure"], (fact.measure or ""))
        or alike(row["measure"], "".join(fact.breakdown.values()) + (fact.measure or "")),
    )
    reached = 1
    for check in checks:
        if not check:
            break
        reached += 1
    return reached


def score(document: Document, facts: list[Fact], expected: list[dict[str, Any]]) -> dict[str, Score]:
    """Score of each tier over the core rows; facts that meet an optional row count neither way."""
    spans = {row["id"]: place(document, row) for row in expected}
    core = [row for row in expected if row["class"] == "core"]
    free = list(facts)
    best: dict[str, int] = {}
    for row in core:
        reached = [(tier(row, fact, spans[row["id"]]), -i) for i, fact in enumerate(free)]
        top, index = max(reached, default=(0, 0))
        best[row["id"]] = top
        if top:
            free.pop(-index)
    optional = [row for row in expected if row["class"] != "core"]
    extra = sum(not any(tier(row, fact, spans[row["id"]]) for row in optional) for fact in free)
    found = sum(1 for value in best.values() if value)
    return {
        name: Score(
            hit=(hit := sum(value > depth for value in best.values())),
            extra=extra + found - hit,
            missed=len(core) - hit,
        )
        for depth, name in enumerate(TIERS)
    }


DIGESTS = {
    "liu2023": "liu2023.pdf",
    "liumin2024": "liumin2024.html",
    "ma2018": "ma2018.pdf",
    "newind2023": "newind2023.html",
    "outline2021": "outline2021.pdf",
    "samr2024": "samr2024.html",
    "wei2026": "wei2026.pdf",
}


def pooled(scores: Iterable[dict[str, Score]]) -> dict[str, Score]:
    """Counts of several documents added up, by tier."""
    each = list(scores)
    return {
        name: Score(
            sum(s[name].hit for s in each),
            sum(s[name].extra for s in each),
            sum(s[name].missed for s in each),
        )
        for name in TIERS
    }


def line(name: str, tiers: dict[str, Score]) -> str:
    """A row of the table: core facts expected, then precision and recall of each tier."""
    first = tiers[TIERS[0]]
    cells = " | ".join(f"{tiers[t].precision:.2f} {tiers[t].recall:.2f}" for t in TIERS)
    return f"| {name} | {first.hit + first.missed} | {cells} |"


def table(scores: dict[str, dict[str, Score]]) -> str:
    """Markdown: a row a digest and one for all of them, with precision and recall of each tier."""
    lines = [f"| P R | core facts | {' | '.join(TIERS)} |", "|---" * (2 + len(TIERS)) + "|"]
    lines += [line(name, tiers) for name, tiers in scores.items()]
    return "\n".join([*lines, line("all", pooled(scores.values()))])
