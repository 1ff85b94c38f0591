"""Which period of a declaration a time belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.records.fact import TimeKind
from suyuan.records.period import Period, period


def period_of(edtf: str, kind: TimeKind | None, periods: Sequence[str]) -> int | None:
    """Index of the period (EDTF, in order) that a time falls in; None for none.

    Periods may share a year (2008/2014, 2014/2016). A closed time, and one as of which something is said, belongs to the
    first period that holds its end; before a time (../2007) to the last period that ends no later, else the first that holds
    it; since a time (2014/..) to the last period that begins no later and has not ended.
    """
    time = period(edtf)
    spans = [period(each) for each in periods]
    if time.last is None and time.first is not None:
        running = [
            i for i, span in enumerate(spans)
            if (span.first is None or span.first <= time.first) and span.last is not None and time.first <= span.last
        ]  # fmt: skip
        return running[-1] if running else None
    if time.last is None:
        return None
    if time.first is None:
        ended = [i for i, span in enumerate(spans) if span.last is not None and span.last <= time.last]
        if ended:
            return ended[-1]
    return next((i for i, span in enumerate(spans) if _holds_end(span, time, kind)), None)


def _holds_end(span: Period, time: Period, kind: TimeKind | None) -> bool:
    if span.last is None or time.last is None or time.last > span.last:
        return False
    begins = time.last if kind == "as_of" or time.first is None else time.first
    return span.first is None or span.first <= begins
