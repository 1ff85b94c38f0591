"""An analysis of adoption: statements, acts and links to the matrix and its totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from suyuan.flow import make_flows
from suyuan.methods.adoption.declared import Adoption, Level
from suyuan.methods.adoption.periods import period_of
from suyuan.methods.adoption.rows import Basis, CellRow, TotalRow
from suyuan.methods.adoption.statements import Statement, statements
from suyuan.methods.adoption.units import units_of
from suyuan.methods.corpus import Corpus
from suyuan.methods.declaration import STAGE
from suyuan.methods.evidence import evidence_of_record, evidence_of_span
from suyuan.methods.method import Result
from suyuan.places.above import province_of
from suyuan.records import Act, Evidence, Link, Problem
from suyuan.time import document_context, read_times


@dataclass(slots=True)
class Found:
    """What is found for a level in a period."""

    named: dict[str, list[str]] = field(default_factory=dict)  # unit -> evidence ids
    told: set[str] = field(default_factory=set)  # of them, those dated by their source
    every: list[str] = field(default_factory=list)
    numbers: list[tuple[int, int | None, str]] = field(default_factory=list)  # stated, of, evidence id
    open: list[str] = field(default_factory=list)

    def name(self, unit: str, evidence: str, told: bool = False) -> None:
        """Note a unit; a date that is stated counts before one that is only told."""
        fresh = unit not in self.named
        self.named.setdefault(unit, []).append(evidence)
        if told and fresh:
            self.told.add(unit)
        elif not told:
            self.told.discard(unit)


def run(declared: Adoption, corpus: Corpus) -> Result:
    """Tables cells and totals. A time outside all periods, or none, leaves a statement out; they are counted in a note."""
    units = {level.level: units_of(level, declared.area, corpus.gazetteer) for level in declared.levels}
    found = {(level.level, i): Found() for level in declared.levels for i in range(len(declared.periods))}
    nobody: dict[int, list[str]] = {}
    evidence: dict[str, Evidence] = {}
    left = 0
    for item, statement in _statements(declared, corpus, units):
        place = _period(declared, statement.time.edtf, statement.time.kind)
        if place is None:
            left += 1
            continue
        evidence[item.evidence_id] = item
        if statement.nobody_else:
            nobody.setdefault(place, []).append(item.evidence_id)
        elif statement.level is not None:
            _note(found[statement.level, place], statement, item.evidence_id)
    for record, names in _records(declared, corpus):
        date, told = record.date, False
        if date is None and declared.told:
            date, told = corpus.by_source[record.source_id].dates.told, True
        place = _period(declared, date, None)
        own = [(lev.level, n) for lev in declared.levels for n in names if n in units[lev.level]]
        if own and place is None:
            left += 1
        elif place is not None:
            for level, name in own:
                item = evidence_of_record(declared.id, record)
                evidence[item.evidence_id] = item
                found[level, place].name(name, item.evidence_id, told)
    cells = [
        c
        for level in declared.levels
        for c in _cells(declared, level, units[level.level], found, nobody, corpus)
    ]
    totals = [
        t
        for level in declared.levels
        for t in _totals(declared, level, units[level.level], found, nobody, cells)
    ]
    used = {i for cell in cells for i in cell.evidence_ids} | {
        i for total in totals for i in total.evidence_ids
    }
    return Result(
        {"cells": cells, "totals": totals},
        [item for key, item in evidence.items() if key in used],
        list(_problems(declared, units, cells, left)),
    )


def _period(declared: Adoption, edtf: str | None, kind: str | None) -> int | None:
    if edtf is None:
        return None
    return period_of(edtf, "as_of" if kind == "as_of" else None, [each.time for each in declared.periods])


def _statements(
    declared: Adoption, corpus: Corpus, units: dict[str, list[str]]
) -> Iterator[tuple[Evidence, Statement]]:
    if "statements" not in declared.read:
        return
    for document in corpus.documents:
        flows = make_flows(document)
        times = read_times(flows, document_context(document, flows))
        for flow, own in zip(flows, times, strict=True):
            if flow.block.kind not in ("paragraph", "abstract", "footnote"):
                continue
            for said in statements(flow, own, declared.words, declared.levels, units, corpus.gazetteer):
                span = flow.span(said.start, said.end)
                text = flow.text[slice(*said.sentence)]
                yield (
                    evidence_of_span(
                        declared.id,
                        document,
                        flow.block,
                        span.start,
                        span.end,
                        text,
                        cited_at=flow.cited_at(said.start),
                    ),
                    said,
                )


def _records(declared: Adoption, corpus: Corpus) -> Iterator[tuple[Act | Link, Sequence[str]]]:
    """Acts and links that hold one of the words, with the places that they are about."""
    acts: Sequence[Act] = corpus.acts if "acts" in declared.read else ()
    links: Sequence[Link] = corpus.links if "links" in declared.read else ()
    for act in acts:
        if any(word in (act.title or "") + act.sentence for word in declared.words):
            yield act, corpus.gazetteer.expand(act.areas)
    for link in links:
        if any(word in (link.what or "") + link.sentence for word in declared.words):
            yield link, corpus.gazetteer.expand((link.a, link.b))


def _note(found: Found, said: Statement, evidence: str) -> None:
    for unit in said.units:
        found.name(unit, evidence)
    if said.every:
        found.every.append(evidence)
    if said.number is not None:
        found.numbers.append((said.number, said.of, evidence))
    if said.open:
        found.open.append(evidence)


def _cells(
    declared: Adoption,
    level: Level,
    units: Sequence[str],
    found: dict[tuple[str, int], Found],
    nobody: dict[int, list[str]],
    corpus: Corpus,
) -> Iterator[CellRow]:
    """Rows of all units of a complete level, else of those that are found in any period."""
    every = any(found[level.level, i].every for i in range(len(declared.periods)))
    shown = [
        unit for unit in units
        if (level.complete or every or any(unit in found[level.level, i].named for i in range(len(declared.periods))))
    ]  # fmt: skip
    for unit in shown:
        before: tuple[str, ...] = ()
        for i, each in enumerate(declared.periods):
            here = found[level.level, i]
            basis: Basis
            if unit in here.named:
                basis, ids = "named", tuple(dict.fromkeys(here.named[unit]))
            elif before and declared.cumulative:
                basis, ids = "carried", before
            elif here.every:
                basis, ids = "implied", tuple(here.every)
            else:
                basis, ids = ("said_none", tuple(nobody[i])) if i in nobody else ("not_found", ())
            adopted = basis in ("named", "carried", "implied")
            yield CellRow(
                level=level.level,
                unit=unit,
                province=province_of(corpus.gazetteer, unit),
                period=each.time,
                position=i + 1,
                adopted=adopted,
                basis=basis,
                dated_by=("told" if unit in here.told else "stated") if basis == "named" else None,
                evidence_ids=ids,
            )
            before = ids if adopted else before


def _totals(
    declared: Adoption,
    level: Level,
    units: Sequence[str],
    found: dict[tuple[str, int], Found],
    nobody: dict[int, list[str]],
    cells: Sequence[CellRow],
) -> Iterator[TotalRow]:
    """Counted units, or a stated number that is greater. A list that ends in 等 makes the count a lower bound, also of later
    periods until one has all or a stated number."""
    known_open: list[str] = []
    denominators = [
        of for i in range(len(declared.periods)) for _, of, _ in found[level.level, i].numbers if of
    ]
    size = len(units) if level.complete else (denominators[0] if denominators else None)
    for i, each in enumerate(declared.periods):
        own = [c for c in cells if c.level == level.level and c.position == i + 1 and c.adopted]
        by = {basis: sum(c.basis == basis for c in own) for basis in ("named", "implied", "carried")}
        here = found[level.level, i]
        stated = max(here.numbers, key=lambda n: n[0]) if here.numbers else None
        counted = len(own)
        if here.every or stated is not None:
            known_open = []
        elif here.open:
            known_open = here.open
        number = stated[0] if stated is not None else None
        ids = [key for c in own for key in c.evidence_ids] + [key for _, _, key in here.numbers]
        yield TotalRow(
            level=level.level,
            level_label=level.label.get("zh") or level.label["en"],
            level_label_en=level.label.get("en"),
            period=each.time,
            period_label=each.label.get("zh") or each.label["en"],
            period_label_en=each.label.get("en"),
            position=i + 1,
            named=by["named"],
            implied=by["implied"],
            carried=by["carried"],
            stated=number,
            total=max(counted, number or 0),
            comparator=">=" if known_open else "=",
            basis="stated"
            if number is not None and number > counted
            else "implied"
            if by["implied"]
            else "counted",
            unnamed=max(0, (number or 0) - counted),
            units=size,
            evidence_ids=tuple(dict.fromkeys([*ids, *known_open, *nobody.get(i, ())])),
        )


def _problems(
    declared: Adoption, units: dict[str, list[str]], cells: Sequence[CellRow], left: int
) -> Iterator[Problem]:
    def told(what: str, todo: str, severity: str = "note") -> Problem:
        return Problem.model_validate(
            {"stage": STAGE, "file": "config/analyses.yaml", "where": declared.id, "what": what, "todo": todo,
             "severity": severity}
        )  # fmt: skip

    for level, names in units.items():
        if not names:
            yield told(
                f"no unit of level {level} lies in {declared.area}",
                "correct area, kinds or also, or add the places to config/areas.csv",
                "error",
            )
    if not any(cell.adopted for cell in cells):
        yield told("no unit is found to have adopted", "look at words and read, and at the sources")
    if left:
        yield told(
            f"{left} statements, acts or links have no time in a period", "widen the periods, or set told"
        )
