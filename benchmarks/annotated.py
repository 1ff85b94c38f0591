"""Facts of the annotated sections (tests/data/annotations) against what two readers and a third found there.

    python benchmarks/annotated.py --corpus FOLDER --tools FOLDER [--set development] [--no-config] [--errors] [--write]

FOLDER of the corpus holds the documents, that of the tools the scorer (score.py) that also scores the annotated papers.
Prints F1 by document and tier with a 95 % interval (2,000 resamples of the sentences of the section) and, beside it, what
one reader reaches against the other. --no-config leaves out the subject's catalogue and gazetteer; --errors lists what was
missed or wrong. --write brings docs/evaluation.md up to date.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT / "tests")

from annotations import Row, load, place  # noqa: E402 - tests/ is no package
from suyuan.facts import Knowledge, extract_facts, fact_json  # noqa: E402
from suyuan.markers import renew  # noqa: E402
from suyuan.reading import read_document, render_text  # noqa: E402

EVALUATION = ROOT / "docs" / "evaluation.md"
TIERS = ("T1", "T2", "T3", "T4", "T5")
STOPS = "\n。；！？"
SETS = {"development": "development", "held-out": "held out"}
RESAMPLES = 2000
Counts = dict[str, tuple[int, int, int]]  # tier -> right, false, missed


@dataclass(frozen=True)
class Scored:
    """One section: counts of each of its sentences, those of one reader against the other, and the scorer's details."""

    name: str
    kind: str
    sentences: list[Counts]
    readers: list[Counts]
    detail: list[Any]
    false: list[Any]


def scorer(tools: Path) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", tools / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def placed(text: str, rows: Sequence[Row]) -> list[Row]:
    """Annotated rows with ``id``, ``start`` and ``end`` in this text."""
    found = []
    for number, row in enumerate(rows, 1):
        start, end = place(text, row)
        found.append(row | {"id": f"{number:03}", "start": start, "end": end})
    return found


def counts(score: ModuleType, gold: Sequence[Row], mentions: Sequence[Row]) -> tuple[Counts, dict[str, Any]]:
    """Right, false and missed by tier, and the scorer's whole answer."""
    result = score.score(list(gold), list(mentions))
    return {tier: (n["tp"], n["fp"], n["fn"]) for tier, n in result["tiers"].items()}, result


def by_sentence(score: ModuleType, text: str, gold: Sequence[Row], mentions: Sequence[Row]) -> list[Counts]:
    """Counts of every sentence that has a core fact or a false mention."""
    sentences: dict[int, tuple[list[Row], list[Row]]] = {}
    for side, rows in enumerate((gold, mentions)):
        for row in rows:
            begin = max(text.rfind(stop, 0, row["start"]) for stop in STOPS)
            sentences.setdefault(begin, ([], []))[side].append(row)
    found = [counts(score, *pair)[0] for _, pair in sorted(sentences.items())]
    return [sentence for sentence in found if any(sentence["T1"])]


def score_section(score: ModuleType, name: str, section: Row, corpus: Path, knowledge: Knowledge) -> Scored:
    """Read the document, take what was found inside the section, and score it."""
    document = read_document(corpus / section["file"], source_id=name, edition="text")
    text = document.text if document.media == "text" else render_text(document)
    gold = placed(text, section["facts"])
    start, end = gold[0]["start"], gold[-1]["end"]
    first, last = text.rfind("\n", 0, start), text.find("\n", end)
    found = [json.loads(json.dumps(fact_json(fact))) for fact in extract_facts(document, knowledge).facts]
    mentions = [fact for fact in found if first < fact["start"] < last]
    one, other = (placed(text, rows) for rows in section["readers"])
    _, result = counts(score, gold, mentions)
    return Scored(
        name,
        section["kind"],
        by_sentence(score, text, gold, mentions),
        by_sentence(score, text, one, other),
        result["detail"],
        result["false"],
    )


def f1(sentences: Sequence[Counts], tier: str) -> float:
    """F1 of the counts of all sentences together."""
    right, false, missed = (sum(each[tier][i] for each in sentences) for i in range(3))
    return 2 * right / (2 * right + false + missed) if right else 0.0


def interval(sentences: Sequence[Counts], tier: str) -> tuple[float, float]:
    """95 % percentile interval of F1 over resampled sentences (Efron's bootstrap, fixed seed)."""
    draw = random.Random(20261122)
    found = sorted(f1(draw.choices(sentences, k=len(sentences)), tier) for _ in range(RESAMPLES))
    return found[int(0.025 * RESAMPLES)], found[int(0.975 * RESAMPLES) - 1]


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
            cells.append(f"{f1(found, tier):.3f} ({low:.2f}–{high:.2f}); readers {f1(readers, tier):.3f}")
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
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--tools", type=Path, required=True)
    parser.add_argument("--set", choices=SETS, default="development")
    parser.add_argument(
        "--no-config", action="store_true", help="without the subject's catalogue and gazetteer"
    )
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--write", action="store_true", help="bring docs/evaluation.md up to date")
    options = parser.parse_args()
    knowledge = Knowledge.load(None if options.no_config else ROOT / "config")
    score = scorer(options.tools)
    scored = [
        score_section(score, name, section, options.corpus, knowledge)
        for name, section in load().items()
        if section["set"] == SETS[options.set]
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
