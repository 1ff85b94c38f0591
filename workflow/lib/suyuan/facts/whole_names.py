"""Names of columns as they are written: with the bracket that is part of them, without an adverb at their end.

死亡（含失踪）|26人|: 死亡（含失踪）人数; Pb（Ⅱ）去除率; 去除率仍|保持在84.2%: 去除率.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from suyuan.facts.once import once
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column, counted
from suyuan.facts.told import is_magnitude
from suyuan.gated import gated

INCLUDING = re.compile(r"（(?:含|包括|包含|不含|不包括)[^（）\d]{1,10}）")
STATE = gated(
    r"(?P<element>[A-Z][a-z]?)（(?P<state>[ⅠⅡⅢⅣⅤⅥⅦ]|[IVX]{1,4})）", [f"（{first}" for first in "ⅠⅡⅢⅣⅤⅥⅦIVX"]
)
STILL = re.compile("(?:仍然|依然|仍|均|也|都|则|亦)$")


def whole_name(par: Paragraph, i: int, column: Column) -> Column:
    """The column of quantity ``i`` with what belongs to its name."""
    if not column.measure:
        return column
    return _with_state(par, i, _with_included(par, i, _without_adverb(par, i, column)))


def _without_adverb(par: Paragraph, i: int, column: Column) -> Column:
    """去除率仍|保持在84.2%: 去除率."""
    stem, measure = column.stem or "", column.measure or ""
    rest = STILL.sub("", stem)
    if rest == stem or not measure.startswith(stem) or not is_magnitude(rest):
        return column
    return replace(column, measure=counted(rest, par.mentions[i]), stem=rest)


def _with_included(par: Paragraph, i: int, column: Column) -> Column:
    """死亡（含失踪）|26人|, 死亡（含失踪）人数|: the bracket that says what is counted with it."""
    stem, measure = column.stem or "", column.measure or ""
    mention = par.mentions[i]
    start = par.clause(mention.start).start
    if not stem or not par.text[start : mention.start].count("（"):
        return column
    for match in INCLUDING.finditer(par.text, start, mention.start):
        before = BLANKS.sub("", par.text[start : match.start()])
        after = BLANKS.sub("", par.text[match.end() : mention.start])
        for cut in range(len(measure), 1, -1):
            if before.endswith(measure[:cut]) and (measure[cut:].startswith(after) or cut >= len(stem)):
                return replace(column, measure=measure[:cut] + BLANKS.sub("", match.group()) + measure[cut:])
    return column


def _with_state(par: Paragraph, i: int, column: Column) -> Column:
    """Pb去除率 of Pb（Ⅱ）去除率: the state of an ion is part of its name."""
    measure = column.measure or ""
    sentence = par.sentences[par.sentence_at(par.mentions[i].start)]
    for match in _states(par):
        if match.start() < sentence.start or match.end() > par.mentions[i].start:
            continue
        measure = _symbol(match["element"]).sub(f"{match['element']}（{match['state']}）", measure)
    return column if measure == column.measure else replace(column, measure=measure)


@once
def _states(par: Paragraph) -> tuple[re.Match[str], ...]:
    return tuple(STATE.finditer(par.text))


@cache
def _symbol(element: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z]){element}(?![A-Za-z（])")
