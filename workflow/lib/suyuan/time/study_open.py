"""Which numbers of a study have no time of their own, so that the period of the study is theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import index_of, sentences
from suyuan.time.dates import DOUBLE
from suyuan.time.event_clauses import RULE as EVENT
from suyuan.time.expression import WHOLE_YEARS, TimeExpression
from suyuan.time.seasons import day_within
from suyuan.time.spans_told import UNENDED
from suyuan.time.study_default import is_of_row, is_year_of_study
from suyuan.time.study_labels import is_local, sides_of
from suyuan.time.study_phases import Named
from suyuan.time.study_reach import Place
from suyuan.time.study_records import Study
from suyuan.time.study_sections import Section
from suyuan.time.study_whole_again import speaks_of_whole

KEPT = ("ahead_of_now", "one_of_several_dates", UNENDED, EVENT)  # of no time that is stated
UNRESOLVED = re.compile("[去今上前昨明]年|半年|季度|同期")  # of a time that nothing resolves
MONTHS_ALONE = re.compile(
    r"(?:\d{1,2}月?(?:[-~至、和]|到))*(?:[次翌]年)?\d{1,2}月(?:份)?|全年"
)  # 3-6月, 7、8月: no day, no year
MONTH = re.compile(r"\d{1,2}月(?:份)?")
DATED = re.compile(r"\d{4}年|当年|同年|该年|(?<![-至到~])[次翌]年")
LOOK_BACK = 40
LEADS_IN = re.compile(
    "(?:其中|具体|从?(?:时间|年份)(?:上)?来?看|据|截至|到|至|自|从|在|于|与|和|同|较|比|，|（|\\d|[.、）])*"
)
DAY = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
FRAME = "frame_of_paragraph"
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?=[年、，和及与])")
LED_FROM = re.compile(
    r"[由从][^，。；\d]{0,6}\d"
)  # 大于1的城市由9个增至15个，甲市（|2.18）居首: of the last year
ASKED = re.compile("户均|人均|家庭|受访|被调查|样本|农户|住户|牧户|渔户|户主|问卷")
SEVERAL = 3  # years of a row (2009年为0.17，2014年为0.23，2019年增至0.26)


def has_no_time(
    text: str, item: AssignedTime, place: Place, phase: Named | None, study: Study, index: int
) -> bool:
    """Whether a number of flow ``index`` is open to the period of ``study`` or to the phase named before it."""
    return (
        is_open(item, place, phase, study)
        or ends_period(item, study, index)
        or _is_before_statement(item, place, study, index)
        or is_year_before_survey(text, item, place, study)
        or is_past_row_of_dates(item, place, study, index)
        or _is_date_of_side(item, place, study, index)
        or is_year_of_study(item, study.edtf, study.stated, index)
        or _recurs(text, item, study)
        or _in_passing(text, item, study, place)
        or speaks_of_whole(text, item, place, study)
        or is_of_row(item, study.stated, index, place.sentence)
    )


def is_year_before_survey(text: str, item: AssignedTime, place: Place, study: Study) -> bool:
    """2019年户均收入3.18万元。满意度为3.49, in a survey of July 2020: the year asked for is none of the next sentence; that of
    other data (2021年全市受理41万件) is, unless it speaks of who was asked, but none of the one after it."""
    year, told = item.edtf or "", item.expression
    of_days = "-" in study.edtf and not study.has_several_years
    if told is None or not of_days or item.rule != FRAME or not year.isdigit() or year >= study.edtf[:4]:
        return False
    parts = sentences(text)
    number, last = index_of(parts, told.start), index_of(parts, place.start)
    if last > number + 1 or ASKED.search(text, told.end, parts[number][1]):
        return True
    return ASKED.search(text, *place.sentence) is not None


def is_past_row_of_dates(item: AssignedTime, place: Place, study: Study, index: int) -> bool:
    """资料取自4月（春）、7月（夏）、10月（秋）及1月（冬）的航次，布设站位64个: behind three dates or more of parts of the study a
    number is of none of them."""
    told = item.expression
    if told is None or told.start < place.sentence[0] or item.edtf not in study.phases.values():
        return False
    inside = [
        (a, b) for flow, a, b in study.stated if flow == index and place.sentence[0] <= a and b <= place.start
    ]
    apart = [(a, b) for a, b in inside if not any(a <= c and d < b for c, d in inside)]
    return len(apart) >= SEVERAL and item.rule != "before_in_clause"


def _is_before_statement(item: AssignedTime, place: Place, study: Study, index: int) -> bool:
    """2020年全国患病率为11%。试验于2021年5—9月进行。产量为8.6 t: the statement of the period turns the paragraph to the study."""
    told = item.expression
    if told is None or item.time_from == "clause" or told.start >= place.sentence[0]:
        return False
    return any(flow == index and told.end <= a and b <= place.start for flow, a, b in study.stated)


def _is_date_of_side(item: AssignedTime, place: Place, study: Study, index: int) -> bool:
    """分为实施前（2020年1—6月）和实施后（7—12月）。阳性率为5%: the dates of both sides are of neither in the sentences after,
    nor does what began with the second (此后每月降低274元) last into them."""
    told, sides = item.expression, sides_of(study)
    if told is None or told.start >= place.sentence[0] or sides is None:
        return False
    if item.edtf == f"{sides[1].split('/')[0]}/..":
        return True
    return item.edtf in sides and any(
        flow == index and start <= told.start < end for flow, start, end in study.stated
    )


def says_another_time(text: str, item: AssignedTime, place: Place, times: Sequence[TimeExpression]) -> bool:
    """去年, 今年一季度 in the clause of a number, which nothing resolves: no number of the study's period."""
    if item.edtf is not None:
        return False
    return any(
        place.clause[0] <= time.start < place.start
        and not (time.edtf or "")[:4].isdigit()
        and UNRESOLVED.search(text, time.start, time.end)
        for time in times
    )


