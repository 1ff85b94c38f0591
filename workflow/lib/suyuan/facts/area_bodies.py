"""Bodies among the places of a text: organs of a place, companies, bodies that no table names; which of them are the subject."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from suyuan.facts.paragraph import LINKS, AreaWord, Paragraph
from suyuan.facts.tokens import tokenise
from suyuan.places.tables import companies, package_yaml

BODIES = frozenset({"body", "scheme", "organisation"})
SHORTEST_NAME = 7  # characters from which on a body without a place is a particular one


def is_organ(word: AreaWord) -> bool:
    """An organ of a place: figures are about the place."""
    return word.mention is not None and word.mention.organ


def is_nameless(word: AreaWord) -> bool:
    """A body that no table names and that is no organ of a place: it counts as a subject alone."""
    known = word.mention is not None and word.mention.known
    return word.kind == "body" and not is_organ(word) and not known


@cache
def _companies() -> frozenset[str]:
    return frozenset(company.name for company in companies())


def is_company(word: AreaWord) -> bool:
    """A company of the register: the number is about it where it is the subject, as of a body that no table names."""
    return word.kind == "body" and word.names[0] in _companies()


def listed_bodies(par: Paragraph, words: Sequence[AreaWord]) -> list[AreaWord]:
    """亚马逊、微软和谷歌: the bodies that the first one is joined to."""
    listed = [words[0]]
    for word in words[1:]:
        if word.kind != "body" or par.text[listed[-1].end : word.start] not in LINKS - {"，"}:
            break
        listed.append(word)
    return listed


def is_generic(word: AreaWord) -> bool:
    """市场监管局, 住建委 without a place: a sort of department, no particular body."""
    seated = word.mention is not None and word.mention.seat is not None
    return is_nameless(word) and not seated and len(word.names[0]) < SHORTEST_NAME


def is_counted_body(par: Paragraph, word: AreaWord) -> bool:
    """城市医疗集团|39个: a sort of body, which is counted."""
    return is_nameless(word) and bool(par.mentions_in(word.end, word.end + 1))


def opens_as_subject(par: Paragraph, word: AreaWord, start: int) -> bool:
    if word.kind != "body" or is_organ(word):
        return False
    begins = len(par.text[start : word.start].strip("，；：、 ")) <= 2
    return begins and not _begins_with_verb(par, word)


def _begins_with_verb(par: Paragraph, word: AreaWord) -> bool:
    """提请市人大常委会: a verb at the head shows that the walk to the left of the name went too far."""
    if not is_nameless(word):
        return False
    tokens = tokenise(par.text[word.start : word.end], [])
    names = package_yaml("bodies.yaml")["joined"]  # 首都: the cutter takes it for an adverb
    return bool(tokens) and tokens[0].flag[0] in "vdp" and tokens[0].text not in names
