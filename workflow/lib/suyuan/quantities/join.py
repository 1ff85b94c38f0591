"""Stage 4a: numbers that belong together: X分之Y, ranges, tolerances, ratios."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from suyuan.quantities.behind_bracket import unit_behind
from suyuan.quantities.bounds import HALF
from suyuan.quantities.numeral import Numeral
from suyuan.quantities.numerals import Reading
from suyuan.quantities.phrase import CLAUSE_END, LITTLE, Phrase, build_phrase
from suyuan.quantities.tables import numerals_table, qualifiers
from suyuan.quantities.totals import deviation_in_bracket, quartiles
from suyuan.quantities.units import SHARE_BEFORE, SHARE_BEHIND, Unit

RANGE = re.compile(r"(?:--?|~|至|到|——?)\+?")
INTERVAL = re.compile(r"(?:CI|置信区间|可信区间)[为：]?[（\[]$")
SPAN_OF = re.compile(
    r"(?:介于|波动于|分布[在于]|范围[为是]?在?|区间[为是]?在?|质量[为是]?|总?[得评]分[均都]?[在为是]?)$"
)
SPAN_ENDS = re.compile("之间|不等|上下|[，。；、）]|$")
AFTER_CI = re.compile("CI[）)]?[:：= ]?$")
RANGES_AHEAD = re.compile(
    r"(?:(?:、|，|和|与|及|以及)\d+(?:\.\d+)?~\d+(?:\.\d+)?){1,8} ?(?:[a-zA-Zμ℃%°‰]|岁|年|天|米|厘米|公里|万|亿)"
)
PER_HUNDRED = re.compile(r"([百千万])分之")
PARTS = {"百": 100, "千": 1000, "万": 10000}
POPULATIONS = tuple(numerals_table()["populations"])
FRACTION_BEFORE = tuple(numerals_table()["fraction_before"])
LARGE = 100  # from this number below the stroke a fraction of one tells itself by the words before it
CHANGE_BEFORE = ("从", "由", "自", "从约", "由约")


def join_fractions(text: str, numerals: list[Numeral]) -> list[Numeral | Phrase]:
    """Numerals in order, with 三分之一, 百分之五 and 2/3 joined to one phrase in per cent."""
    out: list[Numeral | Phrase] = []
    i = 0
    while i < len(numerals):
        below = numerals[i]
        above = numerals[i + 1] if i + 1 < len(numerals) else None
        if above is not None and below.reading is not None and below.reading.value:
            between = text[below.end : above.start]
            if between == "分之" and above.approximate is not None:
                low, high = (Reading(Fraction(n), Fraction(1), Fraction(1)) for n in above.approximate)
                least = _share(text, below, replace(above, reading=low, approximate=None), below, above)
                most = high.times(100 / below.reading.value)
                out.append(replace(least, second=most, rule="two_digits"))
                i += 2
                continue
            if above.reading is None:
                out.append(below)
                i += 1
                continue
            if between == "分之":
                out.append(_share(text, below, above, below, above))
                i += 2
                continue
            if between == "/" and _printed_fraction(text, below, above):
                out.append(_share(text, above, below, below, above))
                i += 2
                continue
        out.append(below)
        i += 1
    return out


def _printed_fraction(text: str, upper: Numeral, lower: Numeral) -> bool:
    """2/3 as a share: small whole numbers, the upper less than the lower, nothing like a date or a code around."""
    if upper.reading is None or lower.reading is None or upper.multiplier or lower.multiplier:
        return False
    a, b = upper.reading, lower.reading
    if SHARE_BEFORE.search(text, max(0, upper.start - 2), upper.end) or SHARE_BEHIND.match(text, lower.end):
        return False  # 60.0%（6/10）: so many of so many
    around = text[upper.start - 1 : upper.start] + text[lower.end : lower.end + 1]
    if a.value == a.step == b.step == 1 and b.value >= LARGE and not lower.multiplier:
        clause = text[max(0, upper.start - 12) : upper.start].rpartition("，")[2]
        ends = not (text[lower.end : lower.end + 1].isascii() and text[lower.end : lower.end + 1])
        return ends and clause.endswith(FRACTION_BEFORE) and not any(word in clause for word in POPULATIONS)
    return (
        a.step == b.step == 1
        and 0 < a.value < b.value <= 10
        and not any(c in "/-.：" or c.isascii() for c in around)
    )


def _share(text: str, below: Numeral, above: Numeral, first: Numeral, last: Numeral) -> Phrase:
    assert below.reading is not None and above.reading is not None
    parts, upper = below.reading.value, above.reading
    factor = 100 / parts
    numeral = replace(
        last, start=first.start, digits_end=last.end, multiplier="", factor=Fraction(1), more=last.more
    )
    per_hundred = parts in (100, 1000, 10000, 100000)
    if per_hundred:
        reading = upper.times(factor)
    else:  # the next smaller fraction of the same form is one step away: 三分之一, 四分之一
        step = 100 * upper.value / (parts * (parts + 1))
        reading = Reading(upper.value * factor, step, step)
    phrase = build_phrase(text, replace(numeral, reading=reading))
    printed = text[first.start : last.end]
    unit = Unit(last.end, last.end, "%", "share")
    rule = "per_hundred" if per_hundred else "share_of_words" if "分之" in printed else "printed_fraction"
    end = last.end
    more = False
    if text[end : end + 1] in ("多", "余"):
        more, end = True, end + 1
    bare = replace(phrase, unit=unit, end=end, after=None, more=more, rule=rule)
    for word in ("以上", "以下", "左右", "以内", "强", "弱"):
        if word in LITTLE and text[end + 1 : end + 2] not in CLAUSE_END:
            continue
        if text.startswith(word, end):
            after = next(q for q in qualifiers()["after"] if q.text == word)
            return replace(bare, after=after, end=end + len(word))
    return bare


def join_ranges(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases in order, with 15%~20%, 3-5年, 100-200万元 and 63.7±3.0 joined to one; ratios 2.5：36.7：60.7 marked."""
    out: list[Phrase] = []
    i = 0
    while i < len(phrases):
        first = phrases[i]
        second = phrases[i + 1] if i + 1 < len(phrases) else None
        joined = None
        if second is not None and first.reading is not None and second.reading is not None:
            joined = (
                _deviation(text, first, second)
                or deviation_in_bracket(text, first, second)
                or _range_of_quartiles(text, out, first, second)
                or _range(text, first, second)
            )
        if joined is not None:
            out.append(joined)
            i += 2
        else:
            out.append(first)
            i += 1
    return out


