"""Candidates that are houses: hospitals, schools, works and firms, the authors' own or others'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from suyuan.facts.sites.candidates import Candidate, Evidence
from suyuan.facts.sites.evidence import evidence
from suyuan.facts.sites.lines import Line, Where
from suyuan.facts.sites.names import (
    COUNTED,
    House,
    alone,
    houses_in,
    is_name,
    is_sort,
    is_station,
    own_name,
    own_station,
    short_of_firm,
)
from suyuan.facts.sites.patients import (
    hospitals_in_turn,
    hospitals_of_patients,
    is_hospital,
    tells_of_patients,
    withholds,
)
from suyuan.facts.sites.pupils import schools_of_pupils
from suyuan.facts.sites.words import site_words
from suyuan.flow import Flow
from suyuan.language import alternatives, any_of
from suyuan.places.groups import LIST_LINK
from suyuan.places.tables import package_yaml
from suyuan.time.study_sections import sections_of
from suyuan.time.trials import is_trial

TOLD_IN = ("title", "abstract", "methods", "definitions", "background")  # kinds of section
OWN_FLOWS = 8
SCHOOL, HOSPITAL, FIRM, ROOMS = "校", "院", "公司", "馆"  # a library of a school goes by the school
NEAR = 90  # characters between a name and 该校
SHORTEST = 4
GOES_ON = re.compile("等(?![级待])|[、和与及]某")  # 甲医院、乙医院|等6家: a list that is not all told
YEARS = re.compile(r"^(?:(?:19|20)\d\d[年—\-~至、和]*|年|近?[一二三四五六七八九十\d]+年来?)*")


@cache
def _table() -> dict[str, list[str]]:
    return package_yaml("study_sites.yaml")


@cache
def _own_words() -> re.Pattern[str]:
    """我|院, 本|科, 我|校: the word behind 我 or 本; 笔者|所任教的."""
    kinds = alternatives(package_yaml("study_sites.yaml")["own_houses"])
    students = alternatives(_table()["no_ward"])  # 本科|生, 本科|及以上
    return re.compile(
        rf"(?<![自成])[我本](?P<kind>{kinds})(?![一-龥]?题)(?<!本科(?={students}))"
        rf"|(?:笔者|作者|我们?)[^，。；]{{0,4}}{any_of(_table()['at_own'])}"
    )


@cache
def _named_again() -> re.Pattern[str]:
    return re.compile(f"(?:该|(?<![一-龥])[我本])(?P<kind>{any_of(_table()['houses'])})(?![一-龥]?题)")


@cache
def _works() -> re.Pattern[str]:
    table = _table()
    return re.compile(
        rf"{any_of(table['before_works'])}(?P<name>[一-龥]{{2,14}}?{any_of(table['works'])})(?![一-龥]?[们类])"
    )


def houses_of(lines: Sequence[Line], flows: Sequence[Flow]) -> Iterator[Candidate]:
    """The houses that the lines of a study name, each with what speaks for it. ``flows``: all of the document."""
    texts = [flow.text for flow in flows]
    for flow in flows[:OWN_FLOWS]:
        declared = site_words().own.match(flow.text)
        if declared is not None:
            yield _house(declared["name"], "declared", "lead")
    patients = hospitals_of_patients(flows)
    if centres := hospitals_in_turn(flows):
        yield Candidate(centres, "house", frozenset({"patients"}), "methods")
    elif len(patients) == 1:
        yield _house(patients[0], "patients", "methods")
    for line in lines:
        yield from _works_led(line)
        yield from _described(line, texts)
    if schools := schools_of_pupils(lines):
        yield Candidate(schools, "house", frozenset({"pupils"}), "methods")
    yield from _again(flows)
    if not is_trial(
        flows, sections_of(flows)
    ):  # what a treatment did is of no house, unless the text names one
        yield from _of_authors(lines, flows, texts)
        if not patients:
            yield from _of_affiliation(lines)
    several = len(patients) > 1
    yield from (each for each in _made_at(lines) if not (several and is_hospital(each.names[0])))


def house_spans(line: Line) -> list[tuple[int, int]]:
    """Where a sentence names houses that studies are made at: what places their names hold are no places of their own."""
    return [(house.start, house.end) for house in _sites_in(line.text)]


def stations_of(lines: Sequence[Line]) -> Iterator[Candidate]:
    """The station of experiments with a name of its own at which the study was made."""
    return (each for each in _made_at(lines) if len(each.names) == 1 and own_station(each.names[0]))


def _house(name: str, for_it: Evidence, where: Where) -> Candidate:
    return Candidate((name,), "house", frozenset({for_it}), where)


def _works_led(line: Line) -> Iterator[Candidate]:
    """北郊污水处理厂 of 针对|甲市北郊污水处理厂, in a title or the first sentence of an abstract."""
    if line.where != "title" and not line.first:
        return
    no_names = re.compile(any_of(_table()["no_names"]))
    for match in _works().finditer(line.text):
        name = alone(match["name"])
        if not no_names.search(match["name"]) and (name != match["name"] or not is_sort(name)):
            yield _house(name, "works", line.where)


def _described(line: Line, texts: Sequence[str]) -> Iterator[Candidate]:
    """甲公司|主营…, at the head of a paragraph of a text that then speaks of 公司 or 我公司; or what opens the case."""
    if line.where in ("title", "affiliation"):
        return
    for house in houses_in(line.text, (FIRM, "厂", "矿")):
        if house.start or is_sort(house.name) or not is_name(house.name):
            continue
        name = short_of_firm(own_name(house.kind, house.name), list(texts))
        if line.case:  # 工程概况: 甲电厂6号机组容量为…
            yield _house(name, "described", line.where)
        elif site_words().described.match(line.text, house.end):
            again = re.compile(rf"(?:^|[，。；：]|该|我|本){house.kind}(?!法)")
            if sum(len(again.findall(text)) for text in texts) > 0:
                yield _house(name, "described", line.where)


def _of_authors(lines: Sequence[Line], flows: Sequence[Flow], texts: Sequence[str]) -> Iterator[Candidate]:
    """The first affiliation's house of the kind that the authors call theirs, without the department: 我院, （甲医院骨科）."""
    own_kinds = package_yaml("study_sites.yaml")["own_houses"]
    for flow, section in zip(flows, sections_of(flows), strict=True):
        if section.kind not in TOLD_IN or flow.block.kind == "note":
            continue
        own = _own_words().search(flow.text)
        if own is None:
            continue
        kinds = (own_kinds[own["kind"]],) if own["kind"] else tuple(_table()["own_kinds"])
        for line in lines:
            if line.where == "affiliation" and (name := _in_affiliation(line.text, kinds)):
                yield _house(short_of_firm(name, list(texts)), "ours", line.where)
                return
        return


