"""How a figure names a source: short beside a point, in full in the caption."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from suyuan.figures.times import date_text
from suyuan.sources.card import Card
from suyuan.sources.collected import CollectedSource

LANGUAGES = ("zh", "en")
SEPARATOR = {"zh": "、", "en": ", "}  # between authors
AUTHORS = {
    "zh": ("、", "等"),
    "en": (" and ", " et al."),
}  # short: between two, for all but the first of three or more
REMARK = re.compile(r"（[^（）]*）$")  # 新华社（报道）: how it was read, not who said it


@dataclass(frozen=True, slots=True)
class SourceLabel:
    """Names of a source by language, zh and en; a language that is missing falls back on the other."""

    short: Mapping[str, str] = field(default_factory=dict)  # beside a point
    cite: Mapping[str, str] = field(default_factory=dict)  # in the caption
    address: str | None = None
    grade: str | None = None  # of evidence, from the card; collected numbers carry their own
    files: Mapping[str, str] = field(default_factory=dict)  # by edition, from the project's root

    def name(self, language: str, source_id: str) -> str:
        """Short name, or the id of a source of which nothing is known."""
        return _in(self.short, language) or source_id

    def citation(self, language: str, source_id: str) -> str:
        """Who, what, where and when, in one line."""
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
    title = REMARK.sub("", source.title)
    cite = {
        language: _citation(language, source.publisher, title, None, source.published)
        for language in LANGUAGES
    }
    return SourceLabel({"zh": publisher}, cite, source.address or None)


def _of_card(card: Card) -> SourceLabel:
    date = card.dates.published or card.dates.said or card.dates.reposted
    by = card.journal or card.publisher or ""
    short = {language: REMARK.sub("", by) for language in LANGUAGES}
    if card.authors and card.journal:  # a page of an outlet is known by the outlet, a paper by its authors
        short = {language: _author_and_year(language, card.authors, date) for language in LANGUAGES}
    cite = {}
    for language in LANGUAGES:
        who = SEPARATOR[language].join(card.authors) or by
        title = (card.title.en if language == "en" else card.title.zh) or card.label
        where = f"《{card.journal}》" if card.journal and language == "zh" else by
        cite[language] = _citation(language, who, title, where if card.authors else None, date)
    address = (card.doi and f"doi:{card.doi}") or card.address
    files: dict[str, str] = {edition.edition: edition.file for edition in card.editions}
    return SourceLabel(short, cite, address, card.grade, files)


def _author_and_year(language: str, authors: Sequence[str], date: str | None) -> str:
    year = re.match(r"[0-9]{4}", date or "")
    joint, others = AUTHORS[language]
    who = joint.join(authors) if len(authors) < 3 else authors[0] + others
    if language == "zh":
        return who + (f"（{year.group()}）" if year else "")
    return who + (f" ({year.group()})" if year else "")


def _citation(language: str, who: str, title: str, where: str | None, date: str | None) -> str:
    """``某某：《题目》，《标准科学》，2023年11月`` or ``N. N.: “Title”, Journal, November 2023``."""
    when = date_text(date, language) if date else None
    if language == "zh":
        return "，".join(part for part in (f"{who}：《{title}》", where, when) if part)
    return ", ".join(part for part in (f"{who}: “{title}”", where, when) if part)
