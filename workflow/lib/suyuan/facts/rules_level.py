"""Columns of levels other than counts of a following noun: 标准75项, 平均每年5个, 经过2年建设, 423亿元资金."""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.facts.actors import with_actor
from suyuan.facts.carried import only_regions
from suyuan.facts.clauses import clauses_before, subject_of, tokens_in
from suyuan.facts.compounds import clause_rest
from suyuan.facts.left import left_phrase, verb_of_subject
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import NO_PHRASE, Phrase
from suyuan.facts.preconditions import needs
from suyuan.facts.predicates import skip_predicates
from suyuan.facts.reading import Column, counted, empty, is_count, is_duration, is_money, is_share, words_of
from suyuan.facts.right import right_phrase
from suyuan.facts.rules_count import verb_before
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

INSIDE = frozenset("间来里中内")  # 32年间: the length of a period
REACHED = frozenset("到至为")  # 缩短|到|3天
ONCE = frozenset("才就一")  # 平均4年才出一个: an interval
PLACES = frozenset({"PLACE", "ns"})
SUMMED = "累计"
MEAN, YEARS = "平均", frozenset({"岁", "周岁"})
TAKEN = frozenset({"用时", "耗时"})  # 办结平均|用时|6天
LONGEST_SUM = 4  # words that sum up a list
NAMES_A_LENGTH = ("期", "时间", "时长", "周期")
SKIPPED = column_words().predicates
LONGEST_ACTIVITY = 30
TERM = re.compile(r"\d{1,2}年期(?:及?以[上下内])?$")  # 利率|5年期以上|为4.2%
SIZE_OF_STEP = re.compile("[十百千万亿]*元?级?的?新?")  # 3个|万亿元|台阶
SHORT_DEED = 4  # characters of a deed that says nothing without its level: 保持|98%以上
LONGEST_SUM_NOUN = 12
LASTING = re.compile("的(?P<what>[一-龥]{2,8})(?=[，。；（]|$)")


@needs(table=lambda: column_words().yearly)
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


