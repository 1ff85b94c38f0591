"""Raised characters of web pages and word-processor files: exponents are kept apart from marks of notes.

A raised 4 in 10⁴ or 2 in km² becomes the superscript character, so that 10⁴ does not read 104. A raised 3 after a word
or a number (值³) is a mark of a note: it stays in the text, but not among the words of its paragraph.
"""

from __future__ import annotations

import re

from suyuan.document import Span

OPEN, CLOSE = "\ufdd0", "\ufdd1"  # noncharacters: around a mark until its span is known
TO_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
EXPONENT = re.compile(r"[+\-−–]?\d{1,3}")
BRACKETED = re.compile(r"[\[［〔].*[\]］〕]")
MARK = re.compile(r"[\d①-⑳*＊∗,，、\-–~ a-z†‡)）]{1,12}")
POWER = re.compile(r"(?:^|[^\d.,])10$")  # 10⁴, 3.2×10⁴; in 57 or 210 the raised digit is a mark
WORD_BEFORE = re.compile(r"[A-Za-z]$")


def write_raised(before: str, raised: str) -> str:
    """How raised characters are written after ``before``: as superscripts, as they are, or between OPEN and CLOSE.

    Marks in brackets stay as they are: Flow knows them.
    """
    text = raised.strip()
    if not text or BRACKETED.fullmatch(text):
        return raised
    if EXPONENT.fullmatch(text) and (
        not text[0].isdigit() or POWER.search(before[-5:]) or WORD_BEFORE.search(before)
    ):
        return text.translate(TO_RAISED)
    if before.strip() and MARK.fullmatch(text):
        return f"{OPEN}{text}{CLOSE}"
    return raised


def clean(text: str) -> str:
    """Text without the two signs, should the input hold any."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def take_marks(text: str) -> tuple[str, list[Span]]:
    """The text without OPEN and CLOSE, and the spans that stood between them."""
    if OPEN not in text:
        return text.replace(CLOSE, ""), []
    parts: list[str] = []
    marks: list[Span] = []
    at, start = 0, None
    for char in text:
        if char == OPEN:
            start = at
        elif char == CLOSE:
            if start is not None and at > start:
                marks.append(Span(start, at))
            start = None
        else:
            parts.append(char)
            at += 1
    return "".join(parts), marks
