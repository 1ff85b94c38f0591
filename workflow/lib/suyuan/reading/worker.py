"""Documents read and drawn in a process of their own, under limits of time and memory; used again for the next document.

A file can hang the PDF library, take all memory or end the process (a fault in C code); then the process is ended and
the document refused in one line, and the next one has a new process. Why not ``multiprocessing``: its new processes run
the main module again (for a Snakemake script the whole preamble), and forked ones inherit locks and threads. Why no
``RLIMIT_AS``: docs/architecture.md has the trial.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from multiprocessing import Pipe
from pathlib import Path
from types import TracebackType
from typing import Any

from suyuan.document import Document, DocumentDates
from suyuan.locate import SpanError
from suyuan.reading.document_file import TEXT_SUFFIXES, read_document
from suyuan.reading.errors import ReaderFault, ReadError, StoppedError
from suyuan.reading.limits import Limits
from suyuan.reading.password import Password
from suyuan.reading.transfer import unpack
from suyuan.records.fact import Edition

LOOK = 0.01  # seconds between two looks at the memory
SHORT = 1_000_000  # bytes of a plain text
WORN = (
    128 * 2**20
)  # bytes; a process that holds more before a document is replaced, so that each has the same room
# The other process finds modules where this one does; -P keeps the current folder out until then.
BEGIN = (
    "import sys, json, importlib; "
    "sys.path[:] = json.loads(sys.argv[3]); "
    "importlib.import_module(sys.argv[1]).main(int(sys.argv[2]))"
)
PROCESS = "suyuan.reading.worker_process"
# glibc raises the size from which memory goes back to the system when it is freed; text recognition, whose layers come and
# go, then keeps 350 MB too much (1,008 MB against 651 on one page). Other systems do not look at it.
MEMORY = {"MALLOC_MMAP_THRESHOLD_": str(2**20)}
LAST_WORDS = 2000  # characters of what a process said before it ended
NEW_PDF = "the file is damaged or made to overload readers; print it to a new PDF if it is real"


def is_harmless(path: Path) -> bool:
    """True for a plain text of a size that takes no time, and for a file that is not there."""
    if path.suffix.lower() not in TEXT_SUFFIXES:
        return not path.is_file()
    return not path.is_file() or path.stat().st_size <= SHORT


class Worker:
    """Reads and draws documents in another process, one at a time. To be closed, or used in a ``with``.

    The process is started with the first document or by :meth:`start`.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._process: _Process | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the process, so that it is ready when it is needed."""
        if self._process is None:
            self._process = _Process()

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.end()
            self._process = None

    def read(
        self,
        path: Path,
        *,
        source_id: str,
        edition: Edition,
        dates: DocumentDates | None = None,
        title: str | None = None,
        shown_path: str | None = None,
        password: Password | None = None,
    ) -> Document:
        """The Document of a file, as ``read_document`` gives it. A short plain text is read at once, in this process.

        Raises ReadError as ``read_document`` does, StoppedError (one too) for a document over a limit or one that
        crashes the process, and ReaderFault for a fault of a reader.
        """
        arguments: dict[str, Any] = {
            "source_id": source_id,
            "edition": edition,
            "dates": dates,
            "title": title,
            "shown_path": shown_path if shown_path is not None else str(path),
            "password": password,
        }
        if is_harmless(path):
            return read_document(path, **arguments)
        return unpack(self._apart("read", {"path": path.absolute(), **arguments}))

    def draw(
        self,
        path: Path,
        rows: Sequence[Mapping[str, Any]],
        *,
        padding: float,
        scale: float,
        password: Password | None = None,
    ) -> list[bytes]:
        """A picture (PNG) of the region of each row of ``suyuan.locate.located``: see ``suyuan.draw.draw_region``.

        Raises what that does, StoppedError over a limit (a picture counts as a page), and ReaderFault.
        """
        arguments = {"path": path.absolute(), "shown_path": str(path), "rows": list(rows)}
        arguments |= {"padding": padding, "scale": scale, "password": password}
        return list(self._apart("draw", arguments))

    def _apart(self, work: str, arguments: dict[str, Any]) -> Any:
        """What the other process makes; it does it once more where an earlier job may be to blame for a stop."""
        if self._process is not None and self._process.memory() > WORN:
            self.close()
        used = self._process is not None and self._process.jobs > 0
        try:
            return self._made(work, arguments)
        except StoppedError as error:
            if error.why == "time" or not used:
                raise
            return self._made(work, arguments)  # an earlier document may have left the damage, or the memory

    def _made(self, work: str, arguments: dict[str, Any]) -> Any:
        self.start()
        assert self._process is not None
        whole = False
        try:
            answer = self._process.ask(self.limits, work, arguments)
            whole = True
        finally:
            if not whole:  # stopped, crashed or interrupted
                self.close()
        match answer:
            case ("done", made):
                return made
            case ("refused", file, what, todo):
                raise ReadError(file, what, todo)
            case ("no span", words):
                raise SpanError(words)
            case ("memory",):
                self.close()
                raise _too_much_memory(arguments["shown_path"], work, self.limits)
            case (_, kind, message, trace):
                raise ReaderFault(kind, message, trace)
        raise AssertionError(answer)


class _Process:
    """One process of ``suyuan.reading.worker_process``, and the watch over it."""

    def __init__(self) -> None:
        import psutil  # here, because plain texts do without

        self.connection, theirs = Pipe()
        self.said = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        own = [str(theirs.fileno()), json.dumps(sys.path)]
        try:
            self.popen = subprocess.Popen(
                [sys.executable, "-P", "-c", BEGIN, PROCESS, *own],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=self.said,
                pass_fds=[theirs.fileno()],
                env={**MEMORY, **os.environ},
                process_group=0,  # Ctrl-C reaches this process only, which ends the other
            )
        finally:
            theirs.close()
        self.watched = psutil.Process(self.popen.pid)
        self.jobs = 0
        self.ready = False

    def memory(self) -> int:
        """Bytes of memory in use; 0 if the process has ended."""
        return 0 if self.popen.poll() is not None else int(self.watched.memory_info().rss)

    def ask(self, limits: Limits, work: str, arguments: dict[str, Any]) -> tuple[Any, ...]:
        """The answer to a job. Raises StoppedError if it takes too long or too much, or the process ends."""
        shown = str(arguments["shown_path"])
        begun = time.monotonic()
        count = {"pages": 0, "ocr": 0}
        self.jobs += 1
        try:
            self.connection.send((limits, work, arguments))
            while True:
                if self.connection.poll(LOOK):
                    message: tuple[Any, ...] = self.connection.recv()
                    if message[0] == "ready":
                        self.ready = True
                    elif message[0] in count:
                        count[message[0]] += message[1]
                    else:
                        return message
                if self.memory() > limits.memory:
                    raise _too_much_memory(shown, work, limits)
                if time.monotonic() - begun > limits.reading_time(count["pages"], count["ocr"]):
                    raise _too_long(shown, work, limits.time(count["pages"], count["ocr"]))
        except (EOFError, ConnectionError) as error:
            raise self._crashed(shown) from error

    def end(self) -> None:
        """Kill the process, whatever it does; it has nothing to put in order."""
        self.popen.kill()
        self.popen.wait()
        self.connection.close()
        self.said.close()

    def _crashed(self, shown: str) -> StoppedError | ReaderFault:
        code = self.popen.wait(timeout=10)
        how = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        self.said.seek(0)
        last_words = self.said.read().decode(errors="replace")[-LAST_WORDS:]
        if not self.ready:
            return ReaderFault("StartError", f"the process that reads cannot be started ({how})", last_words)
        error = StoppedError(shown, f"the file crashes the reader ({how})", NEW_PDF, "crash")
        error.add_note(last_words)
        return error


def _too_long(shown: str, work: str, seconds: float) -> StoppedError:
    return StoppedError(
        shown,
        f"{work}ing it takes more than {seconds:g} s",
        "print it to a new PDF, or raise limits.seconds in config/config.yaml",
        "time",
    )


def _too_much_memory(shown: str, work: str, limits: Limits) -> StoppedError:
    return StoppedError(
        shown,
        f"{work}ing it takes more than {limits.memory_mb} MB of memory",
        "print it to a new PDF, or raise limits.memory_mb in config/config.yaml",
        "memory",
    )
