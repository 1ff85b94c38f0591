"""Changes told in turn with a verb each: 生猪出栏3143.6万头，年末存栏1705.2万头，分别增长3.2%和下降2.8%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column
from suyuan.facts.rules_growth import with_count
from suyuan.facts.words import column_words

IN_TURN = ("分别", "依次")
LINKS = "、，和与及"
CARRYING = "growth"  # rule of a change that may take its noun from the number before


def change_in_turn(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column:
    """The column of a change that stands in such a row: of the level of the sentence that is its turn.

    Only where between 分别 and the number there is nothing but verbs of growth and other changes, where as many levels
    stand before 分别 as changes behind it, and all have names of their own; else ``column``.
    """
    if column.rule != CARRYING or not column.change or not column.measure or column.each or column.owners:
        return column
    start = par.mentions[i].start
    sentence = par.sentences[par.sentence_at(start)]
    at, word = max((par.text.rfind(word, sentence.start, start), word) for word in IN_TURN)
    if at < 0 or par.text[sentence.start : sentence.end].count(word) > 1:
        return column
    changes = _changes(par, at + len(word), sentence.end)
    levels = par.mentions_in(sentence.start, at)
    if i not in changes or len(changes) < 2 or len(levels) != len(changes):
        return column
    stems = [found[k].stem for k in levels if found[k].level and found[k].measure]
    if len(set(stems)) != len(changes) or None in stems:
        return column
    before = found[levels[changes.index(i)]]
    ending = column.measure.removeprefix(column.stem or "")
    stem = with_count(before.stem or "", before.measure or "", column.measure)
    return replace(
        column, stem=stem, measure=f"{stem}{ending}", owner=before.owner, dimension=before.dimension
    )


def _changes(par: Paragraph, start: int, end: int) -> list[int]:
    """The quantities behind 分别 that a verb of growth and at most a link stand before; [] for fewer than two."""
    verbs: list[str] = []
    row: list[int] = []
    for k in par.mentions_in(start, end):
        verb = par.text[start : par.mentions[k].start].lstrip(LINKS if row else "").strip()
        if verb.removeprefix("同比").removeprefix("比上年") not in column_words().growth:
            break
        verbs.append(verb)
        row.append(k)
        start = par.mentions[k].end
    return row if len(verbs) > 1 else []
