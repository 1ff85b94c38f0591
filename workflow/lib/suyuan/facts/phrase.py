"""Phrase: the words that name what a number measures; what belongs to it and what does not."""

from __future__ import annotations

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words
from suyuan.places.records import GEOGRAPHIC
from suyuan.places.tables import place_words
from suyuan.values import value

LONGEST_SAYER = 6  # words
LONGEST = 26  # characters of a phrase before it is cut at a boundary inside
CLAUSE_MARKS = frozenset("，；。：！？（）")
CONNECTORS = frozenset({"、", "的", "和", "与", "及", "各", "整个", "以及", "-"})
FILLERS = frozenset(
    {"还", "另", "另外", "已", "已经", "正在", "目前", "仍", "先后", "陆续", "相继", "同时", "并", "现"}
)
MODALS = frozenset({"可", "能", "会", "将", "可以", "能够", "足以", "有望", "必将", "可能"})
SEATED = ("在", "驻", "来", "赴")  # before a one-character name of a province
NUMERALS = "一二两三四五六七八九十0123456789"
POINTING = ("这", "那", "该", "此")
OWN_AREA = frozenset((*place_words().own_area_words, *place_words().national_words))


@value
class Phrase:
    """Words of a noun phrase in reading order, and what stood between it and the number."""

    tokens: tuple[Token, ...]
    predicates: tuple[str, ...] = ()  # between the phrase and the number, nearest first
    first: int = -1  # index of the token at which the walk ended (not part of the phrase)


NO_PHRASE = Phrase(())


def nominal(token: Token) -> bool:
    """May be the last word of a noun phrase."""
    if token.flag in ("PLACE", "TITLE", "LATIN", "QTY") or token.text in ("”", "’", "」", "）"):
        return True
    return token.flag[0] in "nvajlibstfm" or token.text == "类"


def trimmed(par: Paragraph, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Without leading places, light verbs and connectors, and without a trailing 的 or 、; a long phrase is cut."""
    got = list(tokens)
    while got and (got[-1].flag in ("uj", "c") or got[-1].text in "、-/·" or _may(got)):
        got.pop()
    got = _without_sayer(got)
    governed = False  # 用于|灌溉的水泵: the verb left out governs the first word
    while got and _says_nothing(par, got):
        governed = got.pop(0).flag == "v"
    if not governed:
        got = _plain_relative(got)
    return _shortened(par, tuple(_without_seat(par, got)))


def _may(got: list[Token]) -> bool:
    """检出率|可|超过50%: a modal between a noun and its number."""
    return len(got) > 1 and got[-1].text in MODALS and got[-2].flag[0] in "nlv"


def _without_sayer(got: list[Token]) -> list[Token]:
    """我会|估计|国内份额, 报告预测市场规模: who says the figure, with the verb of saying, is no part of what it measures."""
    words = study_words()
    for at in range(1, min(len(got) - 1, LONGEST_SAYER)):
        if got[at].text not in words.saying or got[at + 1].flag == "uj":
            continue
        if got[at - 1].text.endswith(words.sayers) and got[at + 1].flag[0] in "nvabjlLP":
            return got[at + 1 :]
    return got


def _plain_relative(got: list[Token]) -> list[Token]:
    """新出台的|政策文件 → 政策文件; 合作|的|项目 → 合作项目: a relative clause of one verb that says nothing, or is a noun."""
    words = column_words()
    at = next((i for i, token in enumerate(got) if token.flag == "uj"), len(got))
    verbs = [token for token in got[:at] if token.flag != "d" and token.text != "新"]
    if at + 1 >= len(got) or len(verbs) != 1 or got[at + 1].text in words.bare_shares:
        return got
    if verbs[0].text.removeprefix("新") in words.light_relatives:
        return got[at + 1 :]
    return [verbs[0], *got[at + 1 :]] if at == 1 and verbs[0].text in words.noun_verbs else got


def _without_seat(par: Paragraph, tokens: list[Token]) -> list[Token]:
    """在|京单位: the one-character name of a province after 在 is a place, not part of the noun."""
    if not tokens or par.text[tokens[0].start - 1 : tokens[0].start] not in SEATED:
        return tokens
    head = tokens[0]
    if head.text[0] not in place_words().abbreviations or head.flag in ("PLACE", "QTY", "TITLE", "LATIN"):
        return tokens
    rest = head.text[1:]
    return [head._replace(text=rest, start=head.start + 1), *tokens[1:]] if rest else tokens[1:]


def _says_nothing(par: Paragraph, tokens: list[Token]) -> bool:
    """The first word is a place, which the area says, or a word without content."""
    head = tokens[0]
    if head.flag == "PLACE":
        return par.areas[head.ref].kind in (*GEOGRAPHIC, "anaphor")
    if head.text == "等" or (
        head.text in column_words().noun_units and par.text.endswith("等", 0, head.start)
    ):
        return len(tokens) > 1  # 山东、浙江|等|省份|算力规模
    if head.text in OWN_AREA or head.text in CONNECTORS or head.text in column_words().light_verbs:
        return True
    if len(tokens) > 1 and head.text in MODALS and tokens[1].text in column_words().causing_verbs:
        return True  # 可|使|用水支出
    if len(tokens) > 1 and head.text in FILLERS:
        return True
    if head.flag == "q" and len(tokens) > 1 and par.text[head.start - 1 : head.start] in POINTING:
        return True  # 这|台|机器
    if (
        head.text == "前"
        and len(tokens) > 1
        and (tokens[1].flag in ("m", "QTY") or tokens[1].text[0] in NUMERALS)
    ):
        return False  # 前|三家|企业: who leads
    return head.flag in ("f", "uj", "c", "y", "ul") and len(tokens) > 1 and head.text not in "中上下"


def _shortened(par: Paragraph, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A phrase of more than LONGEST characters loses what stands before its first 、, 的 or verb, until it fits.

    甲率、乙率、丙率|分别提高: a row of names, each with a number of its own, is kept whole.
    """
    if (
        not tokens
        or tokens[-1].end - tokens[0].start <= LONGEST
        or par.text.startswith("分别", tokens[-1].end)
    ):
        return tokens
    while sum(len(token.text) for token in tokens) > LONGEST:
        cut = next(
            (i for i, t in enumerate(tokens[:-1]) if t.text in "、的" or t.flag in ("v", "p", "c")), None
        )
        if cut is None:
            break
        tokens = tokens[cut + 1 :]
    return tokens
