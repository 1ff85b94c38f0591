"""Columns of changes: 同比增长7%, 比上年增加1839亿元."""

from __future__ import annotations

import re

from suyuan.facts.clauses import clauses_before, tokens_in
from suyuan.facts.left import collect_left
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paired import deed
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import NO_PHRASE, Phrase, trimmed
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import Column, empty, is_count, is_duration, is_share, words_of
from suyuan.facts.right import right_phrase
from suyuan.facts.tokens import tokenise
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

COMPARISONS = frozenset({"比", "较", "与", "从", "在"})
AGAINST = frozenset({"比", "较"})
DURING = frozenset({"间", "期间", "以来", "内", "里", "中"})
SINCE = frozenset({"从", "自", "由", "在", "于"})
NOUNS = frozenset({"n", "nz", "nl", "L", "LATIN", "j", "l"})
OF_RATES = frozenset({"同比", "环比", "年均"})  # 同比|下降|为5% tells the change
RECKONED = re.compile("(?:(?:扣除|剔除|考虑|不含|按照?)[^，。；]{1,16}?(?:因素|口径|影响|计算))(?:之?后)?$")
COUNTS = ("数量", "人数", "人次", "户数", "场次")
LONGEST_COUNT = 24
TIMES = {"增速": "增长倍数", "增幅": "增长倍数"}  # 利润增长|2.2倍
MORE = {"多": "增加", "多出": "增加"}
OTHER_ALONE = re.compile(
    r"\s*(?:但|而|且|并)?(?:分别|依次|均|都|各|也|则)+[比较][^，。；：（）]{2,16}|\s*(?:但|而|且|并)?[与同和][^，。；：（）]{2,16}相比"
    r"|\s*(?:但|而|且|并)?在[^，。；：（）]{2,16}基础上"
)
APART = "差距"
ABOVE = frozenset({"高出", "低出"})
WITHIN = re.compile(r"(?P<whole>.{2,14})中的?(?:所占)?的?(?P<head>比重|占比|份额|比例)")


