"""A number as the sheet shows it: the number formats of Office Open XML (ECMA-376 part 1, 18.8.30 and 18.8.31).

Two readings differ from the screen on purpose, because a plain text has no colour and no column width: a negative number
that is shown in red or in brackets only gets its minus sign, and a number in General form is written in full (15 digits of
an integer, 10 significant digits otherwise). Fractions (# ?/?) are written as decimals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Literal

# Formats that a file names by number alone; 27 to 36 and 50 to 58 as they stand in Chinese (PRC).
BY_NUMBER = {
    14: "yyyy/m/d", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"',
    36: 'yyyy"年"m"月"', 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"',
    55: '上午/下午h"时"mm"分"', 56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|!(?P<banged>.)|_.|\*.|(?P<bracket>\[[^\]]*\])'
    r"|(?P<noon>上午/下午|AM/PM|A/P)|(?P<general>G/通用格式|General)|(?P<exponent>E[+-])|(?P<date>y+|m+|d+|h+|s+|e+|a{3,4})"
    r"|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<text>@)|(?P<other>.)",
    re.I | re.S,
)
CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
ELAPSED = re.compile(r"\[([hms]+)\]", re.I)
MINUS = re.compile(r"[-−－负减降]")
WEEKDAYS = "一二三四五六日"
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Kind = Literal[
    "literal", "digit", "point", "comma", "percent", "exponent", "date", "elapsed", "noon", "text", "general"
]
KINDS: dict[str, Kind] = {
    "general": "general", "exponent": "exponent", "noon": "noon", "date": "date", "digit": "digit", "point": "point",
    "comma": "comma", "percent": "percent", "text": "text",
}  # fmt: skip
Moment = datetime | date | time | timedelta


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a format."""

    kind: Kind
    text: str


@dataclass(slots=True)
class Section:
    """One of the up to four parts of a format, divided by semicolons."""

    tokens: list[Token] = field(default_factory=list)
    condition: tuple[str, Decimal] | None = None

    def has(self, *kinds: Kind) -> bool:
        """Whether a token of one of the kinds is in it."""
        return any(token.kind in kinds for token in self.tokens)


def is_date_format(code: str) -> bool:
    """Whether the format shows a day or a time."""
    return any(section.has("date", "elapsed", "noon") for section in sections(code)[:1])


def show_number(value: int | float, code: str) -> str:
    """A number in the format ``code``; empty where the format shows nothing (``;;;``)."""
    number = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
    parts = sections(code)
    chosen, own_sign = _choose(parts, number)
    if chosen is None:
        return ""
    if not chosen.has("digit", "general") and not chosen.has("text"):
        return "".join(token.text for token in chosen.tokens if token.kind == "literal")
    if chosen.has("text") and not chosen.has("digit", "general"):
        return show_text(_general(number), code)
    shown = _placed(chosen, abs(number))
    if number >= 0 or not any(char in "123456789" for char in shown):
        return shown
    if own_sign:
        literal = "".join(token.text for token in chosen.tokens if token.kind == "literal")
        if MINUS.search(literal):
            return shown
        shown = re.sub(r"^(\D*)[(（](.*)[)）](\s*)$", r"\1\2\3", shown).strip()
    return "-" + shown


def show_text(value: str, code: str) -> str:
    """A text in the format ``code``: only a section with @ changes it."""
    parts = sections(code)
    last = parts[-1]
    if len(parts) in (1, 4) and last.has("text") and not last.has("digit"):
        return "".join(value if token.kind == "text" else token.text for token in last.tokens)
    return value


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


@lru_cache(maxsize=512)
def sections(code: str) -> list[Section]:
    """The parts of a format; not to be changed, the same ones are given again."""
    found = [Section()]
    for match in TOKEN.finditer(code):
        kind, text = match.lastgroup, match.group(match.lastgroup) if match.lastgroup else ""
        here = found[-1]
        if kind == "other" and text == ";":
            found.append(Section())
        elif kind == "bracket":
            _bracket(text, here)
        elif kind in ("quoted", "escaped", "banged", "other"):
            here.tokens.append(Token("literal", text))
        elif kind is not None:
            here.tokens.append(Token(KINDS[kind], text))
    return found


def _bracket(text: str, section: Section) -> None:
    """[¥], a condition, or hours beyond a day; colours and languages show nothing."""
    if condition := CONDITION.fullmatch(text):
        section.condition = (condition[1], Decimal(condition[2]))
    elif currency := CURRENCY.fullmatch(text):
        section.tokens.append(Token("literal", currency[1]))
    elif elapsed := ELAPSED.fullmatch(text):
        section.tokens.append(Token("elapsed", elapsed[1]))


