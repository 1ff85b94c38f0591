"""Cells of tables: F1 of ours beside pdfplumber's.

    python benchmarks/tables.py FOLDER [--write]
    python benchmarks/tables.py FOLDER --record NAME FILE PAGES KIND CELLS

FOLDER holds the files named in tests/data/tables, which may not be passed on; of their cells, checked by eye, hashes are kept
there (tests/reading/table_cells.py says how, and what F1 means). Prints the table of docs/evaluation.md; --write brings it
up to date. --record hashes a table: PAGES are numbers with commas, CELLS is a text file with a row a line, TAB between cells.

Of ours the one table counts that agrees best, so a table in pieces loses. pdfplumber reads page by page: the best table of
each page counts, one after the other, once by its default settings (drawn lines) and once by its text strategy.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pdfplumber

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT / "tests")  # not this folder, whose reading.py would stand in the way

from reading.table_cells import (  # noqa: E402 - tests/ is no package
    TABLES,
    Score,
    TrueTable,
    dump_table,
    load_tables,
    score,
    true_table,
)
from suyuan.cli.rows import table_rows  # noqa: E402
from suyuan.document import Document  # noqa: E402
from suyuan.markers import renew  # noqa: E402
from suyuan.reading import read_document  # noqa: E402

EVALUATION = ROOT / "docs" / "evaluation.md"
TEXT = {"vertical_strategy": "text", "horizontal_strategy": "text"}

Rows = list[list[str]]


def by_suyuan(path: Path, table: TrueTable, documents: dict[Path, Document]) -> Rows:
    """The table of our reading that agrees best."""
    if path not in documents:
        documents[path] = read_document(path, source_id="benchmark", edition="original")
    tables = [t["rows"] for t in table_rows(documents[path]) if set(t["pages"]) & set(table.pages)]
    return best(table, tables)


def by_pdfplumber(path: Path, table: TrueTable, settings: dict[str, str] | None) -> Rows:
    """The tables of each page that agree best, one after the other."""
    rows: Rows = []
    with pdfplumber.open(path) as pdf:
        for page in table.pages:
            found = pdf.pages[page - 1].extract_tables(settings or {})
            rows += best(table, [[[cell or "" for cell in row] for row in rows] for rows in found])
    return rows


def best(table: TrueTable, candidates: Iterable[Rows]) -> Rows:
    return max(candidates, key=lambda rows: (score(table, rows).f1, -len(rows)), default=[])


def report(tables: list[TrueTable], folder: Path) -> str:
    """Markdown: a row a table, then all pooled."""
    documents: dict[Path, Document] = {}
    readers: dict[str, Callable[[Path, TrueTable], Rows]] = {
        "Suyuan": lambda path, table: by_suyuan(path, table, documents),
        "pdfplumber, lines": lambda path, table: by_pdfplumber(path, table, None),
        "pdfplumber, text": lambda path, table: by_pdfplumber(path, table, TEXT),
    }
    lines = [
        f"| table | kind | cells | {' | '.join(readers)} |",
        "|---" * (3 + len(readers)) + "|",
    ]
    pooled = {name: Score(0, 0, 0) for name in readers}
    for table in tables:
        path = folder / table.file
        found = {name: score(table, reader(path, table)) for name, reader in readers.items()}
        for name, one in found.items():
            pooled[name] += one
        pages = "–".join(str(page) for page in sorted({table.pages[0], table.pages[-1]}))
        shown = " | ".join(f"{one.f1:.3f}" for one in found.values())
        lines.append(f"| {path.stem}, page {pages} | {table.kind} | {table.filled} | {shown} |")
    shown = " | ".join(f"{one.f1:.3f}" for one in pooled.values())
    lines.append(f"| all, pooled | | {sum(table.filled for table in tables)} | {shown} |")
    return "\n".join(lines)


def record(folder: Path, name: str, file: str, pages: str, kind: str, cells: Path) -> None:
    """Hash a table into tests/data/tables. Raises ValueError if the file is not there or the rows are not equally long."""
    if not (folder / file).is_file():
        raise ValueError(f"{folder}: there is no file {file}")
    rows = [line.split("\t") for line in cells.read_text(encoding="utf-8").splitlines()]
    if len({len(row) for row in rows}) != 1:
        raise ValueError(f"{cells}: the rows are not equally long; put a TAB for each empty cell")
    table = true_table(name, file, [int(page) for page in pages.split(",")], kind, rows)
    (TABLES / f"{name}.json").write_text(dump_table(table), encoding="utf-8", newline="")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="folder of the PDF files")
    parser.add_argument("--write", action="store_true", help="bring docs/evaluation.md up to date")
    parser.add_argument("--record", nargs=5, metavar=("NAME", "FILE", "PAGES", "KIND", "CELLS"))
    options = parser.parse_args()
    if options.record:
        name, file, pages, kind, cells = options.record
        record(options.folder, name, file, pages, kind, Path(cells))
        return 0
    found = report(load_tables(), options.folder)
    print(found)
    if renew(EVALUATION, {"tables": found}, write=options.write):
        print("the table in docs/evaluation.md is not this one: run with --write")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
