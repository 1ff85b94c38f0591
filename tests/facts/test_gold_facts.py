"""Area and measure on annotated papers that lie beside the repository, scored by their own scorer."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from suyuan.facts import Knowledge, extract_facts, fact_json
from suyuan.reading import read_document

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT / ".." / "shared"
PAPERS = ("liu2023", "ma2018", "samr2024")

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the annotated papers (../shared/gold) are not on this machine"
)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", SHARED / "tools" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("config", "floor"),
    [(ROOT / "config", (0.95, 0.95, 0.88, 0.87, 0.78)), (None, (0.95, 0.95, 0.88, 0.85, 0.76))],
)
def test_pooled_f1(scorer: ModuleType, config: Path | None, floor: tuple[float, ...]) -> None:
    """With the subject's tables and, nearly as well, with those of the language alone."""
    knowledge = Knowledge.load(config)
    results = []
    for name in PAPERS:
        path = SHARED / "corpus" / "papers" / f"{name}.txt"
        extraction = extract_facts(read_document(path, source_id=name, edition="text"), knowledge)
        gold = scorer.load_gold(SHARED / "gold" / f"{name}.facts.jsonl", path.read_text(encoding="utf-8"))
        results.append(scorer.score(gold, [fact_json(fact) for fact in extraction.facts]))
    tiers = scorer.pool(results)["tiers"]
    reached = {tier: tiers[tier]["f1"] for tier in scorer.TIERS}
    assert all(reached[tier] >= least for tier, least in zip(scorer.TIERS, floor, strict=True)), reached
