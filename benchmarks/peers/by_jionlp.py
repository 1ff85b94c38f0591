"""JioNLP: money, and durations among the times that it finds."""

from __future__ import annotations

from typing import Any

import jionlp
from common import Mention, Peer, mention

COMPARATORS = {"accurate": "=", "blur": "~", "blur+": ">", "blur-": "<"}
CURRENCIES = {"元": "CNY", "美元": "USD", "欧元": "EUR", "港元": "HKD", "日元": "JPY", "英镑": "GBP"}
UNITS = {"year": "年", "month": "月", "day": "天", "week": "周", "hour": "小时", "minute": "分钟"}


def bounds(values: list[float]) -> dict[str, Any]:
    """The fields of a value, or of a range."""
    if len(values) == 1:
        return {"value": values[0]}
    return {"value": None, "value_min": values[0], "value_max": values[-1], "comparator": "range"}


def money(text: str) -> list[Mention]:
    """Sums of money."""
    found = []
    for result in jionlp.ner.extract_money(text, with_parsing=True):
        start, end = result["offset"]
        detail = result["detail"]
        numbers = detail["num"] if isinstance(detail["num"], list) else [detail["num"]]
        comparator = COMPARATORS.get(detail["definition"], "=")
        if comparator == "<" and "近" in result["text"]:
            comparator = "~"
        unit = CURRENCIES.get(detail["case"], detail["case"])
        row = mention(start, end, None, unit, comparator=comparator)
        found.append(row | bounds([float(number) for number in numbers]))
    return found


def durations(times: list[dict[str, Any]]) -> list[Mention]:
    """Durations in one unit, of what extract_time gave."""
    found = []
    for result in times:
        if result["type"] != "time_delta":
            continue
        ends = result["detail"]["time"]
        ends = ends if isinstance(ends, list) else [ends]
        units = {unit for end in ends for unit in end}
        if len(units) == 1 and units <= set(UNITS):
            start, end = result["offset"]
            values = [float(next(iter(one.values()))) for one in ends]
            found.append(mention(start, end, None, UNITS[units.pop()]) | bounds(values))
    return found


class Adapter(Peer):
    packages = ("jionlp",)

    def paragraph(self, text: str) -> list[Mention]:
        return money(text) + durations(jionlp.ner.extract_time(text, with_parsing=True))
