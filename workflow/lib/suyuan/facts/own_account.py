"""Figures of the body whose own account or paper a document is: a department, a school, a hospital, a company."""

from __future__ import annotations

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
from suyuan.places import Gazetteer
from suyuan.places.groups import NATIONAL
from suyuan.places.tables import package_yaml

ANYWHERE = frozenset({"holds_anywhere", "place_not_known"})  # rules that say that a figure has no place
WORLD = "全球"


@dataclass(frozen=True)
class OwnBody:
    """The body that a document is of."""

    name: str | None  # in full, as the title has it
    short: str | None  # as readers call it
    account: str | None  # short name, where the document is the account of a body that is no company
    company: bool  # it is a company, in its own paper
    outsider: bool  # others print the paper about it

    def area_of(self, area: Area, own: Sequence[str], sentence: str, paragraph: str) -> Area:
        """The area of a figure in this document. ``own``: the place that the document is about.

        Of an account, a figure that is the document's own or of no place is of the body, unless the ``paragraph`` speaks of
        the whole place (全区); of a company, what its ``sentence`` says of a plant or of sales somewhere is of the company there.
        """
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
    title: str | None, flows: Sequence[Flow], texts: Sequence[Flow], gazetteer: Gazetteer
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
    )


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
