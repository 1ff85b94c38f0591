"""Days without a year, in texts that nobody dated."""

import pytest

from report_times import times_of


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        (["2023年2月27日接到报告。", "截至3月6日，病例▲89例。"], ["2023-03-06"]),
        (["2021年6月16日开工。", "10月2日增至▲240个。"], ["2021-10-02"]),
        (["2021年12月20日进场。", "1月15日增至▲240个。"], ["2022-01-15"]),
        (
            ["2021年10月至2022年4月进行了巡护。", "3月28日▲12家；11月15日▲64家。"],
            ["2022-03-28", "2021-11-15"],
        ),
        (["3月6日增至▲240个。", "2021年4月6日完工。"], ["XXXX-03-06"]),  # told after it
    ],
)
def test_days_after_a_full_date(paragraphs, wanted):
    assert times_of(*paragraphs, title="一项工程的记录", told=None) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # no later than the day of the telling, unless what is to come is told
        ("2024年4月30日，装卸▲62家。12月8日，装卸▲71家。", ["2024-04-30", "2023-12-08"]),
        ("2024年1月，卸鱼▲12家。11月26日，停泊▲43家。", ["2024-01", "2023-11-26"]),
        ("3月28日，装卸▲62家。", ["2024-03-28"]),
        ("5月14日，选手▲62名。决赛将于8月20日举行，▲12名晋级。", ["2024-05-14", "2024-08-20"]),
        ("9月3日将公布▲30个奖项。", ["2024-09-03"]),
        ("2019年4月30日，装卸▲62家。12月8日，装卸▲71家。", ["2019-04-30", "2019-12-08"]),
    ],
)
def test_days_and_the_day_of_the_telling(text, wanted):
    assert times_of(text, title="港口情况", told="2024-05-16") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2023年上半年，出口▲39辆。上年同期▲18辆，2021年同期▲9辆。", ["2023-01/2023-06", "2022-01/2022-06", "2021-01/2021-06"]),
        ("2023年3月，门诊▲42人次，上年同期为▲36人次，同期住院▲31人次。", ["2023-03", "2022-03", "2023-03"]),
        ("2023年，产值▲21亿元，2021年同期为▲9亿元。", ["2023", "2021"]),  # no months were told
        # a base by other words dates nothing
        ("2023年，差距为▲22元，相对2020年缩小▲11元。", ["2023", "2023"]),
        ("2023年，差距为▲22元，在2020年基础上缩小▲11元。", ["2023", "2023"]),
        ("2023年，差距为▲22元，较2020年缩小▲11元。", ["2023", "2020/2023"]),
        ("在2020年建成▲22个。", ["2020"]),
    ],
)  # fmt: skip
def test_the_same_months_and_bases(text, wanted):
    assert times_of(text, title="某市情况", told=None) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the year of one place or city is not that of the next one, nor of all of them
        ("2021年浙江指数为▲78。30个省份均值为▲43，贵州为▲18。", ["2021", None, None]),
        ("武汉2022年充电桩▲61个。五城平均为▲29个。", ["2022", None]),
        ("2020年武汉市活跃度为▲38。指数每提高1%，活跃度提高▲12。", ["2020", None]),
        # a year with a comma, and a clause of the same sentence
        ("2023年，北京成交▲749亿元。天津承接▲21个。", ["2023", "2023"]),
        ("2021年浙江指数为▲78，广东为▲81。浙江企业▲29家。", ["2021", "2021", "2021"]),
        ("2022年吉林大学招生▲12人。浙江大学招生▲13人。", ["2022", "2022"]),
    ],
)
def test_years_of_places(text, wanted):
    assert times_of(text, title="区域比较", told=None) == wanted
