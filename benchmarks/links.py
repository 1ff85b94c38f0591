"""Links between places against annotated pairs.

    python benchmarks/links.py --corpus FOLDER [--pairs CSV TEXT]... [--set "held out"] [--errors] [--write]

FOLDER holds the documents of tests/data/links. --pairs adds a table of pairs (columns a, b, kind, and class where there are
optional ones) with the text it was made from. A pair counts once a document, in either order (L1), and with its kind (L2;
platform and branch count as cooperation). Core pairs count; an optional one that is met leaves the count, one that is not met is
not missed. The gazetteer is that of the project (config/areas.csv). --write brings docs/evaluation.md up to date.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

from suyuan.flow import make_flows  # noqa: E402
from suyuan.links import find_links  # noqa: E402
from suyuan.markers import renew  # noqa: E402
from suyuan.places import Gazetteer  # noqa: E402
from suyuan.reading import read_document  # noqa: E402

EVALUATION = ROOT / "docs" / "evaluation.md"
BRACKET = re.compile(r"[(（].*?[)）]")
SAME = {"platform": "cooperation", "branch": "cooperation"}
Key = tuple[frozenset[str], str]


@dataclass(frozen=True)
class Scored:
    """Right, false and missed of a tier, and the keys of the last two."""

    right: int
    false: list[Key]
    missed: list[Key]

    @property
    def f1(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        found, wanted = self.right + len(self.false), self.right + len(self.missed)
        p, r = self.right / found if found else 0.0, self.right / wanted if wanted else 0.0
        return p, r, 2 * p * r / (p + r) if p + r else 0.0


def key(row: Mapping[str, str], with_kind: bool) -> Key:
    """Pair without the city in brackets, with its kind (L2) or without (L1)."""
    pair = frozenset(BRACKET.sub("", row[end]).strip() for end in ("a", "b"))
    return pair, SAME.get(row["kind"], row["kind"]) if with_kind else ""


def score(rows: Sequence[Mapping[str, str]], found: Iterable[Mapping[str, str]], with_kind: bool) -> Scored:
    """Counts of a document."""
    core = {key(row, with_kind) for row in rows if row.get("class", "core") == "core"}
    optional = {key(row, with_kind) for row in rows} - core
    mine = {key(row, with_kind) for row in found}
    return Scored(len(core & mine), _sorted(mine - core - optional), _sorted(core - mine))


def _sorted(keys: Collection[Key]) -> list[Key]:
    return sorted(keys, key=lambda item: (sorted(item[0]), item[1]))


def links_of(path: Path, gazetteer: Gazetteer) -> list[dict[str, str]]:
    """Pairs and kinds that are found in a document."""
    document = read_document(path, source_id=path.stem, edition="text")
    return [
        {"a": x.a, "b": x.b, "kind": x.kind} for x in find_links(document, make_flows(document), gazetteer)
    ]


def found_in(folder: Path, gazetteer: Gazetteer) -> str:
    """Markdown: what is found in every text of a folder; those without a link are counted in the last row."""
    lines = ["| document | links | pairs | pairs named most |", "|---" * 4 + "|"]
    none = 0
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".md")):
        found = Counter("–".join(sorted((row["a"], row["b"]))) for row in links_of(path, gazetteer))
        none += not found
        if found:
            most = ", ".join(
                f"{pair} {n}" for pair, n in sorted(found.items(), key=lambda i: (-i[1], i[0]))[:3]
            )
            lines.append(f"| {path.stem} | {found.total()} | {len(found)} | {most} |")
    lines.append(f"| {none} others | 0 | 0 | |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--pairs", nargs=2, action="append", default=[], metavar=("CSV", "TEXT"), type=Path)
    parser.add_argument("--set", choices=["development", "held out"])
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    gazetteer = Gazetteer.load(ROOT / "config" / "areas.csv")
    cases: list[tuple[str, str, list[dict[str, str]], Path]] = []
    for table, text in options.pairs:
        with table.open(encoding="utf-8", newline="") as file:
            cases.append((text.stem, "development", list(csv.DictReader(file)), text))
    for path in sorted((ROOT / "tests" / "data" / "links").glob("*.json")):
        section = json.loads(path.read_text(encoding="utf-8"))
        if options.set in (None, section["set"]):
            cases.append((path.stem, section["set"], section["links"], options.corpus / section["file"]))
    lines = ["| document | set | core pairs | pair: P R F1 | pair and kind: P R F1 |", "|---" * 5 + "|"]
    for name, which, rows, text in cases:
        found = links_of(text, gazetteer)
        tiers = [score(rows, found, with_kind) for with_kind in (False, True)]
        cells = [" ".join(f"{value:.2f}" for value in tier.f1) for tier in tiers]
        wanted = tiers[0].right + len(tiers[0].missed)
        lines.append(f"| {name} | {which} | {wanted} | {' | '.join(cells)} |")
        if options.errors:
            for word, keys in (("missed", tiers[1].missed), ("false", tiers[1].false)):
                for pair, kind in keys:
                    print(name, word, "–".join(sorted(pair)), kind)
    table = "\n".join(lines)
    print(table)
    others = found_in(options.corpus / "text", gazetteer)
    print(others)
    if options.write:
        renew(EVALUATION, {"links": table, "links found": others}, write=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
