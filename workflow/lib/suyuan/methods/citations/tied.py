"""A document's lists, notes and marks, tied to one another."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from suyuan.document import Block, Document
from suyuan.methods.citations.lines import Line, NumberForm, lines_of, numbered
from suyuan.methods.citations.lists import Chain, Entry, chains_of, roles_of
from suyuan.methods.citations.marks import Mark, marks_of
from suyuan.methods.citations.rows import Role
from suyuan.methods.citations.words import CIRCLED, citation_words, narrow, squeezed

NOTE_FORMS: tuple[NumberForm, ...] = ("circled", "bracket")
LEAST = 12  # characters of an entry that was read as another kind of block


@dataclass(frozen=True, slots=True)
class Listed:
    """A list with its role; ``whole`` is false where gaps are to be expected."""

    list_id: str
    role: Role
    chain: Chain
    whole: bool

    def entry(self, number: int, near: int = 0) -> Entry | None:
        """The entry with a number: of notes that begin anew on each page the one nearest to an offset."""
        found = [e for e in self.chain.entries if e.number <= number <= e.number_to]
        if self.role != "notes":
            return found[0] if found else None
        return min(found, key=lambda e: abs(e.lines[0].start - near), default=None)


@dataclass(frozen=True, slots=True)
class Tied:
    """What was found in a document. ``list_of`` gives the list of each mark, by its place in ``marks``."""

    document: Document
    lists: tuple[Listed, ...]
    marks: tuple[Mark, ...]
    list_of: tuple[Listed | None, ...] = field(default=())

    def entries(self, mark: Mark, listed: Listed | None) -> list[Entry]:
        """Entries that a mark names."""
        if listed is None:
            return []
        found = [listed.entry(n, mark.span.start) for n in mark.numbers]
        return list({id(e): e for e in found if e is not None}.values())


def tie(document: Document) -> Tied:
    """Lists and marks of a document.

    A mark belongs to the own list that ends after it, else to the last one; circled marks to the notes, and so do marks in
    brackets of a text that has no list.
    """
    chains = chains_of(lines_of(document))
    marks = marks_of(document)
    starts = [mark.span.start for mark in marks]
    roles = roles_of(chains, lambda a, b: bisect_left(starts, b) - bisect_left(starts, a))
    own = [chain for chain, role in zip(chains, roles, strict=True) if role == "own"]
    taken = set()
    for chain in own:
        taken |= _fill(document, chain)
    kept = [m for m in marks if m.flow.block.start not in taken]
    lists = [
        Listed(f"{document.source_id}#{number}", role, chain, _whole(document, chain))
        for number, (chain, role) in enumerate(zip(chains, roles, strict=True), 1)
    ]
    notes = _notes(document, marks)
    if notes is not None:
        lists.append(Listed(f"{document.source_id}#notes", "notes", notes, True))
    _translations(lists)
    noted = {e.lines[0].start for e in notes.entries} if notes is not None else set()
    kept = [
        m for m in kept if not (m.at == 0 and m.flow.block.kind == "footnote") and m.span.start not in noted
    ]
    return Tied(document, tuple(lists), tuple(kept), tuple(_list_of(mark, lists) for mark in kept))


def _list_of(mark: Mark, lists: Sequence[Listed]) -> Listed | None:
    notes = next((one for one in lists if one.role == "notes"), None)
    own = [one for one in lists if one.role == "own"]
    if mark.form == "circled" or not own:
        return notes
    return next((one for one in own if one.chain.end > mark.span.start), own[-1])


def _whole(document: Document, chain: Chain) -> bool:
    heading = squeezed(chain.heading or "")
    return (
        document.edition != "digest"
        and not chain.torn
        and not any(word in heading for word in citation_words().selected)
    )


def _translations(lists: Sequence[Listed]) -> None:
    """Entries of a translated list stand with those of the own list before it."""
    own: Listed | None = None
    for one in lists:
        own = one if one.role == "own" else own
        if one.role == "translation" and own is not None:
            for entry in one.chain.entries:
                same = own.entry(entry.number)
                if same is not None and not same.other:
                    same.other.extend(entry.lines)


def _fill(document: Document, chain: Chain) -> set[int]:
    """Take entries that are missing from a list from blocks of its pages that a reader took for rows of a table or text;
    returns the offsets of those blocks.
    """
    boxes = document.boxes
    pages = {
        b.page for e in chain.entries for line in e.lines if boxes and (b := boxes[line.start]) is not None
    }
    missing = set(range(min(chain.numbers), max(chain.numbers))) - chain.numbers
    taken = set()
    for block in document.blocks:
        if not missing or block.kind not in ("table", "paragraph") or block.page not in pages:
            continue
        text = narrow(" ".join(document.text[s.start : s.end] for s in block.spans))
        found = numbered(text, "bracket")
        if found is None or found[0] not in missing:
            continue
        if len(found[2]) < LEAST:
            chain.torn = chain.torn or not found[2].strip()
            continue
        line = Line(" ".join(found[2].split()), block.start, block.end, False, found[0], found[1])
        after = next((i for i, e in enumerate(chain.entries) if e.number > found[0]), len(chain.entries))
        chain.entries.insert(after, Entry(found[0], found[1], [line]))
        missing -= set(range(found[0], found[1] + 1))
        taken.add(block.start)
    return taken


def _notes(document: Document, marks: Sequence[Mark]) -> Chain | None:
    """Footnotes; and paragraphs that begin with a circled number that is raised in the text before them."""
    raised: dict[int, int] = {}  # number: offset of its first mark
    for mark in marks:
        if mark.form == "circled" and mark.at > 0:
            raised.setdefault(mark.numbers[0], mark.span.start)
    entries: list[Entry] = []
    for block in document.blocks:
        found = list(_note(document, block)) if block.kind in ("footnote", "paragraph") else []
        if block.kind == "paragraph":
            circled = document.text[block.start : block.end].lstrip()[:1] in CIRCLED
            found = [e for e in found if circled and raised.get(e.number, block.start) < block.start]
        entries += found
    return Chain("heading", None, entries) if entries else None


def _note(document: Document, block: Block) -> Iterator[Entry]:
    start, end = block.start, block.end
    text = re.sub(r"\s+", " ", narrow(document.text[start:end]))
    for form in NOTE_FORMS:
        found = numbered(text, form)
        if found is not None:
            line = Line(found[2].strip(), start, end, False, found[0], found[1])
            yield Entry(found[0], found[1], [line])
            return
