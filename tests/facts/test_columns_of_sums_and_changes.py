"""Columns of bare sums, of short verbs of change and of two levels; rules that guess and must stay silent elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2023年花费2000万修建学校。", ["花费"]),
        ("耗资3亿建成大桥。", ["耗资"]),
        ("以2亿建成学校。", ["建成学校花费"]),
        ("以2亿元建成学校。", ["建成学校花费"]),
        ("花了300万装修门店。", ["装修门店花费"]),
        ("花了300万元装修门店。", ["装修门店花费"]),
        ("800万重修老宅。", ["重修老宅花费"]),
        ("营收2亿企业达12家。", ["营收", "企业数量"]),
        # no sums: things that are counted, and what they do
        ("返乡的2000万农民工。", ["返乡农民工数"]),
        ("300万老人享受补贴。", ["享受补贴的老人数量"]),
        ("修建学校3所。", ["修建学校数量"]),
        ("3所学校修建操场。", ["修建操场的学校数量"]),
    ],
)
def test_bare_sums(read: Read, text: str, wanted: list[str]) -> None:
    assert [fact.measure for fact in read(text).facts] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("好评度由85.2提高到91.5。", ["好评度", "好评度"]),
        ("基尼系数从0.45降到0.42。", ["基尼系数", "基尼系数"]),
        ("市盈率由15.3倍升到18倍。", ["市盈率", "市盈率"]),
        ("用水量再降16%。", ["用水量降幅"]),
        ("产量又增5%。", ["产量增幅"]),
        ("再降16%。", [None]),
        ("用水量降到16亿立方米。", ["用水量"]),
        ("2022年用水量下降5%，2023年再降16%。", ["用水量降幅", "用水量降幅"]),
        # a level and its change, told of one noun
        ("办理时限由20天压缩到5天，压缩75%。", ["办理时限", "办理时限", "办理时限压缩幅度"]),
        ("等候时间由30分钟缩短为12分钟，缩短60%。", ["等候时间", "等候时间", "等候时间缩短幅度"]),
        ("就业人数增加了2.3万人，增长到48万人。", ["就业人数增加量", "就业人数"]),
        ("使用率下降了3.1个百分点，为78.6%。", ["使用率降幅", "使用率"]),
        ("入学率为54%，在2015年的基础上提高14个百分点。", ["入学率", "入学率提高幅度"]),
        ("产量为86吨，在上年基础上增长12%。", ["产量", "产量增速"]),
        # no half word at the head
        ("底栖动物密度为36个/m2。", ["底栖动物密度"]),
        ("单位产品能耗从1.2吨标准煤下降到0.9吨标准煤。", ["单位产品能耗", "单位产品能耗"]),
    ],
)
def test_changes(read: Read, text: str, wanted: list[str | None]) -> None:
    assert [fact.measure for fact in read(text).facts] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the verb of the change stands before what it changes
        ("推行签约服务，减少群众就医3.2万人次。", ["群众就医减少量"]),
        ("一网通办后，压减申请材料340份，节约办理时间2.5天。", ["申请材料压减量", "办理时间节约量"]),
        ("改造后，每年可节约标准煤1.8万吨，减少渗漏损失75万立方米。", ["标准煤节约量", "渗漏损失减少量"]),
        ("2021年减少了12个审批环节。", ["审批环节减少量"]),
        ("减少的320家企业多为作坊。", ["企业减少量"]),
        ("节约1.3亿元财政资金。", ["财政资金节约量"]),
        ("企业少跑路3.6万次，少提交材料15万份。", ["跑路减少量", "提交材料减少量"]),
        ("优化流程后，患者少往返2.6万次。", ["往返减少量"]),
        ("减少就医3.2万人次、检查1.1万例。", ["就医减少量", "检查减少量"]),
        ("减少案件42件，同比下降18%。", ["案件减少量", "案件降幅"]),
        ("降低能耗15%，提高效率20%，缩短工期30天。", ["能耗降幅", "效率提高幅度", "工期缩短量"]),
        ("平均每户节省电费126元。", ["每户电费节省量"]),
        ("减少企业税负42亿元。", ["企业税负减少量"]),  # 负 is no sign
        # behind a subject of the verb
        ("签约服务减少群众就医3.2万人次。", ["群众就医减少量"]),
        ("路网优化缩短通行时间20分钟。", ["通行时间缩短量"]),
        ("让企业少跑腿36万次。", ["跑腿减少量"]),
        # what rises is so named where it is a magnitude; things are new ones
        ("增加门诊量2.4万人次，增加床位120张。", ["门诊量增加量", "增加床位数量"]),
        # no change: a relative clause, a bare magnitude, a level, a word with the verb in it, a deed that is no fewer
        ("减少用水的农户有320户。", ["减少用水的农户数量"]),
        ("林地减少面积1.2万亩。", ["林地减少面积"]),
        ("压缩办理时限到5个工作日。", ["办理时限"]),
        ("射血分数降低型心力衰竭患者126例。", ["射血分数降低型心力衰竭患者例数"]),
        ("每年至少培训300人。", ["培训人数"]),
        ("污染物减少排放3万吨。", ["污染物减少排放量"]),
        ("更新减少的用地面积为32公顷。", ["更新减少的用地面积"]),
        ("为减少事故，安装护栏32公里。", ["安装护栏里程"]),
    ],
)
def test_changes_whose_verb_stands_before_their_object(read: Read, text: str, wanted: list[str]) -> None:
    facts = read(text).facts
    assert [fact.measure for fact in facts] == wanted
    assert all(fact.value is None or fact.value > 0 for fact in facts)


@pytest.mark.parametrize(
    ("text", "breakdown"),
    [
        ("城镇化率为65%。", {}),
        ("常住人口城镇化率为70%。", {}),
        ("城镇居民收入为5万元。", {"城乡": "城镇"}),
        ("城镇化地区的城镇居民收入为5万元。", {"城乡": "城镇"}),
        ("农村居民收入为2万元。", {"城乡": "农村"}),
    ],
)
def test_a_word_inside_the_name_of_a_process_is_no_category(
    read: Read, text: str, breakdown: dict[str, str]
) -> None:
    assert [fact.breakdown for fact in read(text).facts] == [breakdown]


@pytest.mark.parametrize(
    ("text", "rule", "wanted"),
    [
        # doer: the unit names who does it; a noun before the number, or a thing, does not
        ("2.7万人取得证书。", "doer", "取得证书人数"),
        ("2.7万台取得证书。", "no doer", None),
        ("参保人数2.7万人取得突破。", "no doer", "参保人数"),
        # pivot: the noun is a doer and does what follows; a building does not
        ("帮助30名学生减免学费。", "pivot", "减免学费的学生数"),
        ("建成30栋楼房。", "no pivot", "建成楼房数量"),
        ("人数为30名。", "no pivot", "人数"),
        # attaching verbs: what is reached belongs to the clause before, and not without such a verb
        ("改造200个小区，惠及3万户。", "attaching verb", "改造小区惠及户数"),
        ("改造200个小区，修路3公里。", "no attaching verb", "修路里程"),
        ("年产10万吨锂盐项目开工。", "yearly_output", "锂盐年产能"),
        ("粮食年产量10万吨。", "no yearly_output", "粮食年产量"),
        ("生产10万吨锂盐。", "no yearly_output", "生产锂盐数量"),
    ],
)
def test_rules_that_guess(read: Read, text: str, rule: str, wanted: str | None) -> None:
    measures = [fact.measure for fact in read(text).facts]
    assert wanted in measures or (wanted is None and "取得证书" not in str(measures)), rule
