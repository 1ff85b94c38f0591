"""Mention: a quantity as the grammar of numbers reads it, before it is known what it is about."""

from __future__ import annotations

from fractions import Fraction

from suyuan.records.fact import Comparator, NumeralClass
from suyuan.values import value


@value
class Mention:
    """A quantity in a flow. Positions count characters of ``Flow.text``; numbers are in the base unit."""

    start: int  # of the surface: qualifier + number + multiplier + unit, as short as possible
    end: int
    number_start: int  # of the numeral alone
    number_end: int
    comparator: Comparator
    value: Fraction | None
    value_min: Fraction | None
    value_max: Fraction | None
    step: Fraction | None
    step_ambiguous: bool
    low: Fraction | None
    high: Fraction | None
    low_open: bool
    high_open: bool
    bound_rule: str
    unit: str | None  # base unit: classifier, CNY, %, 倍, CNY/km2, None for a bare statistic
    unit_text: str | None  # as printed
    rule: str  # construction that read it; becomes Fact.method
    rank: bool = False  # 第四, 首个
    unit_carried: bool = False  # the unit stands at another member of the list (57、14和4项)
    list_id: int | None = None  # members of one enumeration share it (57、14和4项; 14项、13项)
    list_index: int = 0  # place in that enumeration, from 0


@value
class Ledger:
    """A numeral that is no quantity, with its class; ``reason`` is set for class ``unread``, and for rows without lines."""

    start: int
    end: int
    numeral_class: NumeralClass
    reason: str | None = None
