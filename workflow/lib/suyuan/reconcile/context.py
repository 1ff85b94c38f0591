"""What the sentence of a fact says beside its noun phrase: evidence for facts whose phrase says nothing of its own."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from suyuan.reconcile.phrases import bigrams, measure_words, normal_phrase
from suyuan.records import Fact

CLAUSE_END = re.compile(r"[，。；：！？;]")
LEAST_BIGRAMS = 4  # spellings with fewer pairs of characters are too common to be looked for in a sentence
OWN_CHARACTERS = 2  # a phrase with fewer characters beside general words says nothing of its own


def says_nothing(phrase: str | None) -> bool:
    """Whether a noun phrase names no measure: none was read, or general words only (占比, 累计数量, 方案的目标占比)."""
    text = normal_phrase(phrase or "")
    for word in _general_words():
        text = text.replace(word, "")
    return len(text) < OWN_CHARACTERS


def said_before(fact: Fact) -> str:
    """The sentence up to the end of the clause of the number, without the number; all of it where the number stands in
    it more than once or not at all."""
    sentence = fact.sentence
    if sentence.count(fact.surface) != 1:
        return sentence.replace(fact.surface, " ")
    start = sentence.index(fact.surface)
    end = CLAUSE_END.search(sentence, start + len(fact.surface))
    return f"{sentence[:start]} {sentence[start + len(fact.surface) : end.start() if end else None]}"


def said_share(spelling: str, context: str) -> float:
    """Share of the character pairs of a spelling (in normal form) that stand in a text, 0 to 1; 0 for short spellings."""
    wanted = set(bigrams(normal_phrase(spelling)))
    if len(wanted) < LEAST_BIGRAMS:
        return 0.0
    return len(wanted & set(_pairs(context))) / len(wanted)


@cache
def _pairs(context: str) -> frozenset[str]:
    """Character pairs of a text without blanks and filler words, none across a punctuation mark."""
    text = unicodedata.normalize("NFKC", context).lower()
    for filler in measure_words()["fillers"]:
        text = text.replace(filler, "")
    marked = "".join(c if unicodedata.category(c)[0] in "LN" else " " for c in text)
    return frozenset(pair for part in marked.split() for pair in bigrams(part))


@cache
def _general_words() -> tuple[str, ...]:
    """General words of the table, the longest first."""
    return tuple(sorted(measure_words()["general"], key=lambda word: (-len(word), word)))
