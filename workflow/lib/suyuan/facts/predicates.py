"""Predicates between a noun phrase and its number: N |已达到| 12项, N |从2015年的| 3%."""

from __future__ import annotations

from functools import cache

from suyuan.facts.course import sides
from suyuan.facts.moments import moment_at
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import is_duration
from suyuan.facts.study_words import study_words
from suyuan.facts.words import column_words

AGO = frozenset({"前", "以前", "之前"})
SIDES = frozenset("前后")
TO = frozenset("到至")
OCCASIONS = frozenset({"时", "之初", "初期", "初", "前", "之前", "当时", "当年"})
OCCASION_REACH = 7  # words of 由1981年首次发现时的


def skip_predicates(par: Paragraph, index: int) -> tuple[int, tuple[str, ...]]:
    """Index of the first token left of ``index`` that is no predicate, and the predicates passed over, nearest first.

    Passed over are 为, 达, 增至 …, adverbs, 从2015年的, a colon right before the number, and a verb that says nothing
    after a noun (投资|安排150亿元).
    """
    words = column_words()
    passed: list[str] = []
    at = index - 1
    while at >= 0:
        token = par.tokens[at]
        pair = par.tokens[at - 1].text + token.text if at > 0 else ""
        if pair in words.level_verbs or pair in words.predicates:
            passed.append(pair)
            at -= 2
        elif token.text in TO and at > 0 and par.tokens[at - 1].text.endswith(_moves()):
            passed.append(pair)  # 降水量|骤降至|12毫米, PUE|低至|1.1
            at -= 2
        elif token.text in words.level_verbs or token.text in words.predicates or token.flag in ("ul", "d"):
            passed.append(token.text)
            at -= 1
        elif token.text in words.per_units or (
            passed and token.text in words.growth_adverbs and token.text != "比"
        ):
            passed.append(token.text)  # 标准由|每人每年|120元; 从5克|显著|降至3克
            at -= 1
        elif _per_head_after_level(par, at):
            passed.append(token.text)  # 补助标准提高到|人均|320元
            at -= 1
        elif _side_after_noun(par, at):
            passed.append(token.text)  # 血糖水平|治疗后|从9毫克
            at -= 2
        elif passed and token.text in sides() and at > 0 and par.tokens[at - 1].flag[0] in "nlL":
            passed.append(token.text)  # 血红蛋白|术前|为95克
            at -= 1
        elif passed and passed[-1] in ("到", "至") and token.flag == "v":
            passed.append(token.text)  # 标准已|积累|到75项
            at -= 1
        elif (moment := moment_at(par, at)) is not None:
            passed.append("从")  # 血压从|治疗前的|150mmHg
            at = moment.lead - moment.first
        elif (dated := _dated_end(par, at)) is not None:
            passed.append("从")
            at = dated
        elif (dated := _dated_predicate(par, at, passed)) is not None:
            at = dated
        elif _light_after_noun(par, at) or _colon_after_noun(par, at, index):
            passed.append(token.text)
            at -= 1
        else:
            break
    return at, tuple(passed)


@cache
def _moves() -> tuple[str, ...]:
    """Last characters of words that lead to a level with 到 or 至."""
    return tuple(study_words().moves_to)


def _dated_end(par: Paragraph, at: int) -> int | None:
    """从2015年的|1.3%跃升至2025年的|45%: index left of the time (or of 从) that dates one end of a change, or None."""
    tokens = par.tokens
    if tokens[at].text in ("从", "由", "自") and at > 0:
        return at - 1
    if tokens[at].flag == "uj" and at > 1 and tokens[at - 1].text in column_words().latter:
        before = tokens[at - 2].text  # 由前期的0.32|降到后期的|0.15
        if before in TO or before in column_words().level_verbs:
            return at - 2
    if tokens[at].flag == "uj" and at > 1 and tokens[at - 1].text in column_words().former:
        return at - 3 if tokens[at - 2].text in ("从", "由", "自") else None  # 病床|由原来的|80张增加到120张
    if tokens[at].flag == "uj" and at > 3 and tokens[at - 1].text in AGO and tokens[at - 2].flag == "QTY":
        lasting = is_duration(par.mentions[tokens[at - 2].ref])  # 损失率|从十年前的|25%降至18%
        return at - 4 if lasting and tokens[at - 3].text in ("从", "由", "自") else None
    if tokens[at].flag == "uj" and at > 1 and tokens[at - 1].text in study_words().points:
        first = at - 2 - (tokens[at - 2].flag == "TIME")
        if first >= 0 and tokens[first].text in ("从", "由", "自"):
            return first - 1  # 均价|由去年高点的|0.89元回落到0.71元
    if tokens[at].flag == "uj" and at > 0 and tokens[at - 1].flag == "TIME":
        reached = at > 2 and tokens[at - 1].text[0] in "到至" and tokens[at - 2].text in column_words().growth
        return at - 3 if reached else at - 2  # 降低|到2022年|的|0.4元
    if tokens[at].flag == "uj" and at > 2 and tokens[at - 1].text in OCCASIONS:
        for first in range(at - 2, max(-1, at - OCCASION_REACH), -1):  # 数量|由1981年发现时的|7只
            if tokens[first].text in ("从", "由", "自"):
                return first - 1
            if tokens[first].flag in ("PUNCT", "QTY"):
                break
    if tokens[at].flag == "TIME" and at > 1 and tokens[at - 1].text in ("从", "由", "自"):
        return at - 2  # 单价|从2019年|0.8元降至0.4元
    return None


def _dated_predicate(par: Paragraph, at: int, passed: list[str]) -> int | None:
    """渗透率|2015年|还只有1.3%, 班列|到2024年|已累计突破10万列: index of the noun that the time stands behind, or None."""
    tokens = par.tokens
    if not passed or tokens[at].flag != "TIME":
        return None
    at -= 1
    if at > 0 and tokens[at].text in ("到", "至", "在", "于", "截至"):
        at -= 1
    return at if at >= 0 and tokens[at].flag[0] in "nL" else None


def _light_after_noun(par: Paragraph, at: int) -> bool:
    token = par.tokens[at]
    light = token.flag == "v" and token.text in column_words().light_verbs
    return light and at > 0 and par.tokens[at - 1].flag[0] == "n"


def _side_after_noun(par: Paragraph, at: int) -> bool:
    """水平|干预|后: a time told by what was done, behind the noun."""
    tokens = par.tokens
    side = at > 1 and tokens[at].text in SIDES and tokens[at - 1].flag in ("v", "vn")
    return side and tokens[at - 2].flag[0] in "nL"


def _per_head_after_level(par: Paragraph, at: int) -> bool:
    """人均, 户均 between a verb that leads to a level and the number."""
    if at < 1 or par.tokens[at].flag != "b" or not par.tokens[at].text.endswith("均"):
        return False
    return (
        par.tokens[at - 1].text in ("到", "至", "为") or par.tokens[at - 1].text in column_words().level_verbs
    )


def _colon_after_noun(par: Paragraph, at: int, index: int) -> bool:
    return par.tokens[at].text == "：" and at == index - 1 and at > 0 and par.tokens[at - 1].flag[0] in "nv"
