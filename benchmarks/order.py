"""Reading order: the share of a page's characters that stand in the right order, ours beside other readers.

    python benchmarks/order.py FOLDER [--write]
    python benchmarks/order.py FOLDER --record FILE PAGE TEXT

FOLDER holds the files named in tests/data/order, which may not be passed on; what was read by eye on their pages is kept
there as hashes (tests/reading/reading_order.py says how). Prints the table of docs/evaluation.md; --write brings it up to
date. --record hashes a reading: TEXT is a text file with a line ``== KIND`` (body, title, abstract, note, footnote, caption,
table, reference, advertising, furniture, sidebar, formula) before each segment; every body segment is part of one sequence,
which a formula cuts (formulas are not scored: their signs have no one order). PyMuPDF and pdftotext stand in the table where
they are installed.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
from pdfminer.high_level import extract_text

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT / "tests")  # not this folder, whose reading.py would stand in the way

from reading.reading_order import (  # noqa: E402 - tests/ is no package
    KINDS,
    PAGES,
    TruePage,
    dump_page,
    letters_in_order,
    letters_of_kind,
    load_pages,
    segment_of,
    share,
    text_on_page,
)
from suyuan.document import Document  # noqa: E402
from suyuan.markers import renew  # noqa: E402
from suyuan.reading import read_document  # noqa: E402

EVALUATION = ROOT / "docs" / "evaluation.md"


def by_pdfplumber(path: Path, page: int) -> str:
    with pdfplumber.open(path) as pdf:
        return pdf.pages[page - 1].extract_text()


def by_pdfium(path: Path, page: int) -> str:
    document = pdfium.PdfDocument(path)
    try:
        text: str = document[page - 1].get_textpage().get_text_range()
        return text
    finally:
        document.close()


def by_pdfminer(path: Path, page: int) -> str:
    return extract_text(path, page_numbers=[page - 1])


def by_pymupdf(path: Path, page: int) -> str:
    import pymupdf

    with pymupdf.open(path) as document:
        return str(document[page - 1].get_text())


def by_pdftotext(path: Path, page: int) -> str:
    command = ["pdftotext", "-enc", "UTF-8", "-f", str(page), "-l", str(page), str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


READERS: dict[str, Callable[[Path, int], str]] = {
    "pdfplumber": by_pdfplumber,
    "pdfium": by_pdfium,
    "pdfminer.six": by_pdfminer,
}
if find_spec("pymupdf"):
    READERS["PyMuPDF"] = by_pymupdf
if shutil.which("pdftotext"):
    READERS["pdftotext"] = by_pdftotext


def table(pages: list[TruePage], folder: Path) -> str:
    """Markdown: a row a page, then all pooled."""
    documents: dict[str, Document] = {}
    lines = [
        f"| page | letters | Suyuan | its kinds | {' | '.join(READERS)} |",
        "|---" * (4 + len(READERS)) + "|",
    ]
    pooled: dict[str, list[tuple[int, int]]] = {}
    for page in pages:
        path = folder / page.file
        if page.file not in documents:
            documents[page.file] = read_document(path, source_id="benchmark", edition="original")
        text, kinds = text_on_page(documents[page.file], page.page)
        right = {
            "Suyuan": letters_in_order(page, text),
            "kinds": letters_of_kind(page, text, kinds),
            **{name: letters_in_order(page, reader(path, page.page)) for name, reader in READERS.items()},
        }
        for name, count in right.items():
            pooled.setdefault(name, []).append((count, page.letters))
        shares = " | ".join(f"{count / page.letters:.3f}" for count in right.values())
        lines.append(f"| {path.stem}, page {page.page} | {page.letters} | {shares} |")
    shares = " | ".join(f"{share(pairs):.3f}" for pairs in pooled.values())
    lines.append(f"| all | {sum(page.letters for page in pages)} | {shares} |")
    return "\n".join(lines)


def record(folder: Path, name: str, page: int, text: Path) -> None:
    """Hash a reading into tests/data/order. Raises ValueError for a kind that is none."""
    if not (folder / name).is_file():
        raise ValueError(f"{folder}: there is no file {name}")
    bodies: list[str] = [""]
    apart: list[tuple[str, str]] = []
    kind = "body"
    for line in text.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            kind = line[3:].strip()
            if kind not in KINDS:
                raise ValueError(f"{text}: {kind} is no kind of segment; take one of {', '.join(KINDS)}")
            if kind == "formula":
                bodies.append("")
            elif kind != "body":
                apart.append((kind, ""))
        elif kind == "body":
            bodies[-1] += line
        elif kind != "formula":
            apart[-1] = (kind, apart[-1][1] + line)
    segments = [
        *(segment_of("body", words) for words in bodies),
        *(segment_of(k, words) for k, words in apart),
    ]
    held = TruePage(name, page, tuple(segment for segment in segments if segment.letters))
    target = PAGES / f"{Path(name).stem}-{page}.json"
    target.write_text(dump_page(held), encoding="utf-8", newline="")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="folder of the PDF files")
    parser.add_argument("--write", action="store_true", help="bring docs/evaluation.md up to date")
    parser.add_argument("--record", nargs=3, metavar=("FILE", "PAGE", "TEXT"))
    options = parser.parse_args()
    if options.record:
        name, page, text = options.record
        record(options.folder, name, int(page), Path(text))
        return 0
    found = table(load_pages(), options.folder)
    print(found)
    if renew(EVALUATION, {"order": found}, write=options.write):
        print("the table in docs/evaluation.md is not this one: run with --write")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