def _range_of_quartiles(text: str, out: list[Phrase], first: Phrase, second: Phrase) -> Phrase | None:
    """The quartiles behind the last of ``out``, which takes the multiplier behind their bracket too: 3.2（2.1，4.5）万元."""
    found = quartiles(text, out[-1] if out else None, first, second)
    if found is None:
        return None
    factor, joined = found
    middle = out[-1].reading
    if factor != 1 and middle is not None:
        out[-1] = replace(out[-1], reading=middle.times(factor))
    return joined


def _deviation(text: str, first: Phrase, second: Phrase) -> Phrase | None:
    if text[first.end : second.numeral.start] not in ("±", "+-", "+/-"):
        return None
    deviation = second.reading
    assert first.reading is not None and deviation is not None
    shares = [phrase.unit is not None and phrase.unit.kind == "share" for phrase in (first, second)]
    if first.unit is not None and shares == [False, True]:  # 220V±10%: of the value
        deviation = deviation.times(abs(first.reading.value) / 100)
        second = replace(second, unit=first.unit)
    joined = replace(
        first, second=deviation, unit=second.unit or first.unit, end=second.end, rule="plus_minus"
    )
    return _unit_after_bracket(text, joined)


def _unit_after_bracket(text: str, phrase: Phrase) -> Phrase:
    """（56.3±8.2）岁: the unit stands behind the bracket."""
    if (
        phrase.unit is not None
        or text[phrase.start - 1 : phrase.start] != "（"
        or text[phrase.end : phrase.end + 1] != "）"
    ):
        return phrase
    factor, unit = unit_behind(text, phrase.end + 1)
    if unit is None or unit.kind not in ("measure", "time", "share", "money", "score", "count"):
        return phrase
    assert phrase.reading is not None and phrase.second is not None
    of_all, wide = phrase.reading.times(factor), phrase.second.times(factor)
    return replace(phrase, reading=of_all, second=wide, unit=unit, start=phrase.start - 1, end=unit.end)


