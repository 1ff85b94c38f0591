"""Columns of what accounts of work tell beside a level: 低于4.5%的控制目标, 完成目标任务的90%, 其余2项."""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.facts.area_benchmarks import norm_compared_with
from suyuan.facts.clauses import clauses_before, opens_after_comma, tokens_in
from suyuan.facts.compounds import clause_rest
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import BLANKS, Column, counted, is_count, is_money, is_share, words_of
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

AIM = re.compile(
    r"(?:左右|以上|以下|以内)?的?(?P<head>[一-龥]{0,6}?(?:目标(?:任务|值)?|任务目标|限值|警戒线|控制线|红线|平均水平|均值"
    r"|预算数?|计划数?))(?=的\d|[^一-龥]|$)"
)
LEADS_TO_AIM = re.compile(
    r"(?:低于|高于|优于|好于|超过|超出|达到|完成|实现|未达到?|突破|超额完成|不及|低|高|控制在)[^，。；：\d]{0,12}$"
)
WORDS_BEFORE = re.compile(r"[^\d]*")
AIMED = re.compile(r"(?:目标(?:任务|值)?|任务|计划|预算)的$")
REACHING = re.compile("完成|实现|达到?|占|为|相当于")
PAST = re.compile(
    r"(?:较|比|相比|相较于?|与)(?:\d{4}年|[上去前本同]年|同期|上年同期|[上前]期|上季度)[^，。；：、\d]{0,6}的?$"
)
BACK = re.compile(
    "(?:有所|略有|明显|显著|大幅|小幅|稳步)?(?:上升|下降|提高|增长|增加|减少|降低|回落|改善|提升|扩大|缩小)"
)
LIMITED = re.compile(
    r"(?P<what>[^，。；：]{2,20}?(?:比例|比重|占比|率))(?:原则上)?(?:应|须|要|必须)?(?:不得|不能|不应)?"
    r"(?:低于|高于|少于|超过|达到|不低于|不高于)(?P<whole>[^，。；：]{2,14})的$"
)
REGAINED = re.compile(
    r"(?:恢复|回升|回落|反弹)(?:到|至)了?"
    r"(?P<when>\d{4}年(?:同期)?[^，。；：\d]{0,6}?|上年同期|[上去]年|疫情前[^，。；：\d]{0,6}?)的$"
)
REST = re.compile(r"(?:其余|剩余|余下|剩下|另外|另)的?$")
LONGEST_DONE = 14  # characters of what is done