def _choose(parts: list[Section], number: Decimal) -> tuple[Section | None, bool]:
    """The section for a number, and whether it stands for the sign itself."""
    if any(part.condition for part in parts):
        for part in parts:
            if part.condition is None or _holds(number, *part.condition):
                return part, bool(
                    part.condition and part.condition[0] in ("<", "<=") and part.condition[1] <= 0
                )
        return parts[-1], False
    numeric = parts[:3] if len(parts) == 4 or not parts[-1].has("text") else parts[: max(1, len(parts) - 1)]
    if number > 0 or len(numeric) == 1:
        return numeric[0], False
    if number < 0:
        return numeric[1], True
    return (numeric[2] if len(numeric) > 2 else numeric[0]), False


def _holds(number: Decimal, sign: str, bound: Decimal) -> bool:
    return {
        "<": number < bound, "<=": number <= bound, ">": number > bound, ">=": number >= bound,
        "=": number == bound, "<>": number != bound,
    }[sign]  # fmt: skip


def _general(number: Decimal) -> str:
    if number == number.to_integral_value():
        return f"{number:.0f}"
    if abs(number) < Decimal("1e-9"):
        return f"{number:.5E}"
    exact = Decimal(f"{number:.10g}")
    return f"{exact:f}".rstrip("0").rstrip(".")


def _placed(section: Section, number: Decimal) -> str:
    """The digits of ``number`` (not negative) in the places of the section, with what stands between."""
    if section.has("general"):
        return "".join(
            _general(number) if t.kind == "general" else t.text
            for t in section.tokens
            if t.kind in ("general", "literal")
        )
    tokens = section.tokens
    digits = [i for i, token in enumerate(tokens) if token.kind == "digit"]
    if section.has("exponent"):
        return _scientific(tokens, number)
    if any(t.kind == "literal" and "/" in t.text for t in tokens[digits[0] : digits[-1]]):
        return _general(number)  # a fraction
    point = next((i for i, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    whole = [i for i in digits if i < point]
    decimals = [i for i in digits if i > point]
    last = whole[-1] if whole else -1
    commas = [i for i, token in enumerate(tokens) if token.kind == "comma"]
    end = digits[-1]
    scaling = [i for i in commas if (last < i < point) or i > end]
    grouped = any(whole and whole[0] < i < last for i in commas)
    number = number.scaleb(2 * sum(token.kind == "percent" for token in tokens) - 3 * len(scaling))
    rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    integer, _, fraction = f"{rounded:f}".partition(".")
    places = _whole(tokens, whole, "" if integer == "0" else integer, grouped)
    places |= _decimals(tokens, decimals, fraction)
    parts = []
    for i, token in enumerate(tokens):
        if token.kind == "digit":
            parts.append(places[i])
        elif token.kind == "point":
            parts.append(
                ("" if whole else places.get(-1, "")) + ("." if any(places[d] for d in decimals) else "")
            )
        elif token.kind in ("literal", "percent"):
            parts.append(token.text)
    return "".join(parts).strip()


def _whole(tokens: list[Token], places: list[int], integer: str, grouped: bool) -> dict[int, str]:
    """Digits of the integer part by place, filled from the right; the first place takes what is left."""
    filled: dict[int, str] = {}
    left = integer
    written = 0
    if not places:
        return {-1: integer}
    for i in reversed(places):
        taken, left = (left, "") if i == places[0] else (left[-1:], left[:-1])
        taken = taken or ("0" if tokens[i].text == "0" else "")
        out = ""
        for digit in reversed(taken):
            out = digit + ("," if grouped and written and written % 3 == 0 else "") + out
            written += 1
        filled[i] = out
    return filled


def _decimals(tokens: list[Token], places: list[int], fraction: str) -> dict[int, str]:
    filled = dict(zip(places, fraction, strict=False))
    for i in reversed(places):
        if tokens[i].text == "0" or filled[i] != "0":
            break
        filled[i] = ""
    return filled


def _scientific(tokens: list[Token], number: Decimal) -> str:
    cut = next(i for i, token in enumerate(tokens) if token.kind == "exponent")
    point = next((i for i, token in enumerate(tokens[:cut]) if token.kind == "point"), cut)
    decimals = sum(token.kind == "digit" for token in tokens[point:cut])
    wide = sum(token.kind == "digit" for token in tokens[cut:])
    mantissa, _, power = f"{number:.{decimals}E}".partition("E")
    sign = "-" if power.startswith("-") else ("+" if tokens[cut].text.endswith("+") else "")
    return f"{mantissa}E{sign}{power.lstrip('+-').zfill(wide)}"


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
