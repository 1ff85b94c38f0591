"""In a document about one place: which other places own a number, and how far they reach.

A work report on a province names its cities all the time. Its counts stay those of the province unless a place is the
grammatical owner (武汉市地区生产总值达到2万亿元).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.facts.area_bodies import is_organ
from suyuan.facts.area_counted import PLACE_UNITS
from suyuan.facts.area_words import WIDEST, AreaContext, heads, is_whole_itself
from suyuan.facts.paragraph import LINKS, AreaWord, Paragraph
from suyuan.facts.tokens import Token
from suyuan.places.groups import NATIONAL
from suyuan.places.records import ADMINISTRATIVE
from suyuan.places.tables import package_yaml
from suyuan.quantities.mention import Mention

SHARES = frozenset({"%", "百分点", "倍", "‰"})
HAN = re.compile("[一-龥]{1,4}")
ABROAD = frozenset({"country", "region", "organisation", "group", "province"})
PARTS = frozenset({"group", "region"})
PARTS_OF_COUNTRY = frozenset({"东部地区", "中部地区", "西部地区", "东北地区", "东部", "中部", "西部"})
PREDICATE_FLAGS = frozenset({"v", "d", "p", "TIME", "vd", "ul"})
EXAMPLES = re.compile(r"[^，。；：]{0,24}等[^，。；：的]{0,8}$")  # 潜江、松滋等|10个
CONJUNCTION = re.compile(r"[和与及、]$")
SOMEWHERE = re.compile(
    "某[一-龥]{0,6}(?:立交|通道|隧道|大桥|风电场|电站|水厂|煤矿|灌区|水库|小区|路段|楼盘|工地|站点|断面|流域)|某(?:镇|乡|村|县|区|市|街道|社区|企业|公司|工厂|学校|医院|基地|园区)|[一-龥、]{1,16}?(?:路口|交叉口|相交处|交汇处|交界处|路段|大街|工地)"
)
PART_OF = "其中"
SET_IN = "地处"  # a verb that the dictionary takes for a place
IS_SHARE = re.compile("(?:[一两二三四五六七八九十][省市县区州地国])?(?:共|合计|分别)?[约仅就]?占")
PLACES_COUNTED = ("个", "座")  # 荆州，孝感，黄冈|3个|城市
SEPARATOR = re.compile(r"[、和与及]")
MEMBERS = re.compile(r"(?:[、和与及][一-龥]{2,4})+")
LIST_BETWEEN = re.compile(r"[、和与及一-龥]{0,12}$")


def own_place(context: AreaContext) -> str | None:
    """The place that the document is about, if it is one administrative place."""
    if len(context.document) != 1:
        return None
    place = context.gazetteer.places.get(context.document[0])
    return place.name if place is not None and place.kind in ADMINISTRATIVE else None


def ends_with_item(par: Paragraph, i: int, context: AreaContext) -> bool:
    """南宁一市占41.2%；|网络可分为3个子群: in a study of a region or of several places, what one of them has ends at the
    semicolon, where it is said to be one (其中, 占); a row may go on (山东|小麦成本1020元；收益420元)."""
    before, mention = par.mentions[i - 1], par.mentions[i]
    parted = "；" in par.text[before.end : mention.start]
    if not parted or not context.study or not context.document or own_place(context) is not None:
        return False
    clause = par.clause(before.start)
    words = [word for word in par.areas_in(clause.start, before.start) if word.names != context.document]
    part = par.text.startswith(PART_OF, clause.start)
    return bool(words) and (part or IS_SHARE.match(par.text, words[-1].end, before.start) is not None)


def owners(
    par: Paragraph, words: Sequence[AreaWord], mention: Mention, context: AreaContext
) -> list[AreaWord]:
    """Without places that only exemplify or make up what is counted, in a document about one place.

    潜江、松滋等10个县市; 新增荆州、孝感、黄冈3个城市; 生态岛和11个分岛: the number is no number of these places.
    """
    if own_place(context) is None:
        return list(words)
    return [word for word in words if _is_own(word, context) or not _part_of_count(par, word, words, mention)]


def reaches(par: Paragraph, words: Sequence[AreaWord], context: AreaContext) -> bool:
    """The places may hold for a later clause with a subject of its own: there are some, and in a document about one
    place they are that place, or the subject of their clause (天津市修订办法), not an attribute (昆明机场吞吐量)."""
    if not words or own_place(context) is None:
        return bool(words)
    if all_counterparts(par, words, context) or all(_body_elsewhere(word, context) for word in words):
        return False
    return all(
        _is_own(word, context)
        or is_organ(word)
        or _opens_in_study(par, word, context)
        or (word.names not in WIDEST and _subject(par, word, words, study=context.study))
        for word in words
    )


def _opens_in_study(par: Paragraph, word: AreaWord, context: AreaContext) -> bool:
    """到2022年底|全国|已有49个城市开展试点，参保人数1.7亿: at the head of a clause of a study the country or a part of it stays
    what is spoken of; in reports it is only what the own figures are set against."""
    if not context.study or (word.names not in WIDEST and word.names[0] not in PARTS_OF_COUNTRY):
        return False
    return heads(par, word, par.clause(word.start).start) or is_whole_itself(par, word)


def _body_elsewhere(word: AreaWord, context: AreaContext) -> bool:
    """国务院 in a report on a province: what it did is told, the clauses after are about the province again."""
    seat = (
        word.mention.seat if word.mention is not None and word.kind == "body" and word.mention.known else None
    )
    return seat is not None and (seat,) != context.document


def _is_own(word: AreaWord, context: AreaContext) -> bool:
    return word.names == context.document


def _subject(par: Paragraph, word: AreaWord, words: Sequence[AreaWord], *, study: bool) -> bool:
    """The place stands at the head of its clause with a predicate behind it, alone or in a list of places."""
    first = next(w for w in words if par.clause(w.start) == par.clause(word.start))
    if not heads(par, first, par.clause(word.start).start):
        return False
    last = max((w for w in words if par.clause(w.start) == par.clause(word.start)), key=lambda w: w.end)
    end = par.clause(last.start).end
    somewhere = SOMEWHERE.match(par.text, last.end)  # 甲市|某镇|建成…
    rest = par.tokens_between(last.end if somewhere is None else somewhere.end(), end)
    topic = par.text.startswith("的", last.end) and not par.mentions_in(last.end, end)
    if study and (somewhere is not None or topic):
        return True  # 甲区|某立交积水深1.6 m，被困4辆; 绵阳|的中心度提升最快，排名由第7位…
    return not rest or ((rest[0].flag in PREDICATE_FLAGS or rest[0].text == SET_IN) and not _relative(rest))


def _relative(rest: Sequence[Token]) -> bool:
    """具有全国影响力|的|科技创新中心|加快建设: the predicate comes after a 的, the verb before it only describes."""
    at = next((i for i, token in enumerate(rest) if token.flag == "uj"), len(rest))
    return any(token.flag == "v" for token in rest[at + 1 :])


def _part_of_count(par: Paragraph, word: AreaWord, words: Sequence[AreaWord], mention: Mention) -> bool:
    if word.start > mention.start:
        return not _placed(par, word) and not _describes_counted(par, word, mention)
    between = par.text[word.end : mention.start]
    if EXAMPLES.match(between):
        return True
    counted = len(par.mentions_in(word.end, mention.start)) > 0
    if (
        CONJUNCTION.search(between)
        and not counted
        and not any(word.end < w.end <= mention.start for w in words)
    ):
        return len(between) > 1
    if not mention.rank and MEMBERS.fullmatch(between) and _size(par, word, words, mention) == mention.value:
        return True  # 仙桃|、潜江、大冶|3个: also where no table names the others
    of_its_own = (mention.value or 0) % 1 or word.names[0] in PARTS_OF_COUNTRY or _heads_alone(par, word)
    if between == "" and (_measures(mention) or of_its_own or _row_of_its_own(par, word, mention)):
        return False  # 分别为：山东|36.3%；河南27%
    # a list of places right before the number: its members are counted
    return between == "" or (
        "、" in between and LIST_BETWEEN.fullmatch(between) is not None and _names_only(par, word, mention)
    )


def _measures(mention: Mention) -> bool:
    """A share, a sum of money or a quantity with a unit of measure: no count of places."""
    return mention.unit is not None and (mention.unit in SHARES or not HAN.fullmatch(mention.unit))


def _heads_alone(par: Paragraph, word: AreaWord) -> bool:
    """The place opens its clause, after a colon or semicolon: an item of a list of places with their numbers."""
    return par.text[word.start - 1 : word.start] in ("：", "；")


def _row_of_its_own(par: Paragraph, word: AreaWord, mention: Mention) -> bool:
    """812份，其中|河南|215份; 眉县共出现29次，|周至|23次: one place at the head of its clause with what it has of a sum."""
    opens = par.text.endswith((PART_OF, "，"), 0, word.start)
    return opens and (mention.unit or "") not in PLACE_UNITS and mention.unit not in PLACES_COUNTED


def all_counterparts(par: Paragraph, words: Sequence[AreaWord], context: AreaContext) -> bool:
    """Whether each word is a counterpart, by itself or as a member of a list that begins with one (对南亚、东南亚)."""
    end = -1
    for word in words:
        joined = end >= 0 and word.kind in ABROAD and par.text[end : word.start] in ("", *LINKS)
        if not joined and not is_counterpart(par, word, context):
            return False
        end = word.end
    return bool(words)


def is_counterpart(par: Paragraph, word: AreaWord, context: AreaContext) -> bool:
    """In a document about one place: another country, part of the world or scheme, which its trade or traffic is with.

    对欧盟出口474亿元, “一带一路”国家进出口额, 中欧班列开行909列: the number stays one of the document's own place.
    """
    if word.kind == "scheme":
        return True
    if word.kind not in ABROAD or _is_own(word, context) or word.names == (NATIONAL,):
        return False
    before = par.text[max(0, word.start - 4) : word.start].rstrip("“")
    return before.endswith(_counterpart_before())


def comes_from(par: Paragraph, word: AreaWord) -> bool:
    """受访老人中来自|湖南|者占37%: where those who took part are from."""
    return par.text.endswith(("来自", "源自", "出生于", "户籍在", "籍贯为"), 0, word.start)


@cache
def _counterpart_before() -> tuple[str, ...]:
    return tuple(package_yaml("area_groups.yaml")["counterpart_before"])


def _describes_counted(par: Paragraph, word: AreaWord, mention: Mention) -> bool:
    """1228万名|中西部|家庭困难学生: a part of the country right after the number says whom it counts."""
    return word.kind in PARTS and par.text[mention.end : word.start] in ("", "的")


def _size(par: Paragraph, word: AreaWord, words: Sequence[AreaWord], mention: Mention) -> int:
    """Members of the list that a place stands in and that ends right before a number."""
    first = word
    for other in reversed([w for w in words if w.end < word.start]):
        if par.text[other.end : first.start] not in LINKS - {"，"}:
            break
        first = other
    return 1 + len(SEPARATOR.findall(par.text[first.end : mention.start]))


def _placed(par: Paragraph, word: AreaWord) -> bool:
    """393家企业|在|天津."""
    return par.text[max(0, word.start - 1) : word.start] in tuple("在与向对到") or par.text.endswith(
        _placing(), 0, word.start
    )


@cache
def _placing() -> tuple[str, ...]:
    return tuple(package_yaml("area_groups.yaml")["placing_verbs"])


def _names_only(par: Paragraph, word: AreaWord, mention: Mention) -> bool:
    """Between the place and the number stand only names and 、."""
    tokens = [t for t in par.tokens_between(word.end, mention.start) if t.end <= mention.start]
    return all(t.flag in ("PLACE", "c", "ns", "nr", "nrt", "nz") or t.text == "、" for t in tokens)
