"""When a plan without a date was told, as far as its own years show: before its goals, after what it looks back on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from suyuan.facts.plans import is_done, plan_words
from suyuan.language import alternatives, language_table
from suyuan.places.tables import package_yaml

BRACKETS = re.compile(r"（[^（）]*）")
NOTICE = re.compile("的(?:通知|函)$")
QUOTED = re.compile("《[^《》]*》|（[^（）]*）")
GOAL = re.compile(r"(?:^|[，。；：、])(?:力争|争取|计划|确保)?到(20\d\d)年(?![末底])")
AIMED = re.compile("目标|力争|争取|确保|计划|努力|愿景|展望|基本|以上|左右")
YEAR = re.compile(r"(?<![\d到至~\-])(20\d\d)年(?!底?末?前|[~\-至到])")


Parts = Sequence[tuple[Sequence[str], str]]


def told_of_plan(titles: Sequence[str], parts: Parts, plan: str | None) -> str | None:
    """The year in which a paper that plans by its title was told at the earliest, EDTF; None for other papers.

    ``plan``: its years. Else, of the years of ``parts`` (paragraphs with the headings above them) before its first goal
    (到2027年，…) the last, or the year before it. Of several such years those before the last are goals only where the text
    speaks of aims; none is where it looks back (现状, 以来), nor where a later year is told without 到.
    """
    if plan:
        return plan[:4]
    if not any(_plans().search(NOTICE.sub("", BRACKETS.sub("", title)).rstrip("》")) for title in titles):
        return None
    lines = [(headings, QUOTED.sub("", text)) for headings, text in parts]
    told = {int(year) for _, line in lines for year in YEAR.findall(line)}
    ends = [end for headings, line in lines for end in _ends(headings, line)]
    last = max((year for year, _ in ends), default=0)
    goals = {year for year, says in ends if says == "aim" or (says is None and year == last)}
    goals = {year for year in goals if year > max(told, default=0)}
    if not goals:
        return None
    first = min(goals)
    return str(
        max((year for year in {*told, *(year for year, _ in ends)} if year < first), default=first - 1)
    )


def _ends(headings: Sequence[str], line: str) -> Iterator[tuple[int, Literal["aim", "review"] | None]]:
    """The years of 到2027年，… in a paragraph, and what the words around them say that they are; None where nothing says."""
    words, last = plan_words(), 0
    for match in GOAL.finditer(line):
        sentence = line[match.end() :].partition("。")[0]
        before = "。".join((*headings, line[last : match.start()]))
        last = match.end()
        if any(word in before for word in (*words.review_headings, "以来")) or is_done(sentence):
            yield int(match[1]), "review"
        else:
            yield int(match[1]), "aim" if AIMED.search(f"{before}{match[0]}{sentence}") else None


@cache
def _plans() -> re.Pattern[str]:
    titles = package_yaml("area_groups.yaml")["state_papers"]["titles"]
    return re.compile(f"(?:{alternatives({*titles, *language_table('account_words.yaml')['plans']})})$")
