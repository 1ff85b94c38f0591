"""Tables in Markdown, for the documents that are generated from the data."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

ACTIVE = frozenset("\\`*_{}[]#|~$")  # what Markdown would read as a sign


def table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> str:
    """A Markdown table; the last ``numbers`` columns are set flush right. Cells are taken as they are: see :func:`cell`."""
    marks = ["---"] * (len(head) - numbers) + ["---:"] * numbers
    lines = [head, marks, *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def cell(text: str) -> str:
    """Text that can stand in a cell: one line, no bar, no tag."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def escaped(text: str) -> str:
    """Text of a source that Markdown shows as it is, in one line: no sign of Markdown, tag or entity in it is active."""
    safe = "".join(f"\\{char}" if char in ACTIVE else char for char in one_line(text))
    return safe.replace("&", "&amp;").replace("<", "&lt;")


def one_line(text: str) -> str:
    """Text of a source without line breaks and control characters."""
    kept = "".join(" " if char.isspace() else char for char in text if char.isspace() or printable(char))
    return " ".join(kept.split())


def printable(char: str) -> bool:
    """False for control characters."""
    return unicodedata.category(char) != "Cc"
