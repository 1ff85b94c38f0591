"""Marks, lists and faults of documents, and whether entries that were moved on purpose are found.

    python benchmarks/methods_citations.py FILE … [--write]

Prints two tables: what each document has, and for each list that is whole the breaks that are found when its entries from a
number on are moved by one. --write brings docs/evaluation.md up to date.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from suyuan.document import Document
from suyuan.facts import extract_facts
from suyuan.markdown import table
from suyuan.markers import renew
from suyuan.methods import Corpus
from suyuan.methods.citations import METHOD, FaultRow, ListRow, ShareRow
from suyuan.methods.citations.fits import Fit, break_of, by_number, fits_of
from suyuan.methods.citations.lists import Chain, Entry
from suyuan.methods.citations.marks import Mark
from suyuan.methods.citations.signs import Glossary
from suyuan.methods.citations.tied import Listed, tie
from suyuan.places import Gazetteer
from suyuan.reading import read_document
from suyuan.stages.extract import load_knowledge

ROOT = Path(__file__).resolve().parents[1]
EVALUATION = ROOT / "docs" / "evaluation.md"
PARTS = (0.3, 0.5, 0.7)  # where entries are moved, of the numbers that speak
NEAR = 3  # numbers that speak between the break that is found and the one that was made
LEAST = 10  # numbers that speak, for a list to be tried
NUMBERING = (
    "gap",
    "double",
    "list_out_of_order",
    "mark_without_entry",
    "never_cited",
    "first_cited_out_of_order",
)


def own_lists(document: Document) -> Iterator[tuple[Listed, list[Mark]]]:
    """Whole lists of a document with the marks tied to them."""
    tied = tie(document)
    for one in tied.lists:
        if one.role == "own" and one.whole:
            yield one, [m for m, of in zip(tied.marks, tied.list_of, strict=True) if of is one]


def moved(listed: Listed, number: int) -> Listed:
    """The list with the entry of a number put behind the last one, and those after it moved up."""
    entries = listed.chain.entries
    last = max(e.number for e in entries)
    changed = [
        e if e.number < number else Entry(last, last, e.lines, e.other) if e.number == number
        else Entry(e.number - 1, e.number - 1, e.lines, e.other)
        for e in entries
    ]  # fmt: skip
    chain = Chain(listed.chain.opened, listed.chain.heading, sorted(changed, key=lambda e: e.number))
    return Listed(listed.list_id, listed.role, chain, listed.whole)


def tried(listed: Listed, marks: Sequence[Mark], glossary: Glossary) -> Iterator[str]:
    """For each part: the number moved from and that found, and whether it is near."""
    speaking = [n for n, _ in by_number(fits_of(listed, marks, glossary))]
    for part in PARTS:
        at = speaking[round(part * len(speaking))]
        found = break_of(by_number(fits_of(moved(listed, at), marks, glossary)))
        if found is None:
            yield f"{at}: none"
            continue
        between = sum(min(at, found.number) <= n < max(at, found.number) for n in speaking)
        yield f"{at}: {found.number}" + ("" if between <= NEAR else " (far)")


def row_of(name: str, document: Document) -> list[str]:
    """A row of the table of documents."""
    facts = extract_facts(document, load_knowledge(None, None)).facts
    declared = METHOD.declaration.model_validate({"id": "x", "kind": "citations", "title": {"zh": "题"}})
    tables = METHOD.run(declared, Corpus([document], facts, [], [], Gazetteer.load(None))).tables
    lists = [row for row in tables["lists"] if isinstance(row, ListRow)]
    faults = [row for row in tables["faults"] if isinstance(row, FaultRow)]
    share = next(row for row in tables["shares"] if isinstance(row, ShareRow))
    counts = {kind: sum(f.fault == kind and f.verdict == "fault" for f in faults) for kind in NUMBERING}
    return [
        f"`{name}`",
        str(sum(row.entries for row in lists if row.role == "own") or ""),
        str(sum(row.entries for row in lists if row.role in ("foreign", "translation")) or ""),
        str(len(tables["marks"]) or ""),
        share.found,
        f"{share.backed} of {share.quantities}" if share.share is not None else f"– of {share.quantities}",
        ", ".join(f"{kind} {n}" for kind, n in counts.items() if n) or "none",
    ]


def fit_row(name: str, listed: Listed, marks: Sequence[Mark], glossary: Glossary) -> list[str]:
    """A row of the table of fits."""
    fits: list[Fit] = fits_of(listed, marks, glossary)
    numbers = by_number(fits)
    found = break_of(numbers)
    planted = list(tried(listed, marks, glossary)) if len(numbers) >= LEAST and found is None else ["–"] * 3
    return [
        f"`{name}`",
        str(len(marks)),
        str(len(fits)),
        str(sum(f.fits for f in fits)),
        "none" if found is None else f"from {found.number} (p = {found.p})",
        *planted,
    ]


def main() -> None:
    """Print both tables, and write them where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    glossary = Glossary()
    rows, fits = [], []
    for path in given.files:
        document = read_document(path, source_id=path.stem, edition="text", shown_path=path.name)
        rows.append(row_of(path.stem, document))
        fits += [fit_row(path.stem, one, marks, glossary) for one, marks in own_lists(document)]
    head = [
        "document",
        "entries",
        "of other lists",
        "marks",
        "found",
        "quantities with a reference",
        "faults",
    ]
    documents = table(head, rows)
    places = [f"moved at {part:.0%}" for part in PARTS]
    head = ["document", "marks", "that speak", "that fit", "break", *places]
    moved_entries = table(head, fits)
    print(documents, moved_entries, sep="\n\n")
    if given.write:
        renew(EVALUATION, {"citations": documents, "moved entries": moved_entries}, write=True)


if __name__ == "__main__":
    main()
