"""Numbers that words of place or of doubling make: 位列第四, 排前五, 居全国首位; 翻番, 翻两番."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from suyuan.quantities.exclude import ORDINAL, is_rank
from suyuan.quantities.mention import Mention
from suyuan.quantities.phrase import Phrase
from suyuan.quantities.units import Unit

FRONT = re.compile(
    r"(?:位列|位居|名列|排名?|排在|居|列|进入|跻身|稳居|升至|处于)(?:全国|全省|世界|全球|国内|中部|亚洲|西部|东部)?前$"
)
FIRST_PLACE = re.compile(r"(?:位列|位居|名列|稳居|高居|跃居|居|列|占据|升至)[^，。；、]{0,8}首位$")
DOUBLING = re.compile(r"翻(了)?(?:番|倍)|翻(?:了)?([一二两三四五])番")


def read_rank(text: str, phrase: Phrase) -> Phrase:
    """位列第四, 居全国第3位, 排前五: a place in a ranking."""
    start, numeral = phrase.numeral.start, phrase.numeral
    if phrase.reading is None:
        return phrase
    if (
        start
        and text[start - 1] == "第"
        and ORDINAL.match(text, start - 1)
        and is_rank(text, start - 1, numeral.end)
    ):
        end, unit = numeral.end, None
        if text[end : end + 1] in ("位", "名"):
            unit = Unit(end, end + 1, text[end], "count")
            end += 1
        return replace(
            phrase,
            start=start - 1,
            end=end,
            unit=unit,
            before=None,
            after=None,
            more=False,
            rule="rank",
            rank=True,
        )
    if FRONT.search(text, max(0, start - 8), start):
        end, unit = numeral.end, None
        if text[end : end + 1] in ("位", "名"):
            unit = Unit(end, end + 1, text[end], "count")
            end += 1
        return replace(
            phrase,
            start=start - 1,
            end=end,
            unit=unit,
            before=None,
            after=None,
            rule="rank_within",
            rank=True,
        )
    return phrase


def first_place(at: int) -> Mention:
    """居全国首位: first place in a ranking."""
    one = Fraction(1)
    return Mention(
        at, at + 2, at, at + 1, "=", one, None, None, one, False, one, one, False, False, "rank", None, None, "rank",
        rank=True,
    )  # fmt: skip


def find_doublings(text: str) -> list[Mention]:
    """翻番, 翻两番: the quantity has become 2, 4, … times as large."""
    mentions = []
    for match in DOUBLING.finditer(text):
        times = "一二两三四五".find(match.group(2)) if match.group(2) else 0
        power = (1, 2, 2, 3, 4, 5)[times] if match.group(2) else 1
        value = Fraction(2**power)
        mentions.append(
            Mention(
                match.start(), match.end(), match.start(), match.end(), "=", value, None, None, None, False, value, value,
                False, False, "share_of_words", "倍", match.group(), "doubling",
            )
        )  # fmt: skip
    return mentions
