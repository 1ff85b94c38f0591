"""What stands behind the bracket around numbers and holds for each of them: （2.3±0.4）|万元, （4.5±0.6）|×10¹²/L."""

from __future__ import annotations

import re
from fractions import Fraction

from suyuan.quantities.numerals import MULTIPLIER, MULTIPLIERS
from suyuan.quantities.scan import SCIENTIFIC, ten_to
from suyuan.quantities.units import Unit, rate_at, unit_at

POWER = re.compile(MULTIPLIER)
ONE = Fraction(1)


def unit_behind(text: str, at: int) -> tuple[Fraction, Unit | None]:
    """The multiplier (1 without one) and the unit that begin at ``at``; None for the unit where none is there."""
    unit = unit_at(text, at)
    if unit is not None:
        return ONE, unit
    science = SCIENTIFIC.match(text, at)
    if science is not None:
        end = science.end()
        unit = unit_at(text, end) or rate_at(text, end)
        return (ten_to(science), unit) if unit is not None else (ONE, None)
    power = POWER.match(text, at)
    unit = unit_at(text, power.end()) if power is not None else None
    return (
        (Fraction(MULTIPLIERS[power.group()]), unit)
        if power is not None and unit is not None
        else (ONE, None)
    )
