"""Columns of shares and ratios: 占M的23%, 占比超7成, 90%的河段, M的三分之一."""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.facts.actors import owner_of_sum, row_dimension
from suyuan.facts.clauses import clauses_before
from suyuan.facts.left import collect_left, left_phrase
from suyuan.facts.once import once
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import CLAUSE_MARKS, NO_PHRASE, Phrase, trimmed
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import Column, counted, empty, is_share, words_of
from suyuan.facts.right import predicate_after, right_phrase
from suyuan.facts.rules_growth import with_count
from suyuan.facts.rules_in_passing import whole_deed
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

WITHIN = re.compile(r"在(?P<whole>[^，。；：、在]{2,14}?)(?:之)?中(?:所占)?的?(?P<head>份额|占比|比重|比例)")
BRACKETED = re.compile("（[^）]*）$")  # 对照组（4.3万元）的|1.8倍
SETTINGS = frozenset({"条件", "情况", "环境", "前提", "状态", "背景", "水平"})
EQUAL = frozenset({"为", "是", "相当于", "等于", "仅为", "约为"})
REACH_OF_EQUALS = 10  # words between 是 and the number
REACH = 25  # words between 占 and its number


@needs(of=["share"])
def share(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """A占B的X%: A占B比重; 占比X%: the column before, with 占比."""
    if not is_share(mention):
        return None
    words = column_words()
    verb = share_verb(par, index)
    if verb >= 0 and par.tokens[verb + 1].text != "比":
        return _part_of_whole(par, index, verb, before)
    phrase = left_phrase(par, index)
    before_noun = _share_before_noun(par, mention, index, phrase)
    if before_noun is not None:
        return before_noun
    if before is None or before.stem is None:
        return None
    # 容量占比居首位，乙区|占比|6%; 数量居首位，|占比|40%
    named = not before.level and (before.rule == "rank" or before.stem.endswith(words.share_heads_end))
    told = before.stem if named else before.measure or before.stem
    carried_name = told if named and told.endswith(words.share_heads_end) else told + "占比"
    carried = Column(carried_name, before.stem, "share_carried", level=False)
    if words_of(phrase.tokens) in column_words().shares_alone:
        return _of_place(par, phrase, before) or carried
    if (
        phrase.tokens
        and phrase.tokens[-1].text in words.bare_shares
        and words.summing.intersection(phrase.predicates)
    ):
        shared = before.rule in ("share_of", "share_rows")  # 以上三类|占比合计为87%
        return replace(before, rule="sum_of_rows", owner=None, dimension=None) if shared else None
    owner = owner_of_sum(phrase.tokens)
    if owner is not None and before.level:
        known = before.owner is not None and owner != ""
        return replace(carried, owner=owner if known else None, dimension=before.dimension if known else None)
    return _done_part(par, phrase, before.stem)


def _of_place(par: Paragraph, phrase: Phrase, before: Column) -> Column | None:
    """规模达到135，|全球|占比31%: the place is the whole."""
    at = phrase.first + 1
    while at < len(par.tokens) and par.tokens[at].start < phrase.tokens[0].start:
        at += 1
    place = par.tokens[at - 1] if at > 0 else None
    if place is None or place.flag != "PLACE" or place.text not in column_words().wholes:
        return None
    head = words_of(phrase.tokens)
    return Column(f"{before.stem}{place.text}{head}", before.stem, "share_carried", level=False)


@needs(of=["share"])
def share_within(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """甲在乙中的份额为36%: 甲占乙份额; also where only the predicate stands before the number (…中的占比稳定，约为2%)."""
    if not is_share(mention):
        return None
    clause = par.clause(mention.start)
    match = next(iter(reversed([*WITHIN.finditer(par.text, clause.start, mention.start)])), None)
    if match is None and empty(left_phrase(par, index)):
        earlier = next(clauses_before(par, mention.start), None)
        if earlier is not None and not any(earlier.start <= m.start < earlier.end for m in par.mentions):
            match = WITHIN.search(par.text, earlier.start, earlier.end)
            clause = earlier
    if match is None or any(match.start() <= m.start < match.end() for m in par.mentions):
        return None
    lead = [t for t in par.tokens[par.first_token(clause.start) : par.first_token(match.start())]]
    part = words_of(
        trimmed(par, tuple(t for t in lead if t.flag not in ("TIME", "d", "c", "PUNCT", "PLACE")))
    )
    name = f"{part}占{match['whole']}{match['head']}"
    return Column(name, part or match["whole"], "share_within", level=False)


def _done_part(par: Paragraph, phrase: Phrase, stem: str) -> Column | None:
    """由本厂装配的占比: 装配的 with the noun of the column before; who does it owns the row."""
    got = phrase.tokens
    if len(got) < 3 or got[-1].text not in column_words().bare_shares or got[-2].flag != "uj":
        return None
    deed = got[:-2]
    at = next((i for i, token in enumerate(deed) if token.flag in ("v", "vn")), len(deed))
    if not all(token.flag in ("v", "vn", "d") for token in deed[at:]) or at == len(deed):
        return None
    if at and (phrase.first < 0 or par.tokens[phrase.first].text != "由"):
        return None
    name = f"{words_of(deed[at:])}的{stem.rpartition('的')[2]}"
    owner = words_of(deed[:at]) or None
    dimension = row_dimension(owner) if owner else None
    return Column(name + "占比", name, "share_of_relative", owner=owner, dimension=dimension, level=False)


@once
def share_verb(par: Paragraph, index: int) -> int:
    """Index of 占 left of the percentage within its clause and behind the last percentage, else -1."""
    for at in range(index - 1, max(-1, index - REACH), -1):
        token = par.tokens[at]
        if token.text in column_words().share_verbs:
            return at
        if token.text in CLAUSE_MARKS and token.text not in "（）":
            return -1
        if token.flag == "QTY" and is_share(par.mentions[token.ref]):
            return -1
    return -1


def ratio(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """N仅为M的三分之一, N是M的3倍: N与M之比."""
    if not (is_share(mention) or mention.unit == "倍") or index < 3 or par.tokens[index - 1].flag != "uj":
        return None
    other = collect_left(par, index - 2)
    at = other.first
    if empty(other) and par.tokens[index - 2].flag in ("PLACE", "TIME"):
        at = index - 3
    begins = at + 1 if other.tokens and par.tokens[at + 1].text in column_words().equals else -1
    at = begins if begins > 0 else _equals_before(par, index, at)  # ，|相当于|普通学生的8倍
    if at < 1 or par.tokens[at - 1].text + par.tokens[at].text in column_words().level_verbs:
        return None  # 比例由2018年的24%|上升为|2022年的57%
    phrase = left_phrase(par, at)
    stem = words_of(phrase.tokens) if not empty(phrase) else (before.stem if before is not None else None)
    if not stem:
        return None
    if empty(phrase) and before is not None:
        stem = with_count(stem, before.measure or "")  # 得到救助的儿童36万名，是2018年的|2.3倍
    against = BRACKETED.sub("", "".join(token.text for token in par.tokens[at + 1 : index - 1]))
    if mention.unit == "倍" and par.tokens[index - 2].flag == "TIME":
        return Column(f"{stem}相当于{against}的倍数", stem, "ratio", level=False)
    return Column(f"{stem}与{against}之比", stem, "ratio", level=False)


def _equals_before(par: Paragraph, index: int, at: int) -> int:
    """终端价格|为|普通膨化粮的2倍, 风险|是|双方均不近视者的2.4倍: index of the verb between the two, at ``at`` or
    further left; -1 where a number, a mark or nothing stands before it."""
    words = column_words()
    if at > 0 and par.tokens[at].text in words.equals:
        return at
    while at > 0 and par.tokens[at].text not in EQUAL:
        token = par.tokens[at]
        if (
            token.flag in ("PUNCT", "QTY")
            or token.text
            in words.share_verbs | words.level_verbs | (words.growth.keys() - words.comparing_only)
            or index - at > REACH_OF_EQUALS
        ):
            return -1
        at -= 1
    return at if at > 0 else -1


def _part_of_whole(par: Paragraph, index: int, verb: int, before: Column | None) -> Column | None:
    whole = words_of(tuple(t for t in par.tokens[verb + 1 : index] if t.flag not in ("QTY", "d", "TIME")))
    whole = _without_endings(whole)
    phrase = _part(par, verb)
    stem = words_of(phrase.tokens) if not empty(phrase) else (before.stem if before is not None else None)
    if stem is None:
        return None
    return Column(f"{stem}占{whole}比重" if whole else f"{stem}占比", stem, "share_of", level=False)


def _part(par: Paragraph, verb: int) -> Phrase:
    """What has the share: the phrase before 占; nothing where a number stands there (6.6万个、占3%)."""
    at = verb - 1
    between = column_words().growth_adverbs | column_words().manners  # 投资|约需|占…
    while at >= 0 and (par.tokens[at].flag in ("d", "ul") or par.tokens[at].text in between):
        at -= 1
    return NO_PHRASE if at >= 0 and par.tokens[at].flag == "QTY" else collect_left(par, at)


def _without_endings(text: str) -> str:
    """The whole of a share without what links it to the number: 全市比重达到 → 全市."""
    endings = column_words().whole_endings
    while text.endswith(endings):
        text = text[: -max(len(ending) for ending in endings if text.endswith(ending))]
    return text.strip("的、，")


def _share_before_noun(par: Paragraph, mention: Mention, index: int, phrase: Phrase) -> Column | None:
    """(流经城市)90%的河段受到污染: 受到污染的流经城市河段占比."""
    if phrase.predicates or index + 1 >= len(par.tokens) or par.tokens[index + 1].flag != "uj":
        return None
    following = right_phrase(par, index)
    if empty(following):
        return None
    if words_of(following.tokens) in SETTINGS and not empty(phrase):
        stem = words_of(phrase.tokens)  # 相对湿度|95%以上|的条件下
        return Column(counted(stem, mention), stem, "noun_before_number")
    stem = words_of(phrase.tokens) + words_of(following.tokens)
    if stem.endswith("占比"):
        return Column(stem, stem, "share_before_noun", level=False)  # 以38%的容量占比居首位
    did = predicate_after(par, following.first) or words_of(whole_deed(par, following.first))
    return Column(f"{did}的{stem}占比" if did else f"{stem}占比", stem, "share_before_noun", level=False)
