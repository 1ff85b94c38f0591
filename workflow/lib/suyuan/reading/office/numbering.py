"""Numbers of lists and headings that a word processor writes by itself (numbering.xml)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

DIGITS = "〇一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
BULLET = "•"
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how its number looks and where it begins."""

    form: str = "decimal"
    text: str = ""  # %1、 or %1.%2
    start: int = 1
    after: str = " "
    legal: bool = False  # all numbers in it Arabic
    restart: int | None = None  # level (from 1) that sets it back; 0 never, None any higher one


@dataclass(slots=True)
class Lists:
    """The lists of a document; :meth:`label` counts on."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by numId
    abstract: dict[str, str] = field(default_factory=dict)  # numId -> list that it counts with
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)
    overrides: dict[tuple[str, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, numbering: Any) -> Lists:
        """From the root of numbering.xml, or None where the document has none."""
        lists = cls()
        if numbering is None:
            return lists
        abstracts = {item.get(qn("w:abstractNumId")): item for item in numbering.findall(qn("w:abstractNum"))}
        styled = {_value(item, "w:styleLink"): item for item in abstracts.values()}
        for number in numbering.findall(qn("w:num")):
            name = number.get(qn("w:numId"))
            base = _value(number, "w:abstractNumId")
            item = abstracts.get(base)
            if item is not None and (link := _value(item, "w:numStyleLink")) in styled and link:
                item = styled[link]
                base = item.get(qn("w:abstractNumId"))
            if item is None or name is None:
                continue
            levels = {_index(level): _level(level) for level in item.findall(qn("w:lvl"))}
            for override in number.findall(qn("w:lvlOverride")):
                index = _index(override)
                if (start := _number(override, "w:startOverride")) is not None:
                    lists.overrides[name, index] = start
                if (level := override.find(qn("w:lvl"))) is not None:
                    levels[index] = _level(level)
            lists.levels[name], lists.abstract[name] = levels, str(base)
        return lists

    def label(self, name: str, index: int) -> str:
        """The next number of level ``index`` (from 0) of the list ``name``, with what follows it; empty for none."""
        levels = self.levels.get(name)
        if levels is None or not 0 <= index < LEVELS or index not in levels:
            return ""
        level = levels[index]
        counts = self.counts.setdefault(self.abstract[name], [None] * LEVELS)
        if (name, index) in self.overrides and (name, index) not in self.begun:
            counts[index] = self.overrides[name, index]
        else:
            here = counts[index]
            counts[index] = level.start if here is None else here + 1
        self.begun.add((name, index))
        for lower in range(index + 1, LEVELS):
            restart = levels[lower].restart if lower in levels else None
            if restart is None or (restart and index < restart):
                counts[lower] = None
        if level.form == "bullet":
            return f"{BULLET} "
        if level.form == "none" and "%" not in level.text:
            return level.text

        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            other = levels.get(place, Level())
            value = counts[place] if counts[place] is not None else other.start
            return format_number(value or 0, "decimal" if level.legal else other.form)

        label = re.sub(r"%([1-9])", number, level.text)
        return label + ("" if not label or label[-1] in "、．）】" else level.after)


def format_number(number: int, form: str) -> str:
    """A number in a form of ST_NumberFormat (ECMA-376 part 1, 17.18.59); forms not known here are written in Arabic digits."""
    maker = FORMS.get(form)
    return maker(number) if maker is not None and number > 0 else "" if form == "none" else str(number)


def chinese(number: int, digits: str = DIGITS, ten: str = "十", hundred: str = "百") -> str:
    """1 to 999 in Chinese: 十一, 二十, 一百零五."""
    if number >= 1000:
        return "".join(digits[int(d)] for d in str(number))
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = digits[hundreds] + hundred if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds and digits is DIGITS else digits[tens]) + ten
    elif hundreds and ones:
        text += "零"
    return text + (digits[ones] if ones else "")


def _circled(number: int) -> str:
    if number <= 20:
        return chr(0x2460 + number - 1)
    return (
        chr(0x3251 + number - 21)
        if number <= 35
        else chr(0x32B1 + number - 36)
        if number <= 50
        else str(number)
    )


def _roman(number: int) -> str:
    text = ""
    for value, sign in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), *ROMAN):
        count, number = divmod(number, value)
        text += sign * count
    return text


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": lambda n: "".join(chr(ord(d) + 0xFEE0) for d in str(n)),
    "decimalFullWidth2": lambda n: "".join(chr(ord(d) + 0xFEE0) for d in str(n)),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": lambda n: chr(0x2488 + n - 1) if n <= 20 else f"{n}.",
    "decimalEnclosedParen": lambda n: chr(0x2474 + n - 1) if n <= 20 else f"({n})",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": lambda n: "".join(DIGITS[int(d)] for d in str(n)),
    "chineseLegalSimplified": lambda n: chinese(n, LEGAL, "拾", "佰"),
    "ideographTraditional": lambda n: STEMS[n - 1] if n <= 10 else str(n),
    "ideographZodiac": lambda n: BRANCHES[n - 1] if n <= 12 else str(n),
    "lowerRoman": _roman,
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerLetter": _letter,
    "upperLetter": lambda n: _letter(n).upper(),
    "ordinal": lambda n: f"{n}.",
}


def _level(element: Any) -> Level:
    after = {"space": " ", "nothing": "", "tab": " "}.get(_value(element, "w:suff") or "tab", " ")
    legal = element.find(qn("w:isLgl"))
    start = _number(element, "w:start")
    return Level(
        _value(element, "w:numFmt") or "decimal",
        _value(element, "w:lvlText") or "",
        1 if start is None else start,
        after,
        legal is not None and legal.get(qn("w:val")) not in ("0", "false"),
        _number(element, "w:lvlRestart"),
    )


def _index(element: Any) -> int:
    text = element.get(qn("w:ilvl")) or "0"
    return int(text) if text.isdecimal() else 0


def _value(element: Any, name: str) -> str | None:
    child = element.find(qn(name))
    value: str | None = child.get(qn("w:val")) if child is not None else None
    return value


def _number(element: Any, name: str) -> int | None:
    text = _value(element, name)
    return int(text) if text is not None and text.isdecimal() else None
