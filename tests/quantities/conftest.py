"""Fixtures of the quantity tests: a flow from a phrase, and what was found in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.document import Block, Span
from suyuan.flow import Flow, make_flow
from suyuan.quantities import Mention, Quantities, find_quantities
from suyuan.records.fact import BlockKind


def flow_of(text: str, kind: BlockKind = "paragraph") -> Flow:
    return make_flow(text, Block(kind, (Span(0, len(text)),)))


@pytest.fixture(scope="session")
def make() -> Callable[..., Flow]:
    """Flow of a phrase."""
    return flow_of


@pytest.fixture(scope="session")
def find() -> Callable[..., Quantities]:
    """Quantities of a phrase."""

    def found(text: str, kind: BlockKind = "paragraph") -> Quantities:
        return find_quantities(flow_of(text, kind))

    return found


@pytest.fixture(scope="session")
def mentions() -> Callable[[str], list[tuple[str, Mention]]]:
    """Mentions of a phrase with their surfaces as the flow has them."""

    def found(text: str) -> list[tuple[str, Mention]]:
        flow = flow_of(text)
        return [(flow.text[m.start : m.end], m) for m in find_quantities(flow).mentions]

    return found
