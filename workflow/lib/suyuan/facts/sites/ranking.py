"""Which candidate is the place of a study: the one of the first row of RANKING that any fits, and of these the one nearest to the
methods, the finest place, the nearest to a word of collecting, the first in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from suyuan.facts.sites.candidates import FINER, Candidate, Evidence, Sort
from suyuan.facts.sites.lines import Where

OFTEN = (
    3  # times that a place is named from which on it is the place of the study without any word that says so
)
TOLD: tuple[Where, ...] = ("abstract", "methods", "before")
WHERE: dict[Where, int] = {"title": 0, "abstract": 0, "methods": 0, "affiliation": 0, "before": 1, "lead": 2}


class Row(NamedTuple):
    """Candidates of one sort with one evidence, where they stand, and why they rank there."""

    sort: Sort
    evidence: Evidence
    why: str
    where: tuple[Where, ...] = ()  # anywhere


RANKING = (
    Row("house", "declared", "the paper is the report of the authors' own ward"),
    Row("house", "patients", "results of patients are those of the hospital, whatever cities are named"),
    Row("house", "works", "works that title or first sentence are on; the city is only where they lie"),
    Row("house", "case", "the title says what the case is", ("title",)),
    Row("town", "case", "the title says what the case is", ("title",)),
    Row("country", "panel", "all provinces, or cities of the whole country", ("abstract", "methods")),
    Row("place", "trial", "a regional trial is of the province that holds it, whatever its sites", TOLD),
    Row("place", "case", "the abstract says what the case is", ("abstract",)),
    Row("place", "surveyed", "the clause says where the survey was made, the next ones only its points", TOLD),
    Row("place", "close", "the abstract says where the sample was taken"),
    Row("house", "pupils", "results of students are those of their school"),
    Row("house", "ours", "the authors say that it was made in their own house"),
    Row("house", "described", "the text is on a firm that it presents at its head"),
    Row("house", "again", "the text goes on to speak of the house"),
    Row("house", "lies", "what the methods begin to describe", ("methods",)),
    Row("place", "lies", "what the methods begin to describe", TOLD),
    Row("house", "case", "the methods say what the case is", TOLD),
    Row("town", "case", "the methods say what the case is", TOLD),
    Row("place", "case", "the methods say what the case is", TOLD),
    Row("house", "led", "the sample was taken in the house; the place is where that stands", ("abstract", "methods")),
    Row("place", "collected", "near a word of collecting", TOLD),
    Row("town", "led", "the sample was taken there", TOLD),
    Row("place", "seat", "where what the study describes lies", TOLD),
    Row("house", "theirs", "patients without another house came to that of the authors"),
    Row("place", "opens", "the first sentences of the methods say where", TOLD),
    Row("place", "often", "what is named more than all others"),
    Row("place", "alone", "the only place, which opens a sentence", TOLD),
    *(
        Row("withheld", clue, "a name withheld says less than any place", TOLD)
        for clue in ("case", "collected", "opens", "often", "alone")
    ),
    Row("country", "panel", "all provinces, or cities of the whole country"),
    *(Row("counted", clue, "only the number of provinces is told", TOLD) for clue in ("case", "collected", "often")),
    Row("country", "survey", "a survey of the whole country, where no place is told", TOLD),
    Row("country", "firms", "listed companies are of the whole country", ("abstract", "methods")),
    Row("house", "led", "a house in some other sentence of the head"),
    Row("place", "led", "a place in some other sentence of the head"),
    Row("town", "led", "a place in some other sentence of the head"),
    Row("place", "case_opens", "it opens the paragraph on the case"),
    Row("place", "title_begins", "what the title begins with stands in it"),
    Row("country", "firms", "listed companies are of the whole country"),
)  # fmt: skip
# where the title names but a part of the country: what says more closely where the study was made in it
CLOSER = (
    Row("town", "given", "the authors gave their village a name"),
    Row("house", "led", "the station of the experiment", ("abstract", "methods")),
    Row("place", "collected", "the cities or counties of the sample", ("abstract", "methods")),
    Row("place", "led", "the cities or counties of the sample", ("lead", "before")),
)
NO_STUDY = frozenset[Evidence]({"declared", "patients", "works", "ours", "described"})  # holds in any paper


def best(candidates: Sequence[Candidate], rows: Sequence[Row] = RANKING) -> Candidate | None:
    """The candidate that wins; None where none fits a row."""
    return min(
        (each for each in candidates if row_of(each, rows) is not None),
        key=lambda each: (row_of(each, rows), WHERE[each.where], each.finer, each.distance),
        default=None,
    )


def row_of(candidate: Candidate, rows: Sequence[Row] = RANKING) -> int | None:
    """Number of the first row that fits a candidate."""
    return next(
        (
            number
            for number, row in enumerate(rows)
            if row.sort == candidate.sort
            and row.evidence in candidate.evidence
            and (not row.where or candidate.where in row.where)
        ),
        None,
    )


def with_counts(candidates: Sequence[Candidate]) -> list[Candidate]:
    """``candidates`` with what their number says: one named more often than all others of its sort, or the only one."""
    out = list(candidates)
    for sort in ("place", "withheld", "counted"):
        same = [each for each in candidates if each.sort == sort and each.where in TOLD]
        counts = Counter(each.names for each in same)
        names, most = next(iter(counts.most_common(1)), ((), 0))
        if most >= OFTEN and 2 * most > counts.total():
            out.append(
                next(each for each in same if each.names == names)._replace(evidence=frozenset({"often"}))
            )
        if len(counts) == 1 and sort != "counted":
            heads = [each for each in same if each.finer <= FINER["prefecture"] and each.distance <= 1]
            out += [each._replace(evidence=frozenset({"alone"})) for each in heads[:1]]
    return out
