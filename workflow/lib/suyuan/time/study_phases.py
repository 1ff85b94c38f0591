"""Phases of a study with dates of their own: 阶段Ⅰ（2023年3-5月）, …的210例为建模组, 首季."""

from __future__ import annotations

import re

from suyuan.language import any_of
from suyuan.time.points import count
from suyuan.time.study_words import study_words
from suyuan.values import value

Phases = dict[str, str]  # label of a phase -> EDTF

SIDES = f"{any_of(study_words().events)}[前后]"  # 改造前, 培训后
KINDS = "时段|时期|阶段|批次|季|期|轮|波|批|次|茬|造|年(?![级龄代生])"
ORDINAL = re.compile(
    rf"(?:第?(?P<n>[一二三四五1-5])(?:个?(?:小麦|玉米|水稻|棉花)?(?:生长|种植|生育))?(?P<kind>{KINDS})"
    r"|阶段(?P<after>[一二三四五1-5]|I{1,3}V?))(?!节|度|末|间|均|比|别|要)"
)
SEASON = re.compile("(?P<first>首|前一|头)季|(?P<second>次|后一|再生)季")
# 前一时段, 后阶段; behind other words only 前一时段 (甲国前一时段), as 产前阶段, 放假前一个时段 are before another event
HALF = re.compile(
    "(?:(?<![一-龥])|(?<=[在于与和较比为从由的是而])|(?=.一(?:时段|时期|阶段)))"
    "(?:(?P<first>前)|(?P<second>后))一?个?(?P<kind>时段|时期|阶段)(?!间)"
)
CROPS = "小麦|玉米|水稻|油菜|大豆|花生|马铃薯|棉花|绿肥|麦|稻"
FULL = {"麦": "小麦", "稻": "水稻"}  # crops by a part of their name
CROP = re.compile(f"[早中晚](?:稻|造|季)|[春夏秋]茬|[冬春夏秋]?(?P<plant>{CROPS})季")
LAST = re.compile(f"(?:最近|最后|末|最末)一?(?P<kind>{KINDS})(?![期间])")
NAMED = re.compile(
    "(?:训练|验证|建模|测试|外部验证|内部验证|推导|发现|复制)(?:集|组|队列)"
    "|(?<!校正|调整|控制)基线(?:调查|期)?(?![^，。；\\d]{0,6}后)|追踪调查|末期调查|正式调查"
    f"|{SIDES}"
)
WHOLE = re.compile(
    r"(?<![第十近前后])(?P<n>[两二三四五]|(?<!\d)[2-5])(?:个?(?:生长|种植|小麦|玉米|水稻)?季|茬|年(?![级代])|个?阶段|[轮期波](?![间末])"
    r"|个?(?:时点|年份|时期|时段|断面年|节点|时相)|次(?:调查|测量|施测|监测|测评|采样|普查|观测))(?P<each>[^，。；\d]{0,16}(?:分别|依次))?"
    r"|(?:(?:上述|以上)各?(?:年份|时点|时期|年度)|[各历](?:[次轮期波年]|年份|时点)(?:调查|测量|施测|监测|测评|采样|普查|观测)?)(?P<row>[^，。；\d]{0,16}(?:分别|依次))"
    r"|(?P<all>各个?(?:阶段|时期|批次)|(?:整个|全部)(?:试验|实验|研究)(?:期间?|过程))"
)
BASIS = re.compile(
    "(?:[为较比与同]|相当于|[高低优多少大小长短快慢强弱早晚]于)$"
)  # 约为|阶段II的2.4倍: what is compared with
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
NEAR = 16
STAGE = "阶段"  # label of a stage, before its number
LATEST = "末期"  # label of the last of several waves


@value
class Named:
    """A phase named in a text; ``label`` is None for all of them together, ``each`` where numbers go with them one by one."""

    start: int
    end: int
    label: str | None
    number: int = 0
    each: bool = False
    labels: tuple[str, ...] = ()  # of a row whose members are named (春、秋两季依次为)


def phase_in(kind: str, number: int) -> str:
    """Label of the numbered phase of a kind."""
    return f"{kind}{number}"


def phases_named(text: str, start: int = 0, end: int | None = None) -> list[Named]:
    """Phases that ``text`` names, in order."""
    stop = len(text) if end is None else end
    found: list[Named] = []
    for match in ORDINAL.finditer(text, start, stop):
        word = match["n"] or match["after"]
        if match["n"] and not match.group().startswith("第"):
            continue  # 一次, 两批 count
        number = ROMAN.get(word) or count(word)
        found.append(Named(match.start(), match.end(), phase_in(match["kind"] or "阶段", number)))
    for match in SEASON.finditer(text, start, stop):
        found.append(Named(match.start(), match.end(), phase_in("季", 1 if match["first"] else 2)))
    for match in HALF.finditer(text, start, stop):
        found.append(Named(match.start(), match.end(), phase_in(match["kind"], 1 if match["first"] else 2)))
    for match in CROP.finditer(text, start, stop):
        found.append(Named(match.start(), match.end(), crop_called(match)))
    for match in LAST.finditer(text, start, stop):
        found.append(Named(match.start(), match.end(), LATEST))
    for match in NAMED.finditer(text, start, stop):
        found.append(Named(match.start(), match.end(), match.group()))
    for match in WHOLE.finditer(text, start, stop):
        number = count(match["n"]) if match["n"] else 0
        each = match["each"] is not None or match["row"] is not None
        found.append(Named(match.start(), match.end(), None, number, each))
    return sorted(found, key=lambda phase: phase.start)


def crop_called(match: re.Match[str]) -> str:
    """The label of a crop's season: 冬小麦季 and 麦季 are 小麦季."""
    plant = match["plant"]
    return f"{FULL.get(plant, plant)}季" if plant else match[0]


def label_at(text: str, start: int, end: int, sentence: tuple[int, int]) -> str | None:
    """The phase that a period is of: named just before it (阶段I：2023年3月), or by what it collected (…的210例为建模组)."""
    before = [phase for phase in phases_named(text, max(sentence[0], start - NEAR), start) if phase.label]
    if before and not re.search("[，。；]", text[before[-1].end : start]):
        return before[-1].label
    stop = re.search("[；。]", text[end : sentence[1]])
    after = phases_named(text, end, end + stop.start() if stop else sentence[1])
    second = re.search(r"\d{4}年", text[end : sentence[1]])
    for phase in after:
        named = phase.label in (None,) or NAMED.fullmatch(text, phase.start, phase.end) is None
        if not named and (second is None or phase.start < end + second.start()):
            return phase.label
    return None
