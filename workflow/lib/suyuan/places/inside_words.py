"""Names that only seem to stand in a text: 衡水 in 均衡水平, 重庆 in 隆重庆祝, 浦江 in 黄浦江, 空客 in 航空客运."""

from __future__ import annotations

import re
from functools import lru_cache

from suyuan.cutter import word_cutter
from suyuan.places.records import Place
from suyuan.places.tables import company_names, place_words

AROUND_COMPANY = 4  # characters on each side of the name of a company
BEFORE = 3  # characters before the name that the words are cut from
WATERS_AND_HILLS = ("江", "河", "湖", "山")
MOVES = re.compile("(?:[向往朝]|移向|偏向)$")  # 重心向|西北|偏移11.2 km
MOVED = re.compile("方向|方|[偏推]?移|迁|延伸|扩[展张散]|转|递|倾斜|蔓延|凹|移|汇|展布|倾|流(?!动)")
COMPASS = frozenset({"西北", "东北", "西南", "东南"})
# 东部产业向|西南|转移: what goes to a part of the country; the centre of it (产业重心) only moves that way
SENT = re.compile(
    "产业|产能|企业|投资|项目|业务|市场|订单|资金|支付|资源|物资|电力|指标|政策|援助|人口|人才|劳动力|客流|游客"
)
CENTRE = re.compile("[重质中]心|椭圆|轴")
GRADIENT = re.compile(
    "西北(?:[-—]+|[向往])东南|东南(?:[-—]+|[向往])西北|东北(?:[-—]+|[向往])西南|西南(?:[-—]+|[向往])东北"
    "|(?<=[由自从])[东西][南北]部?[向往至][东西][南北]"
)
FROM_SIDE = re.compile("[由自从](?:[东西][南北]|[东西南北])部?[向往至]$")  # 由东北向|西南|汇流
LATELY = 30  # characters before a side of the compass that say what moves
RING_ROAD = re.compile("[二三四五六七]环")
# what makes another word of the ending: 东方市|场, 县|域, 县|道, 市|政工程, 南岸|区段
NOT_AFTER = re.compile(
    "(?<=县)(?:[级域委]|道(?!路)|市(?![场区政容民]))"
    "|(?<=市)(?:[场值价容域级直化群圈]|民(?!政)|政(?!府|协))"
    "|(?<=区)(?:[域级间块段]|位(?![于居列])|划(?![定出拨分转])|别(?!墅))"
    "|(?<=旗)[舰帜袍下]"
)
# below a county of the same short name: 柳河|镇, but 云梦|乡村, 云梦|村民
TOWN = re.compile("镇(?![级域江])|乡(?![村镇土亲])|村(?![民级镇])|街道")
LEVEL = "级"  # 海淀区|级: of the district
KINDS = frozenset({"country", "province", "prefecture", "county"})


def belongs_to_a_word(text: str, start: int, end: int, place: Place) -> bool:
    """Whether a name of two characters, the name of a unit, is only a part of a word of the dictionary.

    A word begins before it and ends inside it (均衡|水), or holds it whole, with something before it that is no word by
    itself (出海口; but 首都|北京 is the place). Or it begins the name of a river or a hill (黄浦|江). A part of the country
    before the number of a ring road is a side of a city (西北|四环). A part of a province and a sea are none
    where a word runs over either end (淅川|中学, 汶川|北部, 闽南语). Names of companies: see ``_stands_as_company``.
    """
    if place.kind in ("region", "group") and (RING_ROAD.match(text, end) or _is_direction(text, start, end)):
        return True
    if place.kind == "body" and place.name in company_names():
        return not _stands_as_company(text, start, end, place.name)
    if (
        end - start == 2
        and place.kind == "region"
        and (place.parent is not None or place.name.endswith("海"))
    ):
        low = max(0, start - BEFORE)
        return _cut_by_words(text[low : end + BEFORE], start - low, end - low, larger=True)
    if place.kind == "county" and _is_another_unit(text, start, end, place):
        return True
    if end - start != 2 or place.kind not in KINDS:
        return False
    if text[end : end + 1] in WATERS_AND_HILLS and word_cutter().knows(text[start : end + 1]):
        return True
    if not start or not "一" <= text[start - 1] <= "龥":
        return False
    low = max(0, start - BEFORE)
    return _runs_into(text[low : end + 1], start - low, place.kind == "country")


def _is_direction(text: str, start: int, end: int) -> bool:
    """质心向|东北|移动4.7 km, 由|西南|向|东北|递减: a side of the compass, no part of the country."""
    if text[start:end] not in COMPASS:
        return False
    if GRADIENT.match(text, start) is not None or FROM_SIDE.search(text, max(0, start - LATELY), start):
        return True
    if MOVES.search(text, max(0, start - 2), start) is None or MOVED.match(text, end) is None:
        return False
    before = re.split("[，。；]", text[max(0, start - LATELY) : start])[-1]
    return SENT.search(before) is None or CENTRE.search(before) is not None


def _is_another_unit(text: str, start: int, end: int, place: Place) -> bool:
    """南岸|区段, 三河|市场: the ending begins another word; 柳河|镇: a town, no county."""
    if text[start:end] == place.full_name:
        return text[end : end + 1] != LEVEL and NOT_AFTER.match(text, end) is not None
    return text[end - 1] != place.full_name[-1] and TOWN.match(text, end) is not None


def _stands_as_company(text: str, start: int, end: int, name: str) -> bool:
    """Whether the name of a company is no part of other words: not 航|空客|运量, 亚马逊|雨林, 长安汽车|站, 上海医药|制造业."""
    words = place_words()
    if text.startswith(words.company_before, end):
        return True
    if name in words.company_only_before or text.startswith(words.company_not_before, end):
        return False
    low = max(0, start - AROUND_COMPANY)
    return not _cut_by_words(text[low : end + AROUND_COMPANY], start - low, end - low)


@lru_cache(maxsize=8192)
def _cut_by_words(window: str, start: int, end: int, larger: bool = False) -> bool:
    """Whether a word of the dictionary runs over the start or the end of a name.

    ``larger``: the name of a larger place that begins with it (川西高原) does not count.
    """
    at = 0
    for word, flag in word_cutter().cut(window):
        after = at + len(word)
        if larger and at == start and flag == "ns":
            return False
        if (at < start < after or at < end < after) and word_cutter().knows(word):
            return True
        at = after
    return False


@lru_cache(maxsize=8192)
def _runs_into(window: str, start: int, whole_country: bool) -> bool:
    at = 0
    for word, _ in word_cutter().cut(window):
        end = at + len(word)
        if at < start < end:
            if not word_cutter().knows(word):
                return False
            return end == start + 1 or not (whole_country or word_cutter().knows(window[at:start]))
        at = end
    return False
