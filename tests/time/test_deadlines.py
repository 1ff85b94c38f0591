"""Plans for one year, and deadlines by month or day: which year they are of. ▲ marks the first character of each quantity."""

import pytest

from report_times import times_of
from suyuan.time import find_times, resolve

CITY = "某市2024年城市更新工作方案"
SCHOOL = "某大学2024年工作要点"


@pytest.mark.parametrize("title", [CITY, SCHOOL])
@pytest.mark.parametrize("told", ["2024-02-20", "2023-12-29", None])
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("全年改造▲86个，6月底前开工▲50个，10月底前完工▲70个。", ["2024", "2024-06", "2024-10"]),
        ("新建停车位▲30个，上半年完成▲12个。", ["2024", "2024-01/2024-06"]),
        ("到2026年，覆盖率达到▲80%。9月底前完成▲3个。", ["2026", "2024-09"]),
        ("2023年，完成▲42个，12月底前验收▲40个。", ["2023", "2023-12"]),
        ("11月15日前改造管网▲45公里。", ["2024-11-15"]),
    ],
)
def test_a_plan_for_one_year_tells_of_it(title, told, text, wanted):
    assert times_of(text, title=title, told=told) == wanted


@pytest.mark.parametrize(
    ("title", "text", "told", "wanted"),
    [
        ("某市2021年城市更新工作方案", "改造▲86个。", "2024-02-20", [None]),  # told long after
        ("某市2023-2025年城市更新工作方案", "改造▲86个。", "2024-02-20", ["2023/2025"]),
        (CITY, "现有停车位▲86个。", "2024-02-20", [None]),
    ],
)
def test_what_no_plan_for_one_year_dates(title, text, told, wanted):
    assert times_of(text, title=title, told=told) == wanted


@pytest.mark.parametrize(
    ("text", "told", "wanted", "planned"),
    [
        ("6月底前完成", "2024-03-13", "2024-06", True),
        ("今年将改造，6月底前完成", "2024-03-13", "2024-06", True),
        ("6月底前已完成", "2024-11-20", "2024-06", False),
        ("去年改造，12月底前完成", "2024-03-13", "2023-12", False),
        ("将于1月底前开通", "2023-12-20", "2024-01", True),
        ("一季度将再筹集", "2023-12-20", "2024-01/2024-03", True),
        ("力争全年", "2023-11-20", "2023", None),
        ("公司拟在6月30日前回购", "2024-02-20", "2024-06-30", True),
        ("确保6月30日前完成", "2024-02-20", "2024-06-30", True),
        ("2024年6月30日前完成", "2024-02-20", "2024-06-30", True),
        # what nothing plans, or what was over by then; a month or quarter that was
        ("6月30日前出生者", "2024-02-20", None, False),
        ("2023年6月30日前出生者", "2024-02-20", "../2023-06-29", False),
        ("12月，进出口", "2024-03-13", "2023-12", False),
        ("四季度投产", "2024-03-13", "2023-10/2023-12", False),
    ],
)
def test_deadlines_lie_ahead_and_other_months_behind(text, told, wanted, planned):
    time = resolve(find_times(text), told=told, previous=None)[-1]
    assert time.edtf == wanted
    assert planned is None or time.planned == planned


def test_a_deadline_in_a_communique_was_met():
    (time,) = resolve(find_times("6月底前开工"), told=None, previous=None, report="2023", reported="2023")
    assert (time.edtf, time.planned) == ("2023-06", False)
