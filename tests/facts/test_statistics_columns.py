"""Columns of papers of medicine and engineering, and of notes on companies."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]

CASES = [
    # a statistic of what stands before its bracket
    ("年龄（OR=1.05，95%CI：1.01~1.09，P=0.012）为危险因素。", ["年龄OR值", "年龄OR值95%置信区间", "年龄P值"]),
    ("吸烟（HR=2.31，95%CI 1.25~4.27）和饮酒（HR=1.20）进入模型。", ["吸烟HR值", "吸烟HR值95%置信区间", "饮酒HR值"]),
    ("模型的AUC为0.87（95%CI：0.82~0.92）。", ["模型的AUC", "模型的AUC95%置信区间"]),
    # of what the sentence measures
    ("总有效率为93.33%，差异有统计学意义（χ2=4.406，P=0.036）。", ["总有效率", "总有效率χ2值", "总有效率P值"]),
    ("组间差异显著（P<0.01）。", ["P值"]),
    # of the subject of its own clause rather than of a column of another
    ("该药半衰期为6 h，有效率高于安慰剂（OR=2.35，P=0.01）。", ["该药半衰期", "有效率OR值", "有效率P值"]),
    ("血清白蛋白为35g/L，住院时间明显缩短（t=3.20）。", ["血清白蛋白", "住院时间t值"]),
    ("吸烟率为25%，肺癌风险升高（HR=1.90）。", ["吸烟率", "肺癌风险HR值"]),
    # of what the rows of a list are put in order by, not of the row
    ("把四所学校的成绩由高到低排，居首的是甲校（M=80），接下来是乙校（M=73.5）。", ["学校数量", "成绩均值", "成绩均值"]),
    ("把三个病区的满意度由高到低看，居首的是西区（M=4.5）、东区（M=4.2）。", ["病区数量", "满意度均值", "满意度均值"]),
    ("两类样地差异显著（t=2.35，P=0.02）。", ["样地差异类别数", "t值", "P值"]),
    # rates and scores
    ("失访率为3.3%，特异度为79.4%，F1值为0.914。", ["失访率", "特异度", "F1值"]),
    ("采用该算法后，召回率达90.1%。", ["召回率"]),
    ("标准互认率仅为32%，失访率约3%。", ["标准互认率", "失访率"]),
    # against a group or a variant, the magnitude is that of the clause before
    ("抗压强度达到45.6MPa，较基准组提高12.3%。", ["抗压强度", "抗压强度较基准组提高幅度"]),
    ("单机能耗为50千瓦时，比旧机型下降20%。", ["单机能耗", "单机能耗比旧机型降幅"]),
    ("测试集上的F1值达88.4%，较BERT提升2.3个百分点。", ["测试集上的F1值", "测试集上的F1值较BERT提升幅度"]),
    # a share of the count before it
    ("共纳入患者256例，其中男性152例（59.4%）。", ["纳入患者例数", "例数", "患者占比"]),
    ("门店共有80家，停业门店12家（15%）。", ["门店数量", "停业门店数量", "停业门店占比"]),
    # rates in a list have columns of their own
    ("患病率为27.9%，知晓率、治疗率和控制率分别为51.6%、45.8%和16.8%。", ["患病率", "知晓率", "治疗率", "控制率"]),
    ("检出率为9%，灵敏度和特异度分别为85%和79%。", ["检出率", "灵敏度", "特异度"]),
    # the step of a rate is none
    ("年限每增加1年，产出提高7.8%。", ["年限每增加1年的产出提高幅度"]),
    ("温度每升高10℃，速率提高2倍。", ["温度每升高10°C的速率提高幅度"]),
    # a time that names a rate or a strength is no length of time
    ("5年生存率为68%。", ["5年生存率"]),
    ("1、3、5年总生存率分别为92.1%、78.4%和65.3%。", ["1年总生存率", "3年总生存率", "5年总生存率"]),
    ("混凝土28 d抗压强度为41.7 MPa，餐后2 h血糖为8.9 mmol/L。", ["混凝土28d抗压强度", "餐后2h血糖"]),
    # magnitudes that need no suffix
    ("心率为每分钟78次，体温36.8 ℃。", ["心率", "体温"]),
    ("主跨460 m，药物半衰期为6 h。", ["主跨", "药物半衰期"]),
    ("共3456例患者，RR=0.82，95%CI（0.71，0.95）。", ["患者例数", "RR值", "RR值95%置信区间"]),
    # an abbreviation names a magnitude
    ("对应PE 30、20倍。", ["PE", "PE"]),
    ("EPS为1.2元，CAGR为34%。", ["EPS", "CAGR"]),
    # a growth that the sign says
    ("新增装机同比+24.4%。", ["新增装机增速"]),
    ("净利润4.1亿元，同比-12.5%。", ["净利润", "净利润增速"]),
    # what a project is to make in a year
    ("拟建设年产10万吨铝箔项目。", ["铝箔年产能"]),
    ("投资新建年产5万台电机生产线。", ["电机年产能"]),
    ("拟建设年产8万吨锂盐的生产基地。", ["锂盐年产能"]),
    ("募集资金30亿元，用于建设年产10万吨的生产线。", ["募集资金", "年产能"]),
    # parts of a measured sum
    ("已公布20GW产能（一期5GW示范基地、二期15GW项目）。", ["产能", "产能", "产能"]),
    # nothing but a multiplier behind the number
    ("库中有超过40万的实体。", ["实体数量"]),
]  # fmt: skip

GROUPED = [
    ("甲组有效率为93%，高于对照组的78%。", [("有效率", {"组别": "甲组"}), ("有效率", {"组别": "对照组"})]),
    (
        "实验组评分为2.1±0.6，显著低于对照组的3.4±0.8。",
        [("评分", {"组别": "实验组"}), ("评分", {"组别": "对照组"})],
    ),
    (
        "随机分为观察组（n=45）和对照组（n=44）。",
        [("样本量", {"组别": "观察组"}), ("样本量", {"组别": "对照组"})],
    ),
    (
        "观察组45例患者，对照组40例患者。",
        [("患者例数", {"组别": "观察组"}), ("患者例数", {"组别": "对照组"})],
    ),
    (
        "低剂量组血糖为6.1 mmol/L，高剂量组血糖为5.2 mmol/L。",
        [("血糖", {"组别": "低剂量组"}), ("血糖", {"组别": "高剂量组"})],
    ),
    (
        "观察组总有效率为93%，高于对照组的78%（χ2=4.40）。",
        [("总有效率", {"组别": "观察组"}), ("总有效率", {"组别": "对照组"}), ("总有效率χ2值", {})],
    ),
    # no groups of a study
    ("专家组人员数为12人。", [("专家组人员数", {})]),
    ("火电机组装机容量达5亿千瓦。", [("火电机组装机容量", {})]),
    ("强度达45MPa，较基准组提高12%。", [("强度", {}), ("强度较基准组提高幅度", {})]),
    (
        "观察组男25例，女20例。",
        [("例数", {"组别": "观察组", "性别": "男"}), ("例数", {"组别": "观察组", "性别": "女"})],
    ),
    (
        "训练组男30人，女28人。",
        [("男性人数", {"组别": "训练组", "性别": "男"}), ("女性人数", {"组别": "训练组", "性别": "女"})],
    ),
]


@pytest.mark.parametrize(("text", "measures"), CASES)
def test_measures(read: Read, text: str, measures: list[str]) -> None:
    assert [fact.measure for fact in read(text).facts] == measures


@pytest.mark.parametrize(("text", "expected"), GROUPED)
def test_groups(read: Read, text: str, expected: list[tuple[str, dict[str, str]]]) -> None:
    assert [(fact.measure, dict(fact.breakdown)) for fact in read(text).facts] == expected


def test_a_list_between_strokes_shares_its_unit(read: Read) -> None:
    facts = read("净利润为5.1/7.3/9.6亿元，毛利率提升2.1pct，净利率下降0.8个ppt。").facts
    assert [(f.surface, f.unit) for f in facts] == [
        ("5.1", "CNY"), ("7.3", "CNY"), ("9.6亿元", "CNY"), ("2.1pct", "百分点"), ("0.8个ppt", "百分点"),
    ]  # fmt: skip
    # so many of so many, where the share beside them is theirs
    assert [f.surface for f in read("有效率为93.33%（42/45）。").facts] == ["93.33%", "42", "45"]
    assert [f.surface for f in read("有效率为93.33%（41/45）。").facts] == ["93.33%"]
