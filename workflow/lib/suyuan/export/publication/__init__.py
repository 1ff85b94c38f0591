"""Publication tables: what config/tables.yaml declares, as CSV, Markdown and LaTeX, in Chinese and English.

Public functions:

- ``read_tables(path) -> (declarations, problems)``
- ``build_tables(declarations, inputs, folder, languages=None) -> list[Problem]``    ``ID.LANG.csv``, ``.md``, ``.tex``
- ``table_of(declaration, inputs, language) -> Table``    the content of one table
- ``csv_text(table)``, ``markdown_text(table)``, ``latex_text(table)``    its three forms
"""

from suyuan.export.publication.analysis_declaration import AnalysisTable
from suyuan.export.publication.build import build_tables, table_of
from suyuan.export.publication.content import Head, Table, TableInputs
from suyuan.export.publication.declaration import RowsDeclaration, TableDeclaration, read_tables
from suyuan.export.publication.forms import csv_text, markdown_text
from suyuan.export.publication.latex import latex_text

__all__ = [
    "AnalysisTable", "Head", "RowsDeclaration", "Table", "TableDeclaration", "TableInputs", "build_tables",
    "csv_text", "latex_text", "markdown_text", "read_tables", "table_of",
]  # fmt: skip
