"""The team whose players a study measured: 12名|甲省女子举重队|队员. What was found is of the team, as pupils are of a school."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from suyuan.facts.sites.candidates import Candidate
from suyuan.facts.sites.lines import Line
from suyuan.facts.sites.words import PREPOSITIONS
from suyuan.language import any_of
from suyuan.places.tables import package_yaml

TOLD_IN = ("title", "abstract", "methods", "before")


@cache
def _teams() -> re.Pattern[str]:
    table = package_yaml("study_sites.yaml")["teams"]
    return re.compile(
        rf"(?:^|{PREPOSITIONS}|\d{{1,3}}[名位]?|[名位，。；：、的]|{any_of(table['before'])})"
        rf"(?P<name>(?![名位]|{any_of(table['no_names'])})[一-龥]{{2,16}}?{any_of(table['endings'])})"
        rf"的?(?:\d{{1,3}}[名位])?{any_of(table['players'])}"
    )


def team_of(lines: Sequence[Line]) -> Iterator[Candidate]:
    """The one team whose players the lines of a study take; none where there are several (国家队和省队队员)."""
    names = {
        match["name"]: line.where
        for line in lines
        if line.where in TOLD_IN
        for match in _teams().finditer(line.text)
    }
    if len(names) == 1:
        name, where = names.popitem()
        yield Candidate((name,), "house", frozenset({"works"}), where)
