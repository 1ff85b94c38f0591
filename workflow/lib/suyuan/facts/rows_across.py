"""Several magnitudes told of one row, and then again of another: 甲组用时为4.2 d，得分为2.4分，|乙组依次为|5.7 d、|3.8分|."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.document import Span
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column
from suyuan.facts.rows_of_told import LEADS, of_row
from suyuan.facts.study_words import study_words
from suyuan.facts.words import column_words

ACROSS = "row_across_magnitudes"
# 复水比为5.4，得分为87分，均优于热风组（|4.2、74分）
BRACKET = re.compile(
    r"(?:均|都|各项|也|则|分别|显著|明显|极显著|，)*(?:[高低大小多少快慢优好差长短强弱]于|不及|不如|超过)"
    r"(?P<row>[^，；：（）]{2,12}?)的?（$"
)
LEAD = re.compile(
    r"(?P<row>[^，；：（）、和与及]{2,10}?)(?:则|也)?(?:依次|分别|相应|各自)(?:为|是|达到?|仅为)(?:约)?（?$"
)


def row_across(par: Paragraph, i: int, _read: Column, found: Sequence[Column]) -> Column | None:
    """The column of a number in such a list: that of its turn in the first telling, of the row that the list names."""
    mention = par.mentions[i]
    bracket = _bracket(par, i)
    clause = bracket or par.clause(mention.start)
    inside = par.mentions_in(clause.start, clause.end)
    size, turn = len(inside), i - inside[0] if inside else 0
    first = inside[0] - size if inside else -1
    if size < 2 or first < 0 or len(found) < inside[0] or mention.rank:
        return None
    if bracket is not None:
        own = par.clause(clause.start - 1)
        lead = BRACKET.search(BLANKS.sub("", par.text[own.start : clause.start]))
    else:
        lead = LEAD.fullmatch(BLANKS.sub("", par.text[clause.start : par.mentions[inside[0]].start]))
    if lead is None or par.sentence_of(first) != par.sentence_of(i):
        return None
    told = found[first : inside[0]]
    # of several units in a row (4.2、5.8 g、74分) those without one have none of the next
    units = [None if par.mentions[k].unit_carried and bracket else par.mentions[k].unit for k in inside]
    names = {column.stem for column in told}
    same = all(a is None or a == b.unit for a, b in zip(units, told, strict=True))
    if not same or len(names) != size or None in names or not all(column.level for column in told):
        return None
    row = LEADS.sub("", lead["row"])
    if not row.endswith((*column_words().group_endings, *study_words().row_endings)):
        return None
    return of_row(told[turn], row, ACROSS) if told[turn].measure else None


def _bracket(par: Paragraph, i: int) -> Span | None:
    """What stands in the brackets that the number is one of several in; None where it is alone in them or none are open."""
    mention = par.mentions[i]
    sentence = par.sentences[par.sentence_at(mention.start)]
    text = par.text
    for k in par.mentions_in(*sentence):  # the brackets of （4.2±0.8）d are its own
        low, high = par.mentions[k].start, par.mentions[k].end
        text = text[:low] + "0" * (high - low) + text[high:]
    start, shut = (text.rfind(mark, sentence.start, mention.start) for mark in "（）")
    end = text.find("）", mention.end, sentence.end)
    several = start > shut and end > 0 and len(par.mentions_in(start + 1, end)) > 1  # not 依次为（5.7±1.4）d
    return Span(start + 1, end) if several else None
