"""Constructions of ordinary prose, each with one that looks like it and is read otherwise."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from facts.fact_documents import make_document
from suyuan.document import DocumentDates
from suyuan.facts import Extraction, Knowledge, extract_facts

Read = Callable[..., Extraction]

MEASURES = [
    # the subject of the clause before beats the column of the numbers before it
    ("出生率由9.1‰降至8.4‰，自然增长率首次为负，为-0.3‰。", ["出生率", "出生率", "自然增长率"]),
    ("参与率由61%降至60%，人才缺口率首次转正，为1.5%。", ["参与率", "参与率", "人才缺口率"]),
    ("合格率由85%提高到92%，检测工作有序推进，达到95%。", ["合格率"] * 3),
    # an area alone before the verb of growth
    ("日本出口额增长3.1%，欧元区增长2.4%。", ["出口额增速"] * 2),
    ("日本出口额增长3.1%，欧盟进口额增长2.4%。", ["出口额增速", "进口额增速"]),
    ("欧元区失业率为6.5%，日本为2.6%。", ["失业率"] * 2),
    # 分列 with two ranks: one of each name
    ("产量和质量分列第三、第五位。", ["产量排名", "质量排名"]),
    ("产量和质量居第三位。", ["产量和质量排名"]),
    # a span of a record is no quantity
    ("多地降雨量均创30年来新高。", []),
    ("失业率创下近二十年来最低水平。", []),
    ("经过20年来的努力，建成3个基地。", ["建成基地所用时长", "建成基地数量"]),
    # groups that are compared are counted by themselves
    ("两组复发率分别为4.0%和15.5%。", ["组数", "复发率", "复发率"]),
    ("三组死亡率依次为3%、4%和5%。", ["组数", "死亡率", "死亡率", "死亡率"]),
    ("两组教师参加了培训。", ["参加了培训的教师数量"]),
    # a length of time over which something changed
    ("参保率五年提高了6.8个百分点。", ["时段长度", "参保率提高幅度"]),
    ("就业人数三年增加了12万人。", ["时段长度", "就业人数增加量"]),
    ("就业三年。", ["就业时长"]),
    # stages of a course
    ("血红蛋白术前为95 g/L，术后第3天升至112 g/L。", ["血红蛋白"] * 2),
    ("播种后第10周株高达到85 cm，第12周达92 cm。", ["株高"] * 2),
    ("术后并发症发生率为3%。", ["术后并发症发生率"]),
    ("连续第7年增长。", ["连续增长年数"]),
    # a further fall
    ("用水量下降28%，2025年目标为再降16%。", ["用水量降幅"] * 2),
    ("单位能耗下降13%，次年再降4%。", ["单位能耗降幅"] * 2),
    ("能耗由5吨降至4吨。", ["能耗"] * 2),
    # levels of tests
    ("系数在1%的水平上显著。", []),
    ("回归系数在5%水平上显著为正。", []),
    ("产品在5%的水平上波动。", ["产品占比"]),
    # fines
    ("判处拘役三个月，并处罚金人民币5万元。", ["判处拘役时长", "罚金"]),
    ("判处罚金人民币3万元。", ["判处罚金"]),
    ("人民币贷款增加3万亿元。", ["人民币贷款增加量"]),
    # weights and earth
    ("这台机器重约2.5吨。", ["机器重量"]),
    ("货物进出口重3吨。", ["货物进出口重量"]),
    ("完成土方1.2万方。", ["土方量"]),
    ("开挖石方2.4万方。", ["开挖石方量"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "measures"), MEASURES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_measures(text: str, measures: list[str], read: Read) -> None:
    assert [fact.measure for fact in read(text).facts] == measures


TERMS = [
    ("贷款市场报价利率1年期为3.45%，5年期以上为4.2%。", "贷款市场报价利率", ["1年期", "5年期以上"]),
    ("存款利率2年期为2.1%，3年期为2.6%。", "存款利率", ["2年期", "3年期"]),
    ("存款利率为2.1%，贷款利率为4.2%。", None, [None, None]),
]


@pytest.mark.parametrize(("text", "measure", "terms"), TERMS)
def test_term_of_a_rate(text: str, measure: str | None, terms: list[str | None], read: Read) -> None:
    facts = read(text).facts
    assert [fact.breakdown.get("期限") for fact in facts] == terms
    if measure is not None:
        assert {fact.measure for fact in facts} == {measure}


TIMES: list[tuple[str, list[str | None]]] = [
    ("里程从2012年的3万公里增加到2023年的5万公里，稳居世界第一。", ["2012", "2023", "2023"]),
    ("产量由2010年的3万吨提高到2020年的8万吨，位居全省第二。", ["2010", "2020", "2020"]),
    ("产量由2010年的3万吨提高到2020年的8万吨，年增幅超过9%。", ["2010", "2020", "2010/2020"]),
    ("自2015年以来，工厂投资3亿元，就业500人。", ["2015/2024", "2015/2024"]),
    ("2012年里程为3万公里，2023年为5万公里，稳居世界第一。", ["2012", "2023", "2023"]),
]


@pytest.mark.parametrize(("text", "times"), TIMES)
def test_later_end_of_a_change(text: str, times: list[str | None], read: Read) -> None:
    assert [fact.time for fact in read(text).facts] == times


AREAS = [
    ("上海、北京分列第一、第二位，深圳居第三位。", [("上海",), ("北京",), ("深圳",)]),
    ("河北、山西分居第二和第三位。", [("河北",), ("山西",)]),
    ("上海、北京位居第一，深圳居第三位。", [("上海", "北京"), ("深圳",)]),
    ("美国物价上涨6.0%，欧元区上涨5.4%。", [("美国",), ("欧元区",)]),
    ("日本出口额增长3.1%，欧盟增长2.4%。", [("日本",), ("欧盟",)]),
    ("第一批12家企业中有3家来自上海。", [(), ("上海",)]),
    ("40所学校中有7所来自浙江。", [(), ("浙江",)]),
    ("上海12家企业获奖。", [("上海",)]),
    ("25家来自浙江的企业参展。", [("浙江",)]),
]


@pytest.mark.parametrize(("text", "areas"), AREAS)
def test_areas(text: str, areas: list[tuple[str, ...]], read: Read) -> None:
    assert [tuple(fact.area) for fact in read(text).facts] == areas


def test_each_of_two_ranks_is_one_fact(read: Read) -> None:
    facts = read("指数排名中，甲校、乙校分列第一、第二位。").facts
    assert [fact.value for fact in facts] == [1, 2]
    assert read("第一、第二产业加快发展。").facts == []


NATURES = [
    ("联合国预计，到2050年世界人口将达97亿人。", "forecast"),
    ("研究所预测，2040年用电量将增至9亿千瓦时。", "forecast"),
    ("研究所的数据显示，2010年用电量为9亿千瓦时。", "actual"),
    ("气象台预计降雨持续，水位为12米。", "actual"),
    ("研究所预测，目前用电量已达9亿千瓦时。", "actual"),
]


@pytest.mark.parametrize(("text", "nature"), NATURES)
def test_forecast_of_the_clause_before(text: str, nature: str, read: Read) -> None:
    assert [fact.nature for fact in read(text).facts] == [nature]


UNDATED = [
    ("到2035年，森林覆盖率提高到30%以上。", "target"),
    ("到2030年，非化石能源消费比重达到25%左右。", "target"),
    ("到2015年底，森林覆盖率提高到30%以上。", "actual"),
    ("到2015年，森林覆盖率已提高到30%以上。", "actual"),
    ("到2015年，森林覆盖率提高到30.2%。", "actual"),
]


@pytest.mark.parametrize(("text", "nature"), UNDATED)
def test_bound_at_a_deadline_where_nothing_dates_the_telling(
    text: str, nature: str, knowledge: Knowledge
) -> None:
    document = replace(make_document(text), dates=DocumentDates())
    assert [fact.nature for fact in extract_facts(document, knowledge).facts] == [nature]


SUMS = [
    ("公司净利润3.5亿，同比增长12%。", "CNY"),
    ("集团营业收入达12亿。", "CNY"),
    ("集团营业收入折合美元计，净利润3.5亿。", None),
    ("数据库记录3.5亿。", None),
]


@pytest.mark.parametrize(("text", "unit"), SUMS)
def test_currency_of_a_bare_sum(text: str, unit: str | None, read: Read) -> None:
    assert read(text).facts[0].unit == unit


RURAL = [
    ("三省财政投入8亿元修建农村公路，惠及300个村。", None),
    ("县里改造农村电网，覆盖42个乡镇。", None),
    ("修建农村公路300公里。", "农村"),
    ("农村低保对象达到32万人。", "农村"),
]


@pytest.mark.parametrize(("text", "category"), RURAL)
def test_breakdown_of_another_object(text: str, category: str | None, read: Read) -> None:
    """What was built is rural; those who have the good of it are not counted by it."""
    assert read(text).facts[-1].breakdown.get("城乡") == category
