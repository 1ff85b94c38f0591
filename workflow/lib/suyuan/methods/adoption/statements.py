"""Statements of a text that units have adopted something: by name, by a word for all, or by their number only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from suyuan.flow import Flow
from suyuan.language import alternatives
from suyuan.methods.adoption.clause import Clause, make_clause
from suyuan.methods.adoption.constructions import (
    Statement,
    added,
    all_units,
    head_of,
    how_many,
    left_out_later,
    named,
    nobody_else,
    share_of,
)
from suyuan.methods.adoption.declared import Level
from suyuan.places import Gazetteer
from suyuan.time import TimeExpression
from suyuan.time.clauses import clauses, sentences

QUESTION = ("？", "?")


def statements(
    flow: Flow,
    times: Sequence[TimeExpression],
    words: Sequence[str],
    levels: Sequence[Level],
    units: Mapping[str, Sequence[str]],
    gazetteer: Gazetteer,
    area: str | None = None,
) -> Iterator[Statement]:
    """Statements of a flow in which one of ``words`` stands, each with the time that governs its clause.

    A clause says it by name (X制定了政策; 地级市增加了X), of all units (所有地级市均制定了政策, but for those of 除…外),
    by number (区县增加到47个, 47个区县出台了政策), or of nobody else (其余是一片空白). A clause that need not hold the word
    itself has it in its sentence or the one before. A clause without a time has that of the clause before it in the
    sentence; without one it says nothing here; a question says nothing. ``units``: those of each level; ``area``: the place
    or group they lie in.
    """
    text = flow.text
    subject = re.compile(alternatives(list(words)))
    if subject.search(text) is None:
        return
    topic = -1  # where the sentence before, or this one, begins
    previous = 0
    for sentence in sentences(text):
        topic, previous = previous, sentence[0]
        silent = subject.search(text, topic, sentence[1]) is None
        if silent or text[slice(*sentence)].rstrip("”」』）").endswith(QUESTION):
            continue
        time: TimeExpression | None = None
        counted: tuple[Level, Statement] | None = None
        waiting: list[Statement] = []  # of all units: a later clause may leave some out
        before: tuple[str, ...] | None = None  # exception of a clause of its own: 除甲市外，…
        spoken: list[str] = []  # units mentioned so far in the sentence
        head: tuple[str, ...] = ()  # subject of the clause before
        for span in clauses(text, *sentence):
            own = [t for t in times if span[0] <= t.start < span[1] and t.edtf is not None]
            clause = make_clause(text, span, own, levels, gazetteer, subject)
            mentioned = clause.units_between(*span)
            light = all(t.flag in ("TIME", "PUNCT") for t in clause.tokens)
            subject_before, head = head, head_of(clause) or (head if clause.goes_on or light else ())
            sure = [t for t in own if not t.planned]
            time = sure[-1] if sure else time
            left_out, before = before, None
            waiting = left_out_later(clause, waiting)
            if clause.exception is not None:
                if not text[clause.exception[1] : span[1]].strip("，；：。"):
                    before = clause.exception[2]
                    continue
                left_out = clause.exception[2]
            if time is None or subject.search(text, topic, span[1]) is None:
                spoken += mentioned
                continue
            if counted is not None:
                of = share_of(clause, counted[0])
                if of is not None:
                    yield replace(counted[1], of=of)
                    counted = None
            found: list[Statement] = []
            nobody = nobody_else(clause, levels, sentence, time, (*spoken, *(left_out or ())))
            if nobody is not None:
                found = [nobody]
            else:
                found, number = _of_levels(
                    clause, levels, units, gazetteer, area, sentence, time, left_out, subject_before
                )
                if number is not None:
                    if counted is not None:
                        yield counted[1]
                    counted = number
            waiting += [said for said in found if said.every]
            yield from (said for said in found if not said.every)
            spoken += mentioned
        yield from waiting
        if counted is not None:
            yield counted[1]


def _of_levels(
    clause: Clause,
    levels: Sequence[Level],
    units: Mapping[str, Sequence[str]],
    gazetteer: Gazetteer,
    area: str | None,
    sentence: tuple[int, int],
    time: TimeExpression,
    left_out: tuple[str, ...] | None,
    head: tuple[str, ...],
) -> tuple[list[Statement], tuple[Level, Statement] | None]:
    """Statements of a clause on each level, and apart from them a number with its level, whose share may follow."""
    found: list[Statement] = []
    whole = set(gazetteer.expand((area,))) if area is not None else set()
    for level in levels:
        base = Statement(level.level, 0, 0, sentence, time)
        number = how_many(clause, level)
        if number is not None:
            said = replace(base, start=number[1][0], end=number[1][1], number=number[0])
            of = share_of(clause, level)
            return ([*found, replace(said, of=of)], None) if of is not None else (found, (level, said))
        for names, span, is_open in (
            added(clause, level, units[level.level]),
            named(clause, units[level.level], head),
        ):
            if names:
                found.append(replace(base, start=span[0], end=span[1], units=names, open=is_open))
                break
        else:
            every = all_units(clause, level, whole)
            if every is not None and left_out != ():
                found.append(replace(base, start=every[0], end=every[1], every=True, but=left_out or ()))
    return found, None
