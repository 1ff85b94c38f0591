"""What stands in or behind the unit of a number (三个|多|月, 两年|半, 7.4万套|（间）), and what money is for (每吨|300元)."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from suyuan.quantities.numerals import DIGITS, HAN, Reading
from suyuan.quantities.tables import Qualifier
from suyuan.quantities.units import Unit, unit_at

if TYPE_CHECKING:
    from suyuan.quantities.phrase import Phrase

# 1成|5, not 3成|5年期 nor 3成|5.2万户: behind an Arabic digit ends what is said, or a qualifier follows
HUNDREDTHS = re.compile(
    f"[{''.join(DIGITS)[2:]}](?![{HAN}个项])"
    "|[1-9](?=$|[，。；、）的]|左右|上下|以[上下内]|多|余)"
    "|(?P<half>半)(?![年月天个日小数夜导])"
)
MORE = ("多", "余", "来")
MEASURED = ("time", "share")  # 三个多月, 两个多百分点
BRACKET = re.compile("（([\u4e00-\u9fff](?:[、/][\u4e00-\u9fff]){0,5})）(次?)")
HALF = Fraction(1, 2)
ON_A_SCALE = "单位"  # pH提高0.5个|单位; 12个单位参加 are twelve bodies
WITHOUT_UNIT = re.compile("(?<![A-Za-z])pH[^。；：]{0,28}$")  # a scale whose steps have no name
PER_REACH = 16
PER = re.compile("(?P<per>每)(?!年|月|日|天)[^，。；：、\\d每]*$")
BETWEEN = re.compile("[^，。；：、\\d每]{0,10}")
EVERY = re.compile("[^，。；、\\d]{0,8}?(?:一|1|两|2)(?:次|届|期|回|轮)")


def after_tenths(text: str, at: int) -> Reading | None:
    """What a digit or 半 behind 成 adds, in hundredths: 七成|五, 1成|5, 三成|半; None where it goes with what follows.

    半 is exact to the half of a tenth, a digit to a hundredth. ``at``: position behind 成.
    """
    match = HUNDREDTHS.match(text, at)
    if match is None:
        return None
    step = Fraction(5 if match["half"] else 1)
    return Reading(step if match["half"] else Fraction(DIGITS.get(match[0]) or int(match[0])), step, step)


def more_in_unit(text: str, phrase: Phrase) -> Phrase:
    """三个多月, 两个多小时, 一个来月, 3个多百分点: 多 between 个 and what is counted."""
    unit = phrase.unit
    if unit is None or unit.unit != "个" or phrase.more or phrase.end != unit.end:
        return phrase
    mark = text[phrase.end : phrase.end + 1]
    if mark not in MORE:
        return phrase
    counted = _time_at(text, phrase.end + 1)
    if counted is None or (mark == "来" and counted.kind != "time"):
        return phrase
    about = Qualifier("来", "after_number", "~", "") if mark == "来" else phrase.after
    return replace(phrase, unit=counted, end=counted.end, more=mark != "来", after=about)


def _time_at(text: str, at: int) -> Unit | None:
    """月 or another unit of time, or 百分点, at ``at``."""
    if text.startswith("月", at):
        return Unit(at, at + 1, "月", "time")
    unit = unit_at(text, at)
    return unit if unit is not None and (unit.kind in MEASURED or unit.unit == "百分点") else None


def steps_of_a_scale(text: str, phrase: Phrase) -> Phrase:
    """消费增加0.15个单位: so many units of an index; of pH the number has none. Whole numbers (12个单位) count bodies."""
    unit = phrase.unit
    if unit is None or unit.unit != "个" or phrase.reading is None or phrase.end != unit.end:
        return phrase
    if not text.startswith(ON_A_SCALE, phrase.end):
        return phrase
    of_none = WITHOUT_UNIT.search(text, max(0, phrase.start - 32), phrase.start) is not None
    if phrase.reading.step >= 1 and not of_none:
        return phrase
    end = phrase.end + len(ON_A_SCALE)
    return replace(phrase, unit=Unit(unit.start, end, "" if of_none else ON_A_SCALE, "measure"), end=end)


def half_after_unit(text: str, phrase: Phrase) -> Phrase:
    """两年半, 三个半小时, 一倍半: half a unit more."""
    unit, reading = phrase.unit, phrase.reading
    if not text.startswith("半", phrase.end):
        return phrase
    if unit is None or reading is None or phrase.numeral.kind == "half":
        return phrase
    with_half = replace(phrase, reading=Reading(reading.value + HALF, HALF, HALF), rule="and_a_half")
    if unit.unit == "个":
        longer = _time_at(text, phrase.end + 1)
        if longer is not None and longer.kind == "time":
            return replace(with_half, unit=longer, end=longer.end)
    if unit.kind in ("time", "ratio") and unit.unit != "月":
        return replace(with_half, end=phrase.end + 1)
    return phrase


def bracketed_classifier(text: str, phrase: Phrase) -> Phrase:
    """7.4万套（间）, 2800辆（艘、架、列）次: other classifiers for the same number in a bracket, as printed."""
    unit = phrase.unit
    if (
        unit is None
        or unit.kind != "count"
        or phrase.end != unit.end
        or text[phrase.end : phrase.end + 1] != "（"
    ):
        return phrase
    bracket = BRACKET.match(text, phrase.end)
    if bracket is None or not all(
        _is_classifier(text, at) for at in range(bracket.start(1), bracket.end(1), 2)
    ):
        return phrase
    printed = text[unit.start : bracket.end()]
    return replace(phrase, unit=Unit(unit.start, bracket.end(), printed, "count"), end=bracket.end())


def per_unit(text: str, phrase: Phrase) -> Phrase:
    """每公斤|35元, 每吨运费能省|20元: money for a unit of measure; for a person or a household it stays money."""
    unit = phrase.unit
    if unit is None or unit.kind != "money" or "/" in unit.unit:
        return phrase
    per = PER.search(text, max(0, phrase.start - PER_REACH), phrase.start)
    below = unit_at(text, per.end("per")) if per else None
    if (
        per is None
        or below is None
        or below.kind != "measure"
        or BETWEEN.fullmatch(text, below.end, phrase.start) is None
    ):
        return phrase
    return replace(phrase, unit=unit._replace(unit=f"{unit.unit}/{below.unit}"))


def is_interval(text: str, end: int) -> bool:
    """每25次|循环测一次, 每3天|巡检一次: how often something is done, stated of the number that ends at ``end``."""
    return EVERY.match(text, end) is not None


def _is_classifier(text: str, at: int) -> bool:
    unit = unit_at(text, at)
    return unit is not None and unit.kind == "count" and unit.end == at + 1
