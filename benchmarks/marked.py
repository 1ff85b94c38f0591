"""Time, area and measure in the marked texts of studies (tests/data/marked) against their authors' marks.

    python benchmarks/marked.py --tools FOLDER [--no-config] [--errors] [--write]

FOLDER holds the scorer (score.py), whose rules say when times, areas and measures are alike. Of each set: the share of marked
quantities that are found (some fact stands over the mark; its value is not judged here), and of all marks the share with
the right time, the right area, both, and the right measure as well; facts beside any mark are counted. --errors lists what
differs. --write brings docs/evaluation.md up to date.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from scored_texts import EVALUATION, ROOT, facts_found, options_of

from marked import FOLDER, Mark, Marked, marked_texts  # isort: skip - tests/ is no package
from scoring_sections import scorer  # isort: skip - tests/ is no package
from suyuan.facts import Knowledge
from suyuan.markers import renew
from suyuan.places.tables import base_places
from suyuan.reading import read_document

COUNTY = re.compile("(?<=..)[县旗]$")
COLUMNS = ("found", "time", "area", "time and area", "and measure")


@dataclass(frozen=True)
class Score:
    """Of one text: how many marks there are, how many are right in each of COLUMNS, and how many facts stand beside them."""

    marks: int
    right: tuple[int, ...]
    beside: int


def score_text(score: ModuleType, marked: Marked, knowledge: Knowledge, folder: Path, errors: bool) -> Score:
    """Read a text and hold its facts against its marks; each mark is met by the first fact over it."""
    path = folder / f"{marked.name}.txt"
    path.write_text(marked.text, encoding="utf-8")
    facts = facts_found(read_document(path, source_id=marked.name, edition="text"), knowledge)
    met: set[int] = set()
    right = [0] * len(COLUMNS)
    for mark in marked.marks:
        over = [k for k, fact in enumerate(facts) if fact["start"] < mark.end and mark.start < fact["end"]]
        met.update(over)
        alike = judged(score, mark, facts[over[0]]) if over else (False,) * len(COLUMNS)
        right = [n + yes for n, yes in zip(right, alike, strict=True)]
        if errors and not all(alike):
            print(json.dumps(_error(marked, mark, facts[over[0]] if over else None), ensure_ascii=False))
    return Score(len(marked.marks), tuple(right), len(facts) - len(met))


def judged(score: ModuleType, mark: Mark, fact: dict[str, Any]) -> tuple[bool, ...]:
    """Whether a fact is right in each of COLUMNS."""
    time = score.same_time(mark.time, fact.get("time"))
    area = score.same_area(_unended(mark.area), _unended(fact.get("area") or ()))
    measure = score.same_measure({"measure": mark.measure}, fact)
    return True, time, area, time and area, time and area and measure


def _unended(names: Sequence[str]) -> list[str]:
    """Names of counties without 县, as the scorer takes cities without 市: some of the authors write it, some do not.

    Not where another place bears the rest (长沙县, 长沙).
    """
    others = {place.name for place in base_places() if place.kind != "county"}
    return [stem if (stem := COUNTY.sub("", name)) not in others else name for name in names]


def _error(marked: Marked, mark: Mark, fact: dict[str, Any] | None) -> dict[str, Any]:
    got = None if fact is None else {key: fact.get(key) for key in ("time", "area", "measure", "breakdown")}
    surface = marked.text[mark.start : mark.end]
    wanted = {"time": mark.time, "area": mark.area, "measure": mark.measure}
    return {"text": marked.name, "surface": surface, "wanted": wanted, "got": got}


def table(sets: Sequence[tuple[str, Sequence[Score]]]) -> str:
    """Markdown: a row a set."""
    lines = [
        f"| set | texts | marks | {' | '.join(COLUMNS)} | facts beside |",
        "|---" * (4 + len(COLUMNS)) + "|",
    ]
    for name, scores in sets:
        marks = sum(each.marks for each in scores)
        shares = [f"{sum(each.right[k] for each in scores) / marks:.3f}" for k in range(len(COLUMNS))]
        beside = sum(each.beside for each in scores)
        lines.append(f"| {name} | {len(scores)} | {marks} | {' | '.join(shares)} | {beside} |")
    return "\n".join(lines)


def _sets(score: ModuleType, knowledge: Knowledge, errors: bool) -> Iterator[tuple[str, list[Score]]]:
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(FOLDER.glob("*.txt")):
            texts = marked_texts(path)
            yield path.stem, [score_text(score, text, knowledge, Path(folder), errors) for text in texts]


def main() -> int:
    parser = options_of(__doc__, corpus=False)
    parser.add_argument(
        "--no-config", action="store_true", help="without the subject's catalogue and gazetteer"
    )
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    knowledge = Knowledge.load(None if options.no_config else ROOT / "config")
    measured = table(list(_sets(scorer(options.tools), knowledge, options.errors)))
    print(measured)
    if options.write:
        renew(EVALUATION, {"marked texts": measured}, write=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
