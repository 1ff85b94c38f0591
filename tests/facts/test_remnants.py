"""Columns that the words before the number name by a remnant, and rows of what the sentence told."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]

ROWS = [
    # a row without its magnitude
    ("甲组强度为22 MPa，乙组仅为13 MPa。", [("强度", "甲组"), ("强度", "乙组")]),
    ("样本企业空置率升至24%，部分沿海城市甚至超过30%。", [("样本企业空置率", None), ("样本企业空置率", "部分沿海城市")]),
    ("透水系数由A1组的2.8 mm/s增至A5组的4.1 mm/s。", [("透水系数", "A1组"), ("透水系数", "A5组")]),
    ("平均响应时间为15 s，夜间模式则为21 s。", [("响应时间", None), ("响应时间", "夜间模式")]),
    ("人均产值最高的东港市为9.4万元，最低的西山县为3.9万元。", [("人均产值", "东港市"), ("人均产值", "西山县")]),
    # a magnitude of its own is no row
    ("失业率为5.2%，青年为15%，通胀为2%。", [("失业率", None), ("失业率", "青年"), ("通胀", None)]),
    ("失业率为5.2%，青年为15%，赤字为2%。", [("失业率", None), ("失业率", "青年"), ("赤字占比", None)]),
    ("就业率为85%，男性为88%，老龄化为15%。", [("就业率", None), ("就业率", "男"), ("老龄化占比", None)]),
    ("失业率为5.2%，青年为15%，老年为2%。", [("失业率", None), ("失业率", "青年"), ("失业率", "老年")]),
    # the level of another row, of a place, which is its area
    ("敏感度为0.76，高于外国研究的0.66。", [("敏感度", None), ("敏感度", "外国研究")]),
    ("城镇化率为75%，高于安徽的62%和贵州的55%。", [("城镇化率", None), ("城镇化率", None), ("城镇化率", None)]),
    ("离职率为12%，好于甲厂的18%和乙厂的15%。", [("离职率", None), ("离职率", "甲厂"), ("离职率", "乙厂")]),
    # the name of the magnitude holds another category: no row
    ("城镇化率为65%，农村35%。", [("城镇化率", None), ("农村占比", "农村")]),
    # a row and its place among the others
    ("酶活性随深度呈单峰变化，中层处理最高，为41.6 mg/kg。", [("酶活性", "中层处理")]),
    ("板材的硬度下降率，自然冷却最小，约3.5%。", [("板材的硬度下降率", "自然冷却")]),
    # levels of what something is compared with
    ("随访率为91%，高于对照组的76%。", [("随访率", None), ("随访率", "对照组")]),
    # how those treated fared
    (
        "观察组显效29例、有效28例；对照组依次为21、17例。",
        [("例数", "观察组"), ("例数", None), ("例数", "对照组"), ("例数", "对照组")],
    ),
    # rows of what is counted at the head of the sentence
    (
        "8000名学生中，男生4200人（52.5%），女生3800人；小学3600人。",
        [("学生数", None), ("学生数", "男"), ("学生占比", "男"), ("学生数", "女"), ("学生数", "小学")],
    ),
    # rows of a count in brackets, with their shares
    (
        "共发现缺陷132项，依次是评估不足（51项，38.6%）、未及时解除（40项，30.3%）。",
        [
            ("发现缺陷数量", None), ("发现缺陷数量", "评估不足"), ("发现缺陷占比", "评估不足"),
            ("发现缺陷数量", "未及时解除"), ("发现缺陷占比", "未及时解除"),
        ],
    ),
    (
        "15个监测点位中，A类点位13个，B类点位2个。",
        [("监测点位数", None), ("监测点位数", "A类点位"), ("监测点位数", "B类点位")],
    ),
]  # fmt: skip
MEASURES = [
    # what is set
    ("催化剂的质量分数以40%为宜。", ["催化剂的质量分数"]),
    ("阳性的界定以20 ng/mL为主。", ["阳性的界定"]),
    # ends of what the clause before speaks of
    ("毒素的界定值差异较大，最低28 ng/mL。", ["毒素的界定值最低值"]),
    ("零借读者的比例逐年扩大：2019年为27%。", ["零借读者的比例"]),
    # what brought a level about is no magnitude
    ("2019年图书借阅总量为48万册，2020年受停业影响骤降至21万册。", ["图书借阅总量", "图书借阅总量"]),
    ("十年间名义年均增长7.7%。", ["名义年均增速"]),
    # doses and what is done each time; how long something was done
    ("患者予甲片口服，每次0.2 g，每日1次。", ["每次甲片口服剂量", "每日甲片口服次数"]),
    ("治疗24周后，血压下降。", ["治疗时长"]),
    ("恒温孵育30 min，取出备用。", ["恒温孵育时长"]),
    ("随机分为两组，每组63例。", [None, "每组患者例数"]),
    # a deed with the noun that the classifier counts
    ("共发放问卷1850份，回收1764份。", ["发放问卷数", "回收问卷数"]),
    ("政策文本取自网站，初检得到431份，剔除重复后保留186份。", ["初检得到政策文本数量", "保留政策文本数量"]),
    # those that the clause tells of
    ("每日使用屏幕超过3 h者仅占14.6%。", ["每日使用屏幕超过3h者占比"]),
    ("65岁及以上者占48.8%。", ["65岁及以上者占比"]),
    # ratios and prices
    ("终端价格为普通产品的2倍。", ["终端价格与普通产品之比"]),
    ("农户的实际产量只有高产纪录的45%。", ["农户的实际产量与高产纪录之比"]),
    ("按小麦2.8元/kg计。", ["小麦价格"]),
    # what all of a list did, what occurred, who was surveyed
    ("最终分别有62例和61例进入分析。", ["进入分析患者例数", "进入分析患者例数"]),
    ("意外脱管均发生2例。", ["意外脱管例数"]),
    ("对四年级学生进行筛查。共调查8416人，有效8152人。", ["调查学生数", "有效学生数"]),
    ("与旧系统开展为期12个月的对比测试。", ["对比测试时长"]),
    # what the sentence opens with; what counts a pointing word; who found a magnitude
    ("论里程，东江市以454 km排第一。", ["里程", "里程排名"]),
    ("这段时间臭氧平均24.8 μg/m3。", ["臭氧"]),
    ("王某等发现取代率由30%增至60%。", ["取代率", "取代率"]),
    ("植被与土壤共同解释了碳变异的68%。", ["植被与土壤对碳变异的解释率"]),
    ("在相对湿度95%的条件下养护。", ["相对湿度"]),
    # groups compared
    ("两组性别（χ2=0.09，P=0.76）、年龄（t=0.37，P=0.71）比较。", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_rows(read: Read, text: str, rows: list[tuple[str, str | None]]) -> None:
    found = read(text).facts
    dimensions = ("组别", "编号", "分项", "性别", "城乡", "学段")
    told = [(f.measure, next((f.breakdown[d] for d in dimensions if d in f.breakdown), None)) for f in found]
    assert told == rows


@pytest.mark.parametrize(("text", "measures"), [row for row in MEASURES if row[1] is not None])
def test_measures(read: Read, text: str, measures: list[str | None]) -> None:
    assert [fact.measure for fact in read(text).facts] == measures


def test_outcomes_are_rows(read: Read) -> None:
    facts = read("观察组显效29例、有效28例；对照组依次为21、17例。").facts
    assert [fact.breakdown["疗效"] for fact in facts] == ["显效", "有效", "显效", "有效"]


def test_tests_of_groups(read: Read) -> None:
    facts = read("两组性别（χ2=0.09，P=0.76）、年龄（t=0.37，P=0.71）比较。").facts
    names = [fact.measure for fact in facts if fact.unit is None and fact.measure]
    assert names == ["性别组间差异χ2值", "性别组间差异P值", "年龄组间差异t值", "年龄组间差异P值"]
