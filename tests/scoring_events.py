"""Hold extracted acts and links against those that a reader expected (tests/data/digests/README.md).

An act is met where the date is equal and, of one with a title, the title is alike, else the passages meet (``date``);
with at least half of all actors named by either named by both (``actors``). A link is met where its passage meets that of
the row and the pair is the same in either order (``pair``), and the kind (``kind``; the tables know cooperation and
transfer, and agreements, platforms and branches count as cooperation).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from scoring import Score, alike, place
from suyuan.document import Document
from suyuan.records import Act, Link

ACT_TIERS, LINK_TIERS = ("date", "actors"), ("pair", "kind")
Row = dict[str, Any]
T = TypeVar("T")


def link_rows(path: Path) -> list[Row]:
    """Rows of a table of links, with the quote as context."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {**row, "context": row["quote"], "id": f"{path.name}:{number}", "class": "core"}
            for number, row in enumerate(csv.DictReader(file), start=2)
        ]


def score_acts(document: Document, acts: Sequence[Act], expected: Sequence[Row]) -> dict[str, Score]:
    """Score of each tier over the core rows; acts that meet an optional row count neither way."""

    def dated(row: Row, act: Act) -> bool:
        if act.date != row["date"]:
            return False
        return alike(row["title"], act.title or "") if row["title"] else _meet(document, row, act)

    def by_whom(row: Row, act: Act) -> bool:
        return dated(row, act) and _half(set(row["actors"]), set(act.actors))

    return {"date": _score(expected, acts, dated, dated), "actors": _score(expected, acts, by_whom, dated)}


def score_links(document: Document, links: Sequence[Link], expected: Sequence[Row]) -> dict[str, Score]:
    """Score of each tier; every row counts."""

    def pair(row: Row, link: Link) -> bool:
        return {row["a"], row["b"]} == {link.a, link.b} and _meet(document, row, link)

    def kind(row: Row, link: Link) -> bool:
        return pair(row, link) and (row["kind"] == "transfer") == (link.kind == "transfer")

    return {"pair": _score(expected, links, pair, pair), "kind": _score(expected, links, kind, kind)}


def _meet(document: Document, row: Row, found: Act | Link) -> bool:
    start, end = place(document, row)
    return found.start < end and start < found.end


def _half(wanted: set[str], named: set[str]) -> bool:
    return wanted == named or 2 * len(wanted & named) >= len(wanted | named)


def _score(
    expected: Sequence[Row],
    found: Sequence[T],
    meets: Callable[[Row, T], bool],
    spares: Callable[[Row, T], bool],
) -> Score:
    """Each found one pays for one row, core rows first; what is left over and meets an optional row leaves the count."""
    free = list(found)
    hits = 0
    for row in (row for row in expected if row["class"] == "core"):
        index = next((i for i, item in enumerate(free) if meets(row, item)), None)
        if index is not None:
            free.pop(index)
            hits += 1
    optional = [row for row in expected if row["class"] != "core"]
    extra = sum(not any(spares(row, item) for row in optional) for item in free)
    return Score(hits, extra, sum(row["class"] == "core" for row in expected) - hits)


def added(scores: Iterable[Score]) -> Score:
    """Counts of several sources."""
    each = list(scores)
    return Score(sum(s.hit for s in each), sum(s.extra for s in each), sum(s.missed for s in each))


def event_line(name: str, acts: dict[str, Score], links: dict[str, Score]) -> str:
    """A row of the table; a source without such rows and without finds has a dash."""
    cells = [name]
    for tiers, scores in ((ACT_TIERS, acts), (LINK_TIERS, links)):
        cells.append(str(scores[tiers[0]].hit + scores[tiers[0]].missed))
        for tier in tiers:
            score = scores[tier]
            none = not (score.hit or score.extra or score.missed)
            cells.append("–" if none else f"{score.precision:.2f} {score.recall:.2f}")
    return f"| {' | '.join(cells)} |"


def event_table(scores: dict[str, tuple[dict[str, Score], dict[str, Score]]]) -> str:
    """Markdown: a row a digest and one for all, with precision and recall."""
    heads = ["P R", "core acts", "date and title or passage", "actors", "links", "pair", "kind"]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    lines += [event_line(name, *both) for name, both in scores.items()]
    acts = {tier: added(both[0][tier] for both in scores.values()) for tier in ACT_TIERS}
    links = {tier: added(both[1][tier] for both in scores.values()) for tier in LINK_TIERS}
    return "\n".join([*lines, event_line("all", acts, links)])
