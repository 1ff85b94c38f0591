"""Keys that every table of config/tables.yaml has."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from suyuan.records import Record

Language = Literal["zh", "en"]
Texts = dict[Language, Annotated[str, Field(min_length=1)]]


class TableHead(Record):
    """Name, title and languages of a table; each form adds what its rows are."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="name of its files")
    title: Texts = Field(description="title by language")
    caption: Texts = Field(default_factory=dict, description="words below the title")
    languages: tuple[Language, ...] = Field(
        ("zh", "en"), min_length=1, description="languages in which it is made"
    )

    def texts(self) -> dict[str, Texts]:
        """Its texts by the place where they stand in the declaration; each has all languages of the table."""
        return {"title": self.title, "caption": self.caption}

    @model_validator(mode="after")
    def _in_all_languages(self) -> TableHead:
        if len(set(self.languages)) < len(self.languages):
            raise ValueError("languages: one is given twice")
        for name, said in self.texts().items():
            missing = [language for language in self.languages if language not in said]
            if missing and (said or name == "title"):
                raise ValueError(f"{name} has no text in {', '.join(missing)}, a language of this table")
        return self
