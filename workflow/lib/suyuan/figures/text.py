"""Numbers and words as figures show them."""

from __future__ import annotations

from fractions import Fraction

from suyuan.figures.select import DrawnSeries, FigureData, Mark
from suyuan.figures.style import WORDS
from suyuan.records import exact_text

SIGNS = {
    "zh": {"=": "", "~": "约", ">": ">", ">=": "≥", "<": "<", "<=": "≤", "range": ""},
    "en": {"=": "", "~": "about ", ">": ">", ">=": "≥", "<": "<", "<=": "≤", "range": ""},
}


def number(value: Fraction, decimals: int = 4, group_from: int = 10_000) -> str:
    """Digits with thousands grouped from ``group_from`` on: ``9,495,000``, ``31.6``; endless decimals are rounded."""
    text = exact_text(value)
    if "/" in text:
        text = exact_text(round(value, decimals))
    whole, point, rest = text.partition(".")
    grouped = f"{int(whole):,}" if abs(int(whole)) >= group_from else whole
    return grouped + point + rest


def shown_value(mark: Mark, language: str) -> str:
    """Value with its comparator as it stands beside a mark: ``87``, ``>17,000``, ``20–30``."""
    if mark.observation.comparator == "range" and mark.low is not None and mark.high is not None:
        return f"{number(mark.low)}–{number(mark.high)}"
    return SIGNS[language][mark.observation.comparator] + number(mark.value)


def shown_unit(data: FigureData, language: str) -> str:
    """Unit of the vertical axis; a Chinese classifier (项) is left out in other languages, which have no such word."""
    if data.declaration.display is not None:
        return in_language(data.declaration.display.unit, language)
    unit = data.series[0].measure.unit or ""
    return "" if language != "zh" and has_han(unit) else unit


def has_han(text: str) -> bool:
    """Whether a Chinese character stands in a text."""
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def y_label(data: FigureData, language: str) -> str:
    """Label of the vertical axis: declared, else measure and unit."""
    declared = in_language(data.declaration.y_label, language)
    if declared:
        return declared
    unit = shown_unit(data, language)
    name = in_language(data.series[0].measure.label, language)
    return f"{name}{WORDS[language]['open']}{unit}{WORDS[language]['close']}" if unit else name


def series_label(series: DrawnSeries, language: str) -> str:
    """Name of a line in the legend: declared, else its area and breakdown."""
    declared = in_language(series.declaration.label or {}, language)
    parts = [series.declaration.ref_area, *(v for _, v in sorted(series.declaration.breakdown.items()))]
    return declared or WORDS[language]["comma"].join(parts)


def in_language(texts: object, language: str) -> str:
    """Text in a language of a table of texts; empty where there is none."""
    return str(texts.get(language, "")) if isinstance(texts, dict) else ""
