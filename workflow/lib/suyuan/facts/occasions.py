"""Columns of doses, of what is done each time and of how long it is done: 每次|0.2 g|，每日|1次|; 治疗|8周|后; 留针|30 min."""

from __future__ import annotations

import re
from functools import cache

from suyuan.facts.clauses import clauses_before, object_of, subject_of, tokens_in
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column, is_duration
from suyuan.facts.study_words import study_words
from suyuan.facts.words import column_words
from suyuan.language import any_of
from suyuan.quantities.mention import Mention

EACH, LASTS = "each_time", "length_of_procedure"
TIMES = frozenset({"次", "回", "遍", "轮"})
CASES = frozenset({"例", "名", "人", "位"})
DOSES = re.compile(
    r"^(?:[mμn]?[gL]|[mμ]g/.*|U|IU|万U|片|粒|支|包|丸|滴|袋|克|毫克|毫升|微克|升|g/.*|m[lL].*)$"
)
PER_TIME = re.compile(r"^次/(?:d|天|日|周|月|年|h|小时|min|分)$")
LONGEST_TOPIC = 16
BEHIND = re.compile(r"^(?:后|时|内|以上|以后|之后|，|。|；|、|）|（|即|再|并|至|$)")


def of_occasion(par: Paragraph, mention: Mention, column: Column) -> Column | None:
    """The column of a number that nothing names but what is done each time, or for how long; None for any other."""
    named = column.measure is not None and column.rule != "carried"
    if named and not PER_TIME.match(mention.unit or ""):
        return None
    return each_time(par, mention) or (None if named else length_of_procedure(par, mention))


def each_time(par: Paragraph, mention: Mention) -> Column | None:
    """对照组口服塞来昔布，每次|0.2 g|，每日|1次|: dose, number of times or length of each time, of what is given."""
    unit = mention.unit or ""
    lead = par.text[par.clause(mention.start).start : mention.start]
    match = _each().search(lead)
    if match is None and not PER_TIME.match(unit):
        return None
    given = _given(par, mention)
    if match is None:
        return Column(given + ("给药" if given else "") + "频次", given or None, EACH, level=False)
    if match.start() > 0 and not lead[: match.start()].rstrip().endswith(("，", "）")):
        did = subject_of(par, tokens_in(par, par.clause(mention.start))) or ""
        given = given or did
    return Column(f"{match['each']}{given}{_ending(mention)}", None, EACH, level=False)


def _ending(mention: Mention) -> str:
    unit = mention.unit or ""
    if is_duration(mention) or unit in ("min", "h", "s"):
        return "时长"
    if unit in TIMES:
        return "次数"
    if unit in CASES:
        return column_words().suffix_by_unit.get(unit, "数量")
    if DOSES.match(unit):
        return "剂量"
    return column_words().suffix_by_unit.get(unit, "数量")


@cache
def _each() -> re.Pattern[str]:
    return re.compile(rf"(?P<each>{any_of(study_words().occasions_of_each)})(?:共|各|约|为|均为)?$")


@cache
def _gives() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(study_words().given)}(?P<what>[一-龥A-Za-z0-9-]{{2,14}}?)(?=[，（；。]|治疗|[\d]|$)"
    )


def _given(par: Paragraph, mention: Mention) -> str:
    """The drug, or what was done, that the sentence names before the number; "" where it names none."""
    sentence = par.sentences[par.sentence_at(mention.start)]
    found = [m for m in _gives().finditer(par.text, sentence.start, mention.start)]
    if found:
        return BLANKS.sub("", found[-1]["what"])
    for clause in clauses_before(par, mention.start):
        tokens = tokens_in(par, clause)
        topic = object_of(par, tokens) or subject_of(par, tokens)
        if topic and len(topic) <= LONGEST_TOPIC and not topic.endswith("组"):
            return topic
    return ""


@cache
def _does() -> re.Pattern[str]:
    return re.compile(rf"(?P<did>{any_of(study_words().procedures)})(?:了|约|至|共|已|满|均为|各)?$")


def length_of_procedure(par: Paragraph, mention: Mention) -> Column | None:
    """治疗|24周|后, 于20 ℃下养护|28 d|: how long what the verb before the number says is done."""
    if not (is_duration(mention) or mention.unit in ("min", "h", "s", "d")):
        return None
    start = par.clause(mention.start).start
    match = _does().search(par.text, start, mention.start)
    if (
        match is None
        or match.end() != mention.start
        or not BEHIND.match(par.text[mention.end : mention.end + 2])
    ):
        return None
    return Column(match["did"] + "时长", match["did"], LASTS)
