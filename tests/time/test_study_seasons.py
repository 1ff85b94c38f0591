"""Seasons dated by sowing and harvest, days in passing, and steps before the collecting."""

import pytest

from study_papers import document, times_of
from suyuan.flow import make_flows
from suyuan.time import find_times, resolve
from suyuan.time.study_seasons import seasons_told
from suyuan.time.study_sections import sections_of

WHEAT = (
    "第一季2019年10月8日播种，播量大，2020年6月5日收获；第二季推迟至2020年10月20日播种，2021年6月9日收获。"
)
PIT = "基坑于2020年3月2日开始开挖，8月15日挖至坑底。此后继续测读，监测持续至11月30日。"


def seasons_of(sentence):
    made, _, _ = document("#1 材料与方法", sentence, "#2 结果", "见表1。")
    flows = make_flows(made)
    times = [resolve(find_times(flow.text), told=None, previous=None) for flow in flows]
    study = seasons_told(flows, sections_of(flows), times)
    return [study.phases["季1"], study.phases["季2"]] if study else None


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (WHEAT, ["2019-10-08/2020-06-05", "2020-10-20/2021-06-09"]),
        # the years of the season, its end in the next one
        (
            "2019—2020年度10月8日播种，6月5日收获；2020—2021年度10月20日播种，6月9日收获。",
            ["2019-10-08/2020-06-05", "2020-10-20/2021-06-09"],
        ),
        # crops and growths of one year
        (
            "早稻于2021年3月25日播种，7月18日收获；晚稻6月20日播种，11月3日收获。",
            ["2021-03-25/2021-07-18", "2021-06-20/2021-11-03"],
        ),
        (
            "第一茬2022年3月10日定植，6月20日拉秧；第二茬8月15日定植，12月10日拉秧。",
            ["2022-03-10/2022-06-20", "2022-08-15/2022-12-10"],
        ),
        (
            "冬小麦于2019年10月12日播种，次年6月8日收获；夏玉米6月15日播种，10月2日收获。",
            ["2019-10-12/2020-06-08", "2020-06-15/2020-10-02"],
        ),
        # other things that are raised; periods beside the name
        ("第一造2021年4月放苗，7月收虾；第二造8月放苗，11月收虾。", ["2021-04/2021-07", "2021-08/2021-11"]),
        ("第1年（2020年10月—2021年6月），第2年（2021年10月至2022年6月）。", ["2020-10/2021-06", "2021-10/2022-06"]),
        # a row of beginnings and one of ends
        (
            "分别于2019年10月5日和2020年10月8日播种，2020年6月3日和2021年6月6日收获。",
            ["2019-10-05/2020-06-03", "2020-10-08/2021-06-06"],
        ),
        # one season alone, days of measuring, no beginning
        ("第一季2019年10月8日播种，2020年6月5日收获。", None),
        ("第一季于2021年5月3日测定，第二季于2022年5月8日测定。", None),
        ("分别于2019年10月5日和2020年10月8日取样，送检。", None),
    ],
)  # fmt: skip
def test_seasons_by_beginning_and_end(sentence, wanted):
    assert seasons_of(sentence) == wanted


