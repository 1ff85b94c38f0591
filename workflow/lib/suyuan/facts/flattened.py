"""Rows of tables that lost their lines: numbers that ran into each other, and lines of a label and its numbers.

Such numbers cannot be told apart, or stand without the head of their column: they are no facts. What is looked at is
the construction alone. A clause (text between two marks) with several joints, where the end of one cell meets the start
of the next, is flattened; so is a run of lines of one label and at least two numbers each.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from suyuan.document import BODY_KINDS, Document
from suyuan.facts.ledger import numerals_in
from suyuan.flow import Flow, normalise
from suyuan.quantities import Quantities
from suyuan.quantities.mention import Ledger

REASON = "row of a table without its lines"
SHARE = r"(?:[%‰]|个?百分点)"
CLAUSE = re.compile(r"[^，。；！？]+")
# Joints that no single number can hold, each for itself a sign of cells that ran together.
JOINTS = (
    rf"(?<![\d.,])\d{{6,}}(?:\.\d+)?{SHARE}",  # 800254927.8%: a percentage of six digits and more
    rf"(?<![\d.,])\d{{6,}}-\d+(?:\.\d+)?{SHARE}",  # 14141270-10%
    rf"(?<![\d.])\d+(?:\.\d+){{2,}}{SHARE}",  # 69.4755.6个百分点: two decimal points
    r"(?<=[)）])[<>≤≥]?\d{6,}(?=[\u4e00-\u9fff]{2})",  # （万吨）141412702二氧化硫
)
JOINT = re.compile("|".join(JOINTS), re.ASCII)
# 10%2二氧化硫: a number behind a percent sign.
NEXT = re.compile(rf"{SHARE}\d+(?:\.\d+){{0,4}}(?![\d.年月日季，。；）])")
LONG = re.compile(r"(?<![\d.,])\d{13,}")  # longer than any count: glued cells, or the number of an account
MAY_JOIN = re.compile(
    r"[\d%‰点](?:(?<=[%‰点])\d|(?<=\d)(?:\d{5}|\.\d+\.\d))"
)  # what every joint holds one of
# What stands behind the ordinal of a last row.
ROW_BEGUN = re.compile(rf"[^，。；！？\d]{{1,40}}[<>≤≥]?\d[\d.-]*{SHARE}?")
LEAST_JOINTS = 2  # of a clause, one of them a joint of its own right
# Of a clause that shows nothing else: a mark of a footnote may follow a percent sign, twice even.
LEAST_NEXT = 3

# A number, or the dash of an empty cell.
CELL = re.compile(rf"[<>≤≥±+-]?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?{SHARE}?|[-—/]+", re.ASCII)
ORDINAL = re.compile(r"\d{1,3}[.、]?", re.ASCII)
LETTER = re.compile(r"[^\W\d_]")
SENTENCE = re.compile(r"[，。；：！？]")
CAPTION = re.compile(r"(?:续?表|专栏)\s*\d|[（(]?(?:计量)?单位[：:]")
LONGEST_ROW = 80  # characters
LEAST_CELLS = 2
LEAST_ROWS = 3  # of a run
UNDER_CAPTION = 2  # of a run near a caption
CAPTION_REACH = 3  # blocks

Kind = Literal["own", "next", "long"]  # a joint of its own right, a number behind a percent sign, a long run
Spans = Mapping[int, tuple[tuple[int, int], ...]]


def flattened_rows(document: Document, flows: Sequence[Flow]) -> Spans:
    """Spans of ``Flow.text`` that are rows of tables without their lines, by the start of their block.

    ``flows`` are those of the document in reading order. Tables that were read as tables are left alone.
    """
    read = [flow for flow in flows if flow.text and flow.block.kind != "furniture"]
    found: dict[int, tuple[tuple[int, int], ...]] = {}
    for flow in read:
        if _is_text(flow) and (spans := glued(flow.text)):
            found[flow.block.start] = spans
    for run in _runs(document, read):
        found.update((flow.block.start, ((0, len(flow.text)),)) for flow in run)
    return found


def glued(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of ``text`` (normal form): each goes from the start of a clause of glued cells to the end of its last joint,
    or of the row that begins there. A clause of one joint is taken when the clause beside it is glued.
    """
    if not MAY_JOIN.search(text):
        return ()
    clauses = [(match.start(), _joints(match.group())) for match in CLAUSE.finditer(text)]
    sure = [_is_glued(joints) for _, joints in clauses]
    found = []
    for i, (start, joints) in enumerate(clauses):
        beside = any(sure[max(0, i - 1) : i + 2])
        if sure[i] or (beside and any(kind == "own" for _, kind in joints)):
            last, kind = max(joints)
            row = ROW_BEGUN.match(text, start + last) if kind == "next" else None
            found.append((start, row.end() if row else start + last))
    return tuple(found)


