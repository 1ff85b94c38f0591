"""CSV files with the same bytes on every Python: UTF-8, comma, ``\\n``, quotes only where they are needed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

NEEDS_QUOTES = frozenset('",\n\r')


class TableError(ValueError):
    """A table cannot be read; the text names the file, what is wrong and what to do."""


def write_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str | None]]) -> None:
    """Write a head line and rows in the order given; None is an empty cell. The folder is made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(csv_line(columns))
        for row in rows:
            stream.write(csv_line(row))


def read_rows(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """Rows as column to text. Raises TableError for a file that is missing or has other columns."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            head = next(reader, [])
            if head != list(columns):
                raise TableError(
                    f"{path.name}: {_difference(head, columns)}; build it again with this version of Suyuan"
                )
            rows = [(reader.line_num, row) for row in reader]
    except FileNotFoundError:
        raise TableError(f"{path.name}: no such file; build it with snakemake") from None
    except (csv.Error, UnicodeDecodeError) as error:
        raise TableError(f"{path.name}: cannot be read as CSV: {error}; build it again") from None
    for line, row in rows:
        if len(row) != len(columns):
            raise TableError(
                f"{path.name}: line {line} has {len(row)} fields, {len(columns)} are expected; build it again"
            )
    return [dict(zip(columns, row, strict=True)) for _, row in rows]


def _difference(head: Sequence[str], columns: Sequence[str]) -> str:
    missing = [name for name in columns if name not in head]
    unknown = [name for name in head if name not in columns]
    parts = [f"column {name} is missing" for name in missing] + [f"unknown column {name}" for name in unknown]
    return "; ".join(parts) or "its columns stand in another order"


def csv_line(cells: Sequence[str | None]) -> str:
    """One line of a CSV file with its ``\\n``; None is an empty cell."""
    return ",".join(_cell(cell) for cell in cells) + "\n"


def _cell(text: str | None) -> str:
    if text is None:
        return ""
    if NEEDS_QUOTES.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'


def joined(items: Iterable[str]) -> str | None:
    """Several texts in one cell: ``a;b``, with ``\\;`` for a semicolon inside; None for none."""
    return ";".join(item.replace("\\", "\\\\").replace(";", "\\;") for item in items) or None


def parted(cell: str) -> tuple[str, ...]:
    """Inverse of :func:`joined`."""
    return tuple(_unescaped(part) for part in _split(cell, ";")) if cell else ()


def joined_pairs(pairs: Mapping[str, str]) -> str | None:
    """A mapping in one cell, ``name=value;name=value`` by name; ``\\=`` for an equals sign inside a name."""
    return ";".join(f"{_escaped(name)}={_escaped(value)}" for name, value in sorted(pairs.items())) or None


def parted_pairs(cell: str) -> dict[str, str]:
    """Inverse of :func:`joined_pairs`. Raises ValueError for a part without an equals sign."""
    pairs: dict[str, str] = {}
    for part in _split(cell, ";") if cell else ():
        name, *value = _split(part, "=")
        if len(value) != 1:
            raise ValueError(f"{part!r} is not name=value")
        pairs[_unescaped(name)] = _unescaped(value[0])
    return pairs


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(";", "\\;").replace("=", "\\=")


def _split(text: str, separator: str) -> list[str]:
    """Parts between separators that no backslash escapes; escapes stay in the parts."""
    parts, current, escaped = [], "", False
    for char in text:
        if char == separator and not escaped:
            parts.append(current)
            current = ""
            continue
        current += char
        escaped = char == "\\" and not escaped
    return [*parts, current]


def _unescaped(text: str) -> str:
    out, escaped = "", False
    for char in text:
        if char == "\\" and not escaped:
            escaped = True
            continue
        out += char
        escaped = False
    return out
