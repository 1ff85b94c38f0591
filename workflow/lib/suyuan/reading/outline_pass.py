"""Kinds and sections of paragraphs that are already whole: of web pages and PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from suyuan.reading.dates import day_of
from suyuan.reading.headings import Heading, Outline, chinese_number, large_heading
from suyuan.reading.institutions import is_institution
from suyuan.reading.shapes import (
    Shape,
    ends_clause,
    ends_open,
    ends_sentence,
    is_author_note,
    shape_of,
)
from suyuan.reading.words import label_of, plain, squeeze, words
from suyuan.records.fact import BlockKind

FURNITURE = frozenset({"furniture", "page_number", "rule", "stamp"})
LISTED = re.compile(
    r"^(?:[(（]([一二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)[)）]|(\d{1,2})[.．、](?!\d))"
)
ENDNOTE = re.compile(r"^(?:[\[［【(（](\d{1,2})[\]］】)）]|(?=\d{1,2}[.．、])(\d{1,2}))")
ITEM_HEADING, ISSUED_LENGTH = 30, 60  # characters
ATTACHED = re.compile(r"^附件\s*[:：]\s*\S")
ISSUED = re.compile(r"\d{1,2}\s?日\s?印发$|^[(（]此件.{2,14}[)）]$")
LONG, LONG_SENTENCE = 80, 40  # characters in large type that no heading has


@dataclass(frozen=True, slots=True)
class Given:
    """A paragraph and what its place or its type says: ``hint`` is a kind, None when nothing is known."""

    text: str
    hint: BlockKind | None = None
    level: int | None = None
    big: bool = False  # set in a heading's type: a heading even without a number


@dataclass(frozen=True, slots=True)
class Told:
    """Kind of a paragraph, the headings above it, its level if it is a heading."""

    kind: BlockKind
    section: tuple[str, ...] = ()
    level: int | None = None


def classify(paragraphs: Sequence[Given]) -> list[Told]:
    """Kinds of paragraphs in reading order."""
    outline = Outline()
    told: list[Told] = []
    references = False
    seen_body = False
    shapes = [shape_of(given.text) for given in paragraphs]
    items = list_items(paragraphs, shapes)
    alone = items_alone(paragraphs, shapes)
    endnotes = find_endnotes(paragraphs, shapes)
    for number, (given, shape) in enumerate(zip(map(_as_text, paragraphs), shapes, strict=True)):
        heading = None if number in items else shape.heading
        if shape.kind == "references" and given.hint in (None, "heading"):
            references = True
            outline.path.clear()
            told.append(Told("reference"))
            continue
        if references:
            leaves = (
                given.hint == "heading"
                or (given.big and shape.kind != "entry")
                or shape.kind in ("after_references", "caption")
            )
            if not leaves and given.hint is None:
                told.append(
                    Told("note" if shape.kind == "note" and not seen_entry(given.text) else "reference")
                )
                continue
            references = references and not leaves
        if number in endnotes:
            told.append(Told("footnote", outline.section))
            continue
        kind = _kind(given, shape.kind, outline, heading, seen_body)
        if (
            kind == "paragraph"
            and heading is not None
            and number in alone
            and outline.path
            and outline.fits(heading)
        ):
            kind = "heading"
        if kind == "heading":
            if shape.kind == "after_references":
                outline.path.clear()  # 附录, 附件 stand beside the parts of the document
            heading = heading or large_heading(given.text)
            if heading.system in ("plain", "hash") and given.level:
                heading = Heading("hash", given.level, (), given.level, plain(given.text))
            above, level = outline.push(heading)
            told.append(Told("heading", above, level))
            seen_body = True
            continue
        seen_body = seen_body or (kind == "paragraph" and len(given.text) > 60)
        told.append(Told(kind, outline.section))
    return _sources(paragraphs, told)


def list_items(paragraphs: Sequence[Given], shapes: Sequence[Shape]) -> set[int]:
    """Numbers of the paragraphs that read as headings and are sentences of a list: one follows the other with nothing between.

    （一）组织选举。（二）主持会议。 is a list; with text under each they are headings.
    """
    items: set[int] = set()
    numbers = [_listed(given, shape) for given, shape in zip(paragraphs, shapes, strict=True)]
    for number, (before, after) in enumerate(pairwise(numbers)):
        if before is not None and after == (before[0], before[1] + 1):
            items |= {number, number + 1}
    return items


def items_alone(paragraphs: Sequence[Given], shapes: Sequence[Shape]) -> set[int]:
    """Numbers of the paragraphs such as ``1. 主营业务分析`` that are no item of a list: short words, and text follows."""
    alone: set[int] = set()
    numbers = [_item(shape) for shape in shapes]
    for number, given in enumerate(paragraphs):
        if numbers[number] is None or given.hint is not None or len(plain(given.text)) > ITEM_HEADING:
            continue
        text = plain(given.text)
        if ends_sentence(text) or ends_clause(text) or ends_open(text):
            continue
        beside = [numbers[i] for i in (number - 1, number + 1) if 0 <= i < len(numbers)]
        follows = number + 1 < len(paragraphs) and paragraphs[number + 1].hint not in (
            "furniture",
            "reference",
        )
        if follows and all(other is None for other in beside):
            alone.add(number)
    return alone


def _item(shape: Shape) -> int | None:
    heading = shape.heading
    return heading.number[0] if heading is not None and heading.system == "item" else None


def find_endnotes(paragraphs: Sequence[Given], shapes: Sequence[Shape]) -> set[int]:
    """Numbers of the notes at the end: a line 注释： or 注： by itself, then [1] …, [2] … or 1. …, 2. …"""
    found: set[int] = set()
    for start, (given, shape) in enumerate(zip(paragraphs, shapes, strict=True)):
        if shape.kind != "footnote" or squeeze(given.text).rstrip(":：") not in words("footnote_labels"):
            continue
        number = 0
        for at in range(start + 1, len(paragraphs)):
            text = plain(paragraphs[at].text)
            match = ENDNOTE.match(text)
            if match and int(match[1] or match[2]) == number + 1:
                number += 1
            elif (
                paragraphs[at].hint is not None
                or not number
                or paragraphs[at].big
                or match
                or _ends_notes(shapes[at])
            ):
                break
            found.add(at)
    return found


def _ends_notes(shape: Shape) -> bool:
    return shape.kind in (
        "references",
        "after_references",
        "caption",
        "heading",
        "note",
        "abstract",
        "footnote",
    )


def _listed(given: Given, shape: Shape) -> tuple[str, int] | None:
    """System and number of a sentence that begins with （二） or 2. and is not in large type."""
    match = LISTED.match(plain(given.text))
    if match is None or given.big or shape.kind not in ("heading", "text") or not ends_sentence(given.text):
        return None
    return ("bracket", chinese_number(match[1])) if match[1] else ("item", int(match[2]))


def _as_text(given: Given) -> Given:
    """A paragraph in large type that is long, or a long sentence, is text in large type and no heading."""
    if not given.big or given.hint is not None:
        return given
    text = plain(given.text)
    running = len(text) > LONG or (len(text) > LONG_SENTENCE and text.endswith("。"))
    return replace(given, big=False) if running else given


def _sources(paragraphs: Sequence[Given], told: list[Told]) -> list[Told]:
    """``told`` with the sources of figures and tables (资料来源：…) as captions: they stand next to what they belong to."""
    result = list(told)
    for number, (given, one) in enumerate(zip(paragraphs, told, strict=True)):
        beside = told[max(0, number - 1) : number] + told[number + 1 : number + 2]
        if (
            one.kind == "note"
            and any(other.kind in ("caption", "table") for other in beside)
            and label_of(squeeze(given.text), "source_words")
        ):
            result[number] = replace(one, kind="caption")
    return result


def seen_entry(text: str) -> bool:
    """True if the text carries the signs of a reference (so that its label is no note)."""
    return any(sign in plain(text) for sign in ("[J", "[M", "[D", "[R", "[N", "[C", "[EB"))


def _kind(given: Given, shape: str, outline: Outline, heading: Heading | None, seen_body: bool) -> BlockKind:
    if given.hint is not None and given.hint != "paragraph":
        return given.hint
    text = plain(given.text)
    if shape in FURNITURE:
        return "furniture" if len(given.text) <= 80 else "paragraph"
    if shape == "abstract":
        return "abstract"
    if shape in ("keywords", "note") and (len(given.text) <= 600 or not ends_sentence(given.text)):
        return "note"
    if squeeze(given.text) in words("contents_headings"):
        return "furniture"
    if not given.big and shape == "after_references" and ATTACHED.match(text):
        return "paragraph"  # the list of what is attached to an official document
    if not given.big and ISSUED.search(text) and len(text) <= ISSUED_LENGTH:
        return "note"  # who printed an official document and when
    if shape in ("caption", "caption_label"):
        return "caption"
    if shape == "footnote":
        return "footnote"
    if given.big and heading is None and not seen_body and (day_of(given.text) or is_institution(given.text)):
        return "note"
    if heading is not None and (
        given.big or heading.system in ("chinese", "bracket", "chapter", "part") or outline.fits(heading)
    ):
        return "heading" if heading.system != "item" or given.big else "paragraph"
    if given.big:
        return "heading"
    if is_author_note(given.text) and (not seen_body or len(given.text) <= 80):
        return "note"
    if (
        not seen_body
        and len(given.text) <= 60
        and not ends_sentence(given.text)
        and is_institution(given.text)
    ):
        return "note"
    if squeeze(given.text) == "":
        return "furniture"
    return "paragraph"