FIRST, SECOND = seasons_of(WHEAT)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("第二季产量为▲7.6 t。", [SECOND]),
        ("两季产量由▲35.2%、▲32.5%提高至▲47.8%、▲44.2%。", [FIRST, SECOND, FIRST, SECOND]),
        ("甲与乙两季均无差异，分别增产▲4.4%和▲5.1%。", [FIRST, SECOND]),
        ("第一季和第二季产量分别为▲7.2和▲7.6。", [FIRST, SECOND]),
        ("第二季与第一季产量依次为▲7.2和▲7.6。", [SECOND, FIRST]),
        ("第一季与第二季的差值为▲3.2。", ["2019-10-08/2021-06-09"]),
        ("两季平均增产▲4.4%。", ["2019-10-08/2021-06-09"]),
        ("两季平均增产▲4.4%和▲5.1%。", ["2019-10-08/2021-06-09"] * 2),  # of two things
        ("两季中甲和乙为▲4.4%和▲5.1%。", ["2019-10-08/2021-06-09"] * 2),
        ("第二季收获后残留▲96.5kg。", ["2021-06"]),
        ("第二季收获指数为▲0.46。", [SECOND]),
    ],
)
def test_what_is_told_of_seasons(sentence, wanted):
    assert times_of("#1 材料与方法", WHEAT, "#2 结果与分析", sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("播前土壤有机质为▲16.8，全氮▲1.03。", ["2019", "2019"]),
        ("移栽前耕层速效钾▲118。", ["2019"]),
        ("播前施用▲120kg。", [None]),  # what is given
    ],
)
def test_the_soil_before_sowing(sentence, wanted):
    assert times_of("#1 材料与方法", sentence, WHEAT, "#2 结果与分析", "产量见表。") == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("最大侧移为▲28.4。", ["2020-03-02/2020-11-30"]),
        ("测点在7月9日达到▲18.6，为设计值的▲85%。相邻测点为▲17.6。", ["2020-07-09"] * 2 + ["2020-03-02/2020-11-30"]),
        ("5月3日至5日连续升高▲3.4。另一处为▲2.7。", ["2020-05-03/2020-05-05", "2020-03-02/2020-11-30"]),
    ],
)  # fmt: skip
def test_measuring_beyond_the_works(sentence, wanted):
    assert times_of("#1 监测方案", PIT, "#2 监测结果", sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("7月2日曾提至▲95%，次日恢复。", "2020-07-02"),
        ("已有研究报道7月2日提至▲95%。", "XXXX-07-02"),  # of others
        ("1月2日曾提至▲95%。", "XXXX-01-02"),  # outside of the study
    ],
)
def test_a_day_in_the_discussion(sentence, wanted):
    assert times_of("#1 监测方案", PIT, "#2 监测结果", "见表1。", "#3 讨论", sentence) == [wanted]


def test_days_one_after_the_other():
    observed = "观测于2021年1月1日至31日进行，逐小时记录气温。"
    found = times_of("#1 资料与方法", observed, "#2 结果", "1月7日气温为▲6.2。相对湿度降至▲31%。")
    assert found == ["2021-01-07"] * 2


@pytest.mark.parametrize(
    ("end", "wanted"),
    [
        ("11月30日停止观测。", "2020-03-02/2020-11-30"),
        ("观测工作延续到11月30日。", "2020-03-02/2020-11-30"),
        ("11月30日通过验收。", "2020-03-02/2020-08-15"),
        ("监测初值于3月1日采集。", "2020-03-02/2020-08-15"),
    ],
)
def test_the_end_of_measuring(end, wanted):
    told = f"基坑于2020年3月2日开始开挖，8月15日完成回填，其间逐日监测。{end}"
    assert times_of("#1 监测方案", told, "#2 监测结果", "最大侧移为▲28.4。") == [wanted]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("先按2020年人均收入将县域分为高、低两层，抽取▲5个县。", ["2022-05/2022-08"]),
        ("依据2019年主营收入将企业划分为三类，随机抽取▲320家。", ["2022-05/2022-08"]),
        ("以2020年在校生数为分层依据，抽取▲18所。", ["2022-05/2022-08"]),
        ("2022年3月试测▲112人。正式调查回收问卷▲2214份。", ["2022-03", "2022-05/2022-08"]),
        ("2022年3月对▲85人预调查，修订后抽取▲960人。", ["2022-03", "2022-05/2022-08"]),
        # no step of preparation
        ("2020年笔试测评▲112人。回收▲98份。", ["2020", "2020"]),
        ("按2020年的普查，共有▲112人。", ["2020"]),
    ],
)
def test_steps_before_the_collecting(sentence, wanted):
    survey = "2022年5—8月采用分层抽样开展问卷调查。"
    assert times_of("#1 对象与方法", survey, sentence, "#2 结果", "见表1。") == wanted
