"""What chance alone gives: paragraphs dealt anew to texts of the same lengths.

Terms come in bunches: a paragraph about one matter repeats its words. Two halves of one text therefore differ far more than
two samples of single terms would, and a test that deals terms finds a difference nearly always. What is dealt here is
the paragraph, which is as near to independent as parts of a text come (block permutation: Good, Permutation, Parametric and
Bootstrap Tests of Hypotheses, 3rd ed. 2005, ch. 3 on exchangeable units).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb, floor
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Verdict = Literal["nearer", "farther", "none", "cannot_tell"]


@dataclass(frozen=True, slots=True)
class Interval:
    """Ends and middle of what the permutations give, and the two-sided p of what was observed."""

    low: float
    middle: float
    high: float
    p: float


def deals(
    lengths: Sequence[int], wanted: Sequence[int], rounds: int, generator: np.random.Generator
) -> NDArray[np.intp]:
    """Which text each paragraph falls to, (rounds, paragraphs).

    ``lengths``: terms of each paragraph; ``wanted``: terms of each text. The paragraphs are put in a random order, which is
    cut where the sums of terms come nearest to the wanted ones, so that the texts keep their lengths; each gets one
    paragraph at least. There are not more texts than paragraphs.
    """
    count, texts = len(lengths), len(wanted)
    order = generator.permuted(np.tile(np.arange(count), (rounds, 1)), axis=1)
    sums = np.cumsum(np.asarray(lengths)[order], axis=1)
    found = np.zeros((rounds, count), dtype=np.intp)
    last = np.zeros(rounds, dtype=np.intp)  # paragraphs of the texts so far
    places = np.arange(count)
    for text, target in enumerate(np.cumsum(wanted)[:-1]):
        cut = np.abs(sums - target).argmin(axis=1) + 1
        last = np.clip(cut, last + 1, count - (texts - 1 - text))
        found += places >= last[:, None]
    result = np.empty_like(found)
    np.put_along_axis(result, order, found, axis=1)
    return result


def arrangements(paragraphs: Sequence[int]) -> int:
    """In how many ways paragraphs can be dealt to texts that keep their numbers of paragraphs."""
    ways, left = 1, sum(paragraphs)
    for own in paragraphs:
        ways *= comb(left, own)
        left -= own
    return ways


def interval(observed: float, by_chance: NDArray[np.float64], share: float) -> Interval:
    """Interval that holds all but ``share`` of what chance gives, half of that on each side.

    Of R permutations the ends are the k-th lowest and highest, k = floor(share/2 (R+1)): what was observed, if it came about
    like the permutations, lies below the lower or above the upper with probability 2k/(R+1) at most. p is twice the smaller of
    (1 + number at or below) / (R+1) and (1 + number at or above) / (R+1) (Davison and Hinkley 1997, Bootstrap Methods and
    their Application, ch. 4). Raises ValueError for too few permutations.
    """
    ordered = np.sort(by_chance)
    rounds = len(ordered)
    k = floor(share / 2 * (rounds + 1) + 1e-9)
    if k < 1:
        raise ValueError(f"{rounds} permutations are too few for {share}; at least {floor(2 / share)}")
    below, above = int((ordered <= observed).sum()), int((ordered >= observed).sum())
    p = min(1.0, 2 * (1 + min(below, above)) / (rounds + 1))
    middle = float(np.median(ordered))
    return Interval(float(ordered[k - 1]), middle, float(ordered[rounds - k]), p)


def verdict(observed: float, chance: Interval | None) -> Verdict:
    """A word only for what is outside the interval: more information than chance gives is ``farther``."""
    if chance is None:
        return "cannot_tell"
    if observed > chance.high:
        return "farther"
    return "nearer" if observed < chance.low else "none"
