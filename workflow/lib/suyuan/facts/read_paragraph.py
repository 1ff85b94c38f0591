"""Cutting a flow with its quantities and times into a paragraph: its places, its words, what is one word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from suyuan.document import Span
from suyuan.facts.company_names import company_names
from suyuan.facts.course import stages_of_course
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.places_found import area_words, beside_categories
from suyuan.facts.study_words import labels_of_abstract
from suyuan.facts.tokens import Masked, Token, tokenise
from suyuan.flow import Flow
from suyuan.places import Gazetteer, GroupContext
from suyuan.quantities.mention import Mention

QUOTED = re.compile(r"“[^“”，。；]{1,24}”")  # a name in quotation marks is one word
HELD = frozenset({"QTY", "PLACE"})
TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")


def read_paragraph(
    flow: Flow,
    mentions: Sequence[Mention],
    times: Sequence[Span],
    gazetteer: Gazetteer,
    context: GroupContext,
    categories: Sequence[str] = (),
) -> Paragraph:
    """Paragraph of a flow. ``times`` are spans of time expressions; ``context`` resolves 三地 and 全省; a word of
    ``categories`` (of breakdowns) is not cut by the ending of a place."""
    text = flow.text
    titles = [Span(match.start(), match.end()) for match in TITLE.finditer(text)]
    closed = [*titles, *company_names(text)]
    areas = tuple(
        area
        for area in beside_categories(text, area_words(text, gazetteer, context), gazetteer, categories)
        if not any(title.start <= area.start and area.end <= title.end for title in closed)
    )
    masks: list[Masked] = []
    _add(masks, [Masked(m.start, m.end, "QTY", i) for i, m in enumerate(mentions)])
    _add(masks, [Masked(t.start, t.end, "TITLE") for t in titles])
    _add(masks, [Masked(t.start, t.end, "TIME", i) for i, t in enumerate(times)])
    _add(masks, [Masked(start, end, "TIME") for start, end in stages_of_course(text)])
    _add(masks, [Masked(start, end, "TIME") for start, end in _headings(flow, mentions)])
    _add(masks, [Masked(a.start, a.end, "PLACE", i) for i, a in enumerate(areas)])
    _add(masks, [Masked(m.start(), m.end(), "nz") for m in QUOTED.finditer(text)])
    par = Paragraph(flow, tuple(mentions), tuple(times), areas, ())
    return replace(par, tokens=_tokens(par, masks))


def _headings(flow: Flow, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Headings that run into their sentence; one that holds a number (2.1 两组|资料比较) from that number on."""
    for start, end in labels_of_abstract(flow):
        inside = [m for m in mentions if start <= m.start and m.end < end]
        if inside:
            yield start - len(flow.text[:start].rpartition("。")[2]), inside[0].start
        yield max([start, *(m.end for m in inside)]), end


def _tokens(par: Paragraph, masks: Sequence[Masked]) -> tuple[Token, ...]:
    """Words of the sentences that hold a number, a place or a mask that runs over their end; of the others only the last mark."""
    tokens: list[Token] = []
    spans: list[Span] = []
    starts, ends = [mask.start for mask in masks], [mask.end for mask in masks]  # masks do not overlap
    for span in par.sentences:
        inside = masks[bisect_right(ends, span.start) : bisect_left(starts, span.end)]
        held = bool(inside) and any(mask.flag in HELD for mask in inside)
        if spans and any(mask.start < span.start for mask in inside):
            spans[-1] = Span(spans[-1].start, span.end)
        elif held or any(mask.end > span.end for mask in inside):
            spans.append(span)
        else:
            tokens += _cut_spans(par.text, spans, masks, starts)
            spans = []
            tokens.append(Token(par.text[span.end - 1], "PUNCT", span.end - 1, span.end))
    return (*tokens, *_cut_spans(par.text, spans, masks, starts))


def _cut_spans(text: str, spans: Sequence[Span], masks: Sequence[Masked], starts: list[int]) -> list[Token]:
    tokens: list[Token] = []
    for span in spans:
        inside = masks[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        tokens += tokenise(text, inside, span.start, span.end)
    return tokens


def _add(masks: list[Masked], more: Sequence[Masked]) -> None:
    """Put those that overlap none that is there already at their places; ``masks`` are in order of their starts."""
    starts = [mask.start for mask in masks]
    for mask in more:
        k = bisect_left(starts, mask.start)
        if (k and masks[k - 1].end > mask.start) or (k < len(masks) and masks[k].start < mask.end):
            continue
        masks.insert(k, mask)
        starts.insert(k, mask.start)
