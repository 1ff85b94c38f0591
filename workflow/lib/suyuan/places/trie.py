"""A set of words as one regular expression that finds the longest of them at each position."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

END = ""


def longest_match(words: Iterable[str]) -> re.Pattern[str]:
    """Pattern over ``words``; branches differ in their first character, so that scanning is linear in the text."""
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for char in word:
            node = node.setdefault(char, {})
        node[END] = {}
    return re.compile(_source(root) if root else r"(?!)")


def _source(node: dict[str, Any]) -> str:
    branches = [re.escape(char) + _source(node[char]) for char in sorted(node) if char != END]
    if not branches:
        return ""
    if len(branches) == 1 and END not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if END in node else "")
