"""Parts of a study that it names and dates, and changes between its two sides."""

import pytest

from study_papers import document, times_of
from suyuan.flow import make_flows
from suyuan.time import find_times, resolve
from suyuan.time.study_labels import is_local, labelled, labels_named
from suyuan.time.study_sections import sections_of


def labels_of(sentence):
    made, _, _ = document("#1 概述", sentence, "#2 结果", "见表1。")
    flows = make_flows(made)
    times = [resolve(find_times(flow.text), told=None, previous=None) for flow in flows]
    study = labelled(flows, sections_of(flows), times)
    if study is None:
        return None
    return {label: edtf for label, edtf in study.phases.items() if label[0] not in "季轮期波次末"}


@pytest.mark.parametrize(
    ("sentence", "labels"),
    [
        # sides of an event
        ("改造前（2021年9月）与改造后（2022年3月）的能耗见表。", {"改造前": "2021-09", "改造后": "2022-03"}),
        ("培训前为2021年9月，培训后为2022年3月。", {"培训前": "2021-09", "培训后": "2022-03"}),
        ("以2020年1—6月为整改前，7—12月为整改后。", {"整改前": "2020-01/2020-06", "整改后": "2020-07/2020-12"}),
        ("将2019年设为换证前，2020年设为换证后。", {"换证前": "2019", "换证后": "2020"}),
        ("改革前一年（2021年）与改革后一年（2022年）的门诊量。", {"改革前": "2021", "改革后": "2022"}),
        # seasons, waves and groups
        ("于2021年8月（丰水期）和2022年1月（枯水期）采样。", {"丰": "2021-08", "枯": "2022-01"}),
        ("2020年5月（春）、8月（夏）各采样一次。", {"春": "2020-05", "夏": "2020-08"}),
        ("于2020年3月（T1）、2021年3月（T2）施测。", {"T1": "2020-03", "T2": "2021-03"}),
        ("T1（2020年3月）发放问卷，T2（2020年9月）再测。", {"T1": "2020-03", "T2": "2020-09"}),
        ("2018年完成基线调查，2021年进行随访。", {"基线": "2018", "随访": "2021"}),
        ("基线调查于2019年9月进行，随访调查于2021年9月完成。", {"基线": "2019-09", "随访": "2021-09"}),
        ("利用样地2010年（基线）和2020年（复测）的数据。", {"基线": "2010", "复测": "2020"}),
        ("2018年完成基线调查，随访5年。", None),
        (
            "将2019年收治的60例作为对照组，2020年收治的64例作为观察组。",
            {"对照组": "2019", "观察组": "2020"},
        ),
        # one date, one label, or a label that is not beside a date
        ("改造前（2021年9月）的能耗见表。", None),
        ("改造前的能耗曾见于2021年9月的一份报告，改造后另见2022年3月的报告。", None),
        ("选取2019年收治的60例，随机分为对照组和观察组。", None),
        ("2021年8月（丰水期）采样。", None),
        # two events, lengths of time
        ("培训前（2021年9月）与改造后（2022年3月）的能耗见表。", None),
        ("三年前（2018年）为荒地，三年后（2021年）成林。", None),
        ("半年前（2018年3月）与半年后（2019年3月）。", None),
        # the authors, who are no group; patients who were put into one
        ("课题组2019年3月调研甲县，工作组2020年3月调研乙县。", None),
        ("2019年开展的课题组调研，2020年开展的项目组调研。", None),
        ("2019年收治的60例作为对照组，2020年收治的64例作为研究组。", {"对照组": "2019", "研究组": "2020"}),
        # solar terms, works of a season
        ("立春（2020年2月）与立秋（2020年8月）各测一次。", None),
        ("2020年3月完成春播，2020年9月完成秋收。", None),
    ],
)  # fmt: skip
def test_labels_beside_dates(sentence, labels):
    assert labels_of(sentence) == labels


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("夏季最高，春季最低", [("夏", ()), ("春", ())]),
        ("春、夏两季依次为", [(None, ("春", "夏"))]),
        ("立春以后，冬季", []),
        ("立春、夏至前后气温", []),
        ("青春、夏邑、春兰等样品", []),
        ("宁夏秋季", []),
        ("夏季风偏强", []),
        ("春夏季高，春、夏两季", [(None, ("春", "夏")), (None, ("春", "夏"))]),
        ("春、夏分别为", [(None, ("春", "夏"))]),
        ("夏、冬季分别为", []),
        ("夏、春分别为", [(None, ("夏", "春"))]),  # no 春分
    ],
)
def test_seasons_named(text, named):
    found = labels_named(text, {"春": "2020-05", "夏": "2020-08"})
    assert [(label.label, label.labels) for label in found] == named


