"""A day, a time or a span of time as the sheet shows it: the date formats of Office Open XML (ECMA-376 part 1, 18.8.30)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from suyuan.reading.office.format_sections import Token, sections

WEEKDAYS = "一二三四五六日"
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Moment = datetime | date | time | timedelta


def show_moment(value: Moment, code: str) -> str:
    """A day, a time or a span of time in a date format; ISO form where the format shows none."""
    section = sections(code)[0]
    if not section.has("date", "elapsed", "noon"):
        return str(value)
    seconds, day = _clock(value)
    tokens = section.tokens
    parts = []
    for i, token in enumerate(tokens):
        if token.kind in ("literal", "point", "comma"):
            parts.append(token.text)
        elif token.kind == "noon":
            am, _, pm = token.text.partition("/")
            parts.append(am if seconds // 3600 % 24 < 12 else pm)
        elif token.kind == "elapsed":
            size = {"h": 3600, "m": 60, "s": 1}[token.text[0].lower()]
            parts.append(str(seconds // size).zfill(len(token.text)))
        elif token.kind == "date":
            parts.append(_date_part(tokens, i, day, seconds, section.has("noon")))
    return "".join(parts).strip()


def _clock(value: Moment) -> tuple[int, date | None]:
    """Whole seconds (of the day, or of a span) and the day."""
    if isinstance(value, timedelta):
        return round(value.total_seconds()), None
    if isinstance(value, datetime):
        rounded = value + timedelta(microseconds=500_000)
        return rounded.hour * 3600 + rounded.minute * 60 + rounded.second, rounded.date()
    if isinstance(value, date):
        return 0, value
    return value.hour * 3600 + value.minute * 60 + value.second, None


def _date_part(tokens: list[Token], i: int, day: date | None, seconds: int, noon: bool) -> str:
    text = tokens[i].text.lower()
    letter, size = text[0], len(text)
    if letter == "m" and _is_minutes(tokens, i):
        return str(seconds // 60 % 60).zfill(min(size, 2))
    if letter == "h":
        hour = seconds // 3600 % 24
        return str((hour % 12 or 12) if noon else hour).zfill(min(size, 2))
    if letter == "s":
        return str(seconds % 60).zfill(min(size, 2))
    if day is None:
        return ""
    if letter in "ye":
        return f"{day.year % 100:02d}" if letter == "y" and size <= 2 else f"{day.year:04d}"
    if letter == "m":
        return (
            MONTH_NAMES[day.month - 1][: 3 if size == 3 else None] if size > 2 else str(day.month).zfill(size)
        )
    if letter == "a":
        return ("星期" if size == 4 else "") + WEEKDAYS[day.weekday()]
    return DAY_NAMES[day.weekday()][: 3 if size == 3 else None] if size > 2 else str(day.day).zfill(size)


def _is_minutes(tokens: list[Token], i: int) -> bool:
    """m after hours or before seconds counts minutes."""
    letters = [(k, t.text[0].lower()) for k, t in enumerate(tokens) if t.kind in ("date", "elapsed")]
    at = next(n for n, (k, _) in enumerate(letters) if k == i)
    before = letters[at - 1][1] if at else ""
    after = letters[at + 1][1] if at + 1 < len(letters) else ""
    return before == "h" or after == "s"
