"""An analysis of citations: lists, entries, marks, quantities behind them, faults, shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from suyuan.document import Block, Document
from suyuan.flow import make_flow
from suyuan.methods.citations.declared import Citations
from suyuan.methods.citations.described import described, names_source, parted
from suyuan.methods.citations.faults import faults_of
from suyuan.methods.citations.lists import Entry, joined
from suyuan.methods.citations.marks import Mark
from suyuan.methods.citations.quantities import BACKS, Behind, behind
from suyuan.methods.citations.rows import (
    FaultRow,
    Found,
    ListRow,
    MarkRow,
    QuantityRow,
    ReferenceRow,
    ShareRow,
)
from suyuan.methods.citations.signs import Glossary
from suyuan.methods.citations.tied import Listed, Tied, tie
from suyuan.methods.corpus import Corpus
from suyuan.methods.evidence import evidence_of_record, evidence_of_span
from suyuan.methods.method import Result
from suyuan.records import Evidence, Fact, Record

READ = frozenset({"paragraph", "abstract", "caption", "table"})
OF = "quantities read in paragraphs, abstracts, captions and table rows"
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Placed:
    """A quantity with the marks behind it and their entries."""

    fact: Fact
    block: Block
    found: Behind
    listed: Listed | None
    entries: tuple[Entry, ...]

    @property
    def backed(self) -> bool:
        """Whether an entry of a list backs it."""
        return self.found.basis in BACKS and bool(self.entries)


@dataclass
class Maker:
    """Evidence that rows name, each once."""

    analysis: str
    found: dict[str, Evidence] = field(default_factory=dict)

    def keep(self, item: Evidence) -> str:
        """Id of a piece of evidence."""
        self.found[item.evidence_id] = item
        return item.evidence_id

    def entry(self, document: Document, entry: Entry) -> str:
        """Id of an entry."""
        line = entry.lines[0]
        block = next(b for b in document.blocks if b.start <= line.start < b.end)
        return self.keep(
            evidence_of_span(self.analysis, document, block, line.start, line.end, joined(entry.lines))
        )

    def mark(self, mark: Mark) -> str:
        """Id of a mark, with its sentence."""
        start, end = mark.sentence
        sentence = mark.flow.text[start:end]
        span = mark.span
        return self.keep(
            evidence_of_span(self.analysis, mark.document, mark.flow.block, span.start, span.end, sentence)
        )


def run(declared: Citations, corpus: Corpus) -> Result:
    """All tables. A document without marks and lists has only its row of shares."""
    maker = Maker(declared.id)
    names = ("lists", "references", "marks", "quantities", "faults", "shares")
    tables: dict[str, list[Record]] = {name: [] for name in names}
    glossary = Glossary(declared.glossary)
    for document in corpus.documents:
        tied = tie(document)
        facts = [
            f for f in corpus.facts if f.source_id == document.source_id and f.edition == document.edition
        ]
        placed = list(_placed(tied, facts, declared.paragraphs_without))
        ids = {p.fact.fact_id: maker.keep(evidence_of_record(declared.id, p.fact)) for p in placed}
        tables["lists"] += _lists(tied, maker)
        tables["references"] += _references(tied, placed, maker)
        tables["marks"] += _marks(tied, maker)
        tables["quantities"] += [_quantity(p, document, ids, maker) for p in placed]
        tables["faults"] += _faults(tied, glossary, maker)
        tables["shares"] += _shares(tied, placed, ids, declared.level)
    return Result(tables, list(maker.found.values()))


def _placed(tied: Tied, facts: Sequence[Fact], without: Sequence[str]) -> Iterator[Placed]:
    of_block: dict[int, list[tuple[Mark, Listed | None]]] = {}
    for mark, listed in zip(tied.marks, tied.list_of, strict=True):
        if not _is_remark(tied, mark, listed):
            of_block.setdefault(mark.flow.block.start, []).append((mark, listed))
    for block in tied.document.blocks:
        if block.kind not in READ:
            continue
        own = [f for f in facts if any(s.start <= f.start < s.end for s in block.spans)]
        if not own:
            continue
        flow = make_flow(tied.document.text, block)
        if any(word in flow.text for word in without):
            continue
        marks = of_block.get(block.start, [])
        for fact in sorted(own, key=lambda f: (f.start, f.end, f.fact_id)):
            start, end = flow.position(fact.start), flow.position(fact.end)
            found = behind(flow, start, max(end, start + 1), [m for m, _ in marks])
            listed = next((of for m, of in marks if found.marks and m is found.marks[0]), None)
            entries = {id(e): e for m in found.marks for e in tied.entries(m, listed)}
            yield Placed(fact, block, found, listed, tuple(entries.values()))


def _is_remark(tied: Tied, mark: Mark, listed: Listed | None) -> bool:
    """Whether a mark leads to a note that names no source."""
    if listed is None or listed.role != "notes":
        return False
    notes = tied.entries(mark, listed)
    return bool(notes) and not any(names_source(note.text) for note in notes)


def _lists(tied: Tied, maker: Maker) -> Iterator[ListRow]:
    for one in tied.lists:
        cited = {
            id(e)
            for m, of in zip(tied.marks, tied.list_of, strict=True)
            if of is one
            for e in tied.entries(m, of)
        }
        numbers = one.chain.numbers
        yield ListRow(
            source_id=tied.document.source_id,
            list_id=one.list_id,
            role=one.role,
            heading=one.chain.heading,
            entries=len(one.chain.entries),
            first=min(numbers),
            last=max(numbers),
            whole=one.whole,
            cited=len(cited),
            evidence_ids=(maker.entry(tied.document, one.chain.entries[0]),),
        )


def _references(tied: Tied, placed: Sequence[Placed], maker: Maker) -> Iterator[ReferenceRow]:
    marks: dict[int, int] = {}
    for mark, listed in zip(tied.marks, tied.list_of, strict=True):
        for entry in tied.entries(mark, listed):
            marks[id(entry)] = marks.get(id(entry), 0) + 1
    backs: dict[int, int] = {}
    for each in placed:
        for entry in each.entries if each.backed else ():
            backs[id(entry)] = backs.get(id(entry), 0) + 1
    for one in tied.lists:
        for entry in one.chain.entries:
            text, translation = parted(entry.text)
            said = described(text)
            yield ReferenceRow(
                source_id=tied.document.source_id,
                list_id=one.list_id,
                role=one.role,
                number=entry.number,
                number_to=entry.number_to,
                text=text,
                title=said.title if one.role != "notes" else None,
                year=said.year if one.role != "notes" else None,
                type=said.type,
                translation=joined(entry.other) or translation,
                marks=marks.get(id(entry), 0),
                quantities=backs.get(id(entry), 0),
                evidence_ids=(maker.entry(tied.document, entry),),
            )


def _marks(tied: Tied, maker: Maker) -> Iterator[MarkRow]:
    for mark, listed in zip(tied.marks, tied.list_of, strict=True):
        known = listed.chain.numbers if listed is not None else set()
        yield MarkRow(
            source_id=tied.document.source_id,
            section=" / ".join(mark.flow.block.section) or None,
            mark=mark.text,
            form=mark.form,
            numbers=mark.numbers,
            list_id=listed.list_id if listed is not None else None,
            without_entry=tuple(n for n in mark.numbers if n not in known),
            evidence_ids=(maker.mark(mark),),
        )


def _quantity(placed: Placed, document: Document, ids: Mapping[str, str], maker: Maker) -> QuantityRow:
    fact = placed.fact
    return QuantityRow(
        source_id=fact.source_id,
        section=fact.section,
        fact_id=fact.fact_id,
        surface=fact.surface,
        measure=fact.measure,
        basis=placed.found.basis,
        numbers=tuple(dict.fromkeys(n for m in placed.found.marks for n in m.numbers)),
        list_id=placed.listed.list_id if placed.listed is not None else None,
        references=tuple(e.text for e in placed.entries),
        backed=placed.backed,
        evidence_ids=(ids[fact.fact_id], *(maker.entry(document, e) for e in placed.entries)),
    )


def _faults(tied: Tied, glossary: Glossary, maker: Maker) -> Iterator[FaultRow]:
    for fault in faults_of(tied, glossary):
        shown = [maker.mark(m) for m in fault.marks] + [maker.entry(tied.document, e) for e in fault.entries]
        yield FaultRow(
            source_id=tied.document.source_id,
            list_id=fault.listed.list_id if fault.listed is not None else None,
            fault=fault.kind,
            numbers=fault.numbers,
            others=fault.others,
            verdict=fault.verdict,
            text_zh=fault.text(0),
            text_en=fault.text(1),
            evidence_ids=tuple(dict.fromkeys(shown)),
        )


def _shares(
    tied: Tied, placed: Sequence[Placed], ids: Mapping[str, str], level: int | None
) -> Iterator[ShareRow]:
    yield _share(tied, None, placed, ids)
    of_section: dict[str, list[Placed]] = {}
    for each in placed:
        of_section.setdefault(" / ".join(each.block.section[:level]), []).append(each)
    for section, own in of_section.items():
        if section:
            yield _share(tied, section, own, ids)


def _found(tied: Tied) -> Found:
    listed = any(
        one.role == "own" or (one.role == "notes" and any(names_source(e.text) for e in one.chain.entries))
        for one in tied.lists
    )
    if listed:
        return "list and marks" if tied.marks else "list only"
    return "marks only" if tied.marks else "none"


def _share(tied: Tied, section: str | None, own: Sequence[Placed], ids: Mapping[str, str]) -> ShareRow:
    backed = [p for p in own if p.backed]
    bases = Counter(p.found.basis for p in own)
    found = _found(tied)
    listed = found in ("list and marks", "list only")
    return ShareRow(
        source_id=tied.document.source_id,
        level="document" if section is None else "section",
        section=section,
        found=found,
        list_ids=tuple(dict.fromkeys(p.listed.list_id for p in backed if p.listed is not None)),
        of=OF,
        quantities=len(own),
        backed=len(backed),
        in_clause=bases["clause"],
        in_sentence=bases["sentence"],
        in_row=bases["row"],
        without_entry=sum(p.found.basis in BACKS and not p.entries for p in own),
        named=bases["named"],
        front=bases["front"],
        share=round(len(backed) / len(own), DIGITS) if own and listed else None,
        evidence_ids=tuple(
            dict.fromkeys(ids[p.fact.fact_id] for p in sorted(own, key=lambda p: not p.backed))
        ),
    )
