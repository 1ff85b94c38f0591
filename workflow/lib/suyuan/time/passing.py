"""Times told in passing: 由2023年的A降至B, 是2020年的4倍, 2023年为8所. They reach no further than their own number."""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.time.candidates import (
    ASIDE,
    ATTRIBUTIVE,
    LEAD_IN,
    ROW_LINKS,
    STATEMENT,
    TOPIC_REACH,
    in_relative_clause,
)
from suyuan.time.clauses import index_of, sentences
from suyuan.time.cover import year_of
from suyuan.time.datelines import RULE as DATELINE
from suyuan.time.expression import TimeExpression
from suyuan.time.table import TimeWords, time_words
from suyuan.values import value

LOOKBACK = "lookback"  # 上年, told as a statement: governs its sentence, nothing after it
PASSING = (ASIDE, LOOKBACK)
COMPARISON, BASIS, RECORD = "comparison", "basis", "record"
GOVERNS_NOTHING = (COMPARISON, BASIS, RECORD, DATELINE)  # 比2015年, 2010年不变价, 1985年以来最高
NO_ANTECEDENT = (*GOVERNS_NOTHING, *PASSING)

YEARS_BACK = {"last_of_report": 1, "last_year": 1, "year_before_last": 2}
FROM = ("由", "从")
LINKS = "到至"
HEAD_WINDOW = 24
CLAUSE_START = re.compile("[，；：。（！？]")
ABOUT = "[约近超仅只不足到过]{0,3}"
MULTIPLE = re.compile(rf"[^，。；\d]{{0,10}}的{ABOUT}(?:[\d.一二两三四五六七八九十百]+[多余几]?倍|一半)")
# 比2017年降水量1309毫米|少17.8%: the base of the comparison is told with its number
BASE_SAID = re.compile(
    r"[^，。；\d偏多少增减高低]{1,14}\d[\d.,]*[^，。；\d]{0,10}?(?:偏|多|少|高|低|增|减|上升|下降)[^，。；\d]{0,6}\d"
)
# 与2022年的143项|相比增加17.5%: the same, with 相比 behind it
SET_AGAIN = re.compile(r"的?[^，。；\d]{0,12}\d[\d., ]*[^，。；\d]{0,8}?相比(?:较|之下)?，?[^，。；]")
SUM = re.compile(r"[^，。；]{0,8}?的?(?:总和|之和)")  # 是1950年到2002年53年的总和
PERCENTAGE = re.compile(
    rf"[^，。；\d]{{0,10}}的{ABOUT}(?:[\d.]+(?:%|成)|[一二三四五六七八九]成|[一二三四五六七八九十]+分之[一二三四五六七八九十])"
)
# 成立于|1994年，承担…: when a body or work began dates nothing that is told of it, nor what part of them did
# (近七成成立于2021年以后)
FOUNDED = re.compile(
    "(?:成立|始建|创建|创办|创立|组建|设立|建成|兴建|修建|始|筹建|开馆|开业|开办|诞生|起源|发源|发端|建|注册|出生|投产)于$"
)
BORDER = re.compile(
    "(?:前后|左右)?(?:作?为(?:分?界|界限|界线|分割|断点|突变)|发生(?:显著)?突变)"
)  # 以|1985年为界
EXTREME = re.compile(
    r"(?:(?![省市区县镇乡州])[^，。；\d]){0,6}最[多高大低少小强弱](?:值|年)?[，。；（]"
)  # 1998年为最多，达5天
TARGET = re.compile(
    r"[^，。；\d]{0,6}\d[\d.,]*[^，。；\d]{0,8}的?(?:目标|任务|计划|预算)"
)  # 完成|全年|5.4万人目标任务的90%
ELLIPSIS = re.compile(
    rf"(?:同期)?，?[则却就还也]?(?P<verb>仅?为|仅?是|仅?有|只有|达到?)?{ABOUT}\d[^，。；（）]{{0,8}}(?:[，。；（）]|$)"
)
REPEATED = re.compile(
    rf"(?:同期)?，?(?P<words>[^，。；（）\d]{{1,10}}?)(?:为|是|有|达到?)?{ABOUT}\d[^，。；（）]{{0,8}}(?:[，。；（）]|$)"
)


