"""Columns that the words right before the number name by a remnant alone, named by what the sentence speaks of.

R0组强度为22 MPa，R100组|仅为|13 MPa: a row without its magnitude. 显效27例，有效15例: outcomes, which are rows of one count.
最低|28|, 最高|125|: ends of what the clause before speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.document import Span
from suyuan.facts.changes_of_rows import factor_of_risk, for_each_step, growth_of_row, growth_over_next
from suyuan.facts.clauses import tokens_in
from suyuan.facts.designs import design_of_study
from suyuan.facts.left import left_phrase
from suyuan.facts.levels_against import level_compared_with
from suyuan.facts.nouns_counted import named_by_context
from suyuan.facts.occasions import of_occasion
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.procedure_steps import step_of_procedure
from suyuan.facts.reading import BLANKS, LATIN_END, Column, counted, is_count
from suyuan.facts.rows_of_places import row_of_place
from suyuan.facts.rows_of_study import row_in_study, row_of_pronoun
from suyuan.facts.rows_of_told import (
    LEADS,
    ROW,
    compared_row,
    extreme_row,
    of_row,
    row_of_told,
    superlative_row,
)
from suyuan.facts.study_words import study_words
from suyuan.facts.told import LONGEST_TOPIC, is_magnitude, level_told, measurable, topic_told
from suyuan.facts.verdicts import fared_in_turn, verdict_of_care, verdict_told
from suyuan.facts.words import column_words
from suyuan.gated import gated
from suyuan.quantities.mention import Mention

SUBJECT, SET, END = "subject_of_sentence", "set_by", "end_of_range"
WEAK = frozenset({"noun_before_number", "carried", "nothing_names_it", "head_before_bracket", "topic"})
END_OF_RANGE = re.compile("(?:其中|而)?(?P<end>最[高低大小多少长短])(?:为|达|仅|可达|约)?(?:约|近)?")
FINDING = ("发现", "认为", "报道", "指出", "表明", "提示", "证实", "得出", "测得", "估计", "推算")
ESTIMATES = frozenset({"系数", "值", "量", "参数", "误差"})  # 估计系数
EXPLAINS = gated(
    r"(?P<who>[^，。；：、（）]{0,20}?)(?:共同|可以?|能够?|共|一共|单独|分别|累计|总共|则|也)*(?P<verb>解释|贡献)了?"
    r"(?P<what>[^，。；：（）]{2,16}?)的(?:约|近)?$",
    ["解释", "贡献"],
)
COUNTING_OF_POINTER = re.compile("(?:段时间|段时期|段期间|一|种|类|项|些|个|次)(?=.{2})")
NUMBER = "数值"
MAGNITUDES = frozenset(
    {"里程", "长度", "面积", "体积", "温度", "重量", "容量", "电量", "距离", "得分", "倍数", "年龄"}
)
POINTERS = ("这", "那", "该", "此", "上述", "同")
FRAME = re.compile(
    r"(?:(?:若|仅|单)?(?:论|就|按)(?P<what>[一-龥]{2,10}?)(?:而言|而论|来看|排名|排序|排|看|计|算|论)?|(?P<of>[一-龥]{2,10}?)方面)，"
)
TAKEN_OF_EACH = re.compile(
    "(?:年龄|工龄|教龄|时间|时长|年限|得分|评分|均分|均值|系数|收入|平均[一-龥]{1,6})$"
)
TO_LEVEL = frozenset("到至为")
ROW_WITH_NUMBER = re.compile(
    r"(?:模型|方案|工况|样品|试件|试样|处理|阶段|方法|算法|情景)[0-9A-Za-z一二三四五ⅠⅡⅢ]{1,3}"
)


def mended(par: Paragraph, i: int, index: int, column: Column, found: Sequence[Column]) -> Column:
    """The column of quantity ``i`` at token ``index``; where its words are a remnant, one named by the sentence.

    The columns of the quantities before it are ``found``. A column that names a magnitude or a thing stays as it is.
    """
    mention = par.mentions[i]
    fared = fared_in_turn(par, i, column, found) or verdict_told(par, i, found)
    if fared is not None:
        return fared
    named = named_by_context(par, i, index, column, found)
    if named is not None:
        return named
    stepped = for_each_step(par, mention, column)
    if stepped is not None:
        return stepped
    risk = factor_of_risk(column, i, found)
    if risk is not None:
        return risk
    against = level_compared_with(par, i) or growth_over_next(par, i, column, found)
    if against is not None:
        return against
    pronoun = row_of_pronoun(par, i, column, found)
    if pronoun is not None:
        return pronoun
    if column.rule == "share_rows" and column.owner and TAKEN_OF_EACH.search(column.stem or ""):
        name = column.owner + "占比"  # 平均年龄54.7岁，其中党员占|78%|
        return replace(column, measure=name, stem=column.owner, owner=None, dimension=None)
    design = design_of_study(par, i, column, found)
    if design is not None:
        return design
    step = step_of_procedure(par, i, column)
    if step is not None:
        return step
    column = _after_pointer(par, mention, column)
    per_time = column.rule == "second_unit" and of_occasion(par, mention, column)
    framed = _framed(par, mention, column)
    if per_time or framed is not None:
        return per_time or framed or column
    if column.rule == "growth" and column.stem is None:
        topic = topic_told(par, mention, par.clause(mention.start).start)
        if topic:  # 抗压强度先升后降，至多|提高|8.3%
            return replace(column, measure=topic + (column.measure or ""), stem=topic)
    if column.rule == "growth" and column.stem is not None:
        return growth_of_row(par, i, column, found)
    if column.rule not in WEAK or mention.rank:
        return column
    if column.owner is not None:
        return column
    return (
        of_occasion(par, mention, column)
        or _set_by(par, mention)
        or verdict_of_care(column, mention)
        or _bare_change(column, mention)
        or _explained(par, mention)
        or _level_after(par, i, index, column, found)
        or superlative_row(column, mention)
        or compared_row(par, i, found)
        or _end_of_range(par, mention, column)
        or extreme_row(par, i, index, column, found)
        or _level_of_topic(par, mention, index, column)
        or row_of_told(par, i, index, column, found)
        or row_in_study(par, i, index, column, found)
        or row_of_place(par, i, column, found)
        or _without_saying(column, mention)
    )


def _after_pointer(par: Paragraph, mention: Mention, column: Column) -> Column:
    """这段时间|PM2.5|平均24.8, 这一|倍数|达到3.1: what counts the pointing word is no part of the name."""
    stem, measure = column.stem or "", column.measure or ""
    cut = COUNTING_OF_POINTER.match(stem)
    if cut is None or not measure.startswith(stem) or column.rule not in WEAK:
        return column
    clause = par.clause(mention.start)
    at = BLANKS.sub("", par.text[clause.start : mention.start]).find(stem)
    before = BLANKS.sub("", par.text[clause.start : mention.start])[max(0, at - 2) : max(0, at)]
    if not before.endswith(POINTERS):
        return column
    return replace(column, measure=measure[cut.end() :], stem=stem[cut.end() :])


def _framed(par: Paragraph, mention: Mention, column: Column) -> Column | None:
    """论里程，甲市以454 km排第一，乙市372 km居第二: the magnitude that the sentence opens with, for what nothing else names."""
    stem = column.stem or ""
    no_more = column.measure == stem + NUMBER and not is_magnitude(stem)  # 网络密度方面，…，乙群|仅|0.41
    if column.measure is not None and not no_more:
        return None
    frame = FRAME.match(par.text, par.sentences[par.sentence_at(mention.start)].start)
    what = (frame["what"] or frame["of"]) if frame is not None else ""
    if not is_magnitude(what):
        return None
    name = what + "排名" if mention.rank else counted(what, mention)
    return Column(name, what, "framed", level=not mention.rank) if _measurable_or_rank(mention) else None


def _measurable_or_rank(mention: Mention) -> bool:
    """A rank, or a number that is no count of things."""
    return mention.rank or not _counts_things(mention)


def _without_saying(column: Column, mention: Mention) -> Column:
    """他们|发现|取代率由|30%|增至60%: who found it is no part of a magnitude; of a count it may be (发现缺陷132项)."""
    stem, measure = column.stem or "", column.measure or ""
    if not stem.startswith(FINDING):
        return column
    verb = next((v for v in FINDING if stem.startswith(v) and measure.startswith(v)), "")
    rest = stem.removeprefix(verb)
    if not verb or rest in ESTIMATES or _counts_things(mention) or not is_magnitude(rest):
        return column
    return replace(column, measure=measure.removeprefix(verb), stem=rest)


def _counts_things(mention: Mention) -> bool:
    suffix = column_words().suffix_by_unit.get(mention.unit or "")
    return is_count(mention) and suffix is not None and suffix not in MAGNITUDES


def _explained(par: Paragraph, mention: Mention) -> Column | None:
    """根系与容重共同解释了碳变异的|68%|: 根系与容重对碳变异的解释率."""
    if mention.unit != "%":
        return None
    match = EXPLAINS.search(par.text[par.clause(mention.start).start : mention.start])
    if match is None:
        return None
    who, what = BLANKS.sub("", match["who"]), BLANKS.sub("", match["what"])
    verb = match["verb"]  # 改善|贡献|了总效应的近三成
    name = f"{who}对{what}的{verb}率" if who else f"{what}{verb}率"
    return Column(name, name, "explained", level=False)


def _bare_change(column: Column, mention: Mention) -> Column | None:
    """名义年均|增长|7.7%: a verb of growth for a share is no share of anything."""
    stem = column.stem or ""
    if mention.unit != "%" or column.rule != "noun_before_number" or column.measure != stem + "占比":
        return None
    growth = column_words().growth
    verb = next(
        (v for v in growth if len(v) > 1 and stem.endswith(v) and v not in column_words().comparing_only), ""
    )
    if not verb:
        return None
    name = stem[: -len(verb)] + growth[verb][0]
    return replace(column, measure=name, level=False, change=True)


def _level_after(
    par: Paragraph, i: int, index: int, column: Column, found: Sequence[Column]
) -> Column | None:
    """伪R2为0.048；模型2加入两个变量后|升至0.137|: what was done before a verb of change is no magnitude."""
    stem = column.stem or ""
    if column.rule != "noun_before_number" or is_magnitude(stem) or LATIN_END.search(stem):
        return None
    if not set(left_phrase(par, index).predicates) & column_words().level_verbs or not _done(par, index):
        return None
    what = level_told(par, i, found)
    if what is None or not measurable(par.mentions[i], what):
        return None
    clause = par.clause(par.mentions[i].start)
    row = ROW_WITH_NUMBER.match(par.text[clause.start : par.mentions[i].start])
    if row is None:
        return replace(what, rule=ROW, each=(), owners=(), owner=None)
    return of_row(what, row.group(), ROW)


def _done(par: Paragraph, index: int) -> bool:
    """后, 时 right behind what was done."""
    at = index - 1
    while at > 0 and (
        par.tokens[at].text in column_words().predicates | column_words().level_verbs
        or par.tokens[at].flag == "d"
    ):
        at -= 1
    if par.tokens[at].text in TO_LEVEL and at > 0:
        at -= 2
    return at > 0 and par.tokens[at].text in study_words().settings


def _set_by(par: Paragraph, mention: Mention) -> Column | None:
    """SAPO-11的质量分数以|40%|为宜, 阴性的界定以|<20 ng/mL|为主: what is set, before 以."""
    if not par.text.startswith(study_words().set_by, mention.end):
        return None
    clause = par.clause(mention.start)
    lead = par.text[clause.start : mention.start]
    if not lead.endswith(("以", "以约", "以<", "以>")):
        return None
    tokens = tuple(
        t for t in tokens_in(par, Span(clause.start, mention.start)) if t.flag not in ("TIME", "c", "d")
    )
    what = BLANKS.sub("", LEADS.sub("", "".join(t.text for t in tokens))).rstrip("以约<>")
    said = max((what.rfind(verb) + len(verb) for verb in study_words().saying if verb in what), default=0)
    what = what[said:]
    if not 2 <= len(what) <= LONGEST_TOPIC or "，" in what:
        return None
    return Column(counted(what, mention), what, SET)


def _end_of_range(par: Paragraph, mention: Mention, column: Column) -> Column | None:
    """截断值差异较大，最低|28|，最高|125|: the ends of what the clause before speaks of."""
    if column.measure is not None:
        return None
    clause = par.clause(mention.start)
    end = END_OF_RANGE.fullmatch(par.text[clause.start : mention.start].strip())
    topic = topic_told(par, mention, clause.start, numbers=True) if end is not None else ""
    if end is None or not topic:
        return None
    return Column(f"{topic}{end['end']}值", topic, END)


def _level_of_topic(par: Paragraph, mention: Mention, index: int, column: Column) -> Column | None:
    """零借阅读者的比例逐年扩大：2019年为|27%|: nothing but a time and the predicate; the clause before has the magnitude."""
    if column.measure is not None or not left_phrase(par, index).predicates:
        return None
    clause = par.clause(mention.start)
    words = column_words()
    for token in par.tokens_between(clause.start, mention.start):
        if token.flag not in ("TIME", "d", "p", "c", "ul", "PUNCT") and token.text not in words.predicates:
            return None
    topic = topic_told(par, mention, clause.start)
    if not topic or not measurable(mention, Column(topic, topic)):
        return None
    return Column(counted(topic, mention), topic, SUBJECT)
