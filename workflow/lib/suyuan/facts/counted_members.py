"""Members of a list with the word that counts them: 甲、乙|两市|GDP, 左、右|两侧|边坡高度, 钢、铝|两种|材料用量."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.facts.tokens import tokenise
from suyuan.facts.words import column_words

NUMBERS = {"两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
NUMERALS = frozenset("一二三四五六七八九十")
MEMBER_ENDS = ("类", "业")


def counted_members(names: Sequence[str]) -> list[str] | None:
    """Each member of a list with the noun that its last name counts them by, and with what follows it; None where the last
    name does not say as many as there are members (高一、高二学生 count nothing).

    甲, 乙两市GDP → 甲市GDP, 乙市GDP; 国有, 民营两类企业 → 国有企业, 民营企业.
    """
    last = names[-1]
    if any(not name or name[-1] in NUMERALS for name in names[:-1]):
        return None
    at = next((i for i, char in enumerate(last) if i and NUMBERS.get(char) == len(names)), 0)
    if not at:
        return None
    head, rest = _head(last[at + 1 :])
    if not head or last[at - 1] == "第":
        return None
    members = [*names[:-1], last[:at]]
    if head in column_words().counting_only or (head in "种类" and all(len(name) > 1 for name in members)):
        head = ""
    return [name + ("" if name.endswith(head) else head) + rest for name in members]


def without_number(words: str, size: int) -> str:
    """期工程 of 两期工程, behind the last of so many members (一、二|两期工程); else the words."""
    counts = words[1:2] and NUMBERS.get(words[0]) == size and words[1] in column_words().member_heads
    return words[1:] if counts else words


def without_count(stem: str, size: int) -> str:
    """投资 of 两省投资, where the names of the two stand before it as places; else the stem."""
    if not stem or NUMBERS.get(stem[0]) != size:
        return stem
    head, rest = _head(stem[1:])
    return rest if head in column_words().noun_units or head in column_words().counted_places else stem


def _head(words: str) -> tuple[str, str]:
    """The noun or classifier behind the number, and what follows it."""
    words_known = column_words()
    if words[:1] and (words[0] in words_known.member_heads or words[0] in words_known.counting_only):
        return words[0], words[1:]
    tokens = tokenise(words, [])
    if not tokens or tokens[0].flag[0] not in "nqs":
        return "", ""
    return tokens[0].text, words[len(tokens[0].text) :]


def closed_members(words: str, size: int, several: re.Pattern[str]) -> list[str] | None:
    """家用电器和音像器材类、书报杂志类: each member ends as the last one, so that a 和 inside one is told apart; else None."""
    mark = words[-1:]
    if mark not in MEMBER_ENDS:
        return None
    names = re.split(rf"(?<={mark})(?:{several.pattern})", words)
    return names if len(names) == size and all(name.endswith(mark) for name in names) else None
