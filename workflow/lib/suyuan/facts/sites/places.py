"""Candidates that are places: those of the gazetteer and lists of them, regions by their ending, names withheld, numbers of
provinces, the whole country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from suyuan.facts.sites.candidates import FINER, Candidate, Evidence, Sort
from suyuan.facts.sites.clean import clean_start, is_clean_withheld
from suyuan.facts.sites.evidence import OWNED, evidence, in_brackets, is_site
from suyuan.facts.sites.lines import Line
from suyuan.facts.sites.names import without_lead
from suyuan.facts.sites.patients import is_hospital
from suyuan.facts.sites.words import site_words
from suyuan.places import Gazetteer
from suyuan.places.groups import NATIONAL, WORLD, names_of, place_lists
from suyuan.places.own_regions import regions_in, withheld_in
from suyuan.places.records import ADMINISTRATIVE, PlaceMention
from suyuan.places.tables import place_words
from suyuan.time.study_words import study_words

KINDS = frozenset({"province", "prefecture", "county", "zone", "region", "group"})
REGION_BEHIND = 14  # characters behind a province that hold the name of a region
SHORTEST = 3  # characters of a region that no table names
WITHHELD = re.compile("某|[A-Z]")
CALLED = re.compile(
    "(?:学名化?[为是]|化名[为是]?|匿名为|代称为?|下文称)“?(?P<name>[一-龥A-Z]{1,4}[村镇乡县市寨屯庄])(?=[”，。；）)]|地|位|$)"
)
GROUP_IS = re.compile("(?:处理|试验|实验|干预|试点|改革|示范)组(?:是|为|包括|由|取自|选自|：)[^，。；]{0,6}$")
IN_PROVINCE = re.compile(
    "(?:对照|控制|非试点|未试点)[^。；]{0,14}?(?:省内|全省|同省|本省|该省|自治区内|区内)"
)
TITLE_BEGINS = 3  # characters of the title that must follow a place for it to be the title's: 甲市|中山路


def places_in(
    line: Line, gazetteer: Gazetteer, titles: Sequence[str], taken: Sequence[tuple[int, int]] = ()
) -> Iterator[Candidate]:
    """Lists of places and regions that a sentence names outside of ``taken``, the names of houses."""
    if line.where in ("title", "affiliation"):
        return
    found = [_seat_of_owner(m, line.text, gazetteer) for m in gazetteer.find(line.text)]
    # the world, as the country, is the place of a study by its title or as the scope of its panel only
    found = [m for m in found if m.kind in KINDS and m.name != WORLD and not _overlaps(m.start, m.end, taken)]
    if line.where == "before" and not study_words().own.search(line.text):
        found = [m for m in found if not WITHHELD.search(m.name)]  # 以中部H省为例: an example of what is told
    found = _with_regions_behind(line.text, _without_parts(found))
    runs = [run for run in place_lists(line.text, found) if _is_run(line, run)]
    for number, run in enumerate(runs):
        start, end = run[0].start, run[-1].end
        for_it, distance = evidence(line, start, end, run[0].kind)
        if not number:
            for_it |= _at_head(line, start, end, titles)
        finer = min(FINER.get(m.kind, 2) for m in run)
        names = _province_of_groups(line.text, run, gazetteer) or names_of(list(run), gazetteer)
        yield Candidate(names, "place", for_it, line.where, finer, distance)
    if line.where == "lead":
        return
    for name, start, end in _regions(line.text):
        if not _overlaps(start, end, [*((m.start, m.end) for m in found), *taken]) and is_site(
            line, start, end
        ):
            yield _candidate((name,), "place", line, start, end)


def others_in(line: Line) -> Iterator[Candidate]:
    """Names withheld, numbers of provinces, the country of a panel, a survey or listed firms, a name that the authors gave."""
    words, text = site_words(), line.text
    if line.where in ("title", "affiliation"):
        return
    called = CALLED.search(text)
    if called is not None:
        yield Candidate((called["name"],), "town", frozenset({"given"}), line.where)
    if words.panel.search(text) and (line.where != "before" or study_words().own.search(text)):
        yield Candidate((NATIONAL,), "country", frozenset({"panel"}), line.where)
    if words.survey.search(text) and (line.where != "before" or study_words().own.search(text)):
        yield Candidate((NATIONAL,), "country", frozenset({"survey"}), line.where)
    if words.listed.search(text):
        yield Candidate((NATIONAL,), "country", frozenset({"firms"}), line.where)
    if line.where == "lead":
        return
    if line.where != "before" or study_words().own.search(text):
        for start, end in withheld_in(text):
            if is_hospital(text[start:end]):
                continue  # nobody could look it up
            made = words.makes.match(text, end) or words.made_by.search(text, 0, start)
            if not made and not in_brackets(text, start) and is_clean_withheld(text[start:end]):
                yield _candidate((text[start:end],), "withheld", line, start, end)
    for match in words.counted.finditer(text):
        for_it, distance = evidence(line, match.start(), match.end())
        yield Candidate((match["name"],), "counted", for_it - {"opens"}, line.where, 2, distance)


def _province_of_groups(text: str, run: Sequence[PlaceMention], gazetteer: Gazetteer) -> tuple[str, ...]:
    """甲省 of 处理组为甲省乙县和丙县，对照组为省内12个县: the counties of one group are not those of the study; else nothing."""
    if not (GROUP_IS.search(text, 0, run[0].start) and IN_PROVINCE.search(text, run[-1].end)):
        return ()
    name: str | None = run[0].parent
    while name is not None and (place := gazetteer.places.get(name)) is not None:
        if place.kind == "province":
            return (name,)
        name = place.parent
    return ()


def _seat_of_owner(mention: PlaceMention, text: str, gazetteer: Gazetteer) -> PlaceMention:
    """甲市 of 甲市排水公司|所辖老城区: what a body has under it lies where the body is; else the mention as it is."""
    seat = gazetteer.places.get(mention.seat) if mention.seat else None
    if seat is None or mention.kind != "body" or not OWNED.match(text, mention.end):
        return mention
    return replace(mention, name=seat.name, kind=seat.kind)


def _candidate(names: tuple[str, ...], sort: Sort, line: Line, start: int, end: int) -> Candidate:
    for_it, distance = evidence(line, start, end)
    return Candidate(names, sort, for_it, line.where, distance=distance)


def _at_head(line: Line, start: int, end: int, titles: Sequence[str]) -> frozenset[Evidence]:
    """What a place at the head of a paragraph is: that of the case, or of what the title begins with."""
    if start:
        return frozenset()
    found: set[Evidence] = {"case_opens"} if line.case else set()
    rest = line.text[end:]
    if any(len(title) > TITLE_BEGINS and rest.startswith(title[:TITLE_BEGINS]) for title in titles):
        found.add("title_begins")
    return frozenset(found)


def _is_run(line: Line, run: Sequence[PlaceMention]) -> bool:
    """Whether a list of places may be a site: what stands before it and behind it holds for all of it (除|西藏及港澳台|之外)."""
    return is_site(line, run[0].start, run[-1].end, run[-1].kind)


def _without_parts(found: Sequence[PlaceMention]) -> list[PlaceMention]:
    """五原县|河套灌区: a region right behind a unit says where in it, and is no second place."""
    return [
        mention
        for number, mention in enumerate(found)
        if not (
            number
            and mention.kind in ("region", "zone")
            and mention.start == found[number - 1].end
            and found[number - 1].kind in ADMINISTRATIVE
        )
    ]


def _with_regions_behind(text: str, found: Sequence[PlaceMention]) -> list[PlaceMention]:
    """云南|杞麓湖流域, 陕西省|彬长矿区: a region that no table names, right behind its province, is the place."""
    out: list[PlaceMention] = []
    for number, mention in enumerate(found):
        limit = found[number + 1].start if number + 1 < len(found) else len(text)
        rest = (
            text[mention.end : min(limit, mention.end + REGION_BEHIND)] if mention.kind == "province" else ""
        )
        names = [
            name for name in regions_in(rest) if rest.startswith(name) and name.endswith(_long_endings())
        ]
        name = max(names, key=len, default="")
        if name and clean_start(text, mention.end, mention.end + len(name)) == mention.end:
            mention = replace(mention, end=mention.end + len(name), name=name, kind="zone")
        out.append(mention)
    return out


@cache
def _long_endings() -> tuple[str, ...]:
    """Endings of regions that are no single character: 流域, 矿区."""
    return tuple(ending for ending in place_words().own_regions["endings"] if len(ending) > 1)


def _regions(text: str) -> Iterator[tuple[str, int, int]]:
    """Regions by their ending, without what leads to them (查明|沱江), with where they stand."""
    for cut in regions_in(text):
        name = without_lead(cut)
        start, end = text.find(name), text.find(name) + len(name)
        begins = clean_start(text, start, end)
        if begins is not None and (begins + len(cut) == end or end - begins >= SHORTEST):
            yield text[begins:end], begins, end


def _overlaps(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in spans)
