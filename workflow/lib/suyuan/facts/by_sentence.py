"""Columns by a construction of the whole sentence, where the words at the number alone mislead."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from suyuan.facts.changes_of_objects import change_of_object
from suyuan.facts.compared_levels import compared_with_bracket
from suyuan.facts.led_from import moved_between
from suyuan.facts.names_of_kinds import kind_of_thing
from suyuan.facts.once import once
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.points_in_turn import point_in_turn
from suyuan.facts.preconditions import reads_sort, silent_in
from suyuan.facts.ranked_rows import ranked_row
from suyuan.facts.reading import Column, sorts_of
from suyuan.facts.rows_across import row_across
from suyuan.facts.rows_listed import row_listed
from suyuan.facts.rows_next import next_row
from suyuan.facts.rows_of_codes import row_of_code
from suyuan.facts.sizes_named import size_named
from suyuan.facts.steps_of_ranks import step_of_rank

Rule = Callable[[Paragraph, int, Column, Sequence[Column]], Column | None]
RULES: tuple[Rule, ...] = (
    change_of_object,
    step_of_rank,
    point_in_turn,
    row_across,
    compared_with_bracket,
    ranked_row,
    next_row,
    row_of_code,
    row_listed,
    moved_between,
    kind_of_thing,
    size_named,
)


def by_sentence(par: Paragraph, i: int, read: Column, found: Sequence[Column]) -> Column:
    """The column of quantity ``i``: by the first construction that its sentence has, else ``read``, what its own words name."""
    for rule in _rules_for(par, par.mentions[i].unit):
        column = rule(par, i, read, found)
        if column is not None:
            return column
    return read


@once
def _rules_for(par: Paragraph, unit: str | None) -> tuple[Rule, ...]:
    """The rules that may say something of a number with this unit."""
    silent = silent_in(par)
    return tuple(rule for rule in RULES if reads_sort(rule, sorts_of(unit)) and rule not in silent)
