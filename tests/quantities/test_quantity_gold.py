"""The grammar against what readers annotated, where the shared folder stands beside the repository."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from suyuan.flow import make_flows
from suyuan.quantities import find_quantities
from suyuan.reading import read_document

SHARED = Path(__file__).parents[2].parent / "shared"
NAMES = ("liu2023", "ma2018", "samr2024")


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "tools" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def found_in(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for flow in make_flows(read_document(path, source_id=path.stem, edition="original")):
        for m in find_quantities(flow).mentions:
            span = flow.span(m.start, m.end)
            numbers = {"value": m.value, "value_min": m.value_min, "value_max": m.value_max}
            row = {name: None if number is None else float(number) for name, number in numbers.items()}
            rows.append(
                row | {"start": span.start, "end": span.end, "unit": m.unit, "comparator": m.comparator}
            )
    return rows


@pytest.mark.skipif(
    not (SHARED / "gold").exists(), reason="the shared gold annotation is not beside the repository"
)
def test_number_and_unit_on_the_annotated_papers(tmp_path: Path) -> None:
    score = scorer()
    results = []
    for name in NAMES:
        path = SHARED / "corpus" / "papers" / f"{name}.txt"
        gold = score.load_gold(SHARED / "gold" / f"{name}.facts.jsonl", path.read_text(encoding="utf-8"))
        out = tmp_path / f"{name}.jsonl"
        out.write_text("\n".join(json.dumps(row) for row in found_in(path)), encoding="utf-8")
        results.append(score.score(gold, score.load_mentions(out)))
    tiers = score.pool(results)["tiers"]
    assert tiers["T1"]["f1"] >= 0.95
    assert tiers["T2"]["f1"] >= 0.95
