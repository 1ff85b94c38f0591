"""What a fact is about, as words: area, measure, breakdown and nature, with the rules that fired and those that did not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from suyuan.facts.area_record import Area
from suyuan.facts.area_words import kept
from suyuan.facts.areas import areas, areas_tried
from suyuan.facts.breakdowns import DimensionTable
from suyuan.facts.by_sentence import RULES as SENTENCE_RULES
from suyuan.facts.columns import RULES as COLUMN_RULES
from suyuan.facts.columns import Said, columns, columns_tried
from suyuan.facts.knowledge import Knowledge
from suyuan.facts.rule_meanings import documented, meaning
from suyuan.facts.trace import Around, Trace

Told = dict[str, Any]
CARRIED = "carried"  # rule of an area that goes on from the number before


def area_told(trace: Trace) -> Told:
    """Area with its parts and rule, the places of the sentence, what reaches in from outside, and each rule tried."""
    area, fact = trace.stages.area, trace.fact
    told: Told = {
        "area": list(fact.area),
        "ref_area": fact.ref_area,
        "counterpart_area": fact.counterpart_area,
        "body": fact.body,
        "rule": area.rule,
        "meaning": meaning("area", area.rule),
    }
    if trace.around is None:
        return told
    found = areas(trace.stages.par, trace.around.areas)[: trace.stages.number]
    return told | {
        "carried_from": _origin(trace, [area.rule for area in found]) if area.rule == CARRIED else None,
        "candidates": _places(trace, trace.around),
        "tried": _areas_tried(trace, trace.around, found),
    }


def _origin(trace: Trace, rules: Sequence[str]) -> str | None:
    """The nearest number before that has its area by a rule of its own, and that rule."""
    par = trace.stages.par
    for number in range(len(rules) - 1, -1, -1):
        if rules[number] != CARRIED:
            mention = par.mentions[number]
            return f"{par.text[mention.start : mention.end]} ({rules[number]})"
    return None


def _areas_tried(trace: Trace, around: Around, found: Sequence[Area]) -> list[Told]:
    """The rules in turn, up to the one whose area was taken."""
    par, number = trace.stages.par, trace.stages.number
    tried: list[Told] = []
    for rule, area in areas_tried(par, number, found, around.areas):
        tried.append({"rule": rule, "said": None if area is None else _said_of(area)})
        if area is not None:
            break
    if tried and tried[-1]["said"] != _said_of(
        trace.stages.area
    ):  # the event, the maker, the body that the document is of
        tried.append({"rule": trace.stages.area.rule, "said": _said_of(trace.stages.area)})
    return tried


def _said_of(area: Area) -> list[str] | str:
    return list(area.names) or "no area"


def _places(trace: Trace, around: Around) -> list[Told]:
    par, mention = trace.stages.par, trace.stages.mention
    clause = par.clause(mention.start)
    sentence = par.sentences[par.sentence_at(mention.start)]
    rows: list[Told] = []
    for word in par.areas_in(sentence.start, sentence.end):
        counts = bool(kept(par, [word], around.areas, subjects=True))
        rows.append(
            {
                "place": "clause" if clause.start <= word.start < clause.end else "sentence",
                "words": par.text[word.start : word.end],
                "names": list(word.names),
                "kind": word.kind,
                "left_out": None if counts else "only measures, ranks, tells or exemplifies",
            }
        )
    outer = (
        ("heading", around.areas.heading),
        ("document", around.areas.document),
        ("body of the document", (around.areas.body,) if around.areas.body else ()),
    )
    return rows + [{"place": place, "names": list(names)} for place, names in outer if names]


def measure_told(trace: Trace) -> Told:
    """Measure with the rule that named the column, how it was completed and shortened, the words, and the rules before it."""
    stages, fact = trace.stages, trace.fact
    column = stages.column
    told: Told = {
        "measure": fact.measure,
        "rule": column.rule,
        "stem": column.stem,
        "row": column.owner,
        "completed_by": column.completed_by or None,
        "abbreviation_written_out": stages.read.measure if stages.read.measure != column.measure else None,
        "area_left_out_of": column.measure if column.measure != fact.measure else None,
    }
    if trace.around is None:
        return told
    tried = _columns_tried(trace)
    by = next((row["rule"] for row in reversed(tried) if row["said"] is not None), column.rule)
    return told | {"meaning": _meaning(by, column.rule), "words": _words(trace), "tried": tried}


def _meaning(asked: str, rule: str) -> str:
    """What the rule does that named the column: by its own words, or by those of the rule that was asked for it."""
    known: tuple[Callable[..., Any], ...] = (*COLUMN_RULES, *SENTENCE_RULES)
    return documented(rule, known) or documented(asked, known) or rule.replace("_", " ")


def _words(trace: Trace) -> str:
    """The words of the clause with their parts of speech."""
    par = trace.stages.par
    clause = par.clause(trace.stages.mention.start)
    inside = (token for token in par.tokens if clause.start <= token.start < clause.end)
    return " ".join(f"{token.text}/{token.flag}" for token in inside)


def _columns_tried(trace: Trace) -> list[Told]:
    """The rules in turn, up to the one that named the column: what it read by itself, and the measure in the end."""
    par, number = trace.stages.par, trace.stages.number
    index = par.token_of.get(number)
    if index is None or trace.stages.read.rule.startswith("english_"):
        return []
    tried: list[Told] = []
    for said in columns_tried(par, number, index, columns(par)[:number]):
        tried.append(_said(said))
        if said.column is not None and said.column.measure:
            break
    return tried + _mended_after(trace, tried)


def _mended_after(trace: Trace, tried: list[Told]) -> list[Told]:
    """What mended the column after the rules (a fuller name told before, the row of a magnitude), if anything did."""
    read = trace.stages.read
    last = (tried[-1].get("completed") or tried[-1]["said"]) if tried else None
    if not tried or last == read.measure:
        return []
    return [{"rule": read.completed_by or read.rule, "said": read.measure}]


def _said(said: Said) -> Told:
    read = said.read.measure if said.read is not None else None
    whole = said.column.measure if said.column is not None else None
    row: Told = {"rule": said.rule, "said": read}
    return row | {"completed": whole} if whole != read else row


def breakdown_told(trace: Trace, knowledge: Knowledge) -> list[Told]:
    """The categories with their rules."""
    names: DimensionTable = knowledge.dimensions
    return [
        {
            "dimension": dimension,
            "value": category.value,
            "rule": category.rule,
            "words": category.words,
            "in_table": dimension in names.dimensions,
        }
        for dimension, category in trace.stages.categories.items()
    ]


def nature_told(trace: Trace) -> Told:
    """The nature, its rule and the word that it went by."""
    return dict(trace.stages.nature._asdict())
