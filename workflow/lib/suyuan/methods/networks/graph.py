"""The network of links, and its measures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from suyuan.records import Link

Pair = tuple[str, str]  # in the order of the names


def pair_of(link: Link) -> Pair:
    """Its two places in the order of their names."""
    a, b = sorted((link.a, link.b))
    return a, b


def by_pair(links: Sequence[Link]) -> dict[Pair, list[Link]]:
    """Links of each pair of places, pairs in order."""
    found: dict[Pair, list[Link]] = {}
    for link in links:
        found.setdefault(pair_of(link), []).append(link)
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True)
class Measured:
    """Measures of each place."""

    degree: Mapping[str, int]
    centrality: Mapping[str, float]
    betweenness: Mapping[str, float]
    circle: Mapping[str, int | None]


def measured(pairs: Sequence[Pair], core: Sequence[str]) -> Measured:
    """Measures of the undirected graph of the pairs, each an edge however many links it has.

    Degree, degree centrality degree / (n - 1) and betweenness, normalised (Freeman 1977, 1978; Brandes 2001), and circle:
    the least number of edges to a place of the core (breadth first), None without a way. An empty core: the places of
    highest degree. Places of the core that have no link do not count.
    """
    import networkx as nx  # loaded on first use: half a second

    graph: Any = nx.Graph()
    graph.add_edges_from(sorted(pairs))
    degree = {name: int(graph.degree(name)) for name in sorted(graph)}
    most = max(degree.values(), default=0)
    middle = [name for name in core if name in graph] or [n for n in degree if degree[n] == most]
    if core and not any(name in graph for name in core):
        middle = []
    steps = nx.multi_source_dijkstra_path_length(graph, set(middle), weight=None) if middle else {}
    return Measured(
        degree,
        dict(nx.degree_centrality(graph)) if len(graph) > 1 else {},
        dict(nx.betweenness_centrality(graph)),
        {name: int(steps[name]) if name in steps else None for name in degree},
    )


def density(places: int, pairs: int) -> float | None:
    """Linked pairs of the n (n - 1) / 2 that there could be; None for fewer than two places."""
    return pairs / (places * (places - 1) / 2) if places > 1 else None


def raised(links: Sequence[Link], to: Callable[[str], str | None]) -> list[tuple[Pair, Link]]:
    """Links between what their places lie in; those inside one place, and those of a place above the level, are left out."""
    found = []
    for link in links:
        a, b = to(link.a), to(link.b)
        if a is not None and b is not None and a != b:
            low, high = sorted((a, b))
            found.append(((low, high), link))
    return found
