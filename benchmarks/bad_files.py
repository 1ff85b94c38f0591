"""Bad PDFs under the limits of a build: what comes of each, in which time, and the most memory.

    python benchmarks/bad_files.py [FILE.pdf …]

Without files: those of tests/reading/bad_pdfs.py, what inflates to 500 MB. Each is read in a new process with the default
limits; the seconds include its start.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil

from suyuan.reading import ReadError
from suyuan.reading.worker import Worker

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from reading.bad_pdfs import BAD, INFLATING, MEGABYTE


def made(folder: Path) -> Iterator[Path]:
    """The bad files of the tests, one at a time."""
    for name, (make, _) in BAD.items():
        path = folder / f"{name}.pdf"
        path.write_bytes(make())
        yield path
    for name, (inflate, _) in INFLATING.items():
        path = folder / f"{name}.pdf"
        path.write_bytes(inflate(500 * MEGABYTE))
        yield path


def read(path: Path) -> tuple[str, float, int]:
    """What came of it, seconds, and bytes of memory at most."""
    most, done = 0, threading.Event()
    begun = time.monotonic()
    with Worker() as worker:
        worker.start()
        watched = psutil.Process(worker._process.popen.pid)

        def watch() -> None:
            nonlocal most
            while not done.wait(0.003):
                try:
                    most = max(most, watched.memory_info().rss)
                except psutil.NoSuchProcess:
                    return

        thread = threading.Thread(target=watch)
        thread.start()
        try:
            document = worker.read(path, source_id="benchmark", edition="original")
            words = f"read: {len(document.pages)} pages, {len(document.text)} characters"
        except ReadError as error:
            words = error.what
        done.set()
        thread.join()
    return words, time.monotonic() - begun, most


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for path in options.files or made(Path(folder)):
            words, seconds, most = read(path)
            print(f"{path.name:34s} {seconds:5.1f} s {most // MEGABYTE:5d} MB  {words}", flush=True)


if __name__ == "__main__":
    main()
