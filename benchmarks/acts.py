"""Acts against annotated events of documents that may not be passed on (tests/data/acts).

    python benchmarks/acts.py --corpus FOLDER --tools FOLDER [--errors] [--write]

FOLDER of the corpus holds the documents, that of the tools the scorer (score_events.py) that also scores the annotated papers
and says what E1 and E2 ask for. Core events count; an optional one that is met leaves the count, one that is not met is not
missed. Events that a report only plans (``ahead``) are never found, since a plan is no act that happened: the table gives F1
with them, as annotated, and without them. ``first_sight`` are the counts (right, false, missed) of the first run on the
document. --write brings docs/evaluation.md up to date.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT / "tests")

from annotations import MovedError, around  # noqa: E402 - tests/ is no package
from suyuan.acts import find_acts  # noqa: E402
from suyuan.flow import make_flows  # noqa: E402
from suyuan.markers import renew  # noqa: E402
from suyuan.places import Gazetteer  # noqa: E402
from suyuan.reading import read_document  # noqa: E402

EVALUATION = ROOT / "docs" / "evaluation.md"
ANNOTATED = ROOT / "tests" / "data" / "acts"
TIERS = ("E1", "E2")
Row = dict[str, Any]
Counts = tuple[int, int, int]


@dataclass(frozen=True)
class Scored:
    """Right, false and missed of a tier, and the events of the last two."""

    right: int
    false: list[Row]
    missed: list[Row]

    @property
    def counts(self) -> Counts:
        """Right, false, missed."""
        return self.right, len(self.false), len(self.missed)


def f1(counts: Sequence[int]) -> float:
    """F1 of right, false and missed."""
    right, false, missed = counts
    return 2 * right / (2 * right + false + missed) if right else 0.0


def scorer(tools: Path) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_events", tools / "score_events.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(scoring: ModuleType, gold: Sequence[Row], found: Sequence[Row], with_actors: bool) -> Scored:
    """Counts as the scorer makes them; core events are met first, each by one act."""

    def good(g: Row, p: Row) -> bool:
        return bool(scoring.same_act(g, p)) and (not with_actors or bool(scoring.same_actors(g, p)))

    used: set[int] = set()
    missed = []
    right = 0
    for g in sorted(gold, key=lambda g: g["class"] != "core"):
        hit = next((i for i, p in enumerate(found) if i not in used and good(g, p)), None)
        if hit is not None:
            used.add(hit)
            right += g["class"] == "core"
        elif g["class"] == "core":
            missed.append(g)
    spared = [g for g in gold if g["class"] != "core" or not with_actors]
    false = [
        p for i, p in enumerate(found) if i not in used and not any(scoring.same_act(g, p) for g in spared)
    ]
    return Scored(right, false, missed)


def annotated(section: Row, text: str) -> list[Row]:
    """Events of a file with their offsets. Raises MovedError where the text is another one."""
    rows = []
    for row in section["events"]:
        end = row["start"] + row["length"]
        if around(text, row["start"], end) != row["around"]:
            raise MovedError(f"{section['file']}: the event at {row['start']} is not where it was annotated")
        rows.append(row | {"end": end})
    return rows


def found_in(path: Path, sections: Sequence[Sequence[int]], gazetteer: Gazetteer) -> tuple[str, list[Row]]:
    """Text of a document, and the acts found in the annotated sections of it."""
    document = read_document(path, source_id=path.stem, edition="text")
    acts = find_acts(document, make_flows(document), gazetteer)
    rows = [
        {"start": a.start, "end": a.end, "date": a.date, "title": a.title, "act": a.act, "actors": a.actors}
        for a in acts
        if any(start <= a.start < end for start, end in sections)
    ]
    return document.text, rows


def cell(counts: Sequence[int]) -> str:
    """F1 with right, false and missed."""
    return f"{f1(counts):.2f} ({counts[0]}/{counts[1]}/{counts[2]})"


def row(name: str, which: str, columns: Sequence[Sequence[int]]) -> str:
    """A row of the table: numbers of core and of planned acts, then counts by tier of the first run, now, and without plans."""
    (core, ahead), *tiers = columns
    pairs = [f"{cell(tiers[i])}, {cell(tiers[i + 1])}" for i in range(0, len(tiers), 2)]
    return f"| {name} | {which} | {core} | {ahead} | {' | '.join(pairs)} |"


def print_errors(what: str, events: Sequence[Row]) -> None:
    """A line an event."""
    for event in events:
        print(what, *(event[key] for key in ("date", "act", "title", "actors", "start")))


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--tools", type=Path, required=True)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--write", action="store_true", help="bring docs/evaluation.md up to date")
    options = parser.parse_args()
    scoring = scorer(options.tools)
    gazetteer = Gazetteer.load(ROOT / "config" / "areas.csv")
    lines = [
        "| document | set | core acts | only planned | first sight: E1, E2 | now: E1, E2 | without those only planned: E1, E2 |",
        "|---" * 7 + "|",
    ]
    pools: dict[str, list[list[Sequence[int]]]] = {}
    for path in sorted(ANNOTATED.glob("*.json")):
        section = json.loads(path.read_text(encoding="utf-8"))
        text, found = found_in(options.corpus / section["file"], section["sections"], gazetteer)
        gold = annotated(section, text)
        done = [g for g in gold if not g["ahead"]]
        now = [score(scoring, gold, found, tier == "E2") for tier in TIERS]
        happened = [score(scoring, done, found, tier == "E2") for tier in TIERS]
        core = [g for g in gold if g["class"] == "core"]
        columns: list[Sequence[int]] = [
            (len(core), sum(g["ahead"] for g in core)),
            *(section["first_sight"][tier] for tier in TIERS),
            *(each.counts for each in (*now, *happened)),
        ]
        lines.append(row(path.stem, section["set"], columns))
        pools.setdefault(section["set"], []).append(columns)
        if options.errors:
            for tier, each in zip(TIERS, now, strict=True):
                print_errors(f"{path.stem} {tier} missed", each.missed)
                print_errors(f"{path.stem} {tier} false", each.false)
    for which, tables in sorted(pools.items()):
        if len(tables) > 1:
            pooled = [
                [sum(cells) for cells in zip(*column, strict=True)] for column in zip(*tables, strict=True)
            ]
            lines.append(row(f"all {len(tables)}", which, pooled))
    measured = "\n".join(lines)
    print(measured)
    if options.write:
        renew(EVALUATION, {"acts of documents": measured}, write=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
