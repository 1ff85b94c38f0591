"""Observe: facts with a measure become observations, series and breakdowns.

Public functions:

- ``observe(facts, catalogue, areas=None, grades=None) -> Observed``
  ``.observations`` in the order of measure, area, time; ``.left_out`` (fact_id, reason) of facts that became none.
  ``grades`` maps source_id to the grade of evidence of facts read from its documents (missing: primary);
  facts from collected.csv carry their own.
- ``series_rows(observations) -> list[SeriesRow]``, ``breakdown_rows(observations) -> list[BreakdownRow]``
- ``undated(observations) -> list[Observation]``    those that no time axis (and no SDMX TIME_PERIOD) can hold
"""

from suyuan.observe.observations import LeftOut, Observed, observe
from suyuan.observe.series import BreakdownRow, SeriesRow, breakdown_rows, series_rows, undated

__all__ = [
    "BreakdownRow", "LeftOut", "Observed", "SeriesRow", "breakdown_rows", "observe", "series_rows", "undated",
]  # fmt: skip
