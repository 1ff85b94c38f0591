"""Codebooks: codes with definition, source and cue words, in config/codebooks/."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, model_validator

from suyuan.methods.declaration import STAGE, Texts, Word
from suyuan.records import Problem, Record
from suyuan.records.act import Level
from suyuan.yamlfile import YamlError, read_yaml


class ActCue(Record):
    """What an act must be; all keys that are given must hold."""

    titles: tuple[Word, ...] = Field((), description="its title ends in one of these words")
    verbs: tuple[Word, ...] = Field((), description="its verb ends in one of these")
    levels: tuple[Level, ...] = Field((), description="its level is one of these")
    least_areas: int = Field(0, ge=0, description="it has at least so many areas")

    @model_validator(mode="after")
    def _says_something(self) -> ActCue:
        if not (self.titles or self.verbs or self.levels or self.least_areas):
            raise ValueError(
                "an empty cue would hold for every act: give titles, verbs, levels or least_areas"
            )
        return self


class Dimension(Record):
    """A question that codes answer."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: Texts


class Code(Record):
    """A code with what tells it."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    dimension: str = Field(description="id of a dimension of the codebook")
    label: Texts
    definition: str = Field(min_length=1, description="what it means, so that two people code alike")
    source: str = Field(min_length=1, description="publication that the definition follows")
    words: tuple[Word, ...] = Field((), description="cue words, whole words of the text")
    not_in: tuple[Word, ...] = Field((), description="longer words in which a cue word does not count")
    acts: tuple[ActCue, ...] = Field((), description="acts that have the code by what they are")

    @model_validator(mode="after")
    def _has_a_cue(self) -> Code:
        if not self.words and not self.acts:
            raise ValueError(f"code {self.id} has neither words nor acts")
        both = sorted(set(self.words) & set(self.not_in))
        if both:
            raise ValueError(f"code {self.id}: {both[0]!r} stands in words and in not_in; drop it from one")
        return self

    def named(self) -> dict[str, Any]:
        """What every row about it says of it."""
        zh, en = self.label.get("zh"), self.label.get("en")
        return {"code": self.id, "dimension": self.dimension, "label": zh or en, "label_en": en}


class Codebook(Record):
    """Codes in their order."""

    title: Texts
    dimensions: tuple[Dimension, ...] = Field(min_length=1)
    codes: tuple[Code, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _is_whole(self) -> Codebook:
        for what, named in (("dimension", self.dimensions), ("code", self.codes)):
            ids = [each.id for each in named]
            twice = sorted({i for i in ids if ids.count(i) > 1})
            if twice:
                raise ValueError(f"{what} {twice[0]} is given twice")
        known = {dimension.id for dimension in self.dimensions}
        for code in self.codes:
            if code.dimension not in known:
                raise ValueError(
                    f"code {code.id}: dimension {code.dimension!r} is none of {', '.join(sorted(known))}"
                )
        return self

    def of(self, dimension: str) -> tuple[Code, ...]:
        """Codes of a dimension."""
        return tuple(code for code in self.codes if code.dimension == dimension)


def read_codebook(path: Path) -> tuple[Codebook | None, list[Problem]]:
    """The codebook of a file; None with a Problem for each mistake."""

    def told(where: str | None, what: str) -> Problem:
        todo = "correct it; config/README.md describes its keys"
        return Problem(stage=STAGE, file=f"{path.parent.name}/{path.name}", where=where, what=what, todo=todo)

    try:
        content: Any = read_yaml(path).data
    except YamlError as error:
        return None, [told(error.where, error.what)]
    try:
        return Codebook.model_validate(content), []
    except ValidationError as error:
        return None, [
            told(".".join(map(str, fault["loc"])) or None, fault["msg"]) for fault in error.errors()
        ]
