"""Whether the text of a document can be trusted: characters without a meaning, and numbers that recognition broke.

Two measures, both over what is read for facts:

- unreadable characters (private use, unassigned, control, replacement): a font that does not tell what it prints.
  Any of them is noted; more than 1 in 100 on a page, or in a file without pages, is a warning.
- damaged numbers outside tables: a letter for a digit (20I5年, l5日) or a blank inside a number before its unit
  (201 5年, 1 4万元). Text typed by people has none; three, and 1 in 100 numbers, mark a text layer made by
  recognition (OCR). Digits that were misread for other digits cannot be seen.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from suyuan.document import Document
from suyuan.flow import is_unreadable
from suyuan.records import Problem

MANY_UNREADABLE = 0.01  # of the characters of a page
FEW_DAMAGED = 3
MANY_DAMAGED = 0.01  # of the numbers
AFTER_NUMBER = "年月日万亿%％元"
LETTER_FOR_DIGIT = re.compile(
    rf"(?<![A-Za-z])(?:\d{{1,20}}[IlOoZ]+\d*|[IlOoZ]+\d+)(?=[{AFTER_NUMBER}])|(?<![A-Za-z])\d{{1,20}}[IlO]\d+(?![A-Za-z])",
    re.ASCII,
)
BLANK_INSIDE = re.compile(rf"\d[ \t]\d{{1,2}}(?=[ \t]?[{AFTER_NUMBER}])", re.ASCII)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*", re.ASCII)
PAGES_SHOWN = 20


def legibility_problems(document: Document) -> tuple[Problem, ...]:
    """What makes the text of a document doubtful, by the two measures above; empty for sound text."""
    return (*_unreadable(document), *_damaged(document))


def _unreadable(document: Document) -> list[Problem]:
    all_of: Counter[int | None] = Counter()
    bad: defaultdict[int | None, set[str]] = defaultdict(set)
    count: Counter[int | None] = Counter()
    untrusted = _untrusted(document)
    for block in document.body():
        for span in block.spans:
            for at in range(span.start, span.end):
                char = document.text[at]
                if char.isspace():
                    continue
                box = document.boxes[at] if document.boxes is not None else None
                page = box.page if box is not None else block.page
                if page in untrusted:
                    continue
                all_of[page] += 1
                if is_unreadable(char):
                    count[page] += 1
                    bad[page].add(char)
    if not count:
        return []
    dense = [page for page in count if count[page] > MANY_UNREADABLE * all_of[page]]
    codes = sorted({f"U+{ord(char):04X}" for page in count for char in bad[page]})
    shown = ", ".join(codes[:6]) + (" …" if len(codes) > 6 else "")
    what = f"{count.total()} characters have no known meaning ({shown}); numbers beside them are not read"
    if dense:
        what += (
            f"; more than 1 in 100 on {len(dense)} page(s)" if None not in dense else "; more than 1 in 100"
        )
    return [_problem(document, what, _where([page for page in count if page is not None]), bool(dense))]


def _untrusted(document: Document) -> frozenset[int | None]:
    """Pages of which nothing is read as a fact anyway, and which have a problem of their own."""
    return frozenset(page.number for page in document.pages if page.layer == "untrusted")


def _damaged(document: Document) -> list[Problem]:
    untrusted = _untrusted(document)
    running = [
        document.text[span.start : span.end]
        for block in document.body()
        if block.kind != "table" and block.page not in untrusted
        for span in block.spans
    ]
    found = damaged_numbers(running)
    if found is None:
        return []
    letters, blanks, numbers = found
    what = (
        f"{letters + blanks} of {numbers} numbers are damaged ({letters} with a letter for a digit, {blanks} with a blank "
        "inside): the text was made by recognition (OCR), and other digits may be wrong without a sign"
    )
    return [_problem(document, what, None, True)]


def damaged_numbers(texts: Iterable[str]) -> tuple[int, int, int] | None:
    """How many numbers of the texts have a letter for a digit, how many a blank inside, and how many numbers there are;
    None where there are too few damaged ones to tell of recognition."""
    texts = list(texts)
    letters = sum(len(LETTER_FOR_DIGIT.findall(text)) for text in texts)
    blanks = sum(len(BLANK_INSIDE.findall(text)) for text in texts)
    numbers = sum(len(NUMBER.findall(text)) for text in texts)
    return (
        (letters, blanks, numbers) if letters + blanks >= max(FEW_DAMAGED, MANY_DAMAGED * numbers) else None
    )


def _where(pages: list[int]) -> str | None:
    pages = sorted(pages)
    if not pages:
        return None
    return "page " + ", ".join(map(str, pages[:PAGES_SHOWN])) + (" …" if len(pages) > PAGES_SHOWN else "")


def _problem(document: Document, what: str, where: str | None, warn: bool) -> Problem:
    return Problem(
        stage="read",
        source_id=document.source_id,
        file=document.path,
        where=where,
        what=what,
        todo="compare the figures with the pages before they are used" if warn else "look at these places",
        severity="warning" if warn else "note",
    )
