"""Mutual information between terms and two texts, in bits.

Draw one of two texts, each with probability 1/2, and then one of its terms. The mutual information of the term and the
text is I(T;D) = H(T) - H(T|D). With these equal weights it is the Jensen-Shannon divergence of the two distributions of
terms, JS(p, q) = H(m) - (H(p) + H(q)) / 2 with m = (p + q) / 2 (Lin 1991, IEEE Trans. Inf. Theory 37(1):145-151): 0 for
equal distributions, 1 bit for texts without a common term.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.float64]  # how often each term of one vocabulary occurs; the last axis is the vocabulary


def information(a: Counts, b: Counts) -> Counts:
    """I(T;D) of pairs of texts from their counts, (..., V) each; each text has at least one term."""
    p = a / a.sum(axis=-1, keepdims=True)
    q = b / b.sum(axis=-1, keepdims=True)
    mixed: Counts = entropy((p + q) / 2) - (entropy(p) + entropy(q)) / 2
    return np.maximum(mixed, 0.0)


def entropy(shares: Counts) -> Counts:
    """Entropy in bits of distributions on the last axis."""
    logs = np.log2(shares, out=np.zeros_like(shares), where=shares > 0)
    result: Counts = -(shares * logs).sum(axis=-1)
    return result


def parts(a: Counts, b: Counts) -> tuple[Counts, Counts]:
    """What each term adds to the information, and to the similarity 1 - I; both are 0 or more.

    With shares p and q and m = (p + q) / 2, a term adds c = (p log2(p/m) + q log2(q/m)) / 2 to the information. The m sum to
    1, so that it adds m - c to the similarity: all of m where p = q, nothing where one of them is 0.
    """
    p = a / a.sum(axis=-1, keepdims=True)
    q = b / b.sum(axis=-1, keepdims=True)
    middle = (p + q) / 2
    apart = np.maximum((_part(p, middle) + _part(q, middle)) / 2, 0.0)
    return apart, np.maximum(middle - apart, 0.0)


def _part(share: Counts, middle: Counts) -> Counts:
    """p log2(p/m), 0 where p is 0."""
    ratio = np.divide(share, middle, out=np.ones_like(share), where=share > 0)
    result: Counts = share * np.log2(ratio)
    return result


def bias(a: Counts, b: Counts) -> float:
    """How many bits :func:`information` is too high at first order, because the shares are read off finite texts.

    Miller (1955) and Madow: the entropy of a sample of n terms is too low by sum(Var p)/(2 p) = (K - 1) / (2 n) nats, with K
    terms that occur. The same expansion of H(m), where Var m = (p(1-p)/n_a + q(1-q)/n_b) / 4 since the texts are two
    samples of given lengths, leaves for the information ::

        ( sum (1-p) q/(p+q) / n_a  +  sum (1-q) p/(p+q) / n_b ) / 4   nats

    with sums over the terms of both texts. For texts of equal length n it is (K' - sum 2pq/(p+q)) / (4n), with K' common
    terms; for equal distributions (K - 1) / (4n), as Miller and Madow's correction of the joint table gives it. Rare terms
    that no text shows yet are not in it, so that of short texts too little is taken off (Paninski 2003, Neural Computation
    15:1191-1253): the verdict rests on the permutations, never on this.
    """
    n_a, n_b = a.sum(), b.sum()
    p, q = a / n_a, b / n_b
    common = (p > 0) & (q > 0)
    p, q = p[common], q[common]
    nats = (((1 - p) * q / (p + q)).sum() / n_a + ((1 - q) * p / (p + q)).sum() / n_b) / 4
    return float(nats / np.log(2))
