"""Labels that name who or which, and not what was measured: R50-B2为3.81 MPa, 前三家企业销售228万辆, 其他类型不足1GWh."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from suyuan.facts.actors import ROW
from suyuan.facts.clauses import subject_of, tokens_in
from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.once import once
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.parts import LEADERS, SAMPLES
from suyuan.facts.reading import BLANKS, DEEDS, Column, counted, is_count, is_money, is_share
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import tokenise
from suyuan.facts.words import column_words
from suyuan.language import alternatives, any_of
from suyuan.quantities.mention import Mention

SAMPLE = "编号"
SENTENCES_BACK = 2
LONGEST_LEADERS = 14
CODE = r"[A-Z][A-Za-z]{0,3}(?:\d{1,3}[A-Za-z]?)?(?:[-–/][A-Za-z]{0,3}\d{0,3}(?:\.\d+)?)*"


@cache
def _code() -> re.Pattern[str]:
    """R50-B2, 基准组R0-B0, A3试件: a name of a sample with a capital letter and a digit or 组."""
    samples = any_of(study_words().samples)
    named = rf"(?:[一-龥]{{1,4}}{samples})?"
    return re.compile(rf"(?P<code>{named}(?=[^一-龥]*\d){CODE}{samples}?|{named}{CODE}{samples})")


@cache
def _figure() -> re.Pattern[str]:
    return re.compile(
        rf"(?:如?[图表] ?\d+[a-z]?(?:[-.]\d+)?(?:（[a-z]）)?(?:所示)?)，?{any_of(study_words().shows)}"
        r"(?P<what>[^，。；：]{2,30}?)[，。；]"
    )


def row_of_sample(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """抗压强度：R50-B0为43.5 MPa，|R50-B2为46.9 MPa: a label that is a code is a row of the measure before it."""
    mention, stem = par.mentions[i], column.stem or ""
    if column.rule != "noun_before_number" or column.owner is not None or mention.unit is None:
        return None
    if is_money(mention) or (is_count(mention) and not re.search("[A-Za-z/%°]", mention.unit)):
        return None
    if _code().fullmatch(_bare(stem)) is None:
        return None
    base = _measure_of_samples(par, i, found)
    if not base:
        return None
    return replace(
        column, measure=counted(base, mention), stem=base, rule=SAMPLES, owner=stem, dimension=SAMPLE
    )


def _bare(stem: str) -> str:
    """N225 of 首季N225, R50-B2 of the same."""
    return re.sub("^[一-龥]{1,3}(?=[A-Z])", "", stem)


def _measure_of_samples(par: Paragraph, i: int, found: Sequence[Column]) -> str:
    """What the number before of the same unit measures, else what the sentence or the figure before it is about."""
    unit = par.mentions[i].unit
    for k in par.before_in_sentence(i):
        stem = found[k].stem or ""
        if (
            par.mentions[k].unit == unit
            and found[k].level
            and stem
            and _code().fullmatch(_bare(stem)) is None
        ):
            return without_code(stem)
    here = par.sentence_at(par.mentions[i].start)
    return _named_in_lead(par, here) or topic_of_figure(par, here)


def without_code(stem: str) -> str:
    """残余强度 of R30-A1的残余强度."""
    match = _code().match(stem)
    return stem[match.end() :].lstrip("的") or stem if match is not None else stem


@once
def _named_in_lead(par: Paragraph, sentence: int) -> str:
    """抗拉强度的变化趋势相同，但增幅更大：: the magnitude that the sentence begins with, before its colon."""
    span = par.sentences[sentence]
    colon = par.text.find("：", span.start, span.end)
    if colon < 0:
        return ""
    clause = par.clause(span.start)
    if clause.end > colon:
        return ""
    told = _told().match(par.text, clause.start, clause.end)
    what = magnitude_told_of(BLANKS.sub("", told["what"])) if told is not None else ""
    if what:
        return what
    return magnitude_told_of(subject_of(par, tokens_in(par, clause)))


@cache
def _told() -> re.Pattern[str]:
    return re.compile(rf"(?P<what>[^的，：]{{2,20}})的?{any_of(study_words().told_of)}")


def magnitude_told_of(subject: str) -> str:
    """抗压强度 of 抗压强度的变化趋势; "" where that is no magnitude."""
    for word in sorted(study_words().told_of, key=len, reverse=True):
        subject = subject.removesuffix(word).rstrip("的")
    return subject if len(subject) > 1 and names_magnitude(subject) else ""


@once
def topic_of_figure(par: Paragraph, sentence: int) -> str:
    """图2给出了28 d抗压强度。: the magnitude that the figure or table of this sentence or of the two before shows."""
    for back in range(sentence, max(-1, sentence - SENTENCES_BACK - 1), -1):
        span = par.sentences[back]
        match = _figure().search(par.text, span.start, span.end)
        if match is not None:
            what = BLANKS.sub("", match["what"]).rpartition("下")[2].lstrip("的")
            told = magnitude_told_of(what.rpartition("的")[2]) or magnitude_told_of(what)
            return told
    return ""


@cache
def _leaders() -> re.Pattern[str]:
    units = alternatives(study_words().leaders)
    words = study_words()
    ends = alternatives([*(end for end in column_words().doer_endings if len(end) > 1), *words.bodies])
    return re.compile(
        rf"(?P<who>(?:排名|位列|位居)?前[\d一二两三四五六七八九十百]+(?:{units})(?:的)?(?:[一-龥]{{0,6}}?(?:{ends}))?)"
        r"的?(?:合计|共|总)?(?P<what>.*)"
    )


def leaders(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column:
    """前三家企业|市场份额78%: who leads a ranking is the row; 前十家合计276万辆: of the measure of the number before."""
    stem, measure, mention = column.stem or "", column.measure or "", par.mentions[i]
    if stem in column_words().bare_heads and column.owner is None and column.rule == "noun_before_number":
        led = next((found[k] for k in par.before_in_sentence(i) if found[k].level and found[k].stem), None)
        if led is not None and led.rule == LEADERS:  # 前三家企业销售228万辆，|市场份额|78%
            return replace(column, owner=led.owner, dimension=ROW, rule=LEADERS)
        return column
    if not stem.startswith(("前", "排名前", "位列前", "位居前")) or column.owner is not None:
        return column
    match = _leaders().fullmatch(stem)
    if match is None or len(match["who"]) > LONGEST_LEADERS:
        return column
    what = match["what"]
    if what and len(what) > 1:
        ending = measure.removeprefix(stem)
        name = counted(what, mention) if column.level else what + ending
        return replace(
            column, measure=name, stem=what, owner=match["who"], dimension=ROW, topic=None, rule=LEADERS
        )
    for k in par.before_in_sentence(i):
        same = par.mentions[k].unit == mention.unit and found[k].stem and not found[k].change
        if same and column.level == found[k].level:
            return replace(found[k], owner=match["who"], dimension=ROW, rule=LEADERS, each=(), owners=())
    return column


def rest_of_rows(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """三元电池装车110GWh；|其他类型|不足1GWh: what is left is a row of the magnitude or deed that the rows before end in."""
    mention, stem = par.mentions[i], column.stem or ""
    plain = column.rule in ("noun_before_number", "quantity_before_noun") and column.owner is None
    if not plain or not stem.startswith(study_words().rest) or names_magnitude(stem) or is_share(mention):
        return None
    for k in par.before_in_sentence(i):
        before = found[k]
        if par.mentions[k].unit != mention.unit or not before.level or not before.stem:
            continue
        if stem in study_words().rest:  # 入选城市61个，|其余|221个为对照组
            return replace(before, owner=stem, dimension=ROW, rule="rest_of_rows", each=(), owners=())
        head = _head(before.stem, mention)
        if not head or stem.endswith(head):
            return None
        return replace(
            column, measure=counted(head, mention), stem=head, rule="rest_of_rows", owner=stem, dimension=ROW
        )
    return None


def _head(stem: str, mention: Mention) -> str:
    """The magnitude or deed that a phrase ends with: 装车 of 三元电池装车, 产量 of 小麦产量; "" where it ends with a thing."""
    tokens = tokenise(stem, [])
    last = tokens[-1]
    if names_magnitude(last.text) and len(last.text) > 1:
        return last.text
    return last.text if len(tokens) > 1 and (last.flag in ("v", "vn") or last.text in DEEDS) else ""
