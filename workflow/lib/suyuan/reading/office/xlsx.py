"""Read a workbook (.xlsx): each sheet is a heading and its tables, numbers as the sheet shows them."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
from lxml import etree
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import from_excel
from openpyxl.utils.exceptions import InvalidFileException

from suyuan.document import Document
from suyuan.reading.compose import Piece, compose
from suyuan.reading.dates import find_dates
from suyuan.reading.errors import ReadError
from suyuan.reading.line_breaks import one_line
from suyuan.reading.office.format_sections import BY_NUMBER, is_date_format
from suyuan.reading.office.moment_format import show_moment
from suyuan.reading.office.number_format import show_number, show_text
from suyuan.reading.office.package import check_package
from suyuan.reading.office.problems import drawn_problems, sheet_problem
from suyuan.reading.office.sheet_parts import Line, Part, sheet_parts
from suyuan.reading.raised import clean, take_marks, write_raised
from suyuan.reading.shapes import shape_of
from suyuan.records import Problem
from suyuan.records.fact import BlockKind, Edition

# What openpyxl raises for a workbook that is not as it should be.
BROKEN = (
    LookupError, ValueError, TypeError, AttributeError, ArithmeticError, OSError, InvalidFileException, zipfile.BadZipFile,
    etree.XMLSyntaxError, SyntaxError,
)  # fmt: skip
ERROR = re.compile(r"#(?:REF!|DIV/0!|VALUE!|NAME\?|NUM!|N/A|NULL!|SPILL!|CALC!)")
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")


def read_xlsx(data: bytes, shown: str, source_id: str, edition: Edition) -> Document:
    """Document of a workbook. Hidden sheets, rows and columns are left out and told in ``problems``.

    The text of each visible sheet: its name as a heading; lines over a table as captions; each table row as a line with
    TAB between the cells; lines below as footnotes. A formula gives the result stored in the file. Raises ReadError if
    the file is damaged, protected, too large or without a filled cell.
    """
    check_package(data, shown, "xlsx")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # of openpyxl, about what it drops and nobody reads: validations, themes
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, rich_text=True)
            formulas = _formulas(data)
    except BROKEN as error:
        what = "this workbook cannot be opened: it is damaged, or saved as Strict Open XML"
        raise ReadError(shown, what, "open it in Excel or LibreOffice and save it again as .xlsx") from error
    pieces: list[Piece] = []
    problems: list[Problem] = []
    heads: list[str] = []
    tables = 0
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            problems.append(sheet_problem("hidden_sheets", sheet.title, shown, source_id, []))
            continue
        found = _Sheet(sheet, book.epoch, formulas.get(sheet.title, set()))
        parts = sheet_parts(found.lines)
        problems += [
            sheet_problem(name, sheet.title, shown, source_id, cells)
            for name, cells in sorted(found.seen.items())
        ]
        if not parts:
            continue
        pieces.append(Piece("heading", clean(sheet.title).strip() or "Sheet", None, (), 1))
        for part in parts:
            tables += any(kind == "table" for kind, _ in part)
            pieces += _pieces(part, sheet.title, f"table-{tables}")
            heads += [line.text for kind, line in part if kind != "table"]
    for chart in book.chartsheets:
        problems.append(sheet_problem("chart_sheet", chart.title, shown, source_id, []))
    problems += drawn_problems(data, shown, source_id)
    book.close()
    if not pieces:
        raise ReadError(shown, "there is no filled cell on a visible sheet", "export the workbook again")
    text, blocks, _ = compose(pieces)
    return Document(
        source_id=source_id,
        edition=edition,
        path=shown,
        sha256="",
        media="xlsx",
        text=text,
        blocks=blocks,
        title=_title(pieces),
        dates=find_dates([line for line in heads if shape_of(line).kind == "stamp"], heads[:20]),
        problems=tuple(problems),
    )


def _title(pieces: Sequence[Piece]) -> str | None:
    """The first line over a table that is neither its caption (表1 …) nor its unit; 附件2 only where nothing else is there."""
    shapes = [(piece.text, shape_of(piece.text).kind) for piece in pieces if piece.kind == "caption"]
    titles = [(text, kind) for text, kind in shapes if kind != "caption"]
    return next(
        (text for text, kind in titles if kind != "after_references"), titles[0][0] if titles else None
    )


def _pieces(part: Part, sheet: str, table: str) -> list[Piece]:
    made = []
    for kind, line in part:
        text, marks = take_marks("\t".join(line.cells) if kind == "table" else line.text)
        told: BlockKind = kind
        made.append(Piece(told, text, None, (sheet,), None, table if kind == "table" else None, None, marks))
    return made


class _Sheet:
    """Lines of a visible sheet, and what was left out of it."""

    def __init__(self, sheet: Any, epoch: datetime, formulas: set[str]) -> None:
        self.seen: defaultdict[str, list[str]] = defaultdict(list)
        self.epoch = epoch
        hidden_rows = {number for number, row in sheet.row_dimensions.items() if row.hidden}
        hidden_columns = _hidden_columns(sheet)
        rows: defaultdict[int, dict[int, str]] = defaultdict(dict)
        numbers: defaultdict[int, set[int]] = defaultdict(set)
        # The cells that the file holds: iter_rows would make up all cells between far corners, up to 17 thousand million.
        for (row, column), cell in sorted(sheet._cells.items()):
            if getattr(cell, "comment", None) is not None:
                self.seen["comments"].append(cell.coordinate)
            hidden = row in hidden_rows or column in hidden_columns
            if cell.value is None:
                if cell.coordinate in formulas and not hidden:
                    self.seen["no_value"].append(cell.coordinate)
            elif hidden:
                self._leave_out(row if row in hidden_rows else None, column)
            elif text := self._shown(cell, cell.value):
                rows[row][column] = text
                if not isinstance(cell.value, str | CellRichText):
                    numbers[row].add(column)
        columns = sorted({column for row in rows.values() for column in row})
        place = {column: i for i, column in enumerate(_filled(columns, hidden_columns))}
        self.lines = [_line(row, rows[row], place, numbers[row], hidden_rows) for row in sorted(rows)]

    def _leave_out(self, row: int | None, column: int) -> None:
        """Note the hidden row, or where it is None the hidden column, of a filled cell."""
        name, where = (
            ("hidden_rows", str(row)) if row is not None else ("hidden_columns", get_column_letter(column))
        )
        if where not in self.seen[name]:
            self.seen[name].append(where)

    def _shown(self, cell: Any, value: Any) -> str:
        """Text of a cell as the sheet shows it."""
        code = BY_NUMBER.get(cell._style.numFmtId) or cell.number_format or "General"
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, CellRichText):
            return _one_line(_rich(value))
        if isinstance(value, str):
            if cell.data_type == "e" or ERROR.fullmatch(value.strip()):
                self.seen["errors"].append(cell.coordinate)
            return _one_line(clean(show_text(value, code)))
        if isinstance(value, datetime | date | time | timedelta):
            return show_moment(value, code)
        if isinstance(value, int | float):
            if is_date_format(code):
                try:
                    moment = from_excel(value, self.epoch, timedelta=bool(re.match(r"\[[hms]", code, re.I)))
                except (ValueError, OverflowError):
                    moment = None  # no day of the calendar: the sheet shows ####
                if moment is not None:
                    return show_moment(moment, code)
                return show_number(value, "General")
            return _one_line(show_number(value, code))
        return _one_line(clean(str(value)))


def _line(
    row: int, cells: dict[int, str], place: dict[int, int], numbers: set[int], hidden: set[int]
) -> Line:
    filled = [""] * len(place)
    for column, text in cells.items():
        filled[place[column]] = text
    above = row - 1
    while above in hidden:
        above -= 1
    return Line(row, above, tuple(filled), frozenset(place[column] for column in numbers))


def _filled(columns: Sequence[int], hidden: set[int]) -> list[int]:
    """Columns with a filled cell, and the empty ones between them, except where hundreds are empty."""
    if not columns:
        return []
    span = range(columns[0], columns[-1] + 1)
    return [c for c in span if c not in hidden] if len(span) <= len(columns) + 50 else list(columns)


def _hidden_columns(sheet: Any) -> set[int]:
    hidden: set[int] = set()
    for letter, dimension in sheet.column_dimensions.items():
        if dimension.hidden:
            first = dimension.min or openpyxl.utils.column_index_from_string(letter)
            hidden.update(range(first, (dimension.max or first) + 1))
    return hidden


def _rich(value: CellRichText) -> str:
    text = ""
    for run in value:
        if isinstance(run, TextBlock):
            raised = run.font is not None and run.font.vertAlign == "superscript"
            text += write_raised(text, clean(run.text)) if raised else clean(run.text)
        else:
            text += clean(str(run))
    return text


def _one_line(text: str) -> str:
    return one_line(text.replace("_x000D_", "\n"))


def _formulas(data: bytes) -> dict[str, set[str]]:
    """Addresses of formulas by sheet; the workbook is read a second time only if it has any."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [
            name for name in package.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")
        ]
        if not any(FORMULA.search(package.read(name)) for name in sheets):
            return {}
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        sheet.title: {cell.coordinate for cell in sheet._cells.values() if cell.data_type == "f"}
        for sheet in book.worksheets
    }
