"""Columns that work reports and bulletins tell in short: one side of an account, deeds in a list, compounds with a verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the other side of an account
        ("一般公共预算收入增长2.3%、支出首次超过70亿元。", ["一般公共预算收入增速", "一般公共预算支出"]),
        ("政府性基金收入12亿元，支出15亿元。", ["政府性基金收入", "政府性基金支出"]),
        ("外币存款余额5亿元，贷款余额4亿元。", ["外币存款余额", "外币贷款余额"]),
        ("货物进口额120亿元，出口额230亿元。", ["货物进口额", "货物出口额"]),
        ("居民可支配收入3万元，消费支出2万元。", ["居民可支配收入", "居民消费支出"]),
        ("营业收入80亿元，研发支出9亿元。", ["营业收入", "研发支出"]),
        ("存款增长5%，贷款增长8%。", ["存款增速", "贷款增速"]),
        # deeds in a list have each their own number
        ("接待游客、实现旅游收入分别增长11%、12%。", ["接待游客增速", "旅游收入增速"]),
        ("新登记企业、完成投资分别增长3%和8%。", ["新登记企业增速", "投资增速"]),
        ("发送旅客、货运量分别增长3%和8%。", ["发送旅客增速", "货运量增速"]),
        ("国内游客、入境游客消费分别增长8%、9%。", ["国内游客消费增速", "入境游客消费增速"]),
        ("全年实现农业、工业增加值分别增长3%和5%。", ["农业增加值增速", "工业增加值增速"]),
        # a verb inside what is counted
        ("全省打造100个村寨旅游提升示范村。", ["打造村寨旅游提升示范村数量"]),
        ("建成36个民族团结进步示范社区。", ["建成民族团结进步示范社区数"]),
        ("全省出台稳增长政策32项。", ["出台稳增长政策数量"]),
        ("农民就地就近就业85万人。", ["农民就地就近就业人数"]),
        ("发明专利数居全国第3位。", ["发明专利数排名"]),
        ("建成128个乡村振兴示范村。", ["建成乡村振兴示范村数量"]),
        ("启动3万户地质灾害避险搬迁。", ["启动地质灾害避险搬迁户数"]),
        ("实施56个城市更新项目。", ["城市更新项目数量"]),
        # grades of what happened
        ("有效应对6.4级地震和12级台风。", ["地震震级", "台风风力等级"]),
        ("该县发生4.1级余震，派出3级救援队。", ["余震震级", "派出救援队数量"]),
        # what has the share is no part of what is counted
        ("14个重点产业产值占全省的80%。", ["重点产业数量", "重点产业产值占全省比重"]),
        ("18家医院床位数约占全市的45%。", ["医院数量", "医院床位数占全市比重"]),
        ("20家企业占全市企业总数的6%。", ["企业数量", "企业占全市企业总数比重"]),
    ],
)
def test_columns(read: Read, text: str, wanted: list[str]) -> None:
    measures = [fact.measure for fact in read(("paragraph", text)).facts]
    assert measures == wanted