@needs(of=["duration"])
def duration(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """经过2年建设: 建设时长; 连续2年举办论坛: 连续举办论坛年数; 32年间: 时段长度."""
    if not is_duration(mention):
        return None
    lead = par.tokens[index - 1].text if index else ""
    if lead == "连续":
        return _consecutive(par, mention, index)
    after = par.text[mention.end : mention.end + 1]
    if par.text.startswith("前的", mention.end):
        return Column("时段长度", None, "duration", level=False)  # 损失率从|十年|前的25%降至18%
    if after in INSIDE or _over_which(par, index):
        return Column("时段长度", None, "duration", level=False)
    if after in ONCE and before is not None and before.stem and "平均" in skip_predicates(par, index)[1]:
        return Column(before.stem + "平均间隔", before.stem, "duration", level=False)
    if lead == "创" or (index > 1 and lead in ("近", "了") and par.tokens[index - 2].text == "创"):
        return Column("时段长度", None, "duration", level=False)  # 增速|创|近3年新高
    reached = lead in REACHED and index > 1 and par.tokens[index - 2].text in column_words().growth
    if reached and before is not None and before.unit == mention.unit:
        return Column(before.measure, before.stem, "duration")  # 时限由15天|缩短|到|3天
    leads = lead in column_words().duration_leads
    given = index > 0 and par.tokens[index - 1 - (lead == "了")].text in column_words().giving_verbs
    following = right_phrase(par, index)
    if given and not empty(following):
        return Column(
            words_of(following.tokens) + "时长", words_of(following.tokens), "duration"
        )  # 提供6000小时|志愿服务
    if not leads and not empty(left_phrase(par, index)):
        return None
    done = LASTING.match(par.text, mention.end) if leads else None
    if done is not None:
        return Column(done["what"] + "时长", done["what"], "duration")  # 开展为期|12个月|的对比测试
    following = right_phrase(par, index)
    stem = words_of(following.tokens)
    if not empty(following):
        return Column(stem if stem.endswith(NAMES_A_LENGTH) else stem + "时长", stem, "duration")
    subject = left_phrase(par, index - 1) if index else NO_PHRASE
    if not empty(subject):
        stem = words_of(subject.tokens)
        return Column(stem + (lead if lead in TAKEN else "时长"), stem, "duration")
    return Column("时长", None, "duration") if leads else None


def _over_which(par: Paragraph, index: int) -> bool:
    """吞吐量|5年|增长1.6倍, 支出五年|累计8亿元: the length of time of a change or sum that is told after it."""
    words = column_words()
    at = index + 1
    while at + 1 < len(par.tokens) and (
        par.tokens[at].flag == "d" or par.tokens[at].text in words.growth_adverbs | words.manners
    ):
        if par.tokens[at].text in words.summing:
            return True
        at += 1
    grown = at + 1 < len(par.tokens) and par.tokens[at].text in words.growth
    if grown and at + 2 < len(par.tokens) and par.tokens[at + 1].flag == "ul":
        at += 1  # 覆盖率|五年|提高了6个百分点
    return grown and par.tokens[at + 1].flag == "QTY"


def noun_before_number(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """(发布)团体标准776项, 地均产值为1.67亿元/km2."""
    phrase = left_phrase(par, index)
    if empty(phrase):
        return None
    if is_count(mention) and (subject := verb_of_subject(par, phrase)):
        return Column(counted(subject, mention), subject, "subject_before_verb")
    if phrase.tokens[-1].text in column_words().rank_verbs and mention.unit in (None, "名", "位"):
        return None  # 甲、乙、丙|位列|前三
    if phrase.tokens[-1].text == "等":
        summed = _summed_up(par, mention, index)
        if summed is not None or len(phrase.tokens) == 1:
            return summed
        phrase = replace(phrase, tokens=phrase.tokens[:-1])
    tokens = phrase.tokens
    goes_on = index + 1 < len(par.tokens) and par.tokens[index + 1].flag != "PUNCT"
    if is_duration(mention) and [t.flag for t in tokens] == ["v"] and goes_on:
        return None  # 打破|9年|无企业上市的局面: the verb is of what follows, and does not last
    growth = column_words().growth.get(words_of(tokens))
    if growth is not None and is_share(mention):
        return Column(
            growth[0], None, "growth", level=False, change=True
        )  # 北京2020年|增长|3%: of what is not said
    if (
        before is not None
        and before.unit == mention.unit
        and ([t.flag for t in tokens] == ["ns"] or only_regions(phrase))
    ):
        return None  # 苏州30万人次、|常熟|20万人次: a row
    if (
        len(tokens) > 1
        and tokens[-1].flag in PLACES
        and tokens[-1].end == mention.start
        and tokens[-2].flag[0] in "nv"
    ):
        tokens = tokens[:-1]  # 接待游客|苏州|30万人次: the row
    stem = _antecedent(par, phrase) + words_of(tokens)
    if mention.unit in YEARS and MEAN in phrase.predicates and tokens[-1].flag[0] == "n":
        stem += MEAN  # 样本户主|平均|51.6岁
    if len(tokens) > 1 and tokens[-1].text == "重":
        stem += "量"  # 这台机器|重|约2.5吨
    if len(stem) > len(SUMMED) + 1:
        stem = stem.removesuffix(SUMMED)  # 专利授权量|累计|26万件
    if is_money(mention):
        stem = stem.removesuffix("安排").removesuffix("拟") or stem  # 中央预算投资|拟安排|150亿元
    term = TERM.search(stem)
    if term is not None and is_share(mention):
        known = before.stem if before is not None and before.unit == mention.unit else None
        stem = stem[: term.start()] or known or ""
        return (
            Column(counted(stem, mention), stem, "noun_before_number", breakdown={"期限": term.group()})
            if stem
            else None
        )
    name = counted(stem, mention)
    return with_actor(par, Column(name, stem, "noun_before_number"), phrase.tokens, name.removeprefix(stem))


def _summed_up(par: Paragraph, mention: Mention, index: int) -> Column | None:
    """家政服务规范等|11个|难点问题: the words right behind the number, to the end of the clause."""
    rest = []
    for token in clause_rest(par, index + 1):
        if token.flag in ("QTY", "v", "p") or token.text == "、":
            break
        rest.append(token)
    stem = words_of(tuple(rest))
    return Column(counted(stem, mention), stem, "summed_up") if rest and len(rest) <= LONGEST_SUM else None


def _antecedent(par: Paragraph, phrase: Phrase) -> str:
    """能够形成成果的，|其|比率应在50%以上: the clause before, where 其 opens this one and takes up its 的; else ""."""
    at = phrase.first
    if at < 2 or par.tokens[at].text != "其" or [t.text for t in par.tokens[at - 2 : at]] != ["的", "，"]:
        return ""
    clause = par.clause(par.tokens[at - 2].start)
    tokens = tuple(t for t in par.tokens_between(clause.start, clause.end) if t.flag != "TIME")
    text = words_of(tokens)
    return text + "的" if len(text) <= LONGEST_ACTIVITY else ""


@needs(of=["money"])
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
    subject = words_of(
        left_phrase(par, par.first_token(mention.start) - 1).tokens
    )  # 进出口总额|连续两年过万亿元
    if not subject and clause is not None:
        subject = subject_of(par, tokens_in(par, clause))
    if not subject:
        return None
    unit = "月" if mention.unit == "个月" else mention.unit
    return Column(f"{subject}连续{level.text}{unit}数", subject, "consecutive", level=False)


def level_of_subject(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """粮食总产量实现连增，连续5年|超万亿斤: the clause before has a magnitude for subject, and this one only its level."""
    at = index - 1
    while at >= 0 and (par.tokens[at].flag in ("QTY", "TIME", "d", "a") or par.tokens[at].text in SKIPPED):
        at -= 1
    words = column_words()
    if at >= 0 and par.tokens[at].flag[0] in "nvL" and par.tokens[at + 1].text in words.duration_leads:
        stem = words_of(left_phrase(par, at + 1).tokens)  # 群众安全感|连续7年保持|98%以上
        return Column(counted(stem, mention), stem, "level_of_subject") if stem else None
    if at < 1 or par.tokens[at].text != "，":
        return None
    clause = next(clauses_before(par, mention.start), None)
    subject = subject_of(par, tokens_in(par, clause)) if clause is not None else ""
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
    if end < len(rest) and (len(did) <= SHORT_DEED or par.mentions[rest[end].ref].rank):
        did += rest[end].text  # 连续8年|居全国|首位
    subject = words_of(left_phrase(par, index - 1).tokens)
    if not subject or len(subject) + len(did) > LONGEST_ACTIVITY:
        return Column(f"连续{did}{unit}数", did, "consecutive")
    return Column(f"{subject}连续{did}{unit}数", did, "consecutive", level=False, topic=subject)


def _behind_size(par: Paragraph, at: int) -> int:
    """Position behind 万亿元 or 新 in front of what is climbed."""
    size = SIZE_OF_STEP.match(par.text, at)
    return at if size is None else size.end()


@needs(table=lambda: column_words().steps)
def step_reached(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """生产总值连续迈上|4个|万亿元|台阶: the magnitude that climbs, and how many steps it took."""
    words = column_words()
    tokens = par.tokens
    behind = par.first_token(_behind_size(par, mention.end))
    if behind >= len(tokens) or tokens[behind].text not in words.steps:
        return None
    first = index - 1 if tokens[index - 1].flag == "QTY" else index
    phrase = left_phrase(par, first)
    stem = words_of(phrase.tokens)
    if empty(phrase) or phrase.tokens[-1].flag == "v":
        return None
    if is_count(mention) and mention.unit in words.classifiers:
        verb = next(iter(phrase.predicates), "")
        return Column(f"{stem}{verb}{tokens[behind].text}数量", stem, "step_reached", level=False)
    return Column(counted(stem, mention), stem, "step_reached")