def _in_affiliation(text: str, kinds: tuple[str, ...]) -> str | None:
    """The first name of a house of these kinds in an affiliation: （|甲市人民医院|骨科，甲省 甲市 432500）."""
    named = next((house.name for house in houses_in(text, kinds) if house.name not in _table()), None)
    if named is None or COUNTED.search(named):
        return None
    school = next(iter(houses_in(named, (SCHOOL,))), None) if kinds == (ROOMS,) else None  # 甲学院|图书馆
    return school.name if school is not None else named


def _again(flows: Sequence[Flow]) -> Iterator[Candidate]:
    """The house that a text names and then calls 该校, 该院, 该厂: the last one before, or the only one of its kind."""
    for flow, section in zip(flows, sections_of(flows), strict=True):
        if section.kind not in TOLD_IN[1:]:
            continue
        for again in _named_again().finditer(flow.text):
            kind = again["kind"]
            named = [
                h
                for h in houses_in(flow.text[: again.start()], (kind,))
                if not is_sort(h.name) and (not is_station(h.name) or own_station(h.name))
            ]
            near = [h for h in named if again.start() - h.end <= NEAR]
            if again.group().startswith("该") and near:
                yield _house(own_name(kind, near[-1].name), "again", "methods")
                return
            if len({h.name for h in named}) == 1 and (kind in (SCHOOL, HOSPITAL)):
                yield _house(own_name(kind, named[0].name), "again", "methods")
                return


def _of_affiliation(lines: Sequence[Line]) -> Iterator[Candidate]:
    """The one hospital of the affiliations, where patients came and the text names no house that they came to and withholds none
    (某三级甲等医院收治的)."""
    told = [line for line in lines if line.where in ("abstract", "methods")]
    if not any(tells_of_patients(line.text) for line in told) or any(withholds(line.text) for line in told):
        return
    named = {
        house.name
        for line in lines
        if line.where == "affiliation"
        for house in houses_in(line.text, (HOSPITAL,))
        if house.name.endswith(("医院", "保健院", "卫生院")) and not is_sort(house.name)
    }
    if len(named) == 1:
        yield _house(named.pop(), "theirs", "affiliation")


def _sites_in(text: str) -> Iterator[House]:
    """Houses of the kinds that studies are made at."""
    table = _table()
    for house in houses_in(text, tuple(table["made_at"])):
        name = own_name(house.kind, house.name)
        laboratory = name.endswith(tuple(table["not_made_at"])) or is_station(name)
        laboratory = laboratory and own_station(house.name) is None
        if not laboratory and not is_sort(name) and is_name(house.name) and len(name) >= SHORTEST:
            yield house


def _made_at(lines: Sequence[Line]) -> Iterator[Candidate]:
    """The house or list of houses that a title is on, or at which a word of collecting says that the study was made; none of
    several."""
    found: dict[tuple[str, ...], Candidate] = {}
    for line in lines:
        if line.where == "affiliation":
            continue
        for run in _lists(line.text, list(_sites_in(line.text))):
            if GOES_ON.match(line.text, run[-1].end):
                continue
            for_it, distance = evidence(line, run[0].start, run[-1].end)
            if line.where == "title" and run[0].start == YEARS.match(line.text).end():  # type: ignore[union-attr]
                for_it |= {"case"}
            if for_it & {"led", "case", "lies"}:
                names = tuple(own_name(house.kind, house.name) for house in run)
                kept = found.get(names)
                for_it |= kept.evidence if kept else frozenset()
                found[names] = Candidate(names, "house", for_it, line.where, 0, distance)
    if len(found) == 1:
        yield from found.values()


def _lists(text: str, houses: Sequence[House]) -> list[list[House]]:
    """Runs of houses that a list joins."""
    runs: list[list[House]] = []
    for house in houses:
        if runs and LIST_LINK.fullmatch(text, runs[-1][-1].end, house.start):
            runs[-1].append(house)
        else:
            runs.append([house])
    return runs
