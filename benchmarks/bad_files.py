"""Bad PDFs through the command line and through the reading stage of a build: what comes of each, time and memory.

    python benchmarks/bad_files.py [FILE.pdf …] [--write]

The files given, those that the tests make (tests/reading/bad_pdfs.py; what inflates: to 500 MB) and some larger ones. Each is
read by ``suyuan read`` with the default limits: the seconds are those of the whole command (of the CPU, and by the clock), the
memory is the most that its process which reads held. Then all are built as one shard. Wanted of each: it is read (exit
code 0), or within 20 s plus 1 s a page and 1,024 MB it has one line on standard error, exit code 2 and a row in problems.csv.
The exit code of the benchmark is 1 where a file breaks this.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from suyuan.markers import renew
from suyuan.reading.limits import Limits
from suyuan.reading.password import PREFIX, variable
from suyuan.sources import Card, Entry, Register
from suyuan.stages.documents import read_documents
from suyuan.stages.read import run

ROOT = Path(__file__).resolve().parents[1]
EVALUATION = ROOT / "docs" / "evaluation.md"
sys.path[0] = str(ROOT / "tests")  # not this folder, whose reading.py would stand in the way

from reading.bad_pdfs import (  # noqa: E402 - tests/ is no package
    BAD,
    GOOD,
    INFLATING,
    MEGABYTE,
    full_pages,
    many_pages,
)

LIMITS = Limits()
PASSWORDS = {"bad_encrypted_user_aes256": "biaozhun", "locked": "mima"}
OPENED = "_opened"  # ends the name of a file that is read with its password in the environment
LARGE = {"pages_2000": lambda: many_pages(2000), "pages_2000_full": lambda: full_pages(2000)}
KNOWN = {"pages-2000-full": 2000}  # pages of files that are stopped in the middle


@dataclass(frozen=True)
class Outcome:
    """What came of one file on the command line."""

    name: str
    code: int
    cpu: float  # seconds
    seconds: float  # by the clock
    memory: int  # bytes
    output: int  # characters
    message: str

    def keeps_rule(self, pages: int) -> bool:
        in_time = self.seconds <= LIMITS.time(pages, 0) and self.memory <= LIMITS.memory_mb * MEGABYTE
        return in_time and (self.code == 0 or (self.code == 2 and self.message.count("\n") == 1))


def files(given: Sequence[Path], folder: Path) -> Iterator[Path]:
    """The files, one at a time in ``folder``; those that a password opens a second time."""
    for path in given:
        yield from _with_password(path.read_bytes(), path.stem, folder)
    for name, (make, _) in BAD.items():
        yield from _with_password(make(), name, folder)
    for name, (inflate, _) in INFLATING.items():
        yield from _with_password(inflate(500 * MEGABYTE), f"inflating_{name}", folder)
    for name, whole in LARGE.items():
        yield from _with_password(whole(), name, folder)
    yield from _with_password(GOOD, "good", folder)


def _with_password(data: bytes, name: str, folder: Path) -> Iterator[Path]:
    for stem in (name, name + OPENED) if name in PASSWORDS else (name,):
        path = folder / f"{stem.replace('_', '-')}.pdf"
        path.write_bytes(data)
        yield path


def password_of(path: Path) -> str | None:
    """The password for a file that is to be opened."""
    name = path.stem.replace("-", "_")
    return PASSWORDS[name.removesuffix(OPENED)] if name.endswith(OPENED) else None


def on_the_command_line(path: Path) -> Outcome:
    """``suyuan read FILE``."""
    variables = {"PYTHONPATH": str(ROOT / "workflow" / "lib")}
    if (password := password_of(path)) is not None:
        variables[PREFIX] = password
    begun, before, most = time.monotonic(), _cpu(), 0
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "suyuan", "read", str(path)],
            stdout=out,
            stderr=said,
            env={**os.environ, **variables},
        )
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            with contextlib.suppress(psutil.NoSuchProcess):
                most = max([most, *(child.memory_info().rss for child in watched.children())])
            time.sleep(0.01)
        seconds = time.monotonic() - begun
        out.seek(0)
        said.seek(0)
        output, message = out.read().decode(), said.read().decode()
    shown = message.replace(str(path), path.name)
    return Outcome(path.stem, process.returncode, _cpu() - before, seconds, most, len(output), shown)


def _cpu() -> float:
    """Seconds of the CPU of all commands that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def in_a_build(paths: Sequence[Path], folder: Path) -> tuple[dict[str, str], dict[str, int]]:
    """By source of one shard with all files: what its row of problems.csv says, and the pages of those that are read."""
    card = {"title": {"zh": "标题"}, "publisher": "局", "dates": {}, "language": "zh"}
    edition = {"edition": "original", "obtained": "made"}
    cards, entries = {}, []
    for path in paths:
        name = path.stem
        card_of = {
            "id": name,
            **card,
            "editions": [{**edition, "file": f"raw/originals/{path.name}"}],
        }
        cards[name] = Card.model_validate(card_of)
        entries.append(
            Entry(source_id=name, edition="original", file=path.name, in_git=False, sha256="0" * 64)
        )
        if (password := password_of(path)) is not None:
            os.environ[variable(name)] = password
    shard, documents, problems = folder / "shard.json", folder / "documents.jsonl", folder / "problems.csv"
    shard.write_text(Register(folder, folder, cards, tuple(entries)).to_json(), encoding="utf-8")
    run(shard, folder, folder, documents, problems, LIMITS)
    with problems.open(encoding="utf-8", newline="") as source:
        rows = {row["source_id"]: row["what"] for row in csv.DictReader(source) if row["severity"] == "error"}
    return rows, {document.source_id: len(document.pages) for document in read_documents(documents)}


