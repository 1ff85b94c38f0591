"""The process that reads documents for another one, which starts it (``suyuan.reading.worker``).

A job is (limits, arguments of read_document); at the beginning ("ready",) is told, and while one is read,
("pages", n) and ("ocr", 1) tell how far it is; the answer is one of

- ("document", bytes of suyuan.reading.transfer)
- ("refused", file, what, todo): a ReadError
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
from queue import SimpleQueue
from typing import Any

from suyuan.reading import limits
from suyuan.reading.document_file import read_document
from suyuan.reading.errors import ReadError
from suyuan.reading.limits import Limits
from suyuan.reading.transfer import pack

log = logging.getLogger(__name__)
Answer = tuple[Any, ...]
LAST_RESORT = 60  # seconds after which the system ends a process whose parent has gone without ending it


def serve(connection: Connection) -> None:
    """Answer jobs until the other side closes."""
    jobs: SimpleQueue[tuple[Limits, dict[str, Any]]] = SimpleQueue()
    connection.send(("ready",))
    threading.Thread(target=_receive, args=(connection, jobs), daemon=True).start()
    while True:
        limit, arguments = jobs.get()
        clock = _Clock(connection, limit)
        limits.under(limit, clock.tell)
        connection.send(answer(arguments))
        limits.under(None, None)
        clock.stop()


def answer(arguments: dict[str, Any]) -> Answer:
    """What came of reading one document."""
    shown = str(arguments["shown_path"])
    try:
        return ("document", pack(read_document(**arguments)))
    except ReadError as error:
        return ("refused", error.file, error.what, error.todo)
    except MemoryError:
        return ("memory",)
    except RecursionError:
        return ("refused", shown, "its parts are nested too deep to be read", "print it to a new PDF")
    except Exception as error:  # handed on, and raised there
        log.debug("%s", shown, exc_info=True)
        return ("fault", type(error).__name__, str(error), traceback.format_exc())


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


def _receive(connection: Connection, jobs: SimpleQueue[tuple[Limits, dict[str, Any]]]) -> None:
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
