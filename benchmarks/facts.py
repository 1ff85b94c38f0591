"""Facts beside peers: what other programs find in the annotated texts, scored by the same scorer, and how fast.

    python benchmarks/facts.py --corpus FOLDER --tools FOLDER [--papers FOLDER --gold FOLDER] [--peers PYTHON]
                               [--set development] [--only NAME …] [--write]

The texts are the annotated sections (--corpus holds their documents) and the annotated papers. --peers is the interpreter of
an environment in which benchmarks/requirements-peers.txt is installed; without it the table says which peers are absent. Each
program runs in a process of its own (benchmarks/peers) on whole documents; what it finds in what was annotated is scored.
Time is CPU time after loading, from text to mentions; reading the file is not part of it. --write brings docs/evaluation.md
up to date.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from types import ModuleType
from typing import Any

from scored_texts import EVALUATION, ROOT, options_of

from annotations import file_of  # isort: skip - tests/ is no package
from scoring_sections import (  # isort: skip - tests/ is no package
    TIERS,
    Annotated,
    Counts,
    annotated_papers,
    annotated_sections,
    counts,
    f1,
    scorer,
)
from suyuan.markers import renew

RUNNER = ROOT / "benchmarks" / "peers" / "run.py"
PROGRAMS = {
    "suyuan": "Suyuan",
    "glue": "glued stack",
    "recognizers": "recognizers-text-suite",
    "jionlp": "JioNLP",
    "cn2an": "cn2an",
    "quantulum3": "quantulum3",
}
GROUPS: dict[str, Callable[[str], bool]] = {
    "prose": lambda kind: kind != "statistical communiqué",
    "communiqué": lambda kind: kind == "statistical communiqué",
}
LONGEST = 1800  # seconds that a program may take


@dataclass(frozen=True)
class Measured:
    """What a program made of the texts: counts and speed of each text, and how many paragraphs it lost."""

    versions: dict[str, str]
    papers: list[Counts]
    sections: list[Counts]
    speed: dict[str, list[float]]  # characters per CPU-second of each document, by group
    lost: int


def run(program: str, python: str, texts: Sequence[tuple[Annotated, Path]]) -> dict[str, Any]:
    """Answer of benchmarks/peers/run.py. Raises subprocess.CalledProcessError where the program does not run."""
    given = {
        text.name: {"text": text.text, "file": str(path) if program == "suyuan" else None}
        for text, path in texts
    }
    result = subprocess.run(
        [python, "-W", "ignore", str(RUNNER), program],
        input=json.dumps(given),
        capture_output=True,
        check=True,
        text=True,
        timeout=LONGEST,
        env=os.environ | {"PYTHONHASHSEED": "0"},
    )
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def measure(score: ModuleType, answer: dict[str, Any], texts: Sequence[Annotated]) -> Measured:
    """Score an answer, and take its speed."""
    papers: list[Counts] = []
    sections: list[Counts] = []
    speed: dict[str, list[float]] = {group: [] for group in GROUPS}
    lost = 0
    for text in texts:
        said = answer["documents"][text.name]
        (papers if text.kind == "paper" else sections).append(
            counts(score, text.gold, text.inside(said["mentions"]))[0]
        )
        rate = len(text.text) / max(said["cpu"], 1e-6)
        for group, kinds in GROUPS.items():
            if kinds(text.kind):
                speed[group].append(rate)
        lost += said["lost"]
    return Measured(answer["versions"], papers, sections, speed, lost)


def figure(each: Sequence[Counts], tier: str) -> str:
    return f"{f1(each, tier):.3f}" if each else "–"


def table(measured: dict[str, Measured | str]) -> str:
    """Markdown: a row a program; F1 by tier on the papers and on the sections, speed, and what it lost."""
    heads = [*(f"papers {tier}" for tier in TIERS), *(f"sections {tier}" for tier in TIERS)]
    heads += ["characters per CPU-second, prose", "communiqué", "slowest document", "paragraphs lost"]
    lines = [f"| F1 | {' | '.join(heads)} |", "|---" * (1 + len(heads)) + "|"]
    for program, found in measured.items():
        if isinstance(found, str):
            lines.append(f"| {PROGRAMS[program]}: {found} |{' – |' * len(heads)}")
            continue
        version = found.versions.get(program) or found.versions.get(PROGRAMS[program], "")
        cells = [figure(each, tier) for each in (found.papers, found.sections) for tier in TIERS]
        cells += [f"{median(rates):,.0f}" if rates else "–" for rates in found.speed.values()]
        cells += [f"{min(rate for rates in found.speed.values() for rate in rates):,.0f}", str(found.lost)]
        lines.append(f"| {PROGRAMS[program]} {version}".rstrip() + f" | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> int:
    parser = options_of(__doc__)
    parser.add_argument("--papers", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--peers", help="interpreter of the environment of the peers")
    parser.add_argument("--only", nargs="+", choices=PROGRAMS, default=list(PROGRAMS))
    options = parser.parse_args()
    if (options.papers is None) != (options.gold is None):
        parser.error("--papers and --gold go together")
    if options.write and options.set != "development":
        parser.error("--write is for the development set")
    if options.write and (options.papers is None or len(options.only) < len(PROGRAMS)):
        parser.error("--write needs the whole table: give --papers and --gold, and no --only")
    score = scorer(options.tools)
    texts = [
        (each, file_of({"file": each.file}, options.corpus))
        for each in annotated_sections(options.corpus, options.set)
    ]
    if options.papers is not None:
        texts += [
            (each, options.papers / each.file)
            for each in annotated_papers(options.papers, options.gold, score)
        ]
    measured: dict[str, Measured | str] = {}
    for program in options.only:
        python = sys.executable if program == "suyuan" else options.peers
        if python is None:
            measured[program] = "absent (--peers)"
            continue
        try:
            answer = run(program, python, texts)
        except subprocess.CalledProcessError as error:
            measured[program] = "does not run"
            print(f"{PROGRAMS[program]}: {error.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
            continue
        measured[program] = measure(score, answer, [text for text, _ in texts])
    found = table(measured)
    print(found)
    if options.write:
        renew(EVALUATION, {"facts beside peers": found}, write=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
