"""The words of statements of adoption (``data/adoption_words.yaml``) in the form that the reader of statements uses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from suyuan.language import alternatives, language_table


@dataclass(frozen=True, slots=True)
class AdoptionWords:
    """The table, ready for matching."""

    verb: re.Pattern[str]
    added: re.Pattern[str]
    every: re.Pattern[str]
    others_nothing: re.Pattern[str]
    counted: re.Pattern[str]
    counters: tuple[str, ...]
    open: tuple[str, ...]
    outside: tuple[str, ...]
    denied: re.Pattern[str]


@cache
def adoption_words() -> AdoptionWords:
    """The table of the package. KeyError names a missing section."""
    data = language_table("adoption_words.yaml")
    return AdoptionWords(
        verb=re.compile(alternatives(data["verbs"])),
        added=re.compile(alternatives(data["added"])),
        every=re.compile(alternatives(data["all"])),
        others_nothing=re.compile(
            f"(?:{alternatives(data['others'])})[^，。；]*(?:{alternatives(data['nothing'])})"
        ),
        counted=re.compile(alternatives(data["counted"])),
        counters=tuple(data["counters"]),
        open=tuple(data["open"]),
        outside=tuple(data["outside"]),
        denied=re.compile(alternatives(data["denied"])),
    )
