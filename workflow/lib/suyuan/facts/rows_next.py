"""Rows that come next in a ranking of kinds that each have their own name: 花生种植面积最大（12万亩），|油菜次之|（8万亩）:
油菜种植面积; 苹果产量15万吨，|梨|居第二，为6万吨: 梨产量.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paired import deed
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import OWN_AREA
from suyuan.facts.preconditions import needs
from suyuan.facts.ranked_rows import LEADING, PERIOD
from suyuan.facts.reading import BLANKS, Column, counted
from suyuan.facts.row_times import is_time_or_norm
from suyuan.facts.rows_of_told import LEADS
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import tokenise
from suyuan.facts.told import is_magnitude
from suyuan.facts.words import column_words
from suyuan.language import any_of

NEXT, FIRST = "next_in_rank", "first_in_rank"
LONGEST = 10  # characters of a row
NO_ROW = re.compile("[的其均都]$|^[其该各]|[年月日]$")


@cache
def _next() -> re.Pattern[str]:
    """，油菜次之（|, ；大豆居第三，为|, ，其次是玉米（|."""
    behind = any_of(study_words().next_standings)
    before = any_of(study_words().next_leads)
    row = r"(?P<%s>[^，；：、（）\d]{1,10}?)"
    named = f"{row % 'row'}(?:则|也|位|均)?{behind}|{before}{row % 'led'}"
    return re.compile(rf"(?:^|[，；：、）。])(?:而|其中|但|且)?(?:{named})(?:（|，?{LEADING})$")


@cache
def _first() -> re.Pattern[str]:
    """苹果产量最高，为|, 全镇花生种植面积最大（|, 花生种植面积居首，达|."""
    standing = any_of((*study_words().extremes, *study_words().standings))
    return re.compile(
        rf"(?:^|[，；：。])(?P<name>[^，；：（）]{{3,24}}?)(?:均|都|也|则|仍)?{standing}(?:（|，{LEADING})$"
    )


@cache
def _by_row() -> re.Pattern[str]:
    """产量|以甲品种最高|: the row stands behind its magnitude."""
    standing = any_of((*study_words().extremes, *study_words().standings))
    return re.compile(f"(?<![予可所足得])以(?![及上下来])[^，。；：（）]{{1,12}}?{standing}")


@needs(table=lambda: (*study_words().next_standings, *study_words().next_leads))
def next_row(par: Paragraph, i: int, read: Column, found: Sequence[Column]) -> Column | None:
    """The column of the first kind of a ranking, or of one that comes next in it, by its own name; None for any other number, for
    places, and where the sentence names no kind before it. ``read``: what the words at the number name."""
    mention = par.mentions[i]
    if mention.rank or read.change or read.rule == "statistic":
        return None
    sentence = par.sentences[par.sentence_at(mention.start)]
    lead = BLANKS.sub("", par.text[sentence.start : mention.start])
    match = _next().search(lead)
    if match is None:
        return _of_first(par, i, lead, sentence.end)
    if _by_row().search(lead):
        return None  # 发明专利授权量|以华为最多|，中兴次之: rows of one magnitude
    row = LEADS.sub("", match["row"] or match["led"] or "").strip("的")
    if not row or NO_ROW.search(row) or is_magnitude(row) or is_time_or_norm(row) or _is_place(par, i, row):
        return None
    for k in par.before_in_sentence(i):
        told = found[k]
        if par.mentions[k].unit != mention.unit or not told.level or not told.stem:
            continue
        tail = _tail(told.stem, row) if told.owner is None or told.rule == NEXT else ""
        if not tail:
            return None
        name = row + tail
        return Column(counted(name, mention), name, NEXT, unit=mention.unit)
    return None


def _of_first(par: Paragraph, i: int, lead: str, end: int) -> Column | None:
    """苹果产量最高，为|15万吨|，梨次之: the magnitude with its kind, without time, place and standing."""
    mention = par.mentions[i]
    ranked = any(
        word in par.text[mention.end : end]
        for word in (*study_words().next_standings, *study_words().next_leads)
    )
    match = _first().search(lead) if ranked else None
    if match is None:
        return None
    name = PERIOD.sub("", PERIOD.sub("", LEADS.sub("", match["name"])))  # 2021年|3月|
    for area in par.areas_in(par.clause(mention.start).start - len(match["name"]) - LONGEST, mention.start):
        name = name.removeprefix(par.text[area.start : area.end])
    for word in OWN_AREA:
        name = name.removeprefix(word)
    name = re.sub("^[该本此全][省市县区镇乡村校院场企公司]+", "", name).strip("的")
    if "以" in name or not is_magnitude(name) or not _tail(name, ""):
        return None
    return Column(counted(name, mention), name, FIRST, unit=mention.unit)


def _is_place(par: Paragraph, i: int, row: str) -> bool:
    """甲县居首，|乙县|次之: a place is the area of its number."""
    mention = par.mentions[i]
    if row.endswith(("省", "市", "县", "区", "镇", "乡", "村", "州", "旗")):
        return True
    sentence = par.sentences[par.sentence_at(mention.start)]
    return any(par.text[a.start : a.end].startswith(row) for a in par.areas_in(sentence.start, mention.start))


def _tail(stem: str, row: str) -> str:
    """种植面积 of 花生种植面积, 投诉量 of 餐饮服务投诉量 beside 家政服务: the magnitude with its deed, behind the kind; "" where
    the stem names no magnitude, or no kind before it."""
    tokens = tokenise(stem, [])
    at = len(tokens)
    while at and (
        names_magnitude(tokens[at - 1].text)
        or (
            (deed(tokens[at - 1]) or tokens[at - 1].text in column_words().noun_verbs)
            and not (at < len(tokens) and row.endswith(tokens[at - 1].text))
        )
    ):
        at -= 1
    tail = "".join(token.text for token in tokens[max(at, 1) :])
    return tail if len(tail) > 1 else ""
