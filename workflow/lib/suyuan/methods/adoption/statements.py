"""Statements of a text that units have adopted something: by name, by a word for all, or by their number only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from suyuan.flow import Flow
from suyuan.language import alternatives
from suyuan.methods.adoption.declared import Level
from suyuan.methods.adoption.words import adoption_words
from suyuan.places import Gazetteer
from suyuan.time import TimeExpression
from suyuan.time.clauses import clauses, sentences

NUMBER = re.compile(r"(\d[\d,]*)")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a clause says of a level; positions count characters of the flow."""

    level: str | None  # None: others_nothing
    start: int
    end: int
    sentence: tuple[int, int]
    time: TimeExpression
    units: tuple[str, ...] = ()
    open: bool = False
    every: bool = False
    number: int | None = None
    of: int | None = None
    nobody_else: bool = False


def statements(
    flow: Flow,
    times: Sequence[TimeExpression],
    words: Sequence[str],
    levels: Sequence[Level],
    units: Mapping[str, Sequence[str]],
    gazetteer: Gazetteer,
) -> Iterator[Statement]:
    """Statements of a flow in which one of ``words`` stands, each with the time that governs its clause.

    A clause says it by name (X制定了政策; 地级市增加了X), of all units (所有城市均制定了政策), by number (区县增加到47个), or of
    nobody else (其余是一片空白). A clause without a time has that of the clause before it in the sentence; without one it
    says nothing here. ``units``: those of each level.
    """
    text = flow.text
    subject = re.compile(alternatives(list(words)))
    known = subject.search(text)
    if known is None:
        return
    for sentence in sentences(text):
        time: TimeExpression | None = None
        counted: tuple[Level, Statement] | None = None
        for start, stop in clauses(text, *sentence):
            own = [t for t in times if start <= t.start < stop and t.edtf is not None and not t.planned]
            time = own[-1] if own else time
            if time is None or known.start() > stop:
                continue
            if counted is not None:
                of = _share_of(text, start, stop, counted[0])
                if of is not None:
                    yield replace(counted[1], of=of)
                    counted = None
            words_ = adoption_words()
            nothing = words_.others_nothing.search(text, start, stop)
            if nothing is not None:
                yield Statement(None, nothing.start(), nothing.end(), sentence, time, nobody_else=True)
                continue
            if words_.denied.search(text, start, stop):
                continue
            for level in levels:
                number = _number(text, start, stop, level)
                if number is not None:
                    said = Statement(level.level, *number[1], sentence, time, number=number[0])
                    if counted is not None:
                        yield counted[1]
                    counted = (level, said)
                    break
                found = _named(text, start, stop, level, subject, units[level.level], gazetteer)
                if found is not None:
                    names, span, is_open = found
                    yield Statement(level.level, *span, sentence, time, units=names, open=is_open)
                elif (span_ := _every(text, start, stop, level, subject)) is not None:
                    yield Statement(level.level, *span_, sentence, time, every=True)
        if counted is not None:
            yield counted[1]


def _called(level: Level) -> re.Pattern[str]:
    return re.compile(alternatives(list(level.words)))


def _named(
    text: str,
    start: int,
    stop: int,
    level: Level,
    subject: re.Pattern[str],
    units: Sequence[str],
    gazetteer: Gazetteer,
) -> tuple[tuple[str, ...], tuple[int, int], bool] | None:
    """Units of the level before a verb and what is adopted, or after 地级市增加了; with their span."""
    words = adoption_words()
    low, high = start, stop
    added = words.added.search(text, start, stop)
    if added is not None and _called(level).search(text, start, added.start()):
        low = added.end()
    else:
        verbs = [m for m in words.verb.finditer(text, start, stop) if subject.search(text, m.end(), stop)]
        if not verbs:
            return None
        high = verbs[-1].start()  # 唯有X有政策: the last
    names: dict[str, tuple[int, int]] = {}
    for mention in gazetteer.find(text[low:high]):
        at, end = low + mention.start, low + mention.end
        places = mention.members or (mention.name,)
        if text.startswith(words.outside, end) or not set(places) <= set(units):
            continue
        for name in places:
            names.setdefault(name, (at, end))
    if not names:
        return None
    first, last = min(span[0] for span in names.values()), max(span[1] for span in names.values())
    is_open = added is not None and text.startswith(words.open, last)
    return tuple(names), (first, stop if high < stop else last), is_open


def _every(
    text: str, start: int, stop: int, level: Level, subject: re.Pattern[str]
) -> tuple[int, int] | None:
    """所有地级以上城市均制定了政策."""
    words = adoption_words()
    name = _called(level).search(text, start, stop)
    every = words.every.search(text, start, stop)
    if name is None or every is None:
        return None
    verb = words.verb.search(text, name.end(), stop)
    found = subject.search(text, verb.end(), stop) if verb else None
    if found is None:
        return None
    return min(name.start(), every.start()), found.end()


def _number(text: str, start: int, stop: int, level: Level) -> tuple[int, tuple[int, int]] | None:
    """区县单元增加到47个."""
    words = adoption_words()
    name = _called(level).search(text, start, stop)
    verb = words.counted.search(text, name.end(), stop) if name else None
    number = NUMBER.match(text, verb.end(), stop) if verb else None
    if name is None or number is None or not text.startswith(words.counters, number.end()):
        return None
    return int(number[1].replace(",", "")), (name.start(), number.end() + 1)


def _share_of(text: str, start: int, stop: int, level: Level) -> int | None:
    """占202个区县数量的23%, right after the number or a clause later."""
    match = re.compile(rf"占(?:全部)?(\d+)[个家座]?(?:{alternatives(list(level.words))})").search(
        text, start, stop
    )
    return int(match[1]) if match else None
