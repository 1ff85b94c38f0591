"""Columns that a clause or question before the number names: 国家标准和行业标准加在一起，当在2000项以上."""

from __future__ import annotations

import re

from suyuan.facts.left import collect_left, left_phrase
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import CLAUSE_MARKS
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import BLANKS, Column, counted, empty, is_duration, words_of
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

ASKED = re.compile(
    r"(?P<what>[^。？；：]{2,40}?)(?:究竟|到底)?(?:要|应|需|得|会|能)?(?:有|花|用|占|达到?)?多(?:大|长|少|高|久|快)的?"
    r"(?P<head>比率|比例|比重|时间|时长|周期|数量|数目|规模|年限|期限|金额|面积)"
)
QUESTION = re.compile("多[大长少高久快]")
ITEM = re.compile(r"^\s*(?:\d{1,2}[.．、]|（[\d一二三四五六七八九十]{1,2}）)")  # number of a section or item
FILLING = re.compile(r"究竟|到底|[，、 ]")
MODAL_END = re.compile(r"(?:要|应|需|得|会|能|有|花|用|占)+$")


@needs("多")
def asked(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """项目…的究竟要有多大比率？目标是不低于60%: what a question of the same or the last sentence asks after.

    Only where nothing before the number names more than an aim or a limit.
    """
    here = par.sentence_at(mention.start)
    start = par.sentences[max(0, here - 1)].start
    if QUESTION.search(par.text, start, mention.start) is None:
        return None
    phrase = left_phrase(par, index)
    if not empty(phrase) and not words_of(phrase.tokens).endswith(tuple(column_words().aims)):
        return None
    match = next(iter(reversed([*ASKED.finditer(par.text, start, mention.start)])), None)
    if match is None or (match["head"] in ("时间", "时长", "周期", "年限", "期限")) != is_duration(mention):
        return None
    if any(match.end() <= other.start < mention.start for other in par.mentions):
        return None
    what = MODAL_END.sub("", FILLING.sub("", BLANKS.sub("", ITEM.sub("", match["what"]))))
    name = what + match["head"]
    return Column(name, name, "asked")


def topic_clause(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """班列所运货物的价值，2016年是80亿美元: nothing but time and predicate in the number's own clause; the clause before
    is a noun phrase, or one that is added up (…加在一起)."""
    phrase = left_phrase(par, index)
    at = phrase.first if not phrase.tokens else -1
    while at >= 0 and (
        par.tokens[at].flag in ("TIME", "d") or par.tokens[at].text in column_words().predicates
    ):
        at -= 1
    if at < 1 or par.tokens[at].text != "，":
        return None
    summed = next((i for i in range(at - 1, max(-1, at - 4), -1) if _sums(par, i, at)), None)
    last = (summed if summed is not None else at) - 1
    if last < 0 or (summed is None and not par.tokens[last].flag.startswith("n")):
        return None
    topic = collect_left(par, last)
    opens = topic.first < 0 or _opens(par, par.tokens[topic.first])
    if empty(topic) or not opens or any(token.flag == "QTY" for token in topic.tokens):
        return None
    stem = words_of(topic.tokens)
    return Column(counted(stem, mention), stem, "topic_clause")


def _opens(par: Paragraph, token: Token) -> bool:
    """A mark, a time, or a length of time (班列一年|所运货物的价值)."""
    lasts = token.flag == "QTY" and is_duration(par.mentions[token.ref])
    return token.text in CLAUSE_MARKS or token.flag == "TIME" or lasts


def _sums(par: Paragraph, i: int, end: int) -> bool:
    return "".join(token.text for token in par.tokens[i:end]) in column_words().sums
