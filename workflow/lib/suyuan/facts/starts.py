"""Where a change or a course began, told between a noun and its number: 由书法|扩大到8门, 从2011年首开至2024年|累计10万列."""

from __future__ import annotations

from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import Phrase
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words

STARTS = frozenset({"从", "由", "自"})
SUMMING = frozenset({"计", "共", "共计", "合计", "总计"})
ROWS_IN = frozenset({"在", "于"})
ROWS_EACH = frozenset({"分别", "分别为", "分别是", "分别达", "依次", "依次为", "依次是"})


def is_start_of_change(par: Paragraph, phrase: Phrase, passed: tuple[str, ...]) -> bool:
    """课程|由传统书法|扩大到|8门: the phrase is what the change began with; what changed stands before 由."""
    opens = phrase.first
    if not phrase.tokens or opens < 1 or par.tokens[opens].text not in STARTS:
        return False
    text = "".join(token.text for token in phrase.tokens)
    if names_magnitude(text) or any(token.flag in ("QTY", "TIME") for token in phrase.tokens):
        return False
    return par.tokens[opens - 1].flag[0] == "n" and not column_words().level_verbs.isdisjoint(passed)


def before_course(par: Paragraph, index: int, phrase: Phrase) -> int | None:
    """班列|从2011年首列开行至2024年|累计突破10万列: index of the noun before the years.

    None where a word of the phrase stands behind the later year, so that it names what the number is of.
    """
    tokens = par.tokens
    low = par.first_token(par.clause(tokens[index].start).start)
    years = [k for k in range(low, index) if tokens[k].flag == "TIME"]
    if len(years) != 2 or years[0] < low + 2 or any(t.flag == "QTY" for t in tokens[low:index]):
        return None
    first, last = years
    reached = par.text[tokens[last].start - 1 : tokens[last].start + 1]
    if tokens[first - 1].text not in STARTS or not ("至" in reached or "到" in reached):
        return None
    own = [token for token in phrase.tokens if token.start > tokens[last].start]
    if any(token.text not in SUMMING | {"累计"} for token in own):
        return None
    name = tokens[first - 2]
    return first - 2 if name.flag[0] == "n" or names_thing(par, name) else None


def names_thing(par: Paragraph, token: Token) -> bool:
    """A noun, or a scheme such as 中欧班列; a place does nothing."""
    return token.flag[0] == "n" or (token.flag == "PLACE" and par.areas[token.ref].kind == "scheme")


def before_rows(par: Paragraph, phrase: Phrase, passed: tuple[str, ...]) -> int | None:
    """网络密度|在三个阶段|依次为0.2、0.3和0.5: index of the last word of what is measured, where the phrase before the numbers
    only counts the rows; else None."""
    if ROWS_EACH.isdisjoint(passed) or phrase.first < 1:
        return None
    counted = par.tokens[phrase.first].flag == "QTY"
    at = phrase.first - counted
    if at < 1 or par.tokens[at].text not in ROWS_IN:
        return None
    head, before = par.tokens[at + 1], par.tokens[at - 1]
    if not counted and not (head.flag == "m" or (head.flag == "r" and head.text[0] in "各不")):
        return None
    if before.flag[0] not in "nLlv" or before.text in column_words().predicates:
        return None
    return at - 1
