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
