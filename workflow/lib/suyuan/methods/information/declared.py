"""The form of an information analysis in config/analyses.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from suyuan.methods.declaration import AnalysisDeclaration, Texts
from suyuan.methods.vocabulary import TermChoice
from suyuan.records import Record


class TextSet(Record):
    """Texts on one side of a comparison of two sets: the documents of sources, or of a folder."""

    label: Texts = Field(description="its name, by language")
    sources: tuple[str, ...] = Field((), description="ids of its sources")
    folder: str | None = Field(
        None, description="or the folder of its files, from the project's root (raw/originals/standards)"
    )

    @model_validator(mode="after")
    def _one_of_them(self) -> TextSet:
        if bool(self.sources) == (self.folder is not None):
            raise ValueError("give either sources or folder")
        return self


class Information(AnalysisDeclaration):
    """Mutual information between texts."""

    kind: Literal["information"] = Field(description="method")
    unit: Literal["document", "section"] = Field("document", description="what a text is")
    level: int = Field(1, ge=1, description="of sections: level of the headings that begin one")
    sets: tuple[TextSet, ...] = Field(
        (),
        description="none: all texts with one another; two: the texts of the one with those of the other",
    )
    terms: TermChoice = Field(default_factory=TermChoice, description="which words are terms")
    least_terms: int = Field(
        40, ge=2, description="a text with fewer terms is left out (it is listed in the table of texts)"
    )
    rounds: int = Field(999, ge=39, description="permutations")
    outside: float = Field(
        0.05, gt=0, lt=1, description="share of the permutations outside the interval, on both sides together"
    )
    seed: int = Field(0, ge=0, description="of the generator of random numbers")
    top: int = Field(5, ge=1, description="terms of a pair that are listed, of each role")
    halves: int = Field(
        0, ge=0, description="how often each text is halved to see how often halves of one text get a verdict"
    )

    @model_validator(mode="after")
    def _sets_are_two(self) -> Information:
        if len(self.sets) not in (0, 2):
            raise ValueError("sets: give two, or none")
        if self.outside * (self.rounds + 1) < 2:
            raise ValueError(
                f"rounds: {self.rounds} are too few for an interval that leaves out {self.outside}"
            )
        return self
