"""Extraction of short texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Extraction, Knowledge, extract_facts
from suyuan.records.fact import BlockKind


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return Knowledge.load()


@pytest.fixture(scope="session")
def read(knowledge: Knowledge) -> Callable[..., Extraction]:
    """Extraction of blocks given as strings or (kind, text)."""

    def _read(*blocks: str | tuple[BlockKind, str], title: str | None = None) -> Extraction:
        return extract_facts(make_document(*blocks, title=title), knowledge)

    return _read
