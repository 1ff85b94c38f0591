"""Stage 3a: the unit after a number: Chinese units and classifiers, symbols (mg/L, kg·hm-2, m2), compounds (亿元/km2)."""

from __future__ import annotations

import re
from typing import NamedTuple

from suyuan.quantities.tables import UnitWord, numerals_table, unit_symbols, unit_words

MULTIPLIER = re.compile(r"(?:[百千万亿]+|10[万千]?|100[0万]*)(?:(?=[\u4e00-\u9fff]| ?[a-zA-Zμ]))", re.ASCII)
PER = re.compile(  # 死亡率5.07/10万, 发病密度9.3/1 000人年
    r"/(?P<base>(?:10+|10?(?:[ ,]000)+)万?|[百千万])(?P<of>人年|人|例)?(?![\d.])", re.ASCII
)
SHARE_BEFORE = re.compile(r"%[（，]\d+$", re.ASCII)
SHARE_BEHIND = re.compile(r"（[\d.]+%", re.ASCII)
EXPONENT = re.compile(r"\^?-?[1-4](?![\d.])|[⁻⁺]?[¹²³⁴]", re.ASCII)
SCARCE = frozenset(
    "aABCFJKNTUlr"
)  # letters that more often name a thing than a unit: only after two digits or a point
MANY_DIGITS = re.compile(r"[\d.]\d ?$", re.ASCII)
LETTER_NOT_BEFORE = ("-", "+", "=", "级", "类", "型", "版", "座", "区", "组", "轮", "线", "形", "、")
NAMED_BY_LETTER: dict[str, tuple[str, ...]] = {
    letter: tuple(words) for letter, words in numerals_table()["letter_not_before"].items()
}
OF_AN_ACRE = re.compile(r"66[67] ?m[2²]", re.ASCII)  # 512 kg/667 m2: for each 亩
THING_BELOW = re.compile(
    "[一-龥](?=[，。；、）（]|以[上下内]|左右|$)"
)  # 15 kW/柜以上: what no table of units has
MOMENTS = ("秒", "分钟", "小时")  # 12米每秒; 每天 and longer spans belong to what follows more often
POINTS = ("·", "*", "⋅")  # between the symbols of one unit
POWER_BELOW = re.compile(r"([^\W\d_]+)-([1-4])", re.ASCII)  # kg-1, hm-2: the unit stands under the stroke
CHINESE = re.compile("[\u4e00-\u9fff]")
NEGATIVE = re.compile(r"-[1-4]$", re.ASCII)
# 225 kg N·hm-2, 3.1 g C·kg-1: a formula between a mass or an amount and the rest of its unit
SUBSTANCE = re.compile(
    r" (?:[A-Z][a-z]?[\d₂₃₄₅]?[+-]?){1,5}(?:-[A-Z])?(?:-?eq|e)?(?=[·⋅/][a-zA-Zμ]| [a-zA-Zμ]{1,4}-[1-4])",
    re.ASCII,
)
BLANK_POWER = re.compile(r" [a-zA-Zμ]{1,4}-[1-4](?![\d.])", re.ASCII)  # kg ha-1
SUBSTANCES = ("g", "克", "吨", "t", "mol", "L")  # ends of the units that measure a substance
LITRES = {"升": "L", "毫升": "mL", "分升": "dL", "微升": "μL"}  # under the stroke of a unit with a symbol
GENERATIONS = "gG"  # of mobile networks, whose names are 2G to 6G
GENERATION = re.compile(r"(?<![\d.,])[2-6]$", re.ASCII)
NO_ADJECTIVE = (
    "of|in|to|and|or|the|by|for|from|at|on|with|than|as|per|more|less|were|was|is|are|had|has|have|that|which"
)
ENGLISH_NOUN = re.compile(
    rf" (?:(?!(?:{NO_ADJECTIVE})\b)[A-Za-z][a-z]*(?:-[a-z]+)* ){{0,2}}([a-z]{{3,}}s|people|children|men|women)\b"
)
ENGLISH_PLAIN = re.compile(r" (?:[a-z]+(?:-[a-z]+)* )?[a-z]+$")
YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d$", re.ASCII)
NO_NOUNS = frozenset(
    ("was", "has", "this", "does", "its", "thus", "less", "plus", "across", "versus", "respectively", "years")
)
NOTE_MARK = re.compile(
    r"\d{1,2}(?=[，。；、）]|$)", re.ASCII
)  # 77 EFlops7，: a note's mark that print left on the line
BOUNDS = ("以上", "以下", "以内")  # 20所以上 is no 所以
LATIN_END = re.compile(r"[A-Za-zμΩ]")
RAISED = "¹²³⁴"
SUPERSCRIPT = str.maketrans("¹²³⁴⁻⁺", "1234-+")