def test_a_season_dates_its_sentence_and_a_side_what_follows():
    assert [is_local(label) for label in ("夏", "枯", "T2", "对照组", "改造后", "阶段1")] == [True] * 4 + [
        False
    ] * 2


@pytest.mark.parametrize(
    ("methods", "result", "wanted"),
    [
        # each side, a change between them, and how large it was
        (
            "改造前（2021年9月）与改造后（2022年3月）的能耗见表。", "改造前能耗为▲5.5kg，改造后为▲4.1kg。",
            ["2021-09", "2022-03"],
        ),
        (
            "以2021年9月为整改前，2022年3月为整改后。",
            "整改后差错率为▲0.3%。用时由▲9.1分缩短为▲5.7分。等候下降▲14.7%。",
            ["2022-03", "2021-09", "2022-03", "2021-09/2022-03"],
        ),
        # a season in its own sentence; a row of them; the sentence behind is of all
        (
            "于2021年8月（丰水期）和2022年1月（枯水期）采样。",
            "枯水期镉均值为▲0.7mg，丰水期为▲0.5mg。变异系数为▲35%。",
            ["2022-01", "2021-08", "2021-08/2022-01"],
        ),
        (
            "于2020年5月（春）、8月（夏）和11月（秋）采样。", "密度夏季最高，达▲312个，春、秋两季种数依次为▲16和▲38个。",
            ["2020-08", "2020-05", "2020-11"],
        ),
        ("于2020年3月（T1）、2021年3月（T2）施测。",
         "两次施测得分依次为▲39.2和▲42.7分。T2流失▲12人。", ["2020-03", "2021-03", "2021-03"]),
        # a cohort at both of its moments, and between them
        (
            "2018年完成基线调查，2021年进行随访。",
            "基线时患病率▲12.6%，随访时▲18.4%。随访期间新发▲140例。",
            ["2018", "2021", "2018/2021"],
        ),
        (
            "利用样地2010年（基线）和2020年（复测）的数据。", "复测时平均胸径▲18.9 cm。校正基线胸径后系数为▲0.3。",
            ["2020", "2010/2020"],
        ),
        # what a group is longer than is the other group's
        (
            "将2019年收治的▲60例作为对照组，2020年收治的▲64例作为观察组。",
            "观察组用时▲6.2分，短于对照组的▲8.5分；发生率比对照组低▲12%。",
            ["2019", "2020", "2020", "2019", "2019"],
        ),
    ],
)  # fmt: skip
def test_times_of_parts(methods, result, wanted):
    assert times_of("#1 资料与方法", methods, "#2 结果", result) == wanted


@pytest.mark.parametrize(
    ("sides", "wanted"),
    [
        ("培训前（2015年3月）与培训后（2015年6月）已有摸底。", None),  # before the study
        ("三年前（2018年）为荒地，三年后（2021年）成林。", None),
        ("整改前（2020年5月）与整改后（2022年5月）各测一次。", ("2020-05", "2022-05")),
        ("改造前（2020年）与改造后（2022年）各测一次。", ("2020", "2022")),
    ],
)
def test_sides_lie_in_the_period_that_the_study_states(sides, wanted):
    found = times_of(
        "#1 资料与方法",
        f"于2020年5月至2022年5月开展调查。{sides}",
        "#2 结果",
        "满意率由▲62%提高到▲85%。平均用时▲6.2分。",
    )
    whole = "2020-05/2022-05"
    assert found == [*(wanted or (whole, whole)), whole]


def test_rows_of_years_by_their_points_in_time():
    found = times_of(
        "#1 资料与方法", "收集2000、2010和2020年三期数据。",
        "#2 结果", "三个时点的面积分别为▲1.2、▲2.6和▲3.9个。上述年份指数依次为▲0.6、▲0.7、▲0.8。",
    )  # fmt: skip
    assert found == ["2000", "2010", "2020"] * 2
