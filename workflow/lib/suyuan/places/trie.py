"""A set of words as one regular expression that finds the longest of them at each position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from sys import maxsize
from typing import Any

END = ""
WIDEST = 24  # branches that are tried one after the other


def longest_match(words: Iterable[str]) -> re.Pattern[str]:
    """Pattern over ``words``; branches differ in their first character, so that scanning is linear in the text."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[END] = {}
    return re.compile(_source(root) if root else r"(?!)")


@dataclass(frozen=True, slots=True)
class LongestOf:
    """Patterns of words as one: it matches where the first of them does, and there the longest word.

    So words are added to a pattern of thousands, which takes long to compile, by a second one.
    """

    patterns: tuple[re.Pattern[str], ...]

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        found = (pattern.search(text, start) for pattern in self.patterns)
        return min(filter(None, found), key=lambda match: (match.start(), -match.end()), default=None)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        found = (pattern.match(text, start, end) for pattern in self.patterns)
        return max(filter(None, found), key=lambda match: match.end(), default=None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        at = 0
        while (match := self.search(text, at)) is not None:
            yield match
            at = match.end()


WordPattern = re.Pattern[str] | LongestOf


def with_more_words(pattern: WordPattern, words: Iterable[str]) -> WordPattern:
    """A pattern of :func:`longest_match` and the same over more words, as one."""
    known = pattern.patterns if isinstance(pattern, LongestOf) else (pattern,)
    return LongestOf((*known, longest_match(words)))


def by_first_character(expressions: Iterable[str]) -> str:
    """The alternatives of ``expressions``, each of which begins with a character that stands for itself.

    Those that begin alike stay in their order; grouped so, only they are tried where their character stands.
    """
    groups: dict[str, list[str]] = {}
    for expression in expressions:
        length = 2 if expression.startswith("\\") else 1
        groups.setdefault(expression[:length], []).append(expression[length:])
    return _branches({first: f"(?:{'|'.join(rests)})" for first, rests in groups.items()})


def _source(node: dict[str, Any]) -> str:
    branches = {re.escape(char): _source(node[char]) for char in sorted(node) if char != END}
    if not branches:
        return ""
    joined = _branches(branches)
    if len(branches) == 1 and END not in node:
        return joined
    return f"(?:{joined})" + ("?" if END in node else "")


def _branches(rests: dict[str, str]) -> str:
    """Alternatives by their first character (escaped); many are put in groups, with what a group can begin with before it."""
    firsts = list(rests)
    if len(firsts) <= WIDEST:
        return "|".join(first + rests[first] for first in firsts)
    groups = [firsts[at : at + WIDEST] for at in range(0, len(firsts), WIDEST)]
    inside = "|".join(
        f"(?=[{''.join(group)}])(?:{'|'.join(first + rests[first] for first in group)})" for group in groups
    )
    return f"(?=[{''.join(firsts)}])(?:{inside})"