def is_open(item: AssignedTime, place: Place, phase: Named | None, study: Study) -> bool:
    """No time of its own: none, a day of no year (1月8日), the beginning of the study's own period, or one from before the phase
    was named."""
    if item.edtf is None:
        return item.rule not in KEPT
    if day_within(item.edtf, study.edtf):
        return True
    if item.planned or item.expression is None:
        return False
    if item.expression.rule == "english" and item.time_from == "paragraph":
        return True
    if item.expression.rule == "iso" and study.edtf.startswith(f"{item.edtf}/"):
        return True
    if phase is None or item.expression.end > phase.start:
        return False
    here = phase.start >= place.clause[0] or not is_local(phase.label)
    return item.time_from == "paragraph" or (item.time_from != "clause" and phase.label is not None and here)


def _recurs(text: str, item: AssignedTime, study: Study) -> bool:
    """3-6月为高发季节, in a study of 2018 to 2022: months of no year are those of every year. In any study a month dates its own
    sentence (7月降雨118 mm。产量达42.6 t/hm2)."""
    told = item.expression
    if told is None or item.edtf is None:
        return False
    months = MONTHS_ALONE.fullmatch(text, told.start, told.end)
    if months is None:
        return False
    if item.rule == FRAME:
        return True
    if not study.has_several_years:
        return False
    parts = sentences(text)
    begin = parts[index_of(parts, told.start)][0] if MONTH.fullmatch(months[0]) is None else 0
    return DATED.search(text, max(begin, told.start - LOOK_BACK), told.start) is None


def _in_passing(text: str, item: AssignedTime, study: Study, place: Place) -> bool:
    """发病率以2018年最高。男女比为1.5, in a study of 2016 to 2021: a year inside a sentence is none of the next."""
    told = item.expression
    if item.rule != FRAME or told is None or item.edtf != told.edtf or item.edtf is None:
        return False
    if DAY.fullmatch(item.edtf):
        return _holds(study.edtf, item.edtf)
    if not study.has_several_years:
        return False
    parts = sentences(text)
    begin = parts[index_of(parts, told.start)][0]
    leads = LEADS_IN.fullmatch(text, begin, told.start) is not None
    last = study.edtf.split("/")[-1][:4]
    if told.rule == DOUBLE and not leads:
        return True  # 2020-2021季为8.2 t，|2021-2022季|略低。增产18.6%
    years = WHOLE_YEARS.fullmatch(item.edtf)
    year = years[2] if years else item.edtf
    if leads or not year.isdigit() or not study.edtf[:4] <= year <= last:
        return False
    # the last year is what a text on a series goes on to speak of, unless it told that year by year, or period by period
    row = len(set(YEAR.findall(text, begin, told.end))) >= SEVERAL
    row = row and not text.startswith("其中", place.sentence[0])
    return (year < last and not years) or (
        row and LED_FROM.search(text, place.sentence[0], place.start) is None
    )


def _holds(period: str, days: str) -> bool:
    """Whether days lie within the months or days of a longer period."""
    first, last = period.split("/")[0], period.split("/")[-1]
    begin, end = days.split("/")[0], days.split("/")[-1]
    return not _is_of_days(period) and first <= begin[: len(first)] and end[: len(last)] <= last


def _is_of_days(period: str) -> bool:
    """2021-01-06/2021-01-31: whether a period lies in one month, or tells the days of one event."""
    first, last = period.split("/")[0], period.split("/")[-1]
    return len(first) == len("2021-01-06") and first[:7] == last[:7]


def day_told(item: AssignedTime, study: Study) -> str | None:
    """The days of no year that a number is told of (10月2日, in a study of 2021): in their own sentence alone.

    In a study of days (of one month) sentences go on with the day told before them.
    """
    carried = item.rule == FRAME and not _is_of_days(study.edtf)
    return None if carried else day_within(item.edtf, study.edtf)


def ends_period(item: AssignedTime, study: Study, index: int) -> bool:
    """自2023年4月1日起，至2024年3月31日止，有效样本占97.8%: the last day of the study's own period stands for it."""
    told = item.expression
    if told is None or "/" in (item.edtf or ""):
        return False
    return any(flow == index and a < told.start < b for flow, a, b in study.stated)


def is_share_of_last(
    text: str,
    spans: Sequence[tuple[int, int]],
    k: int,
    result: Sequence[AssignedTime],
    section: Section,
    study: Study,
) -> bool:
    """乡村教师358人。班主任占38.4%: in the methods a share goes on with those who took part."""
    dated = section.kind == "methods" and k > 0 and result[k - 1].edtf == study.edtf
    return dated and text[spans[k][1] - 1] == "%"
