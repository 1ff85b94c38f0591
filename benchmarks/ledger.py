"""The ledger of numerals over a corpus: no numeral is unaccounted for, and why those that are unread were not read.

    python benchmarks/ledger.py --corpus FOLDER [--leave-out PREFIX …] [--examples REASON] [--write]

Reads every .txt, .md and .pdf file in the folders of the corpus and prints, by kind of document (from the name of the file),
what its numerals are, and the most frequent reasons of those that are unread. Independently of the ledger, every run of
digits must lie in exactly one row (facts may share one), and every Chinese numeral in a row, in the multiplier of a number
(5万亿元) or in a word of the package's table (一带一路, 统一). The exit code is 1 where one does not. --examples prints numerals
that are unread for a reason with the words around, never of a document with a held-out section. --write renews
docs/evaluation.md.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from suyuan.document import Document
from suyuan.facts import Knowledge, extract_facts
from suyuan.flow import make_flow
from suyuan.markdown import table
from suyuan.markers import renew
from suyuan.quantities.words import shielding_word
from suyuan.reading import ReadError
from suyuan.reading.worker import Worker
from suyuan.records import Numeral

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT / "tests")

from annotations import load  # noqa: E402 - tests/ is no package

EVALUATION = ROOT / "docs" / "evaluation.md"
SUFFIXES = (".txt", ".md", ".pdf")
# Kind of document by the beginning of the file's name; the first that fits.
KINDS = {
    r"bad_": "damaged file",
    r"gwr_": "work report",
    r"tjgb_|d\d+_stats": "statistical communiqué",
    r"guofa_|yaopin_|d\d+_party": "official document",
    r"d\d+_white": "white paper",
    r"d\d+_(?:journal|tounicode|dupchars)|(?:liu|liumin|ma|wei|samr)\d{4}": "paper or journal",
    r"d\d+_(?:budget|standard)": "budget or standard",
    r"d\d+_(?:finance|research|annual|ocr|mixed|scan)": "company or analyst report",
}
OTHER = "other"
# Classes of the ledger, put together for the table.
COLUMNS = {
    "fact": ("fact",),
    "date": ("date",),
    "name": ("name",),
    "number of something": ("document_number", "section_number", "list_marker", "page_number"),
    "reference": ("reference", "citation"),
    "text of a table": ("table_text",),
    "outside the text": ("furniture", "advertising"),
    "unread": ("unread",),
}
DIGITS = re.compile(r"\d+")
CHINESE = re.compile("[〇零一二两三四五六七八九十百千万亿]+")
DIGITS_BEFORE = re.compile(r"\d[\s余多]*$")  # 5|万亿, 3200余|万
MULTIPLIERS = frozenset("百千万亿")
MOST = 20
EXAMPLES = 60


@dataclass
class Counted:
    """What one kind of document holds."""

    documents: int = 0
    classes: Counter[str] = field(default_factory=Counter)
    checked: int = 0  # numerals that the benchmark finds itself
    lost: list[str] = field(default_factory=list)  # document and offset of those in no row, or in several

    def add(self, document: Document, numerals: Sequence[Numeral]) -> None:
        """Count one document and its ledger."""
        checked, places = lost(document, numerals)
        self.documents += 1
        self.classes.update(row.numeral_class for row in numerals)
        self.checked += checked
        self.lost += places


def kind_of(name: str) -> str:
    """Kind of a document by its file's name."""
    return next((kind for pattern, kind in KINDS.items() if re.match(pattern, name)), OTHER)


def numerals_of(document: Document) -> Iterator[tuple[int, int]]:
    """Offsets of every run of digits, and of Chinese numerals that stand in no word and multiply no number.

    Nothing here knows the grammar but its table of words. A run ends where a block does: 32 with the mark 2 of a note right
    after it is no 322.
    """
    edges = {edge for block in document.blocks for span in block.spans for edge in span}
    for match in DIGITS.finditer(document.text):
        start = match.start()
        for edge in [*(at for at in range(start + 1, match.end()) if at in edges), match.end()]:
            yield start, edge
            start = edge
    for block in document.blocks:
        flow = make_flow(document.text, block)
        for match in CHINESE.finditer(flow.text):
            if _is_numeral(flow.text, *match.span()):
                yield flow.span(*match.span())


def _is_numeral(text: str, start: int, end: int) -> bool:
    """A run of Chinese numeral characters that is no multiplier and has a character outside every word."""
    if set(text[start:end]) <= MULTIPLIERS and DIGITS_BEFORE.search(text[:start]):
        return False
    return any(shielding_word(text, at) is None for at in range(start, end))


