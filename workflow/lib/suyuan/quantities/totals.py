"""Counts, levels and intervals of reports of research: 91.80%（56/61）, 中位数12（8，20）分, 56.3（±8.2）岁, 降至零."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from suyuan.language import any_of
from suyuan.quantities.behind_bracket import unit_behind
from suyuan.quantities.phrase import Phrase
from suyuan.quantities.tables import numerals_table
from suyuan.quantities.units import Unit, unit_at

TABLE = numerals_table()
SUBJECTS = frozenset(TABLE["subjects"])  # classifiers of those who are examined
PATIENTS = re.compile(any_of(TABLE["patients"]))
KEPT = re.compile(any_of(TABLE["kept"]))
OF_A_PLACE = re.compile(
    f"(?:^|[在于])(?:{any_of(TABLE['kept_places'])}的?)?(?:温度|室温)（?$"
)  # of a bracket right behind
KEPT_AT = re.compile("[在于](?:温度为?)?（?$")
MEASURED = re.compile(any_of(TABLE["measured"]))
CLAUSE = re.compile("[，。；、]")
NEAR = 40  # characters before a count in which patients are spoken of
POINTS = re.compile(f"{any_of(TABLE['points'])}(?:达到?|为|是|仅为?|约)?$")
SCORED = re.compile(r"[得均总评]分最[高低]（$")
NEXT_GROUP = re.compile(r"[，、][\u4e00-\u9fff]{1,8}|）[，、][^，。；（）]{1,14}最[高低]（")
INTERVAL = re.compile(r"[（\[，]\d{2}% ?(?:CI|置信区间|可信区间)[：为是=]? ?[（\[]?")
ESTIMATES = frozenset(
    {"measure", "time", "share", "score", "money", "ratio"}
)  # kinds of units whose estimates have an interval
BESIDE = re.compile(r"[（），、]{1,2}")
PARTED = ("，", ",", "~", "、", "-", "--")
CLOSED = ("）", "]")
FALL = re.compile(r"[^，。；]{0,8}[降减缩压跌落][^，。；\d]{0,2}[至到为]$")


def counts_over_totals(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """91.80%（56/61）, 56/61（91.80%）: so many of so many, where the share beside it is that of the two.

    Both are counts of those examined: they take the classifier that counted them before in the text (共61例), where one did;
    of patients (感染组合并糖尿病者占39.5%（17/43）) they are 例 where none did.
    """
    out = list(phrases)
    for i in range(len(out) - 1):
        part, whole = out[i], out[i + 1]
        if text[part.end : whole.start] != "/" or not (_is_count(part) and _is_count(whole)):
            continue
        beside = [out[i - 1]] if i and _beside(text, out[i - 1], part) else []
        if i + 2 < len(out) and _beside(text, whole, out[i + 2]):
            beside.append(out[i + 2])
        if any(_is_share_of(share, part, whole) for share in beside):
            unit = next((p.unit.unit for p in reversed(out[:i]) if p.unit and p.unit.unit in SUBJECTS), None)
            unit = unit or ("例" if PATIENTS.search(text, max(0, part.start - NEAR), part.start) else None)
            for k, phrase in ((i, part), (i + 1, whole)):
                carried = Unit(phrase.end, phrase.end, unit, "count") if unit else None
                out[k] = replace(phrase, unit=carried, unit_carried=True, rule="count_over_total")
    return out


def kept_temperatures(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """饲养于温度（23±2）℃, 在20±2℃下养护: a temperature that is kept lies in a range; a mean (体温36.5±0.4℃) has a deviation."""
    out = list(phrases)
    for i, phrase in enumerate(phrases):
        wide, middle = phrase.second, phrase.reading
        of_degrees = phrase.unit is not None and phrase.unit.unit == "°C"
        if phrase.rule != "plus_minus" or not of_degrees or wide is None or middle is None:
            continue
        clause = CLAUSE.split(text[max(0, phrase.start - NEAR) : phrase.start])[-1]
        if MEASURED.search(clause) or not _is_kept(text, phrase, clause):
            continue
        low, high = (replace(wide, value=v) for v in (middle.value - wide.value, middle.value + wide.value))
        out[i] = replace(phrase, reading=low, second=high, rule="range")
    return out


def _is_kept(text: str, phrase: Phrase, clause: str) -> bool:
    """A deed at the temperature (饲养于…, …下养护), or the temperature of a place with its bracket right behind."""
    behind = re.split("[，。；]", text[phrase.end : phrase.end + NEAR])[0]
    bracket = "（" in text[phrase.start - 1 : phrase.start + 1]
    return (
        KEPT.search(clause + behind.split("、")[0][:8]) is not None
        or (bracket and OF_A_PLACE.search(clause) is not None)
        or (KEPT_AT.search(clause) is not None and KEPT.search(behind) is not None)
    )


def _is_count(phrase: Phrase) -> bool:
    reading = phrase.reading
    plain = phrase.numeral.kind == "arabic" and phrase.numeral.factor == 1 and phrase.rule == "number"
    return plain and phrase.unit is None and reading is not None and reading.value.denominator == 1


def _beside(text: str, first: Phrase, second: Phrase) -> bool:
    return BESIDE.fullmatch(text, first.end, second.start) is not None


def _is_share_of(share: Phrase, part: Phrase, whole: Phrase) -> bool:
    if share.unit is None or share.unit.unit != "%" or share.second is not None or share.reading is None:
        return False
    assert part.reading is not None and whole.reading is not None
    if not 0 <= part.reading.value <= whole.reading.value or whole.reading.value < 2:
        return False
    quotient = 100 * part.reading.value / whole.reading.value
    return abs(share.reading.value - quotient) <= share.reading.step * Fraction(3, 5)


def deviation_in_bracket(text: str, first: Phrase, second: Phrase) -> Phrase | None:
    """56.3（±8.2）岁: the mean with its deviation in a bracket; None where that is not so."""
    tolerance = second.rule == "range" and text[second.start : second.start + 1] == "±"
    if not tolerance or text[first.end : second.start] != "（" or first.second is not None:
        return None
    if text[second.end : second.end + 1] != "）":
        return None
    unit = unit_at(text, second.end + 1) or second.unit or first.unit
    end = max(second.end + 1, unit.end if unit is not None else 0)
    return replace(first, second=second.second, unit=unit, end=end, rule="plus_minus")


def quartiles(
    text: str, middle: Phrase | None, first: Phrase, second: Phrase
) -> tuple[Fraction, Phrase] | None:
    """12（8，20）分: the two ends in the bracket behind a median or an estimate that lies between them, as one range.

    With it the multiplier behind the bracket (1 without one), which the range has taken and the median takes too.
    """
    if middle is None or middle.reading is None or first.reading is None or second.reading is None:
        return None
    around = text[middle.end : first.start], text[second.end : second.end + 1]
    if (
        around[0] not in ("（", "[")
        or around[1] not in CLOSED
        or text[first.end : second.start] not in PARTED
    ):
        return None
    plain = all(p.numeral.kind == "arabic" and p.second is None for p in (middle, first, second))
    low, high = first.reading.value, second.reading.value
    if not plain or first.unit is not None or not low <= middle.reading.value <= high or low == high:
        return None
    before = text[middle.start - 1 : middle.start]
    if before.isascii() and (before.isalnum() or before in "/-"):
        return None  # F2（1，58）
    factor, behind = (Fraction(1), None) if second.unit else unit_behind(text, second.end + 1)
    unit = second.unit or behind or middle.unit
    if unit is not None and unit.kind in ("noun", "arabic"):
        unit = None
    end = unit.end if unit is not None and unit.start > second.end else second.end
    start = (
        first.start - 1 if end > second.end else first.start
    )  # with the bracket, so that the median takes the unit too
    if middle.unit is not None:
        factor = Fraction(1)
    low_end, high_end = first.reading.times(factor), second.reading.times(factor)
    joined = replace(
        first, reading=low_end, second=high_end, unit=unit, start=start, end=end, rule="range", before=None
    )
    return factor, joined


def falls_to_nothing(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """由9.8%降至零: nought has the unit of the level that it fell from."""
    out = list(phrases)
    for i in range(1, len(out)):
        before, zero = out[i - 1], out[i]
        nothing = zero.unit is None and zero.reading is not None and not zero.reading.value
        if not nothing or before.unit is None or before.reading is None or zero.before or zero.after:
            continue
        if FALL.fullmatch(text, before.end, zero.start):
            out[i] = replace(
                zero, unit=Unit(zero.end, zero.end, before.unit.unit, before.unit.kind), unit_carried=True
            )
    return out


def points_of_means(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """城区教师均分3.74，县镇3.63: the word says that the figure is so many 分, also of the groups that the list goes on with."""
    out = list(phrases)
    last: Phrase | None = None  # the last figure read so
    for i, phrase in enumerate(out):
        if not _is_decimal(phrase):
            continue
        near = max(0, phrase.start - 8)
        named = POINTS.search(text, near, phrase.start) or SCORED.search(text, near, phrase.start)
        if named or (last and NEXT_GROUP.fullmatch(text, last.end, phrase.start)):
            unit = Unit(phrase.end, phrase.end, "分", "score")
            last = out[i] = replace(phrase, unit=unit, unit_carried=True)
    return out


def _is_decimal(phrase: Phrase) -> bool:
    reading = phrase.reading
    plain = (
        phrase.rule in ("number", "plus_minus") and phrase.numeral.kind == "arabic" and phrase.why_not is None
    )
    return plain and phrase.unit is None and reading is not None and reading.step < 1 and not phrase.rank


def intervals_of_estimates(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """均数差1.13分（95%CI：0.86~1.40）: an interval without unit is in that of the estimate before its bracket."""
    out = list(phrases)
    for i in range(1, len(out)):
        estimate, interval = out[i - 1], out[i]
        if interval.rule != "range" or interval.unit is not None or estimate.unit is None:
            continue
        if estimate.unit.kind in ESTIMATES and INTERVAL.fullmatch(text, estimate.end, interval.start):
            unit = Unit(interval.end, interval.end, estimate.unit.unit, estimate.unit.kind)
            out[i] = replace(interval, unit=unit, unit_carried=True)
    return out
