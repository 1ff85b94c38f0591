"""The verb that a list of counts shares: 改造和新建|8所医院、9所县医院和5所诊所 are all of 改造和新建."""

from __future__ import annotations

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import is_count
from suyuan.facts.right import right_phrase
from suyuan.facts.words import column_words

LINKS = frozenset({"、", "和", "及", "与", "以及"})
AND = frozenset({"和", "与", "及", "并"})
LONGEST_LIST = 12


def first_of_counts(par: Paragraph, index: int) -> int:
    """Index of the first number of the list 8所医院、9所县医院和5所诊所 that token ``index`` is in: each number with its noun
    right behind it; ``index`` itself outside such a list."""
    tokens = par.tokens
    for _ in range(LONGEST_LIST):
        at = index - 1
        if at < 2 or tokens[at].text not in LINKS:
            return index
        k = at - 1
        while k > 0 and tokens[k].flag not in ("QTY", "PUNCT", "TIME"):
            k -= 1
        if tokens[k].flag != "QTY" or not is_count(par.mentions[tokens[k].ref]):
            return index
        noun = right_phrase(par, k)
        if not noun.tokens or noun.first < at:
            return index
        index = k
    return index


def two_deeds(par: Paragraph, at: int) -> str:
    """改造|和|新建: the verb at ``at`` with the one that 和 joins to it, of as many characters; else the verb alone."""
    tokens = par.tokens
    verb = tokens[at].text
    if at < 2 or tokens[at - 1].text not in AND or len(tokens[at - 2].text) != len(verb):
        return verb
    other = tokens[at - 2]
    joined = other.flag in ("v", "vn") and other.text not in column_words().light_verbs
    return f"{other.text}{tokens[at - 1].text}{verb}" if joined else verb


def each_of_its_own(names: list[str]) -> bool:
    """接待游客、|实现|旅游收入: a verb opens the second name, or the first tells what was done for people."""
    words = column_words()
    host = names[0].startswith(words.done_for_people) and names[0].endswith(words.doer_endings)
    return host or any(without_verb(name) != name for name in names[1:])


def without_verb(name: str) -> str:
    """实现|旅游收入: the verb that drops out between a noun and what it has."""
    verb = next((verb for verb in column_words().transparent_verbs if name.startswith(verb)), "")
    return name.removeprefix(verb) or name
