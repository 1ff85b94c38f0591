"""The first page: title by its type, abstract, authors and affiliations."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.reading.headings import heading_of
from suyuan.reading.letterhead import is_document_number, is_letterhead
from suyuan.reading.pdf.paragraphs import Paragraph
from suyuan.reading.shapes import HAN, ends_sentence, is_latin, is_sentence, shape_of
from suyuan.reading.text.front import is_front_title

TITLE = 1.15  # times the body's type
FRONT_PAGES = 2


def mark_front(paragraphs: list[Paragraph], size: float) -> None:
    """Set the hints of title, abstract and notes in front of the body (changed in place)."""
    title = find_title(paragraphs, size)
    if title is not None:
        paragraphs[title].hint = "title"
        paragraphs[title].big = False
        _mark_letterhead(paragraphs[:title])
    labels = [
        i
        for i, p in enumerate(paragraphs)
        if p.lines[0].page <= FRONT_PAGES and not p.after and p.shape in ("abstract", "keywords")
    ]
    after_title = title + 1 if title is not None else 0
    end = labels[-1] + 1 if labels else after_title
    abstracts = [i for i in labels if paragraphs[i].shape == "abstract"]
    inside = False
    for i, paragraph in enumerate(paragraphs[:end]):
        if paragraph.hint is not None:
            inside = inside and paragraph.hint != "title"
            continue
        text = paragraph.text
        if paragraph.shape == "abstract":
            paragraph.hint, inside = "abstract", True
        elif paragraph.shape == "keywords":
            paragraph.hint, inside = "note", False
        elif (
            inside
            and (ends_sentence(text) or len(text) > 80)
            and shape_of(text).kind not in ("note", "furniture")
        ):
            paragraph.hint = "abstract"
        elif (
            abstracts
            and i < abstracts[-1]
            and i > (title or 0)
            and paragraph.marks < 2
            and is_front_title(text)
            and len(paragraph.lines) <= 3
        ):
            paragraph.hint, inside = "title", False
        elif not (is_sentence(text) and shape_of(text).kind in ("text", "item")):
            paragraph.hint = "note"
    tail = end
    while (
        labels
        and tail < len(paragraphs)
        and is_latin(paragraphs[tail].text)
        and not ends_sentence(paragraphs[tail].text)
    ):
        if paragraphs[tail].big or len(paragraphs[tail].text) > 120:
            break
        paragraphs[tail].hint = "note"  # the end of the English keywords
        tail += 1


def _is_numbered(text: str) -> bool:
    """True for 第三章 …, 一、…, （二）…: a heading within a document, however large."""
    heading = heading_of(text)
    return heading is not None and heading.system in ("chapter", "part", "chinese", "bracket")


def find_title(paragraphs: Sequence[Paragraph], size: float) -> int | None:
    """The paragraph in the largest type on the first page with text, if it is clearly larger than the body."""
    if not paragraphs:
        return None
    first = paragraphs[0].lines[0].page
    able = [
        (paragraph.lines[0].size, -i)
        for i, paragraph in enumerate(paragraphs)
        if paragraph.lines[0].page == first
        and (len(HAN.findall(paragraph.text)) >= 4 or len(paragraph.text) >= 20)
        and not _is_numbered(paragraph.text)
    ]
    titles = [(large, index) for large, index in able if not is_letterhead(paragraphs[-index].text)]
    if titles and max(titles)[0] >= TITLE * size:
        able = titles
    if not able:
        return None
    largest, index = max(able)
    return -index if largest >= TITLE * size else None


def _mark_letterhead(paragraphs: Sequence[Paragraph]) -> None:
    """The issuer and the number of an official document over its title are notes."""
    for paragraph in paragraphs:
        if paragraph.hint is None and (is_letterhead(paragraph.text) or is_document_number(paragraph.text)):
            paragraph.hint, paragraph.big = "note", False
