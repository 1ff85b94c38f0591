"""What is in an Office file and not read, as rows of problems.csv."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from suyuan.records import Problem

DOCX: dict[str, tuple[Literal["note", "warning"], str, str]] = {
    "changes": (
        "warning",
        "{n} tracked changes; the text was read as if all were accepted",
        "accept or reject them in Word and save the file",
    ),
    "hidden": ("note", "{n} pieces of hidden text are not read", "nothing, unless they matter"),
    "objects": (
        "warning",
        "{n} embedded objects (other files, old formulas) are not read",
        "look at these places",
    ),
    "charts": ("note", "{n} charts are not read", "enter their figures by hand if they matter"),
    "pictures": (
        "note",
        "{n} pictures; text in them is not read",
        "look whether they show tables or figures",
    ),
}
XLSX: dict[str, tuple[Literal["note", "warning"], str, str]] = {
    "hidden_sheets": (
        "warning",
        "hidden sheet; it is not read",
        "show it in the workbook if it belongs to the document",
    ),
    "hidden_rows": (
        "warning",
        "{n} hidden or filtered rows are not read",
        "show them in the workbook if they belong to it",
    ),
    "hidden_columns": (
        "warning",
        "{n} hidden columns are not read",
        "show them in the workbook if they belong to it",
    ),
    "no_value": (
        "warning",
        "{n} formulas without a stored result; their cells are left empty",
        "open the workbook in Excel, WPS or LibreOffice and save it, so that the results are stored",
    ),
    "errors": ("warning", "{n} cells show an error ({where})", "mend the formulas in the workbook"),
    "comments": ("note", "{n} comments on cells are not read", "nothing, unless they matter"),
    "chart_sheet": (
        "note",
        "a sheet that is a chart is not read",
        "nothing: its figures stand in the other sheets",
    ),
    "unreadable": ("warning", "the sheet cannot be read", "open the workbook and save it again"),
}


def docx_problems(seen: Counter[str], shown: str, source_id: str) -> tuple[Problem, ...]:
    """Rows for what a Word file holds beside its text."""
    return tuple(
        Problem(
            stage="read",
            source_id=source_id,
            file=shown,
            what=what.format(n=seen[name]),
            todo=todo,
            severity=severity,
        )
        for name, (severity, what, todo) in DOCX.items()
        if seen[name]
    )


def sheet_problem(name: str, sheet: str, shown: str, source_id: str, cells: list[str]) -> Problem:
    """A row for what a sheet holds and does not give; ``cells`` are addresses, or anything that is counted."""
    severity, what, todo = XLSX[name]
    where = ", ".join(cells[:8]) + (" …" if len(cells) > 8 else "")
    return Problem(
        stage="read",
        source_id=source_id,
        file=shown,
        where=f"sheet {sheet}"
        + (f", {where}" if name in ("hidden_rows", "hidden_columns", "no_value") else ""),
        what=what.format(n=len(cells), where=where),
        todo=todo,
        severity=severity,
    )
