"""Decisions of a reviewer about measures (config/measure_decisions.csv)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from suyuan.csvtable import read_table
from suyuan.reconcile.catalogue import STAGE, Catalogue
from suyuan.records import Fact, Problem
from suyuan.records.fact import Edition
from suyuan.sources.dates import edtf_problem
from suyuan.suggest import not_known

COLUMNS = (
    "fact_id",
    "source_id",
    "edition",
    "surface",
    "quote",
    "measure_id",
    "breakdown",
    "who",
    "when",
    "reason",
)
NEEDED = ("who", "when", "reason")


@dataclass(frozen=True, slots=True)
class Decision:
    """Which measure a fact is about, decided by a person. An empty ``measure_id``: none of the catalogue."""

    line: int  # in the file, the head line is 1
    fact_id: str
    source_id: str
    edition: str  # in which it was read; empty: any
    surface: str
    quote: str  # words of the sentence, the surface among them
    measure_id: str
    breakdown: str  # name=value;name=value that the reader did not see; empty: as read
    who: str
    when: str
    reason: str

    def selects(self, fact: Fact) -> bool:
        """By id if given; else by source and edition (if given), surface and words of the sentence."""
        if self.fact_id:
            return fact.fact_id == self.fact_id
        return (
            (not self.source_id or fact.source_id == self.source_id)
            and (not self.edition or fact.edition == self.edition)
            and fact.surface == self.surface
            and self.quote in fact.sentence
        )


def breakdown_of(decision: Decision) -> dict[str, str]:
    """The breakdown that a decision adds. Raises ValueError for a part that is not name=value."""
    pairs = [part.partition("=") for part in decision.breakdown.split(";") if part.strip()]
    if not all(name.strip() and sign and value.strip() for name, sign, value in pairs):
        raise ValueError(f"{decision.breakdown!r} is not name=value;name=value")
    return {name.strip(): value.strip() for name, _, value in pairs}


def read_decisions(path: Path, catalogue: Catalogue) -> tuple[list[Decision], list[Problem]]:
    """Decisions of the file in order; an absent file has none. A row with a mistake is left out with a Problem.

    Where the catalogue itself could not be read, nothing is decided and nothing said: its own Problem tells why.
    """
    if not path.exists() or not catalogue.readable:
        return [], []
    rows, problems = read_table(path, f"{path.parent.name}/{path.name}", STAGE, COLUMNS)
    decisions: list[Decision] = []
    for line, row in rows:
        decision = Decision(line=line, **{name: row[name] for name in COLUMNS})
        mistake = _mistake(row, catalogue) or _breakdown_mistake(decision, catalogue)
        if mistake:
            problems.append(_problem(path, line, *mistake))
        else:
            decisions.append(decision)
    return decisions, problems


def _mistake(row: dict[str, str], catalogue: Catalogue) -> tuple[str, str] | None:
    if not row["fact_id"] and not (row["surface"] and row["quote"]):
        return (
            "neither fact_id nor surface and quote are given",
            "copy fact_id from processed/measure_review.csv",
        )
    if not row["fact_id"] and row["surface"] not in row["quote"]:
        return "the quote does not hold the surface", "quote words of the sentence with the number among them"
    if row["edition"] and row["edition"] not in get_args(Edition):
        return f"unknown edition {row['edition']}", not_known(row["edition"], get_args(Edition))
    if row["edition"] and not row["source_id"]:
        return "edition is given without source_id", "say of which source"
    empty = [name for name in NEEDED if not row[name]]
    if empty:
        return f"{', '.join(empty)} is empty", "say who decided, when and why"
    wrong = edtf_problem(row["when"])
    if wrong is not None:
        return f"when: {wrong}", "write the day of the decision"
    return catalogue.not_usable(row["measure_id"]) if row["measure_id"] else None


def _breakdown_mistake(decision: Decision, catalogue: Catalogue) -> tuple[str, str] | None:
    try:
        names = breakdown_of(decision)
    except ValueError as error:
        return f"breakdown: {error}", "write it as 领域=交通"
    known = sorted(catalogue.known_dimensions())
    unknown = [name for name in names if name not in known]
    if unknown:
        return (
            f"breakdown: unknown dimension {unknown[0]!r}",
            f"{not_known(unknown[0], known)} (config/dimensions.yaml)",
        )
    return None


def match_decisions(
    facts: Sequence[Fact], decisions: Sequence[Decision]
) -> tuple[dict[str, Decision], list[Problem]]:
    """Decision for each fact_id that one selects, the first of two. One that selects nothing, two facts of one
    edition, or a fact that is decided already is a Problem and is not applied. One for an edition that was not read
    rests, with a note.
    """
    chosen: dict[str, Decision] = {}
    read = {(fact.source_id, fact.edition) for fact in facts}
    problems: list[Problem] = []
    path = Path("config/measure_decisions.csv")
    for decision in decisions:
        found = _inside_quote([fact for fact in facts if decision.selects(fact)], decision)
        editions = [(fact.source_id, fact.edition) for fact in found]
        earlier = [chosen[fact.fact_id] for fact in found if fact.fact_id in chosen]
        if not found and decision.edition and (decision.source_id, decision.edition) not in read:
            what = f"the {decision.edition} of {decision.source_id} is not read in this build; the decision rests"
            todo = "nothing, if you have no copy of that edition"
            problems.append(_problem(path, decision.line, what, todo).model_copy(update={"severity": "note"}))
        elif earlier:
            what = f"line {earlier[0].line} decides the same fact {found[0].fact_id}"
            problems.append(_problem(path, decision.line, what, "keep one of the two"))
        elif not found:
            todo = "correct fact_id or quote; ids are in processed/facts.csv"
            problems.append(_problem(path, decision.line, "selects no fact", todo))
        elif len(set(editions)) < len(editions):
            ids = ", ".join(fact.fact_id for fact in found)
            todo = "use fact_id or a longer quote"
            problems.append(
                _problem(path, decision.line, f"selects several facts of one edition: {ids}", todo)
            )
        else:
            chosen.update((fact.fact_id, decision) for fact in found)
    return chosen, problems


def _inside_quote(found: Sequence[Fact], decision: Decision) -> list[Fact]:
    """Of facts with one surface twice in one sentence, those inside the quote; all where that does not tell."""
    kept: list[Fact] = []
    sentences = dict.fromkeys((fact.source_id, fact.edition, fact.sentence) for fact in found)
    for source_id, edition, sentence in sentences:
        here = sorted(
            (f for f in found if (f.source_id, f.edition, f.sentence) == (source_id, edition, sentence)),
            key=lambda fact: fact.start,
        )
        at = [match.start() for match in re.finditer(re.escape(decision.surface), sentence)]
        first = sentence.find(decision.quote)
        last = first + len(decision.quote) - len(decision.surface)
        told = len(here) > 1 and len(at) == len(here)
        kept += (
            [fact for fact, place in zip(here, at, strict=False) if first <= place <= last] if told else here
        )
    return kept


def _problem(path: Path, line: int, what: str, todo: str) -> Problem:
    return Problem(
        stage=STAGE, file=f"{path.parent.name}/{path.name}", where=f"line {line}", what=what, todo=todo
    )
