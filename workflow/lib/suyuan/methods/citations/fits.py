"""Whether marks fit the entries that they name, and from which number on they do not."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from suyuan.methods.citations.described import LOOKED_UP
from suyuan.methods.citations.lists import Entry
from suyuan.methods.citations.marks import Mark
from suyuan.methods.citations.signs import Glossary, initials, runs, short_forms
from suyuan.methods.citations.tied import Listed

FEW = 3  # a sign in more entries, or before more marks, than these tells none of them apart
LEAST = 3  # numbers that must speak on each side of a break, and that must not fit after it
SHORT, RUN = "=", "~"  # before an abbreviation, before a run of characters
NO_WORDS = re.compile(r"https?:\S+|10\.\d{4,}/\S+")
ROUNDS = 1999
LEVEL = 0.05


@dataclass(frozen=True, slots=True)
class Fit:
    """What the words before a mark say about its number.

    ``fits``: true if they share a sign with the entry that it names; false if only with others; a mark whose words share
    none with any entry says nothing and has no Fit.
    """

    mark: Mark
    fits: bool
    others: tuple[int, ...]
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """From ``number`` on marks fit their entries less often than before. ``p`` of the permutations are as uneven."""

    number: int
    before: tuple[int, int]  # numbers that fit, numbers that speak
    after: tuple[int, int]
    p: float


def fits_of(listed: Listed, marks: Sequence[Mark], glossary: Glossary) -> list[Fit]:
    """A Fit for each mark whose words, from the mark before in its sentence, say something about entries of the list.

    Words that share a sign, or four Chinese characters in a row, with the entry that the mark names fit it. Against it
    speaks only what tells entries apart: a sign that stands in few entries and before few marks.
    """
    entries = listed.chain.entries
    of_entry = [_of_entry(entry, glossary) for entry in entries]
    of_mark = [_of_mark(mark, marks, glossary) for mark in marks]
    in_entries = Counter(sign for signs in of_entry for sign in signs)
    before_marks = Counter(sign for signs in of_mark for sign in signs)
    telling = {
        s for s, n in in_entries.items() if n <= FEW and before_marks[s] <= FEW and not s.startswith(RUN)
    }
    found = []
    for mark, said in zip(marks, of_mark, strict=True):
        cited = {i for i, e in enumerate(entries) if any(e.number <= n <= e.number_to for n in mark.numbers)}
        fits = any(said & of_entry[i] for i in cited)
        shared = {i: own for i, signs in enumerate(of_entry) if (own := said & signs & telling)}
        if cited and (fits or shared):
            others = () if fits else tuple(sorted(entries[i].number for i in shared))
            words = () if fits else tuple(sorted({s.lstrip(SHORT) for own in shared.values() for s in own}))
            found.append(Fit(mark, fits, others, words))
    return found


def _of_mark(mark: Mark, marks: Sequence[Mark], glossary: Glossary) -> set[str]:
    start = max([mark.sentence[0], *(m.at for m in marks if m.flow is mark.flow and m.at < mark.at)])
    words = mark.flow.text[start : mark.at]
    return glossary.signs(words) | {SHORT + s for s in short_forms(words)} | {RUN + r for r in runs(words)}


def _of_entry(entry: Entry, glossary: Glossary) -> set[str]:
    text = " ".join([entry.text, *(line.text for line in entry.other)])
    text = NO_WORDS.sub(" ", LOOKED_UP.sub(" ", text))
    return glossary.signs(text) | {SHORT + i for i in initials(text)} | {RUN + r for r in runs(text)}


def by_number(fits: Sequence[Fit]) -> list[tuple[int, bool]]:
    """Numbers that speak, in order: true if a mark of the number fits. A mark with several numbers counts for its first."""
    found: dict[int, bool] = {}
    for fit in fits:
        number = fit.mark.numbers[0]
        found[number] = found.get(number, False) or fit.fits
    return sorted(found.items())


def break_of(numbers: Sequence[tuple[int, bool]], seed: int = 0) -> Break | None:
    """The number from which entries fit less often, if that is not chance.

    For each cut of the ordered numbers: probability by the hypergeometric distribution (Fisher's exact test, one-sided) that
    no more numbers after the cut fit than did. The least of these over all cuts is held against the same least value of
    permutations of the answers (maximally selected statistic: a cut that is sought is not tested as if it had been given);
    p = (1 + permutations as small) / (1 + permutations).
    """
    answers = np.array([fits for _, fits in numbers], dtype=bool)
    n = len(answers)
    if n < 2 * LEAST or (~answers).sum() < LEAST:
        return None
    tails = tails_of(n, int(answers.sum()))
    least, cuts = least_of(answers[np.newaxis], tails)
    rng = np.random.default_rng(seed)
    drawn, _ = least_of(rng.permuted(np.tile(answers, (ROUNDS, 1)), axis=1), tails)
    p = (1 + int((drawn <= least[0] * (1 + 1e-9)).sum())) / (1 + ROUNDS)
    at = int(cuts[0])
    before, after = answers[:at], answers[at:]
    if p > LEVEL or (~after).sum() < LEAST:
        return None
    return Break(numbers[at][0], (int(before.sum()), at), (int(after.sum()), n - at), round(p, 4))


def tails_of(n: int, fitting: int) -> np.ndarray:
    """``[size, k]``: probability that at most k of a draw of ``size`` out of n, of which ``fitting`` fit, fit."""
    tails = np.ones((n + 1, n + 1))
    for size in range(n + 1):
        total = 0
        for k in range(size + 1):
            total += math.comb(fitting, k) * math.comb(n - fitting, size - k)
            tails[size, k] = total / math.comb(n, size)
    return tails


def least_of(rows: np.ndarray, tails: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each row of answers the least probability over all cuts, and the first cut that has it."""
    n = rows.shape[1]
    cuts = np.arange(LEAST, n - LEAST + 1)
    after = np.cumsum(rows[:, ::-1], axis=1)[:, ::-1]
    found = tails[n - cuts, after[:, cuts]]
    at = found.argmin(axis=1)
    return found[np.arange(len(rows)), at], cuts[at]
