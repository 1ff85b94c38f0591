"""Figures of the body whose own account or paper a document is: a department, a school, a hospital, a company."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from suyuan.facts.area_record import Area
from suyuan.facts.body_names import short_name
from suyuan.facts.own_body import (
    account_body,
    document_body,
    is_company_paper,
    is_told_by_others,
    names_own_item,
)
from suyuan.flow import Flow
from suyuan.language import any_of
from suyuan.places import Gazetteer
from suyuan.places.groups import NATIONAL, WORLD
from suyuan.places.tables import package_yaml

ANYWHERE = frozenset({"holds_anywhere", "place_not_known"})  # rules that say that a figure has no place


@dataclass(frozen=True)
class OwnBody:
    """The body that a document is of."""

    name: str | None  # in full, as the title has it
    short: str | None  # as readers call it
    account: str | None  # short name, where the document is the account of a body that is no company
    company: bool  # it is a company, in its own paper
    outsider: bool  # others print the paper about it
    study: bool = False  # the paper reports a study

    def area_of(self, area: Area, own: Sequence[str], sentence: str, paragraph: str) -> Area:
        """The area of a figure in this document. ``own``: the place that the document is about.

        Of an account, a figure that is the document's own or of no place is of the body, unless the ``paragraph`` speaks of
        the whole place (全区); of a company, what its ``sentence`` says of a plant or of sales somewhere is of the company there.
        """
        if not self.study and own == (NATIONAL,) and area.names == own:
            if _is_of_survey(sentence, paragraph):
                return replace(
                    area, names=(self.short,) if self.short else (), ref_area=None, body=self.short
                )
            case = company_case(sentence)
            if case is not None:
                return replace(area, names=(case,), ref_area=None, body=case)
        if self.name is None and not self.study and own == (NATIONAL,) and _is_published_list(area, sentence):
            return replace(area, names=own, ref_area=NATIONAL, body=None)
        if self.account is not None:
            return _with_account(area, own, self.account, paragraph)
        if self.name is None or self.short is None:
            return area
        if self.name in area.names:
            names = tuple(dict.fromkeys(self.short if name == self.name else name for name in area.names))
            return replace(area, names=names, body=self.short if area.body == self.name else area.body)
        if self.company and not self.outsider and _is_somewhere(area) and _speaks_of_business(sentence):
            return replace(area, names=(self.short, *area.names), body=self.short)
        return area


def own_body(
    title: str | None,
    flows: Sequence[Flow],
    texts: Sequence[Flow],
    gazetteer: Gazetteer,
    *,
    study: bool = False,
) -> OwnBody:
    """The body that a document with this title is of. ``flows``: all of its blocks, ``texts``: those outside tables."""
    lines = [flow.text for flow in flows if flow.text]
    name = document_body(title, texts, gazetteer)
    account = account_body(title, gazetteer)
    company = is_company_paper(title, name)
    return OwnBody(
        name,
        None if name is None else short_name(name, lines, gazetteer),
        None if account is None or company else short_name(account, lines, gazetteer),
        company,
        company and is_told_by_others(flows),
        study,
    )


def _is_published_list(area: Area, sentence: str) -> bool:
    """工业和信息化部公布五批企业名单，共|300家: the ministry has them not, it only says which they are."""
    table = package_yaml("bodies.yaml")
    if area.body is None or area.names != (area.body,) or not area.body.endswith(tuple(table["ministries"])):
        return False
    return (
        re.search(f"{any_of(table['publishes'])}[^。；]{{0,24}}{any_of(table['lists'])}", sentence)
        is not None
    )


def company_case(sentence: str) -> str | None:
    """以|乙股份|为例，前三季度收入12亿元: the company that a sentence on a trade takes for a case; None for a product."""
    case = _case().match(sentence.lstrip("。；！？"))
    if case is None or not any(word in sentence for word in package_yaml("bodies.yaml")["case_items"]):
        return None
    return case["name"]


@cache
def _case() -> re.Pattern[str]:
    endings = any_of(package_yaml("bodies.yaml")["cases_of_companies"])
    return re.compile(f"(?:例如，?|比如，?)?以(?P<name>[一-龥A-Za-z]{{1,8}}?{endings})为例")


def _is_of_survey(sentence: str, paragraph: str) -> bool:
    """受访企业中，有133家…, 回收问卷268份, and in its paragraph 调查显示，有46%的企业…."""
    table = package_yaml("bodies.yaml")
    if any(word in sentence for word in table["surveyed"]):
        return True
    shown = sentence.lstrip("。；").startswith(tuple(table["survey_shows"]))
    return shown and any(word in paragraph for word in table["surveyed"])


def _with_account(area: Area, own: Sequence[str], account: str, text: str) -> Area:
    if area.body is not None or area.names not in ((), tuple(own)) or area.rule in ANYWHERE:
        return area
    return (
        area
        if any(word in text for word in _whole_place())
        else replace(area, names=(account,), body=account)
    )


@cache
def _whole_place() -> tuple[str, ...]:
    return tuple(package_yaml("bodies.yaml")["whole_place"])


def _is_somewhere(area: Area) -> bool:
    return area.body is None and bool(area.names) and not {NATIONAL, WORLD} & set(area.names)


def _speaks_of_business(sentence: str) -> bool:
    """常州二期|项目|累计投入5亿元: not of the trade in a place."""
    table = package_yaml("bodies.yaml")
    if any(word in sentence for word in table["trade_words"]):
        return False
    return names_own_item(sentence) or any(word in sentence for word in table["own_works"])
