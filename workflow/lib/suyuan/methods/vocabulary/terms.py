"""Terms of a text: words cut by the tokeniser of the line, declared words whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from re import Pattern
from typing import NamedTuple

from suyuan.facts.tokens import Token, tokenise
from suyuan.methods.vocabulary.choice import TermChoice
from suyuan.places.trie import longest_match


class Term(NamedTuple):
    """A term and where it stands in the text that was cut."""

    text: str
    start: int
    end: int


def terms_of(text: str, choice: TermChoice) -> list[Term]:
    """Terms of a normalised text (``Flow.text``) in order. Numbers, Latin words, points and function words are none.

    A declared word joins whole words of the tokeniser and never cuts one: with 国家标准 declared, 国家标准化 stays
    国家 and 标准化.
    """
    return [
        Term(token.text, token.start, token.end)
        for token in _joined(text, tokenise(text, ()), choice.words)
        if choice.is_term(token.text, token.flag)
    ]


def _joined(text: str, tokens: Sequence[Token], words: tuple[str, ...]) -> Iterator[Token]:
    """Tokens with those of a declared word made one."""
    first = {token.start: n for n, token in enumerate(tokens)}
    last = {token.end: n for n, token in enumerate(tokens)}
    at = 0
    for match in _pattern(words).finditer(text):
        begin, end = first.get(match.start()), last.get(match.end())
        if begin is None or end is None or begin < at:
            continue
        yield from tokens[at:begin]
        yield Token(match.group(), "n", match.start(), match.end())
        at = end + 1
    yield from tokens[at:]


@lru_cache(maxsize=32)
def _pattern(words: tuple[str, ...]) -> Pattern[str]:
    return longest_match(words)