def lost(document: Document, numerals: Sequence[Numeral]) -> tuple[int, list[str]]:
    """How many numerals were looked for, and the places of those that lie in no row, partly in one, or in several."""
    owners: dict[int, list[int]] = {}
    for number, row in enumerate(numerals):
        for at in range(row.start, row.end):
            owners.setdefault(at, []).append(number)
    checked, found = 0, []
    for start, end in numerals_of(document):
        checked += 1
        rows = [set(owners.get(at, ())) for at in range(start, end)]
        chinese = CHINESE.fullmatch(document.text[start:end]) is not None
        over = set().union(*rows)
        held = bool(over) if chinese else bool(rows[0].intersection(*rows))
        facts = {numerals[number].numeral_class for number in over} <= {"fact"}
        if not held or not (len(over) == 1 or facts or chinese):
            found.append(f"{document.source_id}:{start}")
    return checked, found


def reasons_table(reasons: Counter[tuple[str, str]]) -> str:
    """Markdown: the most frequent reasons of unread numerals and the kinds of document where they are most."""
    totals: Counter[str] = Counter()
    for (reason, _), count in reasons.items():
        totals[reason] += count
    rows = []
    for reason, count in sorted(totals.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]:
        kinds = sorted(((n, kind) for (why, kind), n in reasons.items() if why == reason), reverse=True)
        rows.append([reason, f"{count:,}", ", ".join(f"{kind} {n:,}" for n, kind in kinds[:3])])
    return table(["reason", "numerals", "mostly in"], rows)


def kinds_table(counted: dict[str, Counted]) -> str:
    """Markdown: a row a kind of document, and one for all."""
    whole = Counted()
    for each in counted.values():
        whole.documents += each.documents
        whole.classes += each.classes
        whole.checked += each.checked
        whole.lost += each.lost
    rows = []
    for kind, each in [*sorted(counted.items()), ("**all**", whole)]:
        total = each.classes.total()
        cells = [f"{sum(each.classes[name] for name in names):,}" for names in COLUMNS.values()]
        share = f"{100 * each.classes['unread'] / total:.1f} %" if total else "–"
        rows.append([kind, str(each.documents), f"{total:,}", *cells, share, str(len(each.lost))])
    head = ["kind", "documents", "numerals", *COLUMNS, "share unread", "unaccounted"]
    return table(head, rows, numbers=len(head) - 1)


def files_of(corpus: Path, leave_out: Sequence[str]) -> list[Path]:
    """Documents of the corpus in the order of their names; ``leave_out`` are beginnings of names."""
    found = [path for path in corpus.rglob("*") if path.suffix in SUFFIXES]
    return sorted(path for path in found if not path.name.startswith(tuple(leave_out)))


def print_examples(document: Document, numerals: Sequence[Numeral], reason: str) -> None:
    """Numerals that are unread for this reason, with the words around."""
    text = document.text
    for row in [row for row in numerals if row.reason == reason][:EXAMPLES]:
        before, after = text[max(0, row.start - 20) : row.start], text[row.end : row.end + 16]
        print(document.source_id, " ".join(f"{before}【{row.surface}】{after}".split()))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument(
        "--leave-out", nargs="*", default=[], metavar="PREFIX", help="beginnings of file names"
    )
    parser.add_argument("--examples", metavar="REASON", help="print unread numerals with this reason")
    parser.add_argument("--write", action="store_true", help="bring docs/evaluation.md up to date")
    options = parser.parse_args()
    knowledge = Knowledge.load(ROOT / "config")
    held_out = {name for name, section in load().items() if section["set"] == "held out"}
    counted: dict[str, Counted] = {}
    reasons: Counter[tuple[str, str]] = Counter()
    skipped = []
    with Worker() as reader:
        for path in files_of(options.corpus, options.leave_out):
            try:
                document = reader.read(path, source_id=path.stem, edition="text", shown_path=path.name)
            except ReadError as error:
                skipped.append(str(error))
                continue
            numerals = extract_facts(document, knowledge).numerals
            kind = kind_of(path.name)
            counted.setdefault(kind, Counted()).add(document, numerals)
            reasons.update((row.reason or "", kind) for row in numerals if row.numeral_class == "unread")
            if options.examples and path.stem not in held_out:
                print_examples(document, numerals, options.examples)
    checked = sum(each.checked for each in counted.values())
    places = [place for each in counted.values() for place in each.lost]
    summary = (
        f"The benchmark itself finds {checked:,} numerals; {len(places):,} of them are not in exactly one row. "
        f"{len(skipped)} files cannot be read."
    )
    body = "\n\n".join([kinds_table(counted), summary, reasons_table(reasons)])
    print(body)
    for line in [*skipped, *(f"unaccounted: {place}" for place in places)]:
        print(line, file=sys.stderr)
    if options.write:
        renew(EVALUATION, {"ledger": body}, write=True)
    return 1 if places else 0


if __name__ == "__main__":
    sys.exit(main())
