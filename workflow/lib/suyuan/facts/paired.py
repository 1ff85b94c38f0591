"""Nouns that a deed, or what belongs to a body, takes from the number before: 新开工住房74万套，建成51万套; 机构4个，床位53张."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column, is_money, is_share
from suyuan.facts.tokens import Token, tokenise
from suyuan.facts.words import column_words

LONGEST_DEED = 6  # characters of a deed that stands for a column
ADVERBS = frozenset({"d", "ad", "a"})
NOT_DONE = ("例", "分")  # what no deed yields
FUNDS = ("资金", "款", "经费", "贷款", "债券")  # sums that deeds are done with


def possessed(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> str:
    """养老机构4万个，|床位|503万张: what belongs to the bodies counted before; "" if it names itself."""
    words = column_words()
    if column.stem in words.results_of_bodies:
        return _body_before(par, i, found)
    if column.stem not in words.belongings:
        return ""
    sentence = par.sentence_at(par.mentions[i].start)
    for k in range(i - 1, -1, -1):
        if par.sentence_at(par.mentions[k].start) != sentence:
            return ""
        stem = found[k].stem
        if stem is not None and found[k].level and stem.endswith(words.bodies_counted):
            return found[k].owner or stem
    return ""


def _body_before(par: Paragraph, i: int, found: Sequence[Column]) -> str:
    """国有企业资产总额增长61%，实现|利润|增长2倍: the bodies at the head of the column before, without its magnitude; else ""."""
    words = column_words()
    for k in par.before_in_sentence(i):
        stem = found[k].stem or ""
        if found[k].stem in words.results_of_bodies:
            continue
        tokens = tokenise(stem, [])
        while tokens and (tokens[-1].text in words.belongings or names_magnitude(tokens[-1].text)):
            tokens.pop()
        body = "".join(token.text for token in tokens)
        return body if body != stem and len(body) > 2 and body.endswith(words.bodies_counted) else ""
    return ""


def other_side(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> str:
    """一般公共预算收入增长2%、|支出|9亿元: 一般公共预算支出; 外币存款余额5亿元，|贷款余额|4亿元: 外币贷款余额; "" where the
    column before in the sentence is no other side."""
    stem = column.stem or ""
    for side, other in column_words().two_sides.items():
        before = next(iter(par.before_in_sentence(i)), None)
        if before is None or side not in stem:
            continue
        told = found[before].stem or ""
        name = told.replace(other, side)
        if name.endswith(stem) and name != stem and told.count(other) == 1:
            return name
    return ""


def paired(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> str:
    """新开工住房740万套，|基本建成|511万套; 生猪存栏77万头；|出栏|160万头: a deed alone takes the noun of the column before of
    its unit."""
    if column.rule != "noun_before_number" or not deed_only(column.stem or ""):
        return ""
    if par.mentions[i].unit in NOT_DONE:
        return ""  # 显效27例，|有效|15例; 满分100分，|平均得分|85分
    sentence = par.sentence_at(par.mentions[i].start)
    for k in range(i - 1, -1, -1):
        if par.sentence_at(par.mentions[k].start) != sentence:
            return ""
        if found[k].level and found[k].stem is not None:
            if is_share(par.mentions[k]):
                continue  # 已开工97个，开工率81%；|已投产|41个
            if par.mentions[k].unit != par.mentions[i].unit or found[k].rule not in (
                "noun_before_number",
                "number_before_noun",
                "doer",
            ):
                return ""
            tokens = tokenise(found[k].stem or "", [])
            if (found[k].stem or "").endswith(column.stem or ""):
                return (found[k].stem or "").removesuffix(
                    column.stem or ""
                )  # 现金净流出4亿元，上年为|净流出|3亿元
            if tokens and tokens[-1].text == tokenise(column.stem or "", [])[-1].text:
                return ""  # 辅助性就业14万人，|灵活就业|250万人: kinds of one deed
            while tokens and deed(tokens[-1]):
                tokens.pop()
            while tokens and (tokens[0].flag in ("v", "f") or tokens[0].text in column_words().fresh):
                tokens.pop(0)
            while len(tokens) > 1 and is_money(par.mentions[i]) and names_magnitude(tokens[-1].text):
                if tokens[-1].text in FUNDS:
                    break
                tokens.pop()  # 募集资金|净额|5亿元，已使用|4亿元
            text = "".join(t.text for t in tokens)
            return "" if names_magnitude(text) and not text.endswith(FUNDS) else text
    return ""


def deed_only(stem: str) -> bool:
    return 2 <= len(stem) <= LONGEST_DEED and all(
        deed(t) or t.flag in ADVERBS or t.text == "基本" for t in tokenise(stem, [])
    )


def deed(token: Token) -> bool:
    return token.flag in ("v", "vn") or token.text in column_words().paired_deeds
