"""Rows of the language tables that only one document of a corpus knows: a sign of a word that was put in for a document.

    python benchmarks/single_document.py --corpus FOLDER [--only TABLE …] [--quiet] [--write]

A row is a phrase of three characters and more in a word table of the package (suyuan/data): a word of a YAML file, a value
or key, or the first cell of a CSV file, where {n}, {d}, {D} and {h} stand for numerals. Registers of places and bodies and
files of expressions are left out. FOLDER is searched for .txt, .md and .pdf (none that begins with bad_, no scan); a phrase is
looked for in the normalised text (suyuan/flow.py), over the ends of printed lines. Prints the rows that occur in exactly one
document, and which. The documents held out (tests/data/annotations) are counted as all others, but no row is printed that
only one of them knows. --write brings the counts by table in docs/evaluation.md up to date.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from scored_texts import EVALUATION

from annotations import load  # isort: skip - tests/ is no package
from suyuan.csvtable import parse_table
from suyuan.flow import make_flows
from suyuan.language import language_table
from suyuan.markers import renew
from suyuan.quantities.names import PLACEHOLDERS
from suyuan.reading import ReadError, read_document

LEFT_OUT = frozenset(
    {
        "areas_base.csv",  # registers
        "bodies.yaml",
        "companies_base.csv",
        "counties.csv",
        "names_with_numbers_patterns.yaml",  # expressions
        "symbol_fonts.yaml",  # no words
        "radicals.yaml",
    }
)
LEAST = 3  # characters of a phrase; a placeholder is one
PHRASE = re.compile(r"(?:[一-龥A-Za-z0-9·“”%.\-]|\{[ndDh]\})*[一-龥](?:[一-龥A-Za-z0-9·“”%.\-]|\{[ndDh]\})*")
PLACEHOLDER = re.compile(r"(\{[dDhn]\})")


def words_in(value: Any) -> Iterator[str]:
    """All words in a YAML table: values, keys, and the words of a folded text; other than phrases give nothing."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from words_in(key)
            yield from words_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words_in(inner)
    elif isinstance(value, str):
        yield from (word for word in value.split() if PHRASE.fullmatch(word))


def phrases(name: str) -> list[str]:
    """The phrases of a table of the package, in its order, each once."""
    if name.endswith(".yaml"):
        found = list(words_in(language_table(name)))
    else:
        text = files("suyuan.data").joinpath(name).read_text(encoding="utf-8")
        header = tuple(text.partition("\n")[0].split(","))
        rows, problems = parse_table(text, name, name, header)
        if problems:
            raise ValueError(f"{name}: {problems[0].what}; {problems[0].todo}")
        found = [word for _, row in rows for word in words_in(row[header[0]])]
    return [word for word in dict.fromkeys(found) if len(PLACEHOLDER.sub("1", word)) >= LEAST]


@cache
def expression(phrase: str) -> re.Pattern[str]:
    """What finds a phrase with placeholders."""
    parts = PLACEHOLDER.split(phrase)
    return re.compile("".join(PLACEHOLDERS.get(part, re.escape(part)) for part in parts), re.ASCII)


def occurs(phrase: str, text: str) -> bool:
    """Whether the phrase stands in a normalised text."""
    literal = max(PLACEHOLDER.split(phrase)[::2], key=len)
    return literal in text and (literal == phrase or expression(phrase).search(text) is not None)


def in_one_document(rows: Sequence[str], texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """The rows that occur in exactly one of the texts, with its name."""
    found = []
    for row in rows:
        where = []
        for name, text in texts.items():
            if occurs(row, text):
                where.append(name)
                if len(where) > 1:
                    break
        if len(where) == 1:
            found.append((row, where[0]))
    return found


def corpus_texts(folder: Path) -> dict[str, str]:
    """Normalised texts of the documents of a corpus, by their file names without ending; scans give none."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix not in {".txt", ".md", ".pdf"} or path.name.startswith("bad_"):
            continue
        try:
            document = read_document(path, source_id=path.stem, edition="text")
        except ReadError as error:
            print(f"{path.name}: left out: {error}", file=sys.stderr)
            continue
        text = "\n".join(flow.text for flow in make_flows(document))
        if text.strip():
            found[path.stem] = text
    return found


def table(counts: Sequence[tuple[str, int, int]]) -> str:
    """Markdown: a row a table of words, and their sum."""
    lines = ["| table | phrases of three characters and more | in exactly one document |", "|---|---|---|"]
    lines += [f"| {name} | {phrases} | {single} |" for name, phrases, single in counts]
    lines.append(f"| all | {sum(row[1] for row in counts)} | {sum(row[2] for row in counts)} |")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--only", nargs="+", metavar="TABLE", help="file names in suyuan/data")
    parser.add_argument("--quiet", action="store_true", help="print the counts, not the rows")
    parser.add_argument("--write", action="store_true", help="bring docs/evaluation.md up to date")
    options = parser.parse_args()
    if options.write and options.only:
        parser.error("--write needs the whole table: give no --only")
    names = options.only or sorted(
        file.name
        for file in files("suyuan.data").iterdir()
        if file.name.endswith((".csv", ".yaml")) and file.name not in LEFT_OUT
    )
    held_out = {Path(row["file"]).stem for row in load().values() if row["set"] == "held out"}
    texts = corpus_texts(options.corpus)
    counts = []
    for name in names:
        rows = phrases(name)
        single = in_one_document(rows, texts)
        counts.append((name, len(rows), len(single)))
        if not options.quiet:
            print("\n".join(f"{name}\t{row}\t{where}" for row, where in single if where not in held_out))
    measured = f"{len(texts)} documents.\n\n{table(counts)}"
    print(measured)
    if options.write:
        renew(EVALUATION, {"rows of one document": measured}, write=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
