"""The places that the sentences of a paragraph are about, as far as they reach into the sentences after them."""

from __future__ import annotations

import re
from functools import cache

from suyuan.facts.area_bodies import is_organ
from suyuan.facts.area_owners import PART_OF, reaches
from suyuan.facts.area_reach import first_list, opens_source
from suyuan.facts.area_words import AreaContext, heads, kept, lasting, places_of, subjects_of
from suyuan.facts.once import once
from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.places.records import ADMINISTRATIVE
from suyuan.places.tables import package_yaml

ITEM = re.compile(
    "（(?:\\d{1,2}|[一二三四五六七八九十]{1,2})）|[①-⑩]|\\d{1,2}[）.](?!\\d)|其[一二三四五]，|第[一二三四五]，"
)
LONGEST_TOPIC = 30  # characters of a sentence that only says what a paragraph is about
RELATION = re.compile(  # 甲与乙|之间仅12项, 与甲、乙|等地相比
    "(?:[、和与同及][一-龥]{2,4}(?:[省市县区州])?)?(?:两[地市省县])?(?:之间|间的?(?=仅|有|共))|[^，。；]{0,12}相比"
)
JOINED = ("", "及", "和", "与", "、", "暨")
LONGEST_JOINED = 10


@once
def topics_of_sentences(par: Paragraph, context: AreaContext) -> list[list[AreaWord]]:
    """For each sentence the places that the nearest sentence before it with a topic is about; none where somebody else's
    findings begin."""
    topics: list[list[AreaWord]] = []
    for k in range(len(par.sentences)):
        opens_item = context.study and ITEM.match(par.text, par.sentences[k].start) is not None
        if not k or opens_source(par, k) or opens_item:
            topics.append([])
        else:
            before = par.sentences[k - 1]
            topics.append(_topic_of_sentence(par, before.start, before.end, context) or topics[-1])
    return topics


def _topic_of_sentence(par: Paragraph, start: int, end: int, context: AreaContext) -> list[AreaWord]:
    """Places of a sentence that last into the next ones: its subject, or the setting that it begins with; none of a sentence that
    gives several countries their own numbers (中国11项，日本4项)."""
    if len(_places_counted(par, start, end, context)) > 1:
        return []
    earlier = [w for w in places_of(par, start, end, context) if not RELATION.match(par.text, w.end)]
    earlier = [w for w in earlier if not par.text.startswith(PART_OF, par.clause(w.start).start)]
    setting = bool(earlier) and len(par.text[start : earlier[0].start].strip("，；：、 “")) <= 1
    earlier = lasting(par, earlier if setting else subjects_of(par, earlier), start)
    earlier = [word for word in earlier if is_organ(word) or word.kind not in ("body", "organisation")]
    if earlier and heads(par, earlier[0], start) and reaches(par, earlier[:1], context):
        return first_list(par, earlier)
    return []


def _places_counted(par: Paragraph, start: int, end: int, context: AreaContext) -> set[tuple[str, ...]]:
    """Places with numbers of their own: countries right before them, in a study of a known place all that have one in their
    clause (甲县患病率最高，为75%；乙县为67%)."""
    words = par.areas_in(start, end)
    if not (context.study and context.document):
        return {w.names for w in words if w.kind == "country" and par.mentions_in(w.end, w.end + 1)}
    return {w.names for w in words if w.kind in ADMINISTRATIVE and w.names != context.document}


def new_item(par: Paragraph, start: int, number: int) -> bool:
    """（1）平泉市节水率为31%；（2）|满意率为45%: an item of a list opens between two positions of one sentence."""
    return any(
        match.end() <= number and par.text[match.start() - 1] in "；，：。"
        for match in ITEM.finditer(par.text, start, number + 1)
    )


@once
def own_part(par: Paragraph, here: int, context: AreaContext) -> AreaWord | None:
    """In a document about one place: the part of it that the paragraph's first sentence says it is about, a short one without
    a number (浦东引领区建设取得新进展。…); or that the nearest sentence before ``here`` with a place speaks of as its own
    built-up area (市区设点位5个。全年…). None for a sentence ``here`` that speaks of the whole place."""
    own = context.document[0]
    sentence = par.sentences[here]
    named = kept(par, [word for word in par.areas_in(*sentence) if word.names == (own,)], context)
    if any(word.kind == "anaphor" or heads(par, word, sentence.start) for word in named):
        return None
    for k in range(here - 1, 0, -1):
        words = par.areas_in(*par.sentences[k])
        if words:
            return (
                words[-1]
                if _is_built_up(words[-1]) and words[-1].start == par.sentences[k].start
                else _announced(par, own, context)
            )
    first = par.areas_in(*par.sentences[0]) if here else []
    if first and _is_built_up(first[0]) and len(first) == 1 and first[0].start == par.sentences[0].start:
        return first[0]
    return _announced(par, own, context)


@cache
def _works() -> tuple[str, ...]:
    return tuple(package_yaml("area_groups.yaml")["works_of_topics"])


def _is_built_up(word: AreaWord) -> bool:
    return word.kind == "zone" and word.mention is None and word.names[-1].endswith("区")


def _announced(par: Paragraph, own: str, context: AreaContext) -> AreaWord | None:
    """The one part of the document's place at the head of a first sentence that is short and has no number."""
    first = par.sentences[0]
    if first.end - first.start > LONGEST_TOPIC or par.mentions_in(first.start, first.end):
        return None
    words = par.areas_in(first.start, first.end)
    if len(words) != 1 or len(words[0].names) != 1 or words[0].names[0] == own:
        return None
    if not any(work in par.text[words[0].end : first.end] for work in _works()):
        return None
    lead = par.text[first.start : words[0].start]
    if not (lead.endswith(JOINED) and len(lead) <= LONGEST_JOINED) or (lead and lead[-1] not in JOINED):
        return None
    place = context.gazetteer.places.get(words[0].names[0])
    inside = place is not None and place.kind in ADMINISTRATIVE
    while inside and place is not None and place.name != own:
        place = context.gazetteer.places.get(place.parent or "")
    return words[0] if inside and place is not None else None
