"""Line breaks that a writer set inside a paragraph or a cell: which of them end a line, and which only wrap it."""

from __future__ import annotations

import re
from itertools import pairwise

from suyuan.reading.dates import day_of
from suyuan.reading.raised import CLOSE, OPEN
from suyuan.reading.shapes import HAN, ends_clause, ends_open, ends_sentence, shape_of

BREAK = "\n"
HAN_BREAK = re.compile(r"(?<=[\u3400-\u9fff（，、])[^\S\n]*\n\s*(?=[\u3400-\u9fff（）])")
RAISED = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")
WIDE = 12  # characters: a shorter line was not wrapped because it was full


def one_line(text: str) -> str:
    """Text of a cell: a break between Chinese characters vanishes, another one becomes a blank."""
    return " ".join(HAN_BREAK.sub("", text).split())


def logical_lines(text: str, headline: bool) -> list[str]:
    """The lines of a paragraph with line breaks in it (Shift+Enter, or the lines of a <pre>).

    The lines of a ``headline`` are one line, but for a day. In running text a break ends a line, unless the sentence goes on:
    after a comma, or after a wide line without a stop where the lines together end a sentence. An indented line begins anew.
    """
    lines = [line for line in text.split(BREAK) if line.strip()]
    if len(lines) < 2:
        return lines
    closed = ends_sentence(_words(lines[-1]))
    joined = lines[:1]
    for before, line in pairwise(lines):
        indented = line.startswith(("\u3000", "  ", "\t"))
        if not indented and _goes_on(_words(before), _words(line), headline, closed):
            joined[-1] = join(joined[-1], line)
        else:
            joined.append(line)
    return joined


def join(before: str, line: str) -> str:
    """Two lines as one: a blank between them unless Chinese stands on one of the sides."""
    left, right = before.rstrip(), line.lstrip()
    close = HAN.match(left[-1:]) or HAN.match(right[:1]) or left[-1:] in "，、（《“" or right[:1] in "》）”"
    return left + right if close else f"{left} {right}"


def _goes_on(before: str, line: str, headline: bool, closed: bool) -> bool:
    if before[-1:].isdigit() and line[:1].isdigit():
        return False
    if headline:
        return day_of(line) is None and day_of(before) is None
    if ends_sentence(before) or ends_clause(before) or shape_of(line).kind != "text":
        return False
    return ends_open(before) or (closed and len(before) >= WIDE and shape_of(before).kind == "text")


def _words(line: str) -> str:
    return RAISED.sub("", line).strip()
