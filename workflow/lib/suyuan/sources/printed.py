"""What a number typed by a person in base units allows: the bounds for collected rows and for corrections.

The rules are those of ``suyuan.quantities.bounds``. The words of the source are not at hand here, only digits,
comparator and unit: 9495000 may have been printed as 949.5万. So a whole number is taken as counted unless it ends in
so many noughts that it was probably printed with a multiplier; then its last digit that is not nought is the step.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any, NamedTuple

from suyuan.quantities import bounds
from suyuan.quantities.numerals import Reading, read_arabic
from suyuan.quantities.units import unit_at
from suyuan.records.fact import Comparator

DIGITS = re.compile(r"-?(0|[1-9][0-9]{0,39})(\.[0-9]{1,40})?")
NOUGHTS = 3  # from so many on (17000) a whole number may have stood there as 1.7万


class Printed(NamedTuple):
    """Step and bounds in the base unit, named as the fields of a fact."""

    step: Fraction | None
    step_ambiguous: bool
    low: Fraction | None
    high: Fraction | None
    low_open: bool
    high_open: bool
    bound_rule: str

    def fields(self) -> dict[str, Any]:
        """The same by field name, to build a fact from."""
        return self._asdict()


def bounds_of(digits: str, comparator: Comparator, unit: str | None) -> Printed:
    """Step and bounds of a number typed as ``digits`` (``39.5``, ``-2``, ``17000``; no separators), in ``unit``.

    A unit that the tables do not know is taken as a classifier. ValueError for other text and for ``range``.
    """
    if not DIGITS.fullmatch(digits):
        raise ValueError(
            f"{digits[:40]!r} is no plain number; write digits only, such as 380000000000 or 39.5"
        )
    if comparator == "range":
        raise ValueError("a range needs two numbers")
    size = read_arabic(digits.lstrip("-"))
    reading = Reading(-size.value, size.step, size.coarse) if digits.startswith("-") else size
    whole = "." not in digits and reading.coarse < 10**NOUGHTS
    found = bounds.bounds_of(reading, comparator, _kind(unit), whole=whole)
    return Printed(
        step=reading.coarse if found.step_ambiguous else reading.step,
        step_ambiguous=found.step_ambiguous,
        low=found.low,
        high=found.high,
        low_open=found.low_open,
        high_open=found.high_open,
        bound_rule=found.rule,
    )


def _kind(unit: str | None) -> str:
    if unit is None:
        return "none"
    known = unit_at(unit, 0)
    return known.kind if known is not None and known.end == len(unit) else "count"
