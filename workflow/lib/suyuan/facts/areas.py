"""Areas of the quantities of a paragraph: the places and bodies that each number is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from suyuan.facts.area_clauses import is_setting, last_owner, predicate_only, turned
from suyuan.facts.area_owners import own_place, owners, reaches
from suyuan.facts.area_words import (
    AreaContext,
    body_at_head,
    governing,
    heads,
    is_organ,
    kept,
    lasting,
    patterns,
    subjects_of,
)
from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.places import Gazetteer
from suyuan.places.groups import NATIONAL
from suyuan.places.records import GEOGRAPHIC
from suyuan.places.tables import package_yaml
from suyuan.quantities.mention import Mention

RESPECTIVELY = "分别"
AHEAD = 40  # characters after the clause in which a place may still name what an opening clause is about
PLACE_UNITS = frozenset("省市县区州地")
PARTNERS = frozenset({"与", "就与", "同", "和", "跟"})
AHEAD_KINDS = frozenset({"group", "anaphor", "province"})


@dataclass(frozen=True)
class Area:
    """Area of a quantity."""

    names: tuple[str, ...] = ()
    ref_area: str | None = None
    counterpart: str | None = None
    body: str | None = None
    rule: str = "none"  # how the area was found
    lasts: bool = True  # it may hold for a later clause that has a subject of its own


def areas(par: Paragraph, context: AreaContext) -> list[Area]:
    """The area of each quantity of ``par.mentions``, in the same order.

    Tried in turn: 分别 lists, the row of a list, the clause, the number before in the sentence, clauses before, the
    clause after, and what reaches in from outside the sentence.
    """
    found: list[Area] = []
    for i, mention in enumerate(par.mentions):
        area = (
            _respectively(par, i, context.gazetteer)
            or _whole_country(par, mention)
            or _row(par, i, context)
            or _clause(par, i, found, context)
            or _sentence(par, i, found, context)
            or _outside(par, mention, context)
        )
        found.append(_grouped(area, context.gazetteer))
    return found


def _grouped(area: Area, gazetteer: Gazetteer) -> Area:
    """A list of places that is exactly a known group bears its name: 通州、武清、廊坊 → 通武廊."""
    if len(area.names) < 3 or area.body is not None:  # of two places each has a part of its own
        return area
    group = gazetteer.group_of(area.names)
    return area if group is None else Area((group,), group, rule=area.rule)


def _respectively(par: Paragraph, i: int, gazetteer: Gazetteer) -> Area | None:
    """北京、天津、河北分别有57、14和4项: the place at the number's place in the list."""
    members = par.run_of(i)
    if len(members) < 2:
        return None
    first = par.mentions[members[0]].start
    clause = par.clause(first)
    if RESPECTIVELY not in par.text[clause.start : first]:
        return None
    words = [a for a in par.areas_in(clause.start, first) if a.kind in GEOGRAPHIC or a.kind == "anaphor"]
    rows = gazetteer.expand(name for word in words for name in word.names)
    if len(rows) != len(members):
        return None
    name = rows[i - members[0]]
    return Area((name,), name, rule="respectively")


def _whole_country(par: Paragraph, mention: Mention) -> Area | None:
    """31个省（自治区、直辖市）: all of the country."""
    table = package_yaml("area_groups.yaml")
    if mention.value not in table["all_provinces"]:
        return None
    after = par.text[mention.number_end : mention.end + 4].lstrip()
    if after.startswith(tuple(table["province_words"])) or (mention.unit == "省"):
        return Area((NATIONAL,), NATIONAL, rule="whole_country")
    return None


def _row(par: Paragraph, i: int, context: AreaContext) -> Area | None:
    """Places between the number before and this one, within the clause: 北京市1873项、天津市989项."""
    if i == 0:
        return None
    mention, before = par.mentions[i], par.mentions[i - 1]
    if before.end <= par.clause(mention.start).start or before.end >= mention.start:
        return None
    words = kept(par, par.areas_in(before.end, mention.start), context)
    words = owners(par, words, mention, context)
    return _lasting(par, _roles(words, "row"), words, context) if words else None


