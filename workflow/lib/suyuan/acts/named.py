"""Documents that a sentence names without title brackets: 出台推动甲发展的实施意见, 修订甲规则、乙规定, 甲规划获批."""

from __future__ import annotations

import re

from suyuan.acts.titles import Title
from suyuan.acts.words import ActWords

REACH = 150  # characters of an object: 印发支持甲、推动乙等5个文件
LONGEST, SHORTEST = 45, 6  # characters of a name; a shorter one is a common noun (实施方案)
SHORTEST_BEFORE = 8  # of one that stands before its verb
SHORTEST_COUNTED = 4  # 规章6件
COUNT_AFTER = re.compile(r"(?:[共计]*[\d,]+(?:余|多)?[件项部个份条批])$")
BRACKET_AFTER = re.compile("（[^（）]{1,20}）$")
COUNTED = re.compile(r"[\d一二两三四五六七八九十]+[余多]?(?:件|项|部|个|份|条|批)|等|首批|系列|一批")
MEMBERS = re.compile("[、和及与]|以及")
LEAD = re.compile("^(?:同时|并|且|正式|最终|其中)+")
NO_NAME = re.compile("^(?:[、”》）]|的|后|前|以来|之|会)|《|^[^“]*”")


def named_after(text: str, verb: int, stop: int, words: ActWords) -> tuple[tuple[Title, ...], int] | None:
    """Titles and end of the document that follows a verb without brackets, up to the end of its clause.

    ``verb``: where the verb ends; ``stop``: end of the clause. No titles where documents are only counted or described
    (规章6件, 稳外资政策). None where the object is no document.
    """
    end = verb + len(text[verb:stop].rstrip("，；：。！"))
    told = text[verb:end]
    if not SHORTEST_COUNTED <= len(told) <= REACH or NO_NAME.search(told):
        return None
    name = told.removeprefix("了")
    plain = COUNT_AFTER.sub("", name)
    noun = words.document.search(BRACKET_AFTER.sub("", plain))
    if noun is None:
        return None
    at = end - len(name)
    if plain != name or COUNTED.search(plain):
        return (), end
    if len(plain) < SHORTEST or plain.endswith(words.counted_only):
        return None
    members = _members(plain, words)
    if not members:
        return (Title(at, end, plain),) if _is_name(plain, words) else (), end
    return tuple(Title(at + a, at + b, plain[a:b]) for a, b in members), end


def named_before(text: str, verb: tuple[int, int], clause: tuple[int, int], words: ActWords) -> Title | None:
    """甲规划|获批实施: the name that is all that stands before a verb, with nothing after it in its clause."""
    rest = text[verb[1] : clause[1]].rstrip("，；：。！")
    if rest and rest not in words.follow_through:
        return None
    name = text[clause[0] : verb[0]]
    lead = LEAD.match(name)
    start = clause[0] + (lead.end() if lead else 0)
    name = text[start : verb[0]]
    if (
        MEMBERS.search(name)
        or COUNTED.search(name)
        or not words.document.search(name)
        or not _is_name(name, words)
    ):
        return None
    return Title(start, verb[0], name)


def _members(name: str, words: ActWords) -> list[tuple[int, int]]:
    """Spans of the names in a row, where each of them ends like one; none for a single name."""
    spans, start = [], 0
    for cut in [*MEMBERS.finditer(name), None]:
        end = cut.start() if cut else len(name)
        if words.document.search(name[start:end]) and _is_name(name[start:end], words):
            spans.append((start, end))
            start = cut.end() if cut else end
        elif cut is None:
            return []
    return spans if len(spans) > 1 else []


def _is_name(name: str, words: ActWords) -> bool:
    bare = BRACKET_AFTER.sub("", name)
    return SHORTEST <= len(name) <= LONGEST and not bare.endswith(words.described) and "“" not in name
