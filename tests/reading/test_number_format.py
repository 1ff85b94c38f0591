# ruff: noqa: E501 - tables of cases
from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.reading.office.format_sections import is_date_format
from suyuan.reading.office.moment_format import show_moment
from suyuan.reading.office.number_format import show_number, show_text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (1234.5, "General", "1234.5"), (0.1 + 0.2, "General", "0.3"), (123456789012, "General", "123456789012"),
        (1 / 3, "General", "0.3333333333"), (0.00012, "General", "0.00012"), (-5, "General", "-5"), (57, 'General"项"', "57项"),
        (1234.5, "#,##0.00", "1,234.50"), (1234567, "#,##0", "1,234,567"), (0.1234, "0.0%", "12.3%"), (0.5, "0%", "50%"),
        (2.5, "0", "3"), (-2.5, "0", "-3"), (1.005, "0.00", "1.01"), (0, "0.0", "0.0"), (0.4, "#", ""), (0.5, "#.##", ".5"),
        (12345, '0!.0,"万"', "1.2万"), (123456789, '0.00,,"百万"', "123.46百万"), (57, '0"项"', "57项"), (7, "000", "007"),
        (-1234.5, "#,##0.00;[Red]#,##0.00", "-1,234.50"), (-1234, "#,##0_);(#,##0)", "-1,234"), (1234, "#,##0_);(#,##0)", "1,234"),
        (-3, '0;"减"0', "减3"), (0, '0;-0;"—"', "—"), (5, ";;;", ""), (3, "0;-0;;@", "3"), (1234.5, "[$¥-804]#,##0.00", "¥1,234.50"),
        (1234.5, '_ "¥"* #,##0.00_ ', "¥1,234.50"), (12345, "0.00E+00", "1.23E+04"), (0.00012, "0.0E+0", "1.2E-4"), (2.5, "# ?/?", "2.5"),
        (15000, '[>=10000]0.0,"千";0', "15.0千"), (900, '[>=10000]0.0,"千";0', "900"), (57, "@", "57"), (-0.001, "0.0", "0.0"),
        (2023, "0_ ", "2023"), (6.4, "0.0_);[Red]\\(0.0\\)", "6.4"), (-6.4, "0.0_);[Red]\\(0.0\\)", "-6.4"), (3, "G/通用格式", "3"),
    ],
)  # fmt: skip
def test_numbers(value: float, code: str, text: str) -> None:
    assert show_number(value, code) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (date(2024, 1, 5), 'yyyy"年"m"月"d"日"', "2024年1月5日"), (datetime(2024, 1, 5, 9, 3), "yyyy/mm/dd hh:mm", "2024/01/05 09:03"),
        (datetime(2024, 11, 5), "mmm-yy", "Nov-24"), (time(14, 5, 9), '上午/下午h"时"mm"分"', "下午2时05分"),
        (timedelta(hours=30, minutes=5), "[h]:mm", "30:05"), (date(2024, 1, 5), "[$-804]aaaa", "星期五"), (time(1, 2, 3), "mm:ss", "02:03"),
        (date(2024, 1, 5), 'yyyy"年"m"月";@', "2024年1月"), (date(2024, 1, 5), "General", "2024-01-05"),
    ],
)  # fmt: skip
def test_moments(value: datetime, code: str, text: str) -> None:
    assert show_moment(value, code) == text


def test_texts_and_kinds() -> None:
    assert show_text("甲", '"约"@') == "约甲" and show_text("甲", "0.00") == "甲"
    assert (
        is_date_format('yyyy"年"')
        and is_date_format("[h]:mm")
        and not is_date_format('#,##0"元"')
        and not is_date_format("[Red]0.0")
    )


@given(st.integers(-(10**12), 10**12), st.integers(0, 4))
def test_grouped_numbers_read_back(number: int, decimals: int) -> None:
    code = "#,##0" + ("." + "0" * decimals if decimals else "")
    assert float(show_number(number, code).replace(",", "")) == number


@given(st.floats(-1e9, 1e9, allow_nan=False), st.text('0#?.,%;"E+-@[]>=<1ymdhs年万_*\\! ', max_size=12))
def test_any_format_gives_a_text(number: float, code: str) -> None:
    assert isinstance(show_number(number, code), str)
