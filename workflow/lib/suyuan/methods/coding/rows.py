"""Rows of an analysis by a codebook."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.records import Record

By = Literal["word", "act", "word and act", "review"]


class Coded(Record):
    """What every row about a code has."""

    code: str = Field(description="code of the codebook")
    dimension: str = Field(description="question that it answers")
    label: str = Field(description="its name in Chinese")
    label_en: str | None = Field(None, description="its name in English")


class CodeRow(Coded):
    """A code of the codebook, and how much of the corpus has it."""

    definition: str = Field(description="what it means")
    source: str = Field(description="publication that the definition follows")
    words: tuple[str, ...] = Field(description="cue words")
    acts: int = Field(description="acts that have it")
    of_acts: int = Field(description="acts that were coded")
    sentences: int = Field(description="sentences with a cue word")
    sections: int = Field(description="sections that have it")
    of_sections: int = Field(description="sections that were coded")
    documents: int = Field(description="documents with a cue word")


class ActCodeRow(Record):
    """An act with one of its codes; an act without any code has one row with none."""

    joined_id: str = Field(description="the act, with all that tells it")
    date: str | None = Field(None, description="the finest date told, EDTF")
    year: int | None = Field(None, description="its year, where one is told")
    title: str | None = Field(None, description="title of the document")
    titles: tuple[str, ...] = Field(description="all titles told")
    act: str = Field(description="its verb")
    actors: tuple[str, ...] = Field(description="all actors told")
    level: str | None = Field(None, description="level of government")
    sources: tuple[str, ...] = Field(description="sources that tell it")
    code: str | None = Field(None, description="code; none: no cue of the codebook holds")
    dimension: str | None = Field(None, description="question that the code answers")
    label: str | None = Field(None, description="name of the code in Chinese")
    label_en: str | None = Field(None, description="name of the code in English")
    by: By | None = Field(None, description="cue words in its words, what the act is, or a reviewer")
    cues: tuple[str, ...] = Field((), description="cue words; of what the act is: title, verb, level, areas")
    act_ids: tuple[str, ...] = Field(description="ids of the tellings in processed/acts.csv")
    evidence_ids: tuple[str, ...] = Field(description="where they stand")


class YearRow(Coded):
    """Acts of a year that have a code; a year with acts has a row for each code that occurs, with 0 where none has it."""

    year: int = Field(description="year of the act")
    acts: int = Field(description="acts that have the code")
    of_acts: int = Field(description="all acts whose date lies in the year, with a code or without")
    evidence_ids: tuple[str, ...] = Field(description="where they are told")


class DensityRow(Coded):
    """How densely the cue words of a code stand in a document or section."""

    source_id: str = Field(description="source")
    section_id: str = Field(description="the section; of a document the id of its source")
    section: str | None = Field(
        None, description="headings, outermost first; none: a whole document, or its opening"
    )
    occurrences: int = Field(description="cue words")
    sentences: int = Field(description="sentences with a cue word")
    of_sentences: int = Field(description="sentences that were read")
    characters: int = Field(description="characters that were read, without blanks and reference marks")
    density: float = Field(description="cue words per 1,000 characters")
    densest: bool = Field(
        description="whether no other code of the dimension is denser here, and this one occurs"
    )
    coded: bool = Field(description="whether it has the code: a cue word, or a reviewer's decision")
    by: By | None = Field(None, description="cue word or reviewer")
    words: tuple[str, ...] = Field(description="cue words found, each once")
    evidence_ids: tuple[str, ...] = Field(description="the sentences")


class StageRow(Coded):
    """How many quantities stand behind a code."""

    basis: Literal["sentence", "section"] = Field(
        description="sentence: a cue word of the code is in its sentence; section: in the last heading above it"
    )
    quantities: int = Field(description="quantities behind the code")
    of_quantities: int = Field(description="all quantities read in the running text of the documents")
    of: str = Field(description="name of that denominator")
    share: float | None = Field(None, description="quantities / of_quantities; none where there are none")
    shares: int = Field(description="those of the quantities that are percentages")
    evidence_ids: tuple[str, ...] = Field(description="the quantities")


class QuantityRow(Coded):
    """A quantity behind a code."""

    basis: Literal["sentence", "section"] = Field(description="as in evidence_by_code")
    source_id: str = Field(description="source")
    section: str | None = Field(None, description="headings above it")
    fact_id: str = Field(description="the quantity in processed/facts.csv")
    surface: str = Field(description="as printed")
    unit: str | None = Field(None, description="base unit")
    measure: str | None = Field(
        None, description="what is counted, as read; of a percentage, of what it is one"
    )
    area: tuple[str, ...] = Field(description="places and bodies that it is about")
    time: str | None = Field(None, description="when, EDTF")
    evidence_ids: tuple[str, ...] = Field(description="where it stands")


class AgreementRow(Coded):
    """Agreement of two codings of the same units on one code (Cohen's kappa)."""

    unit: Literal["act", "section"] = Field(description="what was coded")
    coder_a: str = Field(description="cue words, or a person")
    coder_b: str = Field(description="person")
    units: int = Field(description="units that both judged")
    both: int = Field(description="both gave the code")
    only_a: int = Field(description="only the first did")
    only_b: int = Field(description="only the second did")
    neither: int = Field(description="neither did")
    observed: float = Field(description="share of units judged alike")
    expected: float = Field(description="share that chance would give with these frequencies")
    kappa: float | None = Field(
        None, description="(observed - expected) / (1 - expected); none where expected is 1"
    )
