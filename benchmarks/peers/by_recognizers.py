"""Microsoft's recognizers-text: numbers, percentages, currencies, dimensions, temperatures, ages and durations, in Chinese."""

from __future__ import annotations

from typing import Any

from common import Mention, Peer, mention, overlaps, written_unit
from recognizers_date_time import DateTimeRecognizer
from recognizers_number import NumberRecognizer
from recognizers_number_with_unit import NumberWithUnitRecognizer
from recognizers_suite import Culture


def value_of(result: Any) -> float | None:
    """The number of a result."""
    written = str((result.resolution or {}).get("value") or "").rstrip("%")
    try:
        return float(written)
    except ValueError:
        return None


class Adapter(Peer):
    packages = ("recognizers-text-suite", "emoji")

    def __init__(self) -> None:
        numbers = NumberRecognizer(Culture.Chinese)
        units = NumberWithUnitRecognizer(Culture.Chinese)
        self.numbers = numbers.get_number_model()
        self.shares = numbers.get_percentage_model()
        self.money = units.get_currency_model()
        self.sizes = [units.get_dimension_model(), units.get_temperature_model(), units.get_age_model()]
        self.dates = DateTimeRecognizer(Culture.Chinese).get_datetime_model()

    def with_units(self, text: str) -> list[Mention]:
        """Percentages, money and physical quantities, units as written."""
        found: list[Mention] = []
        results = [("%", result) for result in self.shares.parse(text)]
        results += [("money", result) for result in self.money.parse(text)]
        results += [("", result) for model in self.sizes for result in model.parse(text)]
        for kind, result in results:
            unit = written_unit(result.text)
            if kind == "money":
                unit = result.resolution.get("isoCurrency") or unit
            elif kind == "%":
                unit = "百分点" if result.text.endswith("百分点") else "%"
            row = mention(result.start, result.end + 1, value_of(result), unit)
            if row["value"] is not None and not overlaps(row, found):
                found.append(row)
        return found

    def paragraph(self, text: str) -> list[Mention]:
        found = self.with_units(text)
        plain = [
            mention(result.start, result.end + 1, value_of(result)) for result in self.numbers.parse(text)
        ]
        dates: list[Mention] = []
        for result in self.dates.parse(text):
            span = mention(result.start, result.end + 1, None)
            inside = [row for row in plain if overlaps(row, [span])]
            if result.type_name.endswith("duration") and len(inside) == 1 and not overlaps(span, found):
                found.append(span | {"value": inside[0]["value"], "unit": written_unit(result.text)})
            else:
                dates.append(span)
        return found + [
            row for row in plain if row["value"] is not None and not overlaps(row, [*found, *dates])
        ]
