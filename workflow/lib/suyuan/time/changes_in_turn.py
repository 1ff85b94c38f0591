"""Changes told in turn: 2023年出栏31万头，年末存栏17万头，|分别增长3.2%和下降2.8%: each is of the time of its level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.language import any_of, language_table
from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import index_of

IN_TURN = re.compile("分别|依次")


def times_in_turn(
    text: str,
    parts: Sequence[tuple[int, int]],
    spans: Sequence[tuple[int, int]],
    found: Sequence[AssignedTime],
) -> list[AssignedTime]:
    """``found`` with the times of as many levels before 分别 given to the changes behind it, where all levels have one.

    ``parts``, ``spans``: the sentences and the quantities in ``text``, in order.
    """
    result = list(found)
    for match in IN_TURN.finditer(text):
        start, end = parts[index_of(list(parts), match.start())]
        if len(IN_TURN.findall(text, start, end)) > 1:
            continue
        levels = [n for n, span in enumerate(spans) if start <= span[0] < match.start()]
        changes: list[int] = []
        at = match.end()
        for n, span in enumerate(spans):
            if not match.end() <= span[0] < end:
                continue
            if (_further() if changes else _first()).fullmatch(text, at, span[0]) is None:
                break
            changes.append(n)
            at = span[1]
        if len(changes) < 2 or len(levels) != len(changes) or not all(found[n].edtf for n in levels):
            continue
        for level, change in zip(levels, changes, strict=True):
            result[change] = found[level]
    return result


@cache
def _first() -> re.Pattern[str]:
    return re.compile(any_of(language_table("reach_words.yaml")["verbs_in_turn"]))


@cache
def _further() -> re.Pattern[str]:
    """和下降: a link and a verb of its own."""
    return re.compile(f"[、，和与及]{_first().pattern}")
