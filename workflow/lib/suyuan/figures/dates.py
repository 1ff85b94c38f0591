"""Days as numbers on a time axis, where its ticks stand, and dates in words."""

from __future__ import annotations

import re
from datetime import date, timedelta

EPOCH = date(1970, 1, 1).toordinal()
# months between ticks, whole years from 12 on
STEPS = (1, 2, 3, 4, 6, 12, 24, 60, 120, 240, 300, 600, 1200, 12000)
DAYS = (1, 2, 5, 10, 20)  # days between ticks where there is no first of a month


PLAIN = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")  # a year, month or day that is known
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def shown_time(edtf: str, language: str) -> str:
    """A date in running text: ``2017年10月4日``, ``December 2022``. Other EDTF (intervals, unknown parts) stays as it is."""
    found = PLAIN.fullmatch(edtf)
    if found is None:
        return edtf
    year, month, day = (int(part) if part else None for part in found.groups())
    if language == "zh":
        return f"{year}年" + (f"{month}月" if month else "") + (f"{day}日" if day else "")
    parts = (str(day) if day else None, MONTHS[month - 1] if month else None, str(year))
    return " ".join(part for part in parts if part)


def day_number(day: date) -> float:
    """Days since 1970-01-01, as matplotlib counts them."""
    return float(day.toordinal() - EPOCH)


def ticks(left: float, right: float, most: int = 10) -> list[tuple[date, str]]:
    """Days of ticks between two day numbers with their labels: 2022 at the first of January, else 2022-07.

    Whole years where the axis spans more than two, days where it spans less than two months; at most ``most`` ticks.
    """
    first, last = _day(left), _day(right)
    months = (last.year - first.year) * 12 + last.month - first.month
    least = 12 if right - left > 2 * 366 else 1
    step = next((s for s in STEPS if s >= least and months / s <= most), STEPS[-1])
    found = []
    for number in range(first.year * 12, last.year * 12 + 12):
        day = date(number // 12, number % 12 + 1, 1) if number >= 12 else date.min
        if number % step == 0 and first <= day <= last:
            found.append((day, f"{day.year}" if step >= 12 else f"{day:%Y-%m}"))
    return found if len(found) > 1 else _day_ticks(first, last, most)


def _day_ticks(first: date, last: date, most: int) -> list[tuple[date, str]]:
    length = (last - first).days
    step = next((s for s in DAYS if length / s <= most / 2), DAYS[-1])
    days = [first + timedelta(days=offset) for offset in range(step // 2, length + 1, step)]
    return [(day, f"{day:%Y-%m-%d}") for day in days]


def _day(number: float) -> date:
    return date.fromordinal(max(1, int(number) + EPOCH))
