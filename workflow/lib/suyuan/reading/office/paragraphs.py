"""Paragraphs of a word-processor file to kinds: title, headings, notes, text; and what they say of the document's date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from suyuan.document import DocumentDates, Span
from suyuan.reading.compose import Piece
from suyuan.reading.dates import day_of, find_dates
from suyuan.reading.institutions import is_institution
from suyuan.reading.letterhead import is_document_number, is_letterhead
from suyuan.reading.line_breaks import join
from suyuan.reading.office.styles import Look
from suyuan.reading.outline_pass import Given, Told, classify
from suyuan.reading.shapes import ends_sentence, shape_of
from suyuan.reading.words import plain
from suyuan.records.fact import BlockKind

TITLE_WITHIN = 20  # paragraphs from the beginning
LONG = 60  # characters: running text
SHORT = 40  # characters: a line that may be the date under a letter
LARGER = 1.5  # points over the body: a heading's type
HEAD, TAIL = 40, 6  # paragraphs at either end that may tell the date


@dataclass(slots=True)
class Item:
    """A line of output in the making."""

    text: str
    marks: list[Span] = field(default_factory=list)
    hint: BlockKind | None = None
    look: Look = field(default_factory=Look)
    table: str | None = None
    label: int = 0  # characters of the number that the list gives


def with_title(items: Sequence[Item]) -> list[Item]:
    """The items with the title, if there is one, as one item of that kind; letterheads and document numbers as notes."""
    found = find_title(items)
    usual = _usual_size(items)
    result: list[Item] = []
    for i, item in enumerate(items):
        if found is not None and found[0] < i <= found[1]:
            title = result[-1]
            text = join(title.text, item.text)
            shift = len(text) - len(item.text)
            moved = [Span(mark.start + shift, mark.end + shift) for mark in item.marks]
            result[-1] = replace(title, text=text, marks=[*title.marks, *moved])
        elif found is not None and i == found[0]:
            result.append(replace(item, hint="title"))
        elif item.hint is None and i < TITLE_WITHIN and _is_head(item, usual):
            result.append(replace(item, hint="note"))
        else:
            result.append(item)
    return result


def find_title(items: Sequence[Item]) -> tuple[int, int] | None:
    """First and last index of the title: the paragraph of that style, else the largest centred line before the first
    running text, with the lines right below it that are set like it in type larger than the body's."""
    early = list(enumerate(items[:TITLE_WITHIN]))
    for i, item in early:
        if item.look.name in ("title", "标题") and item.hint is None:
            return i, i
    end = next((i for i, item in early if item.hint == "table" or len(item.text) > LONG), len(early))
    lines = [(i, item) for i, item in early[:end] if _may_be_title(item) and len(item.text) >= 4]
    if not lines:
        return None
    first, title = max(lines, key=lambda pair: (pair[1].look.size or 0, -pair[0]))
    last = first
    while (
        last + 1 < end
        and (title.look.size or 0) >= (_usual_size(items) or 99) + LARGER
        and items[last + 1].look.size == title.look.size
        and _may_be_title(items[last + 1])
        and not is_institution(items[last + 1].text)
    ):
        last += 1
    return first, last


def _may_be_title(item: Item) -> bool:
    text = plain(item.text)
    return (
        item.look.centred
        and item.hint is None
        and item.look.level is None
        and not ends_sentence(item.text)
        and day_of(text) is None
        and not text.endswith("号")
        and not is_letterhead(item.text)
        and shape_of(item.text).kind not in ("abstract", "keywords", "note", "caption")
    )


def _is_head(item: Item, usual: float | None) -> bool:
    """The issuer in large type, or the number of an official document."""
    large = usual is None or (item.look.size or 0) >= usual + LARGER
    return is_document_number(item.text) or (item.look.centred and large and is_letterhead(item.text))


def _usual_size(items: Sequence[Item]) -> float | None:
    """Points of most of the text."""
    sizes = Counter[float | None]()
    for item in items:
        sizes[item.look.size] += len(item.text) if item.hint is None else 0
    return sizes.most_common(1)[0][0] if sizes else None


def kinds_of(items: Sequence[Item]) -> list[Told]:
    """Kind, section and level of each item (after :func:`with_title`)."""
    usual = _usual_size(items)
    styled = any(item.look.level is not None for item in items)
    given = []
    for item in items:
        hint = item.hint
        if hint is None and item.look.level is not None:
            hint = "heading"
        big = (
            hint is None
            and usual is not None
            and (item.look.size or 0) >= usual + LARGER
            and len(item.text) <= LONG
            and not ends_sentence(item.text)
        )
        # Where headings have their style, an item of a list is none, whatever its number looks like.
        text = item.text[item.label :] if styled and hint is None and item.label else item.text
        given.append(Given(text, hint, item.look.level, big))
    return [
        # A number alone in a paragraph is no page number here: those stand in running heads and feet.
        replace(told, kind="paragraph") if _is_number(item, told) else told
        for item, told in zip(items, classify(given), strict=True)
    ]


def _is_number(item: Item, told: Told) -> bool:
    return told.kind == "furniture" and item.hint is None and shape_of(item.text).kind == "page_number"


def to_pieces(items: Sequence[Item], told: Sequence[Told]) -> list[Piece]:
    """Lines of output."""
    return [
        Piece(kind.kind, item.text, None, kind.section, kind.level, item.table, None, item.marks)
        for item, kind in zip(items, told, strict=True)
    ]


def dates_of(items: Sequence[Item], told: Sequence[Told]) -> DocumentDates:
    """Dates that the head of the document states, or the lines under a letter; never those of works that it cites."""
    lines = [
        item.text
        for item, kind in zip(items, told, strict=True)
        if item.hint in (None, "title", "note") and kind.kind != "reference"
    ]
    body = next((i for i, line in enumerate(lines) if len(line) > LONG and ends_sentence(line)), len(lines))
    heads = [
        line
        for i, line in enumerate(lines)
        if i < min(body, HEAD) or (len(line) <= SHORT and (i < HEAD or i >= len(lines) - TAIL))
    ]
    return find_dates([line for line in heads if shape_of(line).kind == "stamp"], heads)
