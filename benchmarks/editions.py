"""Each digest beside its source: the figures of both, and what stands in one of them only.

    python benchmarks/editions.py --papers FOLDER [--write]

FOLDER holds the papers as NAME.txt; a source that we know from its rows in raw/collected.csv is held against those. Prints
the table of docs/evaluation.md (--write brings it up to date) and each figure that a digest lacks or adds; ends with 1
where there is one, or where the table in the docs is another.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT / "tests")

import scoring  # noqa: E402 - tests/ is no package
from suyuan.audit.editions import Figure, FigureComparison, compare_figures  # noqa: E402
from suyuan.document import Block, Span  # noqa: E402
from suyuan.facts import Knowledge, extract_facts  # noqa: E402
from suyuan.flow import make_flow  # noqa: E402
from suyuan.markers import renew  # noqa: E402
from suyuan.quantities import find_quantities  # noqa: E402
from suyuan.reading import read_document  # noqa: E402
from suyuan.records import Fact  # noqa: E402
from suyuan.records.fact import Edition  # noqa: E402
from suyuan.sources.collected import collected_sources, read_collected  # noqa: E402

EVALUATION = ROOT / "docs" / "evaluation.md"
COLLECTED = ROOT / "raw" / "collected.csv"


def facts_of(path: Path, name: str, edition: Edition, knowledge: Knowledge) -> list[Fact]:
    """Facts read from one edition."""
    return extract_facts(read_document(path, source_id=name, edition=edition), knowledge).facts


def figures_of_card(name: str) -> set[Figure]:
    """Figures in what collected.csv says of a source beside its numbers (its publisher: 某部等四部门)."""
    source = collected_sources(COLLECTED)[name]
    text = f"{source.publisher}发布{source.title}"
    found = find_quantities(make_flow(text, Block("paragraph", (Span(0, len(text)),))))
    return {Figure(m.value, m.value_min, m.value_max, m.comparator, m.unit) for m in found.mentions}


def compare(papers: Path) -> dict[str, FigureComparison]:
    """Comparison of each source's figures with those of its digest."""
    knowledge = Knowledge.load(ROOT / "config")
    collected = read_collected(COLLECTED)[0]
    found = {}
    for name, file in scoring.DIGESTS.items():
        digest = facts_of(ROOT / "raw/digests" / file, name, "digest", knowledge)
        paper = papers / f"{name}.txt"
        if paper.is_file():
            found[name] = compare_figures(facts_of(paper, name, "text", knowledge), digest)
            continue
        own = [fact for fact in collected if fact.source_id == name]
        if not own:
            raise FileNotFoundError(f"{paper} is missing, and raw/collected.csv has no row of {name}")
        result = compare_figures(own, digest)
        known = figures_of_card(name)
        added = {figure: facts for figure, facts in result.only_second.items() if figure not in known}
        found[name] = FigureComparison(result.same, result.only_first, added)
    return found


def table(found: dict[str, FigureComparison]) -> str:
    """Markdown: a row a source."""
    lines = ["| source | figures of the source | in its digest | missing | added |", "|---|---|---|---|---|"]
    for name, result in found.items():
        same, missing, added = map(len, (result.same, result.only_first, result.only_second))
        lines.append(f"| {name} | {same + missing} | {same} | {missing} | {added} |")
    return "\n".join(lines)


def differences(found: dict[str, FigureComparison]) -> Iterable[str]:
    """A line for each figure that stands in one edition only, with the place where it stands first."""
    for name, result in found.items():
        for word, side in (("missing", result.only_first), ("added", result.only_second)):
            for facts in side.values():
                first = facts[0]
                yield f"{name}: {word}: {first.surface!r} ({first.block}) in {first.sentence[:60]!r}"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--papers", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="bring docs/evaluation.md up to date")
    options = parser.parse_args()
    found = compare(options.papers)
    faults = list(differences(found))
    measured = table(found)
    print(measured)
    if renew(EVALUATION, {"editions": measured}, write=options.write):
        faults.append("the table in docs/evaluation.md is not this one: run with --write")
    for fault in faults:
        print(f"  {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
