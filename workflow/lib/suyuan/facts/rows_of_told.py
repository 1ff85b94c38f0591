"""Rows of a magnitude that the sentence told before: 甲组强度为22 MPa，|乙组|仅为13 MPa; LG处理最高，为|412 mg|."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from suyuan.facts.actors import as_row, row_dimension
from suyuan.facts.category_rows import category_dimension
from suyuan.facts.left import left_phrase
from suyuan.facts.list_names import base_dimensions
from suyuan.facts.magnitudes import has_verb
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, LATIN_END, Column, counted
from suyuan.facts.row_times import is_time_or_norm
from suyuan.facts.rules_statistics import GROUP, without_group
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import tokenise
from suyuan.facts.told import SHARES, is_magnitude, level_told, measurable, topic_told
from suyuan.facts.words import column_words
from suyuan.gated import GatedPattern, gated
from suyuan.language import any_of
from suyuan.quantities.mention import Mention

ROW, EXTREME, THAN = "row_of_magnitude", "extreme_of_magnitude", "level_of_compared_row"
LONGEST_ROW = 14  # characters
SHORT_ROW = 6
REACH = 40  # characters that a row and its place among the others take
CAUSE = re.compile("^(?:受|因|由于|随着?).{2,12}(?:影响|冲击|带动|拉动|因素|变化|增加|减少|提高|降低)$")
LEADS = re.compile("^(?:而|其中|以|其|且|但|与此同时|然而|相比之下)+")
HIGHEST = re.compile(r"^(?P<what>.{2,20}?)最[高低大小多少强弱好差长短快慢]的(?P<row>.{2,10})$")
SUPERLATIVE = re.compile(
    r"^(?:最[高低大小多少强弱好差长短快慢]|排名第[一二三]|较[高低大小多少]|首位|末位|居首|居末|垫底|领先)的(?P<row>.{2,10})$"
)
MEANS = re.compile("^[^的]{2,10}?(?=(?:人均|户均|生均|班均|亩均|校均|每人|每户))")
KINDS = "侧组类区省市县型级业亲生性者员工师户孩童班校"
THAN_ROW = re.compile(
    r"(?:[高低大小多少快慢优好差长短]于|不及|超过|落后于|领先于|不如)(?P<row>[^，。；：（）的\d]{2,12}?)的(?:约|近)?$"
)
AND_ROW = re.compile(r"[和与及、](?P<row>[^，。；：（）的\d]{2,12}?)的(?:约|近)?")
WITH_LEVEL = re.compile(r"(?:而|但|其中)?(?P<row>[^，。；：（）\d]{2,12})以(?:约|近)?$")
PLACE_BEHIND = re.compile(
    "次之|居次|居末|垫底|紧随|排在|排第|位居|位列|居第|居首|居于|领先|列第|跃居|跃升|名列"
)


def row_of_told(par: Paragraph, i: int, index: int, column: Column, found: Sequence[Column]) -> Column | None:
    """R0组强度为22 MPa，|R100组|仅为13 MPa; 空置率升至24%，|部分省会城市|超过30%."""
    mention = par.mentions[i]
    stem = column.stem or ""
    if column.rule != "noun_before_number" or column.completed_by or column.change or not column.level:
        return None
    if CAUSE.match(stem):
        what = level_told(par, i, found)
        return replace(what, rule=ROW, each=(), owners=()) if what is not None else None
    if not 2 <= len(stem) <= LONGEST_ROW or is_magnitude(stem):
        return None
    what = level_told(par, i, found)
    if (
        what is None
        or what.measure is None
        or not measurable(mention, what)
        or part_of_name(stem, what.measure)
    ):
        return None
    if LATIN_END.search(stem) and LATIN_END.search(what.stem or ""):
        return None  # COD平均21 mg/L，NH3-N 1.6 mg/L
    if what.rule in SHARES and stem.endswith("者"):
        return None  # 本科学历者占71%，收入5000元以下者|近四成|: those, and no row of the share
    superlative = SUPERLATIVE.match(stem)
    row = superlative["row"] if superlative is not None else stem
    if row in study_words().no_rows:
        return None
    if superlative is None and not _names_row(par, index, row, what):
        return None
    return of_row(what, row, ROW)


def _names_row(par: Paragraph, index: int, row: str, what: Column) -> bool:
    """The words are a noun at the head of the clause, with a word between them and the number or an ending of rows."""
    phrase = left_phrase(par, index)
    ends = row.endswith(study_words().row_endings) or (what.rule in (EXTREME, ROW) and len(row) <= SHORT_ROW)
    if not phrase.tokens or (has_verb(row) and not ends) or "的" in row:
        return False
    before = par.text[: phrase.tokens[0].start].rstrip(' “"')
    opens = (
        before.endswith(tuple("，；：、。（")) or LEADS.search(before[-4:].rpartition("，")[2]) is not None
    )
    if not opens:
        return False
    tokens = tokenise(row, [])
    if not tokens or tokens[-1].flag[0] not in "nljbsqitLPmvk":
        return False
    return ends or bool(phrase.predicates)


def part_of_name(row: str, measure: str) -> bool:
    """城镇化率为65%，农村|35%|: whether the name of the magnitude holds another category of the row's dimension."""
    dimension = category_dimension(row)
    values = base_dimensions().dimensions.get(dimension or "", {})
    return any(word.removeprefix("=") in measure for words in values.values() for word in words)


