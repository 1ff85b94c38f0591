"""The real papers: through the whole line, and scored against the facts that readers annotated.

    python benchmarks/papers.py --papers FOLDER --gold FOLDER --tools FOLDER [--write] [--no-line]

The papers may not be passed on, so neither they nor anything that quotes them is in the repository; this script is for
those who have them. It prints the table of docs/evaluation.md, and ends with 1 where a tier is below the least F1 named
there or the table there is out of date (--write brings it up to date). --no-line leaves out the run of Snakemake.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT / "tests")

from rebuild import copy_project, snakemake  # noqa: E402 - tests/ is no package
from suyuan.markers import part_named, renew  # noqa: E402

EVALUATION = ROOT / "docs" / "evaluation.md"
EVENTS = {
    "E1": "acts: date, and title or passage",
    "E2": "acts: actors as well",
    "L1": "links: pair of places",
    "L2": "links: kind as well",
}
EVENT_LINE = re.compile(r"^ *(?P<tier>[EL]\d) +P (?P<p>[\d.]+) +R (?P<r>[\d.]+) +F1 (?P<f1>[\d.]+)", re.M)
TIERS = {"T1": "number", "T2": "unit and comparator", "T3": "time", "T4": "area", "T5": "measure"}
ROW = re.compile(r"^\| ([TEL]\d)[^|]*\|[^|]*\| *(?P<least>[\d.]+) *\|", re.M)


def run_line(papers: Path) -> list[str]:
    """Build a copy of the project with the papers as originals; a line for each paper that gave no facts."""
    with tempfile.TemporaryDirectory(prefix="suyuan-papers-") as folder:
        copy = copy_project(ROOT, Path(folder) / "project")
        result = snakemake(copy, "--config", f"originals={papers.resolve()}")
        print(result.stdout[result.stdout.find("Suyuan:") :].strip())
        with (copy / "results-originals" / "processed" / "facts.csv").open(
            encoding="utf-8", newline=""
        ) as file:
            rows = list(csv.DictReader(file))
        if (copy / "processed").exists():
            return ["the build with originals wrote into processed/"]
    read = {row["source_id"] for row in rows if row["edition"] in {"original", "text"}}
    for name in sorted(read):
        print(f"  {name}: {sum(row['source_id'] == name for row in rows)} facts")
    expected = {path.stem for path in papers.iterdir() if path.suffix in {".txt", ".pdf", ".html", ".md"}}
    return [f"{name}: no facts were read" for name in sorted(expected - read)]


def suyuan(command: str, file: Path, *options: str) -> str:
    """Output of one command of the command line on one file."""
    result = subprocess.run(
        [sys.executable, "-m", "suyuan", command, str(file), *options],
        capture_output=True,
        check=True,
        cwd=ROOT,
    )
    return result.stdout.decode("utf-8")


def scores(papers: Path, gold: Path, tools: Path, *options: str) -> dict[str, Any]:
    """What the scorer says of `suyuan facts` with these options on every paper with annotated facts (its --json)."""
    with tempfile.TemporaryDirectory(prefix="suyuan-score-") as folder:
        triples: list[str] = []
        for annotated in sorted(gold.glob("*.facts.jsonl")):
            name = annotated.name.split(".")[0]
            text, mentions = Path(folder) / f"{name}.txt", Path(folder) / f"{name}.jsonl"
            text.write_text(suyuan("read", papers / f"{name}.txt"), encoding="utf-8", newline="")
            found = suyuan("facts", papers / f"{name}.txt", *options)
            mentions.write_text(found, encoding="utf-8", newline="")
            triples += [str(annotated), str(text), str(mentions)]
        command = [sys.executable, str(tools / "score.py"), *triples, "--json"]
        result = subprocess.run(command, capture_output=True, check=True, text=True)
    scored: dict[str, Any] = json.loads(result.stdout)
    return scored


def event_scores(papers: Path, gold: Path, tools: Path) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of acts (pooled) and links, by tier, as the scorer prints them.

    With the subject's gazetteer (``--project``): which place a body stands for, and the counties of the subject.
    """
    with tempfile.TemporaryDirectory(prefix="suyuan-score-") as folder:

        def said(command: str, name: str) -> Path:
            """The JSON lines of one command on one paper, in a file."""
            path = Path(folder) / f"{name}.{command}.jsonl"
            path.write_text(
                suyuan(command, papers / f"{name}.txt", "--project", "."), encoding="utf-8", newline=""
            )
            return path

        events: list[str] = []
        for annotated in sorted(gold.glob("*.events.jsonl")):
            name = annotated.name.split(".")[0]
            events += [str(annotated), str(papers / f"{name}.txt"), str(said("events", name))]
        printed = score_events(tools, "events", events)
        for annotated in sorted(gold.glob("*.pairs.csv")):
            printed += score_events(
                tools, "links", [str(annotated), str(said("links", annotated.name.split(".")[0]))]
            )
    return {
        match["tier"]: {key: float(match[key]) for key in ("p", "r", "f1")}
        for match in EVENT_LINE.finditer(printed)
    }


