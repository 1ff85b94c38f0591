"""Headings: numbering systems of Chinese papers and documents, their levels and their order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from suyuan.reading.words import plain

System = Literal["hash", "chapter", "part", "chinese", "bracket", "decimal", "item", "plain"]
RANKS: dict[str, int] = {"chapter": 1, "part": 2, "chinese": 3, "bracket": 4, "item": 9}
LOWER: dict[str, tuple[System, ...]] = {
    "chapter": ("part", "chinese", "bracket", "item"),
    "part": ("chinese", "bracket", "item"),
    "chinese": ("bracket", "item"),
    "bracket": ("item",),
}  # whose numbers begin anew
DIGITS = "零一二三四五六七八九"
LEVELS: dict[System, int] = {
    "chapter": 1,
    "part": 2,
    "chinese": 1,
    "bracket": 2,
    "item": 3,
    "plain": 5,
    "hash": 1,
}
PATTERNS: tuple[tuple[System, re.Pattern[str]], ...] = (
    ("chapter", re.compile(r"^第([一二三四五六七八九十]{1,3}|\d{1,2})[章编篇]\s*(\S.*)?$")),
    ("part", re.compile(r"^第([一二三四五六七八九十]{1,3}|\d{1,2})节\s*(\S.*)?$")),
    ("chinese", re.compile(r"^([一二三四五六七八九十]{1,3})\s?[、.．]\s*(\S.*)$")),
    ("bracket", re.compile(r"^[(（]([一二三四五六七八九十]{1,3})[)）]\s*(\S.*)$")),
    ("decimal", re.compile(r"^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+(\D.*)$")),
    ("decimal", re.compile(r"^(\d{1,2}(?:\.\d{1,2}){1,3})(?!\d)\s*([^\d\s%‰].*)$")),
    ("item", re.compile(r"^(\d{1,2})\s?[.、．](?!\d)\s*(\D.*)$")),
)
# 2. 某大学地理系，长春 130022; a sum at the end of a heading (三、预算收入 320000) stands behind no house
POSTCODE = re.compile(
    r"(?:大学|学院|研究院|研究所|研究中心|实验室|医院|公司|学校|[系局站厅])(?:[，,、\s][^\d。]*)?\d{6}\s*[)）]?[;；.。]?$"
)
LIMITS: dict[System, int] = {
    "chinese": 80,
    "bracket": 90,
    "chapter": 60,
    "part": 60,
    "decimal": 45,
    "item": 45,
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that reads as a heading."""

    system: System
    level: int
    number: tuple[int, ...] = ()
    hashes: int = 0  # of markdown
    text: str = ""  # without markdown signs