class Unit(NamedTuple):
    """A unit as printed and as base unit."""

    start: int
    end: int
    unit: str
    kind: str


def unit_at(text: str, at: int) -> Unit | None:
    """Longest unit that begins at ``at`` (one blank may stand before a Latin symbol); None where there is none."""
    if text[at : at + 1] == "/":
        per = PER.match(text, at)
        if per and (SHARE_BEFORE.search(text, max(0, at - 8), at) or SHARE_BEHIND.match(text, per.end())):
            return None  # 30.0%（3/10）: so many of so many
        return _per(per) if per else None
    if text[at : at + 1] in POINTS:
        return _power_alone(text, at)
    head = _simple(text, at)
    if head is None:
        return None
    if text[head.end : head.end + 1] in POINTS:
        return _times_symbols(text, head)
    if text[head.end : head.end + 1] == "/" or text.startswith(" / ", head.end):
        below = _below(text, text.index("/", head.end) + 1)
        if below is not None:
            kind = "measure" if head.kind in ("count", "noun", "arabic", "time", "score") else head.kind
            end, name = below.end, f"{head.unit}/{_litres(head.unit, below.unit)}"
            if text[end : end + 1] == "·":  # 元/人·月
                again = _simple(text, end + 1)
                if again is not None:
                    end, name = again.end, f"{name}·{again.unit}"
            return Unit(head.start, end, name, kind)
    if head.kind == "measure" and text[head.end : head.end + 1] == "每":
        below = _simple(text, head.end + 1)
        if below is not None and (below.kind == "measure" or below.unit in MOMENTS):
            return Unit(head.start, below.end, f"{head.unit}/{below.unit}", "measure")
    return head


def _per(match: re.Match[str]) -> Unit:
    """/10万, /1000人年: so many of, or for, that number of them; the blank of thousands does not count."""
    base = match["base"].replace(" ", "").replace(",", "")
    return Unit(match.start(), match.end(), f"/{base}{match['of'] or ''}", "measure")


def _power_alone(text: str, at: int) -> Unit | None:
    """598万·hm-2: so many for each of what stands under the stroke."""
    below = _symbol(text, at + 1, True)
    return Unit(at, below.end, below.unit, "measure") if below and NEGATIVE.search(below.unit) else None


def _times_symbols(text: str, head: Unit) -> Unit:
    """株·hm-2, 次·min-1, ℃·d; 元·kg-1 is money for each kilogram, as 元/kg is. The head alone where no such symbol follows."""
    more = _symbol(text, head.end + 1, True)
    if more is None or (head.kind != "measure" and not NEGATIVE.search(more.unit)):
        return head
    power = POWER_BELOW.fullmatch(more.unit)
    if head.kind == "money" and power is not None:
        name = power[1] + (power[2] if power[2] != "1" else "")
        return Unit(head.start, more.end, f"{head.unit}/{name}", "money")
    return Unit(head.start, more.end, f"{head.unit}·{_as_printed(text, more)}", "measure")


def _as_printed(text: str, unit: Unit) -> str:
    """The d of mg/(kg·d) stays a symbol among symbols."""
    return text[unit.start : unit.end] if CHINESE.match(unit.unit) else unit.unit


def _litres(head: str, below: str) -> str:
    """毫克/升 is mg/L: a unit with a symbol takes the symbol of the litre too."""
    return LITRES.get(below, below) if head.isascii() or head.startswith("μ") else below


def symbol_at(text: str, at: int) -> Unit | None:
    """The Latin symbol at ``at`` whatever number of digits stands before it (8A), where the words say that it is a unit."""
    return _symbol(text, at, True)


def rate_at(text: str, at: int) -> Unit | None:
    """The bare rate after a power of ten: 12.3×10⁹/L is so many per litre."""
    if text[at : at + 1] != "/":
        return None
    below = _below(text, at + 1)
    return Unit(at, below.end, f"/{below.unit}", "measure") if below is not None else None


