"""Signs that a sentence and an entry of a list speak of one thing: words in two languages, names, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.language import language_table
from suyuan.methods.citations.words import narrow

RUN = 4  # Chinese characters in a row that two texts share
CHINESE = re.compile("[\u4e00-\u9fff]+")
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-.][A-Za-z0-9]+)*|\d+[A-Za-z]+")
HYPHEN = re.escape("-")
SHORT_FORM = re.compile(r"[A-Z]{3,6}s?")
WITHIN = re.compile(r"[\s-]")
LEAST = 6  # letters of an English phrase that is found in a text that was read without its blanks
SMALL = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)

Group = tuple[str, ...]


@cache
def shipped_groups() -> tuple[Group, ...]:
    """Groups of ``data/bilingual_terms.yaml``."""
    return tuple(tuple(words) for words in language_table("bilingual_terms.yaml")["groups"])


class Glossary:
    """Words that say the same; ``groups`` are added to those that ship."""

    def __init__(self, groups: Sequence[Sequence[str]] = ()) -> None:
        self.groups = [tuple(w.lower() for w in group) for group in (*groups, *shipped_groups())]
        self._patterns = [
            re.compile("|".join(rf"\b{re.escape(w).replace(HYPHEN, '[- ]')}(?:e?s)?\b" for w in latin))
            if (latin := [w for w in group if not CHINESE.search(w)])
            else None
            for group in self.groups
        ]

    def signs(self, text: str) -> set[str]:
        """Signs in a text: the first word of each group that it holds, and Latin words."""
        text = narrow(text)
        lower = text.lower()
        squeezed = None if " " in text else WITHIN.sub("", lower)
        found = {
            group[0]
            for group, pattern in zip(self.groups, self._patterns, strict=True)
            if any(w in lower for w in group if CHINESE.search(w))
            or (pattern is not None and pattern.search(lower))
            or (squeezed is not None and any(w in squeezed for w in _squeezable(group)))
        }
        return found | {word.lower() for word in LATIN.findall(text) if len(word) > 1}


def _squeezable(group: Group) -> list[str]:
    return [bare for w in group if w.isascii() and len(bare := WITHIN.sub("", w)) >= LEAST]


def short_forms(text: str) -> set[str]:
    """Abbreviations in a text, small letters: SDO, SDGs and SDG17 give sdo and sdg."""
    return {m[0].rstrip("s").lower() for m in SHORT_FORM.finditer(narrow(text))}


def initials(text: str) -> set[str]:
    """First letters of three to six words in a row, small words passed over: what an abbreviation may stand for."""
    words = [w for w in re.findall(r"[A-Za-z]+", narrow(text)) if w.lower() not in SMALL]
    letters = "".join(w[0].lower() if len(w) > 2 else " " for w in words)
    return {
        letters[i : i + n]
        for n in range(3, 7)
        for i in range(len(letters) - n + 1)
        if " " not in letters[i : i + n]
    }


def runs(text: str) -> set[str]:
    """Runs of four Chinese characters."""
    found = CHINESE.findall(narrow(text))
    return {run[i : i + RUN] for run in found for i in range(len(run) - RUN + 1)}
