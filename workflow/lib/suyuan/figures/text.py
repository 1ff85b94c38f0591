"""Numbers and words as figures show them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from suyuan.figures.dates import shown_time
from suyuan.figures.inputs import View
from suyuan.figures.marks import ValueMark, chosen_fact
from suyuan.figures.style import WORDS
from suyuan.records import exact_text

SIGNS = {
    "zh": {"=": "", "~": "约", ">": ">", ">=": "≥", "<": "<", "<=": "≤", "range": ""},
    "en": {"=": "", "~": "about ", ">": ">", ">=": "≥", "<": "<", "<=": "≤", "range": ""},
}
GROUPED = 10_000  # from here on thousands are grouped
UNKNOWN_YEAR = re.compile(r"XXXX(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")
MONTHS = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])/\1-(0[1-9]|1[0-2])")  # months of one year
YEARS = re.compile(r"([0-9]{4})/([0-9]{4})")
DECADE = re.compile(r"([0-9]{3})X")
ABBREVIATED = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def number(value: Fraction, decimals: int = 4, group_from: int = GROUPED) -> str:
    """Digits with thousands grouped from ``group_from`` on: ``9,495,000``, ``31.6``; endless decimals are rounded."""
    text = exact_text(value)
    if "/" in text:
        text = exact_text(round(value, decimals))
    whole, point, rest = text.partition(".")
    grouped = f"{int(whole):,}" if abs(int(whole)) >= group_from else whole
    return grouped + point + rest


def grouping(marks: Iterable[ValueMark]) -> int:
    """From where on thousands are grouped in a panel: 1000 where any of its values has five digits, so that all agree."""
    return 1000 if any(mark.value >= GROUPED for mark in marks) else GROUPED


def shown_value(mark: ValueMark, language: str, group_from: int = GROUPED) -> str:
    """Value with its comparator as it stands beside a mark: ``87``, ``>17,000``, ``20–30``."""
    if mark.observation.comparator == "range" and mark.low is not None and mark.high is not None:
        return f"{number(mark.low, group_from=group_from)}–{number(mark.high, group_from=group_from)}"
    return SIGNS[language][mark.observation.comparator] + number(mark.value, group_from=group_from)


def unit_of(mark: ValueMark, language: str) -> str:
    """Unit that a mark is shown in; a Chinese classifier (项) is left out in other languages, which have no such word."""
    if mark.unit:
        return in_language(mark.unit, language)
    unit = mark.measure.unit or ""
    return "" if language != "zh" and has_han(unit) else unit


def value_with_unit(mark: ValueMark, language: str) -> str:
    """``87 项``, ``31.6%``."""
    unit = unit_of(mark, language)
    joint = "" if not unit or unit == "%" else " "
    return f"{shown_value(mark, language)}{joint}{unit}"


def short_time(edtf: str, language: str) -> str:
    """A time as it stands beside a mark: as noted, but unknown years and spans in words of the language.

    ``XXXX-05-16`` is 年份未载，5月16日 or 16 May, year not given; ``2023-01/2023-11`` is 2023年1—11月 or Jan–Nov 2023.
    """
    words = WORDS[language]
    if edtf.endswith("~"):
        about = "约" if language == "zh" else "c. "
        return about + short_time(edtf[:-1], language)
    decade = DECADE.fullmatch(edtf)
    if decade is not None:
        return f"{decade[1]}0年代" if language == "zh" else f"{decade[1]}0s"
    unknown = UNKNOWN_YEAR.fullmatch(edtf)
    if unknown is not None:
        month, day = (int(part) if part else None for part in unknown.groups())
        if month is None:
            return words["no_time"]
        if language == "zh":
            return f"{words['no_year']}（{month}月" + (f"{day}日）" if day else "）")
        return f"{words['no_year']} ({f'{day} ' if day else ''}{ABBREVIATED[month - 1]})"
    months = MONTHS.fullmatch(edtf)
    if months is not None:
        year, first, last = months[1], int(months[2]), int(months[3])
        if language == "zh":
            return f"{year}年{first}—{last}月"
        return f"{ABBREVIATED[first - 1]}–{ABBREVIATED[last - 1]} {year}"
    years = YEARS.fullmatch(edtf)
    return f"{years[1]}–{years[2]}" if years is not None else edtf


def long_time(edtf: str, language: str) -> str:
    """A time in running text: ``2017年10月4日``, ``December 2022``, else as beside a mark."""
    shown = shown_time(edtf, language)
    return short_time(edtf, language) if shown == edtf else shown


def source_note(mark: ValueMark, view: View) -> str:
    """Source of a mark as it stands beside it: its short name, and that it was read from a digest."""
    fact = chosen_fact(mark)
    if fact is None:
        return ""
    name = view.source(fact.source_id)
    return dotted(name, view.words["digest"]) if fact.edition == "digest" else name


def dotted(*parts: str) -> str:
    """Parts that are not empty with a dot between them; a full-width bracket brings its own space."""
    text = ""
    for part in parts:
        joint = "" if not text or not part else "· " if text.endswith("）") else " · "
        text += joint + part
    return text


def has_han(text: str) -> bool:
    """Whether a Chinese character stands in a text."""
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def with_unit(name: str, unit: str, language: str) -> str:
    """``名称（单位）``; the name alone without a unit."""
    words = WORDS[language]
    return f"{name}{words['open']}{unit}{words['close']}" if unit else name


def in_language(texts: Mapping[Any, str] | None, language: str) -> str:
    """Text in a language of a table of texts by language; empty where there is none."""
    return str((texts or {}).get(language, ""))
