"""Observe: facts with a measure become observations, series and breakdowns.

Public functions:

- ``observe(facts, catalogue, areas=None, grades=None, holds=no_area_holds) -> Observed``
  ``.observations`` in the order of measure, area, time; ``.left_out`` (fact_id, reason) of facts that became none;
  ``.retold`` fact_ids told by the same source with a finer key too. ``holds`` is ``area_holds(gazetteer)``.
  ``grades`` maps source_id to the grade of evidence of facts read from its documents (missing: primary);
  facts from collected.csv carry their own.
- ``statements(observations, facts, grades=None, retold=()) -> list[Statement]``
  every fact of every observation: its rank, how it stands to the chosen one, the rule by which it lost, whether it is
  independent evidence
- ``series_rows(observations) -> list[SeriesRow]``, ``breakdown_rows(observations, sources=None) -> list[BreakdownRow]``
- ``coverage(observations, years=None) -> list[CoverageRow]``    measure by area by year: stated, conflicting, missing …
- ``undated(observations) -> list[Observation]``    those that no time axis (and no SDMX TIME_PERIOD) can hold
"""

from suyuan.observe.coverage import CoverageRow, coverage
from suyuan.observe.observations import LeftOut, Observed, observe
from suyuan.observe.series import BreakdownRow, SeriesRow, breakdown_rows, series_rows, undated
from suyuan.observe.statements import statements

__all__ = [
    "BreakdownRow", "CoverageRow", "LeftOut", "Observed", "SeriesRow", "breakdown_rows", "coverage", "observe", "series_rows",
    "statements", "undated",
]  # fmt: skip
