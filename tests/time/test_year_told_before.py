"""Days without a year, in texts that nobody dated."""

import pytest

from report_times import times_of


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        (["2023年2月27日接到报告。", "截至3月6日，病例▲89例。"], ["2023-03-06"]),
        (["2021年6月16日开工。", "10月2日增至▲240个。"], ["2021-10-02"]),
        (["2021年12月20日进场。", "1月15日增至▲240个。"], ["2022-01-15"]),
        (["3月6日增至▲240个。", "2021年4月6日完工。"], ["XXXX-03-06"]),  # told after it
    ],
)
def test_days_after_a_full_date(paragraphs, wanted):
    assert times_of(*paragraphs, title="一项工程的记录", told=None) == wanted
