"""What of a report on several years happened in them, and what was reached at their end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from suyuan.language import alternatives, any_of, language_table
from suyuan.time.assigned import AssignedTime
from suyuan.time.context import TimeContext
from suyuan.time.expression import WHOLE_YEARS

CLAUSE_START = re.compile("[，；：。！？]")
RANK = re.compile("[第前][一二三四五六七八九十百0-9]+|首位|榜首|前[列茅]")
SHARE = re.compile("^[均且并也还，、]{0,2}[约近]?占")
LINK = re.compile("[、和与及∶：:]|以及")
UNIT_TAIL = re.compile("[百千万亿]*[多余]?([^0-9.,百千万亿多余]{1,8})$")
NUMERAL = re.compile("[0-9一二三四五六七八九十百千万亿两半]")
SHARE_UNIT = re.compile("[%‰成]|百分|分之|/")
OF_MONEY = re.compile("(?:元|美元|欧元)$|[吨斤度时]$")
CLOSES = "，。；、！）"
# 共有5.8万名学生|进入高等学校: what those counted did in the years
HAPPENED = re.compile("[^，。；\\d]{0,10}?(?:进入|获得|获评|接受|参加了|得到|脱贫|实现就业|毕业|走上)")
LONGEST_RANK_LEAD = 8  # 、居全国 before a rank of what was said before
UNDATED_START = "undated_start_of_change"
Reach = Literal["period", "year", "stock"]
LENGTH = re.compile("^[0-9一二三四五六七八九十两多]+(?:年|个月|天)$")


@dataclass(frozen=True)
class LevelWords:
    """level_words.yaml, ready for matching right before a number or in its clause."""

    change: re.Pattern[str]
    reached: re.Pattern[str]
    level: re.Pattern[str]
    clear: re.Pattern[str]
    through: re.Pattern[str]
    done: re.Pattern[str]
    nouns: re.Pattern[str]
    not_done: re.Pattern[str]
    of_year: re.Pattern[str]
    stock_rates: re.Pattern[str]
    totals: re.Pattern[str]
    year_amount: re.Pattern[str]
    rank: re.Pattern[str]  # before the ordinal of a rank
    happening: re.Pattern[str]  # what a surface ends in that counts what happens, never what is there
    counted: re.Pattern[str]
    standing: re.Pattern[str]  # right behind a number with its noun
    gathered: re.Pattern[str]  # 累计 before a verb whose results stay
    kept: re.Pattern[str]  # opens a clause that goes on counting such results
    one_year: re.Pattern[str]  # in the clause: the amount of one year
    pace: re.Pattern[str]  # all that a clause says before its rank: it ranks the number before it


@cache
def level_words() -> LevelWords:
    """The word table of the package."""
    table = language_table("level_words.yaml")
    about, roughly = f"{any_of(table['about'])}{{0,2}}$", any_of(table["roughly"])
    made, reckoned = any_of(table["year_amounts"]), any_of(table["amounts_reckoned"])
    return LevelWords(
        change=re.compile(f"{any_of(table['change'])}{roughly}*$"),
        reached=re.compile(f"{any_of(table['reached'])}{about}"),
        level=re.compile(f"{any_of(table['level'])}{about}"),
        clear=re.compile(f"{any_of(table['clear'])}{about}"),
        through=re.compile(alternatives(table["through"])),
        done=re.compile(alternatives(table["done"])),
        not_done=re.compile(alternatives(table["not_done"])),
        nouns=re.compile(f"{any_of(table['level_nouns'])}$"),
        of_year=re.compile(alternatives(table["of_year"])),
        stock_rates=re.compile(alternatives(table["stock_rates"])),
        year_amount=re.compile(f"{made}{any_of(table['amounts_in_all'])}?{reckoned}{{0,2}}{about}"),
        rank=re.compile(f"{any_of(table['rank_leads'])}?{any_of(table['ranked_among'])}*[第前]?$"),
        happening=re.compile(f"{any_of(table['happening'])}$|翻.?番$"),
        counted=re.compile(any_of(table["counted"])),
        standing=re.compile(f"[^，；：。！？0-9]{{0,12}}?{any_of(table['standing'])}"),
        totals=re.compile(f"{any_of(table['totals'])}达?到?{about}"),
        gathered=re.compile(
            f"累计(?:{any_of(table['kept'])}|[^，；。]{{0,4}}{any_of(table['gathered'])}{about})"
        ),
        kept=re.compile(f"[并且也还，、]{{0,2}}{any_of(table['kept'])}(?!率|区面积)"),
        one_year=re.compile(any_of(table["one_year"])),
        pace=re.compile(f"[、，其中且并]*{any_of(table['paces'])}?"),
    )


def settle_levels(
    text: str, spans: Sequence[tuple[int, int]], found: Sequence[AssignedTime], context: TimeContext
) -> list[AssignedTime]:
    """``found`` with what a report says was reached moved to the end of its period.

    五年来新增就业500万人 and 年均增长6% are of the five years, 生产总值达到9万亿元 of the last of them, 总数达到900家 of the
    end of that year. Touches only times that a plan, a heading or words such as 五年来 gave, not a period written
    out in years; under a heading of the year under report, and in 全年…，总数达…, only what there is at its end.
    """
    result = list(found)
    before: Reach | None = None  # what the quantity before was
    for number, (start, end) in enumerate(spans):
        time = result[number]
        period = WHOLE_YEARS.fullmatch(time.edtf or "")
        one_year = context.report is not None and time.edtf == context.report
        if not (_of_report(time) if period else one_year and _of_the_year(time)):
            before = None
            continue
        begin = spans[number - 1][1] if number else 0
        numeral = NUMERAL.search(text, start, end)
        at = numeral.start() if numeral else start
        stands = period is not None and time.expression is None and _stands_in_list(text, begin, at, end)
        bare = period is not None and not _from_the_day(time, context)
        before = "stock" if stands else _reach(text, begin, at, end, before, bare=bare)
        if period and context.report and _against_base(text, begin, at, int(period[1]) - 1):
            before = "year"
        elif (
            before == "stock"
            and period
            and not stands
            and (HAPPENED.match(text, end) or _is_gathered_in(text, time, begin, at))
        ):
            before = "period"
        year = period[2] if period else time.edtf
        strict = context.report_is_default or time.expression is not None
        if before == "stock" and (period or not strict or level_words().totals.search(text[begin:at])):
            by_day = context.told and (
                context.news or (context.told[:4] == year and _from_the_day(time, context))
            )
            now = context.told[:7] if by_day and context.told else f"{year}-12"
            result[number] = replace(time, edtf=now, kind="as_of", moved="stock_at_end")
        elif before == "year" and period:
            result[number] = replace(time, edtf=year, moved="level_of_last_year")
    return _with_starts(text, spans, result, found, context)


def _is_gathered_in(text: str, time: AssignedTime, begin: int, start: int) -> bool:
    """过去五年，|累计建成|农田86万亩: the sentence itself says in which years."""
    told = time.expression
    sentence = max(text.rfind(mark, 0, start) for mark in "。；！？") + 1
    if told is None or told.start < sentence:
        return False
    return level_words().gathered.search(text, max(begin, told.end), start) is not None


def _against_base(text: str, begin: int, start: int, base: int) -> bool:
    """比2002年|增加, in a review of 2003 to 2007: how much more there was in the last of them."""
    clause = CLAUSE_START.split(text[max(0, start - 30, begin) : start])[-1]
    return re.search(f"[比较]{base}年", clause) is not None


def _with_starts(
    text: str,
    spans: Sequence[tuple[int, int]],
    settled: list[AssignedTime],
    found: Sequence[AssignedTime],
    context: TimeContext,
) -> list[AssignedTime]:
    """从|27%提高到52%: under the heading of several years the level before the change is that of the year before them; in the
    news, 5年来 begins with the level that there was five years ago."""
    after: AssignedTime | None = None  # the level that the change led to
    period: re.Match[str] | None = None
    for number in range(len(settled) - 1, -1, -1):
        if found[number].rule != UNDATED_START:
            after = settled[number] if _of_report(found[number]) else None
            period = WHOLE_YEARS.fullmatch(found[number].edtf or "")
            review = WHOLE_YEARS.fullmatch(context.heading or "")
            if after is None and review and settled[number].edtf in (review[2], f"{review[2]}-12"):
                moved = "stock_at_end" if settled[number].kind == "as_of" else "level_of_last_year"
                after, period = replace(settled[number], moved=moved), review
            continue
        if after is None or period is None or period[2] > (context.told or period[2])[:4]:
            continue
        if text.find("。", spans[number][1], spans[number + 1][0]) >= 0:
            continue
        year = int(period[1]) - (0 if context.news else 1)
        if after.moved == "stock_at_end":
            settled[number] = replace(after, edtf=f"{year}-12", moved="level_before_period")
        elif after.moved == "level_of_last_year":
            settled[number] = replace(after, edtf=str(year), moved="level_before_period")
    return settled


def _of_report(time: AssignedTime) -> bool:
    expression = time.expression
    if expression is None:
        return time.time_from in ("heading", "title")
    return expression.rule == "plan" or (expression.relative or "").startswith("past_years")


def _from_the_day(time: AssignedTime, context: TimeContext) -> bool:
    """近三年 in a paper of a day that reports on no year: there a noun and its number tell what the years amount to."""
    back = time.expression is not None and (time.expression.relative or "").startswith("past_years")
    return back and context.report is None and not context.news


def _of_the_year(time: AssignedTime) -> bool:
    """The year under report by a heading, or by 全年."""
    expression = time.expression
    if expression is None:
        return time.time_from == "heading"
    return expression.relative in ("part_of_year", "past_year")


def _reach(text: str, begin: int, start: int, end: int, before: Reach | None, *, bare: bool) -> Reach:
    """What the number of ``text[start:end]`` is of: the period, its last year, or the end of that year.

    ``begin``: end of the quantity before it; ``before``: what that was; ``bare``: a noun and its number
    without a verb (院士70位) tell a level.
    """
    words = level_words()
    lead = text[max(0, start - 60, begin) : start]
    if LENGTH.search(text[start:end]):
        return "period"
    if before is not None and LINK.fullmatch(lead):
        return before
    marks = [match.end() for match in CLAUSE_START.finditer(lead)]
    clause = lead[marks[-1] :] if marks else lead
    surface = text[start:end]
    part = f"其中{clause}" if lead.removesuffix(clause).endswith("其中，") else clause
    if before is not None and (SHARE.match(clause) or _part_of_it(text, begin, part, surface)):
        return before
    done = words.done.search(words.not_done.sub("－", clause)) is not None
    if RANK.search(text[max(begin, start - 1) : end]) or RANK.match(text, start):
        ranked = words.rank.sub("", clause)
        own = before is None or len(clause) > LONGEST_RANK_LEAD or words.pace.fullmatch(ranked) is None
        stock = words.nouns.search(ranked) and not words.of_year.search(ranked)
        return ("stock" if stock else "year") if own else before or "year"
    if words.through.search(clause):
        return "period"
    if words.reached.search(clause) and ("累计" not in clause or "总" in clause):
        return _stock_or_year(clause, surface)
    if words.one_year.search(clause) and not words.change.search(clause):
        return "year"
    if words.gathered.search(clause) or (
        before == "stock" and words.kept.match(clause) and _gathers(text, begin)
    ):
        return "stock"
    if words.change.search(clause) or done or words.happening.search(surface):
        return "period"
    level = (words.level if bare else words.clear).search(clause)
    if (level and level.start()) or (bare and words.nouns.search(clause)):  # 为380家 alone is no level
        return _stock_or_year(clause, surface)
    if not marks and before:
        return before  # 达到8个、实验室45家
    noun_and_number = bare and len(clause.lstrip("其中、")) > 1 and (end >= len(text) or text[end] in CLOSES)
    return _stock_or_year(clause, surface) if noun_and_number else "period"


def _gathers(text: str, at: int) -> bool:
    """累计创建示范区5个、实验区3个，建成工厂|9家: the sentence has counted what stands at the end before ``at``."""
    sentence = text[max(text.rfind(mark, 0, at) for mark in "。；！？") + 1 : at]
    return level_words().gathered.search(sentence) is not None


def _stands_in_list(text: str, begin: int, start: int, end: int) -> bool:
    """3家高新区|位列全国50强: where those counted stand at the end, if the clause does not say that they were added."""
    words = level_words()
    clause = CLAUSE_START.split(text[max(0, start - 60, begin) : start])[-1]
    added = words.done.search(words.not_done.sub("－", clause)) or words.through.search(clause)
    return not added and not LENGTH.search(text[start:end]) and words.standing.match(text, end) is not None


def _part_of_it(text: str, begin: int, clause: str, surface: str) -> bool:
    """新增铁路2万公里，其中高铁|9000公里: a part of the number before, in the same unit, with no level word of its own."""
    words = level_words()
    if not clause.startswith("其中") or words.clear.search(clause) or words.reached.search(clause):
        return False
    unit, whole = UNIT_TAIL.search(surface), UNIT_TAIL.search(text[max(0, begin - 12) : begin])
    return unit is not None and whole is not None and unit[1] == whole[1]


def _stock_or_year(clause: str, surface: str) -> Reach:
    """总数达到900家 is what there is, 生产总值达到9万亿元 what a year amounts to."""
    words = level_words()
    if SHARE_UNIT.search(surface):
        return "stock" if words.stock_rates.search(clause) else "year"
    if words.of_year.search(clause) or (OF_MONEY.search(surface) and not words.totals.search(clause)):
        return "year"
    return "stock" if surface[-1:] not in "0123456789亿万" or words.counted.search(clause) else "year"
