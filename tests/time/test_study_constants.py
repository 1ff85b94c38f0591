"""Constants of a method and lasting properties of an object, which are of no time. ▲ marks the start of a quantity."""

import pytest

from study_papers import document, times_of
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.study_constants import is_constant
from suyuan.time.study_reach import Place
from suyuan.time.study_sections import Section


def constant(sentence, surface, kind):
    start = sentence.index("▲")
    text = sentence.replace("▲", "")
    _, flows, _ = document(text)
    text = flows[0].text
    part = sentences(text)[index_of(sentences(text), start)]
    within = clauses(text, *part)
    place = Place(start, start + len(surface), part, within[index_of(within, start)])
    return is_constant(text, place, Section(kind))


@pytest.mark.parametrize(
    ("sentence", "surface", "kind", "wanted"),
    [
        # how things are laid out, what devices are set to
        ("2021年5月悬挂诱捕器，间距▲80 m。", "80 m", "abstract", True),
        ("仪器分辨率为▲0.25°。", "0.25°", "methods", True),
        ("布点▲20 m×30 m的样方。", "20 m×30 m", "results", True),
        ("每▲10 d收虫一次。", "10 d", "methods", True),
        ("采集▲0~20 cm土层样品。", "0~20 cm", "methods", True),
        # lasting properties
        ("样地海拔▲460 m。", "460 m", "methods", True),
        ("该桥主跨▲118 m。", "118 m", "background", True),
        # what is required
        ("最大沉降小于▲30 mm的报警值。", "30 mm", "results", True),
        ("背景值为▲0.079 mg/kg。", "0.079 mg/kg", "discussion", True),
        ("低于规程限定的▲20%。", "20%", "results", True),
        # who may take part, statistics, scales
        ("抽取▲18岁及以上居民。", "18岁及以上", "methods", True),
        ("纳入者年龄▲≥60岁。", "≥60岁", "methods", True),
        ("变量作上下▲1%缩尾。", "1%", "results", True),
        ("系数在▲5%水平上显著。", "5%", "results", True),
        ("量表含▲24个题项。", "24个", "methods", True),
        ("系数在1%和▲10%的水平上通过检验。", "10%", "results", True),
        ("含▲24个题项的量表。", "24个", "methods", True),
        ("最大沉降超过▲30 mm的沉降报警值。", "30 mm", "results", True),
        # counts of things and levels that were reached
        ("▲18个样点超过限值。", "18个", "results", False),
        ("有▲12%的断面超过限值。", "12%", "results", False),
        ("全县有▲12个问题村。", "12个", "results", False),
        ("共▲4个等级公路项目。", "4个", "results", False),
        ("安全利用率达到▲98%的水平。", "98%", "results", False),
        ("失业率稳定在▲5%的水平。", "5%", "results", False),
        ("资本充足率显著提高到▲8%的水平。", "8%", "results", False),
        # what was found
        ("最大沉降▲24.7 mm。", "24.7 mm", "results", False),
        ("患者平均▲64.3岁。", "64.3岁", "results", False),
        ("受访者年龄▲19至47岁。", "19至47岁", "abstract", False),
        ("在填充率▲30%的条件下去除率较高。", "30%", "abstract", False),
        ("分类总体精度▲91.3%。", "91.3%", "methods", False),
        ("调解成功率▲43.4%。", "43.4%", "abstract", False),
        ("有效样本▲627人。", "627人", "methods", False),
    ],
)  # fmt: skip
def test_constants(sentence, surface, kind, wanted):
    assert constant(sentence, surface, kind) is wanted


def test_the_date_of_the_sentence_is_not_that_of_a_constant():
    found = times_of(
        "#1 材料与方法",
        "2021年5—9月在林内悬挂诱捕器，共▲120个，间距▲80cm。",
        "#2 结果",
        "诱集▲145例，低于▲30cm的阈值。",
    )
    assert found == ["2021-05/2021-09", None, "2021-05/2021-09", None]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "2020年有▲32个样点超过限值，2021年降至▲18个样点超过限值。2020年查出▲12个问题村，2021年解决▲7个问题。",
            ["2020", "2021", "2020", "2021"],
        ),
        ("2021年安全利用率达到▲98%的水平。", ["2021"]),
        ("2021年全国并网装机容量达▲3.31亿kW。", ["2021"]),
        ("2021年的系数在▲5%的水平上显著。", [None]),
    ],
)
def test_a_finding_keeps_the_date_of_its_clause(sentence, wanted):
    assert times_of("#1 资料与方法", "收集2019—2022年的监测资料。", "#2 结果", sentence) == wanted


def test_what_is_found_at_a_later_moment_without_a_date_has_no_time():
    sample = "选取2019年3—9月收治的▲86例患者。"
    found = times_of(
        "#1 资料与方法",
        sample,
        "#2 结果",
        "住院▲9.8天。术后12个月评分为▲88.6分。末次随访时优良率为▲91.4%。并发症▲4例。",
    )
    period = "2019-03/2019-09"
    assert found == [period, period, None, None, period]


PERIOD = "2021-05/2021-09"


@pytest.mark.parametrize(
    ("heading", "sentence", "wanted"),
    [
        # some members of a list look like settings, the others do not: one time for all
        ("2 结果", "施氮量▲0、▲120、▲240kg时产量最高。", [PERIOD] * 3),
        ("2 结果", "浓度为▲50、▲100和▲150mg的条件下，效果较好。", [PERIOD] * 3),
        ("2 结果", "回流比由低到高为▲150%、▲200%和▲250%时，水质达标。", [PERIOD] * 3),
        # settings alone, a number beside no list, and members with times of their own
        ("1.2 试验设计", "间距▲80cm、▲60cm。", [None] * 2),
        ("1.2 试验设计", "施氮量▲120kg，行距▲20cm。", [None] * 2),
        ("2 结果", "2021年、2022年产量分别为▲5.2kg、▲6.1kg。", ["2021", "2022"]),
    ],
)
def test_members_of_a_list_have_one_time(heading, sentence, wanted):
    found = times_of("#1 材料与方法", "试验于2021年5—9月进行。", "#" + heading, sentence)
    assert found == wanted
