"""Which places of a stretch of text a number can be about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from suyuan.facts.area_bodies import (
    BODIES,
    is_company,
    is_counted_body,
    is_generic,
    is_nameless,
    is_organ,
    listed_bodies,
    opens_as_subject,
)
from suyuan.facts.area_honours import is_honour
from suyuan.facts.area_names import in_name, is_aside, is_example, is_itemised, is_quoted, written_parent
from suyuan.facts.area_patterns import FIRST_OF_ALL, patterns
from suyuan.facts.area_sources import is_source
from suyuan.facts.once import once
from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.facts.state_papers import is_label
from suyuan.places import Gazetteer
from suyuan.places.groups import NATIONAL, WORLD
from suyuan.places.records import GEOGRAPHIC
from suyuan.places.tables import package_yaml
from suyuan.quantities.mention import Mention

WIDEST = ((NATIONAL,), (WORLD,))
LEAD_FLAGS = frozenset({"TIME", "c", "d", "p", "PLACE", "PUNCT", "r", "m", "LATIN"})  # before a subject
REPORT_REACH = 14  # characters after a body within which 指出, 数据显示 show that it only tells
RELATION_REACH = 12
WHOLE_OF_SHARE = re.compile(
    "[^，。；\\d占]{0,14}(?:里|中|内)(?:所|分别|各|约|仅|只)*占"
)  # 在全国总产里分别占
TOTAL = re.compile("(?:现|总)?(?:共有?|合计|总计)约?")
MEAN_IS = re.compile("(?:为|是|达到?|仅|只有|约)[约仅]?$")
MORE_OR_LESS = frozenset({"高于", "低于", "超过", "不及"})


@dataclass(frozen=True, eq=False)
class AreaContext:
    """Areas that reach into a paragraph from outside."""

    gazetteer: Gazetteer
    heading: tuple[str, ...] = ()  # of the nearest heading that names a place
    document: tuple[str, ...] = ()  # of the document
    body: str | None = None  # that the document is of
    study: bool = False  # the document is a paper that reports a study
    sample: tuple[
        str, ...
    ] = ()  # place of the sample of a study, also where the document's place does not hold
    stems: tuple[str, ...] = ()  # the document's place holds only from where one of these names it
    text: str | None = (
        None  # of the document: a list of places bears the name of a group only if it is used there
    )
    company: bool = False  # that body is a company: what names no place is its own
    outsider: bool = (
        False  # others print the paper: what does not speak of the company may be of the whole trade
    )


def governing(
    par: Paragraph, start: int, end: int, mention: Mention | None, context: AreaContext
) -> list[AreaWord]:
    """Places that a stretch of text is about: those before the number, else the first one after it; all places of a
    stretch that lies before the number (``mention`` None).

    A body that the stretch begins with is the subject; then only places that it is joined to count (中关村企业在天津).
    """
    words = kept(par, par.areas_in(start, end), context, subjects=True)
    if not words:
        return []
    if opens_as_subject(par, words[0], start):
        between = par.text[words[0].end : words[1].start] if len(words) > 1 else ""
        joined = re.match(r"[^，]{0,3}(?:在|与|和|同|向|对)", between) is not None
        listed = listed_bodies(par, words)
        partners = [
            w
            for w in words[1:]
            if joined and w.kind in GEOGRAPHIC and (mention is None or w.start < mention.start)
        ]
        return [*listed, *partners]
    places = [word for word in words if not is_nameless(word) and not is_company(word)]
    if mention is None:
        return places
    first = [word for word in places if word.end <= mention.start]
    after = [word for word in places if word.start >= mention.end and not is_itemised(par, mention, word)][:1]
    if first and after and _related(par, mention, after[0]):
        return [*first, *after]
    return first or after


@once
def places_of(par: Paragraph, start: int, end: int, context: AreaContext) -> Sequence[AreaWord]:
    """Places that a stretch of text before the number is about."""
    return governing(par, start, end, None, context)


def kept(
    par: Paragraph, words: Sequence[AreaWord], context: AreaContext, *, subjects: bool = False
) -> list[AreaWord]:
    """Without places that only measure (占全市), rank (全国首个), report (ISO数据显示), or stand in a name in quotation marks.

    东城区、西城区等202个: examples are left out too, but for a superior that is written with them (河北保定、廊坊等六市).
    ``subjects`` keeps bodies that only the ending of their name gives away.
    """
    if not subjects:
        words = [word for word in words if not (is_nameless(word) or is_company(word))]
    told = (_told_by(par, word, context) for word in words)
    return [word for word in told if word is not None]


@once
def _told_by(par: Paragraph, word: AreaWord, context: AreaContext) -> AreaWord | None:
    """The place that a word tells of: its own, its superior where it is an example, or None."""
    if is_generic(word) or is_counted_body(par, word) or is_aside(par, word) or is_source(par, word):
        return None
    if in_name(par, word) or is_quoted(par, word) or _only_scope(par, word, context) or _reports(par, word):
        return None
    if not is_example(par, word, patterns().among):
        return word
    parent = written_parent(par, word)
    return replace(word, names=(parent,), kind="province") if parent is not None else None


def subjects_of(par: Paragraph, words: Sequence[AreaWord]) -> list[AreaWord]:
    """Without places in prepositional phrases (主要分布在京津两地): they do not carry on to the next clause."""
    out: list[AreaWord] = []
    dropped_end = -1
    for word in words:
        linked = dropped_end >= 0 and word.start - dropped_end <= 1
        oblique = patterns().oblique.search(par.text[max(0, word.start - 1) : word.start])
        if linked or oblique or _relative_subject(par, word):
            dropped_end = word.end
        else:
            out.append(word)
    return out


def _relative_subject(par: Paragraph, word: AreaWord) -> bool:
    """东南亚|遭遇|的|台风给…带来: the place belongs to a relative clause."""
    at = par.first_token(word.end)
    following = par.tokens[at : at + 2]
    if len(following) < 2 or following[0].start != word.end or following[1].flag != "uj":
        return False
    return following[0].flag == "v" or following[0].text in _relative_verbs()


@cache
def _relative_verbs() -> frozenset[str]:
    return frozenset(package_yaml("area_groups.yaml")["relative_verbs"])


def heads(par: Paragraph, word: AreaWord, start: int) -> bool:
    """The place is the subject or the setting of its clause: only times, 由于, 在 and the like stand before it."""
    low = max(start, par.clause(word.start).start)
    return all(token.flag in LEAD_FLAGS for token in par.tokens_between(low, word.start))


def lasting(par: Paragraph, words: Sequence[AreaWord], start: int) -> list[AreaWord]:
    """Without bodies and schemes that are not the subject, and places in what is counted (3325条|中国|餐馆评论): they
    do not last into the next clause."""
    return [
        word
        for word in words
        if (word.kind not in BODIES or heads(par, word, start))
        and not _in_counted(par, word)
        and not _in_brackets(par, word, start)
        and (
            word.kind != "group" or word.mention is not None
        )  # 西部|不显著: one of the parts set against each other
    ]


def _in_brackets(par: Paragraph, word: AreaWord, start: int) -> bool:
    before = par.text[start : word.start]
    return before.count("（") > before.count("）")


def _in_counted(par: Paragraph, word: AreaWord) -> bool:
    return word.start in par.mention_ends


@once
def body_at_head(par: Paragraph, start: int, end: int, context: AreaContext) -> AreaWord | None:
    """The body that is the subject of the sentence between ``start`` and ``end``, if one is."""
    words = kept(par, par.areas_in(start, end), context, subjects=True)
    return words[0] if words and opens_as_subject(par, words[0], start) else None


def _only_scope(par: Paragraph, word: AreaWord, context: AreaContext) -> bool:
    if word.names in WIDEST and WHOLE_OF_SHARE.match(par.text, word.end):
        return True
    of_place = par.text.startswith("的", word.end) and par.mentions_in(word.end + 1, word.end + 2)
    if of_place and par.text[max(0, word.start - 2) : word.start] in MORE_OR_LESS:
        return False  # 低于|美国|的71%
    if patterns().before.search(par.text[max(0, word.start - 6) : word.start]):
        return not _first_of_all(par, word)
    if context.document and patterns().attribute.match(par.text, word.end):
        return True
    if (
        word.kind == "anaphor"
        and word.names == context.document
        and patterns().after.match(par.text, word.end)
    ):
        return True  # 某机场成为全省第4个…: of the airport
    if word.names not in WIDEST:
        return False
    if is_honour(par, word):
        return True
    if is_whole_itself(par, word):
        return False
    if patterns().after.match(par.text, word.end):
        return True
    if context.document in ((), word.names):
        return False
    # in a document about a smaller place: an attribute, unless the clause is about it
    return not heads(par, word, par.sentences[par.sentence_at(word.start)].start)


def _first_of_all(par: Paragraph, word: AreaWord) -> bool:
    """比例以|甘肃省|（37.8%）较高, 以|上海市|居首，为0.71: the place is what the clause is about; not 以|上海|为载体."""
    led = par.text.endswith("以", 0, word.start) and word.names not in WIDEST
    return led and FIRST_OF_ALL.match(par.text, word.end) is not None


def is_whole_itself(par: Paragraph, word: AreaWord) -> bool:
    """全国平均普及率为|31%, 骑手全国共|270万人: a figure of the country itself, not one that is set against it."""
    clause = par.clause(word.start)
    if par.text.startswith("平均", word.end):
        inside = par.mentions_in(word.end, clause.end)
        first = par.mentions[inside.start].start if inside else word.end
        lead = par.text[clause.start : word.start].strip("，；：")
        return bool(inside) and not lead and MEAN_IS.search(par.text, word.end, first) is not None
    total = TOTAL.match(par.text, word.end)
    return total is not None and bool(par.mentions_in(total.end(), total.end() + 1))


def _reports(par: Paragraph, word: AreaWord) -> bool:
    """欧盟委员会评估指出, ISO数据显示, 交通运输部：…: it tells the figure."""
    if word.kind not in ("body", "organisation") or is_organ(word):
        return False
    if is_label(par, word):
        return True
    end = min(word.end + REPORT_REACH, par.clause(word.start).end)
    return patterns().reporting.search(par.text, word.end, end) is not None


def _related(par: Paragraph, mention: Mention, after: AreaWord) -> bool:
    """393家企业|在|天津: a place right after the counted noun."""
    between = par.text[mention.end : after.start]
    if par.text.startswith("的", after.end) and par.mentions_in(after.end + 1, after.end + 2):
        return False  # 美国的71%和|日本|的78%
    return len(between) <= RELATION_REACH and patterns().relation.search(between) is not None
