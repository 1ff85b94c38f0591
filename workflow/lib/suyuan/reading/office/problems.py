"""What is in an Office file and not read, as rows of problems.csv."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from typing import Any, Literal

from lxml import etree

from suyuan.records import Problem

DRAWING = re.compile(r"xl/drawings/drawing\d+\.xml")
DOCX: dict[str, tuple[Literal["note", "warning"], str, str]] = {
    "changes": (
        "warning",
        "{n} tracked changes; the text was read as if all were accepted",
        "accept or reject them in Word and save the file",
    ),
    "hidden": ("note", "{n} pieces of hidden text are not read", "nothing, unless they matter"),
    "struck": (
        "warning",
        "{n} pieces of struck-out text are read like the rest",
        "delete them in Word if they do not hold, and save the file",
    ),
    "comments": ("note", "{n} comments are not read", "nothing, unless they matter"),
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
    "text_boxes": (
        "warning",
        "{n} text boxes on its sheets are not read",
        "copy their text into cells if it matters",
    ),
    "charts": ("note", "{n} charts are not read", "nothing: their figures stand in cells"),
    "pictures": (
        "note",
        "{n} pictures; text in them is not read",
        "look whether they show tables or figures",
    ),
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


def drawn_problems(data: bytes, shown: str, source_id: str) -> list[Problem]:
    """Rows for what is drawn over the sheets of a workbook: text boxes, charts, pictures; openpyxl drops them."""
    seen: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if DRAWING.fullmatch(name):
                root = etree.fromstring(
                    package.read(name), etree.XMLParser(recover=True, resolve_entities=False)
                )
                if root is None:
                    continue
                seen["text_boxes"] += sum(_has_text(box) for box in root.iter("{*}txBody"))
                seen["charts"] += sum(
                    1 for _ in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}chart")
                )
                seen["pictures"] += sum(1 for _ in root.iter("{*}pic"))
    return [
        Problem(
            stage="read",
            source_id=source_id,
            file=shown,
            what=XLSX[name][1].format(n=seen[name]),
            todo=XLSX[name][2],
            severity=XLSX[name][0],
        )
        for name in ("text_boxes", "charts", "pictures")
        if seen[name]
    ]


def _has_text(box: Any) -> bool:
    return any((text.text or "").strip() for text in box.iter("{*}t"))
