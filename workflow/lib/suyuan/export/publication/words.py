"""Words, numbers and times as tables show them; the words themselves are in ``suyuan/data/publication_words.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from suyuan.export.publication.declaration import TableUnit
from suyuan.figures.text import SIGNS, has_han, number
from suyuan.figures.times import date_text
from suyuan.places.tables import package_yaml
from suyuan.reconcile.catalogue import Measure
from suyuan.records import Observation
from suyuan.records.period import period

WORDS = "publication_words.yaml"
GROUP_FROM = 1_000  # thousands are grouped in a column of numbers, so that digits stand below one another
DAGGER = "†"


@cache
def publication_words() -> Mapping[str, Any]:
    """The table ``suyuan/data/publication_words.yaml``."""
    return package_yaml(WORDS)


def word(table: str, name: str, language: str) -> str:
    """Word of a table of words; a name that is not listed stays as it is."""
    entry = publication_words()[table].get(name)
    return str(entry[language]) if entry is not None else name


def phrase(name: str, language: str) -> str:
    """One of the single words (comma, colon, sources …)."""
    return str(publication_words()[name][language])


def text_in(texts: Mapping[Any, str], language: str) -> str:
    """Text in a language of a table of texts by language; empty where there is none."""
    return texts.get(language, "")


def value_text(observation: Observation, unit: TableUnit | None, language: str) -> str:
    """Number with its qualifier: ``>17,000``, ``about 20``, ``20–30``; a dagger where statements exclude one another."""
    scale = unit.divide_by if unit is not None else Fraction(1)
    if observation.value is not None:
        shown = SIGNS[language][observation.comparator] + number(
            observation.value / scale, group_from=GROUP_FROM
        )
    else:
        ends = (observation.value_min, observation.value_max)
        shown = "–".join(number(end / scale, group_from=GROUP_FROM) for end in ends if end is not None)
    return shown + (DAGGER if observation.obs_status == "conflicting" else "")


def unit_text(measure: Measure, unit: TableUnit | None, language: str) -> str:
    """Unit of the value shown; a Chinese classifier (项) is left out in other languages, which have no such word."""
    if unit is not None:
        return text_in(unit.unit, language)
    own = measure.unit or ""
    return "" if language != "zh" and has_han(own) else own


def time_text(observation: Observation, language: str) -> str:
    """Time in words; where no year is given also when the source told it, after which it cannot be."""
    shown = date_text(observation.time_period, language)
    told = observation.vintage
    if period(observation.time_period).dated or not told or told in publication_words()["vintage"]:
        return shown
    if told == observation.time_period or not period(told).dated:
        return shown
    return phrase("told", language).format(time=shown, told=date_text(told, language))


def vintage_text(observation: Observation, language: str) -> str:
    """preliminary, revised or final in words; empty where the source does not say."""
    vintage = observation.vintage or ""
    return word("vintage", vintage, language) if vintage in publication_words()["vintage"] else ""
