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
}


@dataclass(frozen=True)
class Score:
    """Counts at one tier."""

    hit: int
    extra: int
    missed: int

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
    bare = "".join(document.text[i] for i in kept)
    if bare.count(row["context"]) != 1:
        raise ValueError(
            f"{row['id']}: its context stands {bare.count(row['context'])} times in {document.path}"
        )
    start = bare.index(row["context"]) + row.get("surface_at", 0)
    return kept[start], kept[start + len(row.get("surface", row["context"]).replace(" ", "")) - 1] + 1


def number(value: Any) -> Fraction | None:
    return None if value is None else Fraction(str(value))


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
    expected = tuple(number(row[key]) for key in ("value", "value_min", "value_max"))
    if expected != (fact.value, fact.value_min, fact.value_max):
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


DIGESTS = {"liu2023": "liu2023.pdf", "samr2024": "samr2024.html"}
START, END = "<!-- digests: written by benchmarks/digests.py -->", "<!-- end of digests -->"


def table(scores: dict[str, dict[str, Score]]) -> str:
    """Markdown: a row a tier, with right, extra, missed and F1 of each digest."""
    lines = [
        "| tier | " + " | ".join(f"{name}: right, extra, missed | F1" for name in scores) + " |",
        "|---" * (1 + 2 * len(scores)) + "|",
    ]
    for tier_name in TIERS:
        cells = [
            f"{s.hit}, {s.extra}, {s.missed} | {s.f1:.3f}"
            for s in (each[tier_name] for each in scores.values())
        ]
        lines.append(f"| {tier_name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def with_table(text: str, written: str) -> str:
    """The text of docs/evaluation.md with this table between its marks."""
    before, _, rest = text.partition(START)
    return f"{before}{START}\n\n{written}\n\n{END}{rest.partition(END)[2]}"
