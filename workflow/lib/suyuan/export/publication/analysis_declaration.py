"""What a table of the rows of an analysis declares."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from suyuan.export.publication.head import Language, TableHead, Texts
from suyuan.records import Record

CellForm = Literal["plain", "area", "source", "date"]
CellTexts = dict[Language, str]  # may be empty: a value that is not shown


class Lookup(Record):
    """Another table of the same analysis, from which the words of a value are taken."""

    table: str = Field(description="table of the analysis")
    by: str = Field(description="its column that holds the value")
    of: tuple[str, ...] = Field(min_length=1, description="its columns that are shown")
    form: CellForm = Field("plain", description="form of the first of them")
    empty: CellTexts = Field(
        default_factory=dict, description="what is shown for one without a value; left out: nothing"
    )


class CellDeclaration(Record):
    """How columns of the analysis become the words of a cell."""

    of: tuple[str, ...] = Field(
        min_length=1,
        description="columns of the analysis; of a column X with X_zh or X_en the one in the language of the table",
    )
    join: str = Field("", description="what stands between several of them")
    form: CellForm = Field(
        "plain",
        description="area, source: the name in the language of the table; date: in words (also a year)",
    )
    digits: int | None = Field(None, ge=0, description="digits after the point; left out: as they are")
    percent: bool = Field(False, description="a share of 1 is shown as 100")
    words: dict[str, CellTexts] = Field(
        default_factory=dict, description="words that are shown for a value, by language"
    )
    lookup: Lookup | None = Field(None, description="table from which the words of the value are taken")
    missing: str = Field("–", description="what is shown where there is no value")


class ColumnDeclaration(CellDeclaration):
    """A column."""

    head: Texts = Field(description="its head by language")
    wraps: bool = Field(False, description="long texts, broken in LaTeX")


class AcrossDeclaration(CellDeclaration):
    """Columns made from the values of a column: a matrix."""

    key: str | None = Field(
        None, description="column whose values make the columns; left out: the first of ``of``"
    )
    order: tuple[str, ...] = Field((), description="its values in order; left out: as they first occur")
    cell: CellDeclaration = Field(description="what stands in a cell")
    wraps: bool = Field(False, description="long heads, broken in LaTeX")


class AnalysisTable(TableHead):
    """Rows of a table of an analysis, or a matrix of them."""

    kind: Literal["analysis"] = Field(description="analysis")
    analysis: str = Field(description="id in config/analyses.yaml")
    table: str = Field(description="its table: of processed/analyses/ANALYSIS.TABLE.csv")
    where: dict[str, Annotated[tuple[str, ...], Field(min_length=1)]] = Field(
        default_factory=dict, description="values that a row has, by column; left out: all rows"
    )
    columns: tuple[ColumnDeclaration, ...] = Field(min_length=1, description="columns in order")
    across: AcrossDeclaration | None = Field(
        None, description="a matrix: rows that agree in ``columns`` are one row"
    )
    first: int | None = Field(None, ge=1, description="number of rows shown; left out: all")
    row_sources: bool = Field(
        True, description="false: rows do not end in their sources, since the columns name them"
    )

    def texts(self) -> dict[str, Texts]:
        """Its texts, with the heads."""
        heads = {f"columns[{i}].head": column.head for i, column in enumerate(self.columns)}
        return super().texts() | heads

    @model_validator(mode="after")
    def _words_in_all_languages(self) -> AnalysisTable:
        cells: list[CellDeclaration] = [*self.columns]
        cells += [self.across, self.across.cell] if self.across is not None else []
        for cell in cells:
            empty = {"empty": cell.lookup.empty} if cell.lookup is not None and cell.lookup.empty else {}
            for value, said in {**cell.words, **empty}.items():
                missing = [language for language in self.languages if language not in said]
                if missing:
                    raise ValueError(
                        f"words of {value!r} ({', '.join(cell.of)}) are not given in {', '.join(missing)}"
                    )
        return self
