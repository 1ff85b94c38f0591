"""The head of a text: title, authors, affiliations, stamps before the first paragraph; and the dates found there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from suyuan.reading.institutions import is_institution, is_topic
from suyuan.reading.shapes import (
    AMOUNT,
    HAN,
    ends_clause,
    ends_open,
    ends_sentence,
    is_author_note,
    is_latin,
    is_sentence,
    width,
)
from suyuan.reading.text.lines import Layout, Line
from suyuan.reading.words import plain, squeeze, words

LETTERS = re.compile(r"[^\w]|_")
SPEECH = re.compile(r"^(?:——|--)?\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*在")
BYLINE = re.compile(r"记者|通讯员|来源|责编|编辑|作者|市长|省长|主席|总理|主任")
AUTHORS = re.compile(
    r"^(?:[\u4e00-\u9fff]{1,2}\s?[\u4e00-\u9fff]{1,2}(?:<sup>.{0,12}?</sup>|[\d*∗,，、;；\s\\]|$)+){1,12}$"
)
COUNTED = re.compile(r"[\u4e00-\u9fff]\s?\d[\d.,]*\s?[万亿]?[\u4e00-\u9fff]$")  # 学校12所 is no institution
FUND = re.compile(r"项目.{0,60}[(（][\w\-,，、/ ]{5,}[)）]")


@dataclass(frozen=True, slots=True)
class Front:
    """Where the body begins, and which lines are the title."""

    end: int  # index of the first line of the body
    title: int | None  # index of the line


def find_front(lines: Sequence[Line], layout: Layout) -> Front:
    """The front reaches over the last abstract or keywords in the first half; else to the first line of prose."""
    half = [
        i
        for i, line in enumerate(lines[: max(len(lines) // 2, 1)])
        if line.shape.kind in ("abstract", "keywords")
    ]
    # Abstracts of papers stand together; one far down belongs to another article.
    while len(half) > 1 and half[-1] - half[-2] > 60:
        half.pop()
    first = next(
        (i for i, line in enumerate(lines) if is_prose(line, layout) and not wraps_note(lines, i)), len(lines)
    )
    end = half[-1] + 1 if half else first
    title = _title(lines, end)
    while not half and title is not None and end - 1 > title and _is_section(lines[end - 1]):
        end -= 1
    return Front(end, title)


def _is_section(line: Line) -> bool:
    """A markdown heading in Chinese, or the name of a section of a paper."""
    heading = line.shape.heading
    if squeeze(line.text) in words("section_names"):
        return True
    return heading is not None and heading.system == "hash" and HAN.search(line.text) is not None


def wraps_note(lines: Sequence[Line], i: int) -> bool:
    """True if line ``i`` goes on with the sentence of a labelled note above it: the margin broke it, and it counts nothing."""
    if AMOUNT.search(plain(lines[i].text)):
        return False
    for before, line in zip(reversed(lines[:i]), reversed(lines[: i + 1]), strict=False):
        if line.gap or ends_sentence(before.text) or width(before.text) < width(line.text):
            return False
        if before.shape.kind == "note" or is_fund(before.text):
            return True
        if before.shape.kind != "text":
            return False
    return False


def is_body_in_front(line: Line) -> bool:
    """True for a line in front of the body that is read as a paragraph: a sentence, or an amount in no line of names.

    A fact that is lost weighs more than a note that is read.
    """
    text = plain(line.text)
    if line.shape.kind not in ("text", "item") or is_author_note(text) or is_fund(text):
        return False
    if is_sentence(text):
        return True
    byline = AUTHORS.match(text) or SPEECH.match(text) or (BYLINE.search(text) and len(text) <= 20)
    if byline or AMOUNT.search(text) is None:
        return False
    return COUNTED.search(text) is not None or not is_institution(text)


def is_fund(text: str) -> bool:
    """True for a project with its number in brackets: ``某基金项目(18B073)``; a sentence that counts projects is none."""
    line = plain(text)
    counts = ends_sentence(line) and AMOUNT.search(re.sub(r"[(（][^()（）]*[)）]", "", line))
    return FUND.search(line) is not None and not counts


def is_prose(line: Line, layout: Layout) -> bool:
    """True for a line that can only belong to running text."""
    kind = line.shape.kind
    if kind in ("heading", "references", "table", "item") and not SPEECH.match(plain(line.text)):
        return not (line.shape.heading is not None and line.shape.heading.system == "hash")
    if kind != "text" or is_author_note(line.text) or is_fund(line.text):
        return False
    if is_sentence(line.text):
        return True
    if ends_sentence(line.text):
        return len(line.text) > 30 or "，" in line.text or "," in line.text
    if ends_clause(line.text) or (ends_open(line.text) and len(line.text) > 12):
        return True
    wide = layout.full_width is not None and width(line.text) >= 0.8 * layout.full_width
    return "，" in line.text and (wide or len(line.text) >= 32)


def _title(lines: Sequence[Line], end: int) -> int | None:
    """The first markdown heading; else the line that the citation repeats; else the first that can be a title."""
    front = list(range(min(end, len(lines))))
    for i in front:
        heading = lines[i].shape.heading
        if heading is not None and heading.system == "hash" and HAN.search(lines[i].text):
            return i
    quoted = [LETTERS.sub("", squeeze(lines[i].text)) for i in front if lines[i].shape.kind == "note"]
    able = [i for i in front if _can_be_title(lines, i)]
    for i in able:
        bare = LETTERS.sub("", squeeze(lines[i].text))
        if any(bare in line and bare != line for line in quoted):
            return i
    return able[0] if able else None


def _can_be_title(lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    text = plain(line.text)
    if line.shape.kind != "text" or not 4 <= len(HAN.findall(text)) <= 80 or len(text) > 120:
        return False
    if text[-1] in "。；;：:，," or SPEECH.match(text) or is_author_note(text) or is_fund(text):
        return False
    no_title = is_institution(text) or (BYLINE.search(text) and len(text) <= 20)
    if AUTHORS.match(text) or (no_title and not is_topic(text)):
        return False
    label = i and lines[i - 1].shape.kind == "note" and len(squeeze(lines[i - 1].text)) <= 6 and line.gap <= 1
    return not (label and lines[i - 1].text.strip()[-1:] not in "史")


def is_front_title(text: str) -> bool:
    """True for a title in a second language: a Latin line of five words or more without marks of authors."""
    line = plain(text).lstrip("# ")
    if (
        not is_latin(line)
        or len(re.findall(r"[A-Za-z]{2,}", line)) < 5
        or re.search(r"<sup>|\d{5,6}|@|;|^[A-Z][a-z]+(?: [A-Z])+,", line)
    ):
        return False
    return not is_institution(line)
