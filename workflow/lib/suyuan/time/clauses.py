"""Sentences and clauses of a flow: where a time may reach."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

SENTENCE_END = re.compile(r"[。！？!?.](?:(?<!\.)[。！？!?]*[”」』）]*|(?<=[a-z0-9）]\.)(?= [A-Z]))")
MARK = re.compile("[（《〈）》〉，；：。！？!?—](?:(?<!—)|—)")
BRACKET = re.compile("[（）]")
# characters; what goes on longer without an end is a list or lost its marks, and is cut, so that the cost of a paragraph
# grows with its length (each number looks at all of its sentence)
LONGEST_SENTENCE = 1500
CUT = re.compile("[；，、：]")
OPENERS, CLOSERS = "（《“〈「", "）》”〉」"


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences; together they cover ``text``."""
    return list(_sentences(text))


@lru_cache(maxsize=1024)  # paragraphs of a document
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(spans_to(text, (match.end() for match in SENTENCE_END.finditer(text))))


def spans_to(text: str, ends: Iterable[int]) -> list[tuple[int, int]]:
    """Spans of ``text`` that end at ``ends`` and at its end, none empty; they cover it.

    One longer than LONGEST_SENTENCE is cut behind its first mark after so many characters, or at twice the length.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for end in (*ends, len(text)):
        while end - start > LONGEST_SENTENCE:
            latest = min(end, start + 2 * LONGEST_SENTENCE)
            mark = CUT.search(text, start + LONGEST_SENTENCE, latest)
            cut = mark.end() if mark else latest
            spans.append((start, cut))
            start = cut
        if end > start:
            spans.append((start, end))
            start = end
    return spans


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the clauses of ``text[start:end]``; punctuation inside brackets and titles does not part them."""
    return list(_clauses(text, start, end))


@lru_cache(maxsize=2048)
def _clauses(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    begin, depth = start, 0
    for mark in MARK.finditer(text, start, end):
        if mark.group() in "（《〈":
            depth += 1
        elif mark.group() in "）》〉":
            depth = max(0, depth - 1)
        elif depth == 0:
            spans.append((begin, mark.end()))
            begin = mark.end()
    if begin < end:
        spans.append((begin, end))
    return tuple(spans)


def brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the outermost （…） in ``text[start:end]``."""
    return list(_brackets(text, start, end))


@lru_cache(maxsize=256)
def _brackets(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    depth, begin = 0, start
    for mark in BRACKET.finditer(text, start, end):
        if mark.group() == "（":
            if depth == 0:
                begin = mark.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                spans.append((begin, mark.end()))
    return tuple(spans)


def index_of(spans: list[tuple[int, int]], at: int) -> int:
    """Index of the span that holds position ``at``; the last one for a position after all."""
    return max(0, bisect_left(spans, (at + 1,)) - 1)  # (b,) sorts before every span that begins at b
