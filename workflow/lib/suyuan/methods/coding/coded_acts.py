"""Codes of acts: by the words of the clauses that tell them, and by what they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from suyuan.document import Document
from suyuan.methods.acts.run import row_of
from suyuan.methods.coding.codebook import ActCue, Code
from suyuan.methods.coding.cues import cues_in, fits
from suyuan.methods.coding.rows import ActCodeRow, By, YearRow
from suyuan.reconcile.acts import JoinedAct
from suyuan.records import Act
from suyuan.records.period import period
from suyuan.time.clauses import clauses

TITLE = re.compile("《[^》]*》")


@dataclass(frozen=True, slots=True)
class ActCode:
    """A code of an act, and what gave it."""

    code: Code
    by: By
    cues: tuple[str, ...]


def code_acts(
    acts: Mapping[str, JoinedAct], codes: Sequence[Code], documents: Mapping[str, Document]
) -> dict[str, list[ActCode]]:
    """Codes of each act by cue, in the order of the codebook; what any of its tellings gives counts."""
    return {name: _codes(act, codes, documents) for name, act in acts.items()}


def _codes(joined: JoinedAct, codes: Sequence[Code], documents: Mapping[str, Document]) -> list[ActCode]:
    found = [cue for act in joined.mentions for cue in cues_in(_words(act, documents), codes)]
    coded = []
    for code in codes:
        words = tuple(dict.fromkeys(cue.word for cue in found if cue.code == code.id))
        held = next(((act, cue) for cue in code.acts for act in joined.mentions if fits(act, cue)), None)
        what = () if held is None else _what(*held)
        if words or held is not None:
            by: By = "word and act" if words and held is not None else "word" if words else "act"
            coded.append(ActCode(code, by, (*words, *(w for w in what if w not in words))))
    return coded


def _words(act: Act, documents: Mapping[str, Document]) -> str:
    """The clause of an act's verb with its own title, without other titles: what is told before is another act."""
    document = documents.get(act.source_id)
    told = "".join(document.text[act.start : act.end].split("\n")) if document is not None else act.sentence
    parts = [told[start:end] for start, end in clauses(told, 0, len(told))]
    clause = next((part for part in reversed(parts) if act.act in TITLE.sub("", part)), parts[-1])
    return f"{TITLE.sub('', clause)}。{act.title or ''}"


def _what(act: Act, cue: ActCue) -> tuple[str, ...]:
    """What of an act a cue looked at."""
    parts = []
    if cue.titles:
        parts.append(act.title or "")
    if cue.verbs:
        parts.append(act.act)
    if cue.levels:
        parts.append(act.level or "")
    if cue.least_areas:
        parts.append("、".join(act.areas))
    return tuple(parts)


def act_rows(
    acts: Mapping[str, JoinedAct],
    coded: Mapping[str, Sequence[ActCode]],
    codes: Sequence[Code],
    told: Mapping[str, tuple[str, ...]],
) -> list[ActCodeRow]:
    """A row for each act and code, acts in their order; one without code for an act that has none."""
    rows = []
    for name, joined in acts.items():
        whole = row_of(joined, told[name])
        given: Sequence[ActCode | None] = coded[name] or [None]
        for each in given:
            rows.append(
                ActCodeRow.model_validate(
                    {
                        "joined_id": name, "date": whole.date, "year": year_of(whole.date), "title": whole.title,
                        "titles": whole.titles, "act": whole.act, "actors": whole.actors, "level": whole.level,
                        "sources": whole.sources, "act_ids": whole.act_ids, "evidence_ids": whole.evidence_ids,
                    }
                    | ({} if each is None else {**each.code.named(), "by": each.by, "cues": each.cues})
                )
            )  # fmt: skip
    return rows


def year_of(date: str | None) -> int | None:
    """The year of a date that lies in one year; none for longer spans, open ends and no date."""
    span = period(date)
    if span.first is None or span.last is None or span.first.year != span.last.year:
        return None
    return span.first.year


def years(rows: Sequence[ActCodeRow]) -> list[YearRow]:
    """Acts by code and year, in the order of years and of the first act of a code.

    All years with acts have a row for every code that some act has, 0 where none of the year has it: a year whose acts have
    no code is not a year without acts.
    """
    known = sorted({row.year for row in rows if row.year is not None})
    codes: dict[str, ActCodeRow] = {}
    for row in rows:
        if row.code is not None:
            codes.setdefault(row.code, row)
    found = []
    for year in known:
        of_acts = len({row.joined_id for row in rows if row.year == year})
        for code, sample in codes.items():
            own = [row for row in rows if row.year == year and row.code == code]
            found.append(
                YearRow(
                    code=code,
                    dimension=sample.dimension or "",
                    label=sample.label or code,
                    label_en=sample.label_en,
                    year=year,
                    acts=len(own),
                    of_acts=of_acts,
                    evidence_ids=tuple(dict.fromkeys(i for row in own for i in row.evidence_ids)),
                )
            )
    return found
