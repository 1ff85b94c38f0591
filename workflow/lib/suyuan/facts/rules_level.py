"""Columns of levels other than counts of a following noun: 标准75项, 平均每年5个, 经过2年建设, 423亿元资金."""

from __future__ import annotations

from suyuan.facts.actors import with_actor
from suyuan.facts.clauses import clauses_before, subject_of, tokens_in
from suyuan.facts.left import left_phrase, verb_of_subject
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import NO_PHRASE, Phrase
from suyuan.facts.predicates import skip_predicates
from suyuan.facts.reading import Column, counted, empty, is_count, is_duration, is_money, is_share, words_of
from suyuan.facts.right import clause_rest, right_phrase
from suyuan.facts.rules_count import verb_before
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

INSIDE = frozenset("间来里中内")  # 32年间: the length of a period
ONCE = frozenset("才就一")  # 平均4年才出一个: an interval
NAMES_A_LENGTH = ("期", "时间", "时长", "周期")
SKIPPED = column_words().predicates
LONGEST_ACTIVITY = 30
LONGEST_SUM_NOUN = 12


def yearly_mean(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """平均每年5个: 年均 with the column carried from before."""
    clause = par.clause(mention.start)
    if before is None or before.stem is None:
        return None
    if not par.text[clause.start : mention.start].endswith(column_words().yearly):
        return None
    following = right_phrase(par, index)
    stem = words_of(following.tokens) if not empty(following) else before.stem
    return Column("年均" + counted(stem, mention), stem, "yearly_mean", level=False)


def duration(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """经过2年建设: 建设时长; 连续2年举办论坛: 连续举办论坛年数; 32年间: 时段长度."""
    if not is_duration(mention):
        return None
    lead = par.tokens[index - 1].text if index else ""
    if lead == "连续":
        return _consecutive(par, mention, index)
    after = par.text[mention.end : mention.end + 1]
    if after in INSIDE:
        return Column("时段长度", None, "duration", level=False)
    if after in ONCE and before is not None and before.stem and "平均" in skip_predicates(par, index)[1]:
        return Column(before.stem + "平均间隔", before.stem, "duration", level=False)
    leads = lead in column_words().duration_leads
    given = index > 0 and par.tokens[index - 1 - (lead == "了")].text in column_words().giving_verbs
    following = right_phrase(par, index)
    if given and not empty(following):
        return Column(
            words_of(following.tokens) + "时长", words_of(following.tokens), "duration"
        )  # 提供6000小时|志愿服务
    if not leads and not empty(left_phrase(par, index)):
        return None
    following = right_phrase(par, index)
    stem = words_of(following.tokens)
    if not empty(following):
        return Column(stem if stem.endswith(NAMES_A_LENGTH) else stem + "时长", stem, "duration")
    subject = left_phrase(par, index - 1) if index else NO_PHRASE
    if not empty(subject):
        stem = words_of(subject.tokens)
        return Column(stem + "时长", stem, "duration")
    return Column("时长", None, "duration") if leads else None


def noun_before_number(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """(发布)团体标准776项, 地均产值为1.67亿元/km2."""
    phrase = left_phrase(par, index)
    if empty(phrase):
        return None
    if is_count(mention) and (subject := verb_of_subject(par, phrase)):
        return Column(counted(subject, mention), subject, "subject_before_verb")
    stem = _antecedent(par, phrase) + words_of(phrase.tokens)
    if is_money(mention):
        stem = stem.removesuffix("安排") or stem  # 中央预算投资|安排|150亿元
    name = counted(stem, mention)
    return with_actor(par, Column(name, stem, "noun_before_number"), phrase.tokens, name.removeprefix(stem))


def _antecedent(par: Paragraph, phrase: Phrase) -> str:
    """能够形成成果的，|其|比率应在50%以上: the clause before, where 其 opens this one and takes up its 的; else ""."""
    at = phrase.first
    if at < 2 or par.tokens[at].text != "其" or [t.text for t in par.tokens[at - 2 : at]] != ["的", "，"]:
        return ""
    clause = par.clause(par.tokens[at - 2].start)
    tokens = tuple(t for t in par.tokens if clause.start <= t.start < clause.end and t.flag != "TIME")
    text = words_of(tokens)
    return text + "的" if len(text) <= LONGEST_ACTIVITY else ""


def sum_of(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """中央财政安排423亿元资金: a sum with its noun behind it, and who gives it before."""
    text = words_of(right_phrase(par, index).tokens)
    heads = column_words().money_heads
    if not is_money(mention) or len(text) > LONGEST_SUM_NOUN or len(text) < 2:
        return None
    if not text.endswith(heads):  # 新增4万亿元|的|投资计划
        of = index + 1 < len(par.tokens) and par.tokens[index + 1].flag == "uj"
        bare = empty(left_phrase(par, index)) or par.tokens[index - 1].text in column_words().growth
        return Column(text + "金额", text, "sum_of") if of and bare else None
    giver = words_of(left_phrase(par, index).tokens)
    return None if giver.endswith(heads) else Column(giver + text, giver + text, "sum_of")


def quantity_before_noun(
    par: Paragraph, mention: Mention, index: int, before: Column | None
) -> Column | None:
    """关停500千瓦机组: the noun after a sum of money or another measured quantity."""
    following = right_phrase(par, index)
    if empty(following):
        return None
    stem = verb_before(par, index) + words_of(following.tokens)
    return Column(counted(stem, mention), stem, "quantity_before_noun")


def _consecutive_level(par: Paragraph, mention: Mention, level: Token) -> Column | None:
    """粮食总产量实现连增，连续5年|超万亿斤: how long what the clause before is about was at a level."""
    clause = next(clauses_before(par, mention.start), None)
    subject = subject_of(par, tokens_in(par, clause)) if clause is not None else ""
    if not subject:
        return None
    unit = "月" if mention.unit == "个月" else mention.unit
    return Column(f"{subject}连续{level.text}{unit}数", subject, "consecutive", level=False)


def level_of_subject(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """粮食总产量实现连增，连续5年|超万亿斤: the clause before has a magnitude for subject, and this one only its level."""
    at = index - 1
    while at >= 0 and (par.tokens[at].flag in ("QTY", "TIME", "d", "a") or par.tokens[at].text in SKIPPED):
        at -= 1
    if at < 1 or par.tokens[at].text != "，":
        return None
    clause = next(clauses_before(par, mention.start), None)
    subject = subject_of(par, tokens_in(par, clause)) if clause is not None else ""
    words = column_words()
    heads = (
        words.money_heads
        if is_money(mention)
        else words.share_heads_end
        if is_share(mention)
        else words.count_heads
    )
    if not subject.endswith(heads):
        return None
    return Column(counted(subject, mention), subject, "level_of_subject")


def _consecutive(par: Paragraph, mention: Mention, index: int) -> Column | None:
    rest = clause_rest(par, index + 1)
    if rest and rest[0].flag == "QTY":
        return _consecutive_level(par, mention, rest[0])
    end = next((i for i, token in enumerate(rest) if token.flag == "QTY"), len(rest))
    did = words_of(tuple(rest[:end]))
    if not did or len(did) > LONGEST_ACTIVITY:
        return None
    unit = "月" if mention.unit == "个月" else mention.unit
    return Column(f"连续{did}{unit}数", did, "consecutive")
