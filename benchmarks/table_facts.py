"""Facts read from the cells of tables, against cells judged by eye (tests/data/table_facts).

    python benchmarks/table_facts.py FOLDER [--errors] [--write]

FOLDER holds the PDF files of the corpus, which may not be passed on. Prints the share of cells of which value, unit, time, area,
measure, breakdown and nature are right. --errors lists what is not; --write brings docs/evaluation.md up to date.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT / "tests")

from suyuan.facts import Knowledge, extract_facts  # noqa: E402
from suyuan.markers import renew  # noqa: E402
from suyuan.reading import read_document  # noqa: E402
from table_facts import ATTRIBUTES, judge, load  # noqa: E402 - tests/ is no package

EVALUATION = ROOT / "docs" / "evaluation.md"


def scores(folder: Path, *, errors: bool) -> dict[tuple[str, str], Counter[str]]:
    """Right cells by set and document."""
    knowledge = Knowledge.load()
    found: dict[tuple[str, str], Counter[str]] = {}
    for name, judged in load().items():
        document = read_document(folder / judged["file"], source_id=name, edition="original")
        facts = extract_facts(document, knowledge).facts
        count = found.setdefault((judged["set"], name), Counter())
        for cell, right in zip(judged["cells"], judge(document.text, judged["cells"], facts), strict=True):
            count.update(["cells", *(key for key, good in right.items() if good)])
            wrong = [key for key, good in right.items() if not good]
            if errors and wrong:
                print(name, cell["surface"], "wrong:", ", ".join(wrong))
    return found


def table(found: dict[tuple[str, str], Counter[str]]) -> str:
    """Markdown: a row a document, then all of each set."""
    lines = [f"| right | tables | cells | {' | '.join(ATTRIBUTES)} |", "|---" * (3 + len(ATTRIBUTES)) + "|"]
    pooled: dict[str, Counter[str]] = {}
    for (group, _), count in found.items():
        pooled.setdefault(group, Counter()).update(count)
    rows = [(name, group, count) for (group, name), count in found.items()]
    rows += [("all", group, count) for group, count in pooled.items()]
    for name, group, count in rows:
        shares = " | ".join(f"{count[key] / count['cells']:.2f}" for key in ATTRIBUTES)
        lines.append(f"| {name} | {group} | {count['cells']} | {shares} |")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--errors", action="store_true", help="list the cells that are not right")
    parser.add_argument("--write", action="store_true", help="bring docs/evaluation.md up to date")
    options = parser.parse_args()
    body = table(scores(options.folder, errors=options.errors))
    print(body)
    if renew(EVALUATION, {"table facts": body}, write=options.write):
        print("the table in docs/evaluation.md is not this: run with --write")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
