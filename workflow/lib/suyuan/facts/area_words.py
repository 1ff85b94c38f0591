"""Which places of a stretch of text a number can be about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from suyuan.facts.paragraph import LINKS, AreaWord, Paragraph
from suyuan.facts.tokens import tokenise
from suyuan.places import Gazetteer
from suyuan.places.groups import NATIONAL
from suyuan.places.records import GEOGRAPHIC
from suyuan.places.tables import package_yaml
from suyuan.quantities.mention import Mention

WORLD = "全球"
WIDEST = ((NATIONAL,), (WORLD,))
BODIES = frozenset({"body", "scheme", "organisation"})
LEAD_FLAGS = frozenset({"TIME", "c", "d", "p", "PLACE", "PUNCT", "r", "m", "LATIN"})  # before a subject
REPORT_REACH = 14  # characters after a body within which 指出, 数据显示 show that it only tells
SHORTEST_NAME = 7  # characters from which on a body without a place is a particular one
DATA = re.compile(r"[^，。；：]{0,8}(?:数据|统计)")
QUOTE_REACH = 30
RELATION_REACH = 12


@dataclass(frozen=True)
class AreaContext:
    """Areas that reach into a paragraph from outside."""

    gazetteer: Gazetteer
    heading: tuple[str, ...] = ()  # of the nearest heading that names a place
    document: tuple[str, ...] = ()  # of the document
    body: str | None = None  # that the document is of


@dataclass(frozen=True)
class Patterns:
    """Word tables on how a place relates to a number, as expressions."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    oblique: re.Pattern[str]
    relation: re.Pattern[str]
    reporting: re.Pattern[str]
    new_source: re.Pattern[str]
    among: re.Pattern[str]
    attribute: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """The expressions of the package's word tables."""
    table = package_yaml("area_groups.yaml")
    any_of = {
        key: "|".join(map(re.escape, table[key]))
        for key in ("scope_before", "scope_after", "oblique", "relations")
    }
    rank = r"第[一二三四五六七八九十\d]|前[一二三四五六七八九十\d]"
    whole = r"[^，。；、\d]{0,4}(?:的?比重|的?比例|占比|份额|占有率|市占率)"
    return Patterns(
        re.compile(f"(?:{any_of['scope_before']})$"),
        re.compile(f"(?:{any_of['scope_after']}|{rank}|{whole})"),
        re.compile(f"(?:{any_of['oblique']})$"),
        re.compile(f"(?:{any_of['relations']})$"),
        re.compile("|".join(map(re.escape, package_yaml("bodies.yaml")["reporting"]))),
        re.compile(f"[^，。；]{{0,4}}(?:{'|'.join(map(re.escape, table['new_source']))})，?"),
        re.compile(f"[均都也]?(?:{'|'.join(map(re.escape, table['among']))})"),
        re.compile(f"[一-龥]{{0,3}}(?:{'|'.join(map(re.escape, table['attribute_after']))})"),
    )


def governing(par: Paragraph, start: int, end: int, mention: Mention, context: AreaContext) -> list[AreaWord]:
    """Places that a stretch of text is about: those before the number, else the first one after it.

    A body that the stretch begins with is the subject; then only places that it is joined to count (中关村企业在天津).
    """
    words = kept(par, par.areas_in(start, end), context, subjects=True)
    if not words:
        return []
    if _body_subject(par, words[0], start):
        between = par.text[words[0].end : words[1].start] if len(words) > 1 else ""
        joined = re.match(r"[^，]{0,3}(?:在|与|和|同|向|对)", between) is not None
        listed = _listed_bodies(par, words)
        partners = [w for w in words[1:] if joined and w.kind in GEOGRAPHIC and w.start < mention.start]
        return [*listed, *partners]
    places = [word for word in words if not _nameless_body(word) and not is_company(word)]
    first = [word for word in places if word.end <= mention.start]
    after = [word for word in places if word.start >= mention.end][:1]
    if first and after and _related(par, mention, after[0]):
        return [*first, *after]
    return first or after


