"""Records for tests, with everything filled in that the test does not care about."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from suyuan.reconcile.catalogue import Measure
from suyuan.records import Act, CollectedLocator, Fact, TextLocator

HASH = "0" * 12


def make_fact(fact_id: str = "f1", value: Any = 75, **given: Any) -> Fact:
    """A fact about 区域协同地方标准数量 of 京津冀; ``value`` None with value_min and value_max for a range."""
    surface = given.pop("surface", f"{value}项")
    start = given.pop("start", 10)
    grade = given.pop("grade", None)
    locator: Any = TextLocator(start=start, end=start + len(surface), context_hash=HASH)
    if grade is not None:
        locator = CollectedLocator(row=fact_id, address="example.org/page", grade=grade)
        given.setdefault("edition", "collected")
    filled: dict[str, Any] = {
        "fact_id": fact_id,
        "source_id": "s1",
        "edition": "digest",
        "locator": locator,
        "start": start,
        "end": start + len(surface),
        "block": "paragraph",
        "surface": surface,
        "sentence": f"截至当时，区域协同地方标准{surface}。",
        "value": None if value is None else Fraction(str(value)),
        "comparator": "=",
        "unit": "项",
        "time": "2022-12",
        "time_kind": "as_of",
        "area": ("京津冀",),
        "measure": "区域协同地方标准数量",
        "method": "test",
    }
    return Fact.model_validate(filled | given)


def make_act(act_id: str = "a1", **given: Any) -> Act:
    """An agreement of 京津冀 signed in 2014."""
    filled: dict[str, Any] = {
        "act_id": act_id,
        "source_id": "s1",
        "edition": "digest",
        "locator": TextLocator(start=0, end=2, context_hash=HASH),
        "start": 0,
        "end": 2,
        "sentence": "2014年，三地签署协议。",
        "date": "2014",
        "act": "签署",
        "areas": ("京津冀",),
        "method": "test",
    }
    return Act.model_validate(filled | given)


def make_measure(measure_id: str = "standards", **given: Any) -> Measure:
    """A stock counted in 项 with the phrase 区域协同地方标准数量."""
    filled: dict[str, Any] = {
        "id": measure_id,
        "label": {"zh": "区域协同地方标准数量", "en": "standards"},
        "definition": "for tests",
        "unit": "项",
        "unit_aliases": ["个"],
        "kind": "stock",
        "phrases": ["区域协同地方标准数量"],
    }
    return Measure.model_validate(filled | given)
