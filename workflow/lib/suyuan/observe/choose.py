"""Which of several statements of one quantity is used: a fixed order of rules, each named.

0. key: what the source tells again with a coarser area, breakdown or time (see ``retold``) comes last
1. grade: primary, then repost, mirror, abstract (how near to the publisher the number was read)
2. edition: original, then text, digest, collected
3. comparator: an exact number, then a range, then about, then one-sided (more than, at most …)
4. time: the finer time
5. score: the better fit to the measure, to two decimals
6. told: the later telling, which may hold a revision; one without a known date comes last
7. order: the first by source, place in its text and fact_id, so that the choice never depends on the order of files
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from suyuan.records import CollectedLocator, Fact
from suyuan.records.period import period

GRADES = ("primary", "repost", "mirror", "abstract")
EDITIONS = ("original", "text", "digest", "collected")
COMPARATORS = {"=": 0, "range": 1, "~": 2}  # all others after these
RULES = ("key", "grade", "edition", "comparator", "time", "score", "told", "order")
ONLY = "only"  # in place of a rule, where there is one statement


def grade_of(fact: Fact, grades: Mapping[str, str] | None = None) -> str:
    """Grade of evidence: of a collected number its own, of a document that of its source, primary unless given."""
    if isinstance(fact.locator, CollectedLocator):
        return fact.locator.grade
    return (grades or {}).get(fact.source_id, "primary")


def rank(
    fact: Fact, grades: Mapping[str, str] | None = None, retold: Collection[str] = ()
) -> tuple[bool, int, int, int, int, float, int, tuple[str, int, str]]:
    """Sort key by the rules, the best first; ``retold``: fact_ids of those told with a coarser key."""
    days = period(fact.time).days
    told = period(fact.told).first  # of a telling dated 2024 its first day is sure, not its last
    return (
        fact.fact_id in retold,
        GRADES.index(grade_of(fact, grades)),
        EDITIONS.index(fact.edition),
        COMPARATORS.get(fact.comparator, len(COMPARATORS)),
        days if days is not None else 10**9,
        -round(fact.measure_score or 0.0, 2),
        -told.toordinal() if told is not None else 1,
        (fact.source_id, fact.start, fact.fact_id),
    )


def rule_between(
    better: Fact, worse: Fact, grades: Mapping[str, str] | None = None, retold: Collection[str] = ()
) -> str:
    """Name of the first rule that sets one statement before the other."""
    pairs = zip(RULES, rank(better, grades, retold), rank(worse, grades, retold), strict=True)
    return next((name for name, a, b in pairs if a != b), RULES[-1])


def choose(
    facts: Sequence[Fact], grades: Mapping[str, str] | None = None, retold: Collection[str] = ()
) -> tuple[list[Fact], str]:
    """The statements, the chosen one first, and the name of the first rule that set it before the second.

    ``only`` where there is one statement. Raises ValueError for none.
    """
    if not facts:
        raise ValueError("there is no statement to choose from")
    ordered = sorted(facts, key=lambda fact: rank(fact, grades, retold))
    return ordered, ONLY if len(ordered) == 1 else rule_between(ordered[0], ordered[1], grades, retold)
