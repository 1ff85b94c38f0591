"""How much of a page a reader gives in the right order, told from hashes of the page's text.

The right order of some real pages was written down by eye, page against picture. Those pages may not be passed on, so the
repository holds hashes only: a page is a list of segments (the body in one piece; each caption, note, table and running head
by itself, since these may stand anywhere), and a segment is a hash of two bytes for every next four letters. The hashes
of neighbours share no letter and each stands for many thousand groups of four: the text cannot be told from them.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from suyuan.document import Document

PAGES = Path(__file__).resolve().parents[1] / "data" / "order"
STEP = 4  # letters to a hash
SALT = b"suyuan order"
KINDS: dict[str, frozenset[str]] = {
    "body": frozenset({"title", "heading", "paragraph", "abstract"}),
    "title": frozenset({"title"}),
    "abstract": frozenset({"abstract"}),
    "note": frozenset({"note"}),
    "reference": frozenset({"reference"}),
    "advertising": frozenset({"advertising"}),
    "footnote": frozenset({"footnote"}),
    "caption": frozenset({"caption"}),
    "table": frozenset({"table"}),
    "furniture": frozenset({"furniture", "advertising"}),
    "formula": frozenset({"formula"}),
    "sidebar": frozenset({"title", "heading", "paragraph", "note", "caption", "table"}),
}  # of a segment: the kinds that our blocks may have for it


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a page with an order of its own."""

    kind: str
    letters: int
    hashes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TruePage:
    """The segments of a page of a file of the shared corpus (``page`` counts from 1)."""

    file: str
    page: int
    segments: tuple[Segment, ...]

    @property
    def letters(self) -> int:
        return sum(segment.letters for segment in self.segments)


def letters_of(text: str) -> str:
    """Letters and digits of a text in their usual forms: no reader is measured by blanks, punctuation or widths."""
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def hash_of(letters: str) -> int:
    """Two bytes for a few letters."""
    return int.from_bytes(hashlib.blake2b(letters.encode(), digest_size=2, key=SALT).digest(), "big")


def segment_of(kind: str, text: str) -> Segment:
    """Segment of its true text."""
    letters = letters_of(text)
    return Segment(
        kind, len(letters), tuple(hash_of(letters[i : i + STEP]) for i in range(0, len(letters), STEP))
    )


def load_pages(folder: Path = PAGES) -> list[TruePage]:
    """The pages that were read by eye."""
    pages = []
    for path in sorted(folder.glob("*.json")):
        held = json.loads(path.read_text(encoding="utf-8"))
        segments = tuple(
            Segment(part["kind"], part["letters"], _hashes(part["hashes"])) for part in held["segments"]
        )
        pages.append(TruePage(held["file"], held["page"], segments))
    return pages


def dump_page(page: TruePage) -> str:
    """JSON of a page, as :func:`load_pages` takes it."""
    segments = [
        {"kind": s.kind, "letters": s.letters, "hashes": "".join(f"{value:04x}" for value in s.hashes)}
        for s in page.segments
    ]
    return json.dumps({"file": page.file, "page": page.page, "segments": segments}, indent=1) + "\n"


def _hashes(text: str) -> tuple[int, ...]:
    return tuple(int(text[i : i + 4], 16) for i in range(0, len(text), 4))


def placed(segment: Segment, said: str) -> list[tuple[int, int]]:
    """(number of the group, its place in ``said``) for the most groups of the segment that stand there in order."""
    where: dict[int, dict[int, list[int]]] = {}
    for size in {STEP, (segment.letters - 1) % STEP + 1}:
        found = where.setdefault(size, {})
        for i in range(len(said) - size + 1):
            found.setdefault(hash_of(said[i : i + size]), []).append(i)
    ends: list[int] = []  # last place of the best chain of each length
    chain: list[tuple[int, int, int]] = []  # group, place, index of the one before
    tails: list[int] = []  # index in chain of the last of the best chain of each length
    for number, value in enumerate(segment.hashes):
        size = min(STEP, segment.letters - number * STEP)
        for place in reversed(where[size].get(value, ())):
            length = bisect_left(ends, place)
            chain.append((number, place, tails[length - 1] if length else -1))
            if length == len(ends):
                ends.append(place)
                tails.append(len(chain) - 1)
            else:
                ends[length], tails[length] = place, len(chain) - 1
    result = []
    at = tails[-1] if tails else -1
    while at >= 0:
        number, place, before = chain[at]
        result.append((number, place))
        at = before
    return result[::-1]


def letters_in_order(page: TruePage, text: str) -> int:
    """How many letters of the page stand in the right order in ``text``."""
    said = letters_of(text)
    return sum(
        min(STEP, segment.letters - number * STEP)
        for segment in page.segments
        for number, _ in placed(segment, said)
    )


def text_on_page(document: Document, page: int) -> tuple[str, list[str]]:
    """What our reading gives of a page, in its order, and the kind of the block of each character."""
    kinds = [""] * len(document.text)
    for block in document.blocks:
        for span in block.spans:
            kinds[span.start : span.end] = [block.kind] * (span.end - span.start)
    boxes = document.boxes or ()
    here = [i for i, box in enumerate(boxes) if box is not None and box.page == page]
    return "".join(document.text[i] for i in here), [kinds[i] for i in here]


def letters_of_kind(page: TruePage, text: str, kinds: Sequence[str]) -> int:
    """How many letters of the page stand in order in blocks of the right kind (``kinds``: one for each of ``text``)."""
    said: list[str] = []
    kind_of: list[str] = []
    for char, kind in zip(text, kinds, strict=True):
        letters = letters_of(char)
        said.append(letters)
        kind_of += [kind] * len(letters)
    joined = "".join(said)
    return sum(
        size
        for segment in page.segments
        for number, place in placed(segment, joined)
        for size in [min(STEP, segment.letters - number * STEP)]
        if any(kind in KINDS[segment.kind] for kind in kind_of[place : place + size])
    )


def share(parts: Iterable[tuple[int, int]]) -> float:
    """Pooled share of (right, of) pairs; 1 for none."""
    pairs = list(parts)
    whole = sum(of for _, of in pairs)
    return sum(right for right, _ in pairs) / whole if whole else 1.0
