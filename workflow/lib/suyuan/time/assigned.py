"""The time of one quantity."""

from __future__ import annotations

from suyuan.records.fact import TimeFrom, TimeKind
from suyuan.time.expression import TimeExpression
from suyuan.values import value


@value
class AssignedTime:
    """Time of a quantity: EDTF or None, its kind, how far away it was stated, and the expression that states it."""

    edtf: str | None = None
    kind: TimeKind | None = None
    time_from: TimeFrom | None = None
    planned: bool = False
    expression: TimeExpression | None = None
    rule: str = ""  # construction that attached it, or that leaves the quantity without a time
    moved: str = ""  # construction that then set it to other dates: a run of years, what was there at the end of a period


def no_time(rule: str) -> AssignedTime:
    """No time, and the rule that says so."""
    return AssignedTime(rule=rule)
