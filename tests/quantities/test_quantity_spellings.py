"""Laws of reading: what a generator writes, in any of its spellings, is read back; layout changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quantities.spelled import DIGITS, FRAMES, MULTIPLIERS, chinese, read
from suyuan.quantities.tables import unit_symbols

FULL_WIDTH = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
# (printed unit, base unit, factor)
COUNTS = [(word, word, 1) for word in ("家", "个", "项", "件", "人", "名", "户", "所", "人次", "辆", "台")]
UNITS = [
    *COUNTS,
    ("元", "CNY", 1),
    ("万元", "CNY", 10**4),
    ("亿元", "CNY", 10**8),
    ("亿美元", "USD", 10**8),
    ("万吨", "吨", 10**4),
    ("公里", "km", 1),
    ("平方米", "m2", 1),
    ("亩", "亩", 1),
    ("%", "%", 1),
    ("个百分点", "百分点", 1),
    ("倍", "倍", 1),
    ("亿千瓦时", "千瓦时", 10**8),
]
SYMBOLS = [
    "kW",
    "MWh",
    "TWh",
    "kPa",
    "mmol/L",
    "mg/dL",
    "GHz",
    "PFLOPS",
    "EFlops",
    "μg/m3",
    "Gbps",
    "km2",
    "℃",
]
# (before, after, comparator)
QUALIFIERS = [
    ("", "", "="),
    ("超", "", ">"),
    ("超过", "", ">"),
    ("逾", "", ">"),
    ("约", "", "~"),
    ("近", "", "~"),
    ("接近", "", "~"),
    ("不足", "", "<"),
    ("不到", "", "<"),
    ("至少", "", ">="),
    ("不低于", "", ">="),
    ("不超过", "", "<="),
    ("", "以上", ">="),
    ("", "以下", "<="),
    ("", "左右", "~"),
]


def grouped(value: int) -> str:
    return f"{value:,}"


@st.composite
def spelled(draw: st.DrawFn) -> tuple[str, Fraction, str, str]:
    """A quantity as printed, with its value, base unit and comparator."""
    decimals = draw(st.sampled_from([0, 0, 1, 2]))
    digits = draw(st.integers(1, 999_999))
    value = Fraction(digits, 10**decimals)
    before, after, comparator = draw(st.sampled_from(QUALIFIERS))
    printed, unit, factor = draw(st.sampled_from(UNITS))
    multiplier = (
        draw(st.sampled_from(list(MULTIPLIERS))) if factor == 1 and unit not in ("%", "百分点", "倍") else ""
    )
    plain = f"{digits // 10**decimals}" + (f".{digits % 10**decimals:0{decimals}d}" if decimals else "")
    spellings = [plain, plain.translate(FULL_WIDTH)]
    if decimals == 0:
        spellings.append(grouped(digits))
        if not multiplier and factor == 1 and unit in dict.fromkeys(u for _, u, _ in COUNTS) and digits > 10:
            spellings.append(chinese(digits))
    number = draw(st.sampled_from(spellings))
    if number[0] in DIGITS + "十":
        multiplier = ""
    text = before + number + multiplier + printed + after
    return text, value * MULTIPLIERS[multiplier] * factor, unit, comparator


@settings(max_examples=400, deadline=None)
@given(spelled(), st.sampled_from(FRAMES))
@example(("11,996家", Fraction(11996), "家", "="), FRAMES[0])
@example(("约一千二百零五家", Fraction(1205), "家", "~"), FRAMES[0])
def test_what_is_written_is_read_back(quantity: tuple[str, Fraction, str, str], frame: str) -> None:
    text, value, unit, comparator = quantity
    found = [(m.value, m.unit, m.comparator) for _, m in read(frame.format(text))]
    assert found == [(value, unit, comparator)], frame.format(text)


@pytest.mark.parametrize("symbol", SYMBOLS)
@pytest.mark.parametrize("blank", ["", " "])
def test_symbols_are_read_with_and_without_a_blank(symbol: str, blank: str) -> None:
    ((surface, mention),) = read(f"达到36{blank}{symbol}，")
    assert mention.value == 36
    assert surface.replace(" ", "") == f"36{symbol.replace('℃', '°C')}"
    assert mention.unit is not None


@settings(max_examples=200, deadline=None)
@given(st.integers(3, 10**12 - 1))  # two of something are 两个
def test_chinese_numerals_are_read_back(value: int) -> None:
    ((_, mention),) = read(f"超过{chinese(value)}个")
    assert mention.value == value
    assert mention.unit == "个" and mention.comparator == ">"


@settings(max_examples=200, deadline=None)
@given(
    st.integers(1, 99), st.integers(1, 99), st.sampled_from(["%", "年", "万元"]), st.sampled_from("-~—～至")
)
def test_ranges_are_read_back(low: int, wide: int, unit: str, dash: str) -> None:
    ((_, mention),) = read(f"保持在{low}{dash}{low + wide}{unit}，")
    factor = 10**4 if unit == "万元" else 1
    assert mention.comparator == "range"
    assert mention.value_min == low * factor and mention.value_max == (low + wide) * factor


SENTENCES = [
    "全年进出口总额13883.2亿元，增长8.3%，其中出口8899.8亿元，增长5.2%。",
    "解决了6398万农村人口的饮水安全问题，近400万死亡病例与之相关。",
    "由北京市、天津市、河北省制定的标准分别有57、14和4项，占比不足40%。",
    "企业从27.2万亿增至45.5万亿元，三分之一在城镇，位列全国第四。",
    "超百家单位投资约3亿元，增速提高1.2个百分点，连续第7年增长。",
    "规模达到135EFlops，温度63.7±3.0℃，占15%~20%，翻两番。",
    "百余个项目完成投资的八成以上，超过上年同期的两倍。",
]


def told(text: str) -> list[tuple[object, ...]]:
    return [
        (
            words.replace(" ", ""),
            m.value,
            m.value_min,
            m.value_max,
            m.unit,
            m.comparator,
            m.rule,
            m.low,
            m.high,
        )
        for words, m in read(text)
    ]


def between(text: str) -> list[int]:
    """Places where a line can break or a blank stand without parting two letters or digits."""
    free: Callable[[str], bool] = lambda char: not (char.isascii() and (char.isalnum() or char in ".,%~±"))  # noqa: E731
    return [at for at in range(1, len(text)) if free(text[at - 1]) or free(text[at])]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SENTENCES), st.data())
def test_blanks_and_line_breaks_inside_a_sentence_change_nothing(sentence: str, data: st.DataObject) -> None:
    places = data.draw(st.sets(st.sampled_from(between(sentence)), max_size=8))
    space = data.draw(st.sampled_from([" ", "\n", "\n\n", "\u3000", "  \n", "\u200b"]))
    broken = "".join((space if at in places else "") + char for at, char in enumerate(sentence))
    assert told(broken) == told(sentence), broken


@pytest.mark.parametrize("sentence", SENTENCES)
def test_widths_change_nothing(sentence: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in sentence)
    narrow = sentence.translate(str.maketrans("，；：（）", ",;:()"))
    assert told(wide) == told(sentence)
    assert told(narrow) == told(sentence)


def test_every_symbol_of_the_registry_is_read_as_itself() -> None:
    """36 with any symbol of two letters and more is read to its end, and says one unit."""
    for words in unit_symbols().values():
        for word in words:
            if len(word.text) < 2:
                continue
            found = read(f"达到36 {word.text}，")
            assert len(found) == 1 and found[0][1].unit == word.unit, (word.text, found)
