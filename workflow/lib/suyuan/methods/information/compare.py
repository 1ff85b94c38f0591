"""Information of pairs of texts with what chance gives."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from suyuan.methods.information.chance import Interval, arrangements, deals, interval, verdict
from suyuan.methods.information.estimate import Counts, bias, information

CHUNK = 128  # permutations that are worked on together: bounds the memory, changes no result
ROUNDS_OF_HALVES = 199


@dataclass(frozen=True, slots=True)
class Compared:
    """Bits of a pair; ``chance`` is None where there are too few paragraphs to permute."""

    information: float
    bias: float
    chance: Interval | None


def generator(seed: int, *names: str) -> np.random.Generator:
    """Random numbers that depend on the seed and the names only, never on what else is compared."""
    digest = hashlib.sha256("\x1f".join(names).encode()).digest()
    return np.random.default_rng([seed, int.from_bytes(digest[:8], "big")])


def observed(a: Counts, b: Counts) -> float:
    """Information of two texts from their counts by paragraph, rounded so that equal arrangements give equal numbers."""
    return float(_rounded(information(a.sum(axis=0)[None], b.sum(axis=0)[None]))[0])


def compare_pair(a: Counts, b: Counts, rounds: int, share: float, random: np.random.Generator) -> Compared:
    """Two texts against two parts of one text: all their paragraphs dealt anew to two texts of the same lengths.

    ``a``, ``b``: counts, (paragraphs, vocabulary).
    """
    used = (a.sum(axis=0) + b.sum(axis=0)) > 0
    a, b = a[:, used], b[:, used]
    found, off = observed(a, b), bias(a.sum(axis=0), b.sum(axis=0))
    if arrangements([len(a), len(b)]) < 2 / share:
        return Compared(found, off, None)
    by_chance = _dealt_pairs(np.vstack([a, b]), [a.sum(), b.sum()], rounds, random)
    return Compared(found, off, interval(found, by_chance, share))


def _dealt_pairs(
    table: Counts, wanted: Sequence[float], rounds: int, random: np.random.Generator
) -> NDArray[np.float64]:
    """Information of the two parts of a table of paragraphs, for each of ``rounds`` deals."""
    dealt = deals(table.sum(axis=1).astype(int).tolist(), [int(n) for n in wanted], rounds, random)
    table = condensed(table)
    total = table.sum(axis=0)
    found = []
    for begin in range(0, rounds, CHUNK):
        second = dealt[begin : begin + CHUNK].astype(float) @ table
        found.append(information(total - second, second))
    return _rounded(np.concatenate(found))


def condensed(table: Counts) -> Counts:
    """A table (paragraphs, terms) with fewer columns that gives the same information however its paragraphs are dealt.

    A term that stands in one paragraph only is always wholly on one side and adds half of its share there, so all such
    terms of a paragraph can stand in one column. In most texts they are two terms of three.
    """
    alone = (table > 0).sum(axis=0) == 1
    return np.hstack([table[:, ~alone], np.diag(table[:, alone].sum(axis=1))])


def compare_sets(
    first: Sequence[Counts], second: Sequence[Counts], rounds: int, share: float, random: np.random.Generator
) -> list[list[Compared]]:
    """Each text of the first set with each of the second, against texts of the same lengths to which the paragraphs of each
    set were dealt anew within it: is a pair nearer, or farther, than random matter of the two sets is?
    """
    one, two = _DealtSet(first, rounds, random), _DealtSet(second, rounds, random)
    enough = arrangements([len(t) for t in first]) * arrangements([len(t) for t in second]) >= 2 / share
    by_chance = np.empty((len(first), len(second), rounds))
    for begin in range(0, rounds if enough else 0, CHUNK):
        left, right = one(begin), two(begin)
        for i, a in enumerate(left):
            for j, b in enumerate(right):
                by_chance[i, j, begin : begin + CHUNK] = _rounded(information(a, b))
    return [
        [_cell(a, b, by_chance[i, j], share, enough) for j, b in enumerate(second)]
        for i, a in enumerate(first)
    ]


def _cell(a: Counts, b: Counts, by_chance: NDArray[np.float64], share: float, enough: bool) -> Compared:
    found = observed(a, b)
    off = bias(a.sum(axis=0), b.sum(axis=0))
    return Compared(found, off, interval(found, by_chance, share) if enough else None)


class _DealtSet:
    """The texts of a set in each permutation; called with the first of a chunk."""

    def __init__(self, texts: Sequence[Counts], rounds: int, random: np.random.Generator) -> None:
        self.table = np.vstack(texts)
        lengths = self.table.sum(axis=1).astype(int).tolist()
        self.texts = len(texts)
        self.dealt = deals(lengths, [int(t.sum()) for t in texts], rounds, random)

    def __call__(self, begin: int) -> list[Counts]:
        chunk = self.dealt[begin : begin + CHUNK]
        return [(chunk == text).astype(float) @ self.table for text in range(self.texts)]


def halves(table: Counts, trials: int, share: float, random: np.random.Generator) -> int:
    """How many of ``trials`` pairs of halves of one text get a verdict: the text is halved at random, by paragraphs, and the
    halves are compared like two texts (with 199 permutations).
    """
    lengths = table.sum(axis=1).astype(int).tolist()
    half = sum(lengths) // 2
    outside = 0
    for second in deals(lengths, [sum(lengths) - half, half], trials, random).astype(bool):
        done = compare_pair(table[~second], table[second], ROUNDS_OF_HALVES, share, random)
        outside += verdict(done.information, done.chance) in ("nearer", "farther")
    return outside


def _rounded(bits: Counts) -> NDArray[np.float64]:
    return np.round(bits, 12)
