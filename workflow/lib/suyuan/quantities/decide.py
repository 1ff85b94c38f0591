"""Stage 5: is the phrase a quantity? Returns the phrase, made ready, or the reason why it goes to the ledger."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from suyuan.flow import is_unreadable
from suyuan.quantities.after_unit import is_interval
from suyuan.quantities.bare import refuse_bare
from suyuan.quantities.phrase import Phrase
from suyuan.quantities.tables import numerals_table
from suyuan.quantities.thresholds import is_size_of_what_is_counted, passed_by_none

TABLE = numerals_table()
COUNTED = tuple(TABLE["counted_before"])
NO_REACHING = ("表达", "传达", "到达", "抵达", "转达")  # 表达|一个数字
POINTING = tuple(TABLE["pointing_before"])
POINTING_STRONGLY = tuple(TABLE["pointing_strongly"])
GROUP_OF_TRIAL = "组"
# 比较|两组|评分, 两组|比较, 两组|差异: the groups that the report has formed before; 两组复发率 tells how many there are
COMPARED_BEFORE = ("比较", "对比", "观察", "可见")
COMPARED = re.compile(
    r"(?:患者|病人|受试者|学生)?(?:之?间|的?比较|的?对比|的?差异|相比|均|都|分别|各有|性别|年龄|基线|一般(?:资料|情况)"
    r"|[^，。；：\d]{1,14}(?:比较|对比|的比较|的对比)(?=[，。；：（ ]|差异|$))"
)
GROUPS_OF_THINGS = re.compile(r"数据|试验|实验|试件|试样|样品|方案|参数|变量|模型|照片|对照|题|平行|数字|数")
LISTED = re.compile(r"等$")
GROUP_NOUN = re.compile(
    r"(?:的)?(?:残疾|学龄|适龄|在校|在岗|在职|留守|失能|高龄|常住|农村|城镇|乡村|城市|当地|本地)*(?:人口|老年|老人|老龄|中老年|中年|青年|"
    r"儿童|人群|居民|妇女|女性|男性|女童|男童|青少年|少年|成年|未成年|婴|幼|女职工|劳动|教师|教职工|职工|员工|工人|孕|产妇|"
    r"患者|病人|患儿|受访者|受试者|调查对象|研究对象|农民|农户|户主|学生|学龄|网民|用户|消费者|群体|者(?!是|为)|年龄段|年龄组|"
    r"组(?!成|织|建))"
    r"|[及和与、或](?!\d|以)[一-龥]{0,4}(?:人口|老人|儿童|人群|居民|妇女|女性|男性|青少年|教师|职工|患者|学生|群体|者)"
    r"|[ ：]?\d[\d ,.]*(?:人|名|例|位|户)"
)
TIMES = re.compile(r"[\d一二两三四]次")
LIST_BEFORE_THIS = re.compile(r"(?P<list>[^，。；：！？]+?[、和与及][^，。；：！？]+?)(?P<others>等)?[这那]$")
LIST_LINK = re.compile(r"[和与及]")
LONGEST_LIST = 120
BETWEEN = frozenset(".,，-~:/ ")  # between two parts of a number
PLACES = frozenset({"地", "省", "市", "区", "县", "州", "省市", "市县", "省区"})
STANDS_FOR_PLACES = "stands for places named"  # 京津两市, 三地: reason of a name
ORDERED = frozenset({"期", "阶"})
NAMES_UNIT = ("单位：", "单位为", "单位是", "单位")
# 5年以下的|占37.1%, 超过3 h者|仅占14.6%, 1000元以下的|居多: the bound names the group whose share follows
SHARE_OF_GROUP = re.compile(
    r"(?:的?者|的)[一-龥]{0,6}?(?:(?:均|都)?(?:仅|只|约|各|分别)?(?:占|有|达|为|不足|超过?|不过|近)[^，。；\d]{0,4}"
    r"(?:\d|[一二三四五六七八九半]成|[三两二]分|半)|居多|最多|较多|为主)"
)
KINDS_OF_BOUNDS = frozenset({"measure", "time", "score", "money"})
CONVERTED = re.compile(r" ?[=≈] ?\d[\d.×^]* ?[A-Za-zμ°一-龥]")
CONVERTING = re.compile(r"(?<![\d.])1 ?[A-Za-zμ°一-龥]{1,6}[²³23]? ?[=≈] ?$")
RATE_BASE = re.compile(r"每$|每隔$|每(?:增加|提高|上升|增长|升高|延长|下降|降低|减少|缩短)$|\b[Pp]er $")


def decide(text: str, phrase: Phrase) -> Phrase:
    """The phrase, with ``why_not`` set when it is no quantity (an earlier stage may have set it)."""
    reason = phrase.why_not or _refuse(text, phrase)
    return phrase if reason is None else replace(phrase, why_not=reason)


def _refuse(text: str, phrase: Phrase) -> str | None:
    numeral = phrase.numeral
    if numeral.vague:
        return "vague number"
    if phrase.reading is None:
        return "characters form no number"
    if _unreadable_beside(text, phrase.start, phrase.end):
        return "a character beside it cannot be read"  # 2016?05?15 where ? is a dash of a private font
    if any(
        "<fraction>" in unicodedata.decomposition(char)
        for char in text[numeral.digits_end : numeral.digits_end + 1]
    ):
        return "a fraction goes on"  # 5½
    if phrase.rank:
        return None
    if passed_by_none(text, phrase):
        return "bound that nothing passes"  # 没有一家企业的利润|超过500万元
    if is_size_of_what_is_counted(text, phrase):
        return "size of each of the things counted"  # 3个|万亿元|台阶
    if text[phrase.numeral.start - 1 : phrase.numeral.start] == "^":
        return "part of a formula"  # 10^18
    before = text[max(0, phrase.start - 6) : phrase.start]
    if (
        RATE_BASE.search(before)
        and phrase.before is None
        and phrase.second is None
        and phrase.reading.step <= phrase.reading.value
        and not (phrase.unit is not None and is_interval(text, phrase.end))
    ):
        return "base of a rate"
    if (
        phrase.reading.value == 1
        and phrase.unit is not None
        and phrase.unit.kind == "time"
        and TIMES.match(text, phrase.end)
    ):
        return "base of a rate"  # 1日3次
    if numeral.kind == "chinese" and before.endswith(NAMES_UNIT):
        return "names the unit of a table"  # 单位：百万元
    if _names_group(text, phrase):
        return "label of a group"
    if _is_conversion(text, phrase, before):
        return "conversion of units"
    if phrase.unit is None:
        return refuse_bare(text, phrase, before)
    if numeral.kind == "arabic":
        return _refuse_arabic(text, phrase, before)
    return _refuse_chinese(text, phrase, before)


def _names_group(text: str, phrase: Phrase) -> bool:
    """Whether a bound names those whose share or number follows; a bound of people counted is none."""
    unit = phrase.unit
    if (
        unit is None
        or phrase.comparator in ("=", "~", "range")
        or SHARE_OF_GROUP.match(text, phrase.end) is None
    ):
        return False
    return unit.kind in KINDS_OF_BOUNDS or (unit.kind == "count" and text.startswith("者", phrase.end))


def _is_conversion(text: str, phrase: Phrase, before: str) -> bool:
    """1 mmHg=|0.133 kPa, 1亩≈|667 m2: what a unit is in another; 1美元=7.1元 is a price."""
    unit = phrase.unit
    if unit is None or unit.kind not in ("measure", "time") or phrase.reading is None:
        return False
    opens = phrase.reading.value == 1 and CONVERTED.match(text, phrase.end) is not None
    return opens or CONVERTING.search(text, max(0, phrase.start - 14), phrase.start) is not None


def _unreadable_beside(text: str, start: int, end: int) -> bool:
    """Whether a character that cannot be read touches text[start:end], or only a point, comma, sign or blank is between."""
    before = text[max(0, start - 2) : start]
    after = text[end : end + 2]
    if before[-1:] in BETWEEN and is_unreadable(before[:-1]):
        return True
    if after[:1] in BETWEEN and is_unreadable(after[1:]):
        return True
    return is_unreadable(before[-1:]) or is_unreadable(after[:1])


def _refuse_arabic(text: str, phrase: Phrase, before: str) -> str | None:
    assert phrase.unit is not None
    last = text[phrase.start - 1 : phrase.start] if phrase.start == phrase.numeral.start else ""
    if last == "." and text[phrase.start - 2 : phrase.start - 1].isdigit():
        return "part of a longer number"  # 1.234.567元
    if last.isascii() and last.isalpha() and text[phrase.start - 2 : phrase.start - 1].isdigit():
        return "a letter among the digits"  # 20I5万元, as recognition leaves it
    if (
        last
        and last.isascii()
        and (last.isalpha() or last in "_.")
        and phrase.unit.kind not in ("money", "share")
    ):
        return "letters before the digits"
    if before.endswith(POINTING_STRONGLY) and phrase.unit.kind in ("count", "noun"):
        return None if _counts_a_list(text, phrase) else "points back"
    if phrase.unit.kind == "noun" and phrase.unit.end == phrase.unit.start + 1 and phrase.numeral.factor > 1:
        return "noun in place of a classifier"
    if phrase.unit.unit == "岁" and phrase.comparator != "=" and GROUP_NOUN.match(text, phrase.end):
        return "label of an age group"
    return None


def _counts_a_list(text: str, phrase: Phrase) -> bool:
    """甲局、乙局和丙局这3个部门: the number says how many stand in the list right before 这; 等这15家 likewise."""
    listed = LIST_BEFORE_THIS.search(text, max(0, phrase.start - LONGEST_LIST), phrase.start)
    if listed is None or phrase.reading is None:
        return False
    members = listed.group("list").split("、")
    sizes = {len(members), len(members) + 1} if LIST_LINK.search(members[-1]) else {len(members)}
    return listed.group("others") is not None or phrase.reading.value in sizes


def _refuse_chinese(text: str, phrase: Phrase, before: str) -> str | None:
    """Counts in Chinese numerals: 一 is mostly an article; 两市, 三地 point back; 三大 is rhetoric."""
    unit, numeral = phrase.unit, phrase.numeral
    assert unit is not None and phrase.reading is not None
    if phrase.rule in ("and_a_half", "two_digits", "range", "compound") and unit.kind not in (
        "noun",
        "arabic",
    ):
        return None
    if phrase.rule in ("tenths", "price_in_tenths", "share_of_words", "per_hundred"):
        return None
    if unit.kind in ("money", "share", "ratio", "measure"):
        lone = numeral.bare_power and phrase.before is None and numeral.end - numeral.start == 1
        return "bare power of ten" if lone else None
    if numeral.kind == "half":
        return None if unit.kind == "time" else "article"
    digits = text[numeral.start : numeral.digits_end]
    if digits == "一" and unit.unit in ORDERED and phrase.before is None:
        return "ordinal in words"  # 核电一期, 一阶逻辑
    if digits == "一":
        if phrase.before is not None and phrase.before.text == "突破":
            return "article"  # 突破一批: a verb and an article
        if phrase.before is not None or phrase.after is not None:
            return None
        return None if before.endswith(COUNTED) and not before.endswith(NO_REACHING) else "article"
    bound = phrase.after is not None and phrase.after.comparator in (">=", "<=")  # 千辆以上
    if numeral.bare_power and phrase.before is None and not phrase.more and not bound:
        return "bare power of ten"
    if unit.kind == "arabic":
        return "grade in words"
    if digits == "二" and unit.kind in ("count", "noun"):
        return "ordinal in words"  # counts say 两: 二轮, 二审 are the second
    if unit.kind == "noun" and numeral.factor > 1:
        return "noun in place of a classifier"
    if before[-1:].isascii() and before[-1:].isupper() and before[-2:-1] in ("", "、", "和", "与", "，"):
        return "letters stand for the things counted"  # A、B两个城市
    if before.endswith(POINTING) and (unit.kind != "time" or before[-1] in "这那此"):
        counted = unit.kind == "count" and before[-1] in "这那" and _counts_a_list(text, phrase)
        return None if counted else "points back"
    if unit.unit == "岁" and phrase.comparator != "=" and GROUP_NOUN.match(text, phrase.end):
        return "label of an age group"
    if unit.unit == GROUP_OF_TRIAL and (before.endswith(COMPARED_BEFORE) or COMPARED.match(text, phrase.end)):
        return None if GROUPS_OF_THINGS.match(text, phrase.end) else "points back"
    if unit.kind == "noun":
        if LISTED.search(before) or (
            phrase.reading.value >= 4 and len(digits) >= 1 and phrase.reading.value != 10
        ):
            return None
        return STANDS_FOR_PLACES if unit.unit in PLACES else "noun in place of a classifier"
    return None


def is_year(phrase: Phrase) -> bool:
    """A bare four-digit number from 1900 to 2100: a year in a citation or a title."""
    reading = phrase.reading
    return (
        phrase.unit is None and reading is not None and phrase.numeral.kind == "arabic" and reading.step == 1
        and phrase.numeral.end - phrase.numeral.start == 4 and 1900 <= reading.value <= 2100
    )  # fmt: skip
