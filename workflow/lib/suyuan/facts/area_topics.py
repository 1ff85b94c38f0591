"""The places that the sentences of a paragraph are about, as far as they reach into the sentences after them."""

from __future__ import annotations

from suyuan.facts.area_owners import reaches
from suyuan.facts.area_reach import first_list, opens_source
from suyuan.facts.area_words import AreaContext, heads, is_organ, lasting, places_of, subjects_of
from suyuan.facts.once import once
from suyuan.facts.paragraph import AreaWord, Paragraph

PART_OF = "其中"


@once
def topics_of_sentences(par: Paragraph, context: AreaContext) -> list[list[AreaWord]]:
    """For each sentence the places that the nearest sentence before it with a topic is about; none where somebody else's
    findings begin."""
    topics: list[list[AreaWord]] = []
    for k in range(len(par.sentences)):
        if not k or opens_source(par, k):
            topics.append([])
        else:
            before = par.sentences[k - 1]
            topics.append(_topic_of_sentence(par, before.start, before.end, context) or topics[-1])
    return topics


def _topic_of_sentence(par: Paragraph, start: int, end: int, context: AreaContext) -> list[AreaWord]:
    """Places of a sentence that last into the next ones: its subject, or the setting that it begins with."""
    earlier = places_of(par, start, end, context)
    earlier = [w for w in earlier if not par.text.startswith(PART_OF, par.clause(w.start).start)]
    setting = bool(earlier) and len(par.text[start : earlier[0].start].strip("，；：、 “")) <= 1
    earlier = lasting(par, earlier if setting else subjects_of(par, earlier), start)
    earlier = [word for word in earlier if is_organ(word) or word.kind not in ("body", "organisation")]
    if earlier and heads(par, earlier[0], start) and reaches(par, earlier[:1], context):
        return first_list(par, earlier)
    return []
