"""Read a web page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

import trafilatura

from suyuan.document import Document, DocumentDates
from suyuan.reading.compose import Piece, compose
from suyuan.reading.dates import DAY, find_dates
from suyuan.reading.decoding import decode
from suyuan.reading.errors import ReadError
from suyuan.reading.headings import heading_of
from suyuan.reading.html.article import article_text, mark_article
from suyuan.reading.html.hollow import why_hollow
from suyuan.reading.html.tree import parse
from suyuan.reading.html.units import Unit, page_units
from suyuan.reading.outline_pass import Given, classify
from suyuan.reading.shapes import ends_sentence, is_sentence, shape_of
from suyuan.reading.words import plain, squeeze, words
from suyuan.records import Problem
from suyuan.records.fact import BlockKind, Edition

CHARSET = re.compile(rb"""<(?:meta[^>]+charset|\?xml[^>]+encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
COMMENT = re.compile(rb"<!--.*?-->", re.S)
STAMP = 80  # characters
BYLINE = 120
HEAD = 16384  # bytes in which the declaration stands


def read_html(data: bytes, shown: str, source_id: str, edition: Edition) -> Document:
    """Document of a web page: the article; after the form feed everything else that is visible on the page.

    Raises ReadError if there is no text in it.
    """
    declared = CHARSET.search(COMMENT.sub(b"", data[:HEAD]))
    name = declared.group(1).decode("ascii") if declared else None
    try:
        markup, encoding, assumed = decode(data, name)
    except UnicodeError as error:
        raise ReadError(shown, f"no text in a known encoding ({error})", "save the page as UTF-8") from error
    try:
        root = parse(markup)
    except ValueError as error:
        what = f"this is no web page that can be read ({error})"
        raise ReadError(shown, what, "save the page again from the browser, or print it to PDF") from error
    units = page_units(root)
    hollow = why_hollow(root, units)
    if hollow is not None:
        raise ReadError(shown, *hollow)
    if not units:
        raise ReadError(shown, "there is no text on the page", "save the page again when it is fully loaded")
    inside = mark_article(units, article_text(markup))
    problems = _problems(units, inside, assumed, encoding, name, shown, source_id)
    if not any(inside):
        inside = [not unit.hidden for unit in units]
    title = find_title(units, inside, _meta_title(root))
    if title is not None and _says_title(units[title], _meta_title(root)):
        inside = [ok and i >= title for i, ok in enumerate(inside)]
    text, blocks, _ = compose(_pieces(units, inside, title))
    return Document(
        source_id=source_id,
        edition=edition,
        path=shown,
        sha256="",
        media="html",
        text=text,
        blocks=blocks,
        title=" ".join(units[title].text.split()) if title is not None else _meta_title(root),
        dates=page_dates(units, inside, markup),
        problems=problems,
    )


def find_title(units: Sequence[Unit], inside: Sequence[bool], meta: str | None) -> int | None:
    """Index of the headline: the first h1 up to the first paragraph of the article, else a unit that says the page's title."""
    first = next((i for i, ok in enumerate(inside) if ok and len(units[i].text) > 60), len(units))
    early = [i for i, unit in enumerate(units[: first + 1]) if unit.place not in ("side", "furniture")]
    for i in early:
        if _is_headline(units[i], 2, meta) and inside[i]:
            return i
    for i in early:
        if _is_headline(units[i], 1, meta):
            return i
    said = [i for i in early if _says_title(units[i], meta)]
    return max(said, key=lambda i: (len(squeeze(units[i].text)), -i), default=None)


def _is_headline(unit: Unit, lowest: int, meta: str | None) -> bool:
    """A heading of h1 to h``lowest``; 一、总体情况 only where the page's title says so too."""
    if unit.role != "heading" or (unit.level or 9) > lowest:
        return False
    return heading_of(unit.text) is None or _says_title(unit, meta)


def _says_title(unit: Unit, meta: str | None) -> bool:
    """The headline itself, as the page's title has it: what stands before it is no part of the article."""
    text = squeeze(unit.text)
    least = 4 if unit.role == "heading" else 6
    return unit.role != "row" and len(text) >= least and meta is not None and text in squeeze(meta)


def page_dates(units: Sequence[Unit], inside: Sequence[bool], markup: str) -> DocumentDates:
    """Dates from the stamps of the page; a date in its metadata serves if none is printed."""
    last = max((i for i, ok in enumerate(inside) if ok), default=-1)
    shown = [unit for unit in units[: last + 1] if unit.place not in ("side", "furniture")]
    near = [(text, unit.stamp or unit.note) for unit in shown for text in _lines(unit) if len(text) <= STAMP]
    stamps = [
        text
        for text, told in near
        if shape_of(text).kind == "stamp" or is_byline(text) or (told and _opens_with_day(text))
    ]
    heads = [text for text, _ in near[:20]]
    found = find_dates(stamps, heads)
    if found == DocumentDates():
        meta = trafilatura.extract_metadata(markup, extensive=False)  # no date guessed from the words
        if meta is not None and meta.date:
            return DocumentDates(published=str(meta.date))
    return found


def _lines(unit: Unit) -> list[str]:
    """A unit as it is; a row of labels and values (发文机关：, …, 成文日期：, …) as one line for each pair."""
    if unit.role != "row":
        return [unit.text]
    cells = unit.text.split("\t")
    return [a + b for a, b in pairwise(cells) if a.rstrip().endswith((":", "："))]


def is_byline(text: str) -> bool:
    """2024年08月15日 10:24 来源：某日报: a day and a word that goes with it, and no sentence."""
    squeezed = squeeze(text)
    told = any(word in squeezed for word in words("byline_words"))
    return told and len(text) <= BYLINE and "。" not in text and DAY.search(plain(text)) is not None


def _opens_with_day(text: str) -> bool:
    day = DAY.match(plain(text))
    return day is not None and not ends_sentence(text)


def _meta_title(root: object) -> str | None:
    for path in (
        "//meta[@property='og:title']/@content",
        "//meta[@name='ArticleTitle']/@content",
        "//title/text()",
    ):
        for value in root.xpath(path):  # type: ignore[attr-defined]
            if text := plain(str(value)):
                return text
    return None


def _pieces(units: Sequence[Unit], inside: Sequence[bool], title: int | None) -> list[Piece]:
    article = [i for i in range(len(units)) if inside[i] or i == title]
    given = [Given(units[i].text, _hint(units[i], i == title), units[i].level) for i in article]
    found = dict(zip(article, classify(given), strict=True))
    pieces: list[Piece] = []
    advertising = False
    for i, unit in enumerate(units):
        if i in found:
            told = found[i]
            table = f"table-{unit.table}" if unit.table is not None else None
            pieces.append(
                Piece(told.kind, unit.text, None, told.section, told.level, table, None, unit.marks)
            )
            continue
        after = bool(article) and i > article[-1]
        label = squeeze(unit.text).strip(":：>》") in words("advertising_labels")
        advertising = (advertising or label) and unit.place != "furniture" and after
        kind: BlockKind = "advertising" if unit.place == "side" or advertising else "furniture"
        pieces.append(Piece(kind, unit.text))
    return pieces


def _hint(unit: Unit, is_title: bool) -> BlockKind | None:
    if is_title:
        return "title"
    if unit.role == "row":
        return "table"
    if unit.role == "caption":
        return "caption"
    if unit.role == "footnote":
        return "footnote"
    if unit.role == "heading":
        return "heading"
    if is_sentence(unit.text) and shape_of(unit.text).kind == "text":
        return None  # whatever the class of its box says
    if unit.stamp:
        return "furniture"
    if is_byline(unit.text):
        return "note"
    return "note" if unit.note else None


def _problems(
    units: Sequence[Unit],
    inside: Sequence[bool],
    assumed: bool,
    encoding: str,
    declared: str | None,
    shown: str,
    source_id: str,
) -> tuple[Problem, ...]:
    found: list[tuple[str, str, Literal["note", "warning"]]] = []
    if assumed:
        what = f"the page declares {declared or 'no encoding'}; it was read as {encoding}"
        found.append((what, "look whether the text is right; save the page as UTF-8 to be sure", "note"))
    if not any(inside):
        what = "no article was found on the page; all of its text was taken for the body"
        found.append((what, "look at the blocks; save only the article if side boxes were read", "warning"))
    hidden = [unit for unit in units if unit.hidden and (unit.role == "row" or is_sentence(unit.text))]
    if hidden:
        what = (
            f"{len(hidden)} parts with tables or sentences are hidden on the page; their numbers are not read"
        )
        found.append(
            (what, "show them in the browser and save the page again if they belong to it", "warning")
        )
    return tuple(
        Problem(stage="read", source_id=source_id, file=shown, what=what, todo=todo, severity=severity)
        for what, todo, severity in found
    )
