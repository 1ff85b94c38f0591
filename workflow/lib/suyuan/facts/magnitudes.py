"""Labels: whether they name a magnitude, and whether a verb stands in them."""

from __future__ import annotations

from functools import cache

from suyuan.facts.tokens import tokenise
from suyuan.facts.words import column_words


def names_magnitude(label: str) -> bool:
    """Whether the end of a label says what it measures (a sum of money, a number of things, a share): 投资额, 人数, 覆盖率."""
    return label.endswith(_heads())


@cache
def _heads() -> tuple[str, ...]:
    words = column_words()
    return (*words.money_heads, *words.count_heads, *words.share_heads_end)


def has_verb(label: str) -> bool:
    """A verb stands in the label that is no noun."""
    return any(t.flag == "v" and t.text not in column_words().noun_verbs for t in tokenise(label, []))
