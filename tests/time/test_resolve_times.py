"""resolve: relative times from the running antecedent or from the telling."""

import pytest

from suyuan.time import find_times, resolve

CASES = [
    # text, told, previous, wanted
    ("2014年2月召开。2015年2月审议。同年4月通过", None, None, ["2014-02", "2015-02", "2015-04"]),
    ("8月14日，召开发布会", "2024-12-13", None, ["2024-08-14"]),
    ("12月20日，召开发布会", "2024-12-13", None, ["2023-12-20"]),
    ("8月14日，召开发布会", None, None, ["XXXX-08-14"]),
    ("8月14日，召开发布会", "2024", None, ["XXXX-08-14"]),
    ("8月14日", "2024-12-13", "2015-04", ["2015-08-14"]),
    ("2015年4月签署。10月发布", "2023-11", None, ["2015-04", "2015-10"]),
    ("今年", "2024-12-13", None, ["2024"]),
    ("去年12月", "2024-12-13", None, ["2023-12"]),
    ("去年以来", "2024-12-13", None, ["2023/.."]),
    ("前年", "2024", None, ["2022"]),
    ("本月", "2024-01-13", None, ["2024-01"]),
    ("上月", "2024-01-13", None, ["2023-12"]),
    ("目前", "2024-12-13", None, ["2024-12"]),
    ("目前", "2024-12", None, [None]),
    ("去年", None, None, [None]),
    ("同年", None, None, [None]),
    ("近三年", "2024", None, [None]),
    ("2015年4月签署。随后，三地签署", None, None, ["2015-04", "2015-04/.."]),
    ("第二阶段（2004至2014年），以2004年为起点，期间启动", None, None, ["2004/2014", "2004", "2004/2014"]),
    ("本世纪以来", "2018-06", None, ["2001/.."]),
    ("上世纪80年代", "2018-06", None, ["198X"]),
    ("上世纪80年代", None, None, [None]),
    ("2020年签署，次年实施", None, None, ["2020", "2021"]),
]


@pytest.mark.parametrize(("text", "told", "previous", "wanted"), CASES)
def test_resolve(text, told, previous, wanted):
    times = resolve(find_times(text), told=told, previous=previous)
    assert [time.edtf for time in times] == wanted


def test_to_date_is_the_day_that_was_reported():
    (now,) = resolve(find_times("目前"), told="2024-08-14", previous=None, said="2024-08-14")
    assert (now.edtf, now.kind) == ("2024-08-14", "as_of")


def test_report_year():
    times = resolve(
        find_times("全年出生7万人，年末人口比上年末多"), told="2024-04-30", previous=None, report="2023"
    )
    assert [time.edtf for time in times] == ["2023", "2023-12", "2022-12"]


def test_comparison_is_no_antecedent():
    times = resolve(find_times("2022年比2015年增长。同年"), told=None, previous=None)
    assert times[-1].edtf == "2022"


def test_after_the_telling_is_planned():
    (time,) = resolve(find_times("2030年"), told="2024", previous=None)
    assert time.planned


def test_the_last_years_are_a_length_that_a_fact_tells_and_years_since_a_period():
    rules = [
        resolve(find_times(text), told="2024-03", previous=None)[0].rule for text in ("近三年", "五年来")
    ]
    assert rules == ["duration", "relative"]
