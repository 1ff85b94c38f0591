"""When a plan without a date was told, as far as its own years show: before its goals, after what it looks back on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.language import alternatives, language_table
from suyuan.places.tables import package_yaml

BRACKETS = re.compile(r"（[^（）]*）")
NOTICE = re.compile("的(?:通知|函)$")
QUOTED = re.compile("《[^《》]*》|（[^（）]*）")
GOAL = re.compile(r"(?:^|[，。；：、])(?:力争|争取|计划|确保)?到(20\d\d)年(?![末底])")
YEAR = re.compile(r"(?<![\d到至~\-])(20\d\d)年(?!底?末?前|[~\-至到])")


def told_of_plan(titles: Sequence[str], texts: Sequence[str], plan: str | None) -> str | None:
    """The year in which a paper that plans by its title was told at the earliest, EDTF; None for other papers.

    ``plan``: its years. Else, of the years of ``texts`` before its first goal (到2027年，…) the last, or the year before it.
    """
    if plan:
        return plan[:4]
    if not any(_plans().search(NOTICE.sub("", BRACKETS.sub("", title)).rstrip("》")) for title in titles):
        return None
    lines = [QUOTED.sub("", text) for text in texts]
    others = {int(year) for line in lines for year in YEAR.findall(line)}
    goals = {int(year) for line in lines for year in GOAL.findall(line)} - others
    if not goals:
        return None
    first = min(goals)
    return str(max((year for year in others if year < first), default=first - 1))


@cache
def _plans() -> re.Pattern[str]:
    titles = package_yaml("area_groups.yaml")["state_papers"]["titles"]
    return re.compile(f"(?:{alternatives({*titles, *language_table('account_words.yaml')['plans']})})$")
