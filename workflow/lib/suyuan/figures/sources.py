"""How a figure names a source: short beside a point, in full in the caption."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from suyuan.sources.card import Card
from suyuan.sources.collected import CollectedSource

REMARK = re.compile(r"（[^（）]*）$")  # 新华社（报道）: how it was read, not who said it


@dataclass(frozen=True, slots=True)
class SourceLabel:
    """Names of a source by language, zh and en; a language that is missing falls back on the other."""

    short: Mapping[str, str] = field(default_factory=dict)  # beside a point
    cite: Mapping[str, str] = field(default_factory=dict)  # in the caption
    address: str | None = None

    def name(self, language: str, source_id: str) -> str:
        return _in(self.short, language) or source_id

    def citation(self, language: str, source_id: str) -> str:
        return _in(self.cite, language) or self.name(language, source_id)


def _in(texts: Mapping[str, str], language: str) -> str | None:
    return texts.get(language) or texts.get("zh") or texts.get("en")


def source_labels(
    cards: Iterable[Card] = (), collected: Mapping[str, CollectedSource] | None = None
) -> dict[str, SourceLabel]:
    """Labels of all sources by id: from cards (authors and year of a paper, publisher of a page) and collected.csv."""
    labels = {source.source_id: _of_collected(source) for source in (collected or {}).values()}
    labels.update((card.id, _of_card(card)) for card in cards)
    return labels


def _of_collected(source: CollectedSource) -> SourceLabel:
    publisher = REMARK.sub("", source.publisher) or source.publisher
    date = f"，{source.published}" if source.published else ""
    cite = f"{source.publisher}：《{REMARK.sub('', source.title)}》{date}"
    return SourceLabel({"zh": publisher}, {"zh": cite}, source.address or None)


def _of_card(card: Card) -> SourceLabel:
    date = card.dates.published or card.dates.said or card.dates.reposted
    year = re.match(r"\d{4}", date or "")
    by = card.journal or card.publisher or ""
    if card.authors and card.journal:  # a page of an outlet is known by the outlet, a paper by its authors
        several = len(card.authors) > 1
        year_zh = f"（{year.group()}）" if year else ""
        year_en = f" ({year.group()})" if year else ""
        short = {
            "zh": card.authors[0] + ("等" if several else "") + year_zh,
            "en": card.authors[0] + (" et al." if several else "") + year_en,
        }
        who = "、".join(card.authors)
    else:
        publisher = REMARK.sub("", card.publisher or by)
        short, who = {"zh": publisher}, "、".join(card.authors) or publisher
    origin = (
        f"，{card.journal}"
        if card.journal
        else f"，{card.publisher}"
        if card.publisher and card.authors
        else ""
    )
    said = f"，{date}" if date else ""
    return SourceLabel(
        short,
        {"zh": f"{who}：《{card.label}》{origin}{said}"},
        (card.doi and f"doi:{card.doi}") or card.address,
    )
