"""The word table of the readers (``data/reading.yaml``)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from suyuan.language import language_table

LINES = 16384  # whose forms are kept: a line is looked at many times


@cache
def _tables() -> dict[str, list[str]]:
    return dict(language_table("reading.yaml"))


@cache
def words(table: str) -> tuple[str, ...]:
    """Words of one table, squeezed, longest first. KeyError for a table that does not exist."""
    return tuple(
        sorted({squeeze(str(word)) for word in _tables()[table]}, key=lambda word: (-len(word), word))
    )


RADICALS = str.maketrans(language_table("radicals.yaml")["radicals"])
RADICAL = re.compile(f"[{''.join(map(chr, RADICALS))}]")
MARKS = re.compile("([①-⑳¹²³⁰-⁹])")  # note marks: NFKC would turn ①某 into 1某, a heading


@lru_cache(LINES)
def plain(text: str) -> str:
    """NFKC (but ① and ² stay), runs of blanks as one blank, ends trimmed."""
    parts = MARKS.split(text)
    return " ".join("".join(p if MARKS.match(p) else _folded(p) for p in parts).split())


@lru_cache(LINES)
def squeeze(text: str) -> str:
    """NFKC, without blanks, Latin in lower case: the form in which words are compared."""
    return "".join(_folded(text).lower().split())


def _folded(text: str) -> str:
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", text.translate(RADICALS) if RADICAL.search(text) else text)


def starts_with(squeezed: str, table: str) -> str | None:
    """The longest word of the table that the squeezed text starts with."""
    return first_of(squeezed, words(table))


def first_of(squeezed: str, choices: Iterable[str]) -> str | None:
    """The first of ``choices`` that the squeezed text starts with."""
    return next((word for word in choices if squeezed.startswith(word)), None)


@cache
def _label(table: str) -> re.Pattern[str]:
    choices = "|".join(re.escape(word) for word in words(table))
    return re.compile(rf"[*#>_【\[(-]*({choices})[*_]*(?:$|[:】\])—-])")


def label_of(squeezed: str, table: str) -> str | None:
    """The label that the squeezed line starts with: followed by a colon, a closing bracket, a dash or nothing."""
    found = _label(table).match(squeezed)
    return found[1] if found else None