def growth(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """N(比上年)增长X: N增速; without N, the last level of the sentence is what grew."""
    words = column_words()
    apart = before is not None and before.rule == "growth" and (before.measure or "").endswith(APART)
    at = _growth_verb(par, index, apart)
    if at is None:
        return None
    if is_count(mention) and mention.unit != "倍" and not empty(right_phrase(par, index)):
        return None  # 新增500家企业 counts enterprises
    verb = par.tokens[at].text
    rate, change = words.growth[verb if apart or _compared(par, at) else MORE.get(verb, verb)]
    if verb in words.comparing_only and mention.unit == "百分点":
        rate = change  # 产量比对照低1.4%: 降幅; 比率低1.4个百分点: 差距
    ending = TIMES.get(rate, rate) if mention.unit == "倍" else rate if is_share(mention) else change
    at, yearly = _skip_comparison(par, at - 1)
    at = _before_years(par, at)
    phrase = collect_left(par, at)
    if _compared_with(par, phrase):
        against = par.tokens[phrase.first].text in AGAINST
        compared = (
            collect_left(par, _before_adverbs(par, phrase.first - 1)) if against else NO_PHRASE
        )  # 甲增速|比乙增速|高4个百分点; 产量|仍|较对照提高9%
        told = verb in words.comparing_only or names_magnitude(
            words_of(compared.tokens)
        )  # 参会人数|比上届|增加
        phrase = compared if told else NO_PHRASE
    if not empty(phrase) and OTHER_ALONE.fullmatch(
        par.text, par.clause(mention.start).start, phrase.tokens[-1].end
    ):
        phrase = NO_PHRASE  # 收敛463 mm，|分别比邻近未切顶巷道|减小39%; |与2016年相比|减少0.21次
    stem = words_of(phrase.tokens)
    counted_before = ""
    if not empty(phrase) and phrase.first > 0 and par.tokens[phrase.first].text in words.share_verbs:
        part = words_of(collect_left(par, phrase.first - 1).tokens)
        stem = f"{part}占{stem}" if part else stem  # 服务业|占|生产总值比重|提高2个百分点
    if phrase.first >= 0 and par.tokens[phrase.first].text == "在":
        stem = _share_within(par, phrase, before) or stem
    if empty(phrase) or _is_reckoning(stem) or (before is not None and _only_area(phrase)):
        if is_duration(mention) and (before is None or before.unit != mention.unit):
            return Column(ending, None, "growth", level=False, change=True)  # 到期后再|延长30年
        if before is None:
            return None
        reckoned = _is_reckoning(stem)
        named = _appointed(par, par.tokens[index].start)
        # a change in percentage points is one of the share before it, not of what the share is of
        stem = (
            named or (before.measure if mention.unit == "百分点" and not before.level else before.stem) or ""
        )
        if reckoned and (
            other := RECKONED.search(stem)
        ):  # 甲|扣除某因素后|增长6%，按原口径|下降1%: reckoned in another way
            stem = stem[: other.start()]
        if not reckoned and not named:
            counted_before = before.measure or ""
    if not stem:
        return None
    if (
        stem[0] in "较比"
        and before is not None
        and before.stem
        and (before.level or mention.unit == "百分点")
    ):
        stem = before.stem + stem  # 强度45MPa，|较基准组|提高12%
    name = (
        stem
        if stem.endswith(column_words().names_of_changes)
        and verb not in words.comparing_only
        and (mention.unit != "百分点" or stem.endswith(verb))  # 增速|加快|0.2个百分点
        else with_count(stem, counted_before, ending) + ("年均" if yearly else "") + ending
    )
    return Column(name, stem, "growth", level=False, change=True)


def _before_adverbs(par: Paragraph, at: int) -> int:
    while at > 0 and par.tokens[at].flag == "d":
        at -= 1
    return at


def with_count(stem: str, measure: str, ending: str = "") -> str:
    """共签约项目138个，|增长15%: 签约项目数量, what grew as the level before it is named; else the stem."""
    named = measure.startswith(stem) or (f"的{stem}" in measure and len(measure) <= LONGEST_COUNT)
    if not named or not measure.endswith(COUNTS) or ending.endswith("量"):
        return stem  # 剧院增加量
    done = measure == stem + COUNTS[0] and deed(tokenise(stem, [])[-1])
    return stem if done else measure  # 生猪存栏增速


def _is_reckoning(stem: str) -> bool:
    """按可比口径, 扣除退税因素后: how a growth is reckoned, and no name of what grew."""
    return stem.endswith(column_words().reckoning) or RECKONED.fullmatch(stem) is not None


def _before_years(par: Paragraph, at: int) -> int:
    """出口额|自2018年以来|增长12%: index of the noun before the years of a change; ``at`` where none stands there."""
    tokens = par.tokens
    if at > 0 and tokens[at].text in SINCE and tokens[at + 1].flag == "TIME":
        return at - 1 if tokens[at - 1].flag in NOUNS else at
    k = at - (at > 0 and tokens[at].text in DURING)
    if k < 1 or tokens[k].flag != "TIME":
        return at
    k -= 1
    if k > 1 and tokens[k].text in ("到", "至") and tokens[k - 1].flag == "TIME":
        k -= 2
    if k > 0 and tokens[k].text in SINCE:
        k -= 1
    return k if k >= 0 and tokens[k].flag in NOUNS else at


def _only_area(phrase: Phrase) -> bool:
    """美国物价上涨8%，|欧盟|上涨9%: a community of countries, of which the clause tells what the one before told."""
    return all(token.flag == "PLACE" for token in phrase.tokens)


def _share_within(par: Paragraph, phrase: Phrase, before: Column | None) -> str:
    """服务业|在|生产总值中的比重|提高4个百分点: 服务业占生产总值比重; "" if the phrase is no share."""
    share = WITHIN.fullmatch(words_of(phrase.tokens))
    if share is None:
        return ""
    part = words_of(collect_left(par, phrase.first - 1).tokens)
    if not part and before is not None:
        part = before.stem or ""
    return f"{part}占{share['whole']}{share['head'].replace('占比', '比重')}"


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


def _growth_verb(par: Paragraph, index: int, compared: bool) -> int | None:
    """Index of the growth verb before the number; None if there is none, or if it leads to a level (增长到). ``compared``: the
    number before was told as a difference (时间较对照组短2.7 d，次数|多|3次)."""
    words = column_words()
    at = index - 1
    while at >= 0 and par.tokens[at].text in column_words().after_growth:
        if at > 0 and _leads_to_level(par, at):
            return None
        at -= 1
    if at < 0 or par.tokens[at].text not in words.growth:
        return None
    verb = par.tokens[at].text
    if verb in words.comparing_only and not (compared or _compared(par, at)):
        if verb in ABOVE:
            return at  # 毛利率|高出10个百分点
        return at if verb in MORE and par.tokens[at + 1].text == "了" else None  # 支出多了12亿元
    return at


def _leads_to_level(par: Paragraph, at: int) -> bool:
    """降|为, 增加|到: the word behind a verb of growth leads to what there is now; in 同比下降为5%, 增幅为5% it does not."""
    word, verb = par.tokens[at].text, par.tokens[at - 1].text
    if word == "到":
        return True
    if word != "为" or verb.endswith(column_words().names_of_changes):
        return False
    return verb in column_words().growth and (at < 2 or par.tokens[at - 2].text not in OF_RATES)


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
    words = column_words()
    if token.text in words.growth_adverbs | words.manners or token.flag in ("d", "ul", "t"):
        return True
    if token.flag == "TIME":
        short = token.end - token.start <= 4 and any(
            word in token.text for word in column_words().compared_times
        )
        return short or (before is not None and before.text in COMPARISONS)
    if before is not None and token.text in "、和与" and before.text in OF_RATES:
        return True  # 同比|、|环比分别增长
    if token.flag == "f" and before is not None and before.flag == "TIME":
        return True
    if token.flag == "QTY":
        return is_duration(par.mentions[token.ref])  # 吞吐量|5年|增长1.6倍
    return token.text in column_words().ends_of_periods


@needs(of=["share"])
def lies_above(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """增加值增长7.6%，|高于|全国|1.7个百分点: how far the phrase before the verb, else the column before, lies from another."""
    words = column_words()
    if mention.unit != "百分点":
        return None
    clause = par.clause(mention.start)
    at = index - 1
    while at > 0 and par.tokens[at].start > clause.start and par.tokens[at].text not in words.lying:
        if par.tokens[at].flag in ("QTY", "PUNCT"):
            return None
        at -= 1
    if at < 0 or par.tokens[at].text not in words.lying:
        return None
    other = tuple(t for t in par.tokens[at + 1 : index] if t.text not in words.predicates and t.flag != "ul")
    if not other or other[-1].flag in ("p", "uj", "v"):
        return None
    phrase = collect_left(par, at - 1)
    stem = words_of(phrase.tokens) if not empty(phrase) else None
    if stem is None and before is not None:
        stem = before.measure
    if not stem:
        return None
    return Column(
        f"{stem}{par.tokens[at].text}{words_of(other)}幅度", stem, "lies_above", level=False, change=True
    )


def doubled(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """人均生产总值比2020年|翻一番, 周转量实现|翻番: twice the level of the year named, else of the base period."""
    if mention.rule != "doubling":
        return None
    words = column_words()
    between = words.transparent_verbs | words.after_growth | {"、"}
    at = index - 1
    while at >= 0 and par.tokens[at].text in between:
        at -= 1
    last = at
    at, _ = _skip_comparison(par, at)
    phrase = collect_left(par, at)
    stem = words_of(phrase.tokens) if not empty(phrase) else (before.stem if before is not None else None)
    if not stem:
        return None
    base = next((t.text for t in par.tokens[at + 1 : last + 1] if t.flag == "TIME"), None)
    name = f"{stem}相当于{base}的倍数" if base else f"{stem}与基期之比"
    return Column(name, stem, "doubled", level=False, change=True)
