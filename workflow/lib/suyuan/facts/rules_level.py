"""Columns of levels: 标准75项, 15项任务, 平均每年5个, 经过2年建设, 住建委（14项）, M=180."""

from __future__ import annotations

import re

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrases import (
    Phrase,
    collect_left,
    left_phrase,
    predicate_after,
    right_phrase,
    skip_predicates,
    trim,
)
from suyuan.facts.reading import Column, counted, empty, is_count, is_duration, is_money, words_of
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

LIST_HEAD = re.compile(r"(?:分别为|分别是|依次为|依次是|如下)：")
ORDER = re.compile(r"(?:自高到低|由高到低|从高到低|从大到小|由大到小|自低到高|由低到高|从低到高)$")
RELATION = frozenset("=<>≤≥")


def statistic(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """M=180: the name of the statistic, of what the sentence is about."""
    tokens = par.tokens
    if index < 2 or tokens[index - 1].text not in RELATION or tokens[index - 2].flag != "LATIN":
        return None
    name = column_words().statistics.get(tokens[index - 2].text)
    if name is None:
        return None
    owner = None
    at = index - 3
    if at >= 0 and tokens[at].text in "（(":
        owner = words_of(collect_left(par, at - 1).tokens[-4:]) or None
    topic = topic_of(par, index)
    stem = topic.measure if topic is not None else None
    if name == "样本量":
        return Column("样本量", "样本", "statistic")
    return Column((stem or "") + name, stem, "statistic", owner=owner if topic is not None else None)


def bracket(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """住建委（14项）: the row stands before the bracket; the column is the topic of the sentence, else the row itself."""
    tokens = par.tokens
    if index == 0 or tokens[index - 1].text not in "（(" or index + 1 >= len(tokens):
        return None
    if tokens[index + 1].text not in "）),，；、":
        return None
    owner = collect_left(par, index - 2)
    name = words_of(owner.tokens)
    row = _row(par, index - 1)
    if not name and not row:
        return None
    topic = topic_of(par, index) if _is_row_of_list(par, index) else None
    if topic is not None and topic.measure is not None:
        return Column(
            counted(topic.measure, mention),
            topic.stem,
            "row_in_brackets",
            owner=row or name,
            dimension=topic.dimension,
        )
    if not name:
        return None
    return Column(counted(name, mention), name, "head_before_bracket")


def yearly_mean(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """平均每年5个: 年均 with the column carried from before."""
    clause = par.clause(mention.start)
    lead = par.text[clause.start : mention.start]
    if (
        before is None
        or before.stem is None
        or not any(lead.endswith(word) for word in column_words().yearly)
    ):
        return None
    following = right_phrase(par, index)
    stem = words_of(following.tokens) if not empty(following) else before.stem
    return Column("年均" + counted(stem, mention), stem, "yearly_mean", level=False)


def duration(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """经过2年建设: 建设时长; 连续2年举办论坛: 连续举办论坛年数."""
    if not is_duration(mention):
        return None
    words = column_words()
    lead = par.tokens[index - 1].text if index else ""
    following = right_phrase(par, index)
    if lead == "连续":
        did = _clause_after(par, index)
        unit = {"个月": "月"}.get(mention.unit or "", mention.unit or "")
        return Column(f"连续{did}{unit}数", did, "consecutive") if did else None
    after = par.text[mention.end : mention.end + 1]
    if after and after in "间来里中内":
        return Column("时段长度", None, "duration", level=False)
    if (
        "平均" in skip_predicates(par, index)[1]
        and before is not None
        and before.stem
        and after
        and after in "才就一"
    ):
        return Column(before.stem + "平均间隔", before.stem, "duration", level=False)
    if lead in words.duration_leads or empty(left_phrase(par, index)):
        if not empty(following):
            stem = words_of(following.tokens)
            return Column(
                stem if stem.endswith(("期", "时间", "时长", "周期")) else stem + "时长", stem, "duration"
            )
        subject = left_phrase(par, index - 1) if index else Phrase(())
        if not empty(subject):
            stem = words_of(subject.tokens)
            return Column(stem + "时长", stem, "duration")
        return Column("时长", None, "duration") if lead in words.duration_leads else None
    return None


def number_before_noun(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """(纳入)6800余项标准: the noun after the classifier, with its verb before the number."""
    if not is_count(mention) and mention.unit is not None:
        return None
    following = right_phrase(par, index)
    if empty(following):
        return _unit_is_noun(par, mention, index) or _shared_noun(par, mention, index)
    noun = words_of(_without_next_head(par, following))
    did = predicate_after(par, following.first) if _opens_clause(par, index) else ""
    if did:
        return Column(counted(f"{did}的{noun}", mention), noun, "subject_of_clause")
    stem = _verb_before(par, index) + noun
    return Column(counted(stem, mention), stem, "number_before_noun")


def picked_out(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """37个行业有29个保持增长: 保持增长的行业数量."""
    if not is_count(mention) or before is None or before.stem is None or index < 1:
        return None
    if par.tokens[index - 1].text not in ("有", "中有", "就有", "已有") or not empty(
        right_phrase(par, index)
    ):
        return None
    did = predicate_after(par, index + 1)
    return (
        Column(counted(f"{did}的{before.stem}", mention), before.stem, "picked_out", level=False)
        if did
        else None
    )


def _unit_is_noun(par: Paragraph, mention: Mention, index: int) -> Column | None:
    """六市|就与北京组建协作区: the unit itself is what is counted."""
    unit = mention.unit or ""
    if unit not in column_words().noun_units:
        return None
    did = predicate_after(par, index + 1)
    return Column(
        f"{did}的{unit}数量" if did else f"{_verb_before(par, index)}{unit}数量", unit, "unit_is_noun"
    )


def _without_next_head(par: Paragraph, phrase: Phrase) -> tuple[Token, ...]:
    """28家上市公司|市值总计4666亿元: what a following number measures is no part of what is counted."""
    words = column_words()
    if phrase.first >= len(par.tokens) or par.tokens[phrase.first].flag != "QTY":
        return phrase.tokens
    heads = (*words.money_heads, *words.count_heads)
    kept = list(phrase.tokens)
    while len(kept) > 1 and (kept[-1].text.endswith(heads) or kept[-1].text in words.transparent_verbs):
        kept.pop()
    return tuple(kept)


def headless(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """企业在天津有稳定合作的有1200家: 在天津有稳定合作的企业数量; the noun is the subject of the clause."""
    at, passed = skip_predicates(par, index)
    if at < 1 or not passed or par.tokens[at].flag != "uj" or not is_count(mention):
        return None
    first = at
    while (
        first > 0
        and par.tokens[first - 1].flag not in ("QTY", "TIME")
        and par.tokens[first - 1].text not in "，；。：！？、"
    ):
        first -= 1
    clause = par.tokens[first:at]
    turn = next((i for i, token in enumerate(clause) if i and token.flag in ("p", "v", "d")), None)
    did = words_of(clause)
    if turn is not None:
        subject = words_of(clause[:turn])
        stem = f"{words_of(clause[turn:])}的{subject}"
        return Column(counted(stem, mention), subject, "headless_relative")
    return Column(counted(did + "的", mention), did, "headless_relative") if did else None


def noun_before_number(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """(发布)团体标准776项, 地均产值为1.67亿元/km2."""
    phrase = left_phrase(par, index)
    if empty(phrase):
        return None
    stem = words_of(phrase.tokens)
    return Column(counted(stem, mention), stem, "noun_before_number")


def sum_of(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """中央财政安排423亿元资金: a sum with its noun behind it, and who gives it before."""
    following = right_phrase(par, index)
    text = words_of(following.tokens)
    if not is_money(mention) or not text.endswith(column_words().money_heads) or len(text) > 12:
        return None
    giver = words_of(left_phrase(par, index).tokens)
    if giver.endswith(column_words().money_heads):
        return None
    return Column(giver + text, giver + text, "sum_of")


def money_of(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """10亿元的投资, 拨付3亿元资金: the noun after a sum of money or another measured quantity."""
    following = right_phrase(par, index)
    if empty(following):
        return None
    stem = _verb_before(par, index) + words_of(following.tokens)
    return Column(counted(stem, mention), stem, "sum_before_noun")


def topic_of(par: Paragraph, index: int) -> Column | None:
    """What a list of rows is about: 从…来看, or the phrase before 分别为, 依次是, in the same sentence."""
    words = column_words()
    token = par.tokens[index]
    sentence = par.sentences[par.sentence_at(token.start)]
    first = next(i for i, t in enumerate(par.tokens) if t.start >= sentence.start)
    for topic in words.topics:
        close = next((i for i in range(index - 1, first, -1) if par.tokens[i].text == topic.close), None)
        if close is None:
            continue
        opening = next((i for i in range(close - 1, first - 1, -1) if par.tokens[i].text == topic.open), None)
        if opening is not None and opening + 1 < close:
            return _topic(par.tokens[opening + 1 : close], par)
    for at in range(index - 1, first, -1):
        text = par.tokens[at].text
        pair = par.tokens[at - 1].text + text
        if pair in words.list_openers or text in words.list_openers:
            left = at - 2 if pair in words.list_openers else at - 1
            phrase = collect_left(par, _before_order(par, left))
            name = words_of(phrase.tokens)
            if phrase.first > 0 and par.tokens[phrase.first].text in words.share_verbs:
                part = words_of(collect_left(par, phrase.first - 1).tokens)
                name = f"{part}占{name.replace('的', '')}" if part else name
            if len(name) >= 3 and not any(t.flag == "QTY" for t in phrase.tokens):
                return Column(_bare_topic(name), _bare_topic(name), "topic")
    return None


def _before_order(par: Paragraph, at: int) -> int:
    """Index left of 自高到低, 由大到小, if the order of a list stands before its opening word."""
    lead = par.text[: par.tokens[at].end] if at >= 0 else ""
    match = ORDER.search(lead)
    if match is None:
        return at
    return next((i - 1 for i in range(at, -1, -1) if par.tokens[i].start <= match.start()), at)


def _topic(tokens: tuple[Token, ...], par: Paragraph) -> Column:
    words = column_words()
    dimension = None
    got = list(tokens)
    if got and got[0].text in words.each:
        got.pop(0)
        if len(got) > 1:
            dimension = got.pop(0).text
    elif got and len(got[0].text) > 1 and got[0].text[0] in words.each:
        dimension = got.pop(0).text[1:]
    name = words_of(trim(par, tuple(got)))
    return Column(name or None, name or None, "topic", dimension=dimension)


def _bare_topic(name: str) -> str:
    return re.sub(
        r"(?:自高到低|由高到低|从高到低|从大到小|由大到小|排前[一二三四五六七八九十\d]+的|前[一二三四五六七八九十\d]+位?的?)$",
        "",
        name,
    )


def _row(par: Paragraph, opening: int) -> str:
    """Words of the row before a bracket, back to the last separator: 交通厅/委（9项）."""
    got = []
    for at in range(opening - 1, -1, -1):
        token = par.tokens[at]
        if (
            token.text in "、，；。：！？）（"
            or token.flag in ("QTY", "p")
            or token.text in column_words().list_openers
        ):
            break
        got.append(token)
    return words_of(tuple(reversed(got)))


def labelled_row(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """…的比重分别为：华东36.3%；中南27.0%: the rows of a list after a colon; the column is what stands before it."""
    token = par.tokens[index]
    sentence = par.sentences[par.sentence_at(token.start)]
    lead = par.text[sentence.start : token.start]
    match = LIST_HEAD.search(lead)
    if match is None or empty(left_phrase(par, index)):
        return None
    phrase = left_phrase(par, index)
    label = words_of(phrase.tokens)
    start = phrase.tokens[0].start
    if len(label) > 10 or par.text[start - 1 : start] not in "：；、，" or phrase.predicates:
        return None
    topic = topic_of(par, index)
    if topic is None or topic.measure is None:
        return None
    return Column(counted(topic.measure, mention), topic.stem, "labelled_row", owner=label, level=False)


def _is_row_of_list(par: Paragraph, index: int) -> bool:
    """Another number in brackets stands within reach: the rows of a list."""
    near = par.text[max(0, par.tokens[index].start - 40) : par.tokens[index].end + 40]
    return len(re.findall(r"[（(][^（()）]{0,12}\d[^（()）]{0,12}[)）]", near)) > 1


def _verb_before(par: Paragraph, index: int) -> str:
    """The verb that governs the number: 纳入|6800余项标准. Light verbs say nothing and are left out."""
    words = column_words()
    at = index - 1
    while at >= 0 and (par.tokens[at].flag in ("ul", "d") or par.tokens[at].text in words.predicates):
        at -= 1
    while at >= 0 and par.tokens[at].flag == "QTY":  # 资助5类69个项目
        at -= 1
    if at < 0:
        return ""
    token = par.tokens[at]
    if token.flag in ("v", "vn") and token.text not in words.light_verbs:
        return token.text
    return ""


def _shared_noun(par: Paragraph, mention: Mention, index: int) -> Column | None:
    """5类69个标准化项目: two numbers on one noun."""
    if index + 1 >= len(par.tokens) or par.tokens[index + 1].flag != "QTY":
        return None
    following = right_phrase(par, index + 1)
    if empty(following) or par.tokens[index + 1].start != par.tokens[index].end:
        return None
    stem = _verb_before(par, index) + words_of(following.tokens)
    return Column(counted(stem, mention), stem, "shared_noun")


def _opens_clause(par: Paragraph, index: int) -> bool:
    """The number is the subject: at the head of the clause, or right after a noun (商会1项标准)."""
    at = index - 1
    while at >= 0 and par.tokens[at].flag in ("TIME", "c", "d", "PLACE"):
        at -= 1
    return (
        at < 0
        or par.tokens[at].text in "，；。：！？、"
        or (par.tokens[at].flag.startswith("n") and at > 0 and par.tokens[at - 1].text in "，；。：！？")
    )


def _clause_after(par: Paragraph, index: int) -> str:
    at = index + 1
    while (
        at < len(par.tokens)
        and par.tokens[at].flag != "QTY"
        and par.tokens[at].text not in "，；。：！？（）"
    ):
        at += 1
    text = words_of(par.tokens[index + 1 : at])
    return text if len(text) <= 30 else ""