def _range(text: str, first: Phrase, second: Phrase) -> Phrase | None:
    a, b = first.reading, second.reading
    assert a is not None and b is not None
    if (
        first.rule == "two_digits"
        or second.rule == "two_digits"
        or (second.before is not None and second.before.text != "~")
    ):
        return None
    between = text[first.end : second.numeral.start if b.value >= 0 else second.start]
    if first.after is not None or not (RANGE.fullmatch(between) or _interval(text, first, second)):
        return None
    per = PER_HUNDRED.match(text, first.numeral.start)
    if per and second.unit is None and second.numeral.kind == "chinese":  # 百分之三至五
        b = b.times(Fraction(100, PARTS[per[1]]))
        second = replace(second, unit=Unit(second.end, second.end, "%", "share"))
    word = between in ("至", "到")
    if word and text[: first.start].endswith(CHANGE_BEFORE):
        return None
    factor, behind = _behind_bracket(text, first, second)
    if behind is not None and a.value < b.value:
        start, a, b = first.numeral.start - 1, a.times(factor), b.times(factor)
        return replace(
            first, reading=a, second=b, unit=behind, start=start, end=behind.end, rule="range", before=None
        )
    if second.unit is None and min(first.numeral.factor, second.numeral.factor) >= 10_000:
        pass  # 2万-3万: nothing else is written so
    elif second.unit is None:
        if first.unit is not None or word or not _statistic_range(text, first, second):
            return None
    elif first.unit is not None and first.unit.unit != second.unit.unit:
        return None
    lends = first.unit is None and first.numeral.factor == 1 and second.numeral.factor != 1
    if lends and a.value * second.numeral.factor < b.value:
        a = a.times(second.numeral.factor)
    if first.unit is None and second.rule == "tenths":
        a = a.times(10)
    if a.value >= b.value:
        return None
    return replace(
        first, reading=a, second=b, unit=second.unit, end=second.end, rule="range", after=None, before=None,
        start=first.start if first.before is None else first.start + len(first.before.text),
    )  # fmt: skip


def _interval(text: str, first: Phrase, second: Phrase) -> bool:
    """95%CI（0.61，0.94）: the ends of an interval with a comma between them."""
    before = text[max(0, first.start - 6) : first.start]
    closed = text[second.end : second.end + 1] in ("）", "]")
    return closed and text[first.end : second.start] == "，" and INTERVAL.search(before) is not None


def _behind_bracket(text: str, first: Phrase, second: Phrase) -> tuple[Fraction, Unit | None]:
    """24（12~36）个月: the unit of a range in a bracket stands behind the bracket, with its multiplier."""
    nothing = Fraction(1), None
    if first.unit is not None or second.unit is not None:
        return nothing
    if (
        text[first.numeral.start - 1 : first.numeral.start] != "（"
        or text[second.end : second.end + 1] != "）"
    ):
        return nothing
    return unit_behind(text, second.end + 1)


def _statistic_range(text: str, first: Phrase, second: Phrase) -> bool:
    """A range without unit is read for printed decimals: with a tilde, in a bracket, or after CI, 为, =, ： only; of whole
    numbers with a tilde after CI, and before a list of ranges that ends with a unit (0~10、|10~20和20~40 cm)."""
    if _interval(text, first, second):
        return True
    tilde = text[first.end : second.numeral.start] == "~"
    lead = text[max(0, first.numeral.start - 8) : first.numeral.start]
    if tilde and (AFTER_CI.search(lead) or RANGES_AHEAD.match(text, second.end)):
        return True
    if tilde and SPAN_OF.search(lead) and SPAN_ENDS.match(text, second.end):
        return True  # 得分在12~48之间
    decimals = first.reading is not None and second.reading is not None and second.reading.step < 1
    return decimals and (
        tilde or lead.endswith(("CI", "CI：", "CI=", "为", "=", "（", "：", "在", "，", "CI "))
    )


def _is_to(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether a colon, or 比 between Arabic digits (3比1), makes two numbers a ratio."""
    between = text[first.end : second.start]
    arabic = first.numeral.kind == second.numeral.kind == "arabic"
    return between in ("：", ":", "∶") or (between == "比" and arabic and second.unit is None)


def join_ratios(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """2.27∶1 and 1∶4 as one ratio; 2.5：36.7：60.7 as shares in per cent where three or more add up to 100."""
    out = list(phrases)
    i = 0
    while i < len(out):
        j = i
        while j + 1 < len(out) and out[j].unit is None and _is_to(text, out[j], out[j + 1]):
            j += 1
        first, last = out[i].reading, out[j].reading
        if j == i + 1 and first is not None and last is not None and last.value > 0:
            quotient = Reading(first.value / last.value, first.step / last.value, first.coarse / last.value)
            out[i : j + 1] = [replace(out[i], reading=quotient, end=out[j].end, rule="ratio")]
            i += 1
            continue
        if j > i:
            readings = [p.reading for p in out[i : j + 1]]
            total = sum((r.value for r in readings if r is not None), Fraction(0))
            slack = sum((r.step * HALF for r in readings if r is not None), Fraction(0))
            shares = j - i >= 2 and abs(total - 100) <= slack
            for k in range(i, j + 1):
                unit = Unit(out[k].end, out[k].end, "%", "share") if shares else out[k].unit
                out[k] = replace(
                    out[k], rule="ratio_of_shares", unit=unit, unit_carried=shares, list_index=k - i
                )
        i = j + 1
    return out
