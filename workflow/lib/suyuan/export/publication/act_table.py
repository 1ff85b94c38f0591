"""A table with a row for each policy act, by level and date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import get_args

from suyuan.export.publication.content import NothingToShow, Table, TableInputs, head
from suyuan.export.publication.declaration import TableDeclaration
from suyuan.export.publication.words import phrase, text_in, word
from suyuan.figures.times import date_text
from suyuan.reconcile.acts import joined_acts
from suyuan.records import Act
from suyuan.records.act import Level
from suyuan.records.period import period

NO_LEVEL = "none"
LEVELS: tuple[str, ...] = (*get_args(Level), NO_LEVEL)


def act_table(declaration: TableDeclaration, inputs: TableInputs, language: str) -> Table:
    """Acts in the order of their levels, then of their dates, those without a year last.

    Acts that tell the same (``reconcile.acts``) are one row with all their titles, dates, sources and ids. Without a
    title the sentence stands in its place. Raises NothingToShow where no act is of the levels and years asked for.
    """
    levels: tuple[str, ...] = declaration.levels or LEVELS
    wanted = [a for a in inputs.acts if (a.level or NO_LEVEL) in levels and _in_years(a, declaration)]
    groups = [joined.mentions for joined in joined_acts(wanted)]
    if not groups:
        raise NothingToShow(
            "no act is of its levels and years", "correct levels and years, or drop the table"
        )
    ordered = sorted(groups, key=lambda acts: _place(acts[0], levels))
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
    dates = dict.fromkeys(act.date for act in acts if act.date)
    titles = dict.fromkeys(act.title for act in acts if act.title)
    return (
        word("level", first.level or NO_LEVEL, language),
        semicolon.join(date_text(date, language) for date in dates or {"XXXX": None}),
        comma.join(inputs.names.area(actor, language) for actor in actors),
        first.act,
        semicolon.join(f"《{title}》" for title in titles) or first.sentence,
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
