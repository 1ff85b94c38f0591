"""CSV tables that people write by hand or in a spreadsheet: what is wrong with one is said once, with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from suyuan.records.finding import Problem
from suyuan.suggest import nearest

SEPARATORS = {";": "semicolons", "\t": "tabs", "；": "semicolons", "，": "Chinese commas"}
Rows = list[
    tuple[int, dict[str, str]]
]  # line in the file (the header is 1), column to text without outer blanks


def read_table(
    path: Path, name: str, stage: str, columns: Sequence[str], optional: Sequence[str] = ()
) -> tuple[Rows, list[Problem]]:
    """Rows of a table whose header has all ``columns`` and may have ``optional`` ones, in any order.

    ``name`` is the file in messages.

    A byte order mark, ``\\r\\n``, empty rows and the empty columns that spreadsheets add on the right do no harm. A file
    that cannot be read, or a header that lacks a column, gives no rows and one Problem; a row with too few or too many
    fields is left out with one.
    """

    def problem(what: str, todo: str) -> Problem:
        return Problem(stage=stage, file=name, where=None, what=what, todo=todo)

    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return [], [problem("no such file", "put it back; with its header line alone it is an empty table")]
    except UnicodeDecodeError as error:
        todo = "save it as CSV UTF-8 (in a spreadsheet: Save as, CSV UTF-8)"
        return [], [problem(f"not UTF-8 at byte {error.start}", todo)]
    except OSError as error:
        return [], [problem(f"cannot be read: {error.strerror}", "put a readable CSV file in its place")]
    return parse_table(text, name, stage, columns, optional)


def parse_table(
    text: str, name: str, stage: str, columns: Sequence[str], optional: Sequence[str] = ()
) -> tuple[Rows, list[Problem]]:
    """As ``read_table``, of a text."""

    def problem(where: str | None, what: str, todo: str) -> Problem:
        return Problem(stage=stage, file=name, where=where, what=what, todo=todo)

    lines: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for cells in reader:
            lines.append((start, [cell.strip() for cell in cells]))
            start = reader.line_num + 1
    except csv.Error as error:
        todo = "close each field that begins with a quotation mark with another; write a quotation mark inside it twice"
        return [], [problem(f"line {start}", f"cannot be read as CSV: {error}", todo)]
    if not lines:
        return [], [problem(None, "is empty", f"give it the header line {','.join(columns)}")]
    lines = _without_empty_columns(lines)
    head, body = lines[0][1], lines[1:]
    wrong = _header_fault(head, columns, optional)
    problems = [problem("line 1", *wrong)] if wrong is not None else []
    if not set(columns) <= set(head) or len(set(head)) < len(head):
        return [], problems
    rows: Rows = []
    for line, cells in body:
        if not any(cells):
            continue
        if len(cells) == len(head):
            rows.append((line, dict(zip(head, cells, strict=True))))
        else:
            what = f"the number of fields is {len(cells)}, that of the header line {len(head)}"
            todo = "put a field that holds a comma in double quotes, and give each column its comma"
            problems.append(problem(f"line {line}", what, todo))
    return rows, problems


def _without_empty_columns(lines: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The lines without columns on the right that have no name; a row keeps what it has in them."""
    width = len(lines[0][1])
    while width and not lines[0][1][width - 1]:
        width -= 1
    return [(line, cells[:width] if not any(cells[width:]) else cells) for line, cells in lines]


def _header_fault(
    head: Sequence[str], columns: Sequence[str], optional: Sequence[str]
) -> tuple[str, str] | None:
    """What is wrong with a header line, and what to do; None where it is right."""
    missing = [column for column in columns if column not in head]
    unknown = [column for column in dict.fromkeys(head) if column not in {*columns, *optional}]
    twice = [column for column in dict.fromkeys(head) if head.count(column) > 1]
    wanted = f"the header line is {','.join(dict.fromkeys([*columns, *optional]))}"
    if not {cell.casefold() for cell in head} & set(columns):
        sign = next((sign for sign in SEPARATORS if sign in head[0]), None)
        if len(head) == 1 and sign is not None:
            return (
                f"the columns are separated by {SEPARATORS[sign]}, not by commas",
                "save it as CSV with commas",
            )
        return "the first line is no header line", wanted
    parts = [f"unknown column {column!r}{_hint(column, missing)}" for column in unknown]
    parts += [f"column {column!r} stands twice" for column in twice]
    parts += [f"column {column!r} is missing" for column in missing]
    return ("; ".join(parts), wanted) if parts else None


def _hint(column: str, missing: Sequence[str]) -> str:
    near = nearest(column, missing)
    return f", perhaps {near!r}" if near else ""
