"""Areas of the quantities of a paragraph: the places and bodies that each number is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from suyuan.facts.area_benchmarks import of_benchmark
from suyuan.facts.area_clauses import (
    last_owner,
)
from suyuan.facts.area_compared import (
    BEYOND_RULE,
    area_gone_beyond,
    compared,
    compared_place,
)
from suyuan.facts.area_counted import bracketed, is_counted, is_of_later, is_partner, of_before
from suyuan.facts.area_of_others import of_others, own_beside_others
from suyuan.facts.area_of_own_body import own_body, own_subject
from suyuan.facts.area_outside import outside
from suyuan.facts.area_owners import (
    all_counterparts,
    comes_from,
    is_counterpart,
    own_place,
    owners,
    reaches,
)
from suyuan.facts.area_reach import (
    same_sentence,
    without_subject,
)
from suyuan.facts.area_record import Area, grouped, roles_of
from suyuan.facts.area_rows import row_owner, unlisted_row
from suyuan.facts.area_sentence import sentence
from suyuan.facts.area_words import (
    AreaContext,
    governing,
    kept,
    subjects_of,
)
from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.places.groups import NATIONAL, names_a_smaller_place
from suyuan.places.tables import package_yaml

FROM_OUTSIDE = frozenset({"document", "heading", "carried", "paragraph", "sentence"})
GOING_ON = frozenset({"sentence", "carried"})


def areas(par: Paragraph, context: AreaContext) -> list[Area]:
    """The area of each quantity of ``par.mentions``, in the same order.

    Tried in turn: 分别 lists, the row of a list, the clause, the number before in the sentence, clauses before, the
    clause after, and what reaches in from outside the sentence.
    """
    found: list[Area] = []
    goes_on: list[Area] = []  # what later numbers carry on: not the place that one was compared with
    for i in range(len(par.mentions)):
        area = next(area for _, area in areas_tried(par, i, goes_on, context) if area is not None)
        again = i and found[-1].rule == BEYOND_RULE and area.rule in GOING_ON and same_sentence(par, i)
        if again and area.names == found[-1].names:
            area = replace(goes_on[-1], rule="carried")  # 甲市19.8%，高于乙市（16.3%），|男性为20.1%
        found.append(area)
        beyond = area.rule == BEYOND_RULE and bool(goes_on)
        goes_on.append(replace(goes_on[-1], lasts=False) if beyond else area)
    return found


def areas_tried(
    par: Paragraph, i: int, found: Sequence[Area], context: AreaContext
) -> Iterator[tuple[str, Area | None]]:
    """What each rule in turn says of quantity ``i``: its name, and the area or None. The first area is taken, and the last
    rule always says one, if only that there is none. ``found``: areas of the quantities before it."""
    for name, rule in RULES.items():
        area = rule(par, i, found, context)
        if area is not None:
            area = _not_the_country(par, i, area)
            own = context.document
            if len(own) > 1 and set(context.gazetteer.expand(area.names)) == set(own):
                area = replace(area, names=own)  # 三省 of a study of 湖北、湖南、江西
            if set(area.names) != set(own):  # what a study's own text lists by its members
                area = grouped(area, context.gazetteer, context.text)
        yield name, area


def _not_the_country(par: Paragraph, i: int, area: Area) -> Area:
    """全市|新增企业30家 in a paper on the country: what reaches in from outside the clause is not its place."""
    if area.names != (NATIONAL,) or area.rule not in FROM_OUTSIDE:
        return area
    mention = par.mentions[i]
    lead = par.text[par.clause(mention.start).start : mention.start]
    return Area(rule="place_not_known") if names_a_smaller_place(lead) else area


def _respectively(par: Paragraph, i: int, _: Sequence[Area], context: AreaContext) -> Area | None:
    """北京、天津、河北分别有57、14和4项: the place at the number's place in the list."""
    row = row_owner(par, i, context)
    if row is None:
        return None
    word, name = row
    own = own_place(context)
    if own is not None and is_counterpart(par, word, context):  # 对东盟、欧盟进出口分别增长16.7%、40.2%
        return Area((own, name), own, name, rule="respectively", lasts=False)
    place = context.gazetteer.places.get(name)
    if place is not None and place.kind == "body":
        return Area((name,), body=name, rule="respectively")
    return Area((name,), name, rule="respectively")


