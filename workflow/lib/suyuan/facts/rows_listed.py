"""Rows that stand in a list with a level each, behind the magnitude that a clause of the sentence names:
商品薯率|2年平均，|黑膜、白膜和露地|依次为83%、81%和73%; 女性|各期|为41%、37%和65%; 峰值, of what rose and fell before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.actors import row_dimension
from suyuan.facts.list_names import SEVERAL, in_full
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column, counted
from suyuan.facts.rows_of_told import LEADS, of_row
from suyuan.facts.told import is_magnitude, level_told, measurable, topic_told

LISTED, PEAK, EACH_TIME = "rows_listed", "extreme_of_course", "row_at_each_time"
IN_ORDER = re.compile(
    "(?P<rows>[^，；：（）]{3,40}?)(?:则|也)?(?:依次|分别)(?:为|是|达到?|仅为|占|有)?(?:约)?"
)
YEARS = re.compile(r"^(?:\d{1,2}|[两三四五各历多])(?:年|季|茬|个?生长季|期)间?(?=.{2})")
EACH = re.compile("(?P<row>.{2,10}?)(?:在)?(?:各|每|[两三四五])(?:期|年|年度|次|轮|波|季|月|阶段|时点|时段)")
EXTREMES = ("峰值", "谷值", "极值", "最大值", "最小值", "最高值", "最低值", "最大", "最小", "最高", "最低")
COURSE = re.compile(
    r"(?P<what>[一-龥A-Za-z]{2,14}?)(?:均|都|也|则|总体|呈现?出?|随[^，；。]{2,14}?)*先[升增上下降减变][高加大升低少小快慢]?[后再]"
)
LONGEST_MEMBER = 12


def row_listed(par: Paragraph, i: int, read: Column, found: Sequence[Column]) -> Column | None:
    """The column of a number whose words are a list of rows, a row at each time or an extreme; None for any other."""
    mention = par.mentions[i]
    if mention.rank or read.change or read.rule == "statistic" or not read.stem:
        return None
    run = par.run_of(i)
    if i > run[0]:
        head = found[run[0]]
        if head.rule == LISTED and head.owners:
            turn = i - run[0]
            return replace(head, owner=head.owners[turn]) if turn < len(head.owners) else None
        return head if head.rule == EACH_TIME else None
    if read.stem.endswith(EXTREMES) and not is_magnitude(read.stem.removesuffix("值")):
        return _of_course(par, i, read)
    if len(run) < 2:
        return None
    return _of_list(par, i, read, found, len(run)) or _at_each_time(par, i, read, found)


def _of_list(par: Paragraph, i: int, read: Column, found: Sequence[Column], size: int) -> Column | None:
    """平均胸径随密度减小，|低、中、高密度|依次为17 cm、15 cm和13 cm."""
    mention = par.mentions[i]
    lead = IN_ORDER.fullmatch(BLANKS.sub("", par.text[par.clause(mention.start).start : mention.start]))
    rows = tuple(in_full(SEVERAL.split(LEADS.sub("", lead["rows"])))) if lead is not None else ()
    if len(rows) != size or any(not 1 <= len(row) <= LONGEST_MEMBER or is_magnitude(row) for row in rows):
        return None
    told = level_told(par, i, found)
    if told is None:
        what = YEARS.sub(
            "", topic_told(par, mention, par.clause(mention.start).start) or _topic_alone(par, i)
        )
        told = Column(counted(what, mention), what, LISTED, unit=mention.unit) if what else None
    if told is None or not measurable(mention, told):
        return None
    whole = of_row(told, rows[0], LISTED)
    return replace(whole, owners=rows, dimension=whole.dimension or row_dimension(rows[0]))


def _topic_alone(par: Paragraph, i: int) -> str:
    """2年平均|商品薯率|，…: a clause that is nothing but the magnitude; a length of time may stand before it."""
    start = par.clause(par.mentions[i].start).start
    sentence = par.sentences[par.sentence_at(start)]
    before = BLANKS.sub("", par.text[sentence.start : start]).rstrip("，")
    clause = YEARS.sub("", before[max(before.rfind("，"), before.rfind("；")) + 1 :])
    return clause if 2 <= len(clause) <= LONGEST_MEMBER and is_magnitude(clause) else ""


def _at_each_time(par: Paragraph, i: int, read: Column, found: Sequence[Column]) -> Column | None:
    """检出率依次为34%和30%；|女性各期|为41%和37%."""
    match = EACH.fullmatch(read.stem or "")
    told = level_told(par, i, found) if match is not None else None
    if match is None or told is None or is_magnitude(match["row"]):
        return None
    return replace(of_row(told, match["row"], EACH_TIME), breakdown=read.breakdown)


def _of_course(par: Paragraph, i: int, read: Column) -> Column | None:
    """最大应变随掺量先升后降，…达到|峰值|3 186 με: the extreme of what rose and fell; None where it says of what (气温峰值)."""
    if read.stem not in EXTREMES:
        return None
    mention = par.mentions[i]
    start = par.sentences[par.sentence_at(mention.start)].start
    courses = [match["what"] for match in COURSE.finditer(par.text, start, mention.start)]
    what = courses[-1].rpartition("的")[2] if courses else ""
    if not what or not is_magnitude(what):
        return None
    return Column(counted(what, mention), what, PEAK, unit=mention.unit)
