"""What a walk to the left looks at: brackets, lists, settings, and words that narrow a noun."""

from __future__ import annotations

from functools import cache

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import CLAUSE_MARKS
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words

OPENING = {"”": "“", "’": "‘", "」": "「", "）": "（", "]": "[", '"': '"'}
AND = frozenset({"和", "与", "及", "以及", "或", "或者"})
WITHIN = ("内", "以内", "以上", "以下", "及以上", "及以下")
MEANS = frozenset({"人均", "户均", "生均", "校均", "班均", "日均", "月均", "周均", "篇均", "亩均"})
EACH_TIME = frozenset(
    {"每周", "每天", "每日", "每次", "每人", "每户", "每村", "每县", "每校", "每班", "每组", "每层"}
)
EACH_OF = frozenset({"每", "每个"})
AGES = frozenset({"岁", "周岁", "级", "层"})


def describes(token: Token) -> bool:
    """A noun, or a verb that is one, in a row of nouns."""
    noun_verb = token.flag == "v" and token.text in column_words().noun_verbs
    plain = token.flag.startswith(("n", "vn", "j", "l", "b", "LATIN"))
    return (noun_verb or plain) and token.text not in column_words().predicates | column_words().light_verbs


def before_setting(par: Paragraph, at: int) -> int:
    """人口|在庞大的基数上|还将增加4%: index left of the 在 … 上 that stands between a noun and its verb, else ``at``."""
    if at < 1 or par.tokens[at].text not in ("上", "中", "下", "里", "内"):
        return at
    for i in range(at - 1, max(0, at - 10), -1):
        if par.tokens[i].text == "在" and par.tokens[i - 1].flag[0] in "nv":
            return i - 1
        if par.tokens[i].text in CLAUSE_MARKS or par.tokens[i].text == "、":
            break
    return at


def is_setting(par: Paragraph, at: int) -> bool:
    """取代率30%|时|: what was so when the next number was measured."""
    if at < 1 or par.tokens[at].text not in _settings():
        return False
    before = par.tokens[at - 1]
    return before.flag == "QTY" and before.end == par.tokens[at].start


@cache
def _settings() -> frozenset[str]:
    return frozenset(study_words().settings)


def after_partners(got: list[Token]) -> list[Token]:
    """与高校、科研机构|合作项目: the partners of 与 are a list of nouns; what follows its last one is the head."""
    last = next((i for i, token in enumerate(got) if token.text == "、"), None)
    if last is None:
        return got
    last = next((i for i, token in enumerate(got[:last]) if token.text in AND), last)
    return got[: last - 1] if last >= 2 else got


def opening(par: Paragraph, at: int) -> int | None:
    """Index of the mark that opens the bracket or quotation that closes at ``at``, or None."""
    closing = par.tokens[at].text
    first = OPENING[closing]
    depth = 0
    for i in range(at, max(-1, at - 60), -1):
        text = par.tokens[i].text
        if text in "。！？" and closing != "]":
            return None
        if text == closing and (closing != first or i == at):
            depth += 1
        elif text == first:
            depth -= 1
            if depth == 0:
                return i
    return None


def counted_before(par: Paragraph, at: int) -> bool:
    """The member of the list before this 、 has a number of its own: 3条新线、新增里程30公里."""
    for i in range(at - 1, -1, -1):
        token = par.tokens[i]
        if token.flag == "QTY":
            return True
        if token.text in CLAUSE_MARKS or token.text == "、":
            return False
    return False


def narrows(par: Paragraph, quantity: Token, follower: Token) -> bool:
    """60岁以上|老年人口, 50米|内换乘比例: the quantity is no count of what follows."""
    mention = par.mentions[quantity.ref]
    if follower.text.startswith(WITHIN):
        return True
    return mention.rank or mention.comparator in (">=", "<=") or (mention.unit or "") in AGES


def other_form(par: Paragraph, first: int, last: int, got: list[Token]) -> bool:
    """村|（社区）|协会, 县|（市、区）|数量: a bracket inside a noun, right after a word of one character, whose nouns
    may stand in its place; tokens ``first`` to ``last`` are the bracket, ``got`` what stands behind it."""
    tokens = par.tokens
    inside = tokens[first + 1 : last]
    if (
        not got
        or first < 1
        or got[-1].start != tokens[last].end
        or tokens[first - 1].end != tokens[first].start
    ):
        return False
    short = len(tokens[first - 1].text) == 1 and tokens[first - 1].flag[0] in "nq"
    return short and bool(inside) and all(t.flag[0] in "nsq" or t.text in "、和" for t in inside)


def each_before(par: Paragraph, at: int, verb: Token) -> int:
    """人均|填报表格, 每县|抽取小学: how many words that end at ``at``, before the ``verb`` of what is counted, say of whom or how
    often it is."""
    if at < 0 or verb.flag not in ("v", "vn"):
        return 0
    token, before = par.tokens[at], par.tokens[at - 1] if at else None
    if (token.flag == "b" and token.text in MEANS) or token.text in EACH_TIME:
        return 1
    return 2 if token.flag[0] == "n" and before is not None and before.text in EACH_OF else 0
