"""The second coding of the acts of the digests: every judgement fits one act, and the page says what comes out."""

import subprocess
import sys
from pathlib import Path

from suyuan.markers import part_named

ROOT = Path(__file__).parents[3]


def test_the_page_has_the_agreement_that_is_reached():
    """It ends with 1 where a judgement of the file fits no act, or several."""
    said = subprocess.run(
        [sys.executable, "benchmarks/coding.py"], capture_output=True, check=True, cwd=ROOT, encoding="utf-8"
    )
    page = (ROOT / "docs/methods/coding.md").read_text(encoding="utf-8")
    assert said.stdout.strip() == part_named(page, "second coding").body, (
        "run: python benchmarks/coding.py --write"
    )
