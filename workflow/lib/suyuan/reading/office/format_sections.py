"""The parts and tokens of a number format of Office Open XML (ECMA-376 part 1, 18.8.30 and 18.8.31)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
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
Kind = Literal[
    "literal", "digit", "point", "comma", "percent", "exponent", "date", "elapsed", "noon", "text", "general"
]
KINDS: dict[str, Kind] = {
    "general": "general", "exponent": "exponent", "noon": "noon", "date": "date", "digit": "digit", "point": "point",
    "comma": "comma", "percent": "percent", "text": "text",
}  # fmt: skip


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
