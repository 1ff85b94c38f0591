"""Sentences of a study of several years that speak of all of them again: 2022年占64.3%。四年合计1385万元; 中介效应为0.31."""

from __future__ import annotations

import re

from suyuan.time.assigned import AssignedTime
from suyuan.time.expression import WHOLE_YEARS
from suyuan.time.points import count
from suyuan.time.reach_words import reach_words
from suyuan.time.study_reach import Place
from suyuan.time.study_records import Study, years_of

# what is estimated from all years at once
ESTIMATED = re.compile(
    "(?:回归|估计|检验|模型)[^，。；]{0,10}(?:显示|表明|发现|结果)|[直间总]接?效应|中介效应|溢出效应|空间溢出|调节效应|估计系数|回归系数|弹性系数|弹性[为是达]|处理效应|净效应|门槛值"
)
YEARS = re.compile(
    r"(?P<n>[两二三四五六七八九十]{1,2}|\d{1,2})个?(?:年度|年)(?:来|间|里|内)?(?:[^，。；\d]{0,6}(?:合计|累计|总计)|共|总|平均|年均|均值|收治|报告)"
)
# at the head of a clause: 十五年间|无死亡; 十年|净增2331 hm2, between the first year and the last
YEARS_OVER = re.compile(
    r"(?P<n>[两二三四五六七八九十]{1,3}|\d{1,2})个?年(?:来|间|里|内)?(?P<net>净增加?|净减少?|净变化|间)"
)
# of each year or wave alike, in a clause of its own: 各期均在80%以上, 历年均值为9.7次
EVERY = re.compile(
    "(?:历|各|逐|每)(?:年|期|次)度?(?:来|间|的)?[^，。；\\d]{0,6}(?:均|平均|合计|累计|介于)|多年平均"
)
TREND = re.compile(
    r"[-\d.]+ ?[^\d，。；（）]{0,6}(?:/（?10 ?(?:a|年)|·（10 ?(?:a|年)）-1)"
)  # 速率为|-9.8 h/10a
# 由2014年的A升至2021年的B，|APC为7.36%; not a gene or a price (APC突变率, APC均价)
RATE = re.compile("(?:A?APC|EAPC|年度?变化百分比)(?:值|分别|依次|均?(?:[为是达（：=]|$))")
OF_ALL = re.compile("[的各]系数(?:分别|依次)?[为是达]")
EDGE = re.compile(
    "(?:(?P<first>首年|首个年度|头一年|起始年份?|初年)|末年|最后一年|最末一年)(?:的|时的?|为|是|达|仅)?[约近仅]?$"
)
PERIOD = re.compile(
    "所(?:点评|调查|检测|纳入|抽取|抽查|监测|统计)的|(?:样本|考察|研究|观察|调查|监测|统计|评价)(?:期|时段)(?:间|内)|整个(?:研究|考察|样本)期"
)


def speaks_of_whole(text: str, item: AssignedTime, place: Place, study: Study) -> bool:
    """Whether a number that would go on with one year of an earlier sentence is of the whole period again."""
    told = item.expression
    if told is None or told.start >= place.clause[0] or not study.has_several_years:
        return False
    if EVERY.search(text, place.clause[0], place.start) or TREND.match(text, place.start):
        return True
    if _is_over_all_years(text, place, study):
        return True
    if not (item.edtf or "").isdigit():
        return False
    if told.start >= place.sentence[0]:
        return RATE.search(text, place.clause[0], place.start) is not None
    first, last = years_of(study.edtf)
    if not first <= (item.edtf or "") <= last:
        return False
    low, high = place.sentence[0], place.start
    of_all = (PERIOD, ESTIMATED, reach_words().for_each_step, OF_ALL)
    if any(words.search(text, low, high) for words in of_all):
        return True
    years = YEARS.search(text, low, high)
    return years is not None and count(years["n"]) == int(last) - int(first) + 1


def _is_over_all_years(text: str, place: Place, study: Study) -> bool:
    """十五年间无产妇死亡，愈合不良|67例: whether clause or head of the sentence tell as many years as the study has."""
    first, last = years_of(study.edtf)
    between = int(last) - int(first)
    told = YEARS_OVER.match(text, place.clause[0])
    if told is not None and told["net"] != "间":
        return count(told["n"]) in (between, between + 1)
    told = told or YEARS_OVER.match(text, place.sentence[0])
    return told is not None and told["net"] == "间" and count(told["n"]) == between + 1


def year_at_edge(text: str, place: Place, study: Study) -> str | None:
    """由试点首年的|1126元|降至2021年的874元: the first year of a study of several whole years, or its last."""
    years = WHOLE_YEARS.fullmatch(study.edtf)
    told = EDGE.search(text, place.clause[0], place.start) if years else None
    if years is None or told is None:
        return None
    return years[1] if told["first"] else years[2]
