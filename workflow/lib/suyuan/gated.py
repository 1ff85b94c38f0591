"""Regular expressions that only texts with certain words can match.

A search looks at each character of its text; whether a word stands in it is known fifty times as fast. So an expression
that few texts can match declares beside itself the words of which every match holds one, and other texts are not searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from sys import maxsize

LONG = 400  # characters from which on it is remembered what a text holds: parts of it are searched for each number
ALL: list[GatedPattern] = []  # that were made, for the test that no declaration hides a match


@dataclass(frozen=True, slots=True)
class GatedPattern:
    """An expression and the words of which every match of it holds one."""

    pattern: re.Pattern[str]
    words: tuple[str, ...]

    def may_match(self, text: str) -> bool:
        """Whether one of the words stands in ``text``."""
        if len(text) > LONG:
            return _holds_one(text, self.words)
        return any(map(text.__contains__, self.words))

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return self.pattern.search(text, start, end) if self.may_match(text) else None

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        return self.pattern.match(text, start, end) if self.may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        return self.pattern.finditer(text, start, end) if self.may_match(text) else iter(())

    def sub(self, replacement: str, text: str) -> str:
        """As ``re.Pattern.sub``."""
        return self.pattern.sub(replacement, text) if self.may_match(text) else text


@lru_cache(maxsize=1024)
def _holds_one(text: str, words: tuple[str, ...]) -> bool:
    return any(map(text.__contains__, words))


def gated(expression: str, words: Iterable[str], flags: int = 0) -> GatedPattern:
    """The pattern of ``expression``, every match of which holds one of ``words``. ValueError without words."""
    found = GatedPattern(re.compile(expression, flags), tuple(words))
    if not all(found.words) or not found.words:
        raise ValueError(f"{expression!r}: name the words of which every match holds one")
    ALL.append(found)
    return found
