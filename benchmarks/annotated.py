"""Facts of the annotated sections (tests/data/annotations) against what readers found there.

    python benchmarks/annotated.py --corpus FOLDER --tools FOLDER [--set development] [--no-config] [--errors] [--write]

FOLDER of the corpus holds the documents, that of the tools the scorer (score.py) that also scores the annotated papers.
Prints F1 by document and tier with a 95 % interval (2,000 resamples of the sentences of the section) and, beside it, what
one reader reaches against the other. --no-config leaves out the subject's catalogue and gazetteer; --errors lists what was
missed or wrong (benchmarks/error_kinds.py counts it by kind). --write brings docs/evaluation.md up to date.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from scored_texts import EVALUATION, ROOT, facts_found, options_of

from scoring_sections import (  # isort: skip - tests/ is no package
    TIERS,
    Annotated,
    Counts,
    annotated_sections,
    by_sentence,
    counts,
    f1,
    interval,
    scorer,
)
from suyuan.facts import Knowledge
from suyuan.markers import renew


@dataclass(frozen=True)
class Scored:
    """One section: counts of each of its sentences, those of one reader against the other, and the scorer's details."""

    name: str
    kind: str
    sentences: list[Counts]
    readers: list[Counts]
    detail: list[Any]
    false: list[Any]


def score_section(score: ModuleType, section: Annotated, knowledge: Knowledge) -> Scored:
    """Score what is found inside the section."""
    found = facts_found(section.document, knowledge)
    mentions = section.inside(found)
    _, result = counts(score, section.gold, mentions)
    return Scored(
        section.name,
        section.kind,
        by_sentence(score, section.text, section.gold, mentions),
        by_sentence(score, section.text, *section.readers) if section.readers else [],
        result["detail"],
        result["false"],
    )


def table(scored: Sequence[Scored]) -> str:
    """Markdown: a row a document and one for all, with F1 and interval by tier, and the two readers' F1 below."""
    rows = [(each.name, each.kind, each.sentences, each.readers) for each in scored]
    rows.append(
        (
            "all",
            "",
            [s for each in scored for s in each.sentences],
            [s for each in scored for s in each.readers],
        )
    )
    lines = [f"| F1 | kind | core facts | {' | '.join(TIERS)} |", "|---" * (3 + len(TIERS)) + "|"]
    for name, kind, found, readers in rows:
        core = sum(line["T1"][0] + line["T1"][2] for line in found)
        cells = []
        for tier in TIERS:
            low, high = interval(found, tier)
            said = f"; readers {f1(readers, tier):.3f}" if readers else ""
            cells.append(f"{f1(found, tier):.3f} ({low:.2f}–{high:.2f}){said}")
        lines.append(f"| {name} | {kind} | {core} | {' | '.join(cells)} |")
    return "\n".join(lines)


def print_errors(scored: Sequence[Scored]) -> None:
    """What was missed, wrong or found too much, a JSON object a line."""
    for each in scored:
        for entry in each.detail:
            print(json.dumps({"document": each.name} | entry, ensure_ascii=False))
        for mention in each.false:
            print(json.dumps({"document": each.name, "false": mention}, ensure_ascii=False))


def main() -> int:
    parser = options_of(__doc__)
    parser.add_argument(
        "--no-config", action="store_true", help="without the subject's catalogue and gazetteer"
    )
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    knowledge = Knowledge.load(None if options.no_config else ROOT / "config")
    score = scorer(options.tools)
    scored = [
        score_section(score, section, knowledge)
        for section in annotated_sections(options.corpus, options.set)
    ]
    if options.errors:
        print_errors(scored)
    measured = table(scored)
    print(measured)
    if options.write:
        renew(EVALUATION, {f"annotated {options.set}": measured}, write=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
