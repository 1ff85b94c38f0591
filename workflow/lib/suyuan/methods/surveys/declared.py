"""The form of an analysis of surveys in config/analyses.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from suyuan.methods.declaration import AnalysisDeclaration, Texts, Word
from suyuan.records import Record

Role = Literal["n", "share", "mean", "sd", "scale"]
Named = Literal["questionnaire", "item", "option"]


class Said(Record):
    """Something that sentences name."""

    label: Texts = Field(description="its name, by language")
    value: str | None = Field(
        None, description="its value in the dimension of the catalogue, if there is one"
    )
    words: tuple[Word, ...] = Field((), description="words by which sentences and captions name it")

    @model_validator(mode="after")
    def _can_be_found(self) -> Said:
        if self.value is None and not self.words:
            raise ValueError("give words, or a value of the dimension")
        return self


class Option(Said):
    """An answer that can be chosen."""


class Item(Said):
    """A question, or a score made of several."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="its name in tables")
    asks: Literal["shares", "mean"] = Field("shares", description="what is reported of it")
    choices: Literal["one", "several"] | None = Field(
        None, description="how many options a person can choose, where the questionnaire is known to say so"
    )
    scores: Literal["whole", "other"] | None = Field(
        None,
        description="whether single answers are whole numbers; without it, whole where a scale in points is printed",
    )
    options: tuple[Option, ...] = ()


class Questionnaire(Said):
    """A questionnaire with its items."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="its name in tables")
    items: tuple[Item, ...] = ()


class Surveys(AnalysisDeclaration):
    """Surveys: numbers of questionnaires, shares, means, statistics."""

    kind: Literal["surveys"] = Field(description="method")
    measures: dict[Role, tuple[str, ...]] = Field(
        default_factory=dict, description="ids of the catalogue: n, share, mean, sd, scale"
    )
    dimensions: dict[Named, str] = Field(
        default_factory=dict, description="of the catalogue, whose values name questionnaire, item, option"
    )
    questionnaires: tuple[Questionnaire, ...] = Field(
        (),
        description="without them each sentence or table row with a number of people is an item of its own",
    )
    confidence: float = Field(0.95, gt=0, lt=1, description="of intervals")

    @model_validator(mode="after")
    def _names_once(self) -> Surveys:
        items = [item.id for q in self.questionnaires for item in q.items]
        for names in ([q.id for q in self.questionnaires], items):
            if len(set(names)) < len(names):
                raise ValueError("questionnaires: an id is given twice")
        return self
