"""Levels between which a magnitude moved, where the words at the number are the row or time alone:
篇均作者数由|前一时段|的3.6人升至|后一时段|的5.2人; 阳性率由|第1年|的9.8%降到|第2年|的6.2%和|第3年|的3.7%;
湿地由1364 km2缩减到1052 km2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import BLANKS, LATIN_END, Column, counted, is_count, is_duration
from suyuan.facts.row_times import is_time_or_norm
from suyuan.facts.rows_of_told import LEADS, of_row
from suyuan.facts.study_words import study_words
from suyuan.facts.told import is_magnitude

MOVED = "moved_between"
ABOUT = "(?:约|近|不足|最高|最低)?"
MOVES = (
    r"(?:，)?(?:逐[年渐步]|一路|持续|快速|迅速|大幅|显著|明显|波动|小幅|略|又|再|逐级)*(?:地)?"
    r"(?:[升降增减涨跌变转改压缩扩提回攀下上骤锐激猛突延拓萎]|调整|恢复|收窄)[一-龥]?(?:[至到为成]|达到?)"
)
FIRST = re.compile(
    rf"(?P<what>[^，；：（）。]{{2,24}}?)(?:已|均|都|也|则|又)?[由从自](?P<row>[^，。；：（）由从自]{{0,14}}?)(?:的)?{ABOUT}$"
)
THEN = re.compile(rf"{MOVES}(?P<row>[^，。；：（）]{{0,14}}?)(?:的)?{ABOUT}$")
AND = re.compile(rf"[、和与及](?P<row>[^，。；：（）]{{2,14}}?)的{ABOUT}$")
LEADS_TO = re.compile(rf"(?:（[^（）]{{1,20}}）)?{MOVES}")
TIMES = re.compile(
    "第?[一二三四五六七八九十\\d]+[年月周天日次期季]|首[年月次]|.*(?:时段|年代|阶段|时期|(?<![老中青少成])年|月)$"
)
THING_UNITS = ("km2", "m2", "公顷", "亩", "hm2")


@needs("由", "从", "自")
def moved_between(par: Paragraph, i: int, read: Column, found: Sequence[Column]) -> Column | None:
    """The magnitude of what the clause speaks of, at either end of its move; None where ``read`` holds it already."""
    mention = par.mentions[i]
    if mention.rank or is_duration(mention) or read.rule == "statistic" or read.rule.startswith("share"):
        return None
    further = _other_end(par, i, read, found)
    if further is not None:
        return further
    clause = par.clause(mention.start)
    match = FIRST.fullmatch(BLANKS.sub("", par.text[clause.start : mention.start]))
    if match is None or LEADS_TO.match(BLANKS.sub("", par.text[mention.end : mention.end + 40])) is None:
        return None
    what, row = LEADS.sub("", match["what"]), match["row"]
    if _holds(read.measure or "", what):
        return None
    if is_count(mention) and any(
        par.text[area.start : area.end] == what for area in par.areas_in(clause.start, mention.start)
    ):
        told = _counted_before(par, i, found)
        return replace(told, rule=MOVED, owner=None, dimension=None, topic=None) if told is not None else None
    size = mention.unit in THING_UNITS and what.endswith(study_words().wide_things)
    if not (is_magnitude(what) or size or (LATIN_END.search(what) and "/" in (mention.unit or ""))):
        return None
    return _of(Column(counted(what, mention), what, MOVED, unit=mention.unit), row)


def _counted_before(par: Paragraph, i: int, found: Sequence[Column]) -> Column | None:
    """养老机构由46家增至131家。|甲区|由12家增至43家: what the classifier counted last, here or in the sentence before."""
    for k in range(i - 1, -1, -1):
        if par.sentence_of(i) - par.sentence_of(k) > 1:
            return None
        told = found[k]
        if par.mentions[k].unit != par.mentions[i].unit or not told.level or not told.stem:
            continue
        if not any(par.text[area.start : area.end] == told.stem for area in par.areas):
            return told
    return None


def _holds(measure: str, what: str) -> bool:
    """The measure read has the magnitude's last characters, and not those of the end that the number stands at."""
    return what[-2:] in measure and not re.search("[由从自].*的|[升降增减].?[至到]", measure)


def _other_end(par: Paragraph, i: int, read: Column, found: Sequence[Column]) -> Column | None:
    if i == 0 or par.sentence_of(i) != par.sentence_of(i - 1):
        return None
    if found[i - 1].rule != MOVED and not _mistaken(par, i, read, found[i - 1]):
        return None
    before, mention = par.mentions[i - 1], par.mentions[i]
    between = BLANKS.sub("", par.text[before.end : mention.start])
    match = THEN.fullmatch(between) or AND.fullmatch(between)
    if match is None or before.unit != mention.unit:
        return None
    return _of(found[i - 1], match["row"])


def _mistaken(par: Paragraph, i: int, read: Column, told: Column) -> bool:
    """沼泽由32 km2萎缩到|18 km2|: the first end is named well, and the other by its verb."""
    before = par.mentions[i - 1]
    lead = BLANKS.sub("", par.text[par.clause(before.start).start : before.start])
    first = FIRST.fullmatch(lead)
    own = read.rule in ("noun_before_number", "number_before_noun", "doer") and not read.owner
    return (
        first is not None
        and own
        and bool(told.stem)
        and read.stem != told.stem
        and not is_magnitude(read.stem or "")
    )


def _of(column: Column, row: str) -> Column:
    dated = not row or TIMES.fullmatch(row) is not None or is_time_or_norm(row)
    if dated:
        return replace(column, owner=None, dimension=None)
    return of_row(column, row, MOVED)
