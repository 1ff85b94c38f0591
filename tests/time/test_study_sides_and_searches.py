"""Both sides of an event in one sentence, school years, literature of a closed period, downloads, rates over years."""

import pytest

from study_papers import times_of
from suyuan.time import find_times
from suyuan.time.own_period import account_period

PARTED = "选取2019年1月至2022年12月资料▲320份，分为实施前（2019年1月至2020年6月）和实施后（2020年7月至2022年12月）。"
WHOLE, BEFORE, AFTER = "2019-01/2022-12", "2019-01/2020-06", "2020-07/2022-12"


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("实施后检出率（▲6.2%）高于实施前（▲4.1%）。总复查率为▲90.1%。", [AFTER, BEFORE, WHOLE]),
        ("住院日实施前后分别为▲12.6 d和▲9.9 d。费用为▲5.1万元。", [BEFORE, AFTER, WHOLE]),
        ("实施前后车速依次为▲32 km/h、▲41 km/h。", [BEFORE, AFTER]),
        ("实施后符合率由▲81%升至▲93%。", [BEFORE, AFTER]),
        ("前一时段埋深为▲4.6 m，后一时段为▲3.8 m。", [BEFORE, AFTER]),
        ("放假前一个时段埋深为▲4.6 m，产前阶段为▲3.8 m。", [WHOLE, WHOLE]),  # before another event
        ("实施前用时▲20.1 min。其中老年人▲25.2 min。", [BEFORE, BEFORE]),  # one side alone goes on
    ],
)
def test_a_sentence_on_both_sides_leaves_none_to_the_next(told, wanted):
    assert times_of("#1 资料与方法", PARTED, "#2 结果", told) == [WHOLE, *wanted]


@pytest.mark.parametrize(
    ("method", "wanted"),
    [
        ("检索万方中2005年1月至2021年12月公开发表的个案报道。", "2005-01/2021-12"),
        ("检索2000年至2020年中外文期刊的病例报告。", "2000/2020"),
        ("2022年3月，下载追踪调查2013、2015、2018年数据。", "2013/2018"),
        ("2023年5月，从官网下载土壤数据。", None),
        ("对某市2021学年在校的小学生进行普查。", "2021"),
        ("以2010—2012年设立的试点城市为对象，采用2006—2019年的面板数据。", "2006/2019"),
    ],
)
def test_the_period_of_literature_of_waves_and_of_school_years(method, wanted):
    assert times_of("#1 资料与方法", method, "#2 结果", "男性占▲46.1%。") == [wanted]


def test_a_rate_of_change_over_the_years_is_of_all_of_them():
    found = times_of(
        "#1 资料与方法",
        "收集2014—2021年报告病例的资料。",
        "#2 结果",
        "发病率由2014年的▲48.1/10万升至2021年的▲79.6/10万，APC为▲7.3%。高峰在12月至次年2月，占全年的▲34.2%。",
    )
    assert found == ["2014", "2021", "2014/2021", "2014/2021"]
    found = times_of(
        "#1 资料与方法",
        "收集2014—2021年报告病例的资料。",
        "#2 结果",
        "2019年检测▲120例，APC突变率为▲31.2%；2020年发文▲56篇，APC均价为▲2300美元。",
    )
    assert found == ["2019", "2019", "2020", "2020"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2022学年招生。", ["2022"]),
        ("2021-2022学年招生。", ["2021/2022"]),
        ("2019-2022学年招生。", ["2019/2022"]),
        ("2018年多部位疼痛者较多。", ["2018"]),
        ("2019年多地试点。", ["2019"]),
        ("2000年多的历史。", []),
        ("2500年历史。", []),
    ],
)
def test_school_years_and_years_before_many(text, wanted):
    assert [time.edtf for time in find_times(text)] == wanted


def test_what_tests_its_differences_is_no_account_of_an_office():
    assert account_period("2018—2022年住院患儿感染状况分析", [], ["各年差异有统计学意义（P<0.01）。"]) is None
    assert account_period("2018-2022年道路运输状况分析", [], ["全市共有车辆3万辆。"]) == "2018/2022"


def test_a_paragraph_without_heading_that_states_the_period_tells_of_the_sample():
    found = times_of(
        "本病少见，约占同类肿瘤的▲14%。",
        "查得2015年3月至2021年10月我院手术确诊的患者▲41例。其中▲9例缺少影像，予剔除，实际分析▲28例。层厚▲5 mm。",
        "#2 结果",
        "男▲19例，差异有统计学意义（P<0.05）。",
    )
    assert found == [None, *["2015-03/2021-10"] * 3, None, "2015-03/2021-10"]


@pytest.mark.parametrize(
    ("stated", "told", "wanted"),
    [
        (
            "2019年7月—2020年6月联动前沿用常规维护，2020年7月—2021年6月推行联动管理。",
            "联动前▲1206例，联动后▲1318例。执行率由▲68%提高至▲87%。",
            ["2019-07/2020-06", "2020-07/2021-06"] * 2,
        ),
        (
            "2021年1—6月转型前采用人工登记，2021年7—12月改用扫码登记。",
            "转型前用时▲12 min，转型后▲5 min。",
            ["2021-01/2021-06", "2021-07/2021-12"],
        ),
        # no second period
        ("2021年1—6月转型前采用人工登记。", "转型后用时▲5 min。", ["2019-07/2021-12"]),
    ],
)
def test_sides_told_by_what_was_used_in_each(stated, told, wanted):
    assert (
        times_of("#1 资料与方法", f"选取2019年7月—2021年12月的病例。{stated}", "#2 结果", told)[
            -len(wanted) :
        ]
        == wanted
    )
