"""Measures of changes told by their start, of nouns with a size or members before them, and of causes."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]

CASES = [
    # what a change began with is not what changed
    ("课程由传统的书法扩大到8门。", ["课程数量"]),
    ("商品种类从单一的粮食拓展到12大类3000余种。", ["商品种类数量", "商品种类数"]),
    ("病床由原来的80张增加到120张。", ["病床数量"] * 2),
    ("手续费从过去的800元降至200元。", ["手续费"] * 2),
    ("从外地迁入的人口增加到300人。", ["外地迁入的人口"]),  # nothing stands before 从
    ("教师从乡镇流失的人数减少到12人。", ["乡镇流失的人数"]),  # the phrase names the magnitude itself
    # a size behind a quantity repeats it
    ("昼夜20℃的较大温差有利于糖分积累。", ["温差"]),
    ("全县有8公里的漫长海岸线。", ["海岸线里程"]),
    ("建成5座大型水库。", ["建成大型水库数量"]),
    # may, can before a verb of causing
    ("研究表明，节水灌溉等措施可使农户用水支出减少15%~30%。", ["农户用水支出降幅"]),
    ("新政策能让企业融资成本下降2个百分点。", ["企业融资成本降幅"]),
    ("这些水库可供水6亿立方米。", ["可供水量"]),
    # a sum or size between the number and its noun
    ("培育4家千亿企业。", ["培育千亿企业数量"]),
    ("全市有3个过百亿元园区。", ["过百亿元园区数量", "园区金额"]),
    ("资助5类69个项目。", ["项目类别数", "项目数量"]),
    # members stand between the verb and the number
    ("新增东山、南湖、西林3个自然保护区。", ["新增自然保护区数量"]),
    ("新建甲醇、乙烯2套生产装置。", ["新建生产装置数量"]),
    ("建成东湖、西湖2座污水处理厂。", ["污水处理厂数量"]),
    ("新增自然保护区3个，全市共有12个。", ["新增自然保护区数量", "自然保护区数量"]),
    # verbs inside the noun that is counted
    ("组织3台曲艺人才提升计划汇报演出。", ["曲艺人才提升计划汇报演出数量"]),
    ("举办8期村医急救技能提升培训班。", ["举办村医急救技能提升培训班数量"]),
    # years between the noun and its change, or the course that led to a total
    ("森林面积从2015年到2020年增加12万亩。", ["森林面积增加量"]),
    ("出口额自2018年以来增长12%。", ["出口额增速"]),
    ("营业收入2016—2020年年均增长12%。", ["营业收入年均增速"]),
    ("床位2021年末增加300张。", ["床位增加量"]),
    ("用电量30亿千瓦时，2020年增长3%。", ["用电量", "用电量增速"]),
    ("覆盖率从2015年的40%提高至2020年的60%。", ["覆盖率"] * 2),
    ("城市书房从2015年试点至2020年累计达到300个。", ["城市书房数量"]),
    ("水利工程从2010年动工至2018年累计完成投资30亿元。", ["水利工程累计完成投资"]),
    # a list of names with 等 opens the clause: what those counted do
    ("东湖、西湖等3座水库通过验收。", ["通过验收的水库数量"]),
    ("陶瓷、刺绣等12项技艺入选名录。", ["入选名录的技艺数量"]),
    ("推动陶瓷、刺绣等12项技艺传承发展。", ["技艺数量"]),
    ("在东湖、西湖等3座水库开展试点。", ["水库数量"]),
    # a part of the staff of the bodies counted before
    ("年末有图书馆32个，从业人员610人。其中，中级职称人员190人，占31%。",
     ["图书馆数量", "图书馆从业人员数", "图书馆从业人员数", "图书馆从业人员占比"]),
    ("全市有学校40所，教职工3000人，其中高级职称教职工800人。", ["学校数量", "学校教职工数", "学校教职工数"]),
    ("全省有技能人才300万人，其中高技能人才90万人。", ["技能人才人数", "高技能人才人数"]),
    ("支持20个县实施水利项目。", ["支持实施水利项目的县数量"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "measures"), CASES)
def test_measure(read: Read, text: str, measures: list[str]) -> None:
    assert [fact.measure for fact in read(text).facts] == measures


TIMES = [
    # the year of a source stands behind its name, however long
    ("世界卫生与营养组织（WHN）2021年报告显示，全球12%的儿童贫血。", ["2021"]),
    ("某省农业技术推广总站2020年统计数据表明，全省大棚面积5万亩。", ["2020"]),
    # what follows from cited data is no figure of it
    ("某组织2021年的数据显示，全球接种率不足40%。以山区为例，其接种率为12%，这使得医院支出增加15%。",
     ["2021", "2021", None]),
    ("2021年全国接种率不足40%，这使得医院支出增加15%。", ["2021", "2021"]),
    # another aspect was opened in between
    ("在农业领域，2023年损失200亿元。在医疗领域，药品短缺。山区医生密度仅为平原的五分之二。", ["2023", None]),
    ("在农业领域，2023年损失200亿元。其中，种植业损失80亿元。", ["2023", "2023"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "times"), TIMES)
def test_time(read: Read, text: str, times: list[str | None]) -> None:
    assert [fact.time for fact in read(text).facts] == times
