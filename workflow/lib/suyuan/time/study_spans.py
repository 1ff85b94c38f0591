"""Two times of one sentence that are the beginning and the end of something: 土方开挖始于4月12日，至11月30日浇筑完成."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.expression import TimeExpression
from suyuan.time.passing import BASIS, NO_ANTECEDENT
from suyuan.time.study_words import study_words
from suyuan.values import value

POINT = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)(?:/\.\.)?")
PATTERN = re.compile(r"XXXX(-\d\d(?:-\d\d)?)")
DAYS = re.compile(r"(?:（[^（）\d]{1,4}）)?(?P<link>[、，和与及]|[至到~-])(?P<day>[0-3]?\d)日(?!均|[本元])")
FROM = re.compile("(?:自|从|由|始于|起于|期间?|时段|时间|跨度|跨)[为是：]?$")
UP_TO = re.compile("(?:至|到|直至|直到|截止|止于|终于|持续|延续|测至)于?$")
STILL = re.compile("随访|截至|建库|末次|批准|发布|印发|发表|投产|投运|通车|建成")  # ends no work of a study
REACH = 45  # characters between the two times
MEASURED = re.compile(
    r"(?:监测|观测|量测|测量|观察|采样|取样|记录|测试|试验|数据采集|跟踪|巡检)[^，。；\d]{0,12}?"
    "(?:持续|延续|延长|延伸|进行|继续|一直|坚持|直)?[至到]$"
)
STOPPED = re.compile(
    r"[^，。；\d]{0,6}?(?:停止|结束|终止|完成)(?:全部|所有|各项)?(?:监测|观测|量测|测量|观察|采样|记录)|[^，。；\d]{0,4}?(?:停测|止测|停止观测)"
)
BEYOND = 160  # characters in which the end of measuring is told


@value
class Span:
    """Where the two times stand, and the period that they make."""

    start: int
    end: int
    edtf: str


def spans_of_ends(text: str, times: Sequence[TimeExpression]) -> list[Span]:
    """Periods of ``text`` whose beginning and end are told apart, each with a word that says so.

    A word of beginning (自, 始于, 开工, 播种, 上线) at the first and one of an end (至, 持续到, 结束, 收获) at the second; where
    the sentence goes on with what was done meanwhile (其间, 历时) one of the two is enough.
    """
    found: list[Span] = []
    parts = sentences(text)
    dated = [time for time in times if POINT.fullmatch(time.edtf or "") or PATTERN.fullmatch(time.edtf or "")]
    covered = 0  # where the text has told the end of the measuring
    for first, last in pairwise(dated):
        sentence = parts[index_of(parts, first.start)]
        if (
            last.end > sentence[1]
            or last.start - first.end > REACH
            or not _is_told(first)
            or first.start < covered
        ):
            continue
        edtf = _from_to(first, last)
        if edtf is None or STILL.search(text, first.end, last.start) or _is_told_of_others(text, last):
            continue
        begins, ends = _begins(text, first, last, sentence), _ends(text, last, sentence)
        meanwhile = study_words().meanwhile.search(text, last.end, sentence[1]) is not None
        beyond = _measured_on(text, first, last, dated) if begins else None
        if beyond or (begins and ends) or (meanwhile and (begins or ends)):
            told, covered = beyond or (_whole_months(text, first, last, edtf), covered)
            found.append(Span(first.start, max(last.end, covered), told))
    return found


def _measured_on(
    text: str, first: TimeExpression, last: TimeExpression, dated: Sequence[TimeExpression]
) -> tuple[str, int] | None:
    """基坑于6月16日开挖，10月23日挖至坑底。…|监测持续至12月31日|: works whose measuring goes on last until that ends.

    The period, and where the text has told its end.
    """
    for time in dated:
        if not last.end < time.start <= last.end + BEYOND or not _is_told(time):
            continue
        up_to = time.start + (text[time.start] in "至到")
        goes_on = MEASURED.search(text, max(last.end, up_to - 24), up_to)
        edtf = _from_to(first, time) if goes_on or STOPPED.match(text, time.end) else None
        if edtf is not None and edtf.split("/")[1] > (last.edtf or "").replace("XXXX", edtf[:4]):
            return edtf, time.end
    return None


def _whole_months(text: str, first: TimeExpression, last: TimeExpression, edtf: str) -> str:
    """自2023年4月1日起，至2024年3月31日止: whole months by their names."""
    begin, end = edtf.split("/")
    told = (first.edtf or "").endswith("/..") and "止" in text[last.end - 1 : last.end + 1]
    whole = begin[7:] == "-01" and end[8:] in ("28", "29", "30", "31") and begin[:7] < end[:7]
    return f"{begin[:7]}/{end[:7]}" if told and whole else edtf


def _is_told(time: TimeExpression) -> bool:
    return time.rule not in NO_ANTECEDENT or time.rule == BASIS


def _is_told_of_others(text: str, last: TimeExpression) -> bool:
    """自2021年3月收治，随访|至2023年6月; 到2025年完成 is ahead."""
    return last.planned or STILL.search(text, last.end, last.end + 6) is not None


def _from_to(first: TimeExpression, last: TimeExpression) -> str | None:
    """The period between two months or days; the second may lack its year (6月3日, 同年11月, 次年5月)."""
    begin = POINT.fullmatch(first.edtf or "")
    if begin is None:
        return None
    end = POINT.fullmatch(last.edtf or "")
    told = PATTERN.fullmatch(last.edtf or "")
    later = int(last.relative == "next_of_previous")
    edge = end[1] if end else f"{int(begin[1][:4]) + later}{told[1]}" if told else None
    if edge is None or (end and last.edtf != end[1]) or begin[1][: len(edge)] >= edge[: len(begin[1])]:
        return None
    return f"{begin[1]}/{edge}"


def _begins(text: str, first: TimeExpression, last: TimeExpression, sentence: tuple[int, int]) -> bool:
    """Whether something begins at the first time: in its clause, up to the second one."""
    if text[first.start] in "自从由" or (first.edtf or "").endswith("/.."):
        return True
    if FROM.search(text, max(sentence[0], first.start - 4), first.start):
        return True
    within = clauses(text, *sentence)
    low, high = within[index_of(within, first.start)]
    words = study_words().begins_work
    return words.search(text, low, first.start) is not None or (
        words.search(text, first.end, min(high, last.start)) is not None
    )


def _ends(text: str, last: TimeExpression, sentence: tuple[int, int]) -> bool:
    """Whether something ends at the second time."""
    if text[last.start] in "至到" or UP_TO.search(text, max(0, last.start - 4), last.start):
        return True
    within = clauses(text, *sentence)
    _, high = within[index_of(within, last.start)]
    return study_words().ends_work.search(text, last.end, high) is not None


def days_on(text: str, time: TimeExpression) -> tuple[int, tuple[str, ...], bool] | None:
    """2023年5月21日|、22日: where further days of the month end, the days, and whether they are the ends of a span."""
    edtf = (time.edtf or "").split("/")[-1]
    if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) is None:
        return None
    end, days, spanning = time.end, [edtf], False
    while more := DAYS.match(text, end):
        day = f"{edtf[:8]}{int(more['day']):02d}"
        if not days[-1] < day <= f"{edtf[:8]}31":
            break
        spanning = spanning or more["link"] in "至到~-"
        days.append(day)
        end = more.end()
    return (end, tuple(days), spanning) if len(days) > 1 else None
