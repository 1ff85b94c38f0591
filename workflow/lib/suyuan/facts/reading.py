"""What the rules for columns hand on: a measure with its stem, and helpers to build its name."""

from __future__ import annotations

import re
from dataclasses import field, replace
from functools import lru_cache

from suyuan.facts.phrase import Phrase
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import Token, tokenise
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention
from suyuan.values import value

PHYSICAL = re.compile(r"[A-Za-z/]")  # mmHg, 人/km2: the phrase names the magnitude
AMOUNTS = frozenset(study_words().amounts)
IN_CHINESE = frozenset(study_words().physical_in_chinese)
PATIENTS = study_words().patients
DEEDS = frozenset(study_words().deeds_of_amount)
PERSONS = ("者", "人员", "人", "员", "工", "生", "师", "士")
DIMENSIONS = {  # endings of names of magnitudes that need no such suffix
    "温度": ("温", "温差", "点"),
    "长度": (
        "长",
        "宽",
        "高",
        "厚",
        "深",
        "径",
        "距",
        "跨",
        "度",
        "位移",
        "挠度",
        "沉降",
        "降水",
        "雨量",
        "降雨",
        "海拔",
        "高程",
        "水位",
        "液位",
        "潮位",
        "冠幅",
        "行程",
    ),
    "里程": ("长", "距", "跨度"),
    "体积": ("库容", "容积", "蓄积量", "径流量", "储量", "水量", "流量", "方量"),
    "时长": ("期", "病程", "龄", "时间", "时限", "间隔", "疗程", "寿命", "工期"),
}
SAVED = ("节水", "节电", "节能", "节氮", "节肥", "节药", "省工")
EVENTS = study_words().events
REPORTED = re.compile("(?:累计|共|新增)?报告(?=.{2})")
YEARS_OF = ("受教育", "从教", "任教", "从业", "从医", "执业", "务工", "居住", "服役", "种植")
FORM, COUNT_OF_FORMS = "问卷", "数"
LATIN_END = re.compile(r"[A-Za-z][A-Za-z0-9/-]*$")
BLANKS = re.compile(r"\s+|[①-⑳]")  # and marks of notes


@value
class Column:
    """The column that a number stands in."""

    measure: str | None
    stem: str | None = None  # the noun phrase without 数量, 增速 …: what a following number may carry on
    rule: str = ""
    owner: str | None = None  # words that name the row: 住建委（14项）
    dimension: str | None = None  # name of the dimension of the owner, where the text gives it (各部门)
    level: bool = True  # a level, not a growth, share or rank
    change: bool = False  # a growth or a difference: no row of a list carries it on
    each: tuple[str, ...] = ()  # names for the members of an enumeration, where each has its own
    owners: tuple[str, ...] = ()  # rows of the members of an enumeration
    actor: str | None = None  # who does what is counted, where the phrase begins with it
    deed: tuple[str, str] | None = None  # the rest of that phrase, and what the measure adds to it
    topic: str | None = None  # what a bare head after it is completed with, where that is not the stem
    unit: str | None = None  # of the number that it was read for
    breakdown: dict[str, str] = field(default_factory=dict)
    completed_by: str = ""  # rule that completed what the words of the number alone say


NONE = Column(None, rule="nothing_names_it")


def with_unit(column: Column, unit: str | None) -> Column:
    """The column as read for a number with this unit."""
    return column if column.unit == unit else replace(column, unit=unit)


def words_of(tokens: tuple[Token, ...]) -> str:
    """Text of a phrase as a column name: without quotation marks around all of it, quantities as written."""
    text = "".join([token.text for token in tokens])
    if text.isalpha():  # nothing to tidy but the last word
        return text.strip("的")
    text = BLANKS.sub("", text)
    if text[:1] in "“‘「" and text[-1:] in "”’」" and text[1:-1].find(text[:1]) < 0:
        text = text[1:-1]
    elif text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    return text.strip("、，的")


