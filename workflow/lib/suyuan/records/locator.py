"""Where something was read. What has no locator is not shown in a figure, a table or the site."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from suyuan.records.base import Record

Grade = Literal["primary", "repost", "mirror", "abstract"]  # of evidence, the best first


class Box(Record):
    """A rectangle on a page, in PDF points with the origin at the top left (pdfplumber's convention)."""

    page: int = Field(ge=1, description="page of the file, counted from 1")
    x0: float = Field(description="left edge, points")
    top: float = Field(description="upper edge, points from the top of the page")
    x1: float = Field(description="right edge, points")
    bottom: float = Field(description="lower edge, points from the top of the page")


class PdfLocator(Record):
    """Boxes on the pages of a PDF, one for each line that the passage touches."""

    kind: Literal["pdf"] = "pdf"
    boxes: tuple[Box, ...] = Field(min_length=1)
    page_label: str | None = Field(None, description="page number as printed, where it was found")

    @property
    def page(self) -> int:
        """First page touched, counted from 1."""
        return self.boxes[0].page


class TextLocator(Record):
    """A span of the text that ``suyuan read`` prints, shown as a highlighted passage."""

    kind: Literal["text"] = "text"
    start: int = Field(
        ge=0, description="offset of the first character, in Unicode code points of the read text"
    )
    end: int = Field(ge=1, description="offset after the last character")
    context_hash: str = Field(
        description="first 12 hex digits of the sha256 of the span with 12 characters either side"
    )


class CollectedLocator(Record):
    """A number that a person read from a public page and wrote into raw/collected.csv."""

    kind: Literal["collected"] = "collected"
    row: str = Field(description="id of the row in raw/collected.csv")
    address: str = Field(description="address of the page as it was noted")
    accessed: str | None = Field(None, description="date on which it was read (EDTF), where it was noted")
    grade: Grade = Field(description="grade of evidence of the page")


Locator = Annotated[PdfLocator | TextLocator | CollectedLocator, Field(discriminator="kind")]
