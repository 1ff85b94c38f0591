"""Stage 4b: lists. The unit at the end of a list is carried to its members, and enumerations are numbered."""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.quantities.phrase import Phrase

PRESSURE = "mmHg"  # of blood, two of which are written with a stroke between
SEPARATOR = re.compile(r"[、]|和|与|及|以及|、和")
CHANGE = re.compile(r"[^，。；]{0,12}[增升降提扩减缩跃涨变][^，。；]{0,3}[至到为][^，。；]{0,10}")
ENUMERATION = re.compile(r"[）]?(?:、|和|与|及|以及)(?!达到|超过|突破)[^，。；：、0-9]{0,16}")
CLAUSES = re.compile(r"[）]?[，；][^，。；：、0-9]{1,16}")


def mark_lists(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Carry the unit at the end of a list to its members, and number the members of enumerations."""
    return _enumerations(text, _carry(text, phrases))


def _carry(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """57、14和4项: members without unit take unit and multiplier from the last."""
    out = list(phrases)
    i = 0
    while i < len(out):
        j = i
        if i + 1 < len(out) and (
            _changed(text, out[i], out[i + 1])
            or _before_bracket(text, out[i], out[i + 1])
            or _over(text, out[i], out[i + 1])
        ):
            out[i] = _with_unit(out[i], out[i + 1])
        while j + 1 < len(out) and out[j].unit is None and _separated(text, out[j], out[j + 1]):
            j += 1
        last = out[j]
        if j > i and last.unit is not None and last.reading is not None:
            for k in range(i, j):
                out[k] = _with_unit(out[k], last)
        i = j + 1 if j > i else i + 1
    return out


def _before_bracket(text: str, first: Phrase, second: Phrase) -> bool:
    """24（12~36）个月: the median before the bracket takes the unit behind it."""
    if first.unit is not None or first.reading is None or second.unit is None or second.rule != "range":
        return False
    return first.end == second.start and text[second.start] == "（"


def _over(text: str, first: Phrase, second: Phrase) -> bool:
    """120/80 mmHg: two pressures of one unit."""
    if first.unit is not None or first.reading is None or second.unit is None:
        return False
    return second.unit.unit == PRESSURE and text[first.end : second.start] == "/"


def _changed(text: str, first: Phrase, second: Phrase) -> bool:
    """27.2万亿增至45.5万亿元: before a word of change the first number may leave its unit to the second."""
    if first.unit is not None or first.numeral.factor == 1 or second.unit is None:
        return False
    return CHANGE.fullmatch(text[first.end : second.start]) is not None and None not in (
        first.reading,
        second.reading,
    )


def _separated(text: str, first: Phrase, second: Phrase) -> bool:
    between = text[first.end : second.start]
    if first.numeral.kind != "arabic" or first.reading is None or second.reading is None:
        return False
    if between == "，" and "分别" in text[max(0, first.start - 40) : first.start]:
        return True
    return SEPARATOR.fullmatch(between) is not None


def _with_unit(member: Phrase, last: Phrase) -> Phrase:
    assert member.reading is not None
    reading = member.reading
    if member.numeral.factor == 1 and last.numeral.factor != 1:
        reading = reading.times(last.numeral.factor)
    if last.rule == "tenths":
        reading = reading.times(10)
    return replace(member, reading=reading, unit=last.unit, unit_carried=True)


def _enumerations(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Give neighbours of one unit that an enumeration joins (14项、住建委（13项）; 57、14和4项) a list and a place in it."""
    out = list(phrases)
    next_id = 0
    for i in range(1, len(out)):
        first, second = out[i - 1], out[i]
        if first.unit is None or second.unit is None or first.unit.unit != second.unit.unit:
            continue
        between = text[first.end : second.start]
        distributed = "分别" in text[max(0, first.start - 60) : first.start]
        if not (
            ENUMERATION.fullmatch(between)
            or (distributed and (between == "，" or CLAUSES.fullmatch(between)))
        ):
            continue
        if first.list_id is None:
            first = out[i - 1] = replace(first, list_id=next_id)
            next_id += 1
        out[i] = replace(second, list_id=first.list_id, list_index=first.list_index + 1)
    return out