@value
class Stated:
    """The last time that a statement was put under: its year, and where it stands."""

    year: int | None  # None where only the telling says it (今年)
    sentence: int
    end: int


def mark_passing(text: str, times: list[TimeExpression]) -> list[TimeExpression]:
    """``times`` (unresolved, in text order) with those told in passing marked in ``rule``.

    上年, 去年 and 前年 get the ``edtf`` that an explicit year of their clause, sentence or paragraph gives them.
    """
    words = time_words()
    parts = sentences(text)
    marked: list[TimeExpression] = []
    stated: Stated | None = None
    told: tuple[int, int] | None = None  # year and sentence of the last time that is no passing one
    series = -1  # sentence where 上年 was read against the text: 前年 beside it is read so too
    for number, time in enumerate(times):
        sentence = index_of(parts, time.start)
        lead = _lead(text, parts[sentence][0], time.start)
        back = YEARS_BACK.get((time.relative or "").partition(":")[0], 0)
        time = replace(time, rule=_rule(text, time, lead, stated, sentence, parts[sentence][0], words))
        if back:
            end_year = _year_of_end(text, times[number + 1 : number + 2], time, words)
            anaphoric = (
                (time.relative or "").startswith("last_of_report")
                or time.rule in NO_ANTECEDENT
                or series == sentence
                or (stated is not None and not CLAUSE_START.search(text, stated.end, time.start))
            )
            year = end_year or (stated.year if stated and anaphoric else None)
            if year:
                time = replace(time, edtf=(time.edtf or "XXXX").replace("XXXX", str(year - back)))
                series = sentence
            if time.rule not in NO_ANTECEDENT and (
                year or (time.relative or "").startswith("last_of_report")
            ):
                time = replace(time, rule=LOOKBACK)
        if time.relative == "report_start" and time.rule not in NO_ANTECEDENT:
            time = replace(time, rule=ASIDE)  # 期末9亿元，期初为11亿元，减少…
        if time.relative == "part_of_year" and not lead:
            time = _of_statement(time, stated, told, sentence)
        marked.append(time)
        first_year = year_of(time.edtf)
        if time.rule not in NO_ANTECEDENT and first_year and first_year.isdigit():
            told = int(first_year), sentence
        if not back and _is_statement(text, time, lead):
            year_text = year_of(time.edtf)
            if year_text or time.relative == "this_year":
                stated = Stated(int(year_text) if year_text else None, sentence, time.end)
    return marked


def _rule(
    text: str,
    time: TimeExpression,
    lead: str | None,
    stated: Stated | None,
    sentence: int,
    begin: int,
    words: TimeWords,
) -> str:
    """The rule of ``time``, replaced where it is a base of comparison or told in passing."""
    if "/" in (time.edtf or "") and SUM.match(text, time.end):
        return COMPARISON
    if time.rule in ("duration", BASIS, RECORD):
        return time.rule
    founded = FOUNDED.search(text, max(begin, time.start - 6), time.start) is not None
    spans = "/" in (time.edtf or "")
    if founded and not text.startswith("的", time.end) and not (spans and ".." not in (time.edtf or "")):
        return BASIS
    if spans:
        return time.rule
    if text[time.start - 1 : time.start] in ("以", "在") and BORDER.match(text, time.end):
        return BASIS
    if lead is not None and not LEAD_IN.sub("", lead) and EXTREME.match(text, time.end):
        return ASIDE
    if time.relative == "part_of_year" and TARGET.match(text, time.end):
        return ASIDE
    linked = text[time.start] in LINKS  # 恢复到2019年: 到 was read as part of the date
    before = text[max(begin, time.start - 6) : time.start + linked]
    number = ATTRIBUTIVE.match(text, time.end)
    if before.endswith(FROM):
        return ASIDE if words.rise_or_fall.match(text, time.end) else time.rule
    if words.multiple_verb.search(before) and MULTIPLE.match(text, time.end):
        return "comparison"
    if number and (time.rule == "comparison" or words.rise_or_fall.match(text, time.end)):
        return "comparison" if MULTIPLE.match(text, time.end) else ASIDE
    if time.rule == "comparison" and BASE_SAID.match(text, time.end):
        return ASIDE
    if before.endswith(("与", "同", "和", "跟")) and SET_AGAIN.match(text, time.end):
        return ASIDE
    if words.equal_to.search(before) and PERCENTAGE.match(text, time.end):
        return "comparison"
    if number and _is_earlier(time, stated):
        return LOOKBACK
    if time.rule != "comparison" and _is_contrast(text, time, lead, stated, sentence, begin):
        return ASIDE
    return time.rule


