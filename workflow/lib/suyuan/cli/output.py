"""Standard output as UTF-8 whatever the locale says: offsets count characters of exactly what is written."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO


class Output:
    """A UTF-8 stream without newline translation."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    @classmethod
    def to_stdout(cls) -> Output:
        """The process's standard output."""
        return cls(sys.stdout.buffer)

    def text(self, text: str) -> None:
        """Write text as it is."""
        self.stream.write(text.encode("utf-8", "surrogatepass"))

    def lines(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """One JSON object a line."""
        for row in rows:
            self.text(json.dumps(row, ensure_ascii=False) + "\n")

    def flush(self) -> None:
        self.stream.flush()

    def abandon(self) -> None:
        """Point standard output nowhere, so that Python does not complain when it closes it."""
        with contextlib.suppress(OSError, io.UnsupportedOperation):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def safe_stderr() -> None:
    """Messages hold Chinese file names; where the locale cannot print them, they are escaped and not an error."""
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")