def without_rows(flow: Flow, scan: Quantities, spans: Sequence[tuple[int, int]]) -> Quantities:
    """``scan`` of ``flow`` without the quantities within ``spans``; their numerals become text of a table."""
    if not spans:
        return scan
    kept, ledger = [], []
    for mention in scan.mentions:
        if any(a < mention.end and mention.start < b for a, b in spans):
            ledger += [Ledger(a, b, "table_text", REASON) for a, b in numerals_in(flow.text, mention)]
        else:
            kept.append(mention)
    for item in scan.ledger:
        inside = any(a <= item.start < b for a, b in spans)
        ledger.append(replace(item, numeral_class="table_text", reason=REASON) if inside else item)
    return Quantities(kept, sorted(ledger, key=lambda row: row.start))


def _is_text(flow: Flow) -> bool:
    return flow.block.kind in BODY_KINDS and flow.block.kind != "table" and flow.block.table is None


def _joints(clause: str) -> list[tuple[int, Kind]]:
    """Ends of the joints of a clause, with what each is."""
    kinds: tuple[tuple[Kind, re.Pattern[str]], ...] = (("own", JOINT), ("next", NEXT), ("long", LONG))
    return [(match.end(), kind) for kind, pattern in kinds for match in pattern.finditer(clause)]


def _is_glued(joints: Sequence[tuple[int, Kind]]) -> bool:
    kinds = [kind for _, kind in joints]
    return len(kinds) >= LEAST_JOINTS if "own" in kinds else kinds.count("next") >= LEAST_NEXT


def _runs(document: Document, flows: Sequence[Flow]) -> list[list[Flow]]:
    """Runs of lines of a label and its numbers, or of glued cells; fewer are enough shortly behind a caption."""
    rows = [_is_row(document, flow) for flow in flows]
    edges = [0, *(i for i, (a, b) in enumerate(pairwise(rows), 1) if a != b), len(flows)]
    found = []
    for start, end in pairwise(edges):
        if not rows[start : start + 1] or not rows[start]:
            continue
        before = flows[max(0, start - CAPTION_REACH) : start]
        least = UNDER_CAPTION if any(CAPTION.match(flow.text) for flow in before) else LEAST_ROWS
        if end - start >= least:
            found.append(list(flows[start:end]))
    return found


def _is_row(document: Document, flow: Flow) -> bool:
    """Whether a line is ``[ordinal] label number number …``, or has a joint, and is no sentence."""
    if not _is_text(flow) or len(flow.text) > LONGEST_ROW or SENTENCE.search(flow.text):
        return False
    if JOINT.search(flow.text):
        return True
    printed = " ".join(document.text[span.start : span.end] for span in flow.block.spans)
    cells = ["".join(map(normalise, cell)).replace("，", ",") for cell in printed.split()]
    if len(cells) > LEAST_CELLS + 1 and ORDINAL.fullmatch(cells[0]):
        cells = cells[1:]
    count = 0
    while count < len(cells) and CELL.fullmatch(cells[-1 - count]):
        count += 1
    label = cells[: len(cells) - count]
    numbers = sum(any(map(str.isdigit, cell)) for cell in cells[len(label) :])
    return numbers >= LEAST_CELLS and any(map(LETTER.match, label))