def _clause(par: Paragraph, i: int, found: Sequence[Area], context: AreaContext) -> Area | None:
    """Places of the number's own clause; a body that was the subject stays it in a clause without subject."""
    mention = par.mentions[i]
    clause = par.clause(mention.start)
    stated = governing(par, clause.start, clause.end, mention, context)
    every = len(stated)
    stated = last_owner(par, stated, mention)
    here = owners(par, stated, mention, context)
    if not here:  # places that only make up what is counted: of the document's own place
        own = own_place(context) if any(word.end <= mention.start for word in stated) else None
        return Area((own,), own, rule="document") if own is not None else None
    if _same_sentence(par, i) and found[i - 1].body is not None and _without_subject(par, clause.start):
        return replace(found[i - 1], rule="carried")
    if all(word.kind == "organisation" for word in here) and not subjects_of(par, here):
        outside = _outside(par, mention, context)  # 在ISO立项: who did it was said before
        stands = [AreaWord(0, 0, outside.names, "anaphor")] if outside.names else []
        return replace(_roles([*here, *stands], "clause"), lasts=own_place(context) is None)
    area = _lasting(par, _roles(here, "clause"), here, context)
    if _is_partner(par, mention, here):  # 甲省的六市与乙市: the number counts the one side alone
        side = _roles(here[:-1], "clause")
        area = replace(area, names=side.names, ref_area=side.ref_area, counterpart=here[-1].names[0])
    return replace(area, lasts=area.lasts and here[0].start < mention.start and len(stated) == every)


def _is_partner(par: Paragraph, mention: Mention, words: Sequence[AreaWord]) -> bool:
    """The last place is the other side of 与 right after counted places: 六市|与|北京."""
    if len(words) < 2 or words[-1].start < mention.end or len(words[-1].names) != 1:
        return False
    after = par.text[mention.end : words[-1].start]
    return (mention.unit or "") in PLACE_UNITS and after in PARTNERS


def _sentence(par: Paragraph, i: int, found: Sequence[Area], context: AreaContext) -> Area | None:
    """The rest of the sentence: the number before, the clauses before, the words right after."""
    mention = par.mentions[i]
    clause = par.clause(mention.start)
    sentence = par.sentences[par.sentence_at(mention.start)]
    body = body_at_head(par, sentence.start, sentence.end, context)
    since = turned(par, i, clause.start, context)
    if since:
        return _roles(since, "sentence")
    if _carries_on(par, i, found):
        between = governing(par, par.mentions[i - 1].end, clause.start, mention, context)
        if body is not None and found[i - 1].body in body.names:
            between = [word for word in between if heads(par, word, sentence.start)]
        if not subjects_of(par, between):
            return replace(found[i - 1], rule="carried")
    for start, end in _clauses_before(par, sentence.start, clause.start):
        earlier = governing(par, start, end, mention, context)
        whole = start == sentence.start or is_setting(par, start, end)
        if not whole and not (end + 1 >= clause.start and predicate_only(par, clause.start)):
            earlier = subjects_of(par, earlier)
        earlier = lasting(par, earlier, start)
        if body is not None:  # 委员会吸收了甲部，加上乙省各局，共41家
            earlier = [word for word in earlier if heads(par, word, start)]
        if reaches(par, earlier, context):
            return _roles(earlier, "sentence")
    ahead = min(sentence.end, clause.end + AHEAD)
    if i + 1 < len(par.mentions):
        ahead = min(
            ahead, par.clause(par.mentions[i + 1].start).start
        )  # places of the next number are its own
    later = [] if own_place(context) else governing(par, clause.end, ahead, mention, context)
    later = [word for word in later if word.kind in AHEAD_KINDS and word.names != (NATIONAL,)]
    return _roles(later[:1], "sentence_after") if later else None


