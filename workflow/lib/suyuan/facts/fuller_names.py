"""A noun alone that was told in full before: 特殊教育学校292所。…|学校|增至2288所: 特殊教育学校数量."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column, counted, is_count
from suyuan.facts.tokens import tokenise
from suyuan.facts.words import column_words

SENTENCES_BACK = 2
LONGEST_NOUN, LONGEST_NAME = 4, 16  # characters


def in_fuller_name(par: Paragraph, i: int, column: Column, found: Sequence[Column]) -> Column:
    """The column of quantity ``i``; where one noun alone names it, the last longer name with that noun, of the same unit.

    Columns of the quantities before it are ``found``; a name is looked for in its sentence and the two before.
    """
    mention, stem = par.mentions[i], column.stem or ""
    if column.rule != "noun_before_number" or column.completed_by or column.owner is not None:
        return column
    if not is_count(mention) or mention.rank or not column.level or not 2 <= len(stem) <= LONGEST_NOUN:
        return column
    tokens = tokenise(stem, [])
    if len(tokens) != 1 or tokens[0].flag[0] != "n":
        return column
    here = par.sentence_at(mention.start)
    for k in range(i - 1, -1, -1):
        if here - par.sentence_at(par.mentions[k].start) > SENTENCES_BACK:
            return column
        name = found[k].stem or ""
        if par.mentions[k].unit != mention.unit or not found[k].level or not name.endswith(stem):
            continue
        name = _bare(name)
        if name == stem or not len(stem) < len(name) <= LONGEST_NAME or "、" in name:
            return column
        return replace(column, measure=counted(name, mention), stem=name, completed_by="fuller_name")
    return column


def _bare(name: str) -> str:
    """Without the verb that says that those counted are new."""
    verb = next((word for word in column_words().fresh if name.startswith(word)), "")
    return name.removeprefix(verb)
