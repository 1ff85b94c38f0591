"""Source card: who said it, when, and which editions of it can be read. One card a source in raw/sources.yaml."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, model_validator

from suyuan.records.base import Record
from suyuan.records.locator import Grade
from suyuan.sources.cardparts import Dates, RawFile, Title

EditionName = Literal["original", "text", "digest"]
PRECEDENCE: tuple[EditionName, ...] = ("original", "text", "digest")  # the first that can be read is used
Kind = Literal["article", "news", "policy", "report", "page"]
ORIGINALS = "raw/originals/"  # the user's own copies, never in git


class EditionCard(Record):
    """One form in which the source can be read."""

    edition: EditionName = Field(
        description="original (the publication itself), text (its wording as plain text) or digest (our own summary)",
        examples=["digest"],
        json_schema_extra={"examples_bad": ["summary"]},
    )
    file: RawFile = Field(
        description="path from the project's root: raw/originals/… for your own copies (not in git), else raw/digests/…",
        examples=["raw/digests/liu2023.pdf"],
        json_schema_extra={"examples_bad": ["../papers/liu2023.pdf"]},
    )
    sha256: str | None = Field(
        None,
        pattern=r"^[0-9a-f]{64}$",
        description="64 hex digits; required for a file in git, recorded on reading for your own copies "
        "(python -m suyuan.sources.hashes prints the line)",
        examples=["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
        json_schema_extra={"examples_bad": ["e3b0c442"]},
    )
    obtained: str = Field(
        min_length=1,
        description="how it came here: who made or copied it, from what, under which terms",
        examples=["written for this project from the text edition; CC BY 4.0"],
        json_schema_extra={"examples_bad": [""]},
    )

    @property
    def in_git(self) -> bool:
        """False for the user's own copies."""
        return not self.file.startswith(ORIGINALS)

    @property
    def name_in_originals(self) -> str:
        """File name to look for in the folder of originals (with subfolders, if the card has them)."""
        return self.file.removeprefix(ORIGINALS)

    @model_validator(mode="after")
    def _hash_in_git(self) -> EditionCard:
        if self.in_git and self.sha256 is None:
            raise ValueError(
                f"sha256 is missing for {self.file}, a file in git; "
                f"python -m suyuan.sources.hashes {self.file} prints the line to add"
            )
        return self


class Card(Record):
    """A source: one paper, report or page."""

    id: str = Field(
        pattern=r"^[a-z][a-z0-9_-]{0,39}$",
        description="short name used in every table: small letters, digits, - and _, beginning with a letter",
        examples=["liu2023"],
        json_schema_extra={"examples_bad": ["Liu 2023"]},
    )
    title: Title = Field(
        description="title in Chinese (zh), English (en) or both",
        examples=[{"zh": "标题", "en": "Title"}],
        json_schema_extra={"examples_bad": ["标题"]},
    )
    authors: tuple[Annotated[str, Field(min_length=1)], ...] = Field(
        (),
        description="persons in printed order, as printed; empty for a text without a named author",
        examples=[["刘春卉", "韩振国"]],
        json_schema_extra={"examples_bad": ["刘春卉, 韩振国"]},
    )
    publisher: str | None = Field(
        None,
        min_length=1,
        description="body or outlet that published it; this or journal is required",
        examples=["封面新闻"],
        json_schema_extra={"examples_bad": [""]},
    )
    journal: str | None = Field(
        None,
        min_length=1,
        description="journal in which it appeared, without volume and issue; this or publisher is required",
        examples=["标准科学"],
        json_schema_extra={"examples_bad": [""]},
    )
    kind: Kind | None = Field(
        None,
        description="what it is: article (of a journal), news, policy (of a party or government body), report, page (any other)",
        examples=["policy"],
        json_schema_extra={"examples_bad": ["Policy document"]},
    )
    dates: Dates = Field(
        description="when it was said, published, reposted; at least one wherever one is known",
        examples=[{"published": "2023-11"}],
        json_schema_extra={"examples_bad": ["2023-11"]},
    )
    doi: str | None = Field(
        None,
        pattern=r"^10\.\d{4,9}/\S+$",
        description="DOI without https://doi.org/",
        examples=["10.3969/j.issn.1674-5698.2023.11.001"],
        json_schema_extra={"examples_bad": ["https://doi.org/10.3969/x"]},
    )
    address: str | None = Field(
        None,
        pattern=r"^\S+$",
        description="web address where it was read, where one was noted",
        examples=["https://example.org/page.html"],
        json_schema_extra={"examples_bad": ["see the web site"]},
    )
    language: str = Field(
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        description="main language of the text as a BCP 47 tag",
        examples=["zh"],
        json_schema_extra={"examples_bad": ["Chinese"]},
    )
    licence: str | None = Field(
        None,
        min_length=1,
        description="licence of the source itself, as an SPDX id or in its words; null if it names none: do not pass its text on",
        examples=["CC-BY-4.0"],
        json_schema_extra={"examples_bad": [""]},
    )
    subject_areas: tuple[Annotated[str, Field(min_length=1)], ...] = Field(
        (),
        description="what it is about, in a few words each, for finding it again; no rule reads them",
        examples=[["区域标准化", "京津冀"]],
        json_schema_extra={"examples_bad": ["区域标准化、京津冀"]},
    )
    grade: Grade = Field(
        "primary",
        description="how near to the publisher it was read: primary, repost, mirror or abstract, the best first",
        examples=["repost"],
        json_schema_extra={"examples_bad": ["second hand"]},
    )
    note: str | None = Field(
        None,
        min_length=1,
        description="remark for people; no rule reads it",
        examples=["the page gives no date of its own"],
        json_schema_extra={"examples_bad": [""]},
    )
    editions: tuple[EditionCard, ...] = Field(
        min_length=1,
        description="forms in which it can be read; of those that are present original goes before text before digest",
        examples=[[{"edition": "text", "file": "raw/originals/liu2023.txt", "obtained": "own copy"}]],
        json_schema_extra={"examples_bad": [[]]},
    )

    @model_validator(mode="after")
    def _is_whole(self) -> Card:
        if self.publisher is None and self.journal is None:
            raise ValueError("give publisher or journal")
        named: list[tuple[str, str]] = [("edition", edition.edition) for edition in self.editions]
        named += [("file", edition.file) for edition in self.editions]
        for what, name in named:
            if named.count((what, name)) > 1:
                raise ValueError(f"editions: the {what} {name} is given twice")
        return self

    def edition(self, name: str) -> EditionCard | None:
        """The card of one edition, or None."""
        return next((edition for edition in self.editions if edition.edition == name), None)

    @property
    def label(self) -> str:
        """Title for people: the Chinese one if there is one."""
        return self.title.zh or self.title.en or self.id


def line_of_hash(file: str, digest: str) -> str:
    """The line to paste into a card: ``sha256: <64 hex digits>  # raw/digests/liu2023.pdf``."""
    if not re.fullmatch(r"[0-9a-f]{64}", digest):
        raise ValueError(f"{digest!r} is no sha256")
    return f"sha256: {digest}  # {file}"
