"""An analysis of adoption: statements, acts and links to the matrix and its totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from suyuan.flow import make_flows
from suyuan.methods.adoption.cells import cells_of
from suyuan.methods.adoption.constructions import Statement
from suyuan.methods.adoption.declared import Adoption
from suyuan.methods.adoption.found import Found
from suyuan.methods.adoption.periods import period_of
from suyuan.methods.adoption.rows import CellRow
from suyuan.methods.adoption.statements import statements
from suyuan.methods.adoption.totals import contradictions, totals_of
from suyuan.methods.adoption.units import units_of
from suyuan.methods.corpus import Corpus
from suyuan.methods.declaration import STAGE
from suyuan.methods.evidence import evidence_of_record, evidence_of_span
from suyuan.methods.method import Result
from suyuan.records import Act, Evidence, Link, Problem
from suyuan.time import document_context, read_times


def run(declared: Adoption, corpus: Corpus) -> Result:
    """Tables cells and totals. A time outside all periods, or none, leaves a statement out; they are counted in a note."""
    units = {level.level: units_of(level, declared.area, corpus.gazetteer) for level in declared.levels}
    found = {(level.level, i): Found() for level in declared.levels for i in range(len(declared.periods))}
    evidence: dict[str, Evidence] = {}
    left = 0
    for item, statement in _statements(declared, corpus, units):
        place = _period(declared, statement.time.edtf, statement.time.kind)
        if place is None:
            left += 1
            continue
        evidence[item.evidence_id] = item
        for name in units:
            if statement.level in (name, None):
                found[name, place].note(statement, item.evidence_id)
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
        c for level in declared.levels for c in cells_of(declared, level, units[level.level], found, corpus.gazetteer)
    ]  # fmt: skip
    totals = [
        t for level in declared.levels for t in totals_of(declared, level, units[level.level], found, cells)
    ]
    used = {i for cell in cells for i in cell.evidence_ids} | {
        i for total in totals for i in total.evidence_ids
    }
    return Result(
        {"cells": cells, "totals": totals},
        [item for key, item in evidence.items() if key in used],
        list(_problems(declared, units, cells, left, contradictions(declared, found, totals))),
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
            for said in statements(
                flow, own, declared.words, declared.levels, units, corpus.gazetteer, declared.area
            ):
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


def _problems(
    declared: Adoption,
    units: dict[str, list[str]],
    cells: Sequence[CellRow],
    left: int,
    numbers: Sequence[str],
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
    for what in numbers:
        yield told(what, "read the sources: the greater number is taken, as a lower bound")
