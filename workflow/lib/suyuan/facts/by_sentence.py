"""Columns by a construction of the whole sentence, where the words at the number alone mislead."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.facts.led_from import moved_between
from suyuan.facts.names_of_kinds import kind_of_thing
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.ranked_rows import ranked_row
from suyuan.facts.reading import Column
from suyuan.facts.rows_across import row_across
from suyuan.facts.rows_listed import row_listed
from suyuan.facts.sizes_named import size_named


def by_sentence(par: Paragraph, i: int, read: Column, found: Sequence[Column]) -> Column:
    """The column of quantity ``i``: by the first construction that its sentence has, else ``read``, what its own words name."""
    return (
        row_across(par, i, found)
        or ranked_row(par, i, read, found)
        or row_listed(par, i, read, found)
        or moved_between(par, i, read, found)
        or kind_of_thing(par, i, read, found)
        or size_named(par, par.mentions[i], read)
        or read
    )
