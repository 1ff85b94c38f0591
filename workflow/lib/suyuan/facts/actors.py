"""Who does what is counted: the owner of a row, as against the measure (市场监管局|牵头制定标准)."""

from __future__ import annotations

from dataclasses import replace

from suyuan.facts.area_bodies import is_generic
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column, words_of
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words

NOUN_FLAGS = ("n", "j", "PLACE", "LATIN", "m", "q", "b", "i", "l")
DEPARTMENT = "部门"  # dimension of departments, where no table and no word of the text names one
ROW = "分项"  # dimension of rows of any other kind
SHORTEST_ORGAN = 3


def with_actor(par: Paragraph, column: Column, tokens: tuple[Token, ...], ending: str) -> Column:
    """The column with the actor and the deed that its phrase consists of; of a department, it is the owner.

    ``ending`` is what the measure adds to the phrase (数量). 市场监管局|牵头制定标准, 一车间|装配整机.
    """
    at = next((i for i, token in enumerate(tokens) if token.flag in ("v", "vn")), 0)
    deed = tokens[at:]
    done = any(token.flag[0] in "nbLij" for token in deed[1:]) and words_of(deed)
    if not done:
        return column
    actor = (*_before(par, tokens[0]), *tokens[:at])
    nouns = all(token.flag.startswith(NOUN_FLAGS) and not _named(par, token) for token in actor)
    if not actor or not nouns:
        return column
    column = replace(column, actor=words_of(actor), deed=(words_of(deed), ending))
    return as_row(column) if is_department(words_of(actor)) else column


def _before(par: Paragraph, first: Token) -> tuple[Token, ...]:
    """Words of the clause before a phrase, without the time."""
    start = par.clause(first.start).start
    return tuple(t for t in par.tokens_between(start, first.start) if t.flag != "TIME")


def _named(par: Paragraph, token: Token) -> bool:
    """A place or a particular body: the area says it."""
    return token.flag == "PLACE" and not is_generic(par.areas[token.ref])


def row_dimension(owner: str | None) -> str:
    """Dimension of a row that neither a table nor the text names."""
    return DEPARTMENT if owner is not None and is_department(owner) else ROW


def as_row(column: Column) -> Column:
    """The column with its actor as the owner of the row, and the measure without it."""
    if column.actor is None or column.deed is None or column.owner is not None:
        return column
    stem, ending = column.deed
    dimension = column.dimension or row_dimension(column.actor)
    return replace(
        column, measure=stem + ending, stem=stem, owner=column.actor, dimension=dimension, actor=None
    )


def actor_of_clause(par: Paragraph, index: int, column: Column) -> Column:
    """市场监管局|发布|14项标准: a department at the head of the clause that does what is counted owns the row."""
    if column.owner is not None or column.rule != "number_before_noun":
        return column
    clause = par.clause(par.tokens[index].start)
    lead = [t for t in par.tokens[par.first_token(clause.start) : index] if t.flag != "TIME"]
    at = next((i for i, token in enumerate(lead) if not token.flag.startswith(NOUN_FLAGS)), len(lead))
    actor = words_of(tuple(lead[:at]))
    if at == len(lead) or lead[at].flag not in ("v", "d", "vn") or not is_department(actor):
        return column
    if any(_named(par, token) for token in lead[:at]):
        return column
    return replace(column, owner=actor, dimension=column.dimension or DEPARTMENT)


def is_department(actor: str) -> bool:
    """A sort of department, by the ending of its name."""
    return len(actor) >= SHORTEST_ORGAN and actor.endswith(column_words().department_endings)


def owner_of_sum(tokens: tuple[Token, ...]) -> str | None:
    """排名前五的部门|合计占比: the rows that are summed up; None if the phrase is no sum."""
    words = column_words()
    at = len(tokens)
    while at > 0 and (tokens[at - 1].text in words.summing or tokens[at - 1].text in words.bare_shares):
        at -= 1
    summed = any(token.text in words.summing for token in tokens[at:])
    return words_of(tokens[:at]) if summed and at < len(tokens) else None
