"""Laws of reading for 余 and 多, 成 and 折, fractions, ranges with any mark, tolerances and lists."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from quantities.spelled import DIGITS, FRAMES, MULTIPLIERS, chinese, read
from suyuan.quantities import Mention

COUNTED = ["家", "个", "项", "件", "人", "户"]
MARKS = ["-", "—", "–", "－", "~", "～", "〜", "至", "到"]


def only(text: str) -> Mention:
    found = read(text)
    assert len(found) == 1, (text, found)
    return found[0][1]


@settings(max_examples=150, deadline=None)
@given(
    st.integers(11, 9999),
    st.sampled_from([0, 1]),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["余", "多"]),
    st.sampled_from(COUNTED),
    st.sampled_from(FRAMES),
)
def test_more_than_a_number(
    digits: int, decimals: int, multiplier: str, more: str, unit: str, frame: str
) -> None:
    """1.8万余项, 6800多家."""
    value = Fraction(digits, 10**decimals)
    if decimals and not multiplier:
        multiplier = "万"
    plain = f"{digits // 10**decimals}" + (f".{digits % 10**decimals}" if decimals else "")
    mention = only(frame.format(f"{plain}{multiplier}{more}{unit}"))
    assert (mention.value, mention.comparator, mention.unit) == (value * MULTIPLIERS[multiplier], ">", unit)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(2, 9),
    st.sampled_from(
        [
            ("", "", "="),
            ("近", "", "~"),
            ("超", "", ">"),
            ("超过", "", ">"),
            ("不足", "", "<"),
            ("约", "", "~"),
            ("", "以上", ">="),
            ("", "左右", "~"),
        ]
    ),
)
def test_tenths(tenths: int, qualifier: tuple[str, str, str]) -> None:
    """近八成, 八成以上."""
    before, after, comparator = qualifier
    mention = only(f"其中{before}{DIGITS[tenths]}成{after}来自外地。")
    assert (mention.value, mention.unit, mention.comparator) == (10 * tenths, "%", comparator)


@settings(max_examples=60, deadline=None)
@given(st.integers(3, 9), st.data(), st.sampled_from(["", "约", "近", "超过", "不足"]))
def test_fractions(below: int, data: st.DataObject, before: str) -> None:
    """三分之一, 约五分之二."""
    above = data.draw(st.integers(1, below - 1))
    mention = only(f"占全省的{before}{DIGITS[below]}分之{DIGITS[above]}，")
    assert (mention.value, mention.unit) == (Fraction(100 * above, below), "%")
    assert mention.comparator == {"": "=", "约": "~", "近": "~", "超过": ">", "不足": "<"}[before]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 99), st.sampled_from([0, 5]))
def test_shares_in_words(whole: int, tenth: int) -> None:
    """百分之三十五, 百分之三点五."""
    words = chinese(whole) + (f"点{DIGITS[tenth]}" if tenth else "")
    mention = only(f"增长百分之{words}，")
    assert (mention.value, mention.unit, mention.comparator) == (Fraction(10 * whole + tenth, 10), "%", "=")


@settings(max_examples=150, deadline=None)
@given(
    st.integers(10, 899),
    st.integers(1, 100),
    st.sampled_from([("%", 1), ("万元", 10**4), ("家", 1), ("公里", 1), ("岁", 1), ("亿元", 10**8)]),
    st.sampled_from(MARKS),
    st.booleans(),
)
def test_ranges_with_any_mark(low: int, wide: int, unit: tuple[str, int], mark: str, twice: bool) -> None:
    """15%～20%, 3至5家; the unit once or twice."""
    printed, factor = unit
    mention = only(f"每年保持在{low}{printed if twice else ''}{mark}{low + wide}{printed}，")
    assert mention.comparator == "range"
    assert (mention.value_min, mention.value_max) == (low * factor, (low + wide) * factor)


@settings(max_examples=80, deadline=None)
@given(
    st.integers(10, 9999),
    st.integers(1, 99),
    st.sampled_from(["±", "＋/－", "+/-"]),
    st.sampled_from(["", "岁", "%", "mg/L"]),
)
def test_tolerances(tenths: int, off: int, mark: str, unit: str) -> None:
    """63.7±3.0岁."""
    mention = only(
        f"平均为（{tenths // 10}.{tenths % 10}{mark}{off // 10}.{off % 10}）{unit}，"
        if unit
        else f"均值为{tenths // 10}.{tenths % 10}{mark}{off // 10}.{off % 10}，"
    )
    assert mention.value == Fraction(tenths, 10)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.integers(2, 9999), min_size=2, max_size=5),
    st.sampled_from(["项", "家", "%", "万元"]),
    st.booleans(),
)
def test_distributive_lists(values: list[int], unit: str, each: bool) -> None:
    """分别为57、14和4项: the unit carried back, or printed each time."""
    printed = [f"{value}{unit if each else ''}" for value in values[:-1]]
    text = f"{'、'.join(printed)}和{values[-1]}{unit}"
    found = [m for _, m in read(f"各市分别为{text}。")]
    factor = 10**4 if unit == "万元" else 1
    assert [m.value for m in found] == [value * factor for value in values]
    assert {m.unit for m in found} == {"CNY" if unit == "万元" else unit}
