"""The digests: facts extracted from them, scored against the frozen tables of what a reader expects.

    python benchmarks/digests.py [--write]

Prints the table of docs/evaluation.md (--write brings it up to date). Needs nothing outside the repository.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import scoring  # noqa: E402 - tests/ is no package
from suyuan.facts import Knowledge, extract_facts  # noqa: E402
from suyuan.reading import read_document  # noqa: E402

EVALUATION = ROOT / "docs" / "evaluation.md"


def scores() -> dict[str, dict[str, scoring.Score]]:
    """Score of each tier for each digest."""
    knowledge = Knowledge.load(ROOT / "config")
    found = {}
    for name, file in scoring.DIGESTS.items():
        document = read_document(ROOT / "raw/digests" / file, source_id=name, edition="digest")
        expected = scoring.rows(ROOT / f"tests/data/digests/{name}.facts.jsonl")
        found[name] = scoring.score(document, extract_facts(document, knowledge).facts, expected)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="bring docs/evaluation.md up to date")
    options = parser.parse_args()
    table = scoring.table(scores())
    print(table)
    text = EVALUATION.read_text(encoding="utf-8")
    written = scoring.with_table(text, table)
    if options.write:
        EVALUATION.write_text(written, encoding="utf-8")
    elif written != text:
        print("the table in docs/evaluation.md is not this one: run with --write")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
