"""An analysis of acts: a row for each act, with all that tells it and where the tellings disagree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from suyuan.identity import stable_id
from suyuan.methods.corpus import Corpus
from suyuan.methods.declaration import AnalysisDeclaration
from suyuan.methods.evidence import evidence_of_record
from suyuan.methods.method import Result
from suyuan.reconcile.acts import JoinedAct, joined_acts
from suyuan.records import Act, Record
from suyuan.records.period import period


class Acts(AnalysisDeclaration):
    """Acts of the sources, each once."""

    kind: Literal["acts"] = Field(description="method")
    titled: bool = Field(False, description="only acts on a document whose title is given")


class JoinedActRow(Record):
    """An act with all that tells it; the values of the telling with the finest date, and where others differ."""

    joined_id: str = Field(description="identity of the act: that of its mentions together")
    date: str | None = Field(None, description="the finest date told, EDTF")
    title: str | None = Field(None, description="title in the telling with the finest date")
    act: str = Field(description="its verb there")
    actors: tuple[str, ...] = Field(description="all actors told")
    areas: tuple[str, ...] = Field(description="all areas told")
    level: str | None = Field(None, description="level of government")
    sources: tuple[str, ...] = Field(description="sources that tell it")
    mentions: int = Field(description="how often it is told")
    disagreements: tuple[str, ...] = Field(
        description="what the tellings give differently: title, date, act, actors, level"
    )
    titles: tuple[str, ...] = Field(description="all titles told")
    dates: tuple[str, ...] = Field(description="all dates told, EDTF")
    verbs: tuple[str, ...] = Field(description="all verbs told")
    act_ids: tuple[str, ...] = Field(description="ids of the tellings in processed/acts.csv")
    evidence_ids: tuple[str, ...] = Field(description="where they stand")


def run(declared: Acts, corpus: Corpus) -> Result:
    """Table joined, in the order of time; acts without a date last."""
    acts = [act for act in corpus.acts if act.title or not declared.titled]
    evidence = {act.act_id: evidence_of_record(declared.id, act) for act in acts}
    rows = [
        row_of(joined, tuple(evidence[act.act_id].evidence_id for act in joined.mentions))
        for joined in in_time(joined_acts(acts))
    ]
    return Result({"joined": rows}, list(evidence.values()))


def in_time(acts: Sequence[JoinedAct]) -> list[JoinedAct]:
    """Acts in the order of the first day of their dates, else the last; those without one last."""

    def key(joined: JoinedAct) -> tuple[bool, str, str]:
        span = period(joined.first.date)
        day = span.first or span.last
        return day is None, day.isoformat() if day else "", joined.first.act_id

    return sorted(acts, key=key)


def id_of(joined: JoinedAct) -> str:
    """Identity of an act from those of its mentions."""
    return stable_id("joined", *sorted(act.act_id for act in joined.mentions))


def row_of(joined: JoinedAct, evidence_ids: tuple[str, ...]) -> JoinedActRow:
    """The row of an act."""
    first = joined.first

    def all_of(field: str, acts: Sequence[Act] = joined.mentions) -> tuple[str, ...]:
        return tuple(dict.fromkeys(value for act in acts for value in getattr(act, field)))

    return JoinedActRow(
        joined_id=id_of(joined),
        date=first.date,
        title=next(iter(joined.values("title")), None),
        act=first.act,
        actors=all_of("actors"),
        areas=all_of("areas"),
        level=next(iter(joined.values("level")), None),
        sources=joined.values("source_id"),
        mentions=len(joined.mentions),
        disagreements=joined.disagreements,
        titles=joined.values("title"),
        dates=joined.values("date"),
        verbs=joined.values("act"),
        act_ids=tuple(act.act_id for act in joined.mentions),
        evidence_ids=evidence_ids,
    )
