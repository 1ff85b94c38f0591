"""A file as a command reads it, without any project."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from suyuan.cli.errors import UserError
from suyuan.document import Document
from suyuan.locate import SpanError
from suyuan.reading import ReadError
from suyuan.reading.errors import fault_words
from suyuan.reading.password import Password, file_password, source_password
from suyuan.reading.worker import Worker

T = TypeVar("T")


def read_file(file: Path, reader: Worker, password: str | None = None) -> Document:
    """The document in ``file``, without any card. UserError where it cannot be read."""
    key = file_password(os.environ, password)
    return guarded(
        file, "reader", lambda: reader.read(file, source_id=file.stem, edition="original", password=key)
    )


def draw_rows(
    file: Path,
    rows: list[dict[str, Any]],
    reader: Worker,
    padding: float,
    scale: float,
    password: str | None = None,
) -> list[bytes]:
    """PNG files of the regions of rows of ``suyuan.locate.located``. SpanError; UserError where it cannot be drawn."""
    key = file_password(os.environ, password)
    return guarded(
        file, "drawing", lambda: reader.draw(file, rows, padding=padding, scale=scale, password=key)
    )


def password_of(given: str | None, source_id: str) -> Password:
    """The password of the command line, else of the source, else of any single file."""
    own = source_password(source_id, os.environ)
    single = file_password(os.environ, given)
    return single if given is not None or (own.value is None and single.value is not None) else own


def guarded(file: Path, part: str, work: Callable[[], T]) -> T:
    """Result of ``work`` on ``file``; whatever goes wrong is told in one line that names the file."""
    try:
        return work()
    except ReadError as error:
        raise UserError(str(error)) from error
    except SpanError:
        raise
    except Exception as error:  # a fault of ours, brought on by this file
        what = f"the {part} failed ({fault_words(error)})"
        raise UserError(f"{file}: {what}; please report it with the file") from error
