"""Speed and memory of reading PDFs: pages per CPU-second of our whole reading beside other readers, file by file.

    python benchmarks/reading.py FOLDER [--runs 3] [--files d03 d16 …] [--readers pdfplumber …] [--write]

Every reader reads every file in a process of its own, in turn (A B C A B C …), ``--runs`` times; what is compared is the
median of the CPU-seconds of the process (user and system), so that other work on the machine hardly matters. The clock starts
after the imports and one page of another file, at which each reader loads its tables. Our reader does all it does for
``suyuan read``: order, paragraphs, headings, notes, tables, a box for every character. pdfplumber is asked for
``extract_text()`` and ``extract_tables()`` of each page and lets go of it (``close()``); the others for plain text. Readers
that are not installed are left out, and named.

A page counts as one with rules if what is drawn on it encloses a cell: pdfplumber's table finder, which goes by the edges of
lines, rectangles and curves, gives a table. A rule under a running head, or a frame that is not closed, makes none. pdfplumber's
time is taken page by page (what opening the file takes is divided evenly). Our reader reads a document, not a page: for the
pooled figures it reads a file that has pages of both kinds once more as two files (divided by pdfium), one of each kind.

Files that are named bad_* are left out, and files of which a reader gets no text. Prints the tables of docs/evaluation.md;
``--write`` brings them up to date.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from suyuan.markers import renew

ROOT = Path(__file__).resolve().parents[1]
EVALUATION = ROOT / "docs" / "evaluation.md"
BLOCK = "reading speed"
OURS, PLUMBER = "Suyuan", "pdfplumber"

MEASURE = """
import json, resource, subprocess, sys, time
from pathlib import Path
path, first = sys.argv[1:]
rules, seconds = [], []  # of each page, where the reader goes page by page
{reader}
read(first)
def clock():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
begun = clock()
read(path)
used = clock() - begun
status = Path("/proc/self/status")
if status.exists():  # Linux, whose ru_maxrss of a new process begins with that of the one that started it
    peak = int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)
print(json.dumps(dict(cpu=used, peak=peak, rules=rules, seconds=seconds)))
"""
READERS = {
    OURS: """
import suyuan.reading.pdf.reader
from suyuan.reading import read_document
def read(path):
    read_document(Path(path), source_id="benchmark", edition="original")
""",
    PLUMBER: """
import pdfplumber
def read(path):
    rules.clear(), seconds.clear()
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            start = time.process_time()
            page.extract_text()
            rules.append(bool(page.extract_tables()))
            page.close()
            seconds.append(time.process_time() - start)
""",
    "pdfminer.six": "from pdfminer.high_level import extract_text as read",
    "pdfium text": """
import pypdfium2
def read(path):
    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close(), page.close()
""",
    "PyMuPDF": """
import fitz
def read(path):
    for page in fitz.open(path):
        page.get_text()
""",
    "pdftotext": """
def read(path):
    subprocess.run(["pdftotext", path, "-"], check=True, stdout=subprocess.DEVNULL)
