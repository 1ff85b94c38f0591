"""Labels without a magnitude as rows of the one that is named before: 其中制造业增长7%, 零售额中，汽车类增长9%, 制造业增长8%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.document import Span
from suyuan.facts.clauses import tokens_in
from suyuan.facts.magnitudes import has_verb, names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import trimmed
from suyuan.facts.reading import Column, counted, is_count, is_share, words_of
from suyuan.facts.tokens import tokenise
from suyuan.facts.words import column_words

WITHIN = "其中"
GROWTH_PART = "growth_of_part"
ROW_RULES = frozenset(
    {"noun_before_number", "number_before_noun", "quantity_before_noun", "subject_of_clause"}
)
LONGEST_LABEL = 14
LONGEST_KIND = 22
FRAME = re.compile(r"(?:其中，)?(?P<what>[^，。；：]{3,24}?)中，")


def row_of_frame(par: Paragraph, i: int, column: Column) -> Column | None:
    """限额以上零售额中，|汽车类|增长17%，|家电类|增长7%: rows of the magnitude that the sentence begins with."""
    label, mention = column.stem or "", par.mentions[i]
    if column.rule not in ROW_RULES | {"growth"} or column.measure is None or column.owner is not None:
        return None
    sentence = par.sentences[par.sentence_at(mention.start)]
    frame = FRAME.match(par.text, sentence.start, mention.start)
    if frame is None or not 2 <= len(label) <= LONGEST_LABEL or names_magnitude(label):
        return None
    if column.rule != "growth" and is_share(mention):
        return None
    clause = par.clause(mention.start)
    if label not in par.text[clause.start : mention.start] or has_verb(label):
        return None
    tokens = tokens_in(par, Span(frame.start("what"), frame.end("what")))
    stem = words_of(trimmed(par, tuple(t for t in tokens if t.flag != "TIME")))
    if not stem or not names_magnitude(stem) or any(t.flag == "QTY" for t in tokens):
        return None
    name = stem + column.measure.removeprefix(label) if column.rule == "growth" else counted(stem, mention)
    return replace(column, measure=name, stem=stem, rule="row_of_frame", owner=label, dimension="分项")


def with_head_before(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column | None:
    """采矿业增加值增长8%，|制造业|增长15%: a label of the same kind as the one before takes its magnitude."""
    label, mention = column.stem or "", par.mentions[i]
    level = column.rule == "noun_before_number" and not is_count(mention) and not is_share(mention)
    if (
        (column.rule != "growth" and not level)
        or not 2 <= len(label) <= LONGEST_KIND
        or names_magnitude(label)
    ):
        return None
    clause = par.clause(mention.start)
    if column.measure is None or label not in par.text[clause.start : mention.start]:
        return None
    if not label.endswith(column_words().kinds) or has_verb(label):
        return None
    for k in range(i - 1, -1, -1):
        if par.sentence_at(par.mentions[k].start) != par.sentence_at(mention.start):
            return None
        stem = found[k].stem or ""
        if par.mentions[k].unit != mention.unit or found[k].level != column.level:
            continue
        head = _head_after_kind(stem, label[-1])
        if not head:
            return None
        ending = column.measure.removeprefix(label)
        name = label + head + ending if column.rule == "growth" else counted(label + head, mention)
        return replace(column, measure=name, stem=label + head, completed_by="head_of_row_before")
    return None


def _head_after_kind(stem: str, kind: str) -> str:
    """采矿业|增加值, with 业: the magnitude behind the last word that ends so; "" where there is none."""
    tokens = tokenise(stem, [])
    for at in range(len(tokens) - 1, 0, -1):
        if tokens[at - 1].text.endswith(kind):
            head = "".join(t.text for t in tokens[at:])
            return head if names_magnitude(head) and "、" not in head else ""
    return ""


def growth_of_part(
    par: Paragraph, i: int, index: int, column: Column, found: Sequence[Column]
) -> Column | None:
    """工业增加值增长6%，其中|制造业|增长7%，|采矿业|下降2%: rows of the growth of the whole."""
    label, mention = column.stem or "", par.mentions[i]
    if i == 0 or not is_share(mention) or column.owner is not None or len(label) > LONGEST_KIND:
        return None
    clause = par.clause(mention.start)
    lead = par.text[max(0, clause.start - 3) : mention.start]
    if label not in par.text[clause.start : mention.start] or names_magnitude(label):
        return None
    whole = None
    for k in range(i - 1, -1, -1):
        if par.sentence_at(mention.start) - par.sentence_at(par.mentions[k].start) > (WITHIN in lead):
            return None
        if found[k].change and par.mentions[k].unit == mention.unit and found[k].measure is not None:
            whole = found[k]
            break
        if WITHIN not in lead:
            return None
    if whole is None or whole.stem is None or not (WITHIN in lead or whole.rule == GROWTH_PART):
        return None
    if WITHIN in lead and whole.rule == GROWTH_PART:
        return None
    things = WITHIN in lead and whole.stem.endswith(column_words().doer_endings)
    if not (things or names_magnitude(whole.stem)) or has_verb(label):
        return None
    ending = (column.measure or "").removeprefix(label)
    return replace(
        whole,
        measure=whole.stem + ending,
        rule=GROWTH_PART,
        owner=label,
        dimension="分项",
        each=(),
        owners=(),
    )
