"""Stages of a course, which say when something was measured: 术后第3天, 播种后第10周."""

from __future__ import annotations

import re
from functools import cache

from suyuan.language import language_table


@cache
def _stage() -> re.Pattern[str]:
    table = language_table("course_words.yaml")
    events, units = (
        "|".join(re.escape(word) for word in sorted(table[key], key=lambda word: (-len(word), word)))
        for key in ("events", "units")
    )
    number = r"第(?:\d+|[一二三四五六七八九十]+) ?"
    return re.compile(rf"(?:{events})[后前]{number}(?:{units})|(?<=，){number}(?:天|周|d)(?![的次内级])")


@cache
def sides() -> frozenset[str]:
    """术前, 产后: one word that says before or after what something was measured."""
    return frozenset(language_table("course_words.yaml")["sides"])


def stages_of_course(text: str) -> list[tuple[int, int]]:
    """Start and end in ``text`` of each 术后第3天."""
    return [match.span() for match in _stage().finditer(text)] if "第" in text else []
