"""Documents read in a process of their own: the same Document, and no file that takes the others down."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
import pytest

from reading.bad_pdfs import BAD, EITHER, GOOD, INFLATING, MEGABYTE, TOO_MUCH, WORDS, locked
from suyuan.document import CharBox, Document
from suyuan.draw import draw_region, png
from suyuan.locate import SpanError, located
from suyuan.reading import ReadError, read_document, worker_process
from suyuan.reading.errors import ReaderFault, StoppedError
from suyuan.reading.limits import Limits, tell_ocr_page, tell_pages, under
from suyuan.reading.pages import PdfPages
from suyuan.reading.password import Password
from suyuan.reading.transfer import pack, unpack
from suyuan.reading.worker import Worker

ROOT = Path(__file__).resolve().parents[2]
ODD = "reading.odd_reader"  # a process whose reader does what the file says


def read(worker: Worker, path: Path, password: Password | None = None) -> Document:
    return worker.read(path, source_id="test", edition="original", password=password)


def wait_for(path: Path) -> None:
    for _ in range(2000):
        if path.exists():
            return
        time.sleep(0.01)
    raise AssertionError(f"no {path.name}")


def pid(worker: Worker) -> int:
    assert worker._process is not None
    return worker._process.popen.pid


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_read_or_refused(worker: Worker, file, name: str) -> None:
    make, words = BAD[name]
    path = file(make())
    begun = time.monotonic()
    try:
        text = read(worker, path).text
    except ReadError as error:
        assert words is not None, error
        assert words in error.what and error.todo and "\n" not in str(error)
        assert str(error).startswith(f"{path}: ")
    else:
        assert words in (None, EITHER)
        assert text.startswith(WORDS) or name == "million_characters"
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize("name", INFLATING)
def test_what_inflates_is_stopped(worker: Worker, file, name: str) -> None:
    make, words = INFLATING[name]
    path = file(make(60 * MEGABYTE))
    assert path.stat().st_size < MEGABYTE
    if words == TOO_MUCH:
        worker.close()  # in a used process it would be tried twice
    begun = time.monotonic()
    if words is None:
        assert read(worker, path).text.startswith(WORDS)
    else:
        with pytest.raises(ReadError) as error:
            read(worker, path)
        assert words in error.value.what
    assert time.monotonic() - begun < 16


def test_memory_is_watched_closely(odd: Worker, file) -> None:
    """The process never holds more than the limit; the next file is read in a new one."""
    most, done = 0, threading.Event()
    odd.limits = Limits(memory_mb=200)
    odd.start()
    first = pid(odd)
    watched = psutil.Process(first)

    def watch() -> None:
        nonlocal most
        while not done.wait(0.002):
            try:
                most = max(most, watched.memory_info().rss)
            except psutil.NoSuchProcess:
                return

    thread = threading.Thread(target=watch)
    thread.start()
    with pytest.raises(StoppedError, match="200 MB of memory") as error:
        read(odd, file(b"hog 0 0"))
    done.set()
    thread.join()
    assert error.value.why == "memory" and "limits.memory_mb" in error.value.todo
    assert 100 * MEGABYTE < most <= 200 * MEGABYTE
    assert read(odd, file(b"read 0 0")).text != str(first)


def test_time_is_limited_and_pages_lengthen_it(odd: Worker, file) -> None:
    read(odd, file(b"read 0 0"))  # started, however slow the machine is
    odd.limits = Limits(seconds=0.6, seconds_per_page=0.2, seconds_per_ocr_page=0.5)
    begun = time.monotonic()
    with pytest.raises(StoppedError, match=r"takes more than 1\.5 s") as error:
        read(odd, file(b"hang 2 1"))
    assert error.value.why == "time" and "limits.seconds" in error.value.todo
    assert 1.5 - 0.3 <= time.monotonic() - begun < 7


def test_drawing_is_under_the_same_limits(odd: Worker, file) -> None:
    read(odd, file(b"read 0 0"))
    odd.limits = Limits(seconds=0.4)
    with pytest.raises(StoppedError, match=r"drawing it takes more than 0\.4 s"):
        odd.draw(file(b"hang 0 0"), [], padding=1, scale=1)


def test_pictures_are_those_that_this_process_draws(worker: Worker, file) -> None:
    path = file(GOOD)
    rows = located(read(worker, path), 5, 9)
    with PdfPages(path) as pages:
        (drawn,) = [png(draw_region(pages, row, 12.0, 2.0)) for row in rows]
    assert worker.draw(path, rows, padding=12.0, scale=2.0) == [drawn]
    outside = [{**rows[0], "boxes": [[700.0, 10.0, 720.0, 20.0]]}]
    with pytest.raises(SpanError, match="outside page 1"):
        worker.draw(path, outside, padding=1.0, scale=2.0)
    with pytest.raises(ReadError, match=r"there is no page 9 \(1 to 1\)"):
        worker.draw(path, [{**rows[0], "page": 9}], padding=1.0, scale=2.0)
    shut = file(locked("mima75"), "b.pdf")
    with pytest.raises(ReadError, match=r"b\.pdf: the file is encrypted") as error:
        worker.draw(shut, rows, padding=1.0, scale=2.0)
    assert str(error.value).startswith(str(shut))
    assert worker.draw(shut, rows, padding=1.0, scale=1.0, password=Password(value="mima75"))


def test_limits() -> None:
    limits = Limits()
    assert (limits.time(0, 0), limits.time(10, 0), limits.time(10, 2)) == (20, 30, 70)
    assert limits.reading_time(1, 0) == 19  # two seconds for Python's start and end
    assert Limits(seconds=1).reading_time(0, 0) == 0.5
    assert 900 * MEGABYTE < limits.memory < 1024 * MEGABYTE


def test_readers_tell_how_far_they_are() -> None:
    told: list[tuple[str, int]] = []
    under(Limits(pages=3), lambda kind, number: told.append((kind, number)))
    try:
        tell_pages(3, "a.pdf")
        tell_ocr_page()
        with pytest.raises(ReadError, match="4 pages; 3 are the limit; split it"):
            tell_pages(4, "a.pdf")
    finally:
        under(None, None)
    tell_pages(4, "a.pdf")
    assert told == [("pages", 3), ("ocr", 1)]


def test_one_process_reads_all_and_the_same(worker: Worker, typeset) -> None:
    paths = [
        typeset("= 概况\n2023年共有标准75项。#footnote[注]"),
        typeset("#table(columns: 2, [甲], [1], [乙], [2])"),
    ]
    paths.append(ROOT / "raw" / "digests" / "liu2023.pdf")
    read(worker, paths[0])
    first = pid(worker)
    for path in paths:
        alone = read_document(path, source_id="test", edition="original")
        assert read(worker, path) == alone
        assert repr(read(worker, path)) == repr(alone)
    assert pid(worker) == first


def test_short_texts_need_no_process(file, monkeypatch: pytest.MonkeyPatch) -> None:
    with Worker() as worker:
        assert read(worker, file("标准75项。".encode(), "a.txt")).text == "标准75项。"
        with pytest.raises(ReadError, match="no such file"):
            read(worker, Path("none.pdf"))
        assert worker._process is None
        monkeypatch.setattr("suyuan.reading.worker.SHORT", 10)
        assert read(worker, file("标准75项。\n".encode() * 2, "b.txt")).text.startswith("标准75项。")
        assert worker._process is not None


def test_a_crash_refuses_one_file(odd: Worker, file) -> None:
    with pytest.raises(StoppedError, match="crashes the reader \\(signal SIGSEGV\\)") as error:
        read(odd, file(b"crash 0 0"))
    assert error.value.why == "crash"
    assert read(odd, file(b"read 0 0")).text == str(pid(odd))


def test_a_crash_left_by_an_earlier_file_does_not_count(worker: Worker, file) -> None:
    read(worker, file(GOOD))
    os.kill(pid(worker), signal.SIGSEGV)
    assert read(worker, file(GOOD)).text.startswith(WORDS)


def test_a_process_that_cannot_start_is_no_fault_of_the_file(file, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("suyuan.reading.worker.PROCESS", "suyuan.reading.none")
    with Worker() as worker, pytest.raises(ReaderFault, match="cannot be started") as error:
        read(worker, file(GOOD))
    assert "No module named" in "".join(error.value.__notes__)


@pytest.mark.parametrize(
    ("error", "answer"),
    [
        (KeyError("boxes"), ("fault", "KeyError", "'boxes'")),
        (MemoryError(), ("memory",)),
        (RecursionError("x"), ("refused", "a.pdf", "its parts are nested too deep to be read")),
        (ReadError("a.pdf", "what", "todo"), ("refused", "a.pdf", "what", "todo")),
    ],
)
def test_every_error_is_answered(
    monkeypatch: pytest.MonkeyPatch, error: Exception, answer: tuple[str, ...]
) -> None:
    def fail(**_: object) -> Document:
        raise error

    monkeypatch.setattr(worker_process, "read_document", fail)
    assert worker_process.answer("read", {"shown_path": "a.pdf"})[: len(answer)] == answer


@pytest.mark.parametrize(
    "boxes",
    [
        None,
        (),
        (None, CharBox(1, 0.1, 2.0, 3.5, 4.0), None, CharBox(2, 1.0, 2.0, 3.0, 4.0)),
        (CharBox(1, 0, 2.5, 3, 4),),  # whole numbers stay whole numbers
        (None, None),
    ],
)
def test_documents_travel_unchanged(boxes: tuple[CharBox | None, ...] | None) -> None:
    document = Document("a", "original", "a.pdf", "0", "pdf", "共75项", (), boxes=boxes)
    there = unpack(pack(document))
    assert there == document and repr(there) == repr(document)


AT_WORK = "import sys; import suyuan.reading.worker as w; w.PROCESS = sys.argv[1]; "
COMMAND = "from suyuan.cli import main; sys.exit(main(['read', sys.argv[2]]))"
LIBRARY = "from pathlib import Path; w.Worker().read(Path(sys.argv[2]), source_id='a', edition='text')"


@pytest.mark.parametrize(("ended", "program"), [(signal.SIGINT, COMMAND), (signal.SIGKILL, LIBRARY)])
def test_an_interrupt_ends_both_processes(file, ended: signal.Signals, program: str) -> None:
    path = file(b"hang 0 0")
    process = subprocess.Popen(
        [sys.executable, "-c", AT_WORK + program, ODD, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # Tests started in the background of a shell inherit that an interrupt is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'workflow' / 'lib'}{os.pathsep}{ROOT / 'tests'}"},
    )
    wait_for(path.with_suffix(".begun"))
    (child,) = psutil.Process(process.pid).children()
    os.killpg(process.pid, ended)
    said = process.communicate(timeout=10)
    if ended == signal.SIGINT:
        assert (process.returncode, *said) == (130, "", "suyuan: stopped\n")
    child.wait(timeout=10)
    assert not child.is_running()
