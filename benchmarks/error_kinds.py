"""The largest kinds of error in the annotated sections and papers, with counts.

    python benchmarks/error_kinds.py --tools FOLDER [--corpus FOLDER] [--papers FOLDER --gold FOLDER]
                                     [--set SET] [--section] [--most 30] [--rows] [--write]

Each core fact that fails counts once, at the tier at which it fails (tests/scoring_kinds.py); so does a mention where no fact
is. --gold may be any folder of NAME.facts.jsonl whose texts are NAME.txt in --papers, annotated in full, or with --section
from the first line with a fact to the last. Without --set the sections of all sets count. --rows lists every error, which
quotes the documents, so it is not written anywhere, and leaves out the held-out sections, which nobody is to see. --write
brings docs/evaluation.md up to date.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from scored_texts import EVALUATION, facts_found, options_of

from scoring_kinds import Failure, kinds, largest  # isort: skip - tests/ is no package
from scoring_sections import SETS, UNSEEN, annotated_papers, annotated_sections, scorer  # isort: skip
from suyuan.facts import Knowledge
from suyuan.markers import renew

SHOWN = ("surface", "value", "unit", "comparator", "time", "area", "measure")


def table(rows: Sequence[tuple[int, str, str]]) -> str:
    """Markdown: a row a kind."""
    lines = ["| errors | fails at | kind |", "|---|---|---|"]
    return "\n".join(lines + [f"| {count} | {tier} | {kind} |" for count, tier, kind in rows])


def shown(name: str, failure: Failure) -> str:
    """A line for one error: document, tier, kind, what was wanted, what was found."""
    rows = [failure.wanted or {}, *([failure.got] if isinstance(failure.got, dict) else failure.got)]
    fields = [json.dumps({key: row[key] for key in SHOWN if key in row}, ensure_ascii=False) for row in rows]
    return "\t".join([name, failure.tier, failure.kind, *fields])


def main() -> int:
    parser = options_of(__doc__, corpus=False)
    for name in ("papers", "gold"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument(
        "--section", action="store_true", help="what --gold annotates are sections, not whole texts"
    )
    parser.add_argument("--most", type=int, default=30)
    parser.add_argument("--rows", action="store_true", help="list every error")
    parser.set_defaults(set=None)
    options = parser.parse_args()
    if (options.papers is None) != (options.gold is None):
        parser.error("--papers and --gold go together")
    if options.write and (options.papers is None or options.corpus is None or options.section):
        parser.error("--write needs the sections (--corpus) and the papers (--papers, --gold)")
    score = scorer(options.tools)
    knowledge = Knowledge.load(None)
    sets = [options.set] if options.set else [name for name in SETS if not options.rows or name != UNSEEN]
    texts = (
        [text for name in sets for text in annotated_sections(options.corpus, name)] if options.corpus else []
    )
    if options.papers:
        texts += annotated_papers(options.papers, options.gold, score, whole=not options.section)
    found: list[Failure] = []
    for text in texts:
        errors = kinds(score, text.text, text.gold, text.inside(facts_found(text.document, knowledge)))
        found += errors
        if options.rows:
            print("\n".join(shown(text.name, failure) for failure in errors))
    measured = table(largest(found, options.most))
    print(measured)
    if options.write:
        renew(EVALUATION, {"error kinds": measured}, write=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
