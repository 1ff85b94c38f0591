"""The period that the title of an account or the line under it names, and the year of an edition."""

from __future__ import annotations

import pytest

from facts.fact_documents import make_document
from suyuan.flow import make_flows
from suyuan.time import TimeContext, document_context
from suyuan.time.own_period import account_period, edition_year, end_of_period

PERIODS = [
    # title, line under it, period
    ("全市小微企业经营状况调查报告", "（2024年第一季度）", "2024-01/2024-03"),
    ("民营企业景气调查", "--2023年三季度", "2023-07/2023-09"),
    ("全省农民工监测调查报告", "（2023年）", "2023"),
    ("专项整治工作总结", "2023年7-12月", "2023-07/2023-12"),
    ("2024年上半年全区工业运行情况分析", "区统计局", "2024-01/2024-06"),
    ("2024年1-5月招商引资工作情况通报", "", "2024-01/2024-05"),
    ("2024年9月居民消费价格变动情况", "", "2024-09"),
    ("关于2023年养老服务工作情况的通报", "", "2023"),
    ("全省消费投诉情况分析（2023年度）", "", "2023"),
    ("2022年知识产权司法保护状况白皮书", "", "2022"),
    ("2019-2023年道路交通事故审判白皮书", "", "2019/2023"),
    ("2024年度某产业发展报告", "", "2024"),
    ("某市商业银行2023年社会责任简报", "", "2023"),
    # editions, looks ahead, dates of writing
    ("某产业发展白皮书（2023年）", "", None),
    ("2024年某产业发展报告", "", None),
    ("某事项满意度调查报告", "（2024年1月）", None),
    ("2024年度重点工作安排", "", None),
    ("关于做好2024年统计调查工作的通知", "", None),
    ("2025年经济形势分析与展望", "", None),
    ("2023年总结和2024年计划", "", None),
    ("河水清且涟", "（2023年）", None),
]


@pytest.mark.parametrize(("title", "line", "period"), PERIODS, ids=[case[0] for case in PERIODS])
def test_period_of_an_account(title: str, line: str, period: str | None) -> None:
    head = [title, line] if line else [title]
    assert account_period(title, head, [*head, "现将有关情况报告如下。"]) == period


@pytest.mark.parametrize("line", ["摘要：目的了解情况。", "关键词：调查", "1资料与方法", "一、研究设计"])
def test_a_study_is_no_account_whatever_its_title(line: str) -> None:
    title = "2019-2023年某地发病情况分析"
    assert account_period(title, [title], [title, line]) is None
    assert edition_year("某产业发展报告（2023）", ["某产业发展报告（2023）", line]) is None


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("某产业发展白皮书（2023年）", "2023"),
        ("某产业发展白皮书（2023版）", "2023"),
        ("2024年某产业发展报告", "2024"),
        ("某产业蓝皮书2022", "2022"),
        ("某产业发展白皮书", None),
        ("2024年某产业发展规划", None),
        ("2035年的城市", None),
    ],
)
def test_year_of_an_edition(title: str, year: str | None) -> None:
    assert edition_year(title, [title]) == year


def test_end_of_a_period() -> None:
    ends = [end_of_period(period) for period in ("2023", "2019/2023", "2024-01/2024-03", "2024-09")]
    assert ends == ["2023-12", "2023-12", "2024-03", "2024-09"]


def context_of(*blocks: str, title: str) -> TimeContext:
    document = make_document(("title", title), *blocks, title=title)
    return document_context(document, make_flows(document))


def test_months_of_an_account_give_its_year_to_what_it_tells() -> None:
    context = context_of("（2024年第一季度）", "3月开展调查。", title="企业景气调查报告")
    assert (context.report, context.period, context.report_is_default) == ("2024", "2024-01/2024-03", True)


def test_years_of_an_account_are_the_default() -> None:
    context = context_of("五年来，受理2000件。", title="2019-2023年交通事故审判白皮书")
    assert (context.report, context.period) == ("2023", "2019/2023")


def test_a_white_paper_is_of_no_year_but_its_now_is() -> None:
    context = context_of("目前，全国有9家。", title="某产业发展白皮书（2023年）")
    assert (context.report, context.edition) == (None, True)


def test_a_notice_gives_the_years_of_the_plan_that_it_issues() -> None:
    text = "现批准《某地环境保护“十一五”规划》（以下简称《规划》），现印发给你们，请认真执行。"
    assert context_of(text, title="通知").plan == "2006/2010"
    assert context_of("要落实《某地环境保护“十一五”规划》。", title="通知").plan is None
