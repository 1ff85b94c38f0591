"""Rows of an analysis of citations."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.records import Record

Role = Literal["own", "foreign", "translation", "notes"]
Form = Literal["bracket", "raised", "circled"]
Basis = Literal["clause", "sentence", "row", "named", "front", "none"]
FaultKind = Literal[
    "gap", "double", "list_out_of_order", "mark_without_entry", "no_list", "never_cited",
    "first_cited_out_of_order", "other_entry_fits", "fits_no_more",
]  # fmt: skip
Verdict = Literal["fault", "likely", "cannot tell"]
Found = Literal["list and marks", "list only", "marks only", "none"]


class ListRow(Record):
    """A list of references or notes that was found in a document."""

    source_id: str = Field(description="source")
    list_id: str = Field(description="its source and its number in the document")
    role: Role = Field(
        description="own: of this text; foreign: of another; translation: of an own list; notes: footnotes or endnotes"
    )
    heading: str | None = Field(None, description="heading above it")
    entries: int = Field(description="entries that were read")
    first: int = Field(description="least number")
    last: int = Field(description="greatest number")
    whole: bool = Field(
        description="false for a digest, a selection, and a list whose numbers were read apart from its entries"
    )
    cited: int = Field(description="entries that a mark of the text names")
    evidence_ids: tuple[str, ...] = Field((), description="its first entry")


class ReferenceRow(Record):
    """An entry of a list."""

    source_id: str = Field(description="source")
    list_id: str = Field(description="list of the table of lists")
    role: Role = Field(description="role of the list")
    number: int = Field(description="number as printed; of [15-18] the first")
    number_to: int = Field(description="of [15-18] the last, else as number")
    text: str = Field(description="the entry without its number, full-width letters as ASCII")
    title: str | None = Field(None, description="title, where the form of the entry shows it")
    year: int | None = Field(None, description="year of publication, where the form of the entry shows it")
    type: str | None = Field(None, description="type by GB/T 7714: J, M, R, D, EB/OL")
    translation: str | None = Field(None, description="the entry in another language, where it is printed")
    marks: int = Field(description="marks that name it")
    quantities: int = Field(description="quantities that it backs")
    evidence_ids: tuple[str, ...] = Field((), description="where it stands")


class MarkRow(Record):
    """A mark in the text."""

    source_id: str = Field(description="source")
    section: str | None = Field(None, description="headings above it")
    mark: str = Field(description="as printed")
    form: Form = Field(description="in brackets, raised number, raised circled number")
    numbers: tuple[int, ...] = Field(description="numbers that it names, ranges written out")
    list_id: str | None = Field(None, description="list that it is tied to")
    without_entry: tuple[int, ...] = Field((), description="numbers that the list does not have")
    evidence_ids: tuple[str, ...] = Field((), description="its sentence")


class QuantityRow(Record):
    """A quantity, and the reference behind it."""

    source_id: str = Field(description="source")
    section: str | None = Field(None, description="headings above it")
    fact_id: str = Field(description="the quantity")
    surface: str = Field(description="as printed")
    measure: str | None = Field(None, description="what is measured, as read")
    basis: Basis = Field(
        description="where the nearest mark stands: behind it in its clause or sentence; in its table row; in front of it and "
        "named as the one who says it; in front of it; none. A mark of a note that names no source is none"
    )
    numbers: tuple[int, ...] = Field((), description="numbers of that mark")
    list_id: str | None = Field(None, description="list of the entries")
    references: tuple[str, ...] = Field((), description="entries of these numbers")
    backed: bool = Field(
        description="true if a mark stands behind it in its clause or sentence, or in its row, and has an entry"
    )
    evidence_ids: tuple[str, ...] = Field((), description="the quantity, and the entries")


class FaultRow(Record):
    """A fault of the numbering, or a mark that does not fit its entry."""

    source_id: str = Field(description="source")
    list_id: str | None = Field(None, description="list")
    fault: FaultKind = Field(description="kind of fault")
    numbers: tuple[int, ...] = Field(description="numbers of entries or marks")
    others: tuple[int, ...] = Field((), description="entries that would fit")
    verdict: Verdict = Field(
        description="likely: words speak for it, beyond chance; cannot tell: the list or a mark is not whole, or only the "
        "words of one mark speak for it"
    )
    text_zh: str = Field(description="in words")
    text_en: str = Field(description="in words")
    evidence_ids: tuple[str, ...] = Field((), description="where it shows")


class ShareRow(Record):
    """Share of the quantities of a document or section that a reference backs."""

    source_id: str = Field(description="source")
    level: Literal["document", "section"] = Field(description="what the row is about")
    section: str | None = Field(None, description="heading of the section; null for a document")
    found: Found = Field(
        description="what the whole document has: a list of its own (or notes that name sources), marks, both, or none"
    )
    list_ids: tuple[str, ...] = Field((), description="lists that the entries come from")
    of: str = Field(description="what the denominator counts")
    quantities: int = Field(description="denominator")
    backed: int = Field(description="with a mark behind it that has an entry")
    in_clause: int = Field(description="with a mark behind it in its clause")
    in_sentence: int = Field(description="with a mark behind it further on in its sentence")
    in_row: int = Field(description="with a mark in its table row")
    without_entry: int = Field(
        description="with a mark behind it whose number has no entry in the text that was read; not counted as backed"
    )
    named: int = Field(description="with a named reference in front; not counted as backed")
    front: int = Field(description="with another mark in front; not counted as backed")
    share: float | None = Field(
        None,
        description="backed / quantities, rounded to 4 digits; null without quantities, or where the document has no list",
    )
    evidence_ids: tuple[str, ...] = Field(
        (), description="the quantities that are counted, those that are backed first"
    )
