"""A set of words as one regular expression that finds the longest of them at each position."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