def kept(
    par: Paragraph, words: Sequence[AreaWord], context: AreaContext, *, subjects: bool = False
) -> list[AreaWord]:
    """Without places that only measure (占全市), rank (全国首个), report (ISO数据显示), or stand in a name in quotation marks.

    东城区、西城区等202个: examples are left out too, but for a superior that is written with them (河北保定、廊坊等六市).
    ``subjects`` keeps bodies that only the ending of their name gives away.
    """
    out = []
    for word in words:
        if is_generic(word) or _counted_body(par, word):
            continue
        if not subjects and (_nameless_body(word) or is_company(word)):
            continue
        if _quoted(par.text, word) or _only_scope(par, word, context) or _reports(par, word):
            continue
        if not _example(par, word):
            out.append(word)
        elif (parent := _written_parent(par, word)) is not None:
            out.append(replace(word, names=(parent,), kind="province"))
    return out


def subjects_of(par: Paragraph, words: Sequence[AreaWord]) -> list[AreaWord]:
    """Without places in prepositional phrases (主要分布在京津两地): they do not carry on to the next clause."""
    out: list[AreaWord] = []
    dropped_end = -1
    for word in words:
        linked = dropped_end >= 0 and word.start - dropped_end <= 1
        if linked or patterns().oblique.search(par.text[max(0, word.start - 1) : word.start]):
            dropped_end = word.end
        else:
            out.append(word)
    return out


def heads(par: Paragraph, word: AreaWord, start: int) -> bool:
    """The place is the subject or the setting of its clause: only times, 由于, 在 and the like stand before it."""
    low = max(start, par.clause(word.start).start)
    return all(token.flag in LEAD_FLAGS for token in par.tokens if low <= token.start < word.start)


def lasting(par: Paragraph, words: Sequence[AreaWord], start: int) -> list[AreaWord]:
    """Without bodies and schemes that are not the subject, and places in what is counted (3325条|中国|餐馆评论): they
    do not last into the next clause."""
    return [
        word
        for word in words
        if (word.kind not in BODIES or heads(par, word, start))
        and not _in_counted(par, word)
        and not _in_brackets(par, word, start)
    ]


def _in_brackets(par: Paragraph, word: AreaWord, start: int) -> bool:
    before = par.text[start : word.start]
    return before.count("（") > before.count("）")


def _in_counted(par: Paragraph, word: AreaWord) -> bool:
    return any(mention.end == word.start for mention in par.mentions)


def body_at_head(par: Paragraph, start: int, end: int, context: AreaContext) -> AreaWord | None:
    """The body that is the subject of the sentence between ``start`` and ``end``, if one is."""
    words = kept(par, par.areas_in(start, end), context, subjects=True)
    return words[0] if words and _body_subject(par, words[0], start) else None


def is_organ(word: AreaWord) -> bool:
    """An organ of a place: figures are about the place."""
    return word.mention is not None and word.mention.organ


def _nameless_body(word: AreaWord) -> bool:
    """A body that no table names and that is no organ of a place: it counts as a subject alone."""
    known = word.mention is not None and word.mention.known
    return word.kind == "body" and not is_organ(word) and not known


@cache
def _companies() -> frozenset[str]:
    return frozenset(package_yaml("bodies.yaml")["companies"].split())


def is_company(word: AreaWord) -> bool:
    """A company of the table: the number is about it where it is the subject, as of a body that no table names."""
    return word.kind == "body" and word.names[0] in _companies()


def _listed_bodies(par: Paragraph, words: Sequence[AreaWord]) -> list[AreaWord]:
    """亚马逊、微软和谷歌: the bodies that the first one is joined to."""
    listed = [words[0]]
    for word in words[1:]:
        if word.kind != "body" or par.text[listed[-1].end : word.start] not in LINKS - {"，"}:
            break
        listed.append(word)
    return listed


