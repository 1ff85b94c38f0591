"""How much of an article a reader finds, and how much else it takes for it."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from reading.web_pages import Page
from suyuan.document import Document
from suyuan.reading.words import squeeze


def body_lines(document: Document) -> list[str]:
    """What the reader takes for the article, without its title."""
    return [
        "".join(document.text[s.start : s.end] for s in block.spans)
        for block in document.body()
        if block.kind != "title"
    ]


def precision_recall(lines: Sequence[str], page: Page) -> tuple[float, float]:
    """Shares of the found characters that belong to the body, and of the body's that were found, in their order.

    Title, byline, source and date are left out of both sides.
    """
    aside = {squeeze(text) for text in (page.title, *page.neutral)}
    found = "".join(text for line in lines if (text := squeeze(line)) not in aside)
    for text in sorted(aside, key=len, reverse=True):
        if len(text) > 8 and text not in squeeze("".join(page.body)):
            found = found.replace(text, "")
    true = squeeze("".join(page.body))
    same = sum(
        m.size for m in difflib.SequenceMatcher(None, found, true, autojunk=False).get_matching_blocks()
    )
    return (same / len(found) if found else 0.0), same / len(true)
