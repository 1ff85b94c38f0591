"""Nature of a quantity: actual, target or forecast."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from suyuan.facts.paragraph import Paragraph
from suyuan.places.tables import package_yaml
from suyuan.quantities.mention import Mention
from suyuan.records.fact import Nature


@dataclass(frozen=True)
class NatureWords:
    """nature_words.yaml."""

    target: tuple[str, ...]
    forecast: tuple[str, ...]
    not_forecast: tuple[str, ...]
    not_target: tuple[str, ...]


@cache
def nature_words() -> NatureWords:
    """The word table of the package."""
    table = package_yaml("nature_words.yaml")
    return NatureWords(**{key: tuple(value) for key, value in table.items()})


def nature_of(par: Paragraph, mention: Mention, *, planned: bool) -> Nature:
    """Nature from the words before the number in its sentence.

    ``planned``: the time of the quantity lies ahead of the telling.
    """
    words = nature_words()
    sentence = par.sentences[par.sentence_at(mention.start)]
    clause = par.clause(mention.start)
    before = par.text[sentence.start : mention.start]
    near = par.text[max(sentence.start, clause.start - 20) : mention.start]
    if any(word in before for word in words.not_target) or any(word in before for word in words.not_forecast):
        return "target" if planned and any(word in near for word in words.target) else "actual"
    if any(word in par.text[clause.start : mention.start] for word in words.forecast):
        return "forecast"
    if any(word in near for word in words.target) or ("目标" in before and "：" in before):
        return "target"
    if planned:
        return "target"
    return "actual"
