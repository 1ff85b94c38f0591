"""Names of measures are cut between words only, and rows are told apart from names that merely look like them."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]
Columns = list[tuple[str | None, dict[str, str]]]

# text and the measures of all its facts: names in whose middle a word of a row seems to stand
WHOLE = [
    # 使 is a part of a word
    ("天使投资规模12亿元。", ["天使投资规模"]),
    ("大使馆建筑面积为3.2万平方米。", ["大使馆建筑面积"]),
    ("市民行使投票权比例60%。", ["市民行使投票权比例"]),
    # 前 and 后 are parts of words
    ("手术后遗症发生率为12%。", ["手术后遗症发生率"]),
    ("教学后勤人员30人。", ["教学后勤人员数"]),
    ("培训后备人才500人。", ["培训后备人才人数"]),
    ("运行前端设备1200台。", ["运行前端设备数量"]),
    # 男 and 女 are parts of words, or a rate is not of persons
    ("女足出线率为60%。", ["女足出线率"]),
    ("女鞋出口增长率为12%。", ["女鞋出口增长率"]),
    ("男方负担率为40%。", ["男方负担率"]),
    # grades, lines and types, which are no treatments, not even beside treatments
    ("L2级自动驾驶渗透率为35%，L3级自动驾驶渗透率为3%。", ["L2级自动驾驶渗透率", "L3级自动驾驶渗透率"]),
    ("L2自动驾驶渗透率为35%，L3自动驾驶渗透率为3%。", ["L2自动驾驶渗透率", "L3自动驾驶渗透率"]),
    ("S1线客流量为12万人次，S2线客流量为9万人次。", ["S1线客流量", "S2线客流量"]),
    (
        "T1航站楼旅客吞吐量为900万人次，T2航站楼旅客吞吐量为700万人次。",
        ["T1航站楼旅客吞吐量", "T2航站楼旅客吞吐量"],
    ),
    ("各处理中，N95口罩产量为12亿只，N90口罩产量为3亿只。", ["N95口罩产量", "N90口罩产量"]),
    ("各试件中，P3实验室数量为81个，P4实验室数量为2个。", ["P3实验室数量", "P4实验室数量"]),
    ("N0、N1处理下，N2处理器产量为7.9万台。", ["N2处理器产量"]),
    # where nothing speaks of treatments
    ("K1产量为5万台，K2产量为6万台。", ["K1产量", "K2产量"]),
    # 人 is a part of a word
    ("60%的人工智能企业集中在东部。", ["集中在东部的人工智能企业占比"]),
    ("60%的人民币贷款投向制造业。", ["人民币贷款投向制造业占比"]),
    ("35%的人大代表来自基层。", ["来自基层的人大代表占比"]),
    ("35%的人力成本来自培训。", ["来自培训的人力成本占比"]),
    ("35%的人身险业务来自线上。", ["来自线上的人身险业务占比"]),
    ("35%的人工湿地位于南方。", ["位于南方的人工湿地占比"]),
    ("35%的人在线上购药。", ["在线上购药的人占比"]),
    # what an earlier figure is compared with
    ("2015年产值较2012年的6.32有所收敛。", ["产值"]),
    ("2015年集中度指数较上年的5.6提高。", ["集中度指数"]),
    ("2019年的系数不如上年的0.48高。", ["系数"]),
    ("产出弹性与文献报道的0.76接近。", ["产出弹性数值"]),
    # the level of a magnitude with a time before it
    ("2023年失业率上升，青年人群为15.3%。", ["失业率"]),
    ("最高值出现在7月，为1.17。", ["最高值"]),
]

# text, and of all its facts the measure and the rows
ROWS: list[tuple[str, Columns]] = [
    ("女性就业率为45%。", [("就业率", {"性别": "女"})]),
    ("女童入学率为98%。", [("入学率", {"性别": "女"})]),
    ("女患病率为4%。", [("患病率", {"性别": "女"})]),
    ("干预后焦虑评分为12.3分。", [("焦虑评分", {"时点": "干预后"})]),
    ("外出务工使老人抑郁得分降低2.1分。", [("老人抑郁得分减少量", {})]),
    (
        "N1处理产量为5.2 t/hm2，N2产量为6.2 t/hm2。",
        [("产量", {"处理": "N1"}), ("产量", {"处理": "N2"})],
    ),
    ("本试验中施氮量超过225 kg·hm-2。", [("施氮量", {})]),
    # the phase at the number takes the place of the one before
    (
        "改造前上云率为20%，改造后达到65%。",
        [("上云率", {"时点": "改造前"}), ("上云率", {"时点": "改造后"})],
    ),
    # what is compared with several is one and the same
    (
        "各处理中，W2产量为6.2 t/hm2，较W1、W3分别提高5.8%和12.4%。",
        [
            ("产量", {"处理": "W2"}),
            ("产量较W1提高幅度", {"处理": "W2"}),
            ("产量较W3提高幅度", {"处理": "W2"}),
        ],
    ),
    # and each of several things has a change of its own
    ("产值和利润分别提高5.8%和12.4%。", [("产值提高幅度", {}), ("利润提高幅度", {})]),
]


@pytest.mark.parametrize(("text", "measures"), WHOLE)
def test_kept_as_it_is(read: Read, text: str, measures: list[str]) -> None:
    facts = read(text).facts
    assert [fact.measure for fact in facts] == measures
    assert not {"处理", "时点"} & {name for fact in facts for name in dict(fact.breakdown)}


@pytest.mark.parametrize(("text", "columns"), ROWS)
def test_rows(read: Read, text: str, columns: Columns) -> None:
    assert [(fact.measure, dict(fact.breakdown)) for fact in read(text).facts] == columns


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        # the place that the area says leaves the measure with the word for its level, no half of a name
        (
            "宁波市恒岳冶金有限公司投资3.2亿元，宁波空气优良天数231天。",
            ["恒岳冶金有限公司投资", "空气优良天数"],
        ),
        ("宁波市政府采购规模32亿元，宁波优良天数231天。", ["市政府采购规模", "优良天数"]),
        ("浙江省居民人均收入6万元，浙江优良天数231天。", ["居民人均收入", "优良天数"]),
    ],
)
def test_no_half_of_a_name_behind_the_place(read: Read, text: str, measures: list[str]) -> None:
    title = f"{text[:2]}空气与投资情况"
    assert [fact.measure for fact in read(text, title=title).facts] == measures
