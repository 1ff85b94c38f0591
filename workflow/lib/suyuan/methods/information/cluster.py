"""Which texts are near one another: average linkage, as a tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Merge:
    """Two clusters that become one. Clusters 0 to n-1 are the items; the k-th merge makes cluster n + k."""

    left: int
    right: int
    height: float  # mean distance between the items of the two
    size: int  # items of the new cluster


def average_linkage(distances: Sequence[Sequence[float]]) -> list[Merge]:
    """Merges of n items from a symmetric table of distances, the nearest clusters first (UPGMA: Sokal and Michener 1958,
    Univ. Kansas Sci. Bull. 38:1409-1438). Of equally near ones the first are merged; the lower number stands left.
    """
    count = len(distances)
    between = {(i, j): float(distances[i][j]) for j in range(count) for i in range(j)}
    sizes = dict.fromkeys(range(count), 1)
    merges: list[Merge] = []
    for new in range(count, 2 * count - 1):
        i, j = min(between, key=lambda pair: (round(between[pair], 12), pair))
        size = sizes[i] + sizes[j]
        merges.append(Merge(i, j, between[i, j], size))
        for k in sizes:
            if k not in (i, j):
                total = sizes[i] * between[_pair(i, k)] + sizes[j] * between[_pair(j, k)]
                between[k, new] = total / size
        sizes = {k: n for k, n in sizes.items() if k not in (i, j)} | {new: size}
        between = {pair: d for pair, d in between.items() if i not in pair and j not in pair}
    return merges


def _pair(i: int, j: int) -> tuple[int, int]:
    return (i, j) if i < j else (j, i)


def leaves(merges: Sequence[Merge], count: int) -> list[int]:
    """Items in the order in which the tree is drawn: those of the left cluster before those of the right."""
    if not merges:
        return list(range(count))
    found: list[int] = []
    waiting = [count + len(merges) - 1]
    while waiting:
        cluster = waiting.pop()
        if cluster < count:
            found.append(cluster)
        else:
            merge = merges[cluster - count]
            waiting += [merge.right, merge.left]
    return found
