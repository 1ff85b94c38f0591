"""Stage 2: spans of a flow whose numerals are no quantities, with their class: the ledger's side.

Titles 《…》, short quotations with a slogan in them, document and standard numbers, addresses, labels (表2), list
markers, ordinals, names and dates. Spans that other stages took come first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from suyuan.flow import Flow
from suyuan.quantities.dates import find_dates
from suyuan.quantities.names import name_at
from suyuan.quantities.numerals import HAN
from suyuan.quantities.tables import name_patterns, numerals_table
from suyuan.quantities.units import unit_at
from suyuan.quantities.words import shielding_word
from suyuan.records.fact import NumeralClass


class Claim(NamedTuple):
    """A span whose numerals go to the ledger."""

    start: int
    end: int
    numeral_class: NumeralClass
    reason: str | None


TABLE = numerals_table()
LABELS = "|".join(re.escape(word) for word in sorted(TABLE["labels"], key=len, reverse=True))
QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|‘[^‘’]*’")
SLOGAN = (
    24  # a quotation of at most so many characters with a number in words is a name; longer ones are speech
)
MARK = 14  # the same with Arabic digits
FIGURE = re.compile(r"\d[\d.,]*(?:%|[万亿]?元|万|亿|个百分点)", re.ASCII)
TITLE = re.compile(r"《(?:[^《》]|《[^《》]*》){1,120}》|〈[^〈〉]{1,60}〉")

NEEDS = {
    "digit": re.compile("[0-9]"),
    "digits": re.compile("[0-9]{5}"),
    "letter": re.compile("[A-Za-z]"),
    None: re.compile(""),
}
PATTERNS = tuple(
    (row.numeral_class, row.reason, re.compile(row.expression, re.ASCII), row.needs, row.holds)
    for row in name_patterns()
)
LABELLED = rf"(?:（(?!0\.)\d+(?:[.-]\d+)*）|\d+(?:[.-]\d+)*|[{HAN[2:]}]{{1,3}}(?![个项家种类年月日]))"
MORE_LABELLED = r"(?:[、,，和与及~至-]\d+(?![\d.]*[%万亿千百元个项家]))*"
LABEL = re.compile(rf"(?:{LABELS}) ?{LABELLED}{MORE_LABELLED}", re.ASCII)
NO_LETTERS = re.compile(r"[\d\s.\-、,，和与及~至（）]")
DECIMAL = re.compile(r"\d\.\d+$", re.ASCII)
LASTING = ("试验", "实验")
THINGS = tuple(TABLE["labels_of_things"])
LABEL_NOT_AFTER = frozenset(TABLE["label_not_after"])
STRONG_AFTER = re.compile(r"\.?\d*[%‰万亿元倍]|\d*个(?!人特)")
ORDINAL = re.compile(rf"第(?:\d+(?:\.\d+)*|[{HAN}]+)(?:[至到、-]第?(?:\d+|[{HAN}]+))*")
RANKS = tuple(TABLE["rank_before"])
FIRST = re.compile(r"首(?:个|届|次|批|家|位|创|例|台|套|部|条|座|款|只|单|项|年|期|架|艘|列)")
SECTION = re.compile(
    r"\d+(?:\.\d+)*[.、．]?|（\d{1,3}）|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、"
)
THOUSANDS = re.compile(r"\d,\d{3}(?!\d)", re.ASCII)  # 组合13,039,173股
THOUSANDS_BY_BLANK = re.compile(r"(?: \d{3})+(?![\d.])", re.ASCII)
MARK_OF_NOTE = re.compile(r"\d{1,2}(?![\d.])", re.ASCII)
RUN = re.compile(rf"[0-9{HAN}](?:(?<=\d)\d*(?:\.\d+)?|(?<!\d)[{HAN}]*)", re.ASCII)


HEADINGS = frozenset({"caption", "heading", "title"})
# 图10 近五年案件办理情况: the years that the table or the section covers, no statement about their number
YEARS_OF_A_HEADING = re.compile(
    rf"(?:近|最近|过去|未来|今后)(?:\d{{1,2}}|[{HAN}]{{1,3}})(?:年|个?月|个?季度|周|天)(?:来|间)?", re.ASCII
)


def find_claims(flow: Flow, taken: Sequence[tuple[int, int, NumeralClass]]) -> list[Claim]:
    """Claimed spans of a flow, those of ``taken`` first; they may overlap."""
    text = flow.text
    claims = [Claim(start, end, numeral_class, None) for start, end, numeral_class in taken]
    claims += [Claim(*match.span(), "name", "title") for match in TITLE.finditer(text)]
    claims += _section_number(flow)
    claims += _mark_of_note(flow)
    held = {needs for needs, pattern in NEEDS.items() if pattern.search(text)}
    for numeral_class, reason, pattern, needs, words in PATTERNS:
        if needs in held and (not words or any(map(text.__contains__, words))):
            claims += [Claim(*match.span(), numeral_class, reason) for match in pattern.finditer(text)]
    claims += _labels(text)
    claims += _slogans(text)
    claims += [Claim(start, end, "date", None) for start, end in find_dates(text)]
    if flow.block.kind in HEADINGS:
        claims += [Claim(*match.span(), "date", None) for match in YEARS_OF_A_HEADING.finditer(text)]
    claims += _names(text)
    claims += _ordinals(text)
    return claims


def _section_number(flow: Flow) -> list[Claim]:
    """The number in front of a heading, or of a paragraph that prints a blank after it (2.1　京津冀…)."""
    match = SECTION.match(flow.text)
    if match is None:
        return []
    end = match.end()
    blank = end < len(flow.text) and flow.offsets[end] - flow.offsets[end - 1] > 1
    point = match.group()[-1] in ".、）．"
    heading = flow.block.kind in ("heading", "title") and not STRONG_AFTER.match(flow.text, end)
    if heading and (blank or point or "." in match.group() or end == len(flow.text)):
        return [Claim(0, end, "section_number", None)]
    if blank and "." in match.group() and not STRONG_AFTER.match(flow.text, end):
        return [Claim(0, end, "section_number", None)]
    if point and not flow.text[end : end + 1].isdigit():
        return [Claim(0, end, "list_marker", None)]
    return []


def _mark_of_note(flow: Flow) -> list[Claim]:
    """The number that a note begins with, a blank after it or no unit: 9算力规模以…计."""
    match = MARK_OF_NOTE.match(flow.text) if flow.block.kind == "footnote" else None
    if match is None:
        return []
    end = match.end()
    blank = end < len(flow.text) and flow.offsets[end] - flow.offsets[end - 1] > 1
    counts = unit_at(flow.text, end) is not None or STRONG_AFTER.match(flow.text, end)
    return [Claim(0, end, "reference", "label")] if blank or not counts else []


def _labels(text: str) -> list[Claim]:
    claims: list[Claim] = []
    for match in LABEL.finditer(text):
        before = text[match.start() - 1 : match.start()]
        single = len(NO_LETTERS.sub("", match.group())) == 1
        if single and before in LABEL_NOT_AFTER:
            continue
        if before.isascii() and before.isalnum() and not (claims and claims[-1].end == match.start()):
            continue  # but 表4图3: one label right after another
        if (
            THOUSANDS.search(match.group())
            or STRONG_AFTER.match(text, match.end())
            or _counts_things(text, match)
        ):
            continue
        if not single and match.group()[-1] in HAN and text[match.end() : match.end() + 1] != "：":
            continue  # but 附件一：, 维度二：
        claims.append(Claim(*match.span(), "reference", "label"))
    return claims


def _counts_things(text: str, label: re.Match[str]) -> bool:
    """案例12个, 病例15例, 样本35份: what can be labelled can be counted; a classifier after the number tells."""
    if not label.group().startswith(THINGS):
        return False
    thousands = THOUSANDS_BY_BLANK.match(text, label.end())  # 样本2 987个
    unit = unit_at(text, thousands.end() if thousands is not None else label.end())
    decimal = DECIMAL.search(label.group()) is not None  # 落后于意识维度0.67分
    return unit is not None and (
        unit.kind == "count"
        or (decimal and unit.kind in ("score", "measure", "share"))
        or (unit.kind == "time" and label.group().startswith(LASTING))  # 正式试验42 d
    )


def _slogans(text: str) -> list[Claim]:
    """A short quotation with a Chinese numeral in it is a name or a slogan (“三个限制”, “七点要求”, “3+X”)."""
    claims = []
    for match in QUOTED.finditer(text):
        inside = match.group()[1:-1]
        if len(inside) > SLOGAN or "。" in inside or "；" in inside or FIGURE.search(inside):
            continue
        chinese = any(c in HAN and shielding_word(inside, at) is None for at, c in enumerate(inside))
        arabic = any(char in "0123456789" for char in inside)
        if chinese or (arabic and len(inside) <= MARK):
            claims.append(Claim(*match.span(), "name", "quoted"))
    return claims


def _names(text: str) -> list[Claim]:
    claims = []
    for match in RUN.finditer(text):
        name = name_at(text, *match.span())
        if name is not None:
            claims.append(Claim(*name))
    return claims


def _ordinals(text: str) -> list[Claim]:
    """第N is a name (第二阶段, 第九次会议, 第5至9条) unless a word of rank stands before it (位列第四)."""
    claims = []
    for match in ORDINAL.finditer(text):
        if not is_rank(text, match.start(), match.end()) and not is_in_a_row(
            text, match.start(), match.end()
        ):
            claims.append(Claim(*match.span(), "name", "ordinal"))
    return claims


RANK_AFTER = re.compile(r"(?:位|名)?(?=[，。；、）！\s”和且并]|$|的(?:位|省|城|国))|(?:位|名)(?![次义])")


# 由|2018年的|第9位|升至|2022年的|第3位: both ends of a change of rank, each with its moment and the field it is told in
MOMENT = (
    "(?:(?:(?:19|20)\\d\\d年(?:度|末|底|初)?|上年同期|去年同期|上年末?|去年|前年|期初|期末|年初|此前|目前)的?)?"
    "(?:在?(?:全国|全省|全市|全区|全县|全球|世界|国内|亚洲|中部|西部|东部|同类城市)的?)?"
)
MOVED = "[升降跃提进退跌滑落移变][^，。；\\d]{0,3}[到至为居]"
RANK_LED = re.compile(rf"(?<![理缘来])[由从自]{MOMENT}$")
RANK_CHANGES = re.compile(
    rf"[位名][^，。；\d]{{0,8}}{MOVED}{MOMENT}(?:[^，。；\d]{{0,4}}第(?:\d|[{HAN}])|首位)"
)
RANK_MOVED = re.compile(rf"{MOVED}了?{MOMENT}$")
LONGEST_LEAD = 20  # characters
RANKS_BEFORE = re.compile(rf"(?:第(?:\d+|[{HAN}]+)[位名]?[、和与及])+$")
BEHIND_OTHERS = ("之后", "之后的", "后的")
RANK_BEHIND = re.compile(  # 位列|美日之后的|第三位
    r"(?:位列|位居|居|列|排名?|排在|处于|名列)[^，。；：、\d（）]{1,8}(?:之后的?|后的)$"
)
# 密度|居各省区|第一: the verb before those that are ranked
RANKED_AMONG = re.compile(
    r"(?:位列|位居|名列|稳居|高居|跃居|排名|排在|保持|蝉联|居|列)(?:于|在)?[^，。；：、\d（）第]{1,10}[省市县区州国地城类校业内中群组种馆院者]$"
)
IN_A_ROW = re.compile(r"(?:年|个月|个?季度|周|天)(?![级龄])")


def is_in_a_row(text: str, start: int, end: int) -> bool:
    """连续第7年: so many years in a row, no name of one of them."""
    return text.endswith("连续", 0, start) and IN_A_ROW.match(text, end) is not None


def is_rank(text: str, start: int, end: int) -> bool:
    """Whether 第N at ``start`` is a place in a ranking: a word of rank before it and 位, 名 or the end of the clause after it."""
    listed = RANKS_BEFORE.search(text, max(0, start - 12), start)
    start = listed.start() if listed is not None else start  # 分列第一、|第二位
    before = text[max(0, start - 4) : start]
    low = max(0, start - LONGEST_LEAD)
    if RANK_CHANGES.match(text, end) and RANK_LED.search(text, low, start):
        return True
    if before.endswith(BEHIND_OTHERS) and RANK_BEHIND.search(text, max(0, start - 16), start):
        return RANK_AFTER.match(text, end) is not None
    named = before.endswith(RANKS) or RANKED_AMONG.search(text, max(0, start - 16), start) is not None
    return (named or RANK_MOVED.search(text, low, start) is not None) and RANK_AFTER.match(
        text, end
    ) is not None
