"""``docs/facts.md`` names the rooms and tables that there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "workflow" / "lib" / "suyuan"
PAGE = (Path(__file__).parents[1] / "docs" / "facts.md").read_text(encoding="utf-8")
TABLE = re.compile(r"[a-z_]+\.(?:yaml|csv)")
ROOMS = ("quantities", "time", "places", "facts", "reconcile")
MODULES = [path for room in ROOMS for path in sorted((PACKAGE / room).rglob("*.py"))] + [
    PACKAGE / "cutter.py"
]
CONFIG = {"areas.csv", "dimensions.yaml", "measures.yaml", "measure_decisions.csv"}  # of the subject


def test_every_table_of_words_that_the_stages_load_is_named_and_no_other() -> None:
    loaded = {
        name
        for path in MODULES
        for name in re.findall(r'"([a-z_]+\.(?:yaml|csv))"', path.read_text(encoding="utf-8"))
    }
    named = {
        cell
        for row in PAGE.splitlines()
        if row.startswith("| `")
        for cell in TABLE.findall(row.split("|")[1])
    }
    assert named == loaded - CONFIG
    assert all((PACKAGE / "data" / name).exists() for name in named)


@pytest.mark.parametrize(
    "room", re.findall(r"`((?:quantities|facts|time|places)/[a-z_]*\*?|cutter|flow)`", PAGE)
)
def test_every_room_that_it_names_is_there(room: str) -> None:
    assert list(PACKAGE.glob(f"{room.rstrip('*/')}*"))
