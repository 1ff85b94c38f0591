"""An analysis of citations: lists, entries, marks, quantities behind them, faults, shares."""

from __future__ import annotations

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
from suyuan.methods.citations.rows import FaultRow, ListRow, MarkRow, QuantityRow, ReferenceRow, ShareRow
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
        tables["faults"] += _faults(tied, declared.glossary, maker)
        tables["shares"] += _shares(document, placed, ids, declared.level)
    return Result(tables, list(maker.found.values()))


def _placed(tied: Tied, facts: Sequence[Fact], without: Sequence[str]) -> Iterator[Placed]:
    of_block: dict[int, list[tuple[Mark, Listed | None]]] = {}
    for mark, listed in zip(tied.marks, tied.list_of, strict=True):
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
            if listed is not None and listed.role == "notes":
                entries = {key: e for key, e in entries.items() if names_source(e.text)}
            yield Placed(fact, block, found, listed, tuple(entries.values()))


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


def _faults(tied: Tied, glossary: Sequence[Sequence[str]], maker: Maker) -> Iterator[FaultRow]:
    for fault in faults_of(tied, glossary):
        shown = [maker.mark(m) for m in fault.marks] + [maker.entry(tied.document, e) for e in fault.entries]
        yield FaultRow(
            source_id=tied.document.source_id,
            list_id=fault.listed.list_id if fault.listed is not None else None,
            fault=fault.kind,
            numbers=fault.numbers,
            others=fault.others,
            verdict="fault" if fault.certain else "cannot tell",
            text_zh=fault.text(0),
            text_en=fault.text(1),
            evidence_ids=tuple(dict.fromkeys(shown)),
        )


def _shares(
    document: Document, placed: Sequence[Placed], ids: Mapping[str, str], level: int | None
) -> Iterator[ShareRow]:
    yield _share(document.source_id, None, placed, ids)
    of_section: dict[str, list[Placed]] = {}
    for each in placed:
        of_section.setdefault(" / ".join(each.block.section[:level]), []).append(each)
    for section, own in of_section.items():
        if section:
            yield _share(document.source_id, section, own, ids)


def _share(source_id: str, section: str | None, own: Sequence[Placed], ids: Mapping[str, str]) -> ShareRow:
    backed = [p for p in own if p.backed]
    bases = [p.found.basis for p in own]
    return ShareRow(
        source_id=source_id,
        level="document" if section is None else "section",
        section=section,
        list_ids=tuple(dict.fromkeys(p.listed.list_id for p in backed if p.listed is not None)),
        of=OF,
        quantities=len(own),
        backed=len(backed),
        in_clause=bases.count("clause"),
        in_sentence=bases.count("sentence"),
        in_row=bases.count("row"),
        named=bases.count("named"),
        front=bases.count("front"),
        share=round(len(backed) / len(own), DIGITS) if own else None,
        evidence_ids=tuple(dict.fromkeys(ids[p.fact.fact_id] for p in backed)),
    )
