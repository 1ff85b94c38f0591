"""The matrix: a row for each unit and period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from suyuan.methods.adoption.declared import Adoption, Level
from suyuan.methods.adoption.found import Found
from suyuan.methods.adoption.rows import Basis, CellRow
from suyuan.places import Gazetteer
from suyuan.places.above import province_of


def cells_of(
    declared: Adoption,
    level: Level,
    units: Sequence[str],
    found: Mapping[tuple[str, int], Found],
    gazetteer: Gazetteer,
) -> Iterator[CellRow]:
    """Rows of all units of a complete level, else of those that are found in any period."""
    periods = [found[level.level, i] for i in range(len(declared.periods))]
    whole = level.complete or any(here.every for here in periods)
    for unit in units:
        if not whole and not any(unit in here.named for here in periods):
            continue
        before: tuple[str, ...] = ()
        for i, (each, here) in enumerate(zip(declared.periods, periods, strict=True)):
            basis: Basis
            if unit in here.named:
                basis, ids = "named", tuple(dict.fromkeys(here.named[unit]))
            elif before and declared.cumulative:
                basis, ids = "carried", before
            elif here.implying(unit):
                basis, ids = "implied", here.implying(unit)
            else:
                ids = here.denying(unit)
                basis = "said_none" if ids else "not_found"
            adopted = basis in ("named", "carried", "implied")
            yield CellRow(
                level=level.level,
                unit=unit,
                province=province_of(gazetteer, unit),
                period=each.time,
                position=i + 1,
                adopted=adopted,
                basis=basis,
                dated_by=("told" if unit in here.told else "stated") if basis == "named" else None,
                evidence_ids=ids,
            )
            before = ids if adopted else before
