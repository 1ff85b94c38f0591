"""Facts as JSON objects, as ``suyuan facts FILE`` prints them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from suyuan.records import Fact, PdfLocator, as_number, exact_text

NUMBERS = ("value", "value_min", "value_max", "low", "high")


def fact_json(fact: Fact) -> dict[str, Any]:
    """JSON object of a fact: numbers as JSON numbers, and beside one that is rounded an exact string.

    ``value`` 33.3333333333 (twelve digits) comes with ``value_exact`` ``"100/3"``, which is what the tables hold.
    ``page`` (from 1) and ``bbox`` ([x0, top, x1, bottom] of the first line, points) are null without a page.
    """
    located = fact.locator if isinstance(fact.locator, PdfLocator) else None
    box = located.boxes[0] if located is not None else None
    row: dict[str, Any] = {"start": fact.start, "end": fact.end, "surface": fact.surface}
    for name in NUMBERS:
        row.update(_number(name, getattr(fact, name)))
    row.update(
        low_open=fact.low_open,
        high_open=fact.high_open,
        comparator=fact.comparator,
        unit=fact.unit,
        unit_text=fact.unit_text,
        time=fact.time,
        time_kind=fact.time_kind,
        time_from=fact.time_from,
        area=list(fact.area),
        ref_area=fact.ref_area,
        counterpart_area=fact.counterpart_area,
        body=fact.body,
        measure=fact.measure,
        measure_id=fact.measure_id,
        breakdown=dict(fact.breakdown),
        nature=fact.nature,
        page=box.page if box is not None else None,
        bbox=[box.x0, box.top, box.x1, box.bottom] if box is not None else None,
        block=fact.block,
        section=fact.section,
        sentence=fact.sentence,
        cited_at=fact.cited_at,
        edition=fact.edition,
        method=fact.method,
        status=fact.status,
        fact_id=fact.fact_id,
    )
    return row


def _number(name: str, value: Fraction | None) -> dict[str, Any]:
    number = as_number(value)
    row: dict[str, Any] = {name: number}
    if value is not None and Fraction(str(number)) != value:
        row[f"{name}_exact"] = exact_text(value)
    return row
