"""Keywords of a text: TF-IDF and TextRank."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

import numpy as np

DAMPING = 0.85
ENOUGH = 1e-12  # change of the scores at which the walk has settled
DIGITS = 9  # to which scores are compared, so that the order does not hang on rounding


def tf_idf(counts: Mapping[str, int], documents: Mapping[str, int], total: int) -> dict[str, float]:
    """Share of each term of a document times ln((1 + N) / (1 + n)), where n of N documents hold the term.

    The inverse document frequency of Sparck Jones (1972, J. Documentation 28:11-21), with one document added that holds every
    term. A term that all documents hold tells none from the others: it has 0, and so has every term of a single document.
    """
    length = sum(counts.values())
    return {term: count / length * log((1 + total) / (1 + documents[term])) for term, count in counts.items()}


def textrank(sentences: Sequence[Sequence[str]], window: int) -> dict[str, float]:
    """Share of a random walk over terms that stand near one another (Mihalcea and Tarau 2004, EMNLP: 404-411); sums to 1.

    ``sentences``: the terms of each in order. A term is joined with the next ``window - 1`` terms of its sentence, each time with
    weight 1; the walk follows an edge by its weight with probability 0.85 and else begins anew at any term. Of the method of
    1998 for pages (Brin and Page) it differs in that edges have no direction. A term joined with none is only reached anew.
    """
    weights: Counter[tuple[str, str]] = Counter()
    for sentence in sentences:
        for place, term in enumerate(sentence):
            for other in sentence[place + 1 : place + window]:
                if other != term:
                    weights[min(term, other), max(term, other)] += 1
    names = sorted({term for sentence in sentences for term in sentence})
    index = {name: number for number, name in enumerate(names)}
    pairs = sorted(weights.items())
    ends = np.array([(index[a], index[b]) for (a, b), _ in pairs], dtype=int).reshape(-1, 2)
    into, out = np.concatenate([ends[:, 0], ends[:, 1]]), np.concatenate([ends[:, 1], ends[:, 0]])
    along = np.array([weight for _, weight in pairs] * 2, dtype=float)
    sums = np.bincount(out, along, len(names))
    chance = along / sums[out]
    alone = sums == 0
    scores = np.full(len(names), 1 / max(1, len(names)))
    change = 1.0
    while change > ENOUGH:
        anew = (1 - DAMPING + DAMPING * scores[alone].sum()) / max(1, len(names))
        following = DAMPING * np.bincount(into, chance * scores[out], len(names)) + anew
        change = float(np.abs(following - scores).sum())
        scores = following
    return dict(zip(names, scores.tolist(), strict=True))


def highest(scores: Mapping[str, float], count: int) -> list[tuple[str, float]]:
    """Terms with the highest scores above 0; equal ones in the order of their characters."""
    order = sorted(
        (term for term in scores if round(scores[term], DIGITS) > 0),
        key=lambda term: (-round(scores[term], DIGITS), term),
    )
    return [(term, scores[term]) for term in order[:count]]
