"""The labels of the axes of charts, which a reader leaves as lines of numbers: they measure nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from suyuan.document import Document
from suyuan.flow import Flow, normalise

LABEL = re.compile(r"(?P<value>-?(?:\d{1,3}(?:,\d{3})+|\d{1,7})(?:\.\d+)?)(?P<sign>[%‰]?)", re.ASCII)
DATE = re.compile(r"(?:\d{4}|\d{2})[-/.](?:0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?|(?:19|20)\d\d(?:A|E)?", re.ASCII)
KINDS = ("table", "paragraph")
REASON = "label of an axis"
LEAST_ROWS = 3  # lines of a run
LEAST_LABELS = 4  # numbers in it

Row = tuple[tuple[Fraction, str], ...]


def axis_labels(document: Document, flows: Sequence[Flow]) -> frozenset[int]:
    """Starts of the blocks that hold nothing but labels of axes; ``flows`` are those of the document in reading order.

    A run of lines of one number each, or of two (a scale on both sides), that rise or fall by equal steps (100%, 80%,
    60%, 40%), and a run of lines that are dates. Rows of a table that was read as one are never labels: the numbers of a
    column may happen to rise by equal steps.
    """
    found: set[int] = set()
    run: list[tuple[int, Row]] = []
    dates: list[int] = []
    for flow in flows:
        if not flow.text or flow.block.kind == "furniture":
            continue
        cells = _cells(document, flow)
        row = _row(cells)
        if run and (row is None or not _goes_on([row for _, row in run], row)):
            found |= _labels(run)
            run = run[-1:] if row is not None and len(row) == len(run[-1][1]) else []
            if run and row is not None and not _goes_on([run[0][1]], row):
                run = []
        if row is not None:
            run.append((flow.block.start, row))
        if cells and all(map(DATE.fullmatch, cells)):
            dates.append(flow.block.start)
        else:
            found |= set(dates) if len(dates) >= LEAST_LABELS else set()
            dates = []
    return frozenset(found | _labels(run) | (set(dates) if len(dates) >= LEAST_LABELS else set()))


def _cells(document: Document, flow: Flow) -> list[str]:
    """What stands between blanks in a line that may be a label, in normal form; nothing for any other block."""
    if flow.block.kind not in KINDS or flow.block.table is not None or len(flow.text) > 40:
        return []
    printed = " ".join(document.text[span.start : span.end] for span in flow.block.spans)
    return ["".join(map(normalise, cell)).replace("，", ",") for cell in printed.split()]


def _row(cells: Sequence[str]) -> Row | None:
    """The numbers of a line of one label or two, with their signs; None where anything else stands."""
    labels = [LABEL.fullmatch(cell) for cell in cells]
    if not 1 <= len(labels) <= 2:
        return None
    row = tuple((Fraction(m["value"].replace(",", "")), m["sign"]) for m in labels if m is not None)
    return row if len(row) == len(cells) else None


def _goes_on(rows: Sequence[Row], row: Row) -> bool:
    """Whether ``row`` stands one step further than the rows before it, on each scale."""
    last = rows[-1]
    if len(last) != len(row) or any(a[1] != b[1] for a, b in zip(last, row, strict=True)):
        return False
    steps = [b[0] - a[0] for a, b in zip(last, row, strict=True)]
    if not all(steps):
        return False
    return len(rows) < 2 or steps == [b[0] - a[0] for a, b in zip(rows[-2], last, strict=True)]


def _labels(run: Sequence[tuple[int, Row]]) -> set[int]:
    enough = len(run) >= LEAST_ROWS and sum(len(row) for _, row in run) >= LEAST_LABELS
    return {start for start, _ in run} if enough else set()