def of_row(what: Column, row: str, rule: str) -> Column:
    """The column of ``what`` for another row."""
    whole = as_row(what)
    grouped = row.endswith(column_words().group_endings)
    measure, stem = whole.measure or "", whole.stem or ""
    if grouped:
        measure, stem = without_group(measure), without_group(stem)
    lead = _row_within(measure, row, whole.owner)
    rest = measure[len(lead) :]
    if lead and (is_magnitude(rest, whole.unit) or LATIN_END.search(rest)):
        measure, stem = measure[len(lead) :], stem.removeprefix(lead) or stem
    return replace(
        whole, measure=measure, stem=stem, rule=rule, owner=row, each=(), owners=(), level=not whole.change,
        dimension=GROUP if grouped else whole.dimension or row_dimension(row), topic=None, completed_by="",
        breakdown={k: v for k, v in whole.breakdown.items() if k != GROUP or not grouped},
    )  # fmt: skip


def _row_within(measure: str, row: str, owner: str | None) -> str:
    """What a measure says of its own row, which another row does not share: 液冷侧|年均能效, 简易程序|案件时长 (普通程序案件)."""
    if owner and measure.startswith(owner):
        return measure[: len(owner) + measure.startswith("的", len(owner))]
    of, mark, rest = measure.partition("的")
    if mark and len(rest) > 1 and is_magnitude(rest) and of[-1] == row[-1]:
        return of + mark
    mean = MEANS.match(measure)
    if mean is not None:
        return mean.group()
    tokens, last = tokenise(measure, []), tokenise(row, [])[-1].text
    shared = next((k for k, token in enumerate(tokens[:-1]) if token.text == last), None)
    if shared is not None:
        return "".join(t.text for t in tokens[: shared + (len(last) == 1)])
    same_kind = len(tokens) > 1 and tokens[0].text[-1] == row[-1] and tokens[0].text[-1] in KINDS
    return tokens[0].text if same_kind else ""


def superlative_row(column: Column, mention: Mention) -> Column | None:
    """人均产值|最高的|甲市为9万元: the row that has the highest level, behind the magnitude."""
    match = HIGHEST.match(column.stem or "")
    if match is None or not is_magnitude(match["what"]):
        return None
    return replace(
        column, measure=counted(match["what"], mention), stem=match["what"], rule=EXTREME, owner=match["row"],
        dimension=row_dimension(match["row"]),
    )  # fmt: skip


@cache
def _judged() -> GatedPattern:
    return gated(
        rf"(?P<row>[^，。；：（）]{{1,16}}?)(?:则|也|均|都|仍|又)?{any_of(study_words().extremes)}的?"
        rf"(?:，(?:也)?{any_of(study_words().leading)}?(?:约|近|超|了)?|（|，)?$",
        study_words().extremes,
    )


def extreme_row(par: Paragraph, i: int, index: int, column: Column, found: Sequence[Column]) -> Column | None:
    """MBC随强度呈单峰变化，LG处理最高，为|412.6|; 学生意愿最强（|45.8%|），“双一流”高校最弱，仅为|19.3%|."""
    mention = par.mentions[i]
    start = par.sentences[par.sentence_at(mention.start)].start
    lead = par.text[max(start, mention.start - REACH) : mention.start]
    match = _judged().search(lead)
    if match is None:
        return None
    row = LEADS.sub("", BLANKS.sub("", match["row"]))
    if not 2 <= len(row) <= LONGEST_ROW + 2 or is_magnitude(row) or "由" in row:
        return None
    if has_verb(row.rstrip("侧")) and len(row) > SHORT_ROW:
        return None
    whole = level_told(par, i, found)
    if whole is None:
        topic = topic_told(par, mention, mention.start - len(match.group()))
        if not topic:
            return None
        whole = Column(counted(topic, mention), topic, EXTREME)
    if is_time_or_norm(row):  # 死亡率先升后降，|2010年|最高
        return replace(as_row(whole), rule=EXTREME, owner=None, each=(), owners=(), topic=None)
    return of_row(whole, row, EXTREME)


def _place_after(par: Paragraph, mention: Mention, lead: str) -> re.Match[str] | None:
    """收入低|以61%次之: the row between the clause's head and 以, where its place stands behind the number."""
    return WITH_LEVEL.match(lead) if PLACE_BEHIND.match(par.text, mention.end) else None


def compared_row(par: Paragraph, i: int, found: Sequence[Column]) -> Column | None:
    """敏感度为0.76，高于国外研究的|0.66|; 占比为33%，低于美国的|71%|和日本的|78%|: the level of another row.

    A place is no row: it is the area of its number.
    """
    mention = par.mentions[i]
    lead = par.text[par.clause(mention.start).start : mention.start]
    start = mention.start - len(lead)
    match = THAN_ROW.search(lead) or _place_after(par, mention, lead)
    if match is None:
        start = par.mentions[i - 1].end
        earlier = AND_ROW.fullmatch(par.text[par.mentions[i - 1].end : mention.start]) if i else None
        if earlier is None or found[i - 1].rule != THAN or par.mentions[i - 1].unit != mention.unit:
            return None
        match = earlier
    row, what = BLANKS.sub("", match["row"]), level_told(par, i, found)
    if what is None or is_magnitude(row) or is_time_or_norm(row):
        return None
    begin, end = start + match.start("row"), start + match.end("row")
    if any((area.start, area.end) == (begin, end) for area in par.areas_in(begin, end)):
        return replace(as_row(what), rule=THAN, owner=None, each=(), owners=(), topic=None, completed_by="")
    return of_row(what, row, THAN)
