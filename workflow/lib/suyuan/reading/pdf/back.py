"""What stands after the reference list: the English title and abstract, notes on the authors, advertising."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.reading.pdf.paragraphs import Paragraph
from suyuan.reading.shapes import HAN, is_author_note, is_latin
from suyuan.reading.words import label_of, squeeze, starts_with, words

LARGE = 1.1  # times the type of the body: a heading of advertising
TITLE_BEFORE = 6  # paragraphs before an abstract, at most, that belong to it
LIFE = re.compile(
    r"^[\u4e00-\u9fff·]{2,5}\s?[,，]?\s?[(（]?\s?(?:[\u4e00-\u9fff]{1,8}[,，]\s?)?(?:19|20)\d\d\s?(?:年|[-—–－~～一])"
)
ORNAMENT = re.compile(r"^(.)\1{7,}$")


def mark_back(paragraphs: Sequence[Paragraph], size: float) -> None:
    """Set the hints of what stands after the reference list (changed in place). ``size``: type of the body in points.

    A heading there in large type that reads as a notice opens advertising, which goes on to the end of the document.
    """
    start = next((i for i, p in enumerate(paragraphs) if p.after), None)
    if start is None:
        return
    back = paragraphs[start:]
    notice = next((i for i, p in enumerate(back) if _is_notice(p, size)), len(back))
    while notice and ORNAMENT.match(squeeze(back[notice - 1].text)):
        notice -= 1
    for paragraph in back[notice:]:
        if not _is_entry(paragraph):
            paragraph.hint, paragraph.big = "advertising", False
    _mark_english(back[:notice])
    for number, paragraph in enumerate(back[:notice]):
        if paragraph.hint is not None or not paragraph.after:
            continue
        before = back[number - 1] if number else None
        text = squeeze(paragraph.text)
        bare = text.lstrip("(（[【*")
        labelled = label_of(bare, "back_labels") or (len(bare) <= 12 and starts_with(bare, "back_labels"))
        life = LIFE.match(paragraph.text) or is_author_note(paragraph.text)
        goes_on = before is not None and before.hint == "note" and not paragraph.big and not is_latin(text)
        if (
            labelled
            or life
            or ORNAMENT.match(text)
            or (goes_on and not paragraph.shape.startswith("caption"))
        ):
            paragraph.hint, paragraph.big = "note", False


def _is_entry(paragraph: Paragraph) -> bool:
    return not paragraph.after and paragraph.hint is None


def _is_notice(paragraph: Paragraph, size: float) -> bool:
    """True for a heading such as 征稿启事, 2017年…培训班通知."""
    text = squeeze(paragraph.text).strip("《》!！:：·*★☆ ")
    return (
        paragraph.after
        and len(text) <= 60
        and paragraph.lines[0].size >= LARGE * size
        and (text.endswith(words("notice_endings")) or starts_with(text, "notice_beginnings") is not None)
    )


def _mark_english(back: Sequence[Paragraph]) -> None:
    """Title, authors, abstract and keywords in English (or in Chinese, in an English journal)."""
    abstract = next((i for i, p in enumerate(back) if p.shape == "abstract"), None)
    if abstract is None:
        return
    first = max(0, abstract - TITLE_BEFORE)
    front = [p for p in back[first:abstract] if p.after and p.hint is None and is_latin(p.text)]
    largest = max((p.lines[0].size for p in front), default=0.0)
    for number, paragraph in enumerate(front):
        named = number == 0 and paragraph.lines[0].size >= largest
        paragraph.hint, paragraph.big = ("title" if named else "note"), False
    inside = True
    for paragraph in back[abstract:]:
        if paragraph.hint is not None:
            continue
        if paragraph.shape == "keywords":
            paragraph.hint, inside = "note", False
        elif inside and (paragraph.shape == "abstract" or (is_latin(paragraph.text) and not paragraph.big)):
            paragraph.hint = "abstract"
        elif not HAN.search(paragraph.text) and not paragraph.big:
            paragraph.hint = "note"
        else:
            break
