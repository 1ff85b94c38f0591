"""How many units had adopted by the end of each period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from suyuan.methods.adoption.declared import Adoption, Level
from suyuan.methods.adoption.found import Found
from suyuan.methods.adoption.rows import CellRow, TotalRow


def totals_of(
    declared: Adoption,
    level: Level,
    units: Sequence[str],
    found: Mapping[tuple[str, int], Found],
    cells: Sequence[CellRow],
) -> Iterator[TotalRow]:
    """Units that are counted, or a number that is stated and greater; in a cumulative matrix at least the total before.

    It is a lower bound (``>=``) where a list of names ended in 等, also later until a period has all or a stated number;
    where it rests on the total of an earlier period, of whose units some have no name, so that those named since may be among
    them or not; and where numbers contradict each other.
    """
    known_open: list[str] = []
    earlier, nameless = 0, False
    earlier_ids: tuple[str, ...] = ()
    periods = [found[level.level, i] for i in range(len(declared.periods))]
    denominators = [of for here in periods for _, of, _ in here.numbers if of]
    size = len(units) if level.complete else (denominators[0] if denominators else None)
    for i, (each, here) in enumerate(zip(declared.periods, periods, strict=True)):
        own = [c for c in cells if c.level == level.level and c.position == i + 1 and c.adopted]
        by = {basis: sum(c.basis == basis for c in own) for basis in ("named", "implied", "carried")}
        number = max((n for n, _, _ in here.numbers), default=None)
        counted = len(own)
        every = any(not but for _, but in here.every)
        if every or number is not None:
            known_open = []
        elif here.open:
            known_open = here.open
        before = earlier if declared.cumulative else 0
        total = max(counted, number or 0, before)
        rests = before > max(counted, number or 0)
        unsure = rests or (nameless and declared.cumulative and number is None and not every)
        ids = [key for c in own for key in c.evidence_ids] + [key for _, _, key in here.numbers]
        ids += earlier_ids if unsure else ()
        contradicted = number is not None and (number < counted or len({n for n, _, _ in here.numbers}) > 1)
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
            carried_total=before if rests else None,
            total=total,
            comparator=">=" if known_open or unsure or contradicted else "=",
            basis="carried"
            if rests
            else "stated"
            if number is not None and number > counted
            else "implied"
            if by["implied"]
            else "counted",
            unnamed=total - counted,
            units=size,
            evidence_ids=tuple(dict.fromkeys([*ids, *known_open, *(key for key, _ in here.nobody)])),
        )
        nameless = total > counted or unsure
        earlier, earlier_ids = total, tuple(ids)


def contradictions(
    declared: Adoption, found: Mapping[tuple[str, int], Found], totals: Sequence[TotalRow]
) -> list[str]:
    """Stated numbers that do not agree: with each other, with the units named, with an earlier total, with the level."""
    told: list[str] = []
    for row in totals:
        numbers = sorted({n for n, _, _ in found[row.level, row.position - 1].numbers})
        where = f"level {row.level}, period {row.period}"
        counted = row.named + row.implied + row.carried
        if len(numbers) > 1:
            told.append(f"{where}: different numbers are stated: {', '.join(str(n) for n in numbers)}")
        if row.stated is not None and row.stated < counted:
            told.append(f"{where}: {row.stated} is stated and {counted} units are found")
        elif row.stated is not None and row.carried_total is not None:
            told.append(f"{where}: {row.stated} is stated and {row.carried_total} were there before")
        if row.units is not None and row.total > row.units:
            told.append(f"{where}: {row.total} is more than the {row.units} units of the level")
    return told