@needs("目标", "限值", "警戒线", "控制线", "红线", "平均水平", "均值", "预算", "计划")
def aimed_at(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """失业率为2.9%，低于|4.5%|的控制目标; 完成全年|5.4万人|目标任务: the aim or limit for that level."""
    if (
        before is None
        or not (before.level or before.change)
        or not before.measure
        or not _one_sort(before, mention)
    ):
        return None
    match = AIM.match(par.text, mention.end)
    if match is None or LEADS_TO_AIM.search(_lead(par, mention)) is None:
        return None
    head = BLANKS.sub("", match["head"])
    return Column(
        before.measure + head,
        before.stem,
        "aimed_at",
        owner=before.owner,
        dimension=before.dimension,
        level=False,
    )


@needs("规定", "要求", "限定", "推荐", "明确")
def norm_beside(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """合格率为92.3%，低于国家要求的|95%|: what a norm lays down for the level before."""
    if before is None or not before.level or not before.measure or not _one_sort(before, mention):
        return None
    norm = norm_compared_with(_lead(par, mention))
    return (
        replace(before, measure=f"{norm}的{before.measure}", rule="norm_beside", level=False)
        if norm
        else None
    )


@needs("目标", "任务", "计划", "预算", of=["share"])
def part_of_aim(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """新增就业4.86万人，完成全年5.4万人目标任务的|90%|: how much of the aim is done, of what the sentence gives the level of."""
    if (
        mention.unit != "%"
        or before is None
        or not before.level
        or not before.stem
        or is_share_column(before)
    ):
        return None
    clause = par.clause(mention.start)
    lead = par.text[clause.start : mention.start]
    match = AIMED.search(lead)
    if match is None or REACHING.search(lead) is None or not re.search(r"\d", lead):
        return None
    return Column(before.stem + "目标完成率", before.stem, "part_of_aim", level=False)


@needs("恢复", "回升", "回落", "反弹", of=["share"])
def regained(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """接待游客6.2亿人次，恢复到2019年的|103%|: the level before as a share of that of another time."""
    if (
        mention.unit != "%"
        or before is None
        or not before.level
        or not before.measure
        or is_share_column(before)
    ):
        return None
    match = REGAINED.search(_lead(par, mention))
    if match is None:
        return None
    return Column(
        f"{before.measure}与{BLANKS.sub('', match['when'])}之比", before.stem, "regained", level=False
    )


@needs("较", "比", "与")
def level_beside(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """浓度为16微克/立方米，较上年的|18微克/立方米|有所下降: the level of another time, of the measure before."""
    if before is None or not before.measure or before.unit != mention.unit or mention.rank:
        return None
    if not names_magnitude(before.stem or "") and before.stem != before.measure:
        return None
    lead = _lead(par, mention)
    if PAST.search(lead) is not None and BACK.match(par.text, mention.end) is not None:
        return replace(before, rule="level_beside")
    return None


@needs("低于", "高于", "少于", "超过", "达到", of=["share"])
def limited_share(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """安排残疾人的比例不得低于职工总数的|1.5%|: the share that must not be less."""
    if mention.unit != "%":
        return None
    match = LIMITED.search(_lead(par, mention))
    if match is None:
        return None
    what = BLANKS.sub("", match["what"])
    head = next((word for word in ("比例", "比重", "占比") if what.endswith(word)), "")
    if not head:
        return Column(what, what, "limited_share", level=False)
    whole = BLANKS.sub("", match["whole"])
    return Column(
        f"{what.removesuffix(head).rstrip('的')}占{whole}{head}", what, "limited_share", level=False
    )


@needs("其余", "剩余", "余下", "剩下", "另", of=["count"])
def rest_of_them(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """23项整改任务已完成21项，其余|2项|按序时推进: the rest of what was counted before."""
    if before is None or not before.level or not before.measure or before.unit != mention.unit:
        return None
    if not is_count(mention) or REST.search(par.text, max(0, mention.start - 4), mention.start) is None:
        return None
    goes_on = par.tokens[index + 1] if index + 1 < len(par.tokens) else None
    if goes_on is not None:
        of_things = goes_on.flag[0] in "njlb" and not goes_on.text.startswith("按")
        if of_things or goes_on.flag == "uj":
            return None  # 其余5个|县
    return Column(before.measure, before.stem, "rest_of_them", owner="其余")


@needs(of=["count"])
def done_of_them(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """23项整改任务已完成|21项|: how many of those counted right before are done."""
    if not is_count(mention) or mention.rank or index < 4:
        return None
    tokens, verb = par.tokens, index - 1 - (par.tokens[index - 1].text == "了")
    at = verb - 1
    if tokens[verb].flag not in ("v", "vn") or tokens[verb].text in column_words().level_verbs:
        return None
    while at > 0 and (tokens[at].flag == "d" or tokens[at].text in ("中", "里", "已经")):
        at -= 1
    first = next(
        (k for k in range(at, max(-1, at - 6), -1) if tokens[k].flag in ("QTY", "PUNCT", "TIME")), -1
    )
    if first < 0 or tokens[first].flag != "QTY" or at == verb - 1:
        return None
    whole = words_of(tokens[first + 1 : at + 1])
    if par.mentions[tokens[first].ref].unit != mention.unit or not 2 <= len(whole) <= LONGEST_DONE:
        return None
    return Column(counted(whole + tokens[verb].text, mention), whole, "done_of_them")


@needs("中", of=["count"])
def of_those(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """28项主要指标中，|25项|完成或超额完成: of those counted in the clause before, how many do what follows."""
    if not is_count(mention) or mention.rank or index < 3 or not opens_after_comma(par, index):
        return None
    earlier = next(clauses_before(par, mention.start), None)
    if earlier is None or not par.text[earlier.start : earlier.end].endswith("中"):
        return None
    tokens = tokens_in(par, earlier)
    at = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k].flag == "QTY"), None)
    if at is None or par.mentions[tokens[at].ref].unit != mention.unit:
        return None
    whole = words_of(tokens[at + 1 : -1])
    rest = tuple(t for t in clause_rest(par, index + 1) if t.flag not in ("d", "ul", "TIME"))
    did = words_of(rest)
    doing = rest and rest[0].flag[0] == "v" and not any(t.flag == "QTY" for t in rest)
    if not doing or not 2 <= len(whole) <= LONGEST_DONE or not 2 <= len(did) <= LONGEST_DONE:
        return None
    return Column(counted(f"{did}的{whole}", mention), whole, "of_those")


def is_share_column(column: Column) -> bool:
    """The column is itself a share or rate."""
    return column.unit in column_words().shares


def _lead(par: Paragraph, mention: Mention) -> str:
    """The clause up to the digits of the number, with the words of comparison that belong to it."""
    start = par.clause(mention.start).start
    qualifier = WORDS_BEFORE.match(par.text, mention.start, mention.end)
    return par.text[start : qualifier.end() if qualifier is not None else mention.start]


def _one_sort(before: Column, mention: Mention) -> bool:
    return (
        before.unit == mention.unit
        or (is_money(mention) and before.unit in column_words().money)
        or (is_share(mention) and before.unit in column_words().shares)
    )
