"""The team whose players a study measured: 12名|甲省女子举重队|队员. What was found is of the team, as pupils are of a school."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from suyuan.facts.sites.candidates import Candidate
from suyuan.facts.sites.lines import Line
from suyuan.facts.sites.names import COUNTED, begins_as_name, from_boundary
from suyuan.language import any_of
from suyuan.places.tables import package_yaml

TOLD_IN = ("title", "abstract", "methods", "before")
OF_COUNTRY = "国家"  # 国家女子排球队: a name, though it begins with an ordinary word


@cache
def _teams() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A team before its players, with all that stands before it in its clause; a team alone; what makes a sort of it."""
    table = package_yaml("study_sites.yaml")["teams"]
    name = f"(?<!\\d)[一-龥]{{2,24}}?{any_of(table['endings'])}"
    return (
        re.compile(rf"(?P<name>{name})的?(?:\d{{1,3}}[名位])?{any_of(table['players'])}"),
        re.compile(name),
        re.compile(f"{any_of(table['no_names'])}|[两二三四五六七八九十几多数]{{1,3}}[省市县区地国支]"),
    )


def team_of(lines: Sequence[Line]) -> Iterator[Candidate]:
    """The one team whose players the lines of a study take; none where there are several (国家队和省队队员)."""
    names = {name: line.where for line in lines if line.where in TOLD_IN for name in _named(line.text)}
    if len(names) == 1:
        name, where = names.popitem()
        yield Candidate((name,), "house", frozenset({"works"}), where)


def _named(text: str) -> Iterator[str]:
    """The names of teams before their players: 对|广州恒大足球俱乐部|球员; not 优秀赛艇队, nor the team of a school."""
    players, team, sorts = _teams()
    for match in players.finditer(text):
        name = from_boundary(match["name"], team)
        own = begins_as_name(name) or (name.startswith(OF_COUNTRY) and name not in _alone())
        if own and not COUNTED.search(name) and not sorts.search(name):
            yield name


@cache
def _alone() -> frozenset[str]:
    return frozenset(package_yaml("study_sites.yaml")["teams"]["endings"])
