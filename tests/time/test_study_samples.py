"""A sample that a study of records examined at one time. ▲ marks the start of a quantity."""

import pytest

from study_papers import times_of

ILLNESS = (
    "@方法 收集2014—2022年某县报告病例资料；2022年4—6月采用整群抽样方法对重点人群开展血清学检测。"
    "结果 累计报告▲684例。共检测▲1432人，阳性▲63人。",
    "# 1 材料与方法",
    "## 1.1 抽样调查",
    "抽取4个乡镇，实际完成▲1432人。",
    "# 2 结果",
    "## 2.1 流行概况",
    "累计报告▲684例，男▲503例。",
    "## 2.2 血清学调查",
    "▲1432人中阳性▲63人。",
    "## 2.3 知识与行为",
    "知晓者▲1005人。",
    "# 3 讨论",
    "知晓者▲1005人，多于病例▲684例。",
)
FIRMS = (
    "@方法 收集2010—2021年某市企业年报资料；2022年3月抽样调查企业。结果 年报▲5400份。调查▲320家，满意▲211家。",
    "# 1 数据与方法",
    "抽样调查企业▲320家。",
    "# 2 结果",
    "年报显示亏损▲1204家。受访▲320家中▲211家满意。",
)
WHOLE, SAMPLE = "2014/2022", "2022-04/2022-06"


@pytest.mark.parametrize(
    ("paper", "wanted"),
    [
        (
            ILLNESS,
            [WHOLE, SAMPLE, SAMPLE, SAMPLE, WHOLE, WHOLE, SAMPLE, SAMPLE, SAMPLE, SAMPLE, WHOLE],
        ),
        (FIRMS, ["2010/2021", *["2022-03"] * 3, "2010/2021", "2022-03", "2022-03"]),
    ],
)
def test_what_is_of_the_sample(paper, wanted):
    assert times_of(*paper) == wanted


def test_no_sample_without_years_of_records():
    """Two years and months of one of them: the months are no sample of their own."""
    times = times_of(
        "@方法 2021—2022年在某站开展试验；2022年4月抽样测定。结果 产量为▲684kg。", "# 1 方法", "小区▲320个。"
    )
    assert "2022-04" not in times[1:]


SURVEYED = "2020年7月，课题组赴某县开展问卷调查，发放问卷▲440份。"


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("2019年户均收入▲3.18万元。满意度为▲3.49，乙镇▲2.98。", ["2019", "2020-07", "2020-07"]),
        ("2018年有▲52%的农户参保。对政策满意的占▲61%。", ["2018", "2020-07"]),
        ("2020年户均收入▲3.18万元。乙镇▲2.98万元。", ["2020", "2020"]),  # the year of the survey itself
        ("2019年全县受理▲3.1万件。平均流转▲3.4次。", ["2019", "2019"]),  # other data
    ],
)
def test_the_year_asked_for_is_none_of_the_next_sentence(told, wanted):
    found = times_of("#1 数据来源与样本特征", SURVEYED + told, "#2 结果", "略。")
    assert found == ["2020-07", *wanted]


def test_behind_a_row_of_dates_the_whole_period_holds():
    dates = "资料取自2012年4月（春）、7月（夏）、10月（秋）及2013年1月（冬）的航次，成功率为▲97%。"
    found = times_of("@摘要：" + dates, "#2 结果", "平均为▲46 kg，夏季为▲71 kg。")
    assert found == ["2012-04/2013-01", "2012-04/2013-01", "2012-07"]
    # also in the methods, whatever was laid out there
    told = dates.replace("成功率为▲97%", "共布设站位▲24个")
    assert times_of("#1 材料与方法", told, "#2 结果", "夏季为▲71 kg。") == ["2012-04/2013-01", "2012-07"]


@pytest.mark.parametrize(
    ("design", "wanted"),
    [
        ("2017年6月8日第1次喷雾，6月18日第2次。", ["2017-06-28", "2017-07-08"]),
        ("6月8日第1次喷雾。", ["XXXX-06-28", "XXXX-07-08"]),  # of no year
    ],
)
def test_days_of_a_trial_whose_year_its_design_tells(design, wanted):
    told = "6月28日调查，病情指数升至▲28.7。7月8日为▲41.2。"
    assert times_of("#1 试验目的", "为登记提供依据。", "#2 试验设计", design, "#3 结果与分析", told) == wanted
