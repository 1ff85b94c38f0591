"""What the adapters share: mentions as the scorer wants them, and texts cut into paragraphs that a peer can read.

The mapping is generous: lines wrapped in the middle of a sentence are joined (but not those of a table of contents), blanks
are left out but between Latin words (not for a program that needs them), letters and digits of full width are given as plain
ones, and a peer that fails loses the paragraph in hand only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

Mention = dict[str, Any]
ENDS = tuple("。；！？.;!?:：")
LEADER = "....."
NUMERAL = re.compile(r"[\d,，.．·\s零〇一二两三四五六七八九十百千万亿半几数余多约近]+")


class Peer:
    """A program under test. Loading is not timed; what ``read`` does is."""

    packages: tuple[str, ...] = ()
    blanks = False  # whether it needs the blanks of the text

    def load(self, text: str, file: str | None) -> Any:
        """What ``read`` takes of a document, made outside of the time. The text itself unless said otherwise."""
        return text

    def read(self, document: Any) -> tuple[list[Mention], int]:
        """Mentions of a document, with offsets in its text, and how many of its paragraphs were lost by a failure."""
        self.begin(document)
        return by_paragraph(document, self.paragraph, blanks=self.blanks)

    def begin(self, text: str) -> None:
        """Told before the paragraphs of a document."""

    def paragraph(self, text: str) -> list[Mention]:
        """Mentions of one paragraph, with offsets in it."""
        raise NotImplementedError


def mention(start: int, end: int, value: float | None, unit: str | None = None, **more: Any) -> Mention:
    """A row for the scorer. ``more`` may give value_min, value_max, comparator, time, area, measure."""
    return {"start": start, "end": end, "value": value, "unit": unit or None} | more


def plain(text: str) -> str:
    """Characters of full width as plain ones, one for one, so that offsets stay."""
    folded = (unicodedata.normalize("NFKC", char) for char in text)
    return "".join(
        new if len(new) == 1 and char not in "，；：！？" else char
        for char, new in zip(text, folded, strict=True)
    )


def without_blanks(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """A text and the offsets of its characters without the blanks that no Latin letter stands before."""
    kept = [
        i
        for i, char in enumerate(text)
        if not char.isspace() or (i and text[i - 1].isascii() and text[i - 1].isalpha())
    ]
    return "".join(text[i] for i in kept), [offsets[i] for i in kept]


def paragraphs(text: str, *, blanks: bool = False) -> Iterator[tuple[str, list[int]]]:
    """Paragraphs of a text with the offset in it of each of their characters; wrapped lines are joined."""
    kept: list[int] = []
    at = 0
    leader = False
    for line in [*text.split("\n"), ""]:
        if not line.strip() or leader or "".join(text[i] for i in kept[-1:]) in ENDS:
            if kept:
                paragraph = plain("".join(text[i] for i in kept))
                yield (paragraph, kept) if blanks else without_blanks(paragraph, kept)
            kept = []
        kept = kept + list(range(at, at + len(line))) if line.strip() else []
        at += len(line) + 1
        leader = LEADER in line


def by_paragraph(
    text: str, read: Callable[[str], list[Mention]], *, blanks: bool = False
) -> tuple[list[Mention], int]:
    """Mentions of all paragraphs with offsets in the text, and how many paragraphs were lost."""
    found: list[Mention] = []
    lost = 0
    for paragraph, offsets in paragraphs(text, blanks=blanks):
        try:
            rows = read(paragraph)
        except Exception:  # noqa: BLE001 - whatever goes wrong in the program under test counts as lost
            lost += 1
            continue
        for row in rows:
            found.append(row | {"start": offsets[row["start"]], "end": offsets[row["end"] - 1] + 1})
    return found, lost


def overlaps(row: Mention, others: list[Mention]) -> bool:
    """Whether a mention shares a character with one of the others."""
    return any(row["start"] < other["end"] and other["start"] < row["end"] for other in others)


def written_unit(surface: str) -> str | None:
    """What stands behind the number in a surface, as written."""
    match = NUMERAL.match(surface)
    return surface[match.end() :].strip() or None if match else None
