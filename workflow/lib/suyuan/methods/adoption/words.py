"""The words of statements of adoption (``data/adoption_words.yaml``) in the form that the reader of statements uses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from suyuan.language import alternatives, any_of, language_table

SETS = (
    "possession", "uses", "same_thing", "all_before", "all_after", "leads", "except", "excepted", "denied", "not_denied",
    "wished", "aims", "prepositions", "light_verbs", "own", "manner", "not_counted_after", "no_exception",
)  # fmt: skip
TUPLES = ("open", "outside", "counters", "denied_beginnings", "except_ends")


@dataclass(frozen=True, slots=True)
class AdoptionWords:
    """The table, ready for matching: whole words in sets, endings and beginnings in tuples, phrases as patterns."""

    sets: dict[str, frozenset[str]]
    tuples: dict[str, tuple[str, ...]]
    verb: re.Pattern[str]  # one verb or several: 制定实施
    added: re.Pattern[str]
    counted: re.Pattern[str]
    counter: str  # pattern of 个, 家, 座
    others: str  # pattern
    others_alone: str
    anywhere: str
    empty: re.Pattern[str]
    lacking: re.Pattern[str]
    exception: re.Pattern[str]  # 除了…之外的; groups 1 what is left out, 2 the end, which may be absent


@cache
def adoption_words() -> AdoptionWords:
    """The table of the package. KeyError names a missing section."""
    data = language_table("adoption_words.yaml")
    return AdoptionWords(
        sets={name: frozenset(data[name]) for name in SETS},
        tuples={name: tuple(data[name]) for name in TUPLES},
        verb=re.compile(f"{any_of(data['verbs'])}+了?"),
        added=re.compile(alternatives(data["added"])),
        counted=re.compile(f"{any_of(data['counted'])}了?"),
        counter=any_of(data["counters"]),
        others=any_of(data["others"]),
        others_alone=any_of(data["others_alone"]),
        anywhere=any_of(data["anywhere"]),
        empty=re.compile(alternatives(data["empty"])),
        lacking=re.compile(alternatives(data["lacking"])),
        exception=re.compile(
            f"{any_of(data['except'])}([^，。；：]+?)(?:({any_of(data['except_ends'])})的?|(?=[，。；：]|$))"
        ),
    )