def _below(text: str, at: int) -> Unit | None:
    """The unit under the stroke, with a multiplier of its own (部/百人, 例/10万)."""
    while text[at : at + 1] == " ":
        at += 1
    if text[at : at + 1] == "（":
        inner = _symbol(text, at + 1, True)
        if inner is not None and text[inner.end : inner.end + 1] == "）":
            return Unit(at, inner.end + 1, f"({inner.unit})", inner.kind)
    whole = _simple(text, at, True)
    if whole is not None and not text[at].isdigit():
        return whole  # 千瓦时 is one unit, no thousand 瓦
    area = OF_AN_ACRE.match(text, at)
    if area is not None:
        return Unit(at, area.end(), "667m2", "measure")
    thing = THING_BELOW.match(text, at)
    if thing is not None and whole is None:
        return Unit(at, thing.end(), thing.group(), "noun")
    multiplier = MULTIPLIER.match(text, at)
    start = at
    if multiplier:
        at = multiplier.end()
    unit = _simple(text, at, True)
    if unit is None and multiplier is None:
        return None
    end = unit.end if unit else at
    name = text[start:at].rstrip() + (unit.unit if unit else "")
    return Unit(start, end, name, unit.kind if unit else "measure")


def _simple(text: str, at: int, below: bool = False) -> Unit | None:
    char = text[at : at + 1]
    if not char:
        return None
    words = unit_words().get(char)
    if words is not None:
        for word in words:
            if text.startswith(word.text, at) and _ends_well(text, at + len(word.text), word):
                end = at + len(word.text)
                if word.kind in ("measure",) and word.text.isascii():
                    return _symbol(text, at, below)
                return Unit(at, end, word.unit, word.kind)
    blank = 1 if char == " " else 0
    return _symbol(text, at + blank, below) or _english_noun(text, at)


def _english_noun(text: str, at: int) -> Unit | None:
    """1,476 participants, 11 prefecture-level cities: the plural noun counted. English has no classifier: no unit."""
    match = ENGLISH_NOUN.match(text, at)
    if match is None or match.group(1) in NO_NOUNS:
        return None
    if not ENGLISH_PLAIN.fullmatch(match.group()) and YEAR.search(text, max(0, at - 5), at):
        return None  # In 2019 Chinese cities
    return Unit(at + 1, match.end(1), "", "count")


def _ends_well(text: str, end: int, word: UnitWord) -> bool:
    following = text[end : end + 1]
    return not following or following not in word.not_before or text.startswith(BOUNDS, end)


def _symbol(text: str, at: int, below: bool = False) -> Unit | None:
    """A Latin unit: symbols with exponents, joined by · or * (kW·h, kg·hm-2)."""
    words = unit_symbols().get(text[at : at + 1])
    if words is None:
        return None
    for word in words:
        if not text.startswith(word.text, at):
            continue
        if word.text in SCARCE and not below and not MANY_DIGITS.search(text, max(0, at - 4), at):
            continue
        end, unit = at + len(word.text), word.unit
        exponent = EXPONENT.match(text, end)
        if exponent and len(word.text) <= 3:
            unit = word.text if CHINESE.match(unit) else unit  # kg·hm-2·d-1 as printed
            unit += exponent.group().lstrip("^").translate(SUPERSCRIPT)
            end = exponent.end()
        substance = SUBSTANCE.match(text, end) if unit.endswith(SUBSTANCES) else None
        if substance is not None:
            unit, end = unit + substance.group(), substance.end()
        if LATIN_END.match(text, end):
            continue
        raised = exponent is not None and exponent.group()[-1] in RAISED  # 40 t/hm²4个水平: another number
        if text[end : end + 1].isdigit() and not (
            raised or (len(word.text) >= 4 and NOTE_MARK.match(text, end))
        ):
            continue
        if text[end : end + 1] in POINTS or BLANK_POWER.match(text, end):
            more = _symbol(text, end + 1, True)
            if more is not None:
                unit = word.text if CHINESE.match(unit) else unit  # t·hm-2
                return Unit(at, more.end, f"{unit}·{_as_printed(text, more)}", "measure")
        listed = (
            text[end : end + 1] == "、" and text[at - 1 : at] == " " and not LATIN_END.match(text, end + 1)
        )
        formula = not listed and text[end : end + 1] in LETTER_NOT_BEFORE  # but 5 V、10 Hz; 14.0 h、填充率30%
        if len(word.text) == 1 and exponent is None and formula:
            continue  # a letter of a formula, not a unit
        named = exponent is None and text.startswith(NAMED_BY_LETTER.get(word.text, ()), end)
        if named and (word.text not in GENERATIONS or GENERATION.search(text, max(0, at - 2), at)):
            continue  # 5g|基站, 42U|机柜
        return Unit(at, end, unit, word.kind)
    return None