def _outside(par: Paragraph, mention: Mention, context: AreaContext) -> Area:
    """Topic of the sentences before, of the heading, of the document."""
    here = par.sentence_at(mention.start)
    for k in range(here - 1, -1, -1):
        start, end = par.sentences[k]
        if own_place(context) is not None or _new_source(par, mention):
            break
        earlier = governing(par, start, end, mention, context)
        setting = bool(earlier) and len(par.text[start : earlier[0].start].strip("，；：、 “")) <= 1
        earlier = lasting(par, earlier if setting else subjects_of(par, earlier), start)
        omitted = k == here - 1 and _without_subject(par, par.sentences[here].start)
        body = body_at_head(par, start, end, context) if omitted else None
        if body is not None:
            return _roles([body], "paragraph")
        earlier = [word for word in earlier if is_organ(word) or word.kind not in ("body", "organisation")]
        if earlier and heads(par, earlier[0], start) and reaches(par, earlier[:1], context):
            return _roles(_first_list(par, earlier), "paragraph")
    for names, rule in (
        (context.heading, "heading"),
        (context.document, "document"),
    ):
        if names:
            return Area(names, names[0] if len(names) == 1 else None, rule=rule)
    return Area()


def _lasting(par: Paragraph, area: Area, words: Sequence[AreaWord], context: AreaContext) -> Area:
    """The area, marked if it holds for its own number alone."""
    return replace(area, lasts=reaches(par, words, context))


def _carries_on(par: Paragraph, i: int, found: Sequence[Area]) -> bool:
    """The area of the number before in the sentence may hold for this one too.

    One that holds for its own number alone goes on only into a clause without subject (…，增长5%), and none leaves its
    brackets.
    """
    if not _same_sentence(par, i) or not found[i - 1].names or found[i - 1].rule == "whole_country":
        return False
    before, mention = par.mentions[i - 1], par.mentions[i]
    between = par.text[before.end : mention.start]
    if found[i - 1].rule in ("clause", "row") and between.count("）") > between.count("（"):
        return False
    return found[i - 1].lasts or _without_subject(par, par.clause(mention.start).start)


def _new_source(par: Paragraph, mention: Mention) -> bool:
    """研究显示，…: the sentence tells what somebody else found; the topic of the one before does not reach into it."""
    sentence = par.sentences[par.sentence_at(mention.start)]
    return patterns().new_source.match(par.text, sentence.start) is not None


def _same_sentence(par: Paragraph, i: int) -> bool:
    return i > 0 and par.sentence_at(par.mentions[i - 1].start) == par.sentence_at(par.mentions[i].start)


def _without_subject(par: Paragraph, start: int) -> bool:
    """The clause opens with a verb: its subject is that of the clause before."""
    for token in par.tokens:
        if token.start >= start and token.flag not in ("c", "d", "TIME"):
            return token.flag == "v" or token.text.endswith("有")  # 现有
    return False


def _first_list(par: Paragraph, words: Sequence[AreaWord]) -> list[AreaWord]:
    """Of an earlier sentence: the first list of places, which is its subject."""
    run = [words[0]]
    for word in words[1:]:
        if word.start - run[-1].end > 1:
            break
        run.append(word)
    return run


def _clauses_before(par: Paragraph, start: int, end: int) -> list[tuple[int, int]]:
    """Clauses of a sentence between two positions, the nearest first."""
    out: list[tuple[int, int]] = []
    at = end
    while at > start:
        if par.text[at - 1] in "，；：":
            at -= 1
            continue
        clause = par.clause(at - 1)
        out.append((max(clause.start, start), min(clause.end, end)))
        at = max(clause.start, start)
    return out


def _roles(words: Sequence[AreaWord], rule: str) -> Area:
    """Names of the places, each once, and the parts that they play."""
    names: dict[str, None] = {}
    places: dict[str, None] = {}
    body: str | None = None
    for word in words:
        seat = word.mention.seat if word.mention is not None and is_organ(word) else None
        if seat is not None:
            names.setdefault(seat)
            places.setdefault(seat)
            continue
        for name in word.names:
            names.setdefault(name)
            if word.kind not in ("body", "scheme", "organisation"):
                places.setdefault(name)
            else:
                body = body or name
    listed = list(places)
    pair = len(listed) == 2 and body is None
    return Area(
        tuple(names),
        ref_area=listed[0] if len(listed) == 1 or pair else None,
        counterpart=listed[1] if pair else None,
        body=body,
        rule=rule,
    )
