"""The college or school whose students, teachers or readers a study asked: 以|青溪学院|的学生为对象."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from suyuan.facts.sites.evidence import in_brackets
from suyuan.facts.sites.lines import Line
from suyuan.facts.sites.names import House, houses_in, is_name, is_sort
from suyuan.facts.sites.words import site_words
from suyuan.language import any_of
from suyuan.places.groups import LIST_LINK
from suyuan.places.longer_names import in_title_marks
from suyuan.places.tables import package_yaml

SCHOOL = "校"
TOLD_IN = ("abstract", "methods", "before")


@cache
def _asked() -> re.Pattern[str]:
    """青溪学院|2019级护理专业本科生: who is asked, behind the house and what divides them."""
    table = package_yaml("study_sites.yaml")
    others = any_of(table["not_asked"])
    return re.compile(
        rf"(?![和与及、])(?:(?!{others})[^，。；：、]){{0,24}}?{any_of(table['asked'])}(?!的?{others})"
    )


@cache
def _taken() -> re.Pattern[str]:
    return re.compile(any_of(package_yaml("study_sites.yaml")["asked_as"]))


def schools_of_pupils(lines: Sequence[Line]) -> tuple[str, ...]:
    """The school, or the list of schools, that sentences on the sample name; nothing where they lead to different ones."""
    found: dict[tuple[str, ...], bool] = {}
    for line in lines:
        if line.where in TOLD_IN:
            for names, asked in _in_line(line.text):
                found[names] = found.get(names, False) or asked
    return next(iter(found)) if len(found) == 1 and all(found.values()) else ()


def _in_line(text: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Lists of schools whose pupils are asked (True), or that a preposition leads to."""
    if not (_taken().search(text) or site_words().collecting.search(text)):
        return
    run: list[House] = []
    for house in houses_in(text, (SCHOOL,)):
        joined = run and LIST_LINK.fullmatch(text, run[-1].end, house.start)
        run = [*run, house] if joined else [house]
        clean = not is_sort(house.name) and is_name(house.name)
        if not clean or in_brackets(text, house.start) or in_title_marks(text, house.start, house.end):
            run = []
        elif _asked().match(text, house.end):
            yield tuple(each.name for each in run), True
        elif site_words().leads.search(text, 0, house.start) and not LIST_LINK.match(text, house.end):
            yield (house.name,), False
