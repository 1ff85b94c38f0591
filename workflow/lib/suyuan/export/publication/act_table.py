"""A table with a row for each policy act, by level and date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import get_args

from suyuan.export.publication.content import NothingToShow, Table, TableInputs, head
from suyuan.export.publication.declaration import TableDeclaration
from suyuan.export.publication.words import phrase, text_in, word
from suyuan.figures.times import date_text
from suyuan.records import Act
from suyuan.records.act import Level
from suyuan.records.period import period

NO_LEVEL = "none"
LEVELS: tuple[str, ...] = (*get_args(Level), NO_LEVEL)


def act_table(declaration: TableDeclaration, inputs: TableInputs, language: str) -> Table:
    """Acts in the order of their levels, then of their dates, those without a year last.

    Acts that several sources tell with the same date, verb and title are one row with all its sources and ids. Without
    a title the sentence stands in its place. Raises NothingToShow where no act is of the levels and years asked for.
    """
    levels: tuple[str, ...] = declaration.levels or LEVELS
    groups: dict[tuple[str, ...], list[Act]] = defaultdict(list)
    for act in inputs.acts:
        if (act.level or NO_LEVEL) in levels and _in_years(act, declaration):
            own = act.act_id if act.title is None or act.date is None else ""
            groups[act.level or NO_LEVEL, act.date or "", act.title or "", act.act, own].append(act)
    if not groups:
        raise NothingToShow(
            "no act is of its levels and years", "correct levels and years, or drop the table"
        )
    ordered = sorted(groups.values(), key=lambda acts: _place(acts[0], levels))
    cited = dict.fromkeys(act.source_id for acts in ordered for act in acts)
    digest = any(act.edition == "digest" for acts in ordered for act in acts)
    return Table(
        id=declaration.id,
        language=language,
        title=text_in(declaration.title, language),
        caption=text_in(declaration.caption, language),
        heads=(
            head("level", language),
            head("date", language),
            head("actors", language, wraps=True),
            head("act", language),
            head("title", language, wraps=True),
            head("source", language, wraps=True),
            head("citation", language, csv_only=True),
            head("act_id", language),
        ),
        rows=tuple(_row(acts, inputs, language) for acts in ordered),
        notes=(word("notes", "digest", language),) if digest else (),
        sources=tuple(inputs.citation(source_id, language) for source_id in cited),
    )


def _row(acts: Sequence[Act], inputs: TableInputs, language: str) -> tuple[str, ...]:
    first = acts[0]
    comma, semicolon = phrase("comma", language), phrase("semicolon", language)
    actors = dict.fromkeys(actor for act in acts for actor in act.actors)
    return (
        word("level", first.level or NO_LEVEL, language),
        date_text(first.date or "XXXX", language),
        comma.join(inputs.names.area(actor, language) for actor in actors),
        first.act,
        f"《{first.title}》" if first.title else first.sentence,
        semicolon.join(dict.fromkeys(inputs.source(act, language) for act in acts)),
        semicolon.join(dict.fromkeys(inputs.citation(act.source_id, language) for act in acts)),
        ";".join(act.act_id for act in acts),
    )


def _place(act: Act, levels: Sequence[str]) -> tuple[int, date, str]:
    first = period(act.date).first
    return levels.index(act.level or NO_LEVEL), first or date.max, act.act_id


def _in_years(act: Act, declaration: TableDeclaration) -> bool:
    """Whether the date may lie in the years asked for; without a year only where none are asked for."""
    if declaration.first_year is None and declaration.last_year is None:
        return True
    span = period(act.date)
    if span.first is None or span.last is None:
        return False
    after = declaration.first_year is None or span.last.year >= declaration.first_year
    return after and (declaration.last_year is None or span.first.year <= declaration.last_year)
