"""Kinds and sections of paragraphs that are already whole: of web pages and PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from suyuan.reading.dates import day_of
from suyuan.reading.headings import Heading, Outline, large_heading
from suyuan.reading.shapes import ends_sentence, is_author_note, is_institution, shape_of
from suyuan.reading.words import plain, squeeze
from suyuan.records.fact import BlockKind

FURNITURE = frozenset({"furniture", "page_number", "rule", "stamp"})


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
    outline, told = Outline(), []
    references = False
    seen_body = False
    for given in paragraphs:
        shape = shape_of(given.text)
        heading = shape.heading
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
        kind = _kind(given, shape.kind, outline, heading, seen_body)
        if kind == "heading":
            heading = heading or large_heading(given.text)
            if heading.system in ("plain", "hash") and given.level:
                heading = Heading("hash", given.level, (), given.level, plain(given.text))
            above, level = outline.push(heading)
            told.append(Told("heading", above, level))
            seen_body = True
            continue
        seen_body = seen_body or (kind == "paragraph" and len(given.text) > 60)
        told.append(Told(kind, outline.section))
    return told


def seen_entry(text: str) -> bool:
    """True if the text carries the signs of a reference (so that its label is no note)."""
    return any(sign in plain(text) for sign in ("[J", "[M", "[D", "[R", "[N", "[C", "[EB"))


def _kind(given: Given, shape: str, outline: Outline, heading: Heading | None, seen_body: bool) -> BlockKind:
    if given.hint is not None and given.hint != "paragraph":
        return given.hint
    if shape in FURNITURE:
        return "furniture" if len(given.text) <= 80 else "paragraph"
    if shape == "abstract":
        return "abstract"
    if shape in ("keywords", "note") and (len(given.text) <= 600 or not ends_sentence(given.text)):
        return "note"
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
