"""Cells of a table of an analysis: values of its rows in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

from suyuan.export.publication.analysis_declaration import CellDeclaration, CellForm
from suyuan.export.publication.content import NothingToShow, TableInputs
from suyuan.export.publication.words import GROUP_FROM, phrase, word
from suyuan.figures.text import number
from suyuan.figures.times import date_text
from suyuan.records import Record
from suyuan.suggest import not_known

Row = Record


@dataclass(frozen=True)
class Cells:
    """Cells of the rows of one analysis in one language."""

    inputs: TableInputs
    analysis: str
    language: str

    def rows(self, table: str) -> Sequence[Row]:
        """Rows of a table. Raises NothingToShow where it was not made or is empty."""
        tables = self.inputs.analyses.tables
        if self.analysis not in tables:
            raise NothingToShow(
                f"the analysis {self.analysis} gave no rows",
                not_known(self.analysis, sorted(tables)) if tables else "declare it in config/analyses.yaml",
            )
        if table not in tables[self.analysis]:
            raise NothingToShow(
                f"the analysis {self.analysis} gave no rows in the table {table}",
                not_known(table, sorted(tables[self.analysis])),
            )
        return tables[self.analysis][table]

    def value(self, row: Row, column: str) -> Any:
        """Value of a column: that of ``column_zh`` or ``column_en`` where the row has one in the language.

        Raises NothingToShow for a column that the rows do not have.
        """
        known = type(row).model_fields
        own = f"{column}_{self.language}"
        if own in known and getattr(row, own) is not None:
            return getattr(row, own)
        if column not in known:
            raise NothingToShow(
                f"{self.analysis}: there is no column {column}", not_known(column, sorted(known))
            )
        return getattr(row, column)

    def text(self, row: Row, declared: CellDeclaration) -> str:
        """Words of a cell; ``declared.missing`` where no column has a value."""
        values = [self.value(row, column) for column in declared.of]
        if all(value is None or value == () or value == {} for value in values):
            return declared.missing
        shown = [self._shown(value, declared) for value in values if value is not None]
        return declared.join.join(part for part in shown if part)

    def numeric(self, rows: Sequence[Row], declared: CellDeclaration) -> bool:
        """Whether the last column of a cell holds nothing but numbers."""
        found = [self.value(row, declared.of[-1]) for row in rows]
        return declared.lookup is None and all(
            isinstance(value, int | float | Fraction) and not isinstance(value, bool)
            for value in found
            if value is not None
        )

    def _shown(self, value: Any, declared: CellDeclaration) -> str:
        if declared.lookup is not None:
            return self._looked_up(value, declared)
        key = {True: "true", False: "false"}[value] if isinstance(value, bool) else value
        said = declared.words.get(str(key))
        if said is not None:
            return said.get(self.language, "")  # type: ignore[call-overload, no-any-return]
        if isinstance(value, bool):
            return word("truth", str(key), self.language)
        if isinstance(value, int | float | Fraction) and declared.form == "plain":
            return number_text(value, declared.digits, declared.percent)
        if isinstance(value, Mapping):
            return phrase("semicolon", self.language).join(
                self.inputs.names.value(name, part, self.language) for name, part in value.items()
            )
        if isinstance(value, tuple):
            return phrase("comma", self.language).join(self._formed(part, declared.form) for part in value)
        return self._formed(value, declared.form)

    def _formed(self, value: Any, form: CellForm) -> str:
        text = str(value)
        if form == "area":
            return self.inputs.names.area(text, self.language)
        if form == "source":
            return self.inputs.names.source(text).name(self.language, text)
        return date_text(text, self.language) if form == "date" else text

    def _looked_up(self, value: Any, declared: CellDeclaration) -> str:
        lookup = declared.lookup
        assert lookup is not None
        for row in self.rows(lookup.table):
            if self.value(row, lookup.by) == value:
                empty = lookup.empty.get(self.language, "")  # type: ignore[call-overload]
                first, *others = (self.value(row, column) or empty for column in lookup.of)
                parts = [self._formed(first, lookup.form), *map(str, others)]
                return phrase("dot", self.language).join(part for part in parts if part)
        return str(value)


def number_text(value: float | Fraction, digits: int | None, percent: bool) -> str:
    """``1,476``; with ``digits`` rounded, a half up (``0.63`` of 0.625), a share as percent."""
    exact = value if isinstance(value, Fraction) else Fraction(repr(value))
    exact = exact * 100 if percent else exact
    if digits is None:
        return number(exact, group_from=GROUP_FROM)
    units = floor(abs(exact) * 10**digits + Fraction(1, 2))  # as people round, away from 0
    rounded = Decimal(units if exact >= 0 else -units).scaleb(-digits)
    return f"{rounded:,.{digits}f}"
