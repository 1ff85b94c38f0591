"""Rows of a magnitude that are ranked, each with its level: 得分最高的是|甲省|（22.4分），其次为|乙省|（21.1分）;
权重由大到小依次为|气候|（0.42）、|土壤|（0.31）;
有序度以|甲市|居首，为0.713; 损伤部位以|骶尾部|居多，占54%，其次为|足跟|，占17%.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from suyuan.facts.actors import row_dimension
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import BLANKS, LATIN_END, Column, counted, is_count, is_share
from suyuan.facts.row_times import is_time_or_norm
from suyuan.facts.rows_of_told import LEADS
from suyuan.facts.rules_statistics import GROUP
from suyuan.facts.rules_verdicts import SAMPLE
from suyuan.facts.study_words import study_words
from suyuan.facts.told import is_magnitude, level_told, measurable
from suyuan.facts.words import column_words
from suyuan.language import any_of
from suyuan.quantities.mention import Mention

RANKED, SHARE = "ranked_row", "占比"
NAMED = "ranked_name"  # a magnitude whose name holds its row, which no other is a row of: 花生种植面积最大
REACH = 60  # characters in which a row and its standing are told
TIME = r"(?:\d{4}年|\d{1,2}月|[春夏秋冬]季|同期)"
LEADING = "(?:(?:约|共|共计|合计|仅|只|高|最)*(?:为|达到?|占|有|是)?(?:约|近|超过)?)"
MOVED = r"[升降增减涨跌提回缩扩][一-龥]?[至到为](?:约|近)?"
SEVERAL, IN_ORDER = re.compile("[、和与及]"), re.compile("(?:分别|依次)$")
BY = r"(?<![及岁%\d])(?<!\d[元个次家人天分年])以(?!来|及|后|[上下]的)"
COMMON = re.compile("[最居]多|最少|多见|最?常见")  # 喷漆工|最多|（52%）
PERIOD = re.compile(r"^(?:\d{4}年|\d{1,2}月|[两各历全]年(?![级龄])|[两三各]季|同期|期内)(?=.{2})")
BETWEEN = "(?:而|其中|但|且|再|，)*"


@cache
def _standing() -> str:
    words = study_words()
    return f"(?:均|都|也|则|仍|总体|明显|显著)*{any_of((*words.extremes, *words.standings))}"


@cache
def _by_row() -> re.Pattern[str]:
    """有序度以甲市居首，(2021年)为|; 比例以甲省（|; of a year with its magnitude behind it: 以2019年发病率最高，为|."""
    before = rf"(?:^|[，；：）])(?P<what>[^，；：（）]{{2,20}}?)(?:均|都|也|则|仍|主要|多)?{BY}(?P<row>[^，；：（）以]{{1,14}}?)"
    standing = rf"{_standing()}(?:的地区|的省份|者)?(?:，|（)?{TIME}?{LEADING}"
    return re.compile(rf"{before}(?:{standing}|（)$")


@cache
def _year_first() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|[，；：])(?:其中)?以{TIME}的?(?P<what>[^，；：（）]{{2,14}}?){_standing()}，?{LEADING}$"
    )


@cache
def _superlative() -> re.Pattern[str]:
    """得分最高的(省份)(分别)是甲省（|, 最高的是甲市，为|."""
    head = any_of(word for word in study_words().extremes if word.startswith("最"))
    return re.compile(
        rf"(?:^|[，；：])(?P<what>[^，；：（）]{{0,20}}?){head}的[^，；：（）是为]{{0,5}}(?:依次|分别)?(?:是|为)"
        rf"(?P<row>[^，；：（）]{{1,14}}?)(?:（|，{LEADING})$"
    )


BY_WHAT = re.compile(".*按照?")  # 企业按|规模|由大到小


@cache
def _by_order() -> re.Pattern[str]:
    """权重由大到小依次为|气候（, 满意度由高到低前三位是|书房（, 按得分从高到低排列，依次是|甲县（."""
    order = "(?:由|从)(?:高|大|多|强|长|快|低|小|少|弱|短|慢)(?:到|至)(?:低|小|少|弱|短|慢|高|大|多|强|长|快)"
    return re.compile(
        rf"(?:^|[，；：])(?:其中)?按?照?(?P<what>[^，；：（）]{{2,16}}?)的?(?:顺序|排序|次序)?{order}的?(?:排[序列名]|顺序|次序)?"
        rf"(?:，|前[一-龥\d]{{1,3}}[位名个]?的?|的)*(?:依次|分别)?(?:为|是)(?:：)?(?P<row>[^，；：（）]{{1,14}}?)(?:的|（|占|为)?$"
    )


@cache
def _name_first() -> re.Pattern[str]:
    """甲市程度中心度最高（|: the row and the magnitude together."""
    return re.compile(rf"(?:^|[，；：])(?P<name>[^，；：（）]{{3,24}}?){_standing()}（$")


@cache
def _next() -> re.Pattern[str]:
    """From the number before on: ），其次为乙省（|, ）、海口（|, ，甲省最低（|, ，最低为丙省（|, ，2020年降至|."""
    head = any_of(word for word in study_words().extremes if word.startswith("最"))
    place = rf"(?:其次是?为?|再次是?为?|次为|最后(?:是|为)|{head}的?者?(?:是|为))?"
    row = rf"(?P<row>[^，；：（）\d]{{2,14}}?)(?:{_standing()})?"
    return re.compile(
        rf"）?(?:{_standing()})?(?:[，、；和与及]|以及)?{BETWEEN}{place}"
        rf"(?:{row}(?:（|，?(?:则|只|仅|也)*(?:占|为|达|有|仅|约|只有)+)|{TIME}{MOVED})$"
    )


@cache
def _stands_behind() -> re.Pattern[str]:
    """）和乙省（35.1%）|较高|."""
    return re.compile(rf"）[^；：。]{{0,40}}?{_standing()}")


@needs("由", "从", "按", table=lambda: (*study_words().extremes, *study_words().standings))
def ranked_row(par: Paragraph, i: int, read: Column, found: Sequence[Column]) -> Column | None:
    """The column of a number whose row the sentence ranks; None for any other. ``read``: what its own words name."""
    mention = par.mentions[i]
    if mention.rank or read.change or read.rule == "statistic":
        return None
    start = par.sentences[par.sentence_at(mention.start)].start
    lead = BLANKS.sub("", par.text[max(start, mention.start - REACH) : mention.start])
    year = _year_first().search(lead)
    if year is not None and is_magnitude(year["what"]):
        return _column(year["what"].strip("的"), "", mention)
    by = _by_row().search(lead)
    if by is not None and (not lead.endswith("（") or _ranks(par, by.group(), mention)):
        what = _name(by["what"])
        return (
            None
            if not is_magnitude(what) and _is_place(par, by["row"], mention)
            else _of_rows(what, by["row"], mention)
        )
    further = _further(par, i, found)
    if further is not None:
        return further
    order = _by_order().search(lead)
    if order is not None and is_magnitude(what := _name(BY_WHAT.sub("", order["what"]))):
        return _of_rows(what, order["row"], mention)
    superlative = _superlative().search(lead)
    if superlative is not None:
        what = _name(superlative["what"])
        if is_magnitude(what):
            return _of_rows(what, superlative["row"], mention)
        told = level_told(par, i, found)
        return _row_of(told, superlative["row"]) if told is not None and not what else None
    return _with_its_name(par, i, read, found)


def _ranks(par: Paragraph, lead: str, mention: Mention) -> bool:
    """The bracket that the number stands in follows a standing, or one stands behind it: 以甲省（37.8%）和乙省（35.1%）较高."""
    return (
        re.search(rf"{_standing()}（$", lead) is not None
        or _stands_behind().match(par.text, mention.end) is not None
    )


def _is_place(par: Paragraph, row: str, mention: Mention) -> bool:
    """各省中以|四川|最多，有120家: a place is the area of its number, and no kind of what is counted."""
    areas = par.areas_in(mention.start - REACH, mention.start)
    return any(par.text[area.start : area.end] == row for area in areas)


def _name(what: str) -> str:
    return PERIOD.sub("", LEADS.sub("", what)).strip("的")


def _of_rows(what: str, row: str, mention: Mention) -> Column | None:
    """The level of a row of a magnitude; of things that are parted by kinds, the share or number of the kind."""
    row = LEADS.sub("", row).strip("的")
    if is_magnitude(row) and not row.endswith(study_words().row_endings):
        return replace(_column(row, "", mention), rule=NAMED)  # 科室中以|甲科室现患率|居首，达11.5%
    dated = is_time_or_norm(row)
    if is_magnitude(what):
        column = _column(what, "" if dated else row, mention)
        return column if measurable(mention, column) else None
    if dated or not row or not (is_share(mention) or is_count(mention)):
        return None
    name = row + SHARE if is_share(mention) else counted(row, mention)
    return Column(name, row, RANKED, level=not is_share(mention), unit=mention.unit)


def _column(what: str, row: str, mention: Mention) -> Column:
    return Column(
        counted(what, mention), what, RANKED, owner=row or None, unit=mention.unit,
        dimension=_dimension(row) if row else None,
    )  # fmt: skip


def _dimension(row: str) -> str:
    if row.endswith(column_words().group_endings):
        return GROUP
    return SAMPLE if LATIN_END.search(row) else row_dimension(row)


def _further(par: Paragraph, i: int, found: Sequence[Column]) -> Column | None:
    """The next of the rows that the number before is one of."""
    if i == 0 or found[i - 1].rule != RANKED or par.sentence_of(i) != par.sentence_of(i - 1):
        return None
    before, mention = par.mentions[i - 1], par.mentions[i]
    told = found[i - 1]
    match = _next().fullmatch(BLANKS.sub("", par.text[before.end : mention.start]))
    if match is None or before.unit != mention.unit:
        return None
    row = match["row"]
    if row is None:
        return replace(told, owner=None, dimension=None) if told.level else None
    if is_magnitude(row) and not row.endswith(("省", "市", "区", "县")):
        return None
    if told.owner is None and (told.stem or "") and not is_magnitude(told.stem or ""):
        return _of_rows("", row, mention)
    return _row_of(told, row)


def _row_of(told: Column, row: str) -> Column:
    if is_time_or_norm(row):
        return replace(told, rule=RANKED, owner=None, dimension=None, each=(), owners=(), topic=None)
    rows = tuple(SEVERAL.split(IN_ORDER.sub("", LEADS.sub("", row))))
    return replace(
        told, rule=RANKED, owner=rows[0], owners=rows if len(rows) > 1 else (), topic=None, each=(),
        dimension=_dimension(rows[0]),
    )  # fmt: skip


def _with_its_name(par: Paragraph, i: int, read: Column, found: Sequence[Column]) -> Column | None:
    """南宁|程度中心度|最高（92.86）: a place and the magnitude, whose name nothing else has read; 喷漆工最多（52%）."""
    mention = par.mentions[i]
    if read.rule not in ("row_in_brackets", "subject_of_sentence", "head_before_bracket"):
        return None
    clause = par.clause(mention.start)
    match = _name_first().fullmatch(BLANKS.sub("", par.text[clause.start : mention.start]))
    if match is None:
        return None
    name = _name(match["name"])
    told = level_told(par, i, found)
    if told is not None and not is_magnitude(name) and not name.endswith("者"):
        return _row_of(told, name)  # 大企业检出率为2.2%；制鞋业最高（|6.7%|）
    place = next(iter(par.areas_in(clause.start, mention.start)), None)
    inside = par.text[place.start : place.end] if place is not None else ""
    row = inside if inside and name.startswith(inside) else ""
    what = name.removeprefix(row).strip("的")
    if is_magnitude(what) and len(what) > 1:
        column = _column(what, row, mention)
        return column if measurable(mention, column) else None
    if not is_share(mention) or not name.endswith(study_words().row_endings):
        return None
    if COMMON.search(par.text, clause.start, mention.start) is None or level_told(par, i, found) is not None:
        return None
    return Column(name + SHARE, name, RANKED, level=False, unit=mention.unit)
