"""Names of places in English texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from suyuan.language import alternatives
from suyuan.places.records import ADMINISTRATIVE, Place


class EnglishNames(NamedTuple):
    """Short names by names in English, and the pattern that finds these, the longest match first."""

    names: dict[str, str]
    pattern: re.Pattern[str]


def english_names(places: Iterable[Place]) -> EnglishNames:
    """Names in English of those places and groups that have one."""
    kinds = ADMINISTRATIVE | {"group"}
    names = {place.name_en: place.name for place in places if place.name_en and place.kind in kinds}
    words = alternatives(names)
    return EnglishNames(names, re.compile(rf"(?<![A-Za-z])(?:{words or '(?!)'})(?![A-Za-z])"))
