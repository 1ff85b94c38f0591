"""Rows of what a sentence counts at its head: 8152名学生中，男生4238人（52%），女生3914人；小学3620人."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.actors import ROW
from suyuan.facts.category_rows import category_dimension
from suyuan.facts.magnitudes import has_verb, names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column, counted, is_count, words_of
from suyuan.facts.right import right_phrase
from suyuan.facts.rows_by_aspect import row_by_aspect

RULE = "row_of_counted"
PEOPLE = frozenset({"人", "名", "位", "例"})
LONGEST_LABEL = 12
INSIDE = re.compile("中，")
LISTED = "row_in_bracket_with_share"
IN_BRACKET = re.compile(r"(?:^|[、，：；和与是为])(?P<row>[^、，：；（）和与是为\d]{2,16})（$")
ITS_SHARE = re.compile("，(?:约|占)?")
WITH_SHARE = re.compile(r"，(?:约|占)?[\d.]+ ?%）")
SHARES = frozenset({"share_in_bracket", "share_of", "share_carried"})


def row_of_counted(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column:
    """The column as a row of what the sentence counts at its head, where its label only says which; else as it is."""
    mention = par.mentions[i]
    listed = _in_bracket(par, i, found) or row_by_aspect(par, i, column, found)
    if listed is not None:
        return listed
    frame = _frame(par, i)
    if frame is None or frame == i:
        return column
    if column.rule in SHARES and mention.unit == "%" and found[i - 1].rule == RULE and _beside(par, i):
        whole = found[i - 1]
        return replace(
            column, measure=f"{whole.stem}占比", stem=whole.stem, owner=whole.owner, dimension=whole.dimension,
            breakdown=dict(whole.breakdown),
        )  # fmt: skip
    label, noun = column.stem or "", _noun(par, frame)
    if column.rule not in ("noun_before_number", "sex_row") or not is_count(mention) or mention.rank:
        return column
    if (
        not noun
        or mention.unit not in _alike(par.mentions[frame].unit)
        or not 1 <= len(label) <= LONGEST_LABEL
    ):
        return column
    if names_magnitude(label) or has_verb(label) or "的" in label or noun in label:
        return column
    if not par.text.startswith(label, par.clause(mention.start).start) and not _after_mark(
        par, mention.start, label
    ):
        return column
    dimension = next(iter(column.breakdown), None) or category_dimension(label) or ROW
    return replace(
        column, measure=counted(noun, mention), stem=noun, rule=RULE, owner=label, dimension=dimension, topic=None,
    )  # fmt: skip


def _in_bracket(par: Paragraph, i: int, found: Sequence[Column]) -> Column | None:
    """发现缺陷132项，依次是评估不足（|51项|，|38.6%|）、未及时解除（|40项|，|30.3%|）: rows of the count before, and
    their shares."""
    mention = par.mentions[i]
    before = par.text[par.sentences[par.sentence_at(mention.start)].start : mention.start]
    between = par.text[par.mentions[i - 1].end : mention.start].strip() if i else ""
    if mention.unit == "%" and i and found[i - 1].rule == LISTED and ITS_SHARE.fullmatch(between):
        row = found[i - 1]
        return replace(row, measure=f"{row.stem}占比", level=False)
    match = IN_BRACKET.search(before) if before.endswith("（") else None
    if match is None or not is_count(mention) or not WITH_SHARE.match(par.text, mention.end):
        return None
    for k in par.before_in_sentence(i):
        if found[k].rule == LISTED or par.mentions[k].unit == "%":
            continue
        told = found[k]
        if (
            par.mentions[k].unit != mention.unit
            or not told.level
            or not told.stem
            or told.stem == match["row"]
        ):
            return None
        return replace(
            told, measure=counted(told.stem, mention), rule=LISTED, owner=BLANKS.sub("", match["row"]), dimension=ROW,
            topic=None, each=(), owners=(),
        )  # fmt: skip
    return None


def _frame(par: Paragraph, i: int) -> int | None:
    """The first number of the sentence, where 中， follows its noun."""
    sentence = par.sentences[par.sentence_at(par.mentions[i].start)]
    inside = par.mentions_in(sentence.start, sentence.end)
    if not inside:
        return None
    first = inside[0]
    at = par.token_of.get(first)
    if at is None or not is_count(par.mentions[first]):
        return None
    phrase = right_phrase(par, at)
    if not phrase.tokens:
        return None
    return first if INSIDE.match(par.text, phrase.tokens[-1].end) else None


def _noun(par: Paragraph, frame: int) -> str:
    return BLANKS.sub("", words_of(right_phrase(par, par.token_of[frame]).tokens))


def _alike(unit: str | None) -> frozenset[str]:
    return PEOPLE if unit in PEOPLE else frozenset({unit or ""})


def _beside(par: Paragraph, i: int) -> bool:
    """Only a bracket, a comma or 占 between the count and its share."""
    between = par.text[par.mentions[i - 1].end : par.mentions[i].start]
    return re.fullmatch("[（，]?(?:约|仅|只)?占?(?:比|了|到)?", between.strip()) is not None


def _after_mark(par: Paragraph, start: int, label: str) -> bool:
    before = par.text[:start].rstrip()
    at = before.rfind(label)
    return at > 0 and before[at - 1] in "，；、。：中"
