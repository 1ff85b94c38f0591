"""The number of a table cell: the cell holds nothing else, and its unit may stand in the head of its column."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from suyuan.flow import Flow
from suyuan.quantities.find import make_mention, read_phrases
from suyuan.quantities.mention import Mention
from suyuan.quantities.phrase import Phrase, build_phrase
from suyuan.quantities.scan import find_numerals
from suyuan.quantities.tables import numerals_table
from suyuan.quantities.units import Unit

STATISTICS = frozenset(numerals_table()["statistics"])
HEAD_UNIT = re.compile(r"(?:/|（(?:单位：?)?|，单位：?|单位：?)([^（）/，：]{1,8})）?$")
GROUPED = re.compile(r"\d{1,3}(?: \d{3})+(?:\.\d+)?", re.ASCII)
STARS = "*†‡"  # of significance, after the number


def cell_number(flow: Flow, head: Unit | None = None, factor: Fraction = Fraction(1)) -> Mention | None:
    """The quantity that a cell is, or None: words beside the number make it a text.

    ``head`` and ``factor`` are the unit of the column (万元: CNY and 10000), for a number that prints none of its own.
    """
    text = flow.text.replace(" ", "") if GROUPED.fullmatch(flow.text) else flow.text
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
    if text == flow.text:
        return mention
    return replace(mention, end=len(flow.text), number_end=len(flow.text))


def _bare_unit(phrase: Phrase) -> Phrase:
    """A unit that stands in the head has no characters here: what is printed beside the number is none."""
    if not phrase.unit_carried or phrase.unit is None:
        return phrase
    return replace(phrase, unit=phrase.unit._replace(start=0, end=0))


def unit_of_head(text: str) -> tuple[Unit, Fraction] | None:
    """Unit that the head of a column prints, with its multiplier: 企业/家, 占比/%, 产值（亿元）, 单位：万人; else None.

    ``text`` is in normal form (suyuan.flow).
    """
    match = HEAD_UNIT.search(text)
    return named_unit(match.group(1)) if match else None


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
    match = HEAD_UNIT.search(text)
    return text[: match.start()] if match and named_unit(match.group(1)) else text
