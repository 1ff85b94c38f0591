"""How well the cells of a table are read, told from hashes of the true cells.

The cells of some real tables were checked by eye, page against picture. Those pages may not be passed on, so the repository
holds of each cell only a hash of two bytes of its text, its row and its column: many thousand texts have the same one.

F1 is told of the cells that hold text. The rows of the table that was read are aligned with the true rows, in order, then its
columns with the true columns, so that most cells agree; a cell is right if the same text stands at the same row and column.
Precision is the share of the cells read that are right, recall that of the true cells; an empty cell counts for nothing
by itself, but the text beside it must stand in the right column.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

TABLES = Path(__file__).resolve().parents[1] / "data" / "tables"
SALT = b"suyuan tables"
MINUS = str.maketrans({"−": "-", "–": "-", "‐": "-", "‑": "-", "⁃": "-", "－": "-"})

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class TrueTable:
    """A table of a file of the shared corpus; ``pages`` count from 1; a cell is "" or four hexadecimal digits."""

    name: str
    file: str
    pages: tuple[int, ...]
    kind: str
    cells: tuple[tuple[str, ...], ...]

    @property
    def filled(self) -> int:
        return sum(bool(cell) for row in self.cells for cell in row)


@dataclass(frozen=True, slots=True)
class Score:
    """Cells that are right, read and true."""

    right: int
    read: int
    true: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.read + self.true) if self.read + self.true else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.read + other.read, self.true + other.true)


def plain_cell(text: str) -> str:
    """Text of a cell in its usual forms, without blanks, with one kind of minus."""
    return "".join(unicodedata.normalize("NFKC", text.translate(MINUS)).split()).translate(MINUS)


def hash_cell(text: str, row: int, column: int) -> str:
    """Four hexadecimal digits for a cell; "" for one without text."""
    held = plain_cell(text)
    if not held:
        return ""
    key = f"{row}\t{column}\t{held}".encode()
    return hashlib.blake2b(key, digest_size=2, key=SALT).hexdigest()


def true_table(name: str, file: str, pages: Sequence[int], kind: str, rows: Rows) -> TrueTable:
    """The table of its true cells."""
    cells = tuple(tuple(hash_cell(text, i, j) for j, text in enumerate(row)) for i, row in enumerate(rows))
    return TrueTable(name, file, tuple(pages), kind, cells)


def load_tables(folder: Path = TABLES) -> list[TrueTable]:
    """The tables that were checked by eye."""
    tables = []
    for path in sorted(folder.glob("*.json")):
        held = json.loads(path.read_text(encoding="utf-8"))
        cells = tuple(tuple(row.split(" ")) for row in held["cells"])
        cells = tuple(tuple("" if cell == "-" else cell for cell in row) for row in cells)
        tables.append(TrueTable(path.stem, held["file"], tuple(held["pages"]), held["kind"], cells))
    return tables


def dump_table(table: TrueTable) -> str:
    """JSON of a table, as :func:`load_tables` takes it."""
    rows = [" ".join(cell or "-" for cell in row) for row in table.cells]
    held = {"file": table.file, "pages": list(table.pages), "kind": table.kind, "cells": rows}
    return json.dumps(held, indent=1, ensure_ascii=False) + "\n"


def score(table: TrueTable, rows: Rows) -> Score:
    """How many cells of ``rows`` are right."""
    rows = [row for row in rows if any(plain_cell(cell) for cell in row)]
    read = sum(bool(plain_cell(cell)) for row in rows for cell in row)
    if not rows or not table.cells:
        return Score(0, read, table.filled)
    height, width = len(table.cells), max(map(len, table.cells))
    known: dict[str, set[tuple[int, int]]] = {}
    for text in {plain_cell(cell) for row in rows for cell in row} - {""}:
        known[text] = {
            (i, j)
            for i, row in enumerate(table.cells)
            for j, cell in enumerate(row)
            if cell and hash_cell(text, i, j) == cell
        }
    places = [[known.get(plain_cell(cell), set()) for cell in row] for row in rows]
    columns: dict[int, int] | None = None
    best = 0
    for _ in range(3):
        held = columns

        def row_agrees(i: int, k: int, held: dict[int, int] | None = held) -> int:
            if held is None:
                return len({j for cell in places[k] for a, j in cell if a == i})
            return sum((i, held[m]) in cell for m, cell in enumerate(places[k]) if m in held)

        pairs = _align(height, len(rows), row_agrees)

        def column_agrees(j: int, m: int, pairs: Sequence[tuple[int, int]] = pairs) -> int:
            return sum(m < len(places[k]) and (i, j) in places[k][m] for i, k in pairs)

        joined = _align(width, max(map(len, rows)), column_agrees)
        columns = {m: j for j, m in joined}
        best = max(best, sum(column_agrees(j, m) for j, m in joined))
    return Score(best, read, table.filled)


def _align(true: int, read: int, agrees: Callable[[int, int], int]) -> list[tuple[int, int]]:
    """Pairs (true, read) in order of both, with the most agreement."""
    weight = [[agrees(i, k) for k in range(read)] for i in range(true)]
    most = [[0] * (read + 1) for _ in range(true + 1)]
    for i in range(true - 1, -1, -1):
        for k in range(read - 1, -1, -1):
            most[i][k] = max(most[i + 1][k], most[i][k + 1], weight[i][k] + most[i + 1][k + 1])
    pairs = []
    i = k = 0
    while i < true and k < read:
        if weight[i][k] and most[i][k] == weight[i][k] + most[i + 1][k + 1]:
            pairs.append((i, k))
            i, k = i + 1, k + 1
        elif most[i][k] == most[i + 1][k]:
            i += 1
        else:
            k += 1
    return pairs
