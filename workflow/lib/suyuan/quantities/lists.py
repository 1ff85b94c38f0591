"""Stage 4b: lists. The unit at the end of a list is carried to its members, and enumerations are numbered."""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.quantities.phrase import Phrase

PRESSURE = "mmHg"  # of blood, two of which are written with a stroke between
SEPARATOR = re.compile(r"[、]|和|与|及|以及|、和")
STROKE = "/"
HALF = "个"  # which some units begin with: 个百分点, 个月
CHANGE = re.compile(r"[^，。；]{0,12}[增升降提扩减缩跃涨变][^，。；]{0,3}[至到为][^，。；]{0,10}")
ENUMERATION = re.compile(r"[）]?(?:、|和|与|及|以及)(?!达到|超过|突破)[^，。；：、0-9]{0,16}")
CLAUSES = re.compile(r"[）]?[，；][^，。；：、0-9]{1,16}")


def mark_lists(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Carry the unit at the end of a list to its members, and number the members of enumerations."""
    return _enumerations(text, _carry(text, _in_full(text, phrases)))


def _in_full(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """3个和2个百分点, 6个、9个月: members that end with the 个 of a longer unit have the unit of the last."""
    out = list(phrases)
    for i in range(len(out) - 2, -1, -1):
        first, second = out[i], out[i + 1]
        if first.unit is None or second.unit is None or second.unit.unit == first.unit.unit:
            continue
        if SEPARATOR.fullmatch(text[first.end : second.start]) is None or second.numeral.factor != 1:
            continue
        if text.endswith(HALF, 0, first.end) and HALF in text[second.start : second.end]:
            out[i] = replace(first, unit=second.unit, unit_carried=True)
    return out


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
        if j == i:
            j = _stroked(text, out, i)
        last = out[j]
        if (
            j > i
            and last.unit is not None
            and last.reading is not None
            and not _several_units(text, out, i, j)
        ):
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
    if between == "，" and _distributed(text, first.start, 40):
        return True
    return SEPARATOR.fullmatch(between) is not None


def _stroked(text: str, phrases: list[Phrase], i: int) -> int:
    """5.1/7.3/9.6亿元: the last of three or more members between strokes; two only after 分别 (分别为2.1/3.4亿元)."""
    j = i
    while j + 1 < len(phrases) and phrases[j].unit is None:
        first, second = phrases[j], phrases[j + 1]
        plain = first.numeral.kind == "arabic" and first.reading is not None and second.reading is not None
        if not plain or text[first.end : second.start] != STROKE:
            break
        j += 1
    distributed = _distributed(text, phrases[i].start, 16)
    return j if j - i >= 2 or distributed else i


def _several_units(text: str, phrases: list[Phrase], first: int, last: int) -> bool:
    """分别为7.2、25℃和60%: behind the member with a unit the list goes on in another one, so that each has its own."""
    if last + 1 == len(phrases) or not _distributed(text, phrases[first].start, 16):
        return False
    one, other = phrases[last].unit, phrases[last + 1].unit
    between = text[phrases[last].end : phrases[last + 1].start]
    return (
        one is not None
        and other is not None
        and one.unit != other.unit
        and bool(SEPARATOR.fullmatch(between))
    )


def _distributed(text: str, at: int, reach: int) -> bool:
    """Whether 分别 stands before, within the sentence."""
    return "分别" in text[max(0, at - reach, text.rfind("。", 0, at) + 1) : at]


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
        distributed = _distributed(text, first.start, 60)
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
