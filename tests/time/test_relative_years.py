"""Spans of years that are counted from the year under report or from the day of the telling."""

import pytest

from suyuan.time import find_times, resolve

RELATIVE = [
    ("过去五年", "2021/2025"),
    ("这三年", "2023/2025"),
    ("本届政府的五年", "2021/2025"),
    ("五年来", "2021/2025"),
    ("过去一年", "2025"),
    ("近两年", "2024/2025"),
    ("今后五年", "2026/2030"),
]


@pytest.mark.parametrize(("text", "wanted"), RELATIVE)
def test_spans_of_years_of_a_report(text, wanted):
    (time,) = resolve(find_times(text + "，"), told="2026-01-20", previous=None, reported="2025")
    assert time.edtf == wanted
    assert [time.edtf for time in resolve(find_times(text + "，"), told=None, previous=None)] == [None]


@pytest.mark.parametrize(
    ("text", "told", "wanted"),
    [
        ("过去五年", "2026-01-20", "2021/2025"),
        ("近三年", "2024-03", "2021/2023"),
        # most of the year of the telling is over
        ("近三年", "2023-12-20", "2021/2023"),
        ("过去两年", "2023-09-20", "2022/2023"),
        ("近三年", "2023", None),
        # 十年间 behind a level ends with it
        ("五年来", "2026-01-20", None),
        ("近一年", "2026-01-20", None),
    ],
)
def test_years_back_from_the_day_of_a_paper(text, told, wanted):
    (time,) = resolve(find_times(text + "，"), told=told, previous=None)
    assert time.edtf == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2018/2019年度资助学生62万人", ["2018/2019"]),
        ("2022/23学年普法620场", ["2022/2023"]),
        ("2018-2019学年度专任教师8万人", ["2018/2019"]),
        # years one after the other; two years, and no pair that runs on
        ("2019/2020/2021年度支出分别为12亿元、13亿元、15亿元", ["2019", "2020", "2021"]),
        ("2018/2019年产值", ["2018", "2019"]),
        ("2018/2021年度", []),
    ],
)
def test_years_that_run_into_the_next(text, wanted):
    assert [time.edtf for time in find_times(text)] == wanted


def test_no_words_of_time():
    for text in ("体现在三方面", "项目前期工作", "十五年来", "实施九年制教育"):
        assert not [time for time in find_times(text) if time.relative in ("to_date", "past_years:5")]
