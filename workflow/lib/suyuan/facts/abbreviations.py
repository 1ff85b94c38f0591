"""Abbreviations that a document explains: 心血管疾病（cardiovascular diseases，CVDs）, and their full names in measures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from suyuan.facts.tokens import Token, tokenise
from suyuan.facts.words import column_words

EXPLAINED = re.compile(
    r"(?P<term>[\u4e00-\u9fff]{2,16})（(?:[A-Za-z][A-Za-z '’\-]*[，,；;：:] ?)?"
    r"(?P<short>[A-Z][A-Za-z0-9\-]{1,9})(?:[，,][^（）]{0,20})?）"
)
NOUNS = ("n", "vn", "b", "j", "l", "i", "a", "s", "g")
SAMPLE = re.compile(r"[A-Z]{1,3}\d{1,3}(?:-[A-Z]?\d{1,3})?")  # OF30, R50-B2: the name of a treatment
SYMBOL = re.compile(r"[A-Za-z]*\d.*")  # HbA1c, PM2: a symbol is the name by which the thing goes
SHORTEST = 2  # characters of a full name


def abbreviations(texts: Iterable[str]) -> dict[str, str]:
    """Abbreviation to full name, as the first explanation in ``texts`` gives it. Two short letters in a unit or a reference
    are no abbreviation: there must be Chinese words right before the bracket."""
    found: dict[str, str] = {}
    for text in texts:
        if "（" not in text:
            continue
        for match in EXPLAINED.finditer(text):
            term = _term(match["term"])
            if len(term) >= SHORTEST and not _kept(match["short"]):
                found.setdefault(match["short"], term)
    return found


def _kept(short: str) -> bool:
    """Stays as written in a measure: the name of a treatment, or a symbol."""
    return SAMPLE.fullmatch(short) is not None or SYMBOL.fullmatch(short) is not None


def _term(text: str) -> str:
    """The noun phrase at the end of the words before the bracket."""
    got: list[Token] = []
    for token in reversed(tokenise(text, [])):
        noun = token.flag.startswith(NOUNS) or (
            token.flag in ("v", "d") and token.text in column_words().noun_verbs
        )
        if not noun or token.text in column_words().light_verbs:
            break
        got.append(token)
    return "".join(token.text for token in reversed(got))


def in_full(measure: str | None, known: Mapping[str, str]) -> str | None:
    """A measure with the full name in place of each abbreviation that the document explains."""
    if measure is None:
        return None
    for short, term in known.items():
        if short in measure and term not in measure:
            measure = re.sub(rf"(?<![A-Za-z0-9]){re.escape(short)}(?![A-Za-z0-9])", term, measure)
    return measure
