"""Times in words: short beside a mark, long in captions, citations and tables."""

from __future__ import annotations

import re

from suyuan.figures.dates import shown_time
from suyuan.figures.style import WORDS

UNKNOWN_YEAR = re.compile(r"XXXX(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")
MONTHS = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])/\1-(0[1-9]|1[0-2])")  # months of one year
YEARS = re.compile(r"([0-9]{4})/([0-9]{4})")
DECADE = re.compile(r"([0-9]{3})X")
ABBREVIATED = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


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


def date_text(edtf: str, language: str) -> str:
    """A time in words for captions, citations and tables; no EDTF sign is left.

    Also decades (198X), about (199X~), open ends (2018/..), spans of unequal ends, and years that are not given (XXXX).
    """
    words = WORDS[language]
    if "/" in edtf:
        shown = long_time(edtf, language)
        first, _, last = edtf.partition("/")
        if shown != edtf:
            return shown
        if last in ("", ".."):
            return words["since"].format(time=date_text(first, language))
        if first in ("", ".."):
            return words["until"].format(time=date_text(last, language))
        return words["between"].format(first=date_text(first, language), last=date_text(last, language))
    if edtf.endswith("~"):
        return words["around"].format(time=date_text(edtf[:-1], language))
    decade = DECADE.fullmatch(edtf)
    if decade is not None:
        century, tens = divmod(int(decade[1]), 10)
        return words["decade"].format(century=century + 1, tens=tens, decade=decade[1])
    return long_time(edtf, language)
