"""What reaches into a quantity from outside its sentence: sentences before, headings, the document, the place of a study."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.area_bodies import BODIES
from suyuan.facts.area_clauses import reckons_an_example, states_a_rule
from suyuan.facts.area_of_company import of_the_company
from suyuan.facts.area_owners import PART_OF, ends_with_item, own_place
from suyuan.facts.area_reach import opens_source, same_sentence, without_subject
from suyuan.facts.area_record import Area, roles_of
from suyuan.facts.area_topics import own_part, topics_of_sentences
from suyuan.facts.area_words import AreaContext, body_at_head, places_of
from suyuan.facts.once import once
from suyuan.facts.others_work import (
    is_share_of_country,
    tells_of_the_state,
    tells_others_work,
    tells_reliability,
)
from suyuan.facts.own_body import speaks_of_itself
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.state_papers import tells_of_country
from suyuan.places.groups import NATIONAL, WORLD
from suyuan.places.records import GEOGRAPHIC
from suyuan.places.tables import package_yaml

DATA = re.compile(r"[^，。；：]{0,8}(?:数据|统计)")


def outside(par: Paragraph, i: int, found: Sequence[Area], context: AreaContext) -> Area:
    """Topic of the sentences before, of the heading, of the document."""
    mention = par.mentions[i]
    here = par.sentence_at(mention.start)
    sentence = par.sentences[here]
    part = par.text.startswith(PART_OF, par.sentences[here].start)
    part = part and not (same_sentence(par, i) and ends_with_item(par, i, context))
    if i and part and own_place(context) is None and found[i - 1].names and found[i - 1].lasts:
        return replace(found[i - 1], rule="carried")  # 全球实例6万个。…其中，乙类5万个
    others = not context.study and tells_others_work(par.text, sentence.start, mention.start)
    if here and own_place(context) is None and not others and not opens_source(par, here):
        if without_subject(par, par.sentences[here].start):
            body = body_at_head(par, *par.sentences[here - 1], context)
            if body is not None:
                return roles_of([body], "paragraph")
        topic = topics_of_sentences(par, context)[here]
        if topic:
            return roles_of(topic, "paragraph")
    if speaks_of_itself(par.text, sentence.start, mention.start, context.body, sentence=True):
        assert context.body is not None
        return Area((context.body,), body=context.body, rule="own_body", lasts=False)
    if any(
        tells_of_country(par, word, mention.start) for word in par.areas_in(sentence.start, mention.start)
    ):
        return Area((NATIONAL,), NATIONAL, rule="label_of_the_state")
    if reckons_an_example(par.text, mention.start) or states_a_rule(par.text[sentence.start : mention.start]):
        return Area(rule="holds_anywhere")
    if others:
        theirs = [w for w in places_of(par, sentence.start, mention.start, context) if w.kind in GEOGRAPHIC]
        return roles_of(theirs[:1], "others_work") if theirs else Area(rule="place_not_known")
    of_part = own_part(par, here, context) if own_place(context) not in (None, NATIONAL) else None
    if of_part is not None:
        return roles_of([of_part], "paragraph")
    if context.study and tells_of_the_state(par.text, sentence.start, par.clause(mention.start).end):
        return Area((NATIONAL,), NATIONAL, rule="state")
    unnamed = context.stems and not any(stem in par.text[: sentence.end] for stem in context.stems)
    for names, rule in (
        (context.heading, "heading"),
        (() if unnamed else context.document, "document"),
    ):
        if names:
            return Area(names, names[0] if len(names) == 1 else None, rule=rule)
    if context.company and context.body is not None and of_the_company(par, here, mention, context):
        return Area((context.body,), body=context.body, rule="own_body", lasts=False)
    if context.sample and mention.unit is None and tells_reliability(par.text, sentence.start, mention.start):
        return Area(context.sample, context.sample[0] if len(context.sample) == 1 else None, rule="sample")
    if is_share_of_country(par.text, sentence.start, mention.start):
        return Area((NATIONAL,), NATIONAL, rule="share_of_country")
    told = told_by(par, sentence.start, sentence.end)
    return Area((told,), told, rule="teller") if told is not None else Area()


@once
def told_by(par: Paragraph, start: int, end: int) -> str | None:
    """根据WHO的数据, 国家统计局统计: where nothing else says it, figures are of the place of the body that tells them."""
    worldwide = package_yaml("bodies.yaml")["worldwide"]
    for word in par.areas_in(start, end):
        if word.kind not in BODIES or DATA.match(par.text, word.end) is None:
            continue
        if word.names[0] in worldwide:
            return WORLD
        if word.mention is not None and word.mention.known and word.mention.seat is not None:
            return word.mention.seat
    return None
