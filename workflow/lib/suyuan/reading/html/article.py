"""Which units of a page are the article: trafilatura's choice, completed by the structure of the page."""

from __future__ import annotations

import logging
from collections.abc import Sequence

import trafilatura

from suyuan.reading.html.units import Unit
from suyuan.reading.shapes import ends_sentence, is_sentence
from suyuan.reading.words import squeeze, words

IMPRINT = 240  # characters: longer text only mentions such things
LITTLE = 200  # characters: less is next to nothing for an article


def article_text(markup: str) -> str:
    """Squeezed text of what trafilatura takes for the article; empty if it finds none."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.extract(
        markup,
        output_format="txt",
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        deduplicate=False,
    )
    return squeeze(found or "")


def mark_article(units: Sequence[Unit], chosen: str) -> list[bool]:
    """For each unit: does it belong to the article?

    ``chosen`` is the squeezed text of :func:`article_text`. A unit counts if its words stand there, its place in the
    page is no navigation, side box or footer, and it is no list of links. Units between the first and the last of
    these belong too (captions, tables and short lines that extraction leaves out), unless their place or their words (a
    licence number, a counter of visitors) say otherwise, and so do sentences next to them and the other rows of a table.
    Without a choice, or with next to nothing chosen of a short page, every unit outside side boxes and furniture counts.
    """
    has_article = any(unit.place == "article" and ends_sentence(unit.text) for unit in units)
    allowed = [_allowed(unit, has_article) for unit in units]
    if _next_to_nothing(units, allowed, chosen):
        chosen = ""
    core = [
        ok and len(squeeze(u.text)) > 1 and squeeze(u.text) in chosen
        for u, ok in zip(units, allowed, strict=True)
    ]
    if not chosen:
        core = [ok and unit.linked < 0.5 for unit, ok in zip(units, allowed, strict=True)]
    core = _without_tail(units, core)
    hits = [i for i, hit in enumerate(core) if hit]
    if not hits:
        return [False] * len(units)
    first, last = hits[0], hits[-1]
    while first and has_article and units[first - 1].place == "article":
        first -= 1
    while first and allowed[first - 1] and _is_text(units[first - 1]):
        first -= 1
    while last + 1 < len(units) and allowed[last + 1] and _is_text(units[last + 1]):
        last += 1
    while first and _of_one_table(units[first - 1], units[first]):
        first -= 1
    while last + 1 < len(units) and _of_one_table(units[last], units[last + 1]):
        last += 1
    return [
        first <= i <= last and ok and unit.linked < 0.7
        for i, (unit, ok) in enumerate(zip(units, allowed, strict=True))
    ]


def _of_one_table(unit: Unit, other: Unit) -> bool:
    return unit.table is not None and unit.table == other.table


def _is_text(unit: Unit) -> bool:
    """A sentence right before the first or after the last chosen unit: extraction drops some where the layout is odd."""
    return is_sentence(unit.text) and unit.linked < 0.5


def _next_to_nothing(units: Sequence[Unit], allowed: Sequence[bool], chosen: str) -> bool:
    """True if little was chosen and most of the sentences outside side boxes and furniture are not in it."""
    sentences = [
        squeeze(unit.text)
        for unit, ok in zip(units, allowed, strict=True)
        if ok and unit.linked < 0.5 and is_sentence(unit.text)
    ]
    missed = sum(len(text) for text in sentences if text not in chosen)
    return len(chosen) < LITTLE and 2 * missed > sum(map(len, sentences))


def _allowed(unit: Unit, has_article: bool) -> bool:
    if unit.place in ("side", "furniture") or is_imprint(unit.text):
        return False
    return unit.place == "article" or not has_article


def is_imprint(text: str) -> bool:
    """A line of the site about itself: its owner, licence, counters. No sentence."""
    squeezed = squeeze(text)
    return (
        len(text) <= IMPRINT and "。" not in text and any(word in squeezed for word in words("imprint_words"))
    )


def _without_tail(units: Sequence[Unit], core: list[bool]) -> list[bool]:
    """A label such as 相关阅读 after the article ends it."""
    read = 0
    for i, (unit, hit) in enumerate(zip(units, core, strict=True)):
        label = squeeze(unit.text).strip(":：>》")
        if read >= 150 and label in words("advertising_labels"):
            return core[:i] + [False] * (len(core) - i)
        read += len(unit.text) if hit else 0
    return core
