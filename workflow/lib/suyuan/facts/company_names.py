"""Names of companies written in full: places in them are no areas (甲地|电气（乙地）开关有限公司)."""

from __future__ import annotations

import re

from suyuan.document import Span
from suyuan.facts.tokens import tokenise
from suyuan.facts.words import column_words
from suyuan.gated import gated

ENDING = gated("(?:股份|集团|责任)?有限(?:责任)?公司|集团公司|股份公司", ["公司"])
LONGEST = 28  # characters before the ending
STOPS = frozenset('，。；：、！？“”"《》〈〉|/')
OUTSIDE = frozenset({"p", "c", "uj", "ul", "d", "m", "r", "PUNCT", "x"})  # parts of speech that no name has
NOUNS = frozenset({"n", "nr", "nz"})
IN_BRACKETS = re.compile(r"（[一-龥]{2,6}）$")


def company_names(text: str) -> list[Span]:
    """Spans of such names in ``text``, in order; each ends with its 有限公司, 集团公司 or 股份公司."""
    names: list[Span] = []
    for match in ENDING.finditer(text):
        low = max(names[-1].end if names else 0, match.start() - LONGEST)
        start = _start(text, low, match.start())
        if start < match.start():
            names.append(Span(start, match.end()))
    return names


def _start(text: str, low: int, end: int) -> int:
    """Where the name that goes on to ``end`` begins: after a mark, a verb, a preposition."""
    low = max([low, *(i + 1 for i in range(low, end) if text[i] in STOPS)])
    closing = text.rfind("）", low, end)
    if closing >= 0:
        inner = IN_BRACKETS.search(text, low, closing + 1)
        rest = _by_words(text, closing + 1, end)
        if inner is None or rest > closing + 1:
            return max(rest, closing + 1)
        return _by_words(text, low, inner.start())
    opening = text.rfind("（", low, end)
    return _by_words(text, opening + 1 if opening >= 0 else low, end)


def _by_words(text: str, low: int, end: int) -> int:
    start = end
    tokens = tokenise(text[low:end], [])
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        trade = (
            at > 0
            and at == len(tokens) - 1
            and tokens[at - 1].flag in NOUNS
            and token.text not in column_words().founding_verbs
        )
        verb = token.flag == "v" and token.text not in column_words().noun_verbs and not trade
        if verb or token.flag in OUTSIDE:
            break
        start = low + token.start
    return start
