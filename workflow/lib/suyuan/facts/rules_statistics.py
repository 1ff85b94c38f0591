"""Columns of statistics and of compared groups: n=45, 年龄（OR=1.05，95%CI 1.01~1.09）, P<0.05, 同比+24%, 男25例."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.facts.clauses import subject_of, tokens_in
from suyuan.facts.left import collect_left, left_phrase
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import EVENTS, Column, empty, is_count, is_share, words_of
from suyuan.facts.right import right_phrase
from suyuan.facts.statistics_heads import (
    MEMBERS,
    associated_before,
    before_bracket,
    bounded_factor,
    right_before,
)
from suyuan.facts.study_words import acts_on, associated, study_words
from suyuan.facts.tokens import Token
from suyuan.facts.topics import topic_of
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

RELATIONS = frozenset("=<>≤≥：")
GROUP, SEX = "组别", "性别"
SAMPLE = "样本量"
BETWEEN_GROUPS = "组间差异"
BETWEEN = "组间"
CASES, PATIENTS = "例", "患者"
DIFFERENCE = "差异"  # 两组差异: what is compared is not said
INTERVAL = re.compile(r"\d{2}%CI")
GROUP_BEFORE = re.compile(
    r"^(?P<group>(?:(?!较|比|于|与|和|及|、|后|对(?!照))[^的，]){1,8}?组)(?!(?:患者|病人|受试者)?[、和与及])(?:患者|病人|受试者)?的?(?=.{2,})"
)
SEVERAL_GROUPS = re.compile("[两三四二各]组")
SIGNS = frozenset("+-")
COPULAS = frozenset({"是", "为"})
OCCURS = re.compile("发生|出现|并发|发病|检出")
DISEASES = ("病", "炎", "症", "癌", "瘤")
YEARLY, OUTPUT = "年产", "年产能"


@needs(*RELATIONS, "CI")
def statistic(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """M=180, OR=1.05: the name of the statistic, of what stands before its bracket or of what the sentence is about."""
    tokens = par.tokens
    at = index - 1
    interval = at >= 0 and INTERVAL.fullmatch(tokens[at].text) is not None  # 95%CI 1.25~4.27
    if at > 0 and tokens[at].text == "（" and INTERVAL.fullmatch(tokens[at - 1].text):
        at, interval = at - 1, True  # 95%CI（0.71，0.95）
    if at >= 0 and tokens[at].text in RELATIONS:
        at -= 1
    elif (
        par.text[mention.start] not in RELATIONS and not interval
    ):  # P<0.01: the sign may belong to the number
        return None
    if at < 0 or tokens[at].flag != "LATIN":
        return None
    symbol = tokens[at].text
    interval = INTERVAL.fullmatch(symbol) is not None
    name = symbol.replace("CI", "置信区间") if interval else column_words().statistics.get(symbol)
    if name is None or (tokens[index - 1].text == "：" and not interval):
        return None
    head = before_bracket(par, at) or (bounded_factor(par, at) if name in column_words().ratios else "")
    if symbol in study_words().fits:
        return Column(name, None, "statistic", level=False)
    if symbol == "df" and at > 1 and tokens[at - 1].text == "/":
        return Column(tokens[at - 2].text + "/df", None, "statistic", level=False)
    if name == SAMPLE:
        group = head if head.endswith(column_words().group_endings) else None
        return Column(name, None, "statistic", level=False, owner=group, dimension=GROUP if group else None)
    if interval and before is not None and before.rule == "statistic" and before.measure:
        return Column(before.measure + name, before.stem, "statistic")
    if (
        head.endswith(column_words().test_words)
        and before is not None
        and before.dimension == GROUP
        and before.level
    ):
        compared = (
            without_group(before.stem or "") + BETWEEN_GROUPS
        )  # 早期组187例达到良好结局，…差异有统计学意义
        return Column(compared + name, compared, "statistic", level=False)
    head = head or right_before(par, at)
    own = _subject_of_clause(par, at) or associated_before(par, at, before)
    topic = topic_of(par, index)
    if topic is not None and topic.measure and own in ("", topic.measure) and _speaks_of(before, topic):
        owner = head if at > 0 and tokens[at - 1].text == "（" else None
        return Column(topic.measure + name, topic.measure, "statistic", owner=owner or None)
    compared = _between_groups(before, head, own)
    if compared:  # 评分为2.1分和3.3分，观察组低于对照组（|t=8.2|）
        return Column(compared + name, compared, "statistic", level=False)
    if own:
        return Column(own + name, own, "statistic")
    if (
        head
        and not head.endswith(column_words().test_words)
        and len(head) > 1
        and tokens[at - 1].flag != "QTY"
    ):
        if SEVERAL_GROUPS.search(par.text[_clause_of_bracket(par, at) : tokens[at].start]):
            head = head.lstrip("两三四二各组间") + BETWEEN_GROUPS  # 两组|性别|（χ2=0.092，P=0.762）
        said = head.endswith(name) or (head.endswith("系数") and name.endswith("系数"))
        return Column(head if said else head + name, head, "statistic")  # 相关系数|r=0.4|, 标准化系数|β=0.2|
    subject = _subject_before(before)
    counts = before is not None and _counts(before)
    if subject and not (counts and name in column_words().ratios) and not (counts and DIFFERENCE in subject):
        subject = without_group(subject)
        return Column(subject + name, before.stem if before else None, "statistic", level=False)
    return Column(name, name, "statistic")


def _between_groups(before: Column | None, head: str, own: str) -> str:
    """The magnitude before, of which a group alone is compared with another, and 组间差异; "" where more is named."""
    groups = column_words().group_endings
    if before is None or not before.measure or not (own or head).endswith(groups):
        return ""
    measure = without_group(before.measure if before.level else before.stem or "")
    if not measure or measure.endswith(groups):
        return ""
    return measure if BETWEEN in measure else measure + BETWEEN_GROUPS


def _clause_of_bracket(par: Paragraph, at: int) -> int:
    """Start of the clause that the bracket around token ``at`` stands in; of 两组性别（χ2=0.1，|P=0.8|）、年龄（t=0.3） too."""
    opening = next((i for i in range(at, -1, -1) if par.tokens[i].text in "（。；"), at)
    return par.clause(par.tokens[max(0, opening - 1)].start).start


def _subject_before(before: Column | None) -> str | None:
    """What the column before is of; None for a statistic that says of nothing what it is (t值)."""
    if before is not None and before.change:
        return before.stem  # 发病风险增加38%（|HR=1.4|）
    if before is None or before.rule != "statistic":
        return before.measure if before is not None else None
    return before.stem if before.stem != before.measure else None


def _counts(column: Column) -> bool:
    """Its unit is a classifier."""
    return re.fullmatch("[一-龥]+", column.unit or "") is not None


def _speaks_of(before: Column | None, topic: Column) -> bool:
    """No other column was read behind the topic of the list; 七个片区 counts the rows of it."""
    if before is None or before.rule == topic.rule or _counts(before):
        return True
    return before.rule == "statistic" and before.stem == topic.measure


def _subject_of_clause(par: Paragraph, at: int) -> str:
    """有效率|高于安慰剂（OR=2.35）: the subject of the clause that the bracket around token ``at`` closes, where the clause has
    no number of its own; "" where it has one, has no subject or has one that says nothing (差异)."""
    opening = next((i for i in range(at, -1, -1) if par.tokens[i].text in "（。；"), -1)
    if opening < 1 or par.tokens[opening].text != "（":
        return ""
    clause = par.clause(par.tokens[opening - 1].start)
    tokens = [t for t in tokens_in(par, clause) if t.end <= par.tokens[opening].start]
    if any(t.flag == "QTY" for t in tokens) or _identifies(tokens):
        return ""
    told = associated(par.text[clause.start : par.tokens[opening].start])
    if told:
        return told
    acting = acts_on(par.text[clause.start : par.tokens[opening].start])
    if acting:
        return acting
    verb = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].text in column_words().lying), -1)
    if verb > 0:  # 有效率|高于对照组（RR=1.2）
        return without_group(words_of(collect_left(par, par.first_token(tokens[verb].start) - 1).tokens))
    subject = without_group(subject_of(par, tokens))
    return "" if subject.endswith(column_words().test_words) else subject


def _identifies(tokens: Sequence[Token]) -> bool:
    """居首的是|A2区, 接下来是|B3区: the clause says which member of a list comes now; its subject is not measured."""
    at = max((i for i, t in enumerate(tokens) if t.text in COPULAS), default=None)
    return at is not None and at > 0 and all(t.flag[0] not in "vd" for t in tokens[at + 1 :])


def without_group(measure: str) -> str:
    """总有效率 of 观察组总有效率: what groups are compared by."""
    return GROUP_BEFORE.sub("", measure)


@needs(*SIGNS, of=["share"])
def signed_growth(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """光伏装机同比|+24.4%, 净利润3亿元，同比|-12.5%: a growth that only 同比 or 环比 and the sign say."""
    at = index - 1
    if at >= 0 and par.tokens[at].text in SIGNS:
        at -= 1
    elif par.text[mention.start] not in SIGNS:
        return None
    if at < 0 or not is_share(mention) or par.tokens[at].text not in column_words().growth_adverbs:
        return None
    while at >= 0 and par.tokens[at].text in column_words().growth_adverbs:
        at -= 1
    phrase = collect_left(par, at)
    stem = words_of(phrase.tokens) if not empty(phrase) else before.stem if before is not None else None
    if not stem:
        return None
    return Column(stem + "增速", stem, "signed_growth", level=False, change=True)


@needs(table=lambda: column_words().sexes, of=["count"])
def sex_row(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """观察组男|25例，女|20例: how many of each sex, of the group that is named before them."""
    if index == 0 or not is_count(mention) or par.tokens[index - 1].text not in column_words().sexes:
        return None
    if not empty(right_phrase(par, index)):
        return None
    words = words_of(left_phrase(par, index).tokens)
    if index > 2 and par.tokens[index - 2].text == "中" and par.tokens[index - 3].flag == "QTY":
        words = par.tokens[index - 1].text  # 588例|中|男352例
    sex = column_words().sexes[par.tokens[index - 1].text]
    group = words.removesuffix(par.tokens[index - 1].text)
    if not group and before is not None and before.rule == "sex_row":
        group = before.breakdown.get(GROUP, "")
    if group and not group.endswith(column_words().group_endings):
        return None
    breakdown = {SEX: sex, **({GROUP: group} if group else {})}
    name = column_words().suffix_by_unit.get(mention.unit or "") or f"{mention.unit}数"
    if mention.unit == CASES:
        return Column("例数", PATIENTS, "sex_row", breakdown=breakdown)
    return Column(f"{sex}性{name}", f"{sex}性", "sex_row", breakdown=breakdown)


@needs("（", of=["share"])
def share_in_bracket(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """男性152例（|59.4%）: the share that the count before the bracket makes up."""
    tokens = par.tokens
    if mention.unit != "%" or index < 2 or index + 1 >= len(tokens) or tokens[index - 1].text != "（":
        return None
    if (
        tokens[index - 2].flag != "QTY"
        or tokens[index + 1].text not in "），；"
        or before is None
        or not before.level
    ):
        return None
    counts = par.mentions[tokens[index - 2].ref]
    if not is_count(counts) or counts.rank or before.unit != counts.unit or not before.stem:
        return None
    befell = before.stem.endswith(EVENTS) and (
        OCCURS.search(before.stem) or not before.stem.endswith(DISEASES)
    )
    rate = "发生率" if counts.unit == CASES and befell else "占比"  # 发生感染11例（|11.2%|）
    return Column(
        before.stem + rate, before.stem, "share_in_bracket", level=False, breakdown=dict(before.breakdown),
        owner=before.owner, dimension=before.dimension,
    )  # fmt: skip


@needs(YEARLY)
def yearly_output(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """年产|10万吨|铝箔项目: 铝箔年产能."""
    if not par.text.startswith(YEARLY, mention.start - len(YEARLY)) or mention.unit is None:
        return None
    phrase = right_phrase(par, index)
    plant = next(
        (i for i, token in enumerate(phrase.tokens) if token.text.endswith(column_words().makers)),
        len(phrase.tokens),
    )
    product = MEMBERS.split(words_of(phrase.tokens[: plant + 1]))[0]  # 锂盐|项目|开工
    of = par.tokens[phrase.first] if phrase.first < len(par.tokens) else None
    if of is not None and of.flag == "uj" and product and par.text.startswith(column_words().makers, of.end):
        return Column(product + OUTPUT, product, "yearly_output")  # 年产10万吨锂盐|的|生产线
    ending = max((e for e in column_words().makers if product.endswith(e)), key=len, default="")
    product = product.removesuffix(ending)
    if not ending:
        return None
    return Column(
        product + OUTPUT, product or None, "yearly_output"
    )  # 年产10万吨的|生产线: what it makes is not said


@needs("（")
def part_of_sum(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """47GW产能（|甲地5GW基地、乙地20GW项目）: parts in a bracket behind a measured sum, in its unit, are of its column."""
    if before is None or before.measure is None or before.unit != mention.unit or not before.level:
        return None
    if mention.unit is None or mention.unit in column_words().suffix_by_unit or is_share(mention):
        return None
    if mention.unit in column_words().classifiers or not re.search("[A-Za-z]", mention.unit):
        return None
    sentence = par.sentences[par.sentence_at(mention.start)]
    opening = par.text.rfind("（", sentence.start, mention.start)
    if opening < 0 or "）" in par.text[opening : mention.start]:
        return None
    inside = [
        m
        for m in par.mentions
        if m.start > opening and m.start < par.text.find("）", opening) and m.unit == mention.unit
    ]
    outside = [m for m in par.mentions if sentence.start <= m.start < opening and m.unit == mention.unit]
    if len(inside) < 2 or not outside or any(c in "，。；" for c in par.text[outside[-1].end : opening]):
        return None
    return Column(before.measure, before.stem, "part_of_sum")
