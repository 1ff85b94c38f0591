"""Damaged PDFs through the reader: ``make fuzz``, or ``python tests/fuzz/run.py --count 2000 --first 0``.

Each file is read in the process that reads documents in a build, under its limits; seconds are those of the CPU, so that
it can run beside other work. A Document and a ReadError are right; a crash, a traceback, a run over the limits or a Document
that breaks its own laws is a find: its file is kept, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from suyuan.document import Document
from suyuan.reading import ReadError
from suyuan.reading.errors import ReaderFault, StoppedError
from suyuan.reading.limits import Limits
from suyuan.reading.worker import Worker

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from fuzz.mutations import mutate
from fuzz.seeds import corpus_seeds, own_seeds
from reading.documents import check_laws

RIGHT = frozenset({"document", "refused"})
SLOW = 5.0  # seconds, worth a look
BUSY = 20  # a busy machine takes so many times as long


@dataclass(frozen=True)
class Outcome:
    """What came of one file."""

    number: int
    kind: str  # document, refused; or a find: crash, time, memory, fault, lawless
    words: str
    seconds: float  # of the CPU; by the clock where the process was stopped


def outcomes(seeds: Sequence[bytes], numbers: Iterable[int], folder: Path) -> Iterator[Outcome]:
    """Read the damaged file of each number; those of finds stay in ``folder`` as NUMBER.pdf."""
    limits = Limits()
    with Worker(replace(limits, seconds=BUSY * limits.seconds, seconds_per_page=BUSY)) as worker:
        for number in numbers:
            path = folder / f"{number}.pdf"
            path.write_bytes(mutate(seeds, number))
            begun, before = time.monotonic(), _cpu(worker)
            kind, words, pages = _read(worker, path)
            used = _cpu(worker) - before
            seconds = used if used > 0 else time.monotonic() - begun
            if kind in RIGHT and used > limits.time(pages, 0):
                kind = "time"
            yield Outcome(number, kind, words, seconds)
            if kind in RIGHT:
                path.unlink()


def _cpu(worker: Worker) -> float:
    """Seconds of the CPU that the process which reads has used; 0 if there is none."""
    if worker._process is None:
        return 0.0
    times = worker._process.watched.cpu_times()
    return float(times.user + times.system)


def _read(worker: Worker, path: Path) -> tuple[str, str, int]:
    """Kind of outcome, words, and number of pages read."""
    try:
        document = worker.read(path, source_id="fuzz", edition="original", shown_path="fuzz.pdf")
    except StoppedError as error:
        return error.why, str(error), 0
    except ReadError as error:
        return "refused", error.what, 0
    except ReaderFault as error:
        return "fault", f"{error}\n{''.join(error.__notes__)}", 0
    return (*_lawful(document), len(document.pages))


def _lawful(document: Document) -> tuple[str, str]:
    try:
        check_laws(document)
    except AssertionError as error:
        return "lawless", str(error)[:300]
    return "document", ""


def main() -> int:
    """Print the outcomes by kind, and each find."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=2000, help="files to try (default: 2000)")
    parser.add_argument(
        "--first", type=int, default=0, help="number of the first; the same number is the same file"
    )
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="suyuan-fuzz-"))
    seeds = own_seeds(folder) + corpus_seeds()
    for source in folder.glob("*.typ"):
        source.unlink()
    kinds: Counter[str] = Counter()
    refusals: Counter[str] = Counter()
    for outcome in outcomes(seeds, range(options.first, options.first + options.count), folder):
        kinds[outcome.kind] += 1
        if outcome.kind == "refused":
            refusals[outcome.words] += 1
        if outcome.kind not in RIGHT or outcome.seconds > SLOW:
            print(
                f"{outcome.number}: {outcome.kind} after {outcome.seconds:.1f} s: {outcome.words}", flush=True
            )
    print(f"{sum(kinds.values())} files from {len(seeds)} seeds:", dict(sorted(kinds.items())))
    for words, count in refusals.most_common():
        print(f"  {count:5d} {words}")
    if set(kinds) <= RIGHT:
        folder.rmdir()
        return 0
    print(f"The files of the finds are in {folder}")
    return 1


if __name__ == "__main__":
    sys.exit(main())
