"""The form of an analysis of terms in config/analyses.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from suyuan.methods.declaration import AnalysisDeclaration, Texts, Word
from suyuan.methods.vocabulary import TermChoice
from suyuan.records import Record


class Followed(Record):
    """Words that are counted by year."""

    label: Texts = Field(description="their name, by language")
    words: tuple[Word, ...] = Field(
        min_length=1, description="spellings; of those that begin at a place the longest counts, once"
    )
    not_in: tuple[Word, ...] = Field(
        (), description="longer words in which they are something else and do not count"
    )


class Terms(AnalysisDeclaration):
    """Keywords, a network of terms, and series of words by year."""

    kind: Literal["terms"] = Field(description="method")
    terms: TermChoice = Field(default_factory=TermChoice, description="which words are terms")
    keywords: int = Field(10, ge=0, description="keywords of each document, by each measure")
    window: int = Field(
        4, ge=2, description="of TextRank: terms of a sentence are joined with the next window - 1 terms"
    )
    network: int = Field(30, ge=0, description="terms of the network, those in most sentences")
    least_together: int = Field(
        2, ge=1, description="terms are joined that stand together in so many sentences"
    )
    series: tuple[Followed, ...] = Field((), description="words that are counted by year")

    @model_validator(mode="after")
    def _each_label_once(self) -> Terms:
        for language in ("zh", "en"):
            labels = [each.label[language] for each in self.series if language in each.label]
            if len(set(labels)) < len(labels):
                raise ValueError(f"series: a label in {language} is given twice")
        return self
