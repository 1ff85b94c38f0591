"""A hundred damaged PDFs; ``make fuzz`` tries two thousand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from fuzz.mutations import mutate
from fuzz.run import RIGHT, outcomes
from fuzz.seeds import own_seeds

COUNT = 100


def test_damaged_files_are_read_or_refused(tmp_path: Path) -> None:
    found = list(outcomes(own_seeds(tmp_path), range(COUNT), tmp_path))
    assert [outcome for outcome in found if outcome.kind not in RIGHT] == []
    kinds = Counter(outcome.kind for outcome in found)
    assert (
        kinds["document"] >= 20 and kinds["refused"] >= 10
    )  # the damage is neither harmless nor all of a kind


def test_damage_is_the_same_for_the_same_number(tmp_path: Path) -> None:
    seeds = own_seeds(tmp_path)
    some = [mutate(seeds, number) for number in range(30)]
    assert some == [mutate(seeds, number) for number in range(30)]
    assert len(set(some) - set(seeds)) >= 25  # now and then the damage hits nothing
