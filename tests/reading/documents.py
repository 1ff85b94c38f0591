"""What the tests of the readers ask of a Document."""

from __future__ import annotations

from pathlib import Path

from suyuan.document import Block, Document
from suyuan.reading import read_document


def read(path: Path) -> Document:
    return read_document(path, source_id="test", edition="text")


def read_words(tmp_path: Path, text: str, name: str = "a.txt") -> Document:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    return read(path)


def words(document: Document, block: Block) -> str:
    """Characters of a block without blanks."""
    return "".join("".join(document.text[s.start : s.end] for s in block.spans).split())


def kinds(document: Document, *wanted: str) -> list[str]:
    """Words of the blocks of some kinds, in order."""
    return [words(document, block) for block in document.blocks if block.kind in wanted]


def uncovered(document: Document) -> list[int]:
    """Offsets of visible characters that do not stand in exactly one span."""
    seen = [0] * len(document.text)
    for block in document.blocks:
        for span in block.spans:
            for i in range(span.start, span.end):
                seen[i] += 1
    return [i for i, char in enumerate(document.text) if not char.isspace() and seen[i] != 1]


def check_laws(document: Document) -> None:
    """Every visible character is in one span; spans ascend within a block; blocks are ordered by their start."""
    assert uncovered(document) == []
    for block in document.blocks:
        assert all(a.end <= b.start for a, b in zip(block.spans, block.spans[1:], strict=False))
        assert all(0 <= s.start < s.end <= len(document.text) for s in block.spans)
    starts = [block.start for block in document.blocks]
    assert starts == sorted(starts)
    if document.boxes is not None:
        assert len(document.boxes) == len(document.text)
