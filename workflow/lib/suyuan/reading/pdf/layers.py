"""The text of every page of a PDF from what can be trusted: its text layer, the second engine, or recognition (OCR).

Each page is judged (``suyuan.reading.pdf.quality``). A garbled text layer is read again with pdfminer, which sometimes
knows characters that pdfium does not; if that is noise too, or the page is a scan without text, its picture is recognised
where the optional packages are installed. A text layer that recognition left under a scan is kept and marked as recognised
if its numbers look sound (``suyuan.reading.legible``), all such pages of a file together; else it counts as garbled.

Each page tells in ``layer`` where its text is from. What cannot be had otherwise keeps its text and is ``untrusted``: its
numbers are no facts. Every page that is not simply read is in the problems.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

import pypdfium2 as pdfium

from suyuan.reading.legible import damaged_numbers
from suyuan.reading.limits import tell_ocr_page
from suyuan.reading.ocr.engine import INSTALL, is_installed
from suyuan.reading.pdf.chars import Char, PageChars, PlumberChar, SecondError
from suyuan.reading.pdf.pictures import other_ink
from suyuan.reading.pdf.printed import drawn_lines, page_chars, second_chars
from suyuan.reading.pdf.quality import FEW, Verdict, judge, noise_in, page_list, text_of
from suyuan.records import Problem

TRIES = 2  # pages of a file; where the second engine never helps (it is slow) it is not asked again
DRAWN = 0.004  # share of the page that is ink but no text: it shows something
Second = Callable[[int], list[PlumberChar]]
Recognise = Callable[[pdfium.PdfPage, int | None], tuple[list[Char], list[Char]]]


@dataclass
class Layers:
    """Pages that can be read, numbers of the damaged ones, and what to say about the others."""

    pages: list[PageChars] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    second: list[int] = field(
        default_factory=list
    )  # pages read with the second engine because the first read noise
    given: list[int] = field(default_factory=list)  # pages with a sound layer made by recognition
    in_vain: int = 0  # pages on which the second engine reads noise as well
    recognised: list[int] = field(default_factory=list)  # by us
    garbled: list[int] = field(default_factory=list)  # and not read otherwise
    pictures: list[int] = field(default_factory=list)  # without text, and not recognised
    stamped: list[int] = field(default_factory=list)  # a little text on a picture, which is not recognised

    def problems(self, shown: str, source_id: str) -> tuple[Problem, ...]:
        """Rows for problems.csv about pages that were not simply read."""
        rows: list[tuple[list[int], str, str, Literal["note", "warning"]]] = [
            (
                self.garbled,
                "the text layer is garbled; numbers on it are not read as facts",
                TO_READ,
                "warning",
            ),
            (self.pictures, "a picture without text; nothing in it is read", TO_READ, "warning"),
            (
                self.stamped,
                "a picture with a little text on it; nothing in the picture is read",
                TO_READ,
                "note",
            ),
            (
                self.recognised,
                "recognised from the page picture (OCR); its facts have the status ocr",
                COMPARE,
                "note",
            ),
            (
                self.given,
                "the text was made by recognition (OCR) in the file; its facts have the status ocr",
                COMPARE,
                "note",
            ),
            (
                self.second,
                "the first PDF engine reads noise here; read with the second one",
                "look at these pages",
                "note",
            ),
        ]
        return tuple(
            Problem(
                stage="read",
                source_id=source_id,
                file=shown,
                where=page_list(numbers),
                what=what,
                todo=AGAIN if todo == TO_READ and is_installed() else todo,
                severity=severity,
            )
            for numbers, what, todo, severity in rows
            if numbers
        )


TO_READ = f"install recognition to read it from the page pictures: {INSTALL}"
AGAIN = "recognition found no text in the page pictures either; look at these pages"
COMPARE = "compare the figures with the pages before they are used"


def read_layers(document: pdfium.PdfDocument, second: Second, recognise: Recognise | None) -> Layers:
    """The pages of a document, each from the best text that can be had. ``recognise`` is None where nothing can be."""
    layers = Layers()
    verdicts: dict[int, Verdict] = {}
    for number in range(1, len(document) + 1):
        try:
            page = page_chars(document, number, second)
            verdict = judge(page)
            if verdict == "empty" and not shows_something(document, page):
                verdict = "sound"
        except pdfium.PdfiumError:
            layers.broken.append(number)
            continue
        layers.pages.append(page)
        verdicts[number] = verdict
    under = [page for page in layers.pages if verdicts[page.number] == "recognised"]
    if under and damaged_numbers("".join(char.text for char in page.upright) for page in under):
        verdicts.update({page.number: "garbled" for page in under})
    layers.pages = [
        _best(document, page, verdicts[page.number], second, recognise, layers) for page in layers.pages
    ]
    return layers


def shows_something(document: pdfium.PdfDocument, page: PageChars) -> bool:
    """Whether a page with hardly any text has ink that is not text."""
    sheet = document[page.number - 1]
    try:
        chars = [(char.x0, char.top, char.x1, char.bottom) for char in (*page.upright, *page.turned)]
        return other_ink(sheet, [*chars, *drawn_lines(sheet)]) > DRAWN
    finally:
        sheet.close()


def _best(
    document: pdfium.PdfDocument,
    page: PageChars,
    verdict: Verdict,
    second: Second,
    recognise: Recognise | None,
    layers: Layers,
) -> PageChars:
    if verdict == "sound":
        return page
    if verdict == "recognised":
        layers.given.append(page.number)
        return replace(page, layer="recognised")
    if verdict == "garbled" and page.hidden == 0 and (layers.second or layers.in_vain < TRIES):
        again = _again(document, page, second)
        if again is not None:
            layers.second.append(page.number)
            return again
        layers.in_vain += 1
    if recognise is not None:
        size = len(text_of(page))
        found = _recognised(
            document, page, recognise, 2 * size if verdict == "stamped" else max(size // 2, 1)
        )
        if found is not None:
            layers.recognised.append(page.number)
            return found
    if verdict == "garbled":
        layers.garbled.append(page.number)
        return replace(page, layer="untrusted")
    (layers.stamped if verdict == "stamped" else layers.pictures).append(page.number)
    return page


def _again(document: pdfium.PdfDocument, page: PageChars, second: Second) -> PageChars | None:
    """The page as pdfminer reads it, if that is no noise and not less."""
    try:
        upright, turned = second_chars(document, page.number, second)
    except (SecondError, pdfium.PdfiumError):
        return None
    again = replace(page, upright=upright, turned=turned)
    text = text_of(again)
    return again if noise_in(text) is None and 2 * len(text) >= len(text_of(page)) else None


def _recognised(
    document: pdfium.PdfDocument, page: PageChars, recognise: Recognise, least: int
) -> PageChars | None:
    """The page as recognised from its picture, if there are at least so many characters in it."""
    from suyuan.reading.ocr.page import turn_of

    tell_ocr_page()
    sheet = document[page.number - 1]
    try:
        if len(page.upright) + len(page.turned) < FEW:
            turn = None
        else:
            turn = turn_of(page.turned) if len(page.turned) > len(page.upright) else 0
        upright, turned = recognise(sheet, turn)
    finally:
        sheet.close()
    if len(upright) + len(turned) < least:
        return None
    return replace(page, upright=upright, turned=turned, layer="recognised", unmapped=0, left_out=0)


def recogniser() -> Recognise | None:
    """The recogniser of pages, None where its packages are not installed."""
    if not is_installed():
        return None
    from suyuan.reading.ocr.page import recognise_page

    return lambda sheet, turn: recognise_page(sheet, turn)
