"""The meeting, fair or festival that a news item is about (第九届某某合作大会): figures of the event, not of its town."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from suyuan.facts.area_record import Area
from suyuan.facts.paragraph import Paragraph
from suyuan.flow import Flow
from suyuan.language import alternatives
from suyuan.places import Gazetteer
from suyuan.places.records import GEOGRAPHIC
from suyuan.places.tables import package_yaml

WHENCE = re.compile("来自[^。；]+的?[^。；]*(?:代表|嘉宾|客商|来宾|选手|观众|负责人|企业|专家)")
TITLE_FLOWS = 3
LEAD_FLOWS = 6
LONGEST = 90
FROM_OUTSIDE = frozenset({"none", "document", "heading", "paragraph", "carried", "teller", "place_not_known"})


@dataclass(frozen=True)
class OwnEvent:
    """The event that a document is about: its name, and the places in that name."""

    name: str
    places: tuple[str, ...]

    def areas_in(self, par: Paragraph, areas: Sequence[Area], own: Sequence[str]) -> list[Area]:
        """``areas`` of a paragraph, with the event where a sentence speaks of it (本届大会, 签约, 参展) and no place or body
        is told; sentences that give a part of it (其中，…) go on with it. ``own``: the place of the document."""
        if not par.mentions:
            return list(areas)
        about = self._sentences(par)
        return [
            replace(area, names=(self.name,), body=self.name, ref_area=None, rule="own_event")
            if about[par.sentence_at(m.start)] and (_untold(area, own) or _whence(par, m.start))
            else area
            for area, m in zip(areas, par.mentions, strict=True)
        ]

    def _sentences(self, par: Paragraph) -> list[bool]:
        about: list[bool] = []
        for start, end in par.sentences:
            if _speaks().search(par.text, start, end):
                about.append(True)
            else:
                goes_on = bool(about) and about[-1]
                about.append(goes_on and _GOES_ON.match(par.text, start, end) is not None)
        return about


_GOES_ON = re.compile("[”’]?(?:其中|此外|另外|同时|投资额|投资总额|总投资|签约额|成交额|项目)")


def own_event(title: str | None, flows: Sequence[Flow], gazetteer: Gazetteer) -> OwnEvent | None:
    """The event with a number (第九届…大会) that the title or a line below it names, in a news item; else None."""
    lines = [flow.text for flow in flows if flow.text][:LEAD_FLOWS]
    named = (title or "", *lines[:TITLE_FLOWS])
    for k, line in enumerate(named):
        match = _event().search(line)
        if match is None or (k == 0 and not any(match["name"] in text for text in lines)):
            continue
        if len(line) > LONGEST and not line.startswith("--"):
            continue
        places = [m.name for m in gazetteer.find(match["name"]) if m.kind in GEOGRAPHIC]
        return OwnEvent(match["name"], tuple(places[:1]))
    return None


def _untold(area: Area, own: Sequence[str]) -> bool:
    return area.rule in FROM_OUTSIDE and (
        not area.names or area.names == tuple(own) or area.rule == "paragraph"
    )


def _whence(par: Paragraph, at: int) -> bool:
    """来自甲、乙两省的代表共|1300人|参会: where the guests come from."""
    start = par.sentences[par.sentence_at(at)].start
    return WHENCE.match(par.text, start, at) is not None


@cache
def _event() -> re.Pattern[str]:
    kinds = alternatives(package_yaml("area_groups.yaml")["events"]["kinds"])
    return re.compile(
        rf"(?:第[一二三四五六七八九十百\d]{{1,4}}[届次]|首届)(?P<name>[一-龥]{{2,20}}?(?:{kinds}))(?!堂|议案|代表团|常务)"
    )


@cache
def _speaks() -> re.Pattern[str]:
    return re.compile(alternatives(package_yaml("area_groups.yaml")["events"]["speaks"]))
