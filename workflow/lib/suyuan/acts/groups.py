"""Groups of what belongs together where belonging is told pair by pair, and may contradict itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def whole_groups(fits: Mapping[int, Collection[int]], count: int) -> list[list[int]]:
    """Groups of the numbers below ``count`` in which every two fit, in the order of their first members.

    ``fits`` gives the others that a number fits, both ways. Two numbers are in one group if they fit one another and fit
    the same others. So a number that fits two which exclude one another (2014 beside 2014-03 and 2014-09) joins neither,
    and the groups do not depend on the order.
    """
    groups: dict[frozenset[int], list[int]] = {}
    for n in range(count):
        groups.setdefault(frozenset((n, *fits.get(n, ()))), []).append(n)
    return list(groups.values())
