"""Numbers and words as figures show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from suyuan.figures.inputs import View
from suyuan.figures.marks import ValueMark, chosen_fact
from suyuan.figures.style import WORDS
from suyuan.records import exact_text

SIGNS = {
    "zh": {"=": "", "~": "约", ">": ">", ">=": "≥", "<": "<", "<=": "≤", "range": ""},
    "en": {"=": "", "~": "about ", ">": ">", ">=": "≥", "<": "<", "<=": "≤", "range": ""},
}
GROUPED = 10_000  # from here on thousands are grouped


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
