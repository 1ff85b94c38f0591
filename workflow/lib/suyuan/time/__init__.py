"""Times: finding them, resolving relative ones, and saying which of them governs a quantity."""

from suyuan.time.assign import assign
from suyuan.time.assigned import AssignedTime, no_time
from suyuan.time.context import TimeContext, document_context
from suyuan.time.cover import covers, year_of
from suyuan.time.expression import TimeExpression
from suyuan.time.resolve import resolve
from suyuan.time.scan import find_times
from suyuan.time.whole import assign_document, read_times

__all__ = [
    "AssignedTime", "TimeContext", "TimeExpression", "assign", "assign_document", "covers", "document_context",
    "find_times", "no_time", "read_times", "resolve", "year_of",
]  # fmt: skip
