"""What a sentence says for a place that it names as that of the study."""

from __future__ import annotations

import re

from suyuan.facts.sites.candidates import Evidence
from suyuan.facts.sites.lines import Line
from suyuan.facts.sites.words import site_words
from suyuan.places.longer_names import in_title_marks
from suyuan.places.own_regions import withheld_in
from suyuan.places.records import PlaceKind
from suyuan.places.regions_by_ending import FISHERY

NEAR = 30  # characters between a place and the word of collecting that it is the place of
LIES = re.compile("(?:位于|地处|坐落)")  # 石羊河流域|位于甲省东部
SURVEYED = re.compile(
    "(?:境内|市域|全市)?(?:开展|进行|实施|组织)了?[^，。；]{0,10}?(?:调查|调研|访谈|走访|问卷)，"
)
OF = re.compile(r"的(?![一某两三四五六七八九十数各\d])")  # 甲县的|一座风电场
SEAT = re.compile("(?:位于|地处|坐落于|坐落在)(?:我国|中国)?$")
# 甲市排水公司|所辖老城区: what a body has under it lies there
OWNED = re.compile(
    r"所?(?:管辖|辖|属|管理|服务|供水|供电|供热|运营|运行|经营|养护)(?:范围|区域)?的?"
    r"(?:\d+ ?[kK]?V)?[一-龥]{0,8}?[区线网段域内户]"
)
OPENS = re.compile("(?:^|[^一-龥]|[年月日法样])$")
# 以|宁夏|枸杞为原料: what is worked on, not where; but 以渭北苹果园为试材
MATERIAL = re.compile(
    "(?!的)(?:(?![园田地林土区])[一-龥]){1,8}?[作]?为(?:试验|实验|供试|主要|研究)?(?:原料|材料|试材|主料|辅料|基质|底物|动物)"
)
# what a text says of a variety that took part in a trial elsewhere: 供试品种…通过河南省|区域试验
OF_VARIETY = re.compile("供试|该品[种系]|通过|审定|参加过|曾")
UNCLEAR = frozenset[Evidence]({"named"})


def evidence(
    line: Line, start: int, end: int, kind: PlaceKind | None = None
) -> tuple[frozenset[Evidence], int]:
    """What speaks for ``line.text[start:end]``, a place of ``kind``, and its distance to the nearest word of collecting, else to
    the head of the sentence.

    In the lead, where others' sentences stand too, only what a preposition leads to, or what opens the case.
    """
    text, words = line.text, site_words()
    if line.where == "title":
        return (frozenset({"case"}) if _is_case(text, start, end) else UNCLEAR), start
    led = words.leads.search(text, 0, start) is not None
    made = words.collecting.search(text) is not None or (led and words.doing.search(text) is not None)
    if line.where == "lead":
        return (frozenset({"led"}) if led and made else UNCLEAR), start
    if OF.match(text, end) and (line.where == "before" or words.collecting.search(text) is None):
        return UNCLEAR, start  # 甲省的经验, 甲省的调查很有名
    found: set[Evidence] = set()
    if kind == "prefecture" and led and SURVEYED.match(text, end):
        found.add("surveyed")
    if LIES.match(text, end):
        found.add("lies")
    trial = words.trial.match(text, end) if kind in ("province", "region", "group", "country") else None
    if trial is not None and OF_VARIETY.search(text, 0, trial.end()) is None:
        found.add("trial")
    if _is_case(text, start, end):
        found.add("case")
    if led and made:
        found |= {"led", "close"} if line.where == "abstract" and is_close(text, start) else {"led"}
    distance = _to_collecting(text, start, end)
    if distance <= NEAR:
        found.add("collected")
    if SEAT.search(text, 0, start):
        found.add("seat")
    if line.opens:
        found.add("opens")
    return frozenset(found or UNCLEAR), distance if "collected" in found else start


def is_close(text: str, start: int) -> bool:
    """Whether the words that lead to a place open the clause, or stand behind a date: 2021年在|甲县."""
    lead = site_words().leads.search(text, 0, start)
    return lead is not None and OPENS.search(text, 0, lead.start()) is not None


def is_site(line: Line, start: int, end: int, kind: PlaceKind = "region") -> bool:
    """Not the seat of a maker or office, nor in brackets (SPSS, 美国) or the marks of a title, nor left out.

    Nor before a name withheld (试验在华中|某猪场), unless it is a unit or a clause of the abstract opens with it."""
    words, text = site_words(), line.text
    withheld = text.startswith("某", end) and kind not in ("county", "prefecture", "province")
    if withheld and not (line.where == "abstract" and is_close(text, start)):
        return False
    if text.startswith("某", end) and any(
        words.makes.match(text, to) for at, to in withheld_in(text) if at == end
    ):
        return False  # 湖北|某建材公司|生产
    fished = text.endswith(FISHERY, start, end)  # 在闽南渔场|生产的渔船
    maker = words.maker.match(text, end)
    if maker is not None and not (fished or words.listed.match(text, end) or OWNED.match(text, maker.end())):
        return False  # but 甲省|上市公司, 甲市供水公司|所辖片区
    if kind in ("country", "province", "prefecture", "region") and MATERIAL.match(text, end):
        return False
    if words.made_by.search(text, 0, start) or words.left_out.match(text, end):
        return False
    return not in_brackets(text, start) and not in_title_marks(text, start, end)


def in_brackets(line: str, start: int) -> bool:
    """Whether a bracket that opens before a name closes behind it."""
    opened = max(line.rfind("（", 0, start), line.rfind("(", 0, start))
    return opened >= 0 and max(line.find("）", opened, start), line.find(")", opened, start)) < 0


def _is_case(text: str, start: int, end: int) -> bool:
    for match in site_words().case.finditer(text):
        group = "of" if match["of"] is not None else "at"
        if match.start(group) <= start and end <= match.end(group):
            return True
    return False


def _to_collecting(text: str, start: int, end: int) -> int:
    near = (
        max(word.start() - end, start - word.end(), 0)
        for word in site_words().collecting.finditer(text)
        if "。" not in text[min(word.start(), start) : max(word.end(), end)]
    )
    return min(near, default=NEAR + 1)
