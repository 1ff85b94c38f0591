"""Stage 4a: numbers in two or three units of one scale: 2年6个月, 1小时30分, 5元6角, 39°54′, and 1米75.

The value is in the unit of the first part, exact; the step is that of the last. The scales are in numerals.yaml.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from suyuan.quantities.numerals import Reading
from suyuan.quantities.phrase import Phrase
from suyuan.quantities.tables import numerals_table
from suyuan.quantities.units import Unit

# unit word as printed -> [(word of the smaller unit as printed, how many make one)], longest word first
SCALES: dict[str, list[tuple[str, int]]] = {
    whole: sorted(parts.items(), key=lambda part: -len(part[0]))
    for whole, parts in numerals_table()["scales"].items()
}
DECIMAL_TAILS = frozenset(numerals_table()["decimal_tails"])
JOINTS = ("", "零", "又")
TAIL_END = re.compile(r"(?=[，。；、）的]|$)")


def join_compounds(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases in order, with the parts of one compound number joined to one phrase of rule ``compound``."""
    out: list[Phrase] = []
    for phrase in phrases:
        joined = _joined(text, out[-1], phrase) if out else None
        if joined is None:
            out.append(phrase)
        else:
            out[-1] = joined
    return out


def _joined(text: str, first: Phrase, second: Phrase) -> Phrase | None:
    if first.unit is None or first.reading is None or second.reading is None:
        return None
    if first.rule not in ("number", "compound") or second.rule != "number" or first.after or second.before:
        return None
    if first.more or (second.reading.step < 1 and first.unit.kind != "measure"):
        return None
    if text[first.end : second.numeral.start] not in JOINTS or first.numeral.factor > 1:
        return None
    word = text[first.unit.start : first.unit.end]
    if word in DECIMAL_TAILS and first.rule == "number" and first.reading.step == 1:
        tail = _decimal_tail(text, first, second)
        if tail is not None:
            return tail
    at = second.numeral.end
    for part, ratio in SCALES.get(word if first.rule == "number" else _last_word(text, first), ()):
        if not text.startswith(part, at) or second.reading.value >= ratio:
            continue
        step = _step(first) / ratio
        value = first.reading.value + second.reading.value * step
        unit = _minutes(first.unit, part)
        reading = Reading(value, second.reading.step * step, second.reading.step * step)
        return replace(
            first, reading=reading, unit=unit, end=at + len(part), after=second.after, rule="compound"
        )
    return None


def _decimal_tail(text: str, first: Phrase, second: Phrase) -> Phrase | None:
    """1米75, 3块5: bare digits after the unit are its decimals."""
    assert first.reading is not None
    digits = text[second.numeral.start : second.numeral.end]
    bare = second.unit is None and second.numeral.factor == 1 and len(digits) <= 2
    if not bare or not digits.isascii() or not digits.isdigit() or not TAIL_END.match(text, second.end):
        return None
    step = Fraction(1, 10 ** len(digits))
    reading = Reading(first.reading.value + int(digits) * step, step, step)
    return replace(first, reading=reading, end=second.end, rule="compound")


def _last_word(text: str, phrase: Phrase) -> str:
    """Unit word that the last part of a compound ends with."""
    return next((word for word in SCALES if text.endswith(word, phrase.start, phrase.end)), "")


def _step(phrase: Phrase) -> Fraction:
    """One unit of the last part of a compound, in its first unit."""
    assert phrase.reading is not None
    return phrase.reading.step if phrase.rule == "compound" else Fraction(1)


def _minutes(unit: Unit, part: str) -> Unit:
    """分 before 秒 is the minute, not the point of a score."""
    if part == "秒" and unit.unit == "分":
        return Unit(unit.start, unit.end, "分钟", "time")
    return unit
