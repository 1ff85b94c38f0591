"""Closed times in a text of a study: ends told apart, school years, a beginning with a length."""

import pytest

from study_papers import document
from suyuan.flow import make_flows
from suyuan.time import find_times, resolve
from suyuan.time.study_dates import periods


def told(sentence):
    made, _, _ = document(sentence)
    text = make_flows(made)[0].text
    return [row.edtf for row in periods(text, resolve(find_times(text), told=None, previous=None))]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("自2022年2月开学至6月期末，观察学生。", ["2022-02/2022-06"]),
        ("从2022年10月到次年3月逐日监测。", ["2022-10/2023-03"]),
        ("2021年4月开始，至同年6月沉降稳定后结束。", ["2021-04/2021-06"]),
        ("观察时间为2022年2月开学至2022年6月。", ["2022-02/2022-06"]),
        # no words that make them one period
        ("2022年2月开学，6月期末。", ["2022-02", "2022-06"]),
        ("于2022年2月开学、2023年6月毕业。", ["2022-02", "2023-06"]),
        # school years
        ("2021—2022学年的学生。", ["2021/2022"]),
        ("2021-22学年度的学生。", ["2021/2022"]),
        ("2021/2022学年的学生。", ["2021/2022"]),
        # a length behind the beginning
        ("自2022年4月起连续观测12个月。", ["2022-04/2023-03"]),
        ("自2022年4月1日起连续运行60 d。", ["2022-04-01/2022-05-30"]),
        ("自2022年4月起观测12个样地。", []),
        ("自2022年4月起连续观测12个月份的样品。", []),
        # waves
        ("2014、2016和2018三期数据。", ["2014/2018"]),
        ("2014、2016和2018年三次普查。", ["2014/2018"]),
    ],
)
def test_periods(sentence, wanted):
    assert told(sentence) == wanted
