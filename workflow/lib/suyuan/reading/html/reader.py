"""Read a web page."""

from __future__ import annotations

import re
from collections.abc import Sequence

import trafilatura

from suyuan.document import Document, DocumentDates
from suyuan.reading.compose import Piece, compose
from suyuan.reading.dates import find_dates
from suyuan.reading.decoding import decode
from suyuan.reading.errors import ReadError
from suyuan.reading.html.article import article_text, mark_article
from suyuan.reading.html.units import Unit, page_units, parse
from suyuan.reading.outline_pass import Given, classify
from suyuan.reading.shapes import is_sentence, shape_of
from suyuan.reading.words import plain, squeeze, words
from suyuan.records import Problem
from suyuan.records.fact import BlockKind, Edition

CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.I)


def read_html(data: bytes, shown: str, source_id: str, edition: Edition) -> Document:
    """Document of a web page: the article; after the form feed everything else that is visible on the page.

    Raises ReadError if there is no text in it.
    """
    declared = CHARSET.search(data[:4096])
    name = declared.group(1).decode("ascii") if declared else None
    try:
        markup, encoding, assumed = decode(data, name)
    except UnicodeError as error:
        raise ReadError(shown, f"no text in a known encoding ({error})", "save the page as UTF-8") from error
    try:
        root = parse(markup)
    except ValueError as error:
        raise ReadError(shown, "this is no web page", "save the page again from the browser") from error
    units = page_units(root)
    if not units:
        raise ReadError(shown, "there is no text on the page", "save the page again when it is fully loaded")
    inside = mark_article(units, article_text(markup))
    problems = _problems(inside, assumed, encoding, name, shown, source_id)
    if not any(inside):
        inside = [True] * len(units)
    title = find_title(units, inside, _meta_title(root))
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
        if units[i].role == "heading" and (units[i].level or 9) <= 2 and inside[i]:
            return i
    for i in early:
        if units[i].role == "heading" and units[i].level == 1:
            return i
    if meta:
        for i in early:
            if len(squeeze(units[i].text)) >= 6 and squeeze(units[i].text) in squeeze(meta):
                return i
    return None


def page_dates(units: Sequence[Unit], inside: Sequence[bool], markup: str) -> DocumentDates:
    """Dates from the stamps of the page; a date in its metadata serves if none is printed."""
    last = max((i for i, ok in enumerate(inside) if ok), default=-1)
    near = [unit.text for i, unit in enumerate(units[: last + 1]) if unit.place not in ("side", "furniture")]
    stamps = [text for text in near if len(text) <= 80 and shape_of(text).kind == "stamp"]
    heads = [text for text in near[:20] if len(text) <= 80]
    found = find_dates(stamps, heads)
    if found == DocumentDates():
        meta = trafilatura.extract_metadata(markup, extensive=False)  # no date guessed from the words
        if meta is not None and meta.date:
            return DocumentDates(published=str(meta.date))
    return found


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
    given = [Given(units[i].text, _hint(units[i], i == title), _level(units[i])) for i in article]
    found = dict(zip(article, classify(given), strict=True))
    pieces: list[Piece] = []
    advertising = False
    for i, unit in enumerate(units):
        if i in found:
            told = found[i]
            table = f"table-{unit.table}" if unit.table is not None else None
            pieces.append(Piece(told.kind, unit.text, None, told.section, told.level, table))
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
    if unit.role == "heading":
        return "heading"
    if is_sentence(unit.text) and shape_of(unit.text).kind == "text":
        return None  # whatever the class of its box says
    if unit.stamp:
        return "furniture"
    return "note" if unit.note else None


def _level(unit: Unit) -> int | None:
    return unit.level


def _problems(
    inside: Sequence[bool], assumed: bool, encoding: str, declared: str | None, shown: str, source_id: str
) -> tuple[Problem, ...]:
    problems = []
    if assumed:
        what = f"the page declares {declared or 'no encoding'}; it was read as {encoding}"
        todo = "look whether the text is right; save the page as UTF-8 to be sure"
        problems.append(
            Problem(stage="read", source_id=source_id, file=shown, what=what, todo=todo, severity="note")
        )
    if not any(inside):
        what = "no article was found on the page; all of its text was taken for the body"
        todo = "look at the blocks; save only the article if side boxes were read"
        problems.append(
            Problem(stage="read", source_id=source_id, file=shown, what=what, todo=todo, severity="warning")
        )
    return tuple(problems)
