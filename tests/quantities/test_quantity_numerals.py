"""Reading numerals: exact values, and the law that reading undoes writing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.quantities import parse_numeral
from suyuan.quantities.numerals import last_place, read_arabic, read_chinese

VALUES = [
    ("0", "0"), ("7", "7"), ("75", "75"), ("1476", "1476"), ("1 476", "1476"), ("15,953", "15953"),
    ("1,234,567.89", "1234567.89"), ("0.19", "0.19"), ("63.70", "63.7"), ("-2.3", "-2.3"), ("+4", "4"),
    ("1.8万", "18000"), ("15,953万", "159530000"), ("27.2万亿", "27200000000000"), ("3百万", "3000000"),
    ("5千", "5000"), ("2.3亿", "230000000"), ("6千万", "60000000"), ("5%", "1/20"), ("39.5%", "0.395"),
    ("7.98‰", "0.00798"), ("2/3", "2/3"), ("8成", "0.8"),
    ("一", "1"), ("两", "2"), ("十", "10"), ("十二", "12"), ("二十", "20"), ("三十二", "32"), ("一百", "100"),
    ("一百零五", "105"), ("一百一十", "110"), ("一百二", "120"), ("二百五", "250"), ("两百", "200"),
    ("三千二百", "3200"), ("三千五", "3500"), ("五千零三", "5003"), ("一千零一十", "1010"), ("一万", "10000"),
    ("两万三", "23000"), ("十万", "100000"), ("三十五万", "350000"), ("一百二十万", "1200000"), ("百万", "1000000"),
    ("千万", "10000000"), ("一亿", "100000000"), ("一亿二千万", "120000000"), ("三亿零五万", "300050000"),
    ("千亿", "100000000000"), ("万亿", "1000000000000"), ("三万亿", "3000000000000"), ("两千零二十五", "2025"),
    ("二〇二五", "2025"), ("一九七八", "1978"), ("三点五", "3.5"), ("零点一九", "0.19"), ("二十三点零八", "23.08"),
    ("一半", "1/2"), ("半", "1/2"), ("三分之一", "1/3"), ("五分之四", "4/5"), ("百分之五", "0.05"),
    ("百分之三点五", "0.035"), ("千分之三", "0.003"), ("八成", "0.8"), ("三成五", "0.35"), ("壹佰万", "1000000"),
    ("伍拾", "50"), ("一亿亿", "10000000000000000"), ("负三", "-3"), ("三成半", "0.35"), ("1成5", "0.15"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_parse_numeral(text: str, value: str) -> None:
    assert parse_numeral(text) == Fraction(value)


@pytest.mark.parametrize(
    "text", ["", "甲", "三三二十", "十百", "二十十", "1.2.3", "三点", "1万万五x", "两三三个", "5/0"]
)
def test_no_numeral_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):
        parse_numeral(text)


@pytest.mark.parametrize(
    ("digits", "step", "coarse"),
    [
        ("75", "1", "1"),
        ("500", "1", "100"),
        ("15,953", "1", "1"),
        ("1.80", "0.01", "0.01"),
        ("0", "1", "1"),
        ("6800", "1", "100"),
    ],
)
def test_steps_of_arabic(digits: str, step: str, coarse: str) -> None:
    reading = read_arabic(digits)
    assert (reading.step, reading.coarse) == (Fraction(step), Fraction(coarse))


@pytest.mark.parametrize(
    ("text", "coarse"),
    [("三千", 1000), ("三千二百", 100), ("十五", 1), ("一万", 10000), ("三点五", Fraction(1, 10))],
)
def test_steps_of_chinese(text: str, coarse: Fraction) -> None:
    assert read_chinese(text).coarse == coarse


def in_chinese(value: int) -> str:
    """Standard written form, written apart from the reader."""
    if value == 0:
        return "零"
    digits, places, groups = "零一二三四五六七八九", ["", "十", "百", "千"], ["", "万", "亿", "万亿", "亿亿"]
    sections = []
    while value:
        value, section = divmod(value, 10_000)
        sections.append(section)
    out, gap = "", False
    for index in reversed(range(len(sections))):
        section = sections[index]
        if section == 0:
            gap = bool(out)
            continue
        words, zero = "", False
        for place in (3, 2, 1, 0):
            digit = section // 10**place % 10
            if digit:
                words += ("零" if zero and words else "") + digits[digit] + places[place]
                zero = False
            else:
                zero = True
        if out and (gap or section < 1000):
            words = "零" + words
        group = groups[index]
        if index == 3 and sections[2]:  # 三万五千亿: 亿 is said once, after its lower section
            group = "万"
        out, gap = out + words + group, False
    return out


@given(st.integers(min_value=0, max_value=10**16))
def test_reading_undoes_writing_in_chinese(value: int) -> None:
    assert parse_numeral(in_chinese(value)) == value


@given(st.integers(min_value=0, max_value=10**18), st.sampled_from(["{:,}", "{}"]))
def test_reading_undoes_writing_in_arabic(value: int, form: str) -> None:
    assert parse_numeral(form.format(value)) == value


@given(st.integers(min_value=0, max_value=10**12), st.integers(min_value=0, max_value=6))
def test_decimals_are_exact(value: int, places: int) -> None:
    digits = str(value).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    reading = read_arabic(text)
    assert reading.value == Fraction(value, 10**places)
    assert reading.step == Fraction(1, 10**places)


@given(st.integers(min_value=1, max_value=10**16))
def test_last_place_divides(value: int) -> None:
    place = last_place(value)
    assert value % place == 0
    assert value // place % 10 != 0
