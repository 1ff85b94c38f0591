"""Short names of bodies whose own account a document is: 普陀区财政局 of 上海市普陀区财政局, 甲乙生物 of 甲乙生物股份有限公司."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.language import alternatives, any_of
from suyuan.places import Gazetteer
from suyuan.places.tables import package_yaml

LEAD_LINES = 20
SHORT = 4  # characters of the short name of a company at the exchanges: its own name and its trade
LONGEST_KEPT = 5  # a name of so many is not cut
OFFICIAL = re.compile(
    r"(?:公司|证券|股票|A股)简称[：:]?\s*(?P<name>[一-龥A-Za-z]{3,8}?)(?=$|[（(，。；\s]|公司|证券|股票)"
)
UPPER = re.compile(r"^[一-龥]{2,8}?(?:省|自治区|市|州)(?=[一-龥]{1,6}?(?:市|区|县|旗|州|镇))")
UPPER_KINDS = frozenset({"province", "prefecture"})
SPEAKS = frozenset({"公司", "本公司", "我公司", "集团", "本集团", "发行人", "本行"})


def short_name(name: str, lines: Sequence[str], gazetteer: Gazetteer) -> str:
    """The name by which a reader calls the body.

    Of a company what the first ``lines`` say (证券简称：甲乙生物; 以下简称“甲乙”), else its name without seat and legal form, at
    most four characters of it; of any other body its name without the units above the one that it belongs to.
    """
    said = _said(name, lines)
    if said is not None:
        return said
    legal = _legal_form().search(name)
    if legal is None:
        return _without_upper(name, gazetteer)
    rest = re.sub("（[^（）]*）", "", name[: legal.start()])
    if any(rest.endswith(word) for word in package_yaml("bodies.yaml")["kept_whole"]):
        return rest
    seat = max((s for s in _seats(gazetteer) if rest.startswith(s)), key=len, default="")
    if len(rest) - len(seat) >= SHORT:
        rest = rest[len(seat) :]
    return rest if len(rest) <= LONGEST_KEPT else rest[:SHORT]


@cache
def _legal_form() -> re.Pattern[str]:
    return re.compile(f"{any_of(package_yaml('bodies.yaml')['legal_forms'])}$")


def _said(name: str, lines: Sequence[str]) -> str | None:
    for line in lines[:LEAD_LINES]:
        if line.startswith("关于"):
            continue
        defined = re.search(
            rf"{re.escape(name)}[（(](?:以下)?简称：?[“\"]?(?P<name>[一-龥A-Za-z]{{2,8}})[”\"）)、]", line
        )
        if defined is not None and defined["name"] not in SPEAKS:
            return defined["name"]
    if _legal_form().search(name) is None:
        return None
    for line in lines[:LEAD_LINES]:
        official = OFFICIAL.search(line)
        if official is not None:
            return official["name"]
    return None


def _seats(gazetteer: Gazetteer) -> tuple[str, ...]:
    return tuple(
        spelling
        for spelling, place in gazetteer.spellings.items()
        if place is not None and place.kind in UPPER_KINDS
    )


def _without_upper(name: str, gazetteer: Gazetteer) -> str:
    """上海市|普陀区财政局: a unit below it follows."""
    while (upper := UPPER.match(name)) is not None:
        place = gazetteer.spellings.get(upper.group())
        if place is None or place.kind not in UPPER_KINDS:
            break
        name = name[upper.end() :]
    return name


@cache
def account_title() -> re.Pattern[str]:
    """A title that names a body and its own account: 某局2024年度部门决算, 2023年某大学年鉴, 某医院社会责任报告."""
    table = package_yaml("bodies.yaml")
    ending, paper = alternatives(table["bodies_with_accounts"]), alternatives(table["papers_of_bodies"])
    year = r"(?:\d{4}(?:-\d{4})?(?:年度?|学年)?)?"
    return re.compile(rf"(?:关于)?{year}(?P<name>[一-龥（）]{{2,30}}?(?:{ending})){year}(?:{paper})")
