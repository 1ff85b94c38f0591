"""Who did it: the actors of a verb, in its clause or carried over from the clauses before it."""

from __future__ import annotations

import re

from suyuan.acts.actors import Actor, actors_before
from suyuan.acts.words import ActWords
from suyuan.time import TimeExpression

AND = ("并", "且", "并且", "和", "及")


LEAD = re.compile("^(?:例如|如|其中|特别是|尤其是|同时|此外|但|而|并|且|又|还|[，：、])+")


def who_acts(
    text: str,
    verb: int,
    spans: list[tuple[int, int]],
    index: int,
    actors: list[Actor],
    times: list[TimeExpression],
    words: ActWords,
) -> tuple[list[Actor], int | None]:
    """Actors of the verb in its clause, else of the clauses before it while these have the same silent subject.

    The second value is the position of the verb that they are taken over from, -1 for a clause without a known verb.
    """
    floor = spans[index][0]
    before = [match.span() for match in words.verb.finditer(text, floor, verb)]
    who = actors_before(text, verb, before[-1][1] if before else floor, actors, times, words)
    if before and (not who or text[who[-1].end : verb] in AND):
        # 国务院推动…并达成…: the same subject; a body between the verbs is the object of the first
        return who_acts(text, before[-1][0], spans, index, actors, times, words)[0], before[-1][0]
    if who:
        return who, None
    head = text[floor:verb]
    if not _is_subjectless(head, floor, times, words):
        return [], None
    for start, end in reversed(spans[:index]):
        clause = text[start:end]
        if _only_time(clause, start, times):
            continue
        for match in words.verb.finditer(text, start, end):
            who = actors_before(text, match.start(), start, actors, times, words)
            if who:
                return who, match.start()
        if not _is_subjectless(clause, start, times, words):
            return _head(text, start, actors, times, words), -1
    return [], None


def _head(
    text: str, start: int, actors: list[Actor], times: list[TimeExpression], words: ActWords
) -> list[Actor]:
    """The actors with which a clause begins, whatever its verb; not 北京与河北的产业协同."""
    lead = LEAD.match(text, start)
    at = lead.end() if lead else start
    for time in times:
        if time.start <= at + 1 and time.end > at:
            at = time.end
    row: list[Actor] = []
    for actor in actors:
        if actor.start == at or (row and text[row[-1].end : actor.start] in ("、", "和", "与", "及")):
            row.append(actor)
    return row if row and text[row[-1].end : row[-1].end + 1] != "的" else []


def _is_subjectless(clause: str, start: int, times: list[TimeExpression], words: ActWords) -> bool:
    """Whether a clause begins with its verb (after times and connectives)."""
    rest = _strip(clause, start, times)
    return not rest or rest.startswith(words.subjectless)


def _only_time(clause: str, start: int, times: list[TimeExpression]) -> bool:
    return not _strip(clause, start, times)


def _strip(clause: str, start: int, times: list[TimeExpression]) -> str:
    """A clause without the times and connectives at its head."""
    at = 0
    while True:
        lead = LEAD.match(clause[at:])
        at += lead.end() if lead else 0
        time = next((t for t in times if t.start <= start + at + 1 and t.end > start + at), None)
        if time is None or time.end - start > len(clause):
            break
        at = time.end - start
    return clause[at:].strip("，；：。")