def score_events(tools: Path, kind: str, files: list[str]) -> str:
    """What the scorer of acts or links prints."""
    command = [sys.executable, str(tools / "score_events.py"), kind, *files]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def least_f1(text: str) -> dict[str, float]:
    """The least F1 of each tier, as docs/evaluation.md names it."""
    body = part_named(text, "papers").body
    return {match.group(1): float(match.group("least")) for match in ROW.finditer(body)}


def table(
    found: dict[str, Any],
    configured: dict[str, Any],
    events: dict[str, dict[str, float]],
    least: dict[str, float],
) -> str:
    """Markdown: of facts pooled precision, recall and F1 by tier, F1 with the subject's configuration, and F1 by
    document; then of acts and links.
    """
    names = [document["document"] for document in found["documents"]]
    lines = [
        f"| tier | adds | least F1 | precision | recall | F1 | F1 with config/ | {' | '.join(names)} |",
        "|---" * (7 + len(names)) + "|",
    ]
    for tier, adds in TIERS.items():
        pooled = found["all"]["tiers"][tier]
        each = " | ".join(f"{document['tiers'][tier]['f1']:.3f}" for document in found["documents"])
        lines.append(
            f"| {tier} | {adds} | {least.get(tier, 0):.2f} | {pooled['p']:.3f} | {pooled['r']:.3f} "
            f"| {pooled['f1']:.3f} | {configured['all']['tiers'][tier]['f1']:.3f} | {each} |"
        )
    lines += ["", "| tier | what | least F1 | precision | recall | F1 |", "|---" * 6 + "|"]
    for tier, what in EVENTS.items():
        score = events[tier]
        lines.append(
            f"| {tier} | {what} | {least.get(tier, 0):.2f} | {score['p']:.3f} | {score['r']:.3f} | {score['f1']:.3f} |"
        )
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("papers", "gold", "tools"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--write", action="store_true", help="bring docs/evaluation.md up to date")
    parser.add_argument("--no-line", action="store_true", help="score only")
    options = parser.parse_args()
    faults = [] if options.no_line else run_line(options.papers)
    least = least_f1(EVALUATION.read_text(encoding="utf-8"))
    found = scores(options.papers, options.gold, options.tools)
    events = event_scores(options.papers, options.gold, options.tools)
    reached = {tier: found["all"]["tiers"][tier]["f1"] for tier in TIERS} | {
        tier: score["f1"] for tier, score in events.items()
    }
    configured = scores(options.papers, options.gold, options.tools, "--project", ".")
    measured = table(found, configured, events, least)
    print(measured)
    faults += [
        f"{tier}: F1 {reached[tier]:.3f} is below {floor:.2f}"
        for tier, floor in least.items()
        if reached[tier] < floor
    ]
    if renew(EVALUATION, {"papers": measured}, write=options.write):
        faults.append("the table in docs/evaluation.md is not this one: run with --write")
    if set(least) != {*TIERS, *EVENTS}:
        faults.append("docs/evaluation.md does not name the least F1 of every tier")
    for fault in faults:
        print(f"  {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
