"""Annotated sections of documents that may not be passed on: surfaces with their offsets, and hashes of what stands around.

A file of ``tests/data/annotations`` says which section of which document it covers, and holds the facts of two readers and
those decided between them (fields of ``suyuan facts``; ``start`` is an offset in the text of the document). The text of a
PDF is what our reader makes of it, so offsets move when the reader improves: a fact is then found again by its surface and
the hash of the characters around it.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

Row = dict[str, Any]
AROUND = 12  # characters on either side, blanks left out
FOLDER = Path(__file__).parent / "data" / "annotations"


class MovedError(ValueError):
    """A surface does not stand where it was annotated, and cannot be found again."""


def load(folder: Path = FOLDER) -> dict[str, Row]:
    """Annotated sections by the name of the document."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


def file_of(section: Row, corpus: Path) -> Path:
    """The document: one of our own in ``tests/data/texts``, else a file of the corpus that may not be passed on."""
    path = FOLDER.parents[2] / section["file"]
    return path if path.exists() else corpus / section["file"]


def around(text: str, start: int, end: int) -> str:
    """Hash (12 hexadecimal digits) of ``text[start:end]`` with the characters around it."""
    before = "".join(text[max(0, start - 4 * AROUND) : start].split())[-AROUND:]
    after = "".join(text[end : end + 4 * AROUND].split())[:AROUND]
    inside = "".join(text[start:end].split())
    return hashlib.sha256(f"{before}|{inside}|{after}".encode()).hexdigest()[:12]


def place(text: str, row: Row) -> tuple[int, int]:
    """Offsets of an annotated surface in a text. Raises MovedError where it is not found, or found more than once."""
    surface = row["surface"]
    start = row["start"]
    if (
        text[start : start + len(surface)] == surface
        and around(text, start, start + len(surface)) == row["around"]
    ):
        return start, start + len(surface)
    found, at = [], text.find(surface)
    while at >= 0:
        if around(text, at, at + len(surface)) == row["around"]:
            found.append(at)
        at = text.find(surface, at + 1)
    if len(found) != 1:
        raise MovedError(
            f"{surface!r} at {start}: stands {len(found)} times where its surroundings are the same"
        )
    return found[0], found[0] + len(surface)
