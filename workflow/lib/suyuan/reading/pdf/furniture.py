"""Running heads and page numbers: rows at the margins that come again, or that only count pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_high

from suyuan.reading.pdf.chars import Char, PageChars
from suyuan.reading.pdf.rows import HOLDER, Line, Run
from suyuan.reading.pdf.rules import Rule
from suyuan.reading.shapes import NOTE_MARK, PAGE_NUMBER, ends_open, ends_sentence, shape_of
from suyuan.reading.words import plain, squeeze

MARGIN = 0.13  # of the page's height, above and below
SAME_PLACE = 8.0  # points
HEAD, WIDE_RULE = (
    0.12,
    0.6,
)  # a rule so near the top, so wide (of the page): what stands over it is a running head
MANY_PAGES, LARGE = 3, 20.0  # points: a watermark
FOOT = 0.1  # a rule so near the foot: a single line under it is no note
TITLED = 1.5  # times the type of a head: the title under it
TOP = 0.1  # a single head stands in the highest tenth
SMALLER, LARGER = 0.95, 1.15  # of the type of the page: running heads; titles
NUMBER = re.compile(r"^[-·•.—–\s]*(\d{1,4}|[ivxlc]{1,6})[-·•.—–\s]*$", re.I)
OF_PAGES = re.compile(r"^(?:第\s*)?(\d{1,4})\s*(?:页\s*)?[/共，,]\s*(?:共\s*)?\d{1,4}\s*页?$")


@dataclass(slots=True)
class PageRows:
    """Rows of a page before reading order is known."""

    number: int
    width: float
    height: float
    rows: list[list[Run]]
    head_rule: float | None = None  # from the top: a rule under what stands at the head of the page
    foot_rule: float | None = None  # from the top: a rule over what stands at the foot of the page


def head_rule(rules: Sequence[Rule], width: float, height: float) -> float | None:
    """The lowest rule in the upper margin that is as wide as the type area, of a page; None where there is none."""
    found = [
        rule[1]
        for rule in rules
        if rule[1] == rule[3] and rule[1] < HEAD * height and rule[2] - rule[0] >= WIDE_RULE * width
    ]
    return max(found, default=None)


def foot_rule(rules: Sequence[Rule], width: float, height: float) -> float | None:
    """The highest rule in the lowest tenth of the page that is as wide as the type area; None where there is none."""
    found = [
        rule[1]
        for rule in rules
        if rule[1] == rule[3] and rule[1] > (1 - FOOT) * height and rule[2] - rule[0] >= WIDE_RULE * width
    ]
    return min(found, default=None)


def take_watermarks(pages: Sequence[PageChars]) -> None:
    """Move large characters that stand at one place on many pages from the upright ones to the turned (changed in place)."""
    if len(pages) < MANY_PAGES:
        return
    places: dict[tuple[str, int, int], int] = defaultdict(int)
    for page in pages:
        for place in {_place(char) for char in page.upright if char.size >= LARGE}:
            places[place] += 1
    need = max(MANY_PAGES, len(pages) // 2)
    marks = {place for place, count in places.items() if count >= need}
    if not marks:
        return
    for page in pages:
        taken = [char for char in page.upright if char.size >= LARGE and _place(char) in marks]
        if taken:
            gone = {id(char) for char in taken}
            page.upright[:] = [char for char in page.upright if id(char) not in gone]
            page.turned.extend(taken)


def _place(char: Char) -> tuple[str, int, int]:
    return char.text, round(char.x0), round(char.base)


def take_furniture(pages: Sequence[PageRows]) -> dict[int, list[Line]]:
    """Take running heads and page numbers out of the rows (changed in place); gives them as lines by page."""
    marginal: list[tuple[PageRows, int, Line, str]] = []
    for page in pages:
        for index, row in enumerate(page.rows):
            line = Line(page.number, row)
            if HOLDER in line.text:
                continue  # a table at the top of many pages is no running head
            if line.base < MARGIN * page.height or line.base > (1 - MARGIN) * page.height:
                marginal.append((page, index, line, re.sub(r"\d+", "#", squeeze(line.text))))
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for page, _, line, key in marginal:
        places[key].append((page.number, line.base))
    taken: dict[int, set[int]] = defaultdict(set)
    title = _title_letters(pages)
    usual = median_high([_usual_size(page) for page in pages if page.rows] or [0.0])
    for page, index, line, key in marginal:
        again = {number for number, base in places[key] if abs(base - line.base) <= SAME_PLACE}
        outer = index in (0, len(page.rows) - 1)
        level = index == 1 and _level(page.rows[0], page.rows[1])  # of the head, a hair lower
        counts = PAGE_NUMBER.match(plain(line.text)) or OF_PAGES.match(plain(line.text))
        repeated = len(again) >= (2 if len(key) >= 4 else 3) and (len(pages) <= 3 or len(again) >= 2)
        over_rule = page.head_rule is not None and line.base < page.head_rule
        under_rule = page.foot_rule is not None and line.base > page.foot_rule and index == len(page.rows) - 1
        if (
            (repeated and _short(line, page))
            or ((over_rule or under_rule) and _small(line, page))
            or (outer and (counts or shape_of(line.text).kind in ("furniture", "page_number")))
            or ((outer or level) and _stands_off(page, index, line, usual))
            or (outer and _repeats_title(page, index, line, title))
        ):
            taken[page.number].add(index)
    found: dict[int, list[Line]] = {}
    for page in pages:
        chosen = _outer_only(page, taken[page.number])
        found[page.number] = [Line(page.number, page.rows[i]) for i in sorted(chosen)]
        page.rows = [row for i, row in enumerate(page.rows) if i not in chosen]
    return found


def _title_letters(pages: Sequence[PageRows]) -> str:
    """What the first page prints in large type, without blanks: a running head says the title again."""
    first = next((page for page in pages if page.rows), None)
    if first is None:
        return ""
    usual = _usual_size(first)
    large = [Line(first.number, row) for row in first.rows]
    return squeeze(
        "".join(line.text for line in large if line.size >= LARGER * usual and HOLDER not in line.text)
    )


def _repeats_title(page: PageRows, index: int, line: Line, title: str) -> bool:
    """True if the first row of a later page is the title, or its beginning, perhaps after the name of an author."""
    said = re.sub(r"^\d{1,4}|\d{1,4}$", "", squeeze(line.text).split("等:")[-1]).strip("·—-|")
    later = index == 0 and page.number > 1 and line.base < MARGIN * page.height
    return later and len(said) >= 6 and said in title and line.size < LARGER * _usual_size(page)


def _stands_off(page: PageRows, index: int, line: Line, usual: float) -> bool:
    """True for a head or foot that comes but once: smaller than the text of the page or ``usual``, and far from it."""
    if len(page.rows) < 2 or not (len(line.text) <= 40 or len(line.runs) > 1):
        return False
    if (
        line.size > SMALLER * max(usual, _usual_size(page))
        or ends_sentence(line.text)
        or ends_open(line.text)
    ):
        return False
    if shape_of(line.text).kind not in ("text", "heading", "furniture", "stamp") or begins_note(line):
        return False
    top = line.base < page.height / 2
    inner = page.rows[index + 1 :] if top else page.rows[index - 1 :: -1]
    beside = next(
        (Line(page.number, row) for row in inner if not (top and _level(page.rows[index], row))), line
    )
    blank = abs(beside.base - line.base) / max(line.size, beside.size)
    larger = beside.size > line.size / SMALLER
    if top:
        return line.base < TOP * page.height and (
            beside.size >= TITLED * line.size or blank >= (1.6 if larger else 2.4)
        )
    return line.base > (1 - FOOT) * page.height and blank >= 2.6 and larger


def _level(one: list[Run], other: list[Run]) -> bool:
    """True if two rows are one to the eye: small type, less than a line apart."""
    sizes = (one[0].chars[0].size, other[0].chars[0].size)
    return abs(one[0].base - other[0].base) < 0.8 * min(sizes) and max(sizes) < LARGER * min(sizes)


def begins_note(line: Line) -> bool:
    """True if the line begins with a mark of a note."""
    return line.chars[0].raised or NOTE_MARK.match(plain(line.text)) is not None or line.text[0] in "＊∗△▲"


def _usual_size(page: PageRows) -> float:
    sizes = sorted(char.size for row in page.rows for run in row for char in run.chars)
    return sizes[len(sizes) // 2]


def _small(line: Line, page: PageRows) -> bool:
    """Set in type no larger than that of the page: a title over a rule is larger."""
    sizes = sorted(run.chars[0].size for row in page.rows for run in row)
    return len(line.text) <= 160 and line.size <= 1.05 * sizes[len(sizes) // 2]


def _short(line: Line, page: PageRows) -> bool:
    """No running text: it does not fill the width as a paragraph does, or it has a gap."""
    return len(line.text) <= 160 and (len(line.runs) > 1 or line.x1 - line.x0 < 0.75 * page.width)


def _outer_only(page: PageRows, indexes: set[int]) -> set[int]:
    """Furniture lies outside the text: from the edge inwards without anything else between."""
    kept: set[int] = set()
    for order in (range(len(page.rows)), range(len(page.rows) - 1, -1, -1)):
        for index in order:
            if index not in indexes:
                break
            kept.add(index)
    return kept


def page_label(furniture: Sequence[Line]) -> str | None:
    """Page number as printed, from the running heads and feet of the page."""
    for line in furniture:
        whole = OF_PAGES.match(plain(line.text))
        if whole:
            return whole.group(1)
        for run in line.runs:
            text = plain("".join(char.text for char in run.chars))
            match = NUMBER.match(text)
            if match:
                return match.group(1)
    return None
