"""Titles of documents in a flow."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from suyuan.time.scan import title_spans

QUOTED = re.compile("“([^“”]{2,30})”")
QUOTATION = re.compile("“[^“”]*”|「[^「」]*」")
LIGHT = ("了", "的", "过")  # between a verb and the words that it opens


@dataclass(frozen=True, slots=True)
class Title:
    """A title in a flow; the span includes its brackets."""

    start: int
    end: int
    text: str  # without the outer brackets


def find_titles(text: str, endings: tuple[str, ...], back: re.Pattern[str] | None = None) -> list[Title]:
    """《…》 and those quoted words that end like a document (“廊坊共识”), in order.

    ``back`` finds words for a document told before (该纲要; group 1 is its noun): they stand for the last title so named.
    """
    found = [Title(start, end, text[start + 1 : end - 1]) for start, end in title_spans(text)]
    taken = [(title.start, title.end) for title in found]
    for match in QUOTED.finditer(text):
        inside = any(start <= match.start() < end for start, end in taken)
        if not inside and match[1].endswith(endings) and "，" not in match[1]:
            found.append(Title(match.start(), match.end(), match[1]))
    found.sort(key=lambda title: title.start)
    for match in back.finditer(text) if back else ():
        before = [title for title in found if title.end <= match.start() and title.text.endswith(match[1])]
        if before:
            found.append(Title(match.start(), match.end(), before[-1].text))
    return sorted(found, key=lambda title: title.start)


def told_words(text: str, verbs: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    """Spans of the quoted words that follow a verb (提出“建立机制、成立联盟”的设想): verbs in them tell what was said."""
    ends = {verb.end() for verb in verbs}
    return [
        match.span()
        for match in QUOTATION.finditer(text)
        if match.start() in ends
        or (text[match.start() - 1 : match.start()] in LIGHT and match.start() - 1 in ends)
    ]


def row_of(text: str, titles: list[Title], start: int, stop: int, reach: int) -> list[Title]:
    """The titles that follow ``start`` before ``stop``: the first within ``reach`` characters, then those joined to it."""
    row: list[Title] = []
    for title in titles:
        if title.start < start or title.start >= stop:
            continue
        if not row:
            between = text[start : title.start]
            if len(between) > reach or re.search("[，。；]", between):
                return []
        elif text[row[-1].end : title.start] not in ("", "、", "和", "与", "及", "以及", "，"):
            break
        row.append(title)
    return row
