"""Columns of changes: 同比增长7%, 比上年增加1839亿元."""

from __future__ import annotations

from suyuan.facts.clauses import clauses_before, tokens_in
from suyuan.facts.left import collect_left
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import NO_PHRASE, Phrase, trimmed
from suyuan.facts.reading import Column, empty, is_count, is_share, words_of
from suyuan.facts.right import right_phrase
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

BETWEEN = frozenset(
    {"约", "近", "超", "超过", "达", "达到", "了", "不低于", "高达", "到", "幅度", "在", "为"}
)  # a growth verb and its number
COMPARISONS = frozenset({"比", "较", "与", "从", "在"})
AGAINST = frozenset({"比", "较"})
COMPARED_WITH = ("上年", "去年", "同期", "上月", "年均")
ENDS_OF_PERIODS = frozenset({"末", "底", "初", "年末", "年底", "同期"})
ADJUSTMENTS = ("因素", "价格计算", "口径计算", "剔除", "扣除")  # 扣除价格因素: no subject
MORE = {"多": "增加", "多出": "增加"}
NAMES_A_CHANGE = ("增速", "增幅", "涨幅", "降幅")


def growth(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """N(比上年)增长X: N增速; without N, the last level of the sentence is what grew."""
    words = column_words()
    at = _growth_verb(par, index)
    if at is None:
        return None
    if is_count(mention) and mention.unit != "倍" and not empty(right_phrase(par, index)):
        return None  # 新增500家企业 counts enterprises
    verb = par.tokens[at].text
    rate, change = words.growth[verb if _compared(par, at) else MORE.get(verb, verb)]
    ending = rate if is_share(mention) or mention.unit == "倍" else change
    at, yearly = _skip_comparison(par, at - 1)
    phrase = collect_left(par, at)
    if _compared_with(par, phrase):
        higher = par.tokens[phrase.first].text in AGAINST and verb in words.comparing_only
        phrase = collect_left(par, phrase.first - 1) if higher else NO_PHRASE  # 甲增速|比乙增速|高4个百分点
    stem = words_of(phrase.tokens)
    if empty(phrase) or stem.endswith(ADJUSTMENTS):
        if before is None:
            return None
        named = _appointed(par, par.tokens[index].start)
        # a change in percentage points is one of the share before it, not of what the share is of
        stem = (
            named or (before.measure if mention.unit == "百分点" and not before.level else before.stem) or ""
        )
    if not stem:
        return None
    name = (
        stem
        if stem.endswith(NAMES_A_CHANGE) and verb not in words.comparing_only
        else stem + ("年均" if yearly else "") + ending
    )
    return Column(name, stem, "growth", level=False, change=True)


def _compared_with(par: Paragraph, phrase: Phrase) -> bool:
    """比上年|预算|增加50亿元: what stands before the verb is compared with, not what grew."""
    at = phrase.first
    if at < 0:
        return False
    return par.tokens[at].text in AGAINST or (
        at > 0 and par.tokens[at].flag == "TIME" and par.tokens[at - 1].text in AGAINST
    )


def _appointed(par: Paragraph, position: int) -> str:
    """将…2300元作为|新的扶贫标准|，比上年提高92%: what the clause before makes of its number; else ""."""
    clause = next(clauses_before(par, position), None)
    if clause is None:
        return ""
    tokens = tokens_in(par, clause)
    at = next((i for i, t in enumerate(tokens) if t.text in column_words().appointing), None)
    if at is None or any(t.flag == "QTY" for t in tokens[at:]):
        return ""
    return words_of(trimmed(par, tokens[at + 1 :]))


def _growth_verb(par: Paragraph, index: int) -> int | None:
    """Index of the growth verb before the number; None if there is none, or if it leads to a level (增长到)."""
    words = column_words()
    at = index - 1
    while at >= 0 and par.tokens[at].text in BETWEEN:
        if par.tokens[at].text == "到" or par.tokens[at - 1].text + par.tokens[at].text in words.level_verbs:
            return None
        at -= 1
    if at < 0 or par.tokens[at].text not in words.growth:
        return None
    verb = par.tokens[at].text
    if verb in words.comparing_only and not _compared(par, at):
        return at if verb in MORE and par.tokens[at + 1].text == "了" else None  # 支出多了12亿元
    return at


def _compared(par: Paragraph, at: int) -> bool:
    """比 or 较 stands before in the clause."""
    clause = par.clause(par.tokens[at].start)
    lead = par.text[clause.start : par.tokens[at].start]
    return any(word in lead for word in ("比", "较", "高于", "低于"))


def _skip_comparison(par: Paragraph, at: int) -> tuple[int, bool]:
    """Index left of 同比, 比上年, 年均 …, and whether the change is a yearly mean."""
    words = column_words()
    yearly = False
    while at >= 0 and _compares(par, at):
        yearly = yearly or par.tokens[at].text in words.yearly
        at -= 1
    return at, yearly


def _compares(par: Paragraph, at: int) -> bool:
    token = par.tokens[at]
    before = par.tokens[at - 1] if at > 0 else None
    if token.text in column_words().growth_adverbs or token.flag in ("d", "ul", "t"):
        return True
    if token.flag == "TIME":
        short = token.end - token.start <= 4 and any(word in token.text for word in COMPARED_WITH)
        return short or (before is not None and before.text in COMPARISONS)
    if token.flag == "f" and before is not None and before.flag == "TIME":
        return True
    return token.text in ENDS_OF_PERIODS
