"""The digests: facts, acts and links extracted from them, scored against the frozen tables of what a reader expects.

    python benchmarks/digests.py [--write]

Prints the tables of docs/evaluation.md (--write brings them up to date). Needs nothing outside the repository.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT / "tests")

import scoring  # noqa: E402 - tests/ is no package
import scoring_events  # noqa: E402
from suyuan.acts import find_acts  # noqa: E402
from suyuan.facts import Knowledge, extract_facts  # noqa: E402
from suyuan.flow import make_flows  # noqa: E402
from suyuan.links import find_links  # noqa: E402
from suyuan.markers import renew  # noqa: E402
from suyuan.reading import read_document  # noqa: E402

EVALUATION = ROOT / "docs" / "evaluation.md"


Scores = dict[str, scoring.Score]


def scores() -> tuple[dict[str, Scores], dict[str, tuple[Scores, Scores]]]:
    """Scores of each tier for each digest: of facts, and of acts and links."""
    knowledge = Knowledge.load(ROOT / "config")
    facts, events = {}, {}
    for name, file in scoring.DIGESTS.items():
        document = read_document(ROOT / "raw/digests" / file, source_id=name, edition="digest")
        expected = ROOT / "tests/data/digests"
        facts[name] = scoring.score(
            document,
            extract_facts(document, knowledge).facts,
            scoring.rows(expected / f"{name}.facts.jsonl"),
        )
        flows = make_flows(document)
        events[name] = (
            scoring_events.score_acts(
                document,
                find_acts(document, flows, knowledge.gazetteer),
                scoring.rows(expected / f"{name}.acts.jsonl"),
            ),
            scoring_events.score_links(
                document,
                find_links(document, flows, knowledge.gazetteer),
                scoring_events.link_rows(expected / f"{name}.links.csv"),
            ),
        )
    return facts, events


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="bring docs/evaluation.md up to date")
    options = parser.parse_args()
    facts, events = scores()
    table, others = scoring.table(facts), scoring_events.event_table(events)
    print(table, others, sep="\n\n")
    if renew(EVALUATION, {"digests": table, "acts and links": others}, write=options.write):
        print("the tables in docs/evaluation.md are not these: run with --write")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
