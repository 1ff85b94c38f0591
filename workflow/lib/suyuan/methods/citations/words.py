"""Words of reference lists, and characters in narrow form."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from suyuan.flow import HYPHENS, TILDES
from suyuan.language import language_table

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


@dataclass(frozen=True, slots=True)
class CitationWords:
    """The tables of words, blanks taken out and in small letters."""

    headings: frozenset[str]
    continued_to: tuple[str, ...]
    continued_from: tuple[str, ...]
    selected: tuple[str, ...]
    naming: tuple[str, ...]


@cache
def citation_words() -> CitationWords:
    """``data/citation_words.yaml``, and the headings of ``data/reading.yaml``."""
    own = {name: tuple(map(squeezed, words)) for name, words in language_table("citation_words.yaml").items()}
    headings = frozenset(map(squeezed, language_table("reading.yaml")["reference_headings"]))
    return CitationWords(headings=headings, **own)


def narrow(text: str) -> str:
    """Full-width letters, digits and signs as ASCII, dashes as -, circled numbers as they are."""
    return "".join(map(_narrow, text))


def _narrow(char: str) -> str:
    if char in CIRCLED:
        return char
    if char in HYPHENS:
        return "-"
    if char in TILDES:
        return "~"
    return unicodedata.normalize("NFKC", char)


def squeezed(text: str) -> str:
    """Narrow, without blanks, small letters."""
    return "".join(narrow(text).split()).lower()