def chinese_number(text: str) -> int:
    """12 for 十二, 21 for 二十一 or 21; up to 99. ValueError for anything else."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        if len(text) != 1:
            raise ValueError(f"{text!r} is not a number up to 99")
        return DIGITS.index(text)
    return (DIGITS.index(tens) if tens else 1) * 10 + (DIGITS.index(ones) if ones else 0)


def heading_of(line: str, *, unnumbered: bool = False) -> Heading | None:
    """Heading that the line reads as, or None. ``unnumbered``: take it for one although it has no number."""
    text = plain(line)
    mark = re.match(r"^(#{1,6})\s*(?=\S)", text)
    hashes = len(mark.group(1)) if mark else 0
    body = text[mark.end() :] if mark else text
    body = body.replace("**", "").strip()
    printed = " ".join(re.sub(r"^\s*#{1,6}", "", line).replace("**", "").split())
    for system, pattern in PATTERNS:
        match = pattern.match(body)
        if match is None:
            continue
        number = _number(match.group(1))
        title = match.group(2) or ""
        if number is None or not (hashes or _is_title(system, title, body)) or POSTCODE.search(body):
            continue
        level = len(number) if system == "decimal" else LEVELS[system]
        return Heading(system, max(level, 1), number, hashes, printed)
    if hashes:
        return Heading("hash", hashes, (), hashes, printed)
    return Heading("plain", LEVELS["plain"], (), 0, printed) if unnumbered else None


def large_heading(line: str) -> Heading:
    """Heading of a line in large type: its number needs no blank after it (1引言)."""
    found = heading_of(line)
    if found is not None:
        return found
    text = plain(line)
    match = re.match(r"^(\d{1,2})\s?(?=[\u4e00-\u9fff])(.+)$", text)
    if match and not re.match(r"[年月日]", match.group(2)):
        return Heading("decimal", 1, (int(match.group(1)),), 0, " ".join(line.split()))
    return Heading("hash", 2, (), 2, " ".join(line.split()))


def _number(text: str) -> tuple[int, ...] | None:
    try:
        return tuple(chinese_number(part) for part in text.split("."))
    except ValueError:
        return None


def _is_title(system: System, title: str, line: str) -> bool:
    """A title is short and no sentence; （一）… may end in a full stop when it is very short."""
    if len(line) > LIMITS[system] or title.endswith(("，", ",", "、", "；", ";", "：", ":")):
        return False
    if system in ("chinese", "bracket") and title.endswith("。"):
        title = title[:-1] if len(title) <= 36 else title
    if re.search(r"[。！；;]", title):
        return False
    return system not in ("decimal", "item") or "，" not in title or len(title) <= 30


@dataclass(frozen=True, slots=True)
class Step:
    """A heading above the present line."""

    level: int
    text: str
    rank: int = 0  # of its numbering system, 0 for those that have no fixed place


@dataclass(slots=True)
class Outline:
    """The headings above the present line, and what number may come next.

    第一章 stands above 第一节, this above 一、, this above （一）, and 1. under whatever is there; the level is the place in
    the tree, so that 一、 is of level 1 in a paper and of level 2 under the 第三节 of an annual report.
    """

    path: list[Step] = field(default_factory=list)
    last: dict[str, tuple[int, ...]] = field(default_factory=dict)  # system -> last number
    base: int | None = None  # hashes of the first unnumbered markdown heading below the title
    under: int = 0  # level of the heading under which the present decimal numbers began

    def fits(self, heading: Heading) -> bool:
        """True if the number follows on: 2.1 after 2 or 1.4, 3 after 2.5; a first number is 0 or 1."""
        number = heading.number
        if not number:
            return True
        before = self.last.get(heading.system)
        if heading.system == "decimal":
            in_chapter = self.last.get("chapter") == number[:1] and number[1:] == (1,)
            return in_chapter or _decimal_follows(before, number)
        if before is None:
            return number[0] <= 1
        return number[0] == 1 or number[0] - before[0] in (1, 2)

    def push(self, heading: Heading) -> tuple[tuple[str, ...], int]:
        """Enter a heading; gives the section path above it and its level."""
        rank = RANKS.get(heading.system, 0)
        if heading.system == "hash":
            self.base = self.base or heading.hashes
            level = max(1, heading.hashes - self.base + 1)
        else:
            level = heading.level
            if heading.system == "decimal":
                level += self._decimals_under(heading.number)
            self.last[heading.system] = heading.number
            for system in LOWER.get(heading.system, ()):
                self.last.pop(system, None)
        while self.path and not self._is_above(self.path[-1], rank, level):
            self.path.pop()
        if rank:
            level = self.path[-1].level + 1 if self.path else 1 if heading.system == "part" else level
        above = self.section
        for text in split_heading(heading):
            self.path.append(Step(level, text, rank))
            level, rank = level + 1, rank and rank + 1
        return above, level - 1

    @staticmethod
    def _is_above(step: Step, rank: int, level: int) -> bool:
        """True if a heading of this rank, or of this level if it has none, stands under ``step``."""
        if not rank:
            return step.level < level
        if step.rank:
            return step.rank < rank
        return rank == RANKS["item"] or (rank > RANKS["part"] and step.level < level)

    def _decimals_under(self, number: tuple[int, ...]) -> int:
        """Levels above the first decimal number: 1 under （一） goes on from its level, 2.1 under 第二章 from the chapter."""
        if number in ((0,), (1,), (1, 1)):
            ranked = [step for step in self.path if 0 < step.rank < RANKS["item"]]
            self.under = ranked[-1].level if ranked else 0
            if ranked and ranked[-1].rank == RANKS["chapter"] and len(number) > 1:
                self.under -= 1
        return self.under

    @property
    def section(self) -> tuple[str, ...]:
        """Texts of the headings above, outermost first."""
        return tuple(step.text for step in self.path)


def split_heading(heading: Heading) -> list[str]:
    """Two when a heading and its first sub-heading stand on one line: 二、理论基础 (一) 框架."""
    if heading.system == "chinese":
        both = re.match(r"^(.{4,40}?)\s+([(（][一二三四五六七八九十]{1,2}[)）].+)$", heading.text)
        if both:
            return [both.group(1), both.group(2)]
    return [heading.text]


def _decimal_follows(before: tuple[int, ...] | None, number: tuple[int, ...]) -> bool:
    if before is None:
        return number in ((0,), (1,), (1, 1))
    if number[:-1] == before and number[-1] == 1:
        return True
    depth = len(number)
    if depth > len(before) or number[:-1] != before[: depth - 1]:
        return False
    return number[-1] - before[depth - 1] in (1, 2)
