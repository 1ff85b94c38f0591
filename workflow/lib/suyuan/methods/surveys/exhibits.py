"""Tables and figures that a document names, and whether the numbers in them were read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from suyuan.document import Block, Document
from suyuan.flow import Flow, make_flow
from suyuan.methods.evidence import evidence_of_span
from suyuan.methods.surveys.places import Place
from suyuan.methods.surveys.rows import ExhibitRow, Kind
from suyuan.methods.surveys.words import survey_words
from suyuan.records import Evidence

CITED = re.compile(r"(?P<name>\D+?)\s*(?P<number>\d{1,3})")
NEAR = 2  # blocks between a caption and its cells


@cache
def _pattern() -> re.Pattern[str]:
    """A name and a number, not within a word (发表2篇); after Chinese text only where the next words say that it is one."""
    names = "|".join(re.escape(w) for w in sorted(survey_words().exhibits, key=lambda w: (-len(w), w)))
    after = "|".join(map(re.escape, survey_words().after_exhibits))
    return re.compile(
        rf"(?:(?<![\u4e00-\u9fffA-Za-z])(?P<name>{names})\s*(?P<number>\d{{1,3}})(?!\d|[.．-]\d)"
        rf"|(?P<name2>{names})\s*(?P<number2>\d{{1,3}})(?={after}))"
    )


def exhibits_of(
    analysis: str, document: Document, places: Iterable[Place]
) -> tuple[list[ExhibitRow], list[Evidence]]:
    """A row for each table and figure by kind and number, with its caption or the first sentence that refers to it.

    A table is read where rows of one follow its caption or stand right before it.
    """
    blocks = list(document.body())
    cells = _cells(places)
    found: dict[tuple[str, int], ExhibitRow] = {}
    evidence: dict[str, Evidence] = {}
    kinds = survey_words().exhibits
    for index, block in enumerate(blocks):
        if block.kind == "table":
            continue
        flow = make_flow(document.text, block)
        for match in _pattern().finditer(flow.text):
            kind = kinds[match["name"] or match["name2"]]
            number = int(match["number"] or match["number2"])
            caption = block.kind == "caption" and match.start() == 0
            known = found.get((kind, number))
            if known is not None and (known.caption is not None or not caption):
                continue
            first, last = flow.span(match.start(), len(flow.text) if caption else match.end())
            words = flow.text if caption else flow.text[max(0, match.start() - 40) : match.end() + 40]
            item = evidence_of_span(analysis, document, block, first, last, words)
            evidence[item.evidence_id] = item
            lines, count = _below(blocks, index, cells) if caption and kind == "table" else (0, 0)
            found[kind, number] = ExhibitRow(
                source_id=document.source_id,
                kind=kind,
                number=number,
                caption=flow.text[match.end() :].strip() if caption else None,
                rows=lines,
                numbers=count,
                status="read" if lines else "absent",
                evidence_ids=(item.evidence_id,),
            )
        for kind, number, item in _cited(analysis, document, block, flow):
            if (kind, number) not in found:
                evidence[item.evidence_id] = item
                found[kind, number] = ExhibitRow(
                    source_id=document.source_id, kind=kind, number=number, caption=None, rows=0, numbers=0, status="absent",
                    evidence_ids=(item.evidence_id,),
                )  # fmt: skip
    rows = sorted(found.values(), key=lambda row: (row.kind, row.number))
    named = {i for row in rows for i in row.evidence_ids}
    return rows, [item for item in evidence.values() if item.evidence_id in named]


def _cited(
    analysis: str, document: Document, block: Block, flow: Flow
) -> Iterator[tuple[Kind, int, Evidence]]:
    """Tables and figures of the original that a digest cites (〔原文图3〕)."""
    kinds = survey_words().exhibits
    for mark in flow.marks:
        match = CITED.match(mark.cited_at or "")
        if match and match["name"] in kinds:
            item = evidence_of_span(
                analysis,
                document,
                block,
                *mark.span,
                flow.text[max(0, mark.at - 40) : mark.at],
                cited_at=mark.cited_at,
            )
            yield kinds[match["name"]], int(match["number"]), item


def _cells(places: Iterable[Place]) -> dict[int, int]:
    """Numbers read in each table row, by the start of its block."""
    return {place.flow.block.start: len(place.facts) for place in places if place.in_table}


def _below(blocks: Sequence[Block], index: int, cells: dict[int, int]) -> tuple[int, int]:
    """Rows and numbers of the table that belongs to the caption at ``index``."""
    for step in range(1, NEAR + 2):
        for at in (index + step, index - step):
            if 0 <= at < len(blocks) and blocks[at].kind == "table":
                table = blocks[at].table
                own = [b for b in blocks if b.kind == "table" and b.table == table]
                return len(own), sum(cells.get(b.start, 0) for b in own)
    return 0, 0
