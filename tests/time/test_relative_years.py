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
    assert [time.edtf for time in resolve(find_times(text + "，"), told="2026-01-20", previous=None)] == [
        None
    ]


def test_no_words_of_time():
    for text in ("体现在三方面", "项目前期工作", "十五年来", "实施九年制教育"):
        assert not [time for time in find_times(text) if time.relative in ("to_date", "past_years:5")]
