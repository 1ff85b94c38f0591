"""Whether what names no place in a paper about a company is the company's own."""

from __future__ import annotations

from suyuan.facts.area_reach import without_subject
from suyuan.facts.area_words import AreaContext
from suyuan.facts.own_body import names_own_item, speaks_of_itself
from suyuan.facts.paragraph import Paragraph
from suyuan.quantities.mention import Mention


def of_the_company(par: Paragraph, here: int, mention: Mention, context: AreaContext) -> bool:
    """What names no place in a paper about a company: all of it, but in the note of a broker only what goes on from a sentence
    about the company, or what a company alone has."""
    if not context.outsider:
        return True
    sentence = par.sentences[here]
    if names_own_item(par.text[sentence.start : mention.start]):
        return True
    before = par.sentences[here - 1] if here else None
    return (
        before is not None
        and without_subject(par, sentence.start)
        and speaks_of_itself(par.text, before.start, before.end, context.body, sentence=True)
    )
