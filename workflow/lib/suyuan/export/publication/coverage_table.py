"""The coverage matrix: a row for each measure and area, a column for each year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from suyuan.export.publication.content import Head, NothingToShow, Table, TableInputs, head
from suyuan.export.publication.declaration import TableDeclaration
from suyuan.export.publication.words import phrase, publication_words, text_in, word
from suyuan.observe.coverage import CoverageRow, best_status

Span = tuple[int, int]  # first and last year of a column


def coverage_table(declaration: TableDeclaration, inputs: TableInputs, language: str) -> Table:
    """Signs in the printed forms, explained in a note; the ids of the observations only in the CSV file.

    Years before ``first_year`` and after ``last_year`` share a column each, with the best that is known of any of them.
    Raises NothingToShow where no measure that is asked for is stated.
    """
    wanted = {row.measure: row for row in declaration.rows}
    cells = [row for row in inputs.coverage if not wanted or _asked(row, declaration)]
    if not cells:
        raise NothingToShow("none of its measures and areas is stated", "correct its rows, or drop the table")
    years = sorted({row.year for row in cells if row.year is not None})
    columns = year_columns(years, declaration.first_year, declaration.last_year)
    without_year = any(row.year is None for row in cells)
    place = {measure_id: number for number, measure_id in enumerate(wanted or inputs.catalogue.measures)}
    by_pair: dict[tuple[str, str], list[CoverageRow]] = defaultdict(list)
    for row in cells:
        by_pair[row.measure_id, row.ref_area].append(row)
    pairs = sorted(by_pair, key=lambda pair: (place.get(pair[0], len(place)), pair))
    return Table(
        id=declaration.id,
        language=language,
        title=text_in(declaration.title, language),
        caption=text_in(declaration.caption, language),
        heads=tuple(_heads(columns, without_year, language)),
        rows=tuple(_row(pair, by_pair[pair], columns, without_year, inputs, language) for pair in pairs),
        notes=(_signs(language), word("notes", "cells", language)),
    )


def year_columns(years: Sequence[int], first: int | None, last: int | None) -> list[Span]:
    """A column for each year; one for all years before ``first`` and one for all after ``last``, where there are any."""
    if not years:
        return []
    start = max(years[0], first) if first is not None else years[0]
    end = min(years[-1], last) if last is not None else years[-1]
    before = [(years[0], start - 1)] if years[0] < start else []
    after = [(end + 1, years[-1])] if years[-1] > end else []
    return [*before, *((year, year) for year in range(start, end + 1)), *after]


def _asked(row: CoverageRow, declaration: TableDeclaration) -> bool:
    return any(
        row.measure_id == declared.measure and (not declared.areas or row.ref_area in declared.areas)
        for declared in declaration.rows
    )


def _heads(columns: Sequence[Span], without_year: bool, language: str) -> Iterable[Head]:
    yield head("measure", language, wraps=True)
    yield head("area", language)
    for number, (first, last) in enumerate(columns):
        if first == last:
            yield Head(str(first), "centre")
        else:
            text = word("heads", "until" if number == 0 else "from", language)
            yield Head(text.format(year=last if number == 0 else first), "centre")
    if without_year:
        yield head("year_not_given", language, "centre")
    yield head("observations", language, "right")
    yield head("observation_ids", language, csv_only=True)


def _row(
    pair: tuple[str, str],
    own: Sequence[CoverageRow],
    columns: Sequence[Span],
    without_year: bool,
    inputs: TableInputs,
    language: str,
) -> tuple[str, ...]:
    measure_id, area = pair
    measure = inputs.catalogue.get(measure_id)
    signs = [
        _sign(best_status(r.status for r in own if r.year is not None and a <= r.year <= b))
        for a, b in columns
    ]
    if without_year:
        signs.append(_sign(best_status(row.status for row in own if row.year is None)))
    ids = dict.fromkeys(observation_id for row in own for observation_id in row.observation_ids)
    return (
        text_in(measure.label, language) if measure is not None else measure_id,
        inputs.names.area(area, language),
        *signs,
        str(len(ids)),
        ";".join(ids),
    )


def _sign(status: str) -> str:
    return str(publication_words()["coverage"][status]["sign"])


def _signs(language: str) -> str:
    parts = (f"{entry['sign']} {entry[language]}" for entry in publication_words()["coverage"].values())
    return (
        word("notes", "signs", language)
        + phrase("semicolon", language).join(parts)
        + phrase("stop", language)
    )
