"""Evidence: the words of a document that a derived number, code or cell of a matrix rests on."""

from __future__ import annotations

from pydantic import Field

from suyuan.records.base import Record
from suyuan.records.fact import Edition
from suyuan.records.locator import Locator


class Evidence(Record):
    """A place in a document, with what was taken from it."""

    evidence_id: str = Field(description="stable identity of the evidence")
    analysis: str = Field(description="id of the analysis in config/analyses.yaml")
    source_id: str
    edition: Edition
    locator: Locator
    start: int = Field(ge=0, description="offset in the read text")
    end: int = Field(ge=0, description="offset in the read text, exclusive")
    section: str | None = None
    words: str = Field(description="words as read")
    sentence: str = Field(description="sentence or row that holds them")
    cited_at: str | None = None
    record_id: str | None = Field(
        None, description="id of the fact, act or link that tells it, if there is one"
    )