def told_by(par: Paragraph, start: int, end: int) -> str | None:
    """根据WHO的数据, 国家统计局统计: where nothing else says it, figures are of the place of the body that tells them."""
    worldwide = package_yaml("bodies.yaml")["worldwide"]
    for word in par.areas_in(start, end):
        if word.kind not in BODIES or DATA.match(par.text, word.end) is None:
            continue
        if word.names[0] in worldwide:
            return WORLD
        if word.mention is not None and word.mention.known and word.mention.seat is not None:
            return word.mention.seat
    return None


def is_generic(word: AreaWord) -> bool:
    """市场监管局, 住建委 without a place: a sort of department, no particular body."""
    seated = word.mention is not None and word.mention.seat is not None
    return _nameless_body(word) and not seated and len(word.names[0]) < SHORTEST_NAME


def _counted_body(par: Paragraph, word: AreaWord) -> bool:
    """城市医疗集团|39个: a sort of body, which is counted."""
    return _nameless_body(word) and any(mention.start == word.end for mention in par.mentions)


def _body_subject(par: Paragraph, word: AreaWord, start: int) -> bool:
    if word.kind != "body" or is_organ(word):
        return False
    begins = len(par.text[start : word.start].strip("，；：、 ")) <= 2
    return begins and not _begins_with_verb(par, word)


def _begins_with_verb(par: Paragraph, word: AreaWord) -> bool:
    """提请市人大常委会: a verb at the head shows that the walk to the left of the name went too far."""
    if not _nameless_body(word):
        return False
    tokens = tokenise(par.text[word.start : word.end], [])
    return bool(tokens) and tokens[0].flag[0] in "vdp"


def _only_scope(par: Paragraph, word: AreaWord, context: AreaContext) -> bool:
    if patterns().before.search(par.text[max(0, word.start - 6) : word.start]):
        return True
    if context.document and patterns().attribute.match(par.text, word.end):
        return True
    if word.names not in WIDEST:
        return False
    if patterns().after.match(par.text, word.end):
        return True
    if context.document in ((), word.names):
        return False
    # in a document about a smaller place: an attribute, unless the clause is about it
    return not heads(par, word, par.sentences[par.sentence_at(word.start)].start)


def _reports(par: Paragraph, word: AreaWord) -> bool:
    """欧盟委员会评估指出, ISO数据显示: it tells the figure."""
    if word.kind not in ("body", "organisation") or is_organ(word):
        return False
    end = min(word.end + REPORT_REACH, par.clause(word.start).end)
    return patterns().reporting.search(par.text, word.end, end) is not None


def _example(par: Paragraph, word: AreaWord) -> bool:
    """东城区、西城区等202个, 东城区也在内的202个, ISO、ITU等十余个国际组织: members that stand for many others."""
    end = word.end
    for other in par.areas:
        if other.start > word.start and other.start - end == 1 and par.text[end] in "、和与及":
            end = other.end
    if word.kind in ("county", "prefecture"):
        return par.text.startswith("等", end) or patterns().among.match(par.text, end) is not None
    counted = any(mention.start == end + 1 for mention in par.mentions)
    return word.kind in ("organisation", "body") and par.text.startswith("等", end) and counted


def _written_parent(par: Paragraph, word: AreaWord) -> str | None:
    """河北 of 河北保定."""
    parent = word.mention.parent if word.mention is not None else None
    return parent if parent is not None and par.text.startswith(parent, word.start) else None


def _quoted(text: str, word: AreaWord) -> bool:
    """In a name in quotation marks: “全国团体标准领先者”; a short name that is the whole quotation stays."""
    opening = text.rfind("“", max(0, word.start - QUOTE_REACH), word.start)
    closing = text.find("”", word.end, word.end + QUOTE_REACH)
    if opening < 0 or closing < 0 or "”" in text[opening : word.start] or "“" in text[word.end : closing]:
        return False
    return closing - opening - 1 > word.end - word.start


def _related(par: Paragraph, mention: Mention, after: AreaWord) -> bool:
    """393家企业|在|天津: a place right after the counted noun."""
    between = par.text[mention.end : after.start]
    return len(between) <= RELATION_REACH and patterns().relation.search(between) is not None