""",
}


@dataclass(slots=True)
class Measured:
    """One reader on one file: CPU-seconds of each run, peak memory in MB; of pdfplumber its pages as well."""

    cpu: list[float] = field(default_factory=list)
    peak: float = 0.0
    rules: list[bool] = field(default_factory=list)
    seconds: list[list[float]] = field(default_factory=list)  # of each page, by run

    @property
    def time(self) -> float:
        return float(median(self.cpu))

    def time_on(self, rules: bool) -> float:
        """CPU-seconds on the pages with rules, or on the others, each with its share of the rest."""
        rest = [whole - sum(pages) for whole, pages in zip(self.cpu, self.seconds, strict=True)]
        pages = [median(times) for times in zip(*self.seconds, strict=True)]
        chosen = [seconds for seconds, kind in zip(pages, self.rules, strict=True) if kind == rules]
        return float(sum(chosen) + median(rest) * len(chosen) / max(len(pages), 1))


@dataclass(slots=True)
class File:
    """A file, each reader on it, and ours on its pages with rules and on the others."""

    path: Path
    readers: dict[str, Measured] = field(default_factory=dict)
    parts: dict[bool, Measured] = field(default_factory=dict)

    @property
    def rules(self) -> list[bool]:
        return self.readers[PLUMBER].rules

    def ratio(self, reader: str) -> float:
        """How many times as many pages per CPU-second ours reads."""
        return self.readers[reader].time / self.readers[OURS].time


def installed(reader: str) -> bool:
    """Whether a reader can be measured here."""
    if reader == "PyMuPDF":
        return find_spec("fitz") is not None
    return reader != "pdftotext" or shutil.which("pdftotext") is not None


def first_page(folder: Path) -> Path:
    """A PDF of one page with a line of text."""
    path = folder / "first.pdf"
    if not path.exists():
        document = pdfium.PdfDocument.new()
        page = document.new_page(595, 842)
        text = raw.FPDFPageObj_NewTextObj(document, b"Helvetica", 10)
        words = "A line of text that is long enough to be looked at as the others will be looked at: 2015, 12.5 %."
        letters = ctypes.create_string_buffer(f"{words}\0".encode("utf-16-le"))
        raw.FPDFText_SetText(text, ctypes.cast(letters, raw.FPDF_WIDESTRING))
        raw.FPDFPageObj_Transform(text, 1, 0, 0, 1, 72, 700)
        raw.FPDFPage_InsertObject(page, text)
        page.gen_content()
        document.save(path)
    return path


def run(reader: str, path: Path, first: Path, measured: Measured) -> str | None:
    """Measure one run in a process of its own, which reads ``first`` before; what is wrong if it cannot read the file."""
    script = MEASURE.format(reader=READERS[reader].strip())
    result = subprocess.run(
        [sys.executable, "-c", script, str(path), str(first)], capture_output=True, text=True, check=False
    )
    if result.returncode:
        return (result.stderr.strip().splitlines() or ["no word"])[-1]
    found = json.loads(result.stdout)
    measured.cpu.append(found["cpu"])
    measured.peak = max(measured.peak, found["peak"])
    if found["rules"]:
        measured.rules = found["rules"]
        measured.seconds.append(found["seconds"])
    return None


def measure(path: Path, readers: Sequence[str], runs: int, folder: Path) -> File | None:
    """All readers on a file, in turn; None, with a word, if one of them cannot read it."""
    first = first_page(folder)
    file = File(path, {reader: Measured() for reader in readers})
    for number in range(runs):
        for reader, measured in file.readers.items():
            fault = run(reader, path, first, measured)
            if fault is not None:
                print(f"{path.name}: left out; {reader} says: {fault}", file=sys.stderr)
                return None
        for rules, part in divided(file, folder).items() if number == 0 or file.parts else ():
            fault = run(OURS, part, first, file.parts.setdefault(rules, Measured()))
            if fault is not None:
                print(f"{part.name}: not in the pooled figures: {fault}", file=sys.stderr)
                file.parts.clear()
                break
    return file


def divided(file: File, folder: Path) -> dict[bool, Path]:
    """The pages with rules and those without as files of their own; the file itself where all are of one kind."""
    if len(set(file.rules)) == 1:
        return {file.rules[0]: file.path}
    parts = {}
    with pdfium.PdfDocument(file.path) as document:
        for rules in (True, False):
            parts[rules] = folder / f"{file.path.stem}-{'rules' if rules else 'none'}.pdf"
            part = pdfium.PdfDocument.new()
            part.import_pages(document, [i for i, kind in enumerate(file.rules) if kind == rules])
            part.save(parts[rules])
            part.close()
    return parts


def by_file(files: Sequence[File], readers: Sequence[str]) -> list[str]:
    """A table: pages, speed and memory, and how many times as fast as each other reader ours is."""
    others = [reader for reader in readers if reader != OURS]
    head = ["file", "pages", "of them with rules", "Suyuan, pages/CPU-s", "Suyuan, MB", "pdfplumber, MB"]
    rows = [[*head, *(f"times {reader}" for reader in others)], ["---"] * (len(head) + len(others))]
    for file in files:
        pages, ours = len(file.rules), file.readers[OURS]
        rows.append(
            [
                file.path.stem, str(pages), str(sum(file.rules)), f"{pages / ours.time:.1f}", f"{ours.peak:.0f}",
                f"{file.readers[PLUMBER].peak:.0f}", *(f"{file.ratio(reader):.2f}" for reader in others),
            ]
        )  # fmt: skip
    return [f"| {' | '.join(row)} |" for row in rows]


def pooled(files: Sequence[File]) -> list[str]:
    """A table: all pages without rules, all with, and all; seconds are added up before they are divided."""
    rows = [
        "| pages | how many | Suyuan, pages/CPU-s | pdfplumber, pages/CPU-s | ratio |",
        "|---|---|---|---|---|",
    ]
    for name, kinds in (("without rules", {False}), ("with rules", {True}), ("all", {False, True})):
        chosen = [(file, kind) for file in files for kind in kinds if kind in file.parts]
        pages = sum(file.rules.count(kind) for file, kind in chosen)
        ours = sum(file.parts[kind].time for file, kind in chosen)
        plumber = sum(file.readers[PLUMBER].time_on(kind) for file, kind in chosen)
        if chosen:
            rows.append(
                f"| {name} | {pages} | {pages / ours:.1f} | {pages / plumber:.1f} | {plumber / ours:.2f} |"
            )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="with PDF files")
    parser.add_argument("--runs", type=int, default=3, help="of each reader on each file (the median counts)")
    parser.add_argument("--files", nargs="+", default=[""], help="names, or how they begin")
    parser.add_argument("--readers", nargs="+", default=list(READERS), choices=list(READERS))
    parser.add_argument("--write", action="store_true", help="the tables into docs/evaluation.md")
    options = parser.parse_args()
    wanted = [OURS, PLUMBER, *(reader for reader in options.readers if reader not in (OURS, PLUMBER))]
    readers = [reader for reader in wanted if installed(reader)]
    for reader in sorted(set(wanted) - set(readers)):
        print(f"{reader} is not installed: left out", file=sys.stderr)
    files: list[File] = []
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(options.folder.glob("*.pdf")):
            if path.name.startswith("bad_") or not path.name.startswith(tuple(options.files)):
                continue
            file = measure(path, readers, options.runs, Path(folder))
            if file is not None:
                files.append(file)
                print(f"{path.name}: {file.ratio(PLUMBER):.2f} times pdfplumber", file=sys.stderr)
    if not files:
        parser.error("no file in the folder could be measured")
    table = "\n".join([*by_file(files, readers), "", *pooled(files)])
    print(table)
    if options.write:
        renew(EVALUATION, {BLOCK: table}, write=True)


if __name__ == "__main__":
    main()
