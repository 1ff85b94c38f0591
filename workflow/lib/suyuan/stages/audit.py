"""Audit: so far, two editions of one source held against each other, fact by fact."""

from __future__ import annotations

import logging
from pathlib import Path

from suyuan.audit.editions import compare_editions
from suyuan.export import write_editions
from suyuan.records import Fact
from suyuan.stages.lines import read_records

log = logging.getLogger(__name__)


def run(facts: Path, editions: Path) -> None:
    """``editions``: a CSV row for each quantity of a source that was read in two editions; empty where none was."""
    rows = compare_editions(read_records(facts, Fact))
    write_editions(editions, rows)
    log.info("%d rows, %d of them the same", len(rows), sum(row.outcome == "same" for row in rows))
