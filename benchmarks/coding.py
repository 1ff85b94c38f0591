"""Codes of acts by the rules against a second coding (tests/data/coding): Cohen's kappa, code by code.

    python benchmarks/coding.py [--errors] [--write]

Reads the embedded digests as the line does, with the gazetteer of the project, and codes their acts by
config/codebooks/ica.yaml. --errors lists the acts that the two judge differently. --write brings docs/methods/coding.md up
to date.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT / "tests")

from scoring import DIGESTS  # noqa: E402 - tests/ is no package
from suyuan.acts import find_acts  # noqa: E402
from suyuan.document import Document  # noqa: E402
from suyuan.flow import make_flows  # noqa: E402
from suyuan.markers import renew  # noqa: E402
from suyuan.methods.acts.run import id_of, in_time  # noqa: E402
from suyuan.methods.coding.agreement import agreement  # noqa: E402
from suyuan.methods.coding.codebook import read_codebook  # noqa: E402
from suyuan.methods.coding.coded_acts import code_acts  # noqa: E402
from suyuan.methods.coding.review import Judgement, chosen, read_review  # noqa: E402
from suyuan.methods.coding.rows import AgreementRow  # noqa: E402
from suyuan.places import Gazetteer  # noqa: E402
from suyuan.reading import read_document  # noqa: E402
from suyuan.reconcile.acts import JoinedAct, joined_acts, with_mentions  # noqa: E402
from suyuan.records import Act  # noqa: E402

PAGE = ROOT / "docs" / "methods" / "coding.md"
SECOND = ROOT / "tests" / "data" / "coding" / "ica.acts.csv"
CODEBOOK = ROOT / "config" / "codebooks" / "ica.yaml"
Differing = tuple[str, str, bool]


def digests() -> dict[str, Document]:
    """The embedded digests by source."""
    return {
        name: read_document(ROOT / "raw" / "digests" / file, source_id=name, edition="digest")
        for name, file in sorted(DIGESTS.items())
    }


def acts_of(documents: Mapping[str, Document]) -> dict[str, JoinedAct]:
    """Acts of the documents, each once, by their id."""
    gazetteer = Gazetteer.load(ROOT / "config" / "areas.csv")
    acts: list[Act] = []
    for document in documents.values():
        acts += find_acts(document, make_flows(document), gazetteer)
    return {id_of(joined): joined for joined in in_time(joined_acts(with_mentions(acts, gazetteer)))}


def compared() -> tuple[list[AgreementRow], list[Differing], list[str]]:
    """Rows of agreement, the judgements that differ, and what is wrong with the file.

    A judgement that differs: quote, code, whether the second coder gave the code.
    """
    codebook, problems = read_codebook(CODEBOOK)
    assert codebook is not None, problems
    judgements, faults = read_review(SECOND, {code.id for code in codebook.codes})
    documents = digests()
    acts = acts_of(documents)
    of_unit, unfound = chosen(judgements, acts, [], SECOND.name)
    by_cue = {
        ("act", name, each.code.id)
        for name, own in code_acts(acts, codebook.codes, documents).items()
        for each in own
    }
    rows = list(agreement(codebook.codes, judgements, of_unit, by_cue))
    return rows, _differing(judgements, of_unit, by_cue), [each.what for each in (*faults, *unfound)]


def _differing(
    judgements: Sequence[Judgement], of_unit: Mapping[int, str], by_cue: set[tuple[str, str, str]]
) -> list[Differing]:
    return [
        (j.quote, j.code, j.coded)
        for j in judgements
        if j.line in of_unit and (("act", of_unit[j.line], j.code) in by_cue) != j.coded
    ]


def table(rows: Sequence[AgreementRow]) -> str:
    """Markdown: a row a code."""
    lines = [
        "| code | acts | both | only rules | only second coder | neither | alike | κ |",
        "|---" * 8 + "|",
    ]
    for row in rows:
        kappa = "–" if row.kappa is None else f"{row.kappa:.2f}"
        lines.append(
            f"| {row.label} ({row.label_en}) | {row.units} | {row.both} | {row.only_a} | {row.only_b} "
            f"| {row.neither} | {row.observed:.2f} | {kappa} |"
        )
    return "\n".join(lines)


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--write", action="store_true", help="bring docs/methods/coding.md up to date")
    options = parser.parse_args()
    rows, differing, faults = compared()
    measured = table(rows)
    print(measured)
    if options.errors:
        for quote, code, coded in differing:
            print(quote, code, "only the second coder" if coded else "only the rules")
    for fault in faults:
        print(f"  {fault}")
    if options.write:
        renew(PAGE, {"second coding": measured}, write=True)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
