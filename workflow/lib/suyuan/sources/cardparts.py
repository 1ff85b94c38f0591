"""Parts of a source card: paths and EDTF dates as fields, the title, the dates of the source."""

from __future__ import annotations

from itertools import pairwise
from pathlib import PurePosixPath
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from suyuan.document import DocumentDates
from suyuan.records.base import Record
from suyuan.sources.dates import earliest, edtf_problem, latest


def _year_as_text(value: Any) -> Any:
    """A bare year such as 2018 is a number in YAML."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _valid_edtf(value: str) -> str:
    problem = edtf_problem(value)
    if problem is not None:
        raise ValueError(problem)
    return value


def _inside_raw(value: str) -> str:
    path = PurePosixPath(value)
    if "\\" in value or path.is_absolute() or ".." in path.parts or str(path) != value:
        raise ValueError(
            f"{value!r} is no plain path; write it from the project's root, such as raw/digests/liu2023.pdf"
        )
    if path.parts[0] != "raw" or len(path.parts) < 2:
        raise ValueError(f"{value!r} does not lie under raw/")
    return value


EdtfText = Annotated[
    str,
    BeforeValidator(_year_as_text),
    AfterValidator(_valid_edtf),
    WithJsonSchema({"type": ["string", "integer"]}),  # YAML reads a bare year as a number
]
RawFile = Annotated[str, AfterValidator(_inside_raw)]


class Title(Record):
    """Title of the source in the languages in which it has one."""

    model_config = ConfigDict(json_schema_extra={"anyOf": [{"required": ["zh"]}, {"required": ["en"]}]})

    zh: str | None = Field(
        None,
        min_length=1,
        description="Chinese title as printed, with its subtitle; it may stand in 《》, which are taken off",
        examples=["《生态学报之一例》"],
        json_schema_extra={"examples_bad": [""]},
    )
    en: str | None = Field(
        None,
        min_length=1,
        description="English title; a short one of your own where the printed one may not be repeated",
        examples=["An example of a title"],
        json_schema_extra={"examples_bad": [""]},
    )

    @field_validator("zh")
    @classmethod
    def _without_marks(cls, title: str | None) -> str | None:
        """《甲》 is 甲; the marks stay where they belong to a title within the title, as in 《甲》与《乙》."""
        if title and title[0] == "《" and title[-1] == "》" and title.count("《") == 1:
            return title[1:-1]
        return title

    @model_validator(mode="after")
    def _has_one(self) -> Title:
        if self.zh is None and self.en is None:
            raise ValueError("give at least one of zh, en")
        return self


class Dates(Record):
    """When the source was said, published and reposted. Relative dates in it resolve against the first that is given."""

    said: EdtfText | None = Field(
        None,
        description="day on which it was said (speech, press conference), EDTF; only if known from outside the text",
        examples=["2024-08-14"],
        json_schema_extra={"examples_bad": ["14 August 2024"]},
    )
    published: EdtfText | None = Field(
        None,
        description="date of publication as precise as it is known, EDTF: the month of a monthly journal, not its first day",
        examples=["2023-11"],
        json_schema_extra={"examples_bad": ["2023-13"]},
    )
    reposted: EdtfText | None = Field(
        None,
        description="date of the page on which it was read, where that page copies an earlier one, EDTF",
        examples=["2024-12-13"],
        json_schema_extra={"examples_bad": ["2024/12/13"]},
    )

    @model_validator(mode="after")
    def _in_order(self) -> Dates:
        given = [(name, value) for name, value in self.model_dump().items() if value is not None]
        for (name, value), (later, later_value) in pairwise(given):
            if latest(later_value) < earliest(value):
                raise ValueError(f"{later} {later_value} is before {name} {value}")
        return self

    def for_document(self) -> DocumentDates:
        """The same dates as the readers take them."""
        return DocumentDates(said=self.said, published=self.published, reposted=self.reposted)
