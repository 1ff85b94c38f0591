"""Lists of references from numbered lines: which entry belongs to which list, and whose list it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from suyuan.methods.citations.lines import Line
from suyuan.methods.citations.words import citation_words

Opened = Literal[
    "heading", "elsewhere"
]  # how a list begins: in its place, or after a remark that one goes on
LATIN = 0.8  # share of entries without a Chinese character in a list that is a translation
ENDS = (".", "。")
ADDRESS = re.compile(r"[\[<(]*https?:")


@dataclass(slots=True)
class Entry:
    """An entry in the making: its lines, and the same entry in another language."""

    number: int
    number_to: int
    lines: list[Line]
    other: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, joined."""
        return joined(self.lines)

    @property
    def finished(self) -> bool:
        """Whether it ends as a sentence."""
        return self.text.rstrip(" *").endswith(ENDS)


@dataclass(slots=True)
class Chain:
    """Entries whose numbers follow one another."""

    opened: Opened
    heading: str | None
    entries: list[Entry] = field(default_factory=list)
    broken_off: bool = False  # 下转: it goes on elsewhere
    torn: bool = False  # numbers of it stand alone, apart from their entries: it was not read well

    @property
    def last(self) -> int:
        """Number of the last entry."""
        return self.entries[-1].number_to if self.entries else 0

    @property
    def numbers(self) -> set[int]:
        """All numbers."""
        return {n for e in self.entries for n in range(e.number, e.number_to + 1)}

    @property
    def start(self) -> int:
        """Offset of its first entry."""
        return self.entries[0].lines[0].start

    @property
    def end(self) -> int:
        """Offset after its last entry."""
        return max(line.end for entry in self.entries for line in entry.lines)


def joined(lines: Sequence[Line]) -> str:
    """Text of lines; a blank between those that do not meet in Chinese; remarks that the list goes on are left out."""
    words = citation_words()
    parts = []
    for line in lines:
        text = line.text
        for remark in ("(", "（"):
            head, _, tail = text.rpartition(remark)
            if tail and any(word in tail for word in (*words.continued_to, *words.continued_from)):
                text = head
        if text.strip():
            parts.append(text.strip())
    return " ".join(parts)


class _Builder:
    """Goes through lines once; see :func:`chains_of`."""

    def __init__(self) -> None:
        self.chains: list[Chain] = []
        self.current: Chain | None = None
        self.resumed: Chain | None = None
        self.heading: str | None = None
        self.new = True  # a heading stands between the last entry and here
        self.elsewhere = False  # so does a remark that a list goes on
        self.hanging = False  # the first line of an entry stands above its number
        self.held: list[Line] = []

    def heading_line(self, line: Line) -> None:
        self.heading, self.new, self.elsewhere, self.resumed = line.text.strip("#* "), True, False, None
        self.held, self.hanging = [], False

    def remarks(self, line: Line) -> None:
        words = citation_words()
        if line.says(words.continued_to) and self.current is not None:
            self.current.broken_off = True
            self.elsewhere, self.held, self.hanging = True, [], False
        if line.says(words.continued_from):
            self.resumed = next((c for c in reversed(self.chains) if c.broken_off), None)
            self.elsewhere, self.held, self.hanging = True, [], False

    def numbered_line(self, line: Line, following: int | None) -> None:
        number, number_to = line.number or 0, line.number_to or line.number or 0
        if self._is_translation(line):
            self.current.entries[-1].other.append(line)  # type: ignore[union-attr]
            return
        chain = self._chain(number, following)
        if chain is None:
            chain = Chain("elsewhere" if self.elsewhere else "heading", self.heading)
            self.chains.append(chain)
        self.hanging = self.hanging or bool(self.held)
        chain.entries.append(Entry(number, number_to, [*self.held, line]))
        if chain is self.resumed:
            chain.broken_off = False
        self.current, self.held = chain, []
        self.new = self.elsewhere = False
        self.resumed = None

    def other_line(self, line: Line, before_number: bool) -> None:
        """A line without a number: it goes on from an entry, or is the first line of the next."""
        if self.new or self.elsewhere or self.current is None:
            hangs = self.elsewhere and before_number and not ADDRESS.match(line.text)
            self.held = [line] if hangs else []
            return
        last = self.current.entries[-1]
        if self.hanging and before_number and last.finished:
            self.held = [line]
            return
        if last.finished and not last.other:
            open_ends = [c.entries[-1] for c in self.chains if not c.entries[-1].finished]
            last = open_ends[-1] if open_ends else last
        (last.other or last.lines).append(line)

    def _is_translation(self, line: Line) -> bool:
        if self.current is None or self.new or self.elsewhere:
            return False
        last = self.current.entries[-1]
        return line.number == last.number and line.latin and not last.lines[0].latin

    def _chain(self, number: int, following: int | None) -> Chain | None:
        """The list that an entry with this number goes on; None: it begins a list."""
        follows = [c for c in self.chains if c.last == number - 1]
        if self.resumed is not None and self.resumed in follows:
            return self.resumed
        follows = [c for c in follows if not c.broken_off]
        if self.new or self.current is None:
            return None
        if follows and not (self.elsewhere and number == 1):
            return self.current if self.current in follows else follows[-1]
        if self.elsewhere or number == 1:
            return None
        again = number in self.current.numbers
        if again and following is not None and following == number + 1 and following in self.current.numbers:
            return None  # a run of numbers that were all there: another list without a heading
        return self.current


