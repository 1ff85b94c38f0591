"""The constructions of Chinese that say who has adopted something. Each takes a clause and gives what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from suyuan.language import any_of
from suyuan.methods.adoption.clause import Clause, Spot
from suyuan.methods.adoption.declared import Level
from suyuan.methods.adoption.words import adoption_words
from suyuan.time import TimeExpression

LIST_LINK = re.compile("[、和与及]|以及|，")
NUMBER = re.compile(r"(\d[\d,]*)")
BREAK = re.compile("[，。；：、）]|$")
NO_LONGER = re.compile("(?:不再|不|非|并非)[是为]?(?:一片)?$")
NONE: tuple[tuple[str, ...], tuple[int, int], bool] = ((), (0, 0), False)


@dataclass(frozen=True, slots=True)
class Statement:
    """What a clause says of a level; positions count characters of the flow."""

    level: str | None  # None: nobody else, of whatever level
    start: int
    end: int
    sentence: tuple[int, int]
    time: TimeExpression
    units: tuple[str, ...] = ()
    open: bool = False
    every: bool = False
    but: tuple[str, ...] = ()  # every: said to have none; nobody_else: not among the others
    number: int | None = None
    of: int | None = None
    nobody_else: bool = False


def named(
    clause: Clause, units: Sequence[str], head: Sequence[str] = ()
) -> tuple[tuple[str, ...], tuple[int, int], bool]:
    """X和Y制定了政策: units of the level that are the subject of a verb of adoption, not denied, not left out by 除…外.

    A clause that begins with the verb (，并出台了政策) has the subject of the clause before it, ``head``.
    """
    if clause.adoption is None:
        return NONE
    verb, _ = clause.adoption
    at = clause.tokens[verb].start
    if clause.denied(at):
        return NONE
    outside = clause.exception
    names: dict[str, Spot] = {}
    for row in _rows(clause, at):
        if outside is not None and outside[0] <= row[0].start < outside[1]:
            continue
        if not clause.is_subject(clause.index_at(row[0].start), clause.index_at(row[-1].end)):
            continue
        for spot in row:
            if set(spot.units) <= set(units) and not _outside(clause, spot):
                for unit in spot.units:
                    names.setdefault(unit, spot)
    if not names:
        own = tuple(unit for unit in head if unit in units)
        return (own, (at, clause.stop), False) if own and clause.goes_on else NONE
    last = max(spot.end for spot in names.values())
    is_open = clause.text.startswith(adoption_words().tuples["open"], last)
    return tuple(names), (min(spot.start for spot in names.values()), clause.stop), is_open


def head_of(clause: Clause) -> tuple[str, ...]:
    """Units with which the clause begins as its subject: 甲市召开会议."""
    for row in _rows(clause, clause.stop):
        first = clause.index_at(row[0].start)
        lead = all(t.flag in ("TIME", "PUNCT", "c", "d") for t in clause.tokens[:first])
        if lead and clause.is_subject(first, clause.index_at(row[-1].end)):
            return tuple(dict.fromkeys(unit for spot in row for unit in spot.units))
        return ()
    return ()


def added(
    clause: Clause, level: Level, units: Sequence[str]
) -> tuple[tuple[str, ...], tuple[int, int], bool]:
    """地级市增加了X、Y等: the list right after the verb, after the word of the level."""
    words = adoption_words()
    verb = words.added.search(clause.text, clause.start, clause.stop)
    if verb is None or clause.denied(verb.start()) or _level_before(clause, level, verb.start()) is None:
        return NONE
    row = next(
        (row for row in _rows(clause, clause.stop, verb.end()) if row[0].start - verb.end() <= 1), None
    )
    own = [spot for spot in row or () if set(spot.units) <= set(units)]
    if not own:
        return NONE
    names = tuple(dict.fromkeys(unit for spot in own for unit in spot.units))
    is_open = clause.text.startswith(words.tuples["open"], own[-1].end)
    return names, (own[0].start, own[-1].end), is_open


def all_units(clause: Clause, level: Level, area: set[str]) -> tuple[int, int] | None:
    """Span of 所有地级市均制定了政策: the quantifier right before the word of the level or right after it, the whole at the
    head of the clause, so that no part of them is meant (半数以上, 并非所有, 沿海地级市均). ``area``: what may stand before."""
    if clause.adoption is None:
        return None
    verb, end = clause.adoption
    for k, token in enumerate(clause.tokens[:verb]):
        if token.flag != "LEVEL" or token.text not in level.words:
            continue
        first = _quantified(clause, k)
        if first is None or clause.denied(clause.tokens[verb].start) or not clause.is_subject(first, k + 1):
            continue
        if _heads_clause(clause, first, area):
            return clause.tokens[first].start, end
    return None


def _quantified(clause: Clause, k: int) -> int | None:
    """Index of the first token of 所有|(的)|地级市, or of 地级市 where 均 follows it."""
    words, tokens = adoption_words(), clause.tokens
    before = k - 1
    if before >= 0 and tokens[before].text == "的":
        before -= 1
    if before >= 0 and tokens[before].text in words.sets["all_before"]:
        return before
    after, exception = k + 1, clause.exception
    while after < len(tokens) and (
        tokens[after].text in words.sets["own"]
        or (exception is not None and exception[0] <= tokens[after].start < exception[1])
    ):
        after += 1
    if after < len(tokens) and tokens[after].text in words.sets["all_after"]:
        return k
    return None


def _heads_clause(clause: Clause, first: int, area: set[str]) -> bool:
    """Whether nothing that narrows them stands before token ``first``: only times, light words, the area, an exception."""
    leads = adoption_words().sets["leads"]
    exception = clause.exception
    own = {spot.start for spot in clause.spots if area and set(spot.units) == area}
    for token in clause.tokens[:first]:
        inside = exception is not None and exception[0] <= token.start < exception[1]
        light = token.flag in ("TIME", "PUNCT") or token.text in leads or token.text == "在"
        if not (inside or light or (token.flag == "PLACE" and token.start in own)):
            return False
    return True


def left_out_later(clause: Clause, waiting: list[Statement]) -> list[Statement]:
    """The statements of all units before in the sentence, without those that this clause leaves out: 甲市除外, 只有甲市没有.

    They fall away where it leaves out somebody who is not known (个别城市除外).
    """
    excepted = any(t.text in adoption_words().sets["excepted"] for t in clause.tokens)
    if not waiting or not (excepted or _lacks(clause, clause.start) is not None):
        return waiting
    names = clause.units_between(clause.start, clause.stop)
    if not names:
        return [] if excepted else waiting
    return [replace(said, but=tuple(dict.fromkeys((*said.but, *names)))) for said in waiting]


def how_many(clause: Clause, level: Level) -> tuple[int, tuple[int, int]] | None:
    """区县增加到47个 and 47个区县出台了政策, not denied or planned: the number and its span."""
    words, text = adoption_words(), clause.text
    name = re.compile(any_of(level.words))
    for verb in words.counted.finditer(text, clause.start, clause.stop):
        number = NUMBER.match(text, verb.end(), clause.stop)
        unit = re.compile(words.counter).match(text, number.end(), clause.stop) if number else None
        level_before = _level_before(clause, level, verb.start())
        if number is None or unit is None or level_before is None or clause.denied(verb.start()):
            continue
        if BREAK.match(text, unit.end(), clause.stop) or name.match(text, unit.end(), clause.stop):
            return _integer(number[1]), (level_before, unit.end())
    if clause.adoption is None or clause.denied(clause.tokens[clause.adoption[0]].start):
        return None
    for k, token in enumerate(clause.tokens[: clause.adoption[0]]):
        if token.flag != "LEVEL" or token.text not in level.words or k < 2:
            continue
        counted = re.compile(f"{NUMBER.pattern}{words.counter}").fullmatch(
            text, clause.tokens[k - 2].start, token.start
        )
        before = clause.tokens[k - 3] if k >= 3 else None
        if counted is None or (before is not None and before.text in words.sets["not_counted_after"]):
            continue
        if (before is None or before.flag != "PLACE") and clause.is_subject(k - 2, k + 1):
            return _integer(counted[1]), (counted.start(), clause.adoption[1])
    return None


def share_of(clause: Clause, level: Level) -> int | None:
    """占202个区县数量的23%, in the clause of the number or the next."""
    pattern = re.compile(rf"占(?:全部)?(\d+){adoption_words().counter}?{any_of(level.words)}")
    match = pattern.search(clause.text, clause.start, clause.stop)
    return int(match[1]) if match else None


def nobody_else(
    clause: Clause,
    levels: Sequence[Level],
    sentence: tuple[int, int],
    time: TimeExpression,
    but: Sequence[str],
) -> Statement | None:
    """其余区县没有政策 (of that level), 其余地方是一片空白 (of every level). ``but``: units that are not among the others."""
    words, text = adoption_words(), clause.text
    every = any_of(word for level in levels for word in level.words)
    # bounded by the clause: the others are its subject, and a noun of theirs (其余地方的企业) is none of them
    others = re.compile(f"{words.others_alone}|{words.others}的?(?:({every})|{words.anywhere})")
    match = others.search(text, clause.start, clause.stop)
    if match is None or text[match.end() : match.end() + 1] == "的":
        return None
    end = _lacks(clause, match.end())
    if end is None:
        return None
    level = next((level.level for level in levels if match[1] in level.words), None) if match[1] else None
    return Statement(
        level, match.start(), end, sentence, time, nobody_else=True, but=tuple(dict.fromkeys(but))
    )


def _lacks(clause: Clause, at: int) -> int | None:
    """End of what says that the others have none: 是一片空白, 没有, 没有…政策, 未制定政策; None where it says something else."""
    words, text = adoption_words(), clause.text
    stop = clause.start + len(text[clause.start : clause.stop].rstrip("，。；：！ "))
    empty = words.empty.search(text, at, stop)
    if empty is not None:
        return None if NO_LONGER.search(text, at, empty.start()) else empty.end()
    lacking = words.lacking.search(text, at, stop)
    if lacking is None or text.startswith("来", lacking.end()):
        return None
    ends = [match.end() for match in clause.subject.finditer(text, lacking.end(), stop)]
    return stop if lacking.end() == stop or stop in ends else None


def _rows(clause: Clause, stop: int, start: int = 0) -> list[list[Spot]]:
    """Mentions between two positions, those of one list (甲市、乙市和丙县) together."""
    rows: list[list[Spot]] = []
    for spot in clause.spots:
        if spot.start < start or spot.end > stop:
            continue
        if rows and LIST_LINK.fullmatch(clause.text, rows[-1][-1].end, spot.start):
            rows[-1].append(spot)
        else:
            rows.append([spot])
    return rows


def _outside(clause: Clause, spot: Spot) -> bool:
    return clause.text.startswith(adoption_words().tuples["outside"], spot.end)


def _level_before(clause: Clause, level: Level, position: int) -> int | None:
    """Where the word of the level stands before a position; None for none."""
    starts = [
        t.start for t in clause.tokens if t.flag == "LEVEL" and t.text in level.words and t.end <= position
    ]
    return starts[-1] if starts else None


def _integer(digits: str) -> int:
    return int(digits.replace(",", ""))
