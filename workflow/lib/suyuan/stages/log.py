"""The log of a rule: what a script prints or logs goes to its file, and a failure is told in one line besides."""

from __future__ import annotations

import contextlib
import logging
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

FORMAT = "%(levelname)s %(name)s: %(message)s"  # no time: logs of equal runs are equal


@contextlib.contextmanager
def log_to(path: str | Path) -> Iterator[logging.Logger]:
    """Send standard error, warnings and log records of the block to ``path``.

    An exception is written there with its traceback, told in one line on the real standard error, and ends the
    process with exit code 1.
    """
    real = sys.stderr
    target = Path(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8") as stream, contextlib.redirect_stderr(stream):
        handler = logging.StreamHandler(stream)
        handler.setFormatter(logging.Formatter(FORMAT))
        root = logging.getLogger()
        root.addHandler(handler)
        root.setLevel(logging.INFO)
        logging.captureWarnings(True)
        try:
            yield logging.getLogger("suyuan")
        except Exception as error:
            traceback.print_exc(file=stream)
            print(f"suyuan: {error} (details: {target})", file=real)
            raise SystemExit(1) from error
        finally:
            root.removeHandler(handler)
