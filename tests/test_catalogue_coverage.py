"""How much of the corpus the catalogue knows: the core facts that a reader expects in the digests, and their measures.

``tests/data/digests/measure_ids.csv`` names the measure of every core fact, judged by reading the digest, not taken
from the program. A fact that was not extracted counts neither way here; tests/test_digests.py is about those.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import scoring
from suyuan.facts import Knowledge, extract_facts
from suyuan.reading import read_document
from suyuan.reconcile import area_names, read_catalogue, read_decisions, reconcile
from suyuan.reconcile.decisions import breakdown_of, match_decisions
from suyuan.records import Fact
from suyuan.sources.collected import read_collected
from suyuan.stages.correct import area_role

ROOT = Path(__file__).resolve().parents[1]
EXPECTED = ROOT / "tests/data/digests"
KNOWN = 0.85  # least share of the extracted core facts that have a measure
RIGHT = 0.85  # least share that have the one that a reader gives them
ALONE = 0.79  # least share that the catalogue knows without config/measure_decisions.csv; 0.85 is aimed at


@dataclass(frozen=True)
class Judged:
    """A core fact that was found in a digest, with the measure that a reader gives it (None: none)."""

    row: dict[str, Any]
    fact: Fact
    measure_id: str | None
    alone: str | None  # measure that the catalogue gives without a decision


def digests() -> dict[str, Path]:
    """File of each digest that has a table of expected facts."""
    names = sorted(path.name.removesuffix(".facts.jsonl") for path in EXPECTED.glob("*.facts.jsonl"))
    kinds = (".pdf", ".html", ".docx", ".txt")
    files = {name: [ROOT / "raw/digests" / (name + kind) for kind in kinds] for name in names}
    return {name: next(path for path in paths if path.exists()) for name, paths in files.items()}


def measure_ids() -> dict[str, str]:
    with (EXPECTED / "measure_ids.csv").open(encoding="utf-8", newline="") as file:
        return {row["fact_id"]: row["measure_id"] for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    knowledge = Knowledge.load(ROOT / "config")
    catalogue, problems = read_catalogue(ROOT / "config/measures.yaml", ROOT / "config/dimensions.yaml")
    decisions, more = read_decisions(ROOT / "config/measure_decisions.csv", catalogue)
    assert [*problems, *more] == []
    wanted, found = measure_ids(), []
    for name, path in digests().items():
        document = read_document(path, source_id=name, edition="digest")
        facts = extract_facts(document, knowledge).facts
        own = [decision for decision in decisions if decision.source_id == name]
        names = area_names(knowledge.gazetteer)
        alone = {fact.fact_id: fact.measure_id for fact in reconcile(facts, catalogue, (), names).facts}
        facts = reconcile(facts, catalogue, own, names).facts
        for row in scoring.rows(EXPECTED / f"{name}.facts.jsonl"):
            span = scoring.place(document, row)
            tiers = [(scoring.tier(row, fact, span), fact.fact_id, fact) for fact in facts]
            tier, _, fact = max(tiers, key=lambda found: found[:2])
            if row["class"] == "core" and tier:
                found.append(Judged(row, fact, wanted[row["id"]] or None, alone[fact.fact_id]))
    return found


def test_every_decision_changes_something():
    """One that says what the catalogue finds anyhow hides that the catalogue is good enough, or has become so."""
    knowledge = Knowledge.load(ROOT / "config")
    catalogue, _ = read_catalogue(ROOT / "config/measures.yaml", ROOT / "config/dimensions.yaml")
    decisions, _ = read_decisions(ROOT / "config/measure_decisions.csv", catalogue)
    names = area_names(knowledge.gazetteer)
    by_hand, _ = read_collected(ROOT / "raw/collected.csv", role=area_role(knowledge.gazetteer))
    idle = []
    for source_id in sorted({decision.source_id for decision in decisions}):
        facts = [fact for fact in by_hand if fact.source_id == source_id]
        if source_id in digests():
            document = read_document(digests()[source_id], source_id=source_id, edition="digest")
            facts += extract_facts(document, knowledge).facts
        alone = {fact.fact_id: fact for fact in reconcile(facts, catalogue, (), names).facts}
        decided, problems = match_decisions(facts, [d for d in decisions if d.source_id == source_id])
        assert problems == []
        for fact_id, decision in decided.items():
            fact = alone[fact_id]
            told = fact.breakdown | breakdown_of(decision)
            if (fact.measure_id or "", fact.breakdown) == (decision.measure_id, told):
                idle.append((decision.line, source_id, fact.surface))
    assert idle == []


def test_every_core_fact_is_judged_by_a_measure_of_the_catalogue():
    catalogue, _ = read_catalogue(ROOT / "config/measures.yaml")
    core = {
        row["id"]
        for name in digests()
        for row in scoring.rows(EXPECTED / f"{name}.facts.jsonl")
        if row["class"] == "core"
    }
    ids = measure_ids()
    assert set(ids) == core
    assert [measure for measure in ids.values() if measure and measure not in catalogue.measures] == []


def test_most_core_facts_have_a_measure(judged: list[Judged]):
    missing = [each for each in judged if each.fact.measure_id is None]
    share = 1 - len(missing) / len(judged)
    print(f"{len(judged)} core facts extracted, {share:.1%} with a measure; without:")
    for each in missing:
        print(" ", each.row["id"], each.row["surface"], each.row["measure"], "| read as", each.fact.measure)
    assert share >= KNOWN


def test_the_catalogue_knows_most_of_them_without_decisions(judged: list[Judged]):
    share = sum(each.alone == each.measure_id for each in judged) / len(judged)
    print(f"{share:.1%} have the right measure by the catalogue alone")
    assert share >= ALONE


def test_the_measure_is_mostly_the_one_that_a_reader_gives(judged: list[Judged]):
    wrong = [each for each in judged if each.fact.measure_id not in (each.measure_id, None)]
    right = [each for each in judged if each.fact.measure_id == each.measure_id]
    share = len(right) / len(judged)
    print(f"{len(judged)} core facts extracted, {share:.1%} with the right measure; with another:")
    for each in wrong:
        print(" ", each.row["id"], each.row["surface"], each.fact.measure_id, "instead of", each.measure_id)
    assert share >= RIGHT
    assert len(wrong) <= len(judged) // 50  # a missing measure is seen in the review list, a wrong one is not
