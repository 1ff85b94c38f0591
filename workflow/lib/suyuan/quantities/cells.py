"""The number of a table cell: the cell holds nothing else, and its unit may stand in the head of its column."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from suyuan.flow import Flow
from suyuan.quantities.find import make_mention, read_phrases
from suyuan.quantities.mention import Mention
from suyuan.quantities.phrase import Phrase, build_phrase
from suyuan.quantities.scan import find_numerals
from suyuan.quantities.tables import numerals_table
from suyuan.quantities.units import Unit

STATISTICS = frozenset(numerals_table()["statistics"])
HEAD_UNIT = re.compile(
    r"(?:（(?:单位：?)?(?=[^（）/]+/[^（）/]+）)|/|（(?:单位：?)?|，单位：?|单位：?)([^（），：]{1,10})）?$|(?<=[一-龥）])([%‰])$"
)
BRACKETED = re.compile(r"（(?:单位：?)?([^（）]{1,10})）")
GROUPED = re.compile(r"\d{1,3}(?: \d{3})+(?:\.\d+)?", re.ASCII)
STARS = "*†‡"  # of significance, after the number
ONE = Fraction(1)


def cell_number(flow: Flow, head: Unit | None = None, factor: Fraction = ONE) -> Mention | None:
    """The quantity that a cell is, or None: words beside the number make it a text.

    ``head`` and ``factor`` are the unit of the column (万元: CNY and 10000), for a number that prints none of its own.
    """
    return _number_alone(flow.text, head, factor)


@lru_cache(maxsize=4096)  # the layout of a table asks several times what each of its cells is
def _number_alone(cell: str, head: Unit | None, factor: Fraction) -> Mention | None:
    text = cell.replace(" ", "") if GROUPED.fullmatch(cell) else cell
    phrases = read_phrases(text, find_numerals(text), cells=True)
    if len(phrases) != 1:
        return None
    phrase = phrases[0]
    if phrase.reading is None or phrase.rank or (phrase.start, phrase.end) != (0, len(text.rstrip(STARS))):
        return None
    if phrase.numeral.vague or phrase.numeral.kind == "half":
        return None
    if phrase.unit is None and head is not None:
        second = phrase.second.times(factor) if phrase.second is not None else None
        phrase = replace(
            phrase, reading=phrase.reading.times(factor), second=second, unit=head, unit_carried=True
        )
    mention = make_mention(text, _bare_unit(phrase))
    return mention if text == cell else replace(mention, end=len(cell), number_end=len(cell))


def _bare_unit(phrase: Phrase) -> Phrase:
    """A unit that stands in the head has no characters here: what is printed beside the number is none."""
    if not phrase.unit_carried or phrase.unit is None:
        return phrase
    return replace(phrase, unit=phrase.unit._replace(start=0, end=0))


def unit_of_head(text: str) -> tuple[Unit, Fraction] | None:
    """Unit that the head of a column prints, with its multiplier: 企业/家, 占比/%, 产值（亿元）, 单位：万人; else None.

    ``text`` is in normal form (suyuan.flow).
    """
    return _unit_in_head(text)[0]


def _unit_in_head(text: str) -> tuple[tuple[Unit, Fraction] | None, int, int]:
    """The unit of a head and where it is printed: at the end, else in the last brackets that hold one (派息数（元）（含税）)."""
    last = HEAD_UNIT.search(text)
    found = named_unit(last.group(1) or last.group(2)) if last else None
    if last is not None and found is not None:
        return found, last.start(), len(text)
    for match in reversed(list(BRACKETED.finditer(text))):
        found = named_unit(match.group(1))
        if found is not None:
            return found, match.start(), match.end()
    return None, len(text), len(text)


def named_unit(text: str) -> tuple[Unit, Fraction] | None:
    """The unit that a text names and nothing else (a cell of a column 单位): 个, 亿元, %; else None."""
    if not text or text in STATISTICS:
        return None
    whole = f"1{text}"
    numerals = find_numerals(whole)
    if len(numerals) != 1:
        return None
    phrase = build_phrase(whole, numerals[0])
    if phrase.unit is None or phrase.reading is None or phrase.end != len(whole) or phrase.start:
        return None
    return phrase.unit, phrase.reading.value


def name_of_head(text: str) -> str:
    """The head of a column without its unit: 企业/家 → 企业."""
    _, start, end = _unit_in_head(text)
    return text[:start] + text[end:]
