"""The time of one quantity."""

from __future__ import annotations

from dataclasses import dataclass

from suyuan.records.fact import TimeFrom, TimeKind
from suyuan.time.expression import TimeExpression


@dataclass(frozen=True, slots=True)
class AssignedTime:
    """Time of a quantity: EDTF or None, its kind, how far away it was stated, and the expression that states it."""

    edtf: str | None = None
    kind: TimeKind | None = None
    time_from: TimeFrom | None = None
    planned: bool = False
    expression: TimeExpression | None = None


NO_TIME = AssignedTime()
