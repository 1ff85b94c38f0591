"""Kinds of one thing, of which only the first is named in full: 高风险|通道|17座，中风险38座; 供给型|工具|287条，环境型241条，
需求型最少，仅84条; 高|离职意愿|302人，中等531人，低357人.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import BLANKS, Column, counted, is_count
from suyuan.facts.study_words import study_words
from suyuan.facts.tokens import parts_from
from suyuan.facts.told import is_magnitude
from suyuan.language import any_of

KIND = "kind_of_thing"
WEAK = frozenset({"noun_before_number", "carried", "nothing_names_it", "head_before_bracket"})
LONGEST, LONGEST_TAIL = 8, 8  # characters of a kind, and of what all of them are
STANDING = re.compile(
    "(?:则|也|均|都)?(?:最[多少高低大小]|次之|居次|较[多少])?，?(?:仅有?|只有?|为|有|共|约|达)*$"
)


@cache
def _degrees() -> tuple[str, ...]:
    return tuple(word for scale in study_words().degrees_of_kinds for word in scale)


@cache
def _degree() -> re.Pattern[str]:
    return re.compile(any_of(_degrees()))


@needs(of=["count"])
def kind_of_thing(par: Paragraph, i: int, read: Column, found: Sequence[Column]) -> Column | None:
    """The column of a count before which only a kind stands, with the thing that the kinds before it are kinds of."""
    mention = par.mentions[i]
    if not is_count(mention) or mention.rank or read.rule not in WEAK or read.owner is not None:
        return None
    start = par.sentences[par.sentence_at(mention.start)].start
    lead = BLANKS.sub("", par.text[start : mention.start])
    kind = STANDING.sub("", lead[max(map(lead.rfind, "，；、：（")) + 1 :])
    if not kind and "，" in lead:  # 需求型最少，|仅84条
        behind = lead[: lead.rfind("，")]
        kind = STANDING.sub("", behind[max(map(behind.rfind, "，；、：")) + 1 :])
    if not 1 <= len(kind) <= LONGEST or (is_magnitude(kind) and not _degree().fullmatch(kind)):
        return None
    for k in par.before_in_sentence(i):
        if par.mentions[k].unit != mention.unit or not found[k].level or not found[k].stem:
            continue
        name = _name(kind, _as_written(par, k, found[k].stem or ""))
        if not name:
            return None
        return replace(
            read, measure=counted(name, mention), stem=name, rule=KIND, level=True, topic=None, completed_by="",
        )  # fmt: skip
    return None


def _as_written(par: Paragraph, k: int, stem: str) -> str:
    """高离职意愿 of 离职意愿: with the degree before it, which a name leaves out."""
    clause = par.clause(par.mentions[k].start)
    lead = BLANKS.sub("", par.text[clause.start : par.mentions[k].start])
    at = lead.rfind(stem)
    degree = next((word for word in _degrees() if at > 0 and lead.endswith(word, 0, at)), "")
    return degree + stem


def _name(kind: str, first: str) -> str:
    """中风险通道 of 中风险 and 高风险通道, 中等离职意愿 of 中等 and 高离职意愿; "" where the two are no kinds of one thing."""
    degree = _degree().match(first)
    if _degree().fullmatch(kind):
        thing = first[degree.end() :] if degree is not None and _one_scale(kind, degree.group()) else ""
        return kind + thing if degree is not None and parts_from(degree.group(), thing) else ""
    own = _degree().match(kind)
    if own is not None and degree is not None and _one_scale(own.group(), degree.group()):
        shared = kind[own.end() :]
        tail = first[degree.end() :].removeprefix(shared)
        return (
            kind + tail if first.startswith(shared, degree.end()) and 2 <= len(tail) <= LONGEST_TAIL else ""
        )
    ending = next(
        (end for end in study_words().kind_endings if kind.endswith(end) and len(kind) > len(end)), ""
    )
    at = first.find(ending) if ending else -1
    tail = first[at + len(ending) :] if at > 0 else ""
    return kind + tail if 2 <= len(tail) <= LONGEST_TAIL and tail not in kind else ""


def _one_scale(a: str, b: str) -> bool:
    """高 and 一般 are no degrees of one scale: 高校12所，一般5所."""
    return a != b and any(a in scale and b in scale for scale in study_words().degrees_of_kinds)