def _whole_country(par: Paragraph, i: int, _: Sequence[Area], __: AreaContext) -> Area | None:
    """31个省（自治区、直辖市）: all of the country."""
    mention = par.mentions[i]
    table = package_yaml("area_groups.yaml")
    after = par.text[mention.number_end : mention.end + 4].lstrip()
    if mention.unit != "省" and not after.startswith(tuple(table["province_words"])):
        return None
    every = mention.value in table["all_provinces"]
    return Area((NATIONAL,), NATIONAL, rule="whole_country") if every else None


def _row(par: Paragraph, i: int, _: Sequence[Area], context: AreaContext) -> Area | None:
    """Places between the number before and this one, within the clause: 北京市1873项、天津市989项."""
    if i == 0:
        return None
    mention, before = par.mentions[i], par.mentions[i - 1]
    if before.end <= par.clause(mention.start).start or before.end >= mention.start:
        return None
    words = kept(par, par.areas_in(before.end, mention.start), context)
    words = [word for word in words if not of_before(par, word, before.end, mention.start)]
    words = bracketed(par, owners(par, words, mention, context), mention)
    return _lasting(par, roles_of(words, "row"), words, context) if words else None


def _compared(par: Paragraph, i: int, found: Sequence[Area], context: AreaContext) -> Area | None:
    """甲国排放50亿吨，是|乙国|的2倍: of the subject before, taken to the other place."""
    other = compared_place(par, i)
    if other is None:
        return None
    told = next((k for k in range(i - 1, -1, -1) if found[k].rule != BEYOND_RULE), None)
    if told is not None and found[told].rule == "clause" and par.sentence_of(told) == par.sentence_of(i):
        return compared(found[told], *other)
    before = sentence(par, i, found, context)
    return compared(before or outside(par, i, found, context), *other)


def _beyond(par: Paragraph, i: int, _: Sequence[Area], __: AreaContext) -> Area | None:
    """甲区（61.2%）高于|乙县|（46.5%）: of the place that is compared with, where its own number stands behind it."""
    return area_gone_beyond(par, par.mentions[i])


def _clause(par: Paragraph, i: int, found: Sequence[Area], context: AreaContext) -> Area | None:
    """Places of the number's own clause; a body that was the subject stays it in a clause without subject."""
    mention = par.mentions[i]
    clause = par.clause(mention.start)
    stated = governing(par, clause.start, clause.end, mention, context)
    every = len(stated)
    stated = last_owner(par, stated, mention)
    stated = [word for word in stated if not is_counted(par, word, i) and not is_of_later(par, word, i)]
    here = bracketed(par, owners(par, stated, mention, context), mention)
    if not here:  # places that only make up what is counted: of the document's own place
        own = own_place(context) if any(word.end <= mention.start for word in stated) else None
        return Area((own,), own, rule="document") if own is not None else None
    if same_sentence(par, i) and found[i - 1].body is not None and without_subject(par, clause.start):
        return replace(found[i - 1], rule="carried")
    if all(word.kind == "organisation" for word in here) and not subjects_of(par, here):
        around = outside(par, i, found, context)  # 在ISO立项: who did it was said before
        stands = [AreaWord(0, 0, around.names, "anaphor")] if around.names else []
        return replace(roles_of([*here, *stands], "clause"), lasts=own_place(context) is None)
    area = _lasting(par, roles_of(here, "clause"), here, context)
    own = own_place(context)
    if own is not None and all_counterparts(par, here, context):
        if context.study and comes_from(par, here[0]):
            return Area((own,), own, rule="document")  # 来自湖南者占37%: of those who took part
        names = (own, *(name for name in area.names if name != own))
        area = replace(area, names=names, ref_area=own, counterpart=names[-1], lasts=False)
    if is_partner(par, mention, here):  # 甲省的六市与乙市: the number counts the one side alone
        side = roles_of(here[:-1], "clause")
        area = replace(area, names=side.names, ref_area=side.ref_area, counterpart=here[-1].names[0])
    return replace(area, lasts=area.lasts and here[0].start < mention.start and len(stated) == every)


def _lasting(par: Paragraph, area: Area, words: Sequence[AreaWord], context: AreaContext) -> Area:
    """The area, marked if it holds for its own number alone."""
    return replace(area, lasts=reaches(par, words, context))


Rule = Callable[[Paragraph, int, Sequence[Area], AreaContext], Area | None]
RULES: dict[str, Rule] = {
    rule.__name__.strip("_"): rule
    for rule in (
        _respectively, _whole_country, _beyond, own_beside_others, of_others, of_benchmark, _row, unlisted_row, own_subject,
        _compared, _clause, own_body, sentence, outside,
    )
}  # fmt: skip
