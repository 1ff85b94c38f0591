"""Sentences of a study of several years that speak of all of them again: 2022年占64.3%。四年合计1385万元; 中介效应为0.31."""

from __future__ import annotations

import re

from suyuan.time.assigned import AssignedTime
from suyuan.time.points import count
from suyuan.time.study_reach import Place
from suyuan.time.study_records import Study, years_of

# what is estimated from all years at once
ESTIMATED = re.compile(
    "(?:回归|估计|检验|模型)[^，。；]{0,10}(?:显示|表明|发现|结果)|[直间总]接?效应|中介效应|溢出效应|空间溢出|调节效应|估计系数|回归系数|弹性系数|处理效应|门槛值"
)
YEARS = re.compile(
    r"(?P<n>[两二三四五六七八九十]{1,2}|\d{1,2})个?(?:年度|年)(?:来|间|里|内)?(?:[^，。；\d]{0,6}(?:合计|累计|总计)|共|总|平均|年均|均值|收治|报告)"
)
PERIOD = re.compile(
    "所(?:点评|调查|检测|纳入|抽取|抽查|监测|统计)的|(?:样本|考察|研究|观察|调查|监测|统计|评价)(?:期|时段)(?:间|内)|整个(?:研究|考察|样本)期"
)


def speaks_of_whole(text: str, item: AssignedTime, place: Place, study: Study) -> bool:
    """Whether a number that would go on with one year of an earlier sentence is of the whole period again."""
    told = item.expression
    if told is None or told.start >= place.sentence[0] or not (item.edtf or "").isdigit():
        return False
    first, last = years_of(study.edtf)
    if not first < last or not first <= (item.edtf or "") <= last:
        return False
    low, high = place.sentence[0], place.start
    if PERIOD.search(text, low, high) or ESTIMATED.search(text, low, high):
        return True
    years = YEARS.search(text, low, high)
    return years is not None and count(years["n"]) == int(last) - int(first) + 1