def counted(stem: str, mention: Mention) -> str:
    """Column name of a level: 标准 → 标准数量; a stem that names a magnitude stays."""
    words = column_words()
    unit = mention.unit
    if LATIN_END.search(stem) and (unit in (None, "倍") or is_money(mention) or is_share(mention)):
        return stem  # PE, EPS, CAGR: an abbreviation names the magnitude
    if mention.rank and unit in (None, "位", "名"):
        return stem if stem.endswith("排名") else stem + "排名"
    if is_money(mention):
        named = stem.endswith((*words.money_heads, *words.share_heads_end))
        each = (unit or "").partition("/")[2]
        return stem if named else stem + ("价格" if each in words.sold_by else "金额")
    if unit in words.shares:
        saved = "率" if stem.endswith(SAVED) and len(stem) > 1 else "占比"  # 较常规灌溉节水31%
        return stem if stem.endswith(words.share_heads_end) else stem + saved
    if unit is None and not mention.rank:
        if stem.endswith(words.doer_endings) or mention.unit_text:
            return stem if stem.endswith(words.count_heads) else stem + "数量"
        named = stem.endswith((*words.count_heads, *words.share_heads_end))
        return stem if named else stem + "数值"  # 满意度, 系数: no more is wanted
    suffix = words.suffix_by_unit.get(unit or "")
    if unit == "例" and stem.endswith((*PATIENTS, *words.group_endings)):
        return stem + ("数" if stem.endswith("例") else "例数" if stem.endswith(PATIENTS) else "患者例数")
    if unit == "例" and REPORTED.match(stem) and not stem.endswith(EVENTS):
        return stem + "病例数"  # 报告流腮1264例
    if unit == "种" and stem.endswith(words.organisms):
        return stem + "种数"
    by_number = stem.endswith(words.counted_by_number)
    if unit in words.classifiers and stem.endswith(words.things):
        return stem + (suffix or ("数" if by_number else "数量"))  # 2种|评分函数
    if stem.endswith(words.count_heads) or (suffix is not None and stem.endswith(suffix)):
        return stem
    if (
        (suffix in (None, "数量", "重量", "体积", "电量"))
        and unit is not None
        and _amount_of_deed(stem, unit)
    ):
        return stem + "量"  # 出货189万吨, 装车180GWh, 发电12万千瓦时
    if unit is not None and suffix is None and (PHYSICAL.search(unit) or unit in IN_CHINESE):
        return stem
    if suffix is not None and len(suffix) > 2 and stem.endswith(suffix[:-1]):
        return stem + suffix[-1]  # 商品种类|种类数
    if suffix in DIMENSIONS and stem.endswith(DIMENSIONS[suffix]):
        return stem  # 体温, 主跨, 全长, 半衰期
    if unit is not None and stem.endswith(unit):  # 货物品种: 种 names the unit already
        return stem + "数量"
    if unit == "年" and stem.endswith(YEARS_OF):
        return stem + "年限"  # 平均受教育7.2年
    if unit == "例" and stem.endswith(EVENTS):
        return stem + "例数"  # 诊断尘肺病163例, 死亡3例
    if unit == "份" and len(stem) > len(FORM) and stem.endswith(FORM):
        return stem + COUNT_OF_FORMS
    if suffix == "人数" and stem.endswith(PERSONS):
        return stem + "数"  # 学生数, 工人数
    done = next((verb for verb in words.surveying if stem.startswith(verb)), "")  # 抽取|小学
    alone = by_number or stem.removeprefix(done) in words.counted_alone
    return stem + (suffix or ("数" if alone else "数量"))


def _amount_of_deed(stem: str, unit: str) -> bool:
    """The phrase ends with a deed, and the unit is one of weight, volume or energy: what was shipped, generated or used."""
    if unit not in AMOUNTS or len(stem) < 2:
        return False
    return tokenise(stem, [])[-1].text in DEEDS


def is_money(mention: Mention) -> bool:
    """A sum of money."""
    return _of_money(mention.unit)


def is_share(mention: Mention) -> bool:
    """A percentage or a difference of percentages."""
    return mention.unit in column_words().shares


def is_duration(mention: Mention) -> bool:
    """A length of time."""
    return mention.unit in column_words().durations


def is_count(mention: Mention) -> bool:
    """A number of things: neither money nor share nor duration, and with a unit."""
    return _of_things(mention.unit)


@lru_cache(maxsize=4096)  # asked some twenty times for each number
def _of_money(unit: str | None) -> bool:
    return (unit or "").split("/")[0] in column_words().money


@lru_cache(maxsize=4096)
def _of_things(unit: str | None) -> bool:
    words = column_words()
    return unit is not None and not (_of_money(unit) or unit in words.shares or unit in words.durations)


SORTS = frozenset({"money", "share", "duration", "count", "bare"})  # sorts of numbers by their units


@lru_cache(maxsize=4096)
def sorts_of(unit: str | None) -> frozenset[str]:
    """The sorts (:data:`SORTS`) of a number with this unit: as :func:`is_money`, :func:`is_share` … say; bare without unit."""
    words = column_words()
    held = {
        "money": _of_money(unit),
        "share": unit in words.shares,
        "duration": unit in words.durations,
        "count": _of_things(unit),
        "bare": unit is None,
    }
    return frozenset(sort for sort in SORTS if held[sort])


def same_sort(a: Mention, b: Mention) -> bool:
    """Of one sort of unit, so that a column may be carried from one to the other."""
    return (is_money(a), is_share(a), is_duration(a)) == (is_money(b), is_share(b), is_duration(b)) and (
        a.unit == b.unit or is_money(a) or is_share(a)
    )


def empty(phrase: Phrase) -> bool:
    """Nothing in the phrase names a thing."""
    return not any(len(token.text) > 1 or token.flag[0] in "nLQ" for token in phrase.tokens)
