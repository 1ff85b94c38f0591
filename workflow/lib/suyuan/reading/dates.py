"""Dates that a document states about itself: when it was said, published, put up again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from suyuan.document import DocumentDates
from suyuan.reading.words import label_of, plain, squeeze

DAY = re.compile(r"(\d{4})\s*(?:-|/|\.|年)\s*(\d{1,2})\s*(?:-|/|\.|月)\s*(\d{1,2})\s*日?")
MONTH = re.compile(r"^(\d{4})\s*年\s*(\d{1,2})\s*月$")
SPEECH = re.compile(r"^(?:-|—)*\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*在")
VOLUME = re.compile(r"\b((?:19|20)\d{2})\s*[,，]\s*Vol", re.I)
CITED = re.compile(r"[,，.．]\s*((?:19|20)\d{2})\s*(?:[,，]\s*\d+\s*)?\(\s*\d{1,2}\s*\)\s*[:：]?")


def find_dates(stamps: Iterable[str], heads: Iterable[str]) -> DocumentDates:
    """Dates from the stamp lines and the other lines of a document's head, in their order; EDTF.

    A labelled date of issue is ``published``; a bare stamp only says when the page was put up: ``reposted``.
    A line ``——2026年1月25日在…会议上`` says when a speech was given: ``said``.
    """
    said = published = reposted = None
    for line in stamps:
        text, squeezed = plain(line), squeeze(line)
        day = day_of(text)
        if day is None:
            continue
        if label_of(squeezed, "reposted_labels"):
            reposted = reposted or day
        elif label_of(squeezed, "published_labels") or "年" in text:
            published = published or day
        else:
            reposted = reposted or day
    cited = None
    for line in heads:
        text = plain(line)
        speech, month = SPEECH.match(text), MONTH.match(text)
        volume, citation = VOLUME.search(text), CITED.search(text)
        if speech is None and re.search(r"会议|大会", text) and len(text) <= 40:
            speech = DAY.search(text)
        if speech:
            said = said or edtf(*map(int, speech.groups()))
        elif month:
            published = published or edtf(*map(int, month.groups()))
        elif len(text) <= 40 and re.search(r"\d\s*日$", text) and not re.search(r"[:：,，]", text):
            published = published or day_of(text)
        elif volume or citation:
            cited = cited or (volume or citation).group(1)  # type: ignore[union-attr]
    return DocumentDates(said, published or cited, reposted)


def day_of(text: str) -> str | None:
    """First calendar day written in the text as EDTF, or None."""
    match = DAY.search(plain(text))
    return edtf(*map(int, match.groups())) if match else None


def edtf(year: int, month: int, day: int | None = None) -> str | None:
    """``2024-12-13`` or ``2018-06``; None if there is no such day."""
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
