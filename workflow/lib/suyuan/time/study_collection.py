"""Whether a sentence says that data were collected in a period: what was done, begun or taken in it, no history of a thing.

回顾性选取2019年3月至2021年6月收治的120例; 调查于2023年5-6月进行; 土方开挖始于4月12日，至11月30日完成，其间逐日监测.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.time.clauses import sentences
from suyuan.time.expression import TimeExpression
from suyuan.time.study_dates import Period, periods
from suyuan.time.study_sections import RUN_IN
from suyuan.time.study_words import study_words

REACH_BACK, REACH = 40, 90
CLAUSE = re.compile("[，。；！？]")
COLON = "："
LITERATURE = re.compile(
    "论文|文献|题录|期刊|刊文|发文|专利|个案报[道告]|病例报[道告]|(?:公开|国内外|中外文?)(?:发表|报道)"
)
# 2022年3月，|下载追踪调查的数据
DOWNLOADED = re.compile("，?(?:从[^，。；]{2,20})?(?:下载|登录|访问|申请获)")
SEARCHED = re.compile(
    "检索|收录|刊载|选取|搜集|收集|抽取|整理|获取|获得|采集|提取|爬取|抓取|下载|导出|调取|梳理|筛选|遴选|汇总"
)
SPAN_OF_WORKS = (
    "发表",
    "公开发",
    "公开报",
    "刊发",
    "刊载",
    "收录",
    "出版",
    "间发表",
    "的论文",
    "的文献",
    "间的",
)
# 以|2016年5月-2024年2月印发的84份文件|为样本: whatever was done with them in it, but 以2010—2012年设立的|试点城市|为对象
AS_SAMPLE = re.compile(
    "(?![^，。；]{0,24}(?:设立|成立|建成|投产|批准|获批|获评|入选|认定|试点|挂牌|开通|开业|创办)[^，。；]{0,24}(?:市|县|区|镇|村|企业|公司|基地|园|院|校|线|厂))"
    "[^，。；]{0,60}(?<!不)作?为(?:主要|具体)?(?:研究|分析|考察|调查|编码|数据|信息|资料|评价)?(?:的)?"
    "(?:样本|语料|文本|样本库|对象|材料|素材|依据|基础|来源|信息源|数据源|资料源)"
)
DATA = re.compile(
    "数据|资料|文本|文件|工单|记录|样本|影像|年鉴|报表|台账|案件|案例|订单|日志|判决书|条目|语料"
)
# 抓取两账号|2021年3月1日至2022年2月28日发布的全部|短视频: what others put out then, and a study gathers
PUT_OUT = re.compile(
    "(?:期间|之间|间|以来|内)?(?:所|公开|正式|新)?(?:发布|推送|上传|发出|印发|出台|颁布|公布|制定|刊发|播出|上线|上映|受理|办结|审结|立案|成交|注册|授权|登记|备案|发行|上市)的"
    "(?!《|[^，。；]{0,10}(?:标准|规范|规程|指南|办法|意见|通知|规划|方案|公报|报告|名单|名录)(?![^，。；]{0,4}\\d))"
)
SINCE = re.compile("(?:自|从|由|始于)$")
OPENED = re.compile("(?:以来|起|开始|就)")  # 该定位试验自|1984年|开始
CLOSE = 24  # characters between the head of the clause and the period


def collections(text: str, times: Sequence[TimeExpression]) -> list[tuple[Period, tuple[int, int]]]:
    """Periods of ``text`` in which data were collected, each with its sentence."""
    found = []
    parts = sentences(text)
    for period in periods(text, times):
        sentence = next(((a, b) for a, b in parts if a <= period.start < b), (0, len(text)))
        if _states_collection(text, period, sentence):
            found.append((period, sentence))
    return found


def _states_collection(text: str, period: Period, sentence: tuple[int, int]) -> bool:
    words = study_words()
    low = max(sentence[0], period.start - REACH_BACK)
    high = min(sentence[1], period.end + REACH)
    clause = _clause_of(text, period, low)
    before = text[clause : period.start]
    stop = text.find("，", period.end)
    near = text[clause : min(high, stop if stop >= 0 else high)]
    if LITERATURE.search(text, clause, min(high, period.end + 24)) and "/" in period.edtf:
        return text.startswith(SPAN_OF_WORKS, period.end) or SEARCHED.search(before) is not None
    if "/" in period.edtf and words.records_searched.search(text, clause, high):
        return True
    if _is_taken_as_sample(text, period, before):
        return True
    if SEARCHED.search(before) and PUT_OUT.match(text, period.end):
        return True
    if words.not_collected.search(near) or DOWNLOADED.match(text, period.end):
        return False
    alone = period.edtf.isdigit() and "月" not in text[period.start : period.end]
    if alone and SINCE.search(before) and OPENED.match(text, period.end):
        return False
    if words.own_time.search(before):
        return True
    if _has_ends(text, period) and words.working.search(text, sentence[0], max(sentence[1], period.end)):
        return True
    if words.named.search(text[max(sentence[0], period.start - 16) : period.start]):
        back = max(sentence[0], period.start - 24)
        return any(done.search(text, back, high) for done in (words.does, words.taken))
    if words.takes.search(before) and words.taken.search(text, period.end, high):
        return True
    if len(before) > CLOSE:
        return False
    if alone and not before and words.carried_out.match(text, period.end):
        return True  # 2021年在甲县开展大田试验
    if alone and words.led_by.search(before) is None:
        return False  # 2020年全区种植面积…: a year alone says too little
    if alone and words.working.search(near) is None:
        return False  # 热线于2020年完成整合
    done = words.does.search(text, period.end, high)
    return done is not None or words.does.search(before) is not None


def _is_taken_as_sample(text: str, period: Period, before: str) -> bool:
    """以|2016-2024年印发的84份文件|为样本; of a year alone only what is data (以2020年31个省份的统计资料为基础)."""
    told = AS_SAMPLE.match(text, period.end)
    if told is None or not before.lstrip("[]【】方法过程/").startswith(("以", "将", "把")):
        return False
    return "/" in period.edtf or DATA.search(told[0]) is not None


def _clause_of(text: str, period: Period, low: int) -> int:
    """Where the clause of a period begins, after ``low``; a colon opens one unless what it ends says what was done."""
    words = study_words()
    marks = [mark.end() for mark in CLAUSE.finditer(text, low, period.start)]
    clause = marks[-1] if marks else low
    run_in = RUN_IN.match(text)  # 1.1调查对象|2020年9月
    clause = max(clause, run_in.end()) if run_in and run_in.end() <= period.start else clause
    colon = text.rfind(COLON, clause, period.start)
    told = colon >= 0 and words.does.search(text, clause, colon) is not None
    return clause if told or colon < 0 else colon + 1


def _has_ends(text: str, period: Period) -> bool:
    """Whether beginning and end of a period were told apart, each with what began or ended."""
    return "/" in period.edtf and len(period.parts) == 1 and "，" in text[period.start : period.end]
