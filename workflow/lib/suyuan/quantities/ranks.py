"""Numbers that words of place or of doubling make: 位列第四, 排前五, 居全国首位; 翻番, 翻两番."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from suyuan.gated import gated
from suyuan.quantities.exclude import ORDINAL, is_in_a_row, is_rank
from suyuan.quantities.mention import Mention
from suyuan.quantities.numerals import HAN
from suyuan.quantities.phrase import Phrase
from suyuan.quantities.units import Unit
from suyuan.records.fact import Comparator

FRONT = re.compile(
    r"(?:位列|位居|名列|排名?|排在|居|列|进入|跻身|稳居|升至|处于)(?:全国|全省|世界|全球|国内|中部|亚洲|西部|东部)?前$"
)
# 跻身全球城市前五位, 排名我国算力规模前三位，: what is ranked stands between
FRONT_OF = re.compile(r"(?:位列|位居|名列|排名|排在|进入|跻身|稳居|升至|跃居)[^，。；、：（）\d]{2,14}前$")
# 第一、|二和|四位: places of one ranking, of which the first alone has 第
LISTED = re.compile(
    rf"第(?:\d+|[{HAN}]+)[位名]?(?:[、和与及]第?(?:\d+|[{HAN}]+)[位名]?)*[、和与及]$", re.ASCII
)
LONGEST_LIST = 32  # characters
FRONT_END = re.compile(r"[位名强](?=[，。；、）]|$|之列|行列)")
FIRST_PLACE = re.compile(
    r"(?:位列|位居|名列|排名|排行|排在|稳居|高居|跃居|居|列|占据|升至|保持|蝉联|雄踞|处于)[^，。；、]{0,16}首位$"
)
# 蝉联|榜首, 居各类地区|之首
HEAD_OF_LIST = re.compile(
    r"(?:位列|位居|名列|排名|排在|稳居|高居|跃居|居|列|占据|升至|保持|蝉联|雄踞|荣登|登上|登顶|重返|冲上|夺得|拿下)"
    r"[^，。；、]{0,16}?(?P<head>榜首|之首)(?=[，。；、）！？的]|$)"
)
DOUBLING = gated(
    r"(?P<before>接近|近乎|将近|几乎|差不多|大约|约|近|超过)?翻(?:了|上)?"
    r"(?:(?P<word>近|将近|约|超|超过|不止|不到)?(?P<times>[一二两三四五])番|番|倍)"
    r"(?P<more>还多|有余|[多余](?![个项次年]))?(?P<least>以上)?(?P<around>左右)?",
    ["翻"],
)


def read_rank(text: str, phrase: Phrase) -> Phrase:
    """位列第四, 居全国第3位, 排前五: a place in a ranking. 连续第7年: a span of time."""
    start, numeral = phrase.numeral.start, phrase.numeral
    if phrase.reading is None:
        return phrase
    if start and text[start - 1] == "第" and is_in_a_row(text, start - 1, numeral.end):
        return replace(phrase, start=start - 1, before=None)
    named = (
        start > 0
        and text[start - 1] == "第"
        and ORDINAL.match(text, start - 1) is not None
        and is_rank(text, start - 1, numeral.end)
    )
    listed = not named and _is_listed(text, start, numeral.end)
    if not named and not listed and not _is_front(text, start, numeral.end):
        return phrase
    end, unit = numeral.end, None
    if text[end : end + 1] in ("位", "名"):
        unit = Unit(end, end + 1, text[end], "count")
        end += 1
    rule = "rank" if named or listed else "rank_within"
    first = start if listed else start - 1  # with 第 or 前
    return replace(
        phrase, start=first, end=end, unit=unit, before=None, after=None, more=False, rule=rule, rank=True
    )


def _is_listed(text: str, start: int, end: int) -> bool:
    """Whether the number of ``text[start:end]`` goes on a list of ranks that 第 opens: 分列第三、|五位."""
    listed = LISTED.search(text, max(0, start - LONGEST_LIST), start)
    return listed is not None and is_rank(text, listed.start(), end)


def _is_front(text: str, start: int, end: int) -> bool:
    """Whether the number of ``text[start:end]`` says how many lead a ranking: 居全国前五, 跻身全球城市前五位."""
    if not text.endswith("前", 0, start):
        return False
    if FRONT.search(text, max(0, start - 8), start):
        return True
    return bool(FRONT_OF.search(text, max(0, start - 24), start) and FRONT_END.match(text, end))


def first_place(at: int) -> Mention:
    """居全国首位: first place in a ranking."""
    one = Fraction(1)
    return Mention(
        at, at + 2, at, at + 1, "=", one, None, None, one, False, one, one, False, False, "rank", None, None, "rank",
        rank=True,
    )  # fmt: skip


def heads_of_lists(text: str) -> list[Mention]:
    """蝉联榜首, 居各省之首: first place in a ranking, in words without a number."""
    return [first_place(match.start("head")) for match in HEAD_OF_LIST.finditer(text)] if "首" in text else []


DOUBLINGS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}


def _doubled(
    value: Fraction, word: str | None, more: bool
) -> tuple[Comparator, Fraction | None, Fraction | None, str]:
    """Comparator, least, greatest and rule; the next step of 番 is the double, the one before the half."""
    if more:
        return ">", value, value * 2, "and_more"
    if word in ("超", "超过", "不止"):
        return ">", value, None, "more_than"
    if word == "以上":
        return ">=", value, None, "at_least"
    if word == "不到":
        return "<", value / 2, value, "less_than"
    if word in ("近", "将近", "接近", "近乎", "几乎", "差不多"):
        return "~", value * 3 / 4, value, "nearly"
    if word in ("约", "大约", "左右"):
        return "~", value / 2, value * 2, "about"
    return "=", value, value, "share_of_words"


def find_doublings(text: str) -> list[Mention]:
    """翻番, 翻两番: the quantity has become 2, 4, … times as large."""
    mentions = []
    for match in DOUBLING.finditer(text):
        value = Fraction(2 ** DOUBLINGS[match["times"] or "一"])
        word = match["word"] or match["before"] or match["least"] or match["around"]
        comparator, low, high, rule = _doubled(value, word, match["more"] is not None)
        mentions.append(
            Mention(
                match.start(), match.end(), match.start(), match.end(), comparator, value, None, None, None, False,
                low, high, comparator == ">", comparator == "<" or high != value, rule, "倍", match.group(), "doubling",
            )
        )  # fmt: skip
    return mentions