def _is_remark(line: Line) -> bool:
    words = citation_words()
    return line.says((*words.continued_to, *words.continued_from))


def chains_of(lines: Sequence[Line]) -> list[Chain]:
    """Lists in the order of their first entries.

    A number goes on the list whose last number is one less: two lists in two columns of a page part by that. After a remark
    上接 it goes on the list that broke off with 下转, if there is one; else any other number after such a remark begins a list
    of somebody else. A number of one entry with a text in another language is its translation. A line without a number
    belongs to the entry above, or to an earlier one that is not finished; where the first line of each entry stands above its
    number (as some recognised columns do), to the entry below.
    """
    builder = _Builder()
    numbers = [line.number for line in lines]
    for index, line in enumerate(lines):
        if line.heading:
            builder.heading_line(line)
            continue
        if line.number is not None:
            builder.numbered_line(line, next((n for n in numbers[index + 1 :] if n is not None), None))
            builder.remarks(line)
        else:
            before_number = index + 1 < len(lines) and lines[index + 1].number is not None
            if _is_remark(line):
                builder.remarks(line)
            else:
                builder.other_line(line, before_number)
    return builder.chains


def roles_of(
    chains: Sequence[Chain], marks_between: Callable[[int, int], int]
) -> list[Literal["own", "foreign", "translation"]]:
    """Whose list each is. ``marks_between(start, end)`` counts marks of the text between two offsets.

    A list that goes on from elsewhere is foreign. The first other one is own; a later one is own if marks stand between (each
    article of an issue has its list), the translation of the one before if it is in Latin letters and about as long, else
    foreign.
    """
    roles: list[Literal["own", "foreign", "translation"]] = []
    own: Chain | None = None
    for chain in chains:
        if chain.opened == "elsewhere":
            roles.append("foreign")
        elif own is None or marks_between(own.end, chain.start):
            roles.append("own")
            own = chain
        else:
            alike = abs(len(chain.entries) - len(own.entries)) <= max(1, len(own.entries) // 5)
            latin = _latin(chain) >= LATIN and _latin(chain) > _latin(own)
            roles.append("translation" if alike and latin else "foreign")
    return roles


def _latin(chain: Chain) -> float:
    return sum(all(line.latin for line in e.lines) for e in chain.entries) / len(chain.entries)
