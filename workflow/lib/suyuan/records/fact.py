"""Fact: one mention of a quantity, raw, parsed and normalised side by side; Numeral: the ledger of what was not a fact."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from suyuan.records.base import Record
from suyuan.records.exact import Exact
from suyuan.records.locator import Locator

Comparator = Literal["=", "~", ">", ">=", "<", "<=", "range"]
BlockKind = Literal[
    "title", "heading", "paragraph", "abstract", "caption", "table", "footnote",
    "note", "formula", "reference", "furniture", "advertising",
]  # fmt: skip
Edition = Literal["original", "text", "digest", "collected"]
TimeKind = Literal["as_of", "during"]
TimeFrom = Literal["clause", "sentence", "paragraph", "heading", "title", "document"]
Nature = Literal["actual", "target", "forecast"]
Status = Literal["extracted", "ocr", "confirmed", "amended", "added", "collected"]


class Fact(Record):
    """One quantity mention. A missing attribute is null; a guess is a defect."""

    # identity and place
    fact_id: str = Field(
        description="stable identity: source, edition, surface, 12 characters either side, occurrence, area"
    )
    source_id: str = Field(description="id of the source card")
    edition: Edition = Field(description="which edition of the source was read")
    locator: Locator
    start: int = Field(ge=0, description="offset of the surface in the read text, in Unicode code points")
    end: int = Field(ge=0, description="offset after the surface")
    section: str | None = Field(None, description="path of headings, joined by ' / '")
    block: BlockKind = Field(description="kind of block that the surface stands in")
    surface: str = Field(
        description="the words as printed: qualifier, number, multiplier, unit; of a collected number, value and unit as noted"
    )
    sentence: str = Field(
        description="the sentence around it, line breaks joined; of a collected number, the note of who collected it"
    )
    cited_at: str | None = Field(
        None, description="in a digest: where the figure stands in the paper (〔原文…〕)"
    )
    # the number
    value: Exact | None = Field(None, description="value in the base unit; null for a range")
    value_min: Exact | None = Field(None, description="lower end of a stated range, base unit")
    value_max: Exact | None = Field(None, description="upper end of a stated range, base unit")
    step: Exact | None = Field(
        None, description="one unit of the last printed digit, in the base unit (15,953万元: 10000)"
    )
    step_ambiguous: bool = Field(
        False, description="trailing zeros (500亿) leave the last significant digit open"
    )
    low: Exact | None = Field(None, description="least value that the print allows; null: unbounded")
    high: Exact | None = Field(None, description="greatest value that the print allows; null: unbounded")
    low_open: bool = Field(False, description="true when low itself is excluded (超70)")
    high_open: bool = Field(False, description="true when high itself is excluded (不足40%)")
    bound_rule: str | None = Field(None, description="name of the rule that gave low and high")
    comparator: Comparator = Field(
        "=", description="= as stated, ~ about, > more than, >= at least, < less than, <= at most, range"
    )
    unit: str | None = Field(
        None, description="base unit: classifier as written, CNY, USD, %, 倍, CNY/km2; null for a statistic"
    )
    unit_text: str | None = Field(None, description="multiplier and unit as printed (万元)")
    # what it is about
    time: str | None = Field(None, description="period or date that the quantity refers to, EDTF")
    time_kind: TimeKind | None = Field(
        None, description="as_of: a state at that time; during: a flow in that period"
    )
    time_from: TimeFrom | None = Field(None, description="how far away the time was stated")
    told: str | None = Field(
        None, description="when the source said it (EDTF): an upper bound for undated facts"
    )
    area: tuple[str, ...] = Field((), description="places and bodies that the quantity is about, short names")
    ref_area: str | None = Field(None, description="the place measured")
    counterpart_area: str | None = Field(None, description="the other place of a relation")
    body: str | None = Field(None, description="the organisation or scheme measured")
    measure: str | None = Field(None, description="noun phrase as read")
    measure_id: str | None = Field(None, description="id in the measure catalogue, after reconcile")
    measure_score: float | None = Field(None, description="how well the catalogue entry fits, 0 to 1")
    breakdown: dict[str, str] = Field(default_factory=dict, description="further dimensions, name to value")
    nature: Nature = Field(
        "actual", description="actual, target (an aim that was set) or forecast (planned or expected)"
    )
    # how it came here
    method: str = Field(description="rule that read it")
    status: Status = Field(
        "extracted", description="how it came here: read by rule, by OCR, or settled by a reviewer"
    )
    same_as: tuple[str, ...] = Field((), description="ids of facts that state the same quantity")

    @model_validator(mode="after")
    def _number_is_whole(self) -> Fact:
        bounds = (self.value_min is not None, self.value_max is not None)
        if self.comparator == "range":
            if self.value is not None or bounds != (True, True):
                raise ValueError(f"a range has value_min and value_max and no value: {self.surface!r}")
        elif self.value is None or any(bounds):
            raise ValueError(
                f"a fact that is no range has a value and no value_min, value_max: {self.surface!r}"
            )
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} above high {self.high}: {self.surface!r}")
        return self


NumeralClass = Literal[
    "fact", "date", "reference", "document_number", "name", "list_marker", "citation",
    "section_number", "page_number", "table_text", "furniture", "advertising", "unread",
]  # fmt: skip


class Numeral(Record):
    """One numeral of a document: in a fact, or with the reason why not. None is unaccounted for."""

    source_id: str
    edition: Edition
    start: int = Field(ge=0, description="offset in the read text")
    end: int = Field(ge=0)
    surface: str
    numeral_class: NumeralClass
    reason: str | None = Field(None, description="for unread numerals, why no rule took it")
    fact_id: str | None = Field(None, description="the fact that it is part of")
    block: BlockKind
    page: int | None = None


class Cell(Record):
    """One cell of a table."""

    source_id: str
    edition: Edition
    table: str = Field(description="id of the table within the document, such as table-2")
    row: int = Field(ge=0)
    column: int = Field(ge=0)
    row_heads: tuple[str, ...] = Field((), description="path of row heads, outermost first")
    column_heads: tuple[str, ...] = Field((), description="path of column heads, outermost first")
    text: str
    locator: Locator
