"""Figures of the body that a document is of, where a clause speaks of it."""

from __future__ import annotations

from collections.abc import Sequence

from suyuan.facts.area_record import Area
from suyuan.facts.area_words import AreaContext, subjects_of
from suyuan.facts.own_body import speaks_of_itself
from suyuan.facts.paragraph import Paragraph


def own_subject(par: Paragraph, i: int, _: Sequence[Area], context: AreaContext) -> Area | None:
    """公司向某国捐赠疫苗10万份: the document's own body is the subject, the places are only whom it meets."""
    clause, mention = par.clause(par.mentions[i].start), par.mentions[i]
    if not context.company or not speaks_of_itself(par.text, clause.start, mention.start, context.body):
        return None
    assert context.body is not None
    words = [word for word in par.areas_in(clause.start, mention.start) if word.names != (context.body,)]
    if subjects_of(par, words):
        return None
    return Area((context.body,), body=context.body, rule="own_body", lasts=False)


def own_body(par: Paragraph, i: int, _: Sequence[Area], context: AreaContext) -> Area | None:
    """修订部本级2项指南, 公司目前产能47GW: the clause speaks of the document's own body."""
    mention = par.mentions[i]
    clause = par.clause(mention.start)
    if not speaks_of_itself(par.text, clause.start, mention.start, context.body):
        return None
    assert context.body is not None
    return Area((context.body,), body=context.body, rule="own_body", lasts=False)