def table(outcomes: Sequence[Outcome], rows: dict[str, str], pages: dict[str, int]) -> tuple[str, int]:
    """The table, and how many files break the rule."""
    lines = [
        "| file | what comes of it | exit code | CPU s | clock s | MB | row |",
        "|---|---|---|---|---|---|---|",
    ]
    broken = 0
    for one in outcomes:
        read = one.name in pages
        kept = (
            one.keeps_rule(pages.get(one.name, KNOWN.get(one.name, 0)))
            and read == (one.code == 0)
            and (read or one.name in rows)
        )
        broken += not kept
        told = f"read: pages {pages.get(one.name)}, characters {one.output:,}" if read else _told(one)
        row = "yes" if one.name in rows else "–"
        seconds = [f"{one.cpu:.1f}", f"{one.seconds:.1f}"]
        cells = [one.name, told, str(one.code), *seconds, str(one.memory // MEGABYTE), row]
        lines.append(f"| {' | '.join(cells)} |" + ("" if kept else " <- breaks the rule"))
    return "\n".join(lines), broken


def _told(one: Outcome) -> str:
    return one.message.strip().removeprefix("suyuan: ").removeprefix(f"{one.name}.pdf: ")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE.pdf")
    parser.add_argument("--write", action="store_true", help="bring docs/evaluation.md up to date")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        outcomes, paths = [], []
        for path in files(options.files, folder):
            outcomes.append(on_the_command_line(path))
            print(f"{outcomes[-1].seconds:6.1f} s {path.stem}", file=sys.stderr)
            paths.append(path)
        begun = time.monotonic()
        rows, pages = in_a_build(paths, folder)
        spent = time.monotonic() - begun
    found, broken = table(outcomes, rows, pages)
    end = f"All {len(paths)} in one build: {spent:.0f} s, {len(pages)} read, {len(rows)} with an error in problems.csv."
    print(f"{found}\n\n{end}")
    if options.write:
        renew(EVALUATION, {"bad files": f"{found}\n\n{end}"}, write=True)
    print(f"{broken} break the rule", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
