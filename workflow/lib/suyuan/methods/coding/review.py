"""What a reviewer says about codes: decisions that change them, and second codings that are compared with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from suyuan.csvtable import read_table
from suyuan.methods.coding.texts import Text
from suyuan.methods.declaration import STAGE
from suyuan.reconcile.acts import JoinedAct
from suyuan.records import Problem

COLUMNS = ("purpose", "unit", "source_id", "quote", "code", "coded", "who", "when", "reason")
PURPOSES = ("override", "sample")
UNITS = ("act", "section")
CUES = "cue words"  # the coder that the rules are in the table of agreement
Unit = Literal["act", "section"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A row of a review file. ``quote``: words of the title or sentence of an act, or of the last heading of a section.

    Of acts that share a title, or of those without one a sentence, the verb and a colon stand before it (修订：标准化法).
    """

    line: int
    purpose: str
    unit: Unit
    source_id: str
    quote: str
    code: str
    coded: bool
    who: str


def read_review(path: Path, codes: Collection[str]) -> tuple[list[Judgement], list[Problem]]:
    """Judgements of a file; a row with a mistake is left out with a Problem."""
    name = f"{path.parent.name}/{path.name}"
    rows, problems = read_table(path, name, STAGE, COLUMNS)
    found = []
    for line, row in rows:
        fault = _fault(row, codes)
        if fault is not None:
            problems.append(
                _problem(name, line, fault, "correct the row; config/README.md describes the columns")
            )
            continue
        unit = cast(Unit, row["unit"])
        found.append(
            Judgement(
                line, row["purpose"], unit, row["source_id"], row["quote"], row["code"], row["coded"] == "yes", row["who"]
            )
        )  # fmt: skip
    return found, problems


def chosen(
    judgements: Iterable[Judgement], acts: Mapping[str, JoinedAct], sections: Sequence[Text], file: str
) -> tuple[dict[int, str], list[Problem]]:
    """Id of the unit that each judgement is about, by its line.

    A Problem for one that fits none, or several, and for a second judgement of a unit and code: of one coder, or among
    those that change codes. The first one stands, the others are left out.
    """
    found: dict[int, str] = {}
    judged: dict[tuple[str, ...], int] = {}
    problems = []
    for each in judgements:
        ids = _acts(each, acts) if each.unit == "act" else _sections(each, sections)
        if len(ids) == 1:
            coder = each.who if each.purpose == "sample" else ""
            first = judged.setdefault((each.purpose, each.unit, ids[0], each.code, coder), each.line)
            if first == each.line:
                found[each.line] = ids[0]
                continue
            what = f"{each.unit} {each.quote!r} of {each.source_id} has a judgement on {each.code} in line {first} already"
            problems.append(_problem(file, each.line, what, "drop one of the two; this one is not used"))
        else:
            what = f"{each.quote!r} of {each.source_id} is in {len(ids) or 'no'} {each.unit}{'s' if len(ids) > 1 else ''}"
            problems.append(_problem(file, each.line, what, "quote words that stand in one of them only"))
    return found, problems


def _acts(each: Judgement, acts: Mapping[str, JoinedAct]) -> list[str]:
    told = {name: [m for m in act.mentions if m.source_id == each.source_id] for name, act in acts.items()}
    exact = [n for n, mentions in told.items() if any(m.title == each.quote for m in mentions)]
    if len(exact) == 1:
        return exact
    verb, colon, words = each.quote.partition("：")
    by_verb = [
        n
        for n, mentions in told.items()
        if colon
        and any(
            m.act == verb and (words == m.title or (m.title is None and words in m.sentence))
            for m in mentions
        )
    ]
    if by_verb or exact:
        return by_verb or exact
    return [
        n for n, mentions in told.items() if any(each.quote in f"{m.title}\n{m.sentence}" for m in mentions)
    ]


def _sections(each: Judgement, sections: Sequence[Text]) -> list[str]:
    own = [text for text in sections if text.source_id == each.source_id and text.path]
    exact = [text.section_id for text in own if text.path[-1] == each.quote]
    return exact or [text.section_id for text in own if each.quote in text.path[-1]]


def _fault(row: Mapping[str, str], codes: Collection[str]) -> str | None:
    empty = [column for column in COLUMNS if not row[column]]
    if empty:
        return f"{empty[0]} is empty"
    for column, known in (("purpose", PURPOSES), ("unit", UNITS), ("coded", ("yes", "no")), ("code", codes)):
        if row[column] not in known:
            return f"{column}: {row[column]!r} is not one of {', '.join(known)}"
    if row["who"].casefold() == CUES:
        return f"who: {CUES!r} is the name of the rules; give that of the person"
    return None


def unknown_sources(judgements: Iterable[Judgement], known: Collection[str], file: str) -> list[Problem]:
    """A Problem for each judgement on a source that is none of those known."""
    return [
        _problem(
            file,
            each.line,
            f"there is no source {each.source_id!r}",
            "correct source_id: it is that of a source card",
        )
        for each in judgements
        if each.source_id not in known
    ]


def _problem(file: str, line: int, what: str, todo: str) -> Problem:
    return Problem(stage=STAGE, file=file, where=f"line {line}", what=what, todo=todo)