def _of_statement(
    time: TimeExpression, stated: Stated | None, told: tuple[int, int] | None, sentence: int
) -> TimeExpression:
    """全年 at the head of a sentence is of the last statement, not of an earlier year told after it."""
    if stated is None or stated.year is None or told is None:
        return time
    if told[0] < stated.year and stated.sentence <= told[1] < sentence:
        return replace(time, edtf=(time.edtf or "XXXX").replace("XXXX", str(stated.year)))
    return time


def _is_contrast(
    text: str, time: TimeExpression, lead: str | None, stated: Stated | None, sentence: int, begin: int
) -> bool:
    """2024年新建12所，2023年为8所: an earlier year, with the predicate left out or said again."""
    if lead is None or LEAD_IN.sub("", lead):
        return False
    back = (time.relative or "").partition(":")[0] in YEARS_BACK
    ellipsis = ELLIPSIS.match(text, time.end)
    if stated is None:
        return back and (time.relative or "").startswith("last_of_report") and ellipsis is not None
    if not back and not _is_earlier(time, stated):
        return False
    if stated.sentence != sentence:
        return ellipsis is not None and ellipsis["verb"] is not None
    repeated = REPEATED.match(text, time.end)
    return ellipsis is not None or (repeated is not None and repeated["words"] in text[begin : time.start])


def _is_earlier(time: TimeExpression, stated: Stated | None) -> bool:
    """Whether a time that names its year goes back from the last statement."""
    year = year_of(time.edtf)
    if stated is None or year is None or not year.isdigit():
        return False
    return stated.year is None or int(year) < stated.year


def _year_of_end(
    text: str, after: list[TimeExpression], time: TimeExpression, words: TimeWords
) -> int | None:
    """由上年的A增至2024年的B: the year that the change leads to."""
    if not after or time.rule != ASIDE or after[0].relative:
        return None
    between = text[time.end : after[0].start + 1]
    year = year_of(after[0].edtf)
    rises = not CLAUSE_START.search(between) and words.change_to.search(between)
    return int(year) if year and rises else None


def _lead(text: str, begin: int, start: int) -> str | None:
    """What stands between the head of the clause or bracket and ``start``; None where that is far off."""
    low = max(begin, start - HEAD_WINDOW)
    window = text[low:start]
    heads = [match.end() for match in CLAUSE_START.finditer(window)]
    if heads:
        return window[heads[-1] :]
    return window if low == begin else None


def _is_statement(text: str, time: TimeExpression, lead: str | None) -> bool:
    """Whether a time is the topic of a statement that later ones may look back from."""
    if (
        lead is None
        or time.rule in NO_ANTECEDENT
        or ".." in (time.edtf or "")
        or ATTRIBUTIVE.match(text, time.end)
    ):
        return False
    if text.startswith(ROW_LINKS, time.end):
        return False
    rest = LEAD_IN.sub("", lead)
    if len(rest) > TOPIC_REACH or STATEMENT.search(rest):
        return False
    return not in_relative_clause(text, time, min(len(text), time.end + 20))
