"""Sentences and clauses of a flow: where a time may reach."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

SENTENCE_END = re.compile(r"[。！？!?]+[”」』）]*|(?<=[a-z0-9）])\.(?= [A-Z])")
CLAUSE_END = re.compile("[，；：。！？!?]|——")
OPENERS, CLOSERS = "（《“〈「", "）》”〉」"


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences; together they cover ``text``."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in SENTENCE_END.finditer(text):
        if match.end() > start:
            spans.append((start, match.end()))
            start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the clauses of ``text[start:end]``; punctuation inside brackets and titles does not part them."""
    spans: list[tuple[int, int]] = []
    begin = start
    for stop in _ends(text, start, end):
        if stop > begin:
            spans.append((begin, stop))
            begin = stop
    if begin < end:
        spans.append((begin, end))
    return spans


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    depth = 0
    at = start
    while at < end:
        char = text[at]
        if char in "（《〈":
            depth += 1
        elif char in "）》〉":
            depth = max(0, depth - 1)
        elif depth == 0:
            match = CLAUSE_END.match(text, at, end)
            if match:
                yield match.end()
                at = match.end()
                continue
        at += 1


def brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the outermost （…） in ``text[start:end]``."""
    spans: list[tuple[int, int]] = []
    depth, begin = 0, start
    for at in range(start, end):
        if text[at] == "（":
            if depth == 0:
                begin = at
            depth += 1
        elif text[at] == "）" and depth:
            depth -= 1
            if depth == 0:
                spans.append((begin, at + 1))
    return spans


def index_of(spans: list[tuple[int, int]], at: int) -> int:
    """Index of the span that holds position ``at``; the last one for a position after all."""
    return max(0, bisect_right(spans, at, key=lambda span: span[0]) - 1)
