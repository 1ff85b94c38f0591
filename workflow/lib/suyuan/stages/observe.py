"""Observe: what the facts of the chosen editions say, one observation for each measure, area and period."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from suyuan.observe import observe, statements
from suyuan.places import Gazetteer
from suyuan.reconcile import area_holds, area_names, read_catalogue
from suyuan.reconcile.falls import as_growth
from suyuan.records import Fact
from suyuan.sources import Register
from suyuan.stages.correct import EditionRead
from suyuan.stages.lines import read_records, write_records, write_rows

log = logging.getLogger(__name__)


def run(
    facts: Path,
    editions: Path,
    measures: Path,
    dimensions: Path,
    areas: Path,
    register: Path,
    output: Path,
    stated: Path,
    left_out: Path,
) -> None:
    """Observations (``output``) of the reconciled ``facts``; ``stated``: every statement behind each of them, the chosen one
    and those that lost; ``left_out``: facts that became none, with the reason.

    Of a source with several editions only the facts of the one that is used count (``editions``, of the stage before),
    so that nothing is stated twice (see :func:`facts_of_used`). The cards in ``register`` give the grade of evidence.
    """
    catalogue, _ = read_catalogue(measures, dimensions)  # its problems are told by the stage before
    told = facts_of_used(read_records(facts, Fact), read_records(editions, EditionRead))
    used = [as_growth(fact, catalogue.get(fact.measure_id)) for fact in told]
    cards = Register.from_json(register.read_text(encoding="utf-8"), project=Path(), originals=None).cards
    grades = {card.id: card.grade for card in cards.values()}
    gazetteer = Gazetteer.load(areas)
    result = observe(used, catalogue, area_names(gazetteer), grades, area_holds(gazetteer))
    write_records(output, result.observations)
    write_records(stated, statements(result.observations, used, grades, result.retold))
    write_rows(left_out, (row._asdict() for row in result.left_out))
    log.info(
        "%d facts, %d observations, %d facts left out",
        len(used),
        len(result.observations),
        len(result.left_out),
    )


def facts_of_used(facts: Iterable[Fact], editions: Iterable[EditionRead]) -> list[Fact]:
    """Facts of the edition that is used of each source, and the collected numbers that it does not state.

    The rows of a source that has a card too are another reading of it: a row whose number the edition states as well
    (``same_as``) is left out. One that it lacks, or that was misread there, stays, so that nothing is lost unseen.
    """
    known = list(facts)
    used = {(row.source_id, row.edition) for row in editions if row.used}
    source_of = {fact.fact_id: fact.source_id for fact in known if (fact.source_id, fact.edition) in used}

    def counts(fact: Fact) -> bool:
        if fact.edition != "collected":
            return fact.fact_id in source_of
        return not any(source_of.get(other) == fact.source_id for other in fact.same_as)

    return [fact for fact in known if counts(fact)]
