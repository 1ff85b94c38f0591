"""JSON lines of records between stages; a name that ends in .gz is compressed, with the same bytes for the same rows."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from suyuan.records import Record

R = TypeVar("R", bound=Record)


def write_records(path: Path, records: Iterable[Record]) -> None:
    """One record a line, in the order given; numbers exact, as ``Record.model_dump(mode="json")`` writes them."""
    write_rows(path, (record.model_dump(mode="json") for record in records))


def read_records(path: Path, kind: type[R]) -> list[R]:
    """Records of one type from a file of :func:`write_records`."""
    return [kind.model_validate(row) for row in read_rows(path)]


def write_rows(path: Path, rows: Iterable[Any]) -> None:
    """One JSON value a line, UTF-8, keys in the order given."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    if path.suffix != ".gz":
        with path.open("w", encoding="utf-8", newline="\n") as target:
            target.writelines(lines)
        return
    # no file name and no time in the header: the same rows give the same bytes
    with path.open("wb") as raw, gzip.GzipFile("", "wb", compresslevel=1, fileobj=raw, mtime=0) as target:
        for line in lines:
            target.write(line.encode())


def read_rows(path: Path) -> Iterator[Any]:
    """JSON values of a file of :func:`write_rows`, one at a time."""
    with path.open("rb") as raw, gzip.open(raw) if path.suffix == ".gz" else raw as source:
        for line in source:
            yield json.loads(line)
