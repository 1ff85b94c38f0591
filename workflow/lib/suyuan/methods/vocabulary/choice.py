"""What counts as a term, as a declaration says it."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import Field

from suyuan.language import language_table
from suyuan.methods.declaration import Word
from suyuan.records import Record
from suyuan.records.fact import BlockKind


class TermChoice(Record):
    """Which words of which paragraphs are terms."""

    words: tuple[Word, ...] = Field(
        (),
        description="words of the subject that are one term each where they consist of whole words; the longest counts",
    )
    without: tuple[Word, ...] = Field((), description="words that are no terms, beside those of the package")
    parts_of_speech: tuple[str, ...] = Field(
        (), description="parts of speech (of jieba) that are terms; none: those of the package"
    )
    least_characters: int = Field(2, ge=1, description="a shorter word is no term")
    blocks: tuple[BlockKind, ...] = Field(
        ("abstract", "paragraph"), min_length=1, description="kinds of blocks that are read"
    )
    paragraphs_without: tuple[Word, ...] = Field(
        (), description="a paragraph that holds one of these is left out (a note of the publisher)"
    )

    def is_term(self, text: str, flag: str) -> bool:
        """Whether a word with its part of speech is a term; a declared word always is."""
        if text in self.words:
            return True
        return (
            flag in (self.parts_of_speech or _default_parts())
            and len(text) >= self.least_characters
            and text not in _stop_words()
            and text not in self.without
        )


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = language_table("term_words.yaml")
    return table


@cache
def _default_parts() -> frozenset[str]:
    return frozenset(_table()["parts_of_speech"])


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(_table()["stop_words"])
