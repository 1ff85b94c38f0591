"""Places of the rest of a number's sentence: the number before, the clauses before, the words right after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.area_clauses import (
    closes_as_topic,
    first_of_its_kind,
    gathered_in,
    is_campaign,
    is_setting,
    named_at_head,
    opens_with_that,
    predicate_only,
    ranked_at_head,
    turned,
)
from suyuan.facts.area_compared import (
    area_of_former,
    without_counterpart,
)
from suyuan.facts.area_owners import (
    all_counterparts,
    ends_with_item,
    own_place,
    reaches,
)
from suyuan.facts.area_reach import (
    begins_with_action,
    carries_on,
    clauses_before,
    same_sentence,
    says_the_value,
    without_subject,
)
from suyuan.facts.area_record import Area, roles_of
from suyuan.facts.area_rows import after_list
from suyuan.facts.area_topics import new_item
from suyuan.facts.area_words import (
    AreaContext,
    body_at_head,
    governing,
    heads,
    lasting,
    places_of,
    subjects_of,
)
from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.places.groups import NATIONAL

AHEAD = 40  # characters after the clause in which a place may still name what an opening clause is about
AHEAD_KINDS = frozenset({"group", "anaphor", "province"})


def sentence(par: Paragraph, i: int, found: Sequence[Area], context: AreaContext) -> Area | None:
    """The rest of the sentence: the number before, the clauses before, the words right after."""
    mention = par.mentions[i]
    clause = par.clause(mention.start)
    whole = par.sentences[par.sentence_at(mention.start)]
    body = body_at_head(par, whole.start, whole.end, context)
    if same_sentence(par, i) and context.study and new_item(par, par.mentions[i - 1].end, mention.start):
        in_item = places_of(par, par.mentions[i - 1].end, mention.start, context)
        return roles_of(in_item, "sentence") if in_item else None
    since = turned(par, i, clause.start, context)
    if since:
        return roles_of(since, "sentence")
    ranked = ranked_at_head(par, whole.start, clause.start, mention.start, context)
    if ranked is not None:
        return roles_of([ranked], "sentence")
    of_list = after_list(par, i, found, context)
    if of_list is not None:
        return of_list
    latter = area_of_former(par, i, found)
    if latter is not None:
        return latter
    most = first_of_its_kind(par, whole.start, clause.start, mention.start)
    if most is not None:
        return roles_of([most], "sentence")
    gathered = gathered_in(par, whole.start, clause.start, mention.start)
    if gathered:
        return replace(roles_of(gathered, "sentence"), lasts=own_place(context) is None)
    if same_sentence(par, i) and ends_with_item(par, i, context):
        return None
    if carries_on(par, i, found):
        between = governing(par, par.mentions[i - 1].end, clause.start, mention, context)
        if body is not None and found[i - 1].body in body.names:
            between = [word for word in between if heads(par, word, whole.start)]
        if not subjects_of(par, between):
            before = without_counterpart(found[i - 1])
            return before if before.rule == "carried" else replace(before, rule="carried")
    ruled = named_at_head(par, whole.start, clause.start, context)
    if ruled is not None:
        return roles_of([ruled], "sentence")
    earlier = _of_clauses_before(par, whole.start, clause.start, mention.start, body, context)
    return earlier or _of_words_behind(par, i, whole.end, clause.end, context)


def _of_clauses_before(
    par: Paragraph, begin: int, own: int, number: int, body: AreaWord | None, context: AreaContext
) -> Area | None:
    """A place of the clauses before the one from ``own`` on, the nearest first; ``begin``: start of the sentence, ``body``: the
    body that heads it, over whose name none but a subject reaches."""
    passed = False  # a clause with a subject of its own lies between: no body reaches over it
    named = bool(par.areas_in(begin, own))
    for start, end in clauses_before(par, begin, own) if named else ():
        earlier = places_of(par, start, end, context)
        whole = start == begin or is_setting(par, start, end)
        if not whole and not (end + 1 >= own and predicate_only(par, own)):
            earlier = subjects_of(par, earlier)
        if (
            end + 1 >= own
            and own_place(context) in (None, NATIONAL)
            and begins_with_action(par, own)
            and is_campaign(par.text[start:end])
        ):
            campaign = places_of(par, start, end, context)
            if campaign:
                return roles_of(campaign, "sentence")
        topic = closes_as_topic(par, start, end, context) if end + 1 >= own else None
        if topic is not None:
            return roles_of([topic], "sentence")
        if (
            end + 1 >= own
            and says_the_value(par, own, number)
            and earlier
            and heads(par, earlier[0], start)
            and not all_counterparts(par, earlier, context)
        ):
            return replace(roles_of(earlier, "sentence"), lasts=reaches(par, earlier, context))
        if end + 1 >= own and opens_with_that(par, own) and len(earlier) == 1:
            return roles_of(earlier, "sentence")
        earlier = lasting(par, earlier, start)
        if body is not None:  # 委员会吸收了甲部，加上乙省各局，共41家
            earlier = [word for word in earlier if heads(par, word, start)]
        if passed:
            earlier = [word for word in earlier if word.kind != "body"]
        if reaches(par, earlier, context):
            return roles_of(earlier, "sentence")
        passed = passed or not without_subject(par, start)
    return None


def _of_words_behind(par: Paragraph, i: int, end: int, stop: int, context: AreaContext) -> Area | None:
    """A place right behind the clause of quantity ``i``, which ends at ``stop``, in a document without one of its own; ``end``:
    of the sentence."""
    ahead = min(end, stop + AHEAD)
    if i + 1 < len(par.mentions):  # places of the next number are its own
        ahead = min(ahead, par.clause(par.mentions[i + 1].start).start)
    later = [] if own_place(context) else governing(par, stop, ahead, par.mentions[i], context)
    later = subjects_of(par, later)  # not …，还为北京冬奥会献唱
    later = [word for word in later if word.kind in AHEAD_KINDS and word.names != (NATIONAL,)]
    return roles_of(later[:1], "sentence_after") if later else None
