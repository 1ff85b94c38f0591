"""前者, 后者: the first and the second of two columns told together before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column

POINTERS = {"前者": 0, "后者": 1}


def column_of_former(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column:
    """甲、乙浓度分别为8和23微克，|后者|下降8%: the column with the name of the one that the word points to.

    Columns of the quantities before it are ``found``; the last two of one list in the sentence count.
    """
    stem = column.stem or ""
    pointer = next((word for word in POINTERS if stem.startswith(word)), "")
    if not pointer or column.measure is None:
        return column
    for k in par.before_in_sentence(i):
        run = par.run_of(k)
        if len(run) != 2 or run[-1] >= i or found[run[0]].stem is None:
            continue
        chosen = found[run[POINTERS[pointer]]]
        rest = column.measure.removeprefix(pointer)
        if chosen.stem is None or rest == column.measure:
            return column
        name = chosen.stem
        return replace(
            column, measure=name + rest, stem=name + stem.removeprefix(pointer),
            owner=column.owner or chosen.owner, dimension=column.dimension or chosen.dimension,
        )  # fmt: skip
    return column
