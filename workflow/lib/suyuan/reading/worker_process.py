"""The process that reads and draws documents for another one, which starts it (``suyuan.reading.worker``).

A job is (limits, "read", arguments of read_document) or (limits, "draw", arguments of draw_rows); at the beginning ("ready",) is
told, and while one is done, ("pages", n) and ("ocr", 1) tell how far it is; the answer is one of

- ("done", bytes of suyuan.reading.transfer, or the list of pictures)
- ("refused", file, what, todo): a ReadError
- ("no span", words): a SpanError
- ("memory",): Python ran out of memory
- ("fault", type, message, traceback): a fault of a reader
"""

from __future__ import annotations

import logging
import os
import signal
import threading
import traceback
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from suyuan.locate import SpanError
from suyuan.reading import limits
from suyuan.reading.document_file import read_document
from suyuan.reading.errors import ReadError
from suyuan.reading.limits import Limits
from suyuan.reading.password import Password
from suyuan.reading.transfer import pack

log = logging.getLogger(__name__)
Answer = tuple[Any, ...]
Job = tuple[Limits, str, dict[str, Any]]
LAST_RESORT = 60  # seconds after which the system ends a process whose parent has gone without ending it


def serve(connection: Connection) -> None:
    """Answer jobs until the other side closes."""
    jobs: SimpleQueue[Job] = SimpleQueue()
    connection.send(("ready",))
    threading.Thread(target=_receive, args=(connection, jobs), daemon=True).start()
    while True:
        limit, work, arguments = jobs.get()
        clock = _Clock(connection, limit)
        limits.under(limit, clock.tell)
        connection.send(answer(work, arguments))
        limits.under(None, None)
        clock.stop()


def answer(work: str, arguments: dict[str, Any]) -> Answer:
    """What came of reading or drawing one document."""
    shown = str(arguments["shown_path"])
    try:
        return ("done", draw(**arguments) if work == "draw" else pack(read_document(**arguments)))
    except ReadError as error:
        return ("refused", error.file, error.what, error.todo)
    except SpanError as error:
        return ("no span", str(error))
    except MemoryError:
        return ("memory",)
    except RecursionError:
        return ("refused", shown, "its parts are nested too deep to be read", "print it to a new PDF")
    except Exception as error:  # handed on, and raised there
        log.debug("%s", shown, exc_info=True)
        return ("fault", type(error).__name__, str(error), traceback.format_exc())


def draw(
    path: Path,
    shown_path: str,
    rows: list[dict[str, Any]],
    padding: float,
    scale: float,
    password: Password | None,
) -> list[bytes]:
    """PNG files of the regions of rows of ``suyuan.locate.located``; errors of ``suyuan.draw.draw_region``."""
    from suyuan.draw import draw_region, png  # with what draws
    from suyuan.reading.pages import PdfPages

    limits.tell_pictures(len(rows))
    with PdfPages(path, password, shown_path) as pages:
        return [png(draw_region(pages, row, padding, scale)) for row in rows]


class _Clock:
    """Tells the other side how far the reading is, and sets the system's own alarm in case nobody listens any more."""

    def __init__(self, connection: Connection, limit: Limits) -> None:
        self.connection, self.limit = connection, limit
        self.count = {"pages": 0, "ocr": 0}
        self._set()

    def tell(self, kind: str, number: int) -> None:
        self.count[kind] += number
        self._set()
        self.connection.send((kind, number))

    def _set(self) -> None:
        signal.alarm(int(self.limit.time(self.count["pages"], self.count["ocr"])) + LAST_RESORT)

    def stop(self) -> None:
        signal.alarm(0)


def _receive(connection: Connection, jobs: SimpleQueue[Job]) -> None:
    """Pass jobs on; end the process, even in the middle of a job, when the other side has gone."""
    try:
        while True:
            jobs.put(connection.recv())
    except (EOFError, OSError):
        os._exit(0)


def main(descriptor: int) -> None:
    """Serve the inherited socket of this number."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the other side is interrupted, and ends this one
    logging.lastResort = None  # what libraries remark about files is no message of ours
    serve(Connection(descriptor))
