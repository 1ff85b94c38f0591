"""When the acts of a report were done that give no date: in the period that its section reports on."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.acts.words import ActWords
from suyuan.document import Document
from suyuan.flow import Flow
from suyuan.records.period import period
from suyuan.time import AssignedTime, assign_document, document_context


def reported_times(document: Document, flows: Sequence[Flow], words: ActWords) -> list[list[AssignedTime]]:
    """For each flow and each verb in it, the period that the report tells of there; empty lists where nothing is reported.

    A period that ends after the year under report is marked as planned: what a report says of it is not yet done.
    """
    context = document_context(document, list(flows))
    if context.report is None:
        return [[] for _ in flows]
    spans = [[match.span() for match in words.verb.finditer(flow.text)] for flow in flows]
    found = assign_document(document, list(flows), spans)
    return [[_until(time, int(context.report)) for time in times] for times in found]


def _until(time: AssignedTime, report: int) -> AssignedTime:
    last = period(time.edtf).last if time.edtf else None
    if time.edtf is None or (last is not None and last.year <= report):
        return time
    return AssignedTime(time.edtf, time.kind, time.time_from, True, time.expression)


def lies_ahead(time: AssignedTime, report: str) -> bool:
    """今年启动甲试点, 提出“十五五”时期的目标, in a report on last year: years that have only begun."""
    told = period(time.edtf)
    coarse = told.precision in ("year", "span")
    return coarse and told.first is not None and told.first.year > int(report)
