"""Changes and ratios whose words leave out what the sentence told before.

T2处理较CK|增高13%|; 城镇化率每提高1个百分点，产出|增加0.6%|; 烧柴（|OR=1.5|）.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.clauses import clauses_before
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column, is_count
from suyuan.facts.rows_of_told import ROW, of_row
from suyuan.facts.told import is_magnitude, measurable
from suyuan.facts.words import column_words
from suyuan.quantities.mention import Mention

AT_RISK = re.compile("风险|概率|可能性|发生|患病|发病|死亡|感染|复发|结局|有效率|意愿")
GROWN_ROW = re.compile(
    r"[A-Za-z]{1,4}\d{0,3}[A-Za-z0-9]{0,4}(?:处理|组|试件)?|[^的，]{1,8}(?:组|处理|季|年后)|[^的，]{2,6}后"
)
LIES_FROM = re.compile(
    "(?:而|但|且|其中)?(?P<what>[^，。；：比较]{0,20}?)(?:比|较)(?P<other>[^，。；：]{1,14}?)[高低多少长短大小](?:出|了|约)*"
)
EACH_STEP, LONGEST_STEPPED = "每", 40
BASE = re.compile(r"(?:较|比)(?P<bases>[^，。；：较比]{1,40}?)(?:处理|组)?(?:分别|依次|各)[^，。；：]{1,8}$")
BETWEEN_BASES = re.compile("[、和与及]")
STEP = re.compile(
    "(?P<what>[^，。；：]{2,16}?每(?:增加|提高|提升|上升|升高|增长|增大|下降|降低|减少|延长|缩短)[^，。；：]{1,12})，?"
)


def growth_of_row(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column:
    """株高分别为86、93和98 cm，|T2处理|较CK增高13.5%: the growth of a row is that of the magnitude told before it."""
    stem, measure = column.stem or "", column.measure or ""
    measure_of = measure.removeprefix(stem)
    against = LIES_FROM.fullmatch(
        BLANKS.sub("", par.text[par.clause(par.mentions[i].start).start : par.mentions[i].start])
    )
    whole = "比" in stem[1:] or "较" in stem[1:]
    if against is not None and not whole and not is_magnitude(stem) and measure != measure_of:
        what = against["what"]
        if is_magnitude(what):  # 有配偶者的得分比无配偶者|低2.1分|
            return replace(column, measure=what + measure_of, stem=what)
        before = found[i - 1] if i and not what else None
        if before is not None and before.change and before.measure and par.before_in_sentence(i):
            return replace(column, measure=before.measure + measure_of)  # 户均增收3860元，比非成员|高出19%|
    row, mark, other = stem.partition("较")
    row = row or stem
    if column.owner is not None or is_magnitude(row) or not GROWN_ROW.fullmatch(row) or measure == measure_of:
        return column
    for k in par.before_in_sentence(i):
        told = found[k]
        if not told.level or told.stem is None or told.rule == "statistic":
            continue
        if not is_magnitude(told.stem) or (
            is_count(par.mentions[k]) and not measurable(par.mentions[k], told)
        ):
            return column
        what = of_row(told, row, ROW)
        return replace(
            column, measure=f"{what.stem}{mark}{other}{measure_of}", stem=what.stem, owner=row,
            dimension=what.dimension,
        )  # fmt: skip
    return column


def growth_over_next(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """W2产量较W1、W3分别提高5.8%和|12.4%|: the same magnitude of the same row, compared with the next of those named."""
    run, stem = par.run_of(i), column.stem or ""
    at = i - run[0]
    if not at or not column.change:
        return None
    match = BASE.search(par.text, par.clause(par.mentions[run[0]].start).start, par.mentions[run[0]].start)
    bases = BETWEEN_BASES.split(match["bases"]) if match is not None else []
    if len(bases) != len(run) or stem.removesuffix("处理") != bases[at].removesuffix("处理"):
        return None
    before, base = found[i - 1], bases[at - 1]
    named = (before.measure or "").rpartition(base)
    if not before.change or not named[1] or not named[0].endswith(("较", "比")):
        return None
    return replace(before, measure=named[0] + bases[at] + named[2])


def for_each_step(par: Paragraph, mention: Mention, column: Column) -> Column | None:
    """城镇化率每提高1个百分点，人均产出可|增加0.6%|: a change for each step of another magnitude."""
    measure = column.measure or ""
    if not column.change or column.rule != "growth" or EACH_STEP in measure:
        return None
    clause = next(clauses_before(par, mention.start), None)
    step = STEP.fullmatch(par.text, clause.start, clause.end) if clause is not None else None
    if step is None:
        return None
    lead = BLANKS.sub("", step["what"])
    name = lead + "的" + measure
    return replace(column, measure=name) if len(name) <= LONGEST_STEPPED else None


def factor_of_risk(column: Column, i: int, found: Sequence[Column]) -> Column | None:
    """吸烟者患病风险增加（OR=2.9）；|烧柴做饭|（OR=1.5）: the factor is a row of the ratio of what is at risk."""
    if column.rule != "statistic":
        return None
    stem, measure = column.stem or "", column.measure or ""
    ratio = next((name for name in column_words().ratios if measure.endswith(name)), "")
    if not ratio or AT_RISK.search(stem) or measure == ratio:
        return None
    for k in range(i - 1, -1, -1):
        told = found[k]
        if (
            told.rule == "statistic"
            and (told.measure or "").endswith(ratio)
            and AT_RISK.search(told.stem or "")
        ):
            return replace(told, owner=stem or None, dimension="因素")
    return None
