"""Export: records to CSV files and back, and the data package that describes their columns.

Public functions:

- ``write_facts(path, facts)``, ``write_acts``, ``write_links``, ``write_numerals``, ``write_cells``, ``write_problems``,
  ``write_findings``, ``write_review``, ``write_editions``: one record type each, rows sorted, UTF-8, ``\\n``
- ``write_observations(path, observations, facts)``, ``write_series(path, observations, facts)``,
  ``write_breakdowns(path, observations, facts)``: with the locator of the chosen fact in each row
- ``write_statements(path, statements)``, ``write_coverage(path, rows)``: what stands behind each observation; what is missing
- ``read_facts(path) -> list[Fact]``, ``read_acts``, ``read_links``, ``read_numerals``, ``read_observations``,
  ``read_problems``, ``read_findings``, ``read_statements``: back to records, equal to those written
- ``write_datapackage(path, present)``    datapackage.json (Frictionless) for the named tables: types and descriptions
- ``load(project=None, exact=False) -> Tables``    pandas tables of processed/*.csv, read when asked for; ``trace`` and
  ``picture`` lead from an observation to the words and the page
"""

from suyuan.export.load import Tables, load
from suyuan.export.package import write_datapackage
from suyuan.export.tables import (
    read_acts,
    read_cells,
    read_facts,
    read_findings,
    read_links,
    read_numerals,
    read_observations,
    read_problems,
    read_statements,
    write_acts,
    write_breakdowns,
    write_cells,
    write_coverage,
    write_editions,
    write_facts,
    write_findings,
    write_links,
    write_numerals,
    write_observations,
    write_problems,
    write_review,
    write_series,
    write_statements,
)  # fmt: skip

__all__ = [
    "Tables", "load", "read_acts", "read_cells", "read_facts", "read_findings", "read_links", "read_numerals",
    "read_observations", "read_problems", "read_statements", "write_acts", "write_breakdowns", "write_cells",
    "write_coverage", "write_datapackage", "write_editions", "write_facts", "write_findings", "write_links",
    "write_numerals", "write_observations", "write_problems", "write_review", "write_series",
    "write_statements",
]  # fmt: skip
