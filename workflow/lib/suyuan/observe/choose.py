"""Which of several statements of one quantity is used: a fixed order of rules, each named.

1. grade: primary, then repost, mirror, abstract (how near to the publisher the number was read)
2. edition: original, then text, digest, collected
3. comparator: an exact number, then a range, then about, then one-sided (more than, at most …)
4. time: the finer time
5. score: the better fit to the measure, to two decimals
6. order: the first by source, place in its text and fact_id, so that the choice never depends on the order of files
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from suyuan.records import CollectedLocator, Fact
from suyuan.records.period import period

GRADES = ("primary", "repost", "mirror", "abstract")
EDITIONS = ("original", "text", "digest", "collected")
COMPARATORS = {"=": 0, "range": 1, "~": 2}  # all others after these
RULES = ("grade", "edition", "comparator", "time", "score", "order")


def grade_of(fact: Fact, grades: Mapping[str, str] | None = None) -> str:
    """Grade of evidence: of a collected number its own, of a document that of its source, primary unless given."""
    if isinstance(fact.locator, CollectedLocator):
        return fact.locator.grade
    return (grades or {}).get(fact.source_id, "primary")


def rank(
    fact: Fact, grades: Mapping[str, str] | None = None
) -> tuple[int, int, int, int, float, tuple[str, int, str]]:
    """Sort key by the rules, the best first."""
    days = period(fact.time).days
    return (
        GRADES.index(grade_of(fact, grades)),
        EDITIONS.index(fact.edition),
        COMPARATORS.get(fact.comparator, len(COMPARATORS)),
        days if days is not None else 10**9,
        -round(fact.measure_score or 0.0, 2),
        (fact.source_id, fact.start, fact.fact_id),
    )


def choose(facts: Sequence[Fact], grades: Mapping[str, str] | None = None) -> tuple[list[Fact], str]:
    """The statements, the chosen one first, and the name of the first rule that set it before the second.

    ``only`` where there is one statement. Raises ValueError for none.
    """
    if not facts:
        raise ValueError("there is no statement to choose from")
    ordered = sorted(facts, key=lambda fact: rank(fact, grades))
    if len(ordered) == 1:
        return ordered, "only"
    best, second = rank(ordered[0], grades), rank(ordered[1], grades)
    rule = next(name for name, a, b in zip(RULES, best, second, strict=True) if a != b or name == RULES[-1])
    return ordered, rule
