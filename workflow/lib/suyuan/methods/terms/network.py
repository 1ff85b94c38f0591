"""Which terms stand together in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log2


@dataclass(frozen=True, slots=True)
class Edge:
    """Two terms, the sentences with both, and the number expected of independent terms."""

    a: str
    b: str
    together: int
    expected: float

    @property
    def pmi(self) -> float:
        """Pointwise mutual information in bits (Church and Hanks 1990, Computational Linguistics 16:22-29)."""
        return log2(self.together / self.expected)


def most_frequent(sentences: Sequence[Collection[str]], count: int) -> list[str]:
    """Terms that stand in most sentences; equal ones in the order of their characters."""
    found = Counter(term for sentence in sentences for term in set(sentence))
    return sorted(found, key=lambda term: (-found[term], term))[:count]


def edges_of(sentences: Sequence[Collection[str]], terms: Collection[str], least: int) -> Iterator[Edge]:
    """Pairs of ``terms`` that stand together in ``least`` sentences or more, and oftener than independent terms would.

    Terms in n_a and n_b of N sentences are expected together in n_a n_b / N of them.
    """
    alone: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        own = sorted(set(sentence) & set(terms))
        alone.update(own)
        together.update(combinations(own, 2))
    for (a, b), count in sorted(together.items()):
        expected = alone[a] * alone[b] / len(sentences)
        if count >= least and count > expected:
            yield Edge(a, b, count, expected)


def groups_of(terms: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """Group of each joined term, 1 for the largest: greedy modularity over sentences shared (Clauset, Newman and Moore 2004,
    Phys. Rev. E 70:066111). Terms that are joined with none have none.
    """
    import networkx as nx  # loaded on first use: half a second

    graph = nx.Graph()
    graph.add_nodes_from(term for term in sorted(terms) if any(term in (e.a, e.b) for e in edges))
    graph.add_weighted_edges_from((edge.a, edge.b, edge.together) for edge in edges)
    if not graph:
        return {}
    found = nx.community.greedy_modularity_communities(graph, weight="weight")
    ordered = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    return {term: number for number, group in enumerate(ordered, 1) for term in group}
