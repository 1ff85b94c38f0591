"""What the title of a report says of its period: the year, the half or the quarter; the years of a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.time.points import count
from suyuan.time.table import time_words

TITLE_END = re.compile("(?:的通知|（[^（）]*）)+$")
# 2022年度董事会工作报告, 2023年度法院工作报告: about that year, whenever it was given; not 政府工作报告
OF_YEAR = re.compile(r"20\d\d年?(?:年度|度)[^年]{0,20}工作报告")
# 2023年半年度报告, 2023年中期报告, 2023年第一季度报告, 2022年三季报
HALF = re.compile(r"(20\d\d)年?(?:度)?(?:半年度?|中期|中)(?:报|财务|业绩|工作总结|总结)")
QUARTER = re.compile(r"(20\d\d)年?(?:度)?第?(?:([一二三四1-4])季度?|([一三])季)报")
ORDINAL_PLAN = re.compile("第([一二三四五六七八九十]{1,3})个五年")
BARE_PLAN = re.compile(
    r"(?<![一二三四五六七八九十年、和与及至到\-])([一十][一二三四五六]?五|[二三四六七八九]五)(?![一二三四五六七八九十年、和与及至到\-])"
)


# 《某某“十一五”规划》（以下简称《规划》），现印发给你们
ISSUED_PLAN = re.compile(
    r"《(?P<name>[^《》]{4,40})》[^《》。]{0,8}(?:《[^《》。]{1,10}》[^《》。]{0,4})?[，已]*(?:现|已|并)[^。]{0,16}印发"
)


def issued_plan(lines: Sequence[str]) -> str | None:
    """Name of the one plan that a notice issues, by its first paragraphs; None where it issues none."""
    found = {match["name"] for line in lines for match in ISSUED_PLAN.finditer(line)}
    return found.pop() if len(found) == 1 else None


def is_of_year(title: str) -> bool:
    """2022年度董事会工作报告: a work report that names the year it is about, not the year in which it is given."""
    return "政府工作报告" not in title and OF_YEAR.search(title) is not None


def months_of_title(title: str) -> str | None:
    """Months that a report on less than a year covers, EDTF: 2023-01/2023-06 for 2023年半年度报告; None for others."""
    half = HALF.search(title)
    if half:
        return f"{half[1]}-01/{half[1]}-06"
    quarter = QUARTER.search(title)
    if quarter:
        last = 3 * count(quarter[2] or quarter[3])
        return f"{quarter[1]}-{last - 2:02d}/{quarter[1]}-{last:02d}"
    return None


def plan_of_title(title: str) -> str | None:
    """Years of the five-year plan that a title names: 某省“十二五”旅游业发展规划, 某县第十四个五年规划纲要, 某市十四五规划."""
    words = time_words()
    plain = TITLE_END.sub("", title).rstrip("》")
    if not plain.endswith(words.plan_titles):
        return None
    named = {words.plans[match[1]] for match in words.quoted_plan.finditer(title)}
    if not named:
        named = {
            words.plans[f"{match[1]}五"]
            for match in ORDINAL_PLAN.finditer(title)
            if f"{match[1]}五" in words.plans
        }
    if not named:
        named = {words.plans[m[1]] for m in BARE_PLAN.finditer(title) if m[1] in words.plans}
    if len(named) != 1:
        return None
    first, last = named.pop()
    return f"{first}/{last}"
