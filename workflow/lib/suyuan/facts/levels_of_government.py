"""A government's own budget within its place: 市本级|收入480亿元，增长3.2%. It is a row of the whole (全市收入1200亿元)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column, is_money, is_share
from suyuan.facts.told import is_magnitude

LEVEL = "行政级别"
OWN = re.compile("(?P<level>(?:中央|自治区|[省市州盟区县旗])本级)的?")
FLOWS = ("收入", "支出")  # of the place as well, told before
OTHERS = re.compile(
    "全[国省市区县州盟]|(?<!本)级|区县|市县|县市|乡镇|街道|下级|其[他余]|各"
)  # no word of its own budget


def of_own_level(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column:
    """The column with the level that its measure begins with as its row; money and rates behind it in the sentence are of
    that level too, until another level or a place is told."""
    if "本级" not in par.text or column.measure is None or LEVEL in column.breakdown:
        return column
    before = par.before_in_sentence(i)
    match = OWN.match(column.measure)
    if match is not None:
        rest = column.measure[match.end() :]
        if len(rest) < 2 or column.owner == match["level"] or not (column.change or is_magnitude(rest)):
            return column
        stem = (column.stem or "").removeprefix(match.group()) or None
        if rest in FLOWS:  # 一般公共预算支出1560亿元，其中|市本级支出|520亿元
            whole = next(
                (found[k].measure or "" for k in before if (found[k].measure or "").endswith(rest)), rest
            )
            rest, stem = whole, whole
        return replace(column, measure=rest, stem=stem, breakdown={**column.breakdown, LEVEL: match["level"]})
    mention = par.mentions[i]
    if column.owner is not None or not (is_money(mention) or is_share(mention)):
        return column
    level, start = _told_before(par, i, found)
    if not level or OTHERS.search(par.text, start, mention.start) or par.areas_in(start, mention.start):
        return column
    return replace(column, breakdown={**column.breakdown, LEVEL: level})


def _told_before(par: Paragraph, i: int, found: Sequence[Column]) -> tuple[str, int]:
    """The level of the quantity before in the sentence, or told in the number's own clause, and where it ends."""
    mention = par.mentions[i]
    own = list(OWN.finditer(par.text, par.clause(mention.start).start, mention.start))
    if own:
        return own[-1]["level"], own[-1].end()
    for k in par.before_in_sentence(i):
        row = found[k].owner if found[k].dimension == LEVEL else None
        return found[k].breakdown.get(LEVEL) or row or "", par.mentions[k].end
    return "", mention.start
