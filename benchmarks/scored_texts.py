"""What the benchmarks over annotated texts share: folders, options, facts as the scorer takes them.

To be imported before anything of tests/, which is no package: the import puts that folder on the path in the place of this
one, whose facts.py and reading.py would stand in the way.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from suyuan.document import Document
    from suyuan.facts import Knowledge

ROOT = Path(__file__).resolve().parents[1]
EVALUATION = ROOT / "docs" / "evaluation.md"
sys.path[0] = str(ROOT / "tests")


def options_of(description: str | None, *, corpus: bool = True) -> argparse.ArgumentParser:
    """A parser with --corpus (asked for, or at will), --tools, --set and --write."""
    from scoring_sections import SETS

    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=corpus, help="folder of the annotated documents")
    parser.add_argument("--tools", type=Path, required=True, help="folder of score.py")
    parser.add_argument("--set", choices=SETS, default="development")
    parser.add_argument("--write", action="store_true", help="bring docs/evaluation.md up to date")
    return parser


def facts_found(document: Document, knowledge: Knowledge) -> list[dict[str, Any]]:
    """The facts of a document as rows of its JSON file."""
    from suyuan.facts import extract_facts, fact_json

    return [json.loads(json.dumps(fact_json(fact))) for fact in extract_facts(document, knowledge).facts]
