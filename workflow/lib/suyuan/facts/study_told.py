"""The place of a study whose text has no abstract and no heading on its sample: a sentence near the head says it
(在敦煌市一座电站内选定…, 对淮北一家企业的体检资料作了整理), or a paragraph on the case opens with it (合肥市轨道交通…)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from suyuan.flow import Flow
from suyuan.language import any_of
from suyuan.places import Gazetteer
from suyuan.places.groups import NATIONAL, names_of, place_lists
from suyuan.places.records import ADMINISTRATIVE, PlaceMention
from suyuan.places.tables import package_yaml
from suyuan.time.clauses import sentences

LEAD_FLOWS = 14
LONGEST_HEADING = 16  # characters
KINDS = (ADMINISTRATIVE - {"country"}) | {"region"}
# what leads to the place of a deed; what says that others did it, or that the sentence tells of a background
LEADS = re.compile(
    "(?:[对在于以从]|(?<![购产获引源])自|选[取择定自]|来自|取自|抽取|位于|地处|依托|针对|调查了?|走访了?)(?:我国|中国)?$"
)
LISTED_COMPANIES = re.compile("(?:沪深|A股|我国|中国)[^，。；：]{0,12}上市(?:公司|企业)")
CITED = re.compile(
    r"\[\d|等?[（(](?:19|20)\d\d|报道|学者|等人|et al|文献|据[^，。]{2,16}(?:统计|数据|显示|估算)"
)
BELOW = frozenset({"prefecture", "county"})
NUMBERS = {char: value for value, char in enumerate("二三四五六七八九十", 2)} | {"两": 2}
COUNTED = re.compile("(?P<number>[二两三四五六七八九十])[市县区州省]$")
CALLED = re.compile(
    "(?:学名化?[为是]|化名[为是]?|匿名为|代称为?|下文称)“?(?P<name>[一-龥A-Z]{1,4}[村镇乡县市寨屯庄])(?=[”，。；）)]|地|位|$)"
)
MADE = re.compile(
    "[^，。；]{0,24}(?:生产|提供|制造|销售|出品|研制)|[^，。；]{0,12}(?:公司|试剂|生物|仪器)[，。）)]"
)
BODY_KINDS = ("abstract", "paragraph")
SCHOOLS = re.compile("(?:大学|学院|师专|中学|小学|学校|职校|幼儿园|书院)$")
THIS_SCHOOL = re.compile("该校|我校|本校|该院(?:校|系)")


def told_site(titles: Sequence[str], flows: Sequence[Flow], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The place that the text near its head tells the study of, or nothing.

    Tried in turn: the school that 该校 means; the first place that a preposition leads to in a sentence on collecting; the place
    that opens a paragraph on the case, or stands right before what the title begins with (甲市|中山路); the country of a
    sample of listed companies. ``flows``: all of the document in the order of the text.
    """
    if not any(_reports_study(flow) for flow in flows):
        return ()
    lead = [flow for flow in flows[:LEAD_FLOWS] if flow.text and flow.block.kind in BODY_KINDS]
    lead = [flow for flow in lead if not _tells_findings(flow)]
    school = _this_school(lead, gazetteer)
    if school is not None:
        return (school,)
    for flow in lead:
        for line in _own_sentences(flow.text):
            for run in _runs(line, gazetteer):
                led = LEADS.search(line, 0, run[0].start) and not MADE.match(line, run[-1].end)
                if led and _collecting().search(line):
                    return names_of(run, gazetteer)
    for flow in lead:
        for run in _runs(flow.text, gazetteer)[:1]:
            opens = run[0].start == 0 and not CITED.search(next(_all_sentences(flow.text)))
            titled = any(_begins_title(flow.text[run[-1].end :], title) for title in titles)
            if opens and (titled or _tells_case(flow)):
                return names_of(run, gazetteer)
    companies = any(LISTED_COMPANIES.search(line) for flow in lead for line in _own_sentences(flow.text))
    return (NATIONAL,) if companies else ()


def named_closer(own: Sequence[str], flows: Sequence[Flow], gazetteer: Gazetteer) -> tuple[str, ...]:
    """What the text near its head says more closely than a title that names only a region (黔北山区, 豫西南三市), or nothing.

    The name that the authors give their village (学名化为枣林村); the three cities of 豫西南三市; the counties that the sample
    of a region was taken in (在湄潭、凤冈和余庆县开展的入户调查).
    """
    place = gazetteer.places.get(own[0]) if len(own) == 1 else None
    if place is None or place.kind not in ("region", "zone"):
        return ()
    lead = [flow for flow in flows[:LEAD_FLOWS] if flow.text and flow.block.kind in BODY_KINDS]
    counted = COUNTED.search(place.name)
    for flow in lead:
        called = CALLED.search(flow.text)
        if called is not None:
            return (called["name"],)
        if _tells_findings(flow):
            continue
        for line in _own_sentences(flow.text):
            for run in _runs(line, gazetteer):
                if not _collecting().search(line) or any(m.kind not in BELOW for m in run):
                    continue
                told = LEADS.search(line, 0, run[0].start) is not None
                if counted is not None and len(run) == NUMBERS.get(counted[1], 0):
                    return names_of(run, gazetteer)
                if counted is None and place.kind == "region" and told:
                    return names_of(run, gazetteer)
    return ()


@cache
def _words() -> dict[str, list[str]]:
    return dict(package_yaml("area_groups.yaml")["told_in_studies"])


@cache
def _collecting() -> re.Pattern[str]:
    more = package_yaml("area_groups.yaml")["places_of_studies"]["collecting"]
    return re.compile(any_of([*more, *_words()["collecting"]]))


def _section(flow: Flow) -> str:
    return re.sub(r"\s", "", flow.block.section[-1]) if flow.block.section else ""


def _reports_study(flow: Flow) -> bool:
    """A heading that papers have, or a word by which authors speak of their study; news and reports of firms have neither."""
    heading = flow.block.kind == "heading" or len(flow.text) <= LONGEST_HEADING
    return (heading and any(word in flow.text for word in _words()["headings"])) or any(
        word in flow.text for word in _words()["speaks"]
    )


def _tells_findings(flow: Flow) -> bool:
    return re.search(any_of(_words()["findings"]), _section(flow)) is not None


def _tells_case(flow: Flow) -> bool:
    return re.search(any_of(_words()["cases"]), _section(flow)) is not None


def _all_sentences(text: str) -> Iterator[str]:
    return (text[start:end] for start, end in sentences(text))


def _own_sentences(text: str) -> Iterator[str]:
    """Sentences that neither cite others nor tell what the state counted."""
    return (line for line in _all_sentences(text) if not CITED.search(line))


def _runs(line: str, gazetteer: Gazetteer) -> list[list[PlaceMention]]:
    found = [mention for mention in gazetteer.find(line) if mention.kind in KINDS]
    return [list(run) for run in place_lists(line, found)]


def _begins_title(rest: str, title: str) -> bool:
    """Whether the words behind a place are those that the title begins with, three characters at least."""
    return len(title) > 3 and rest.startswith(title[:3])


def _this_school(flows: Sequence[Flow], gazetteer: Gazetteer) -> str | None:
    """冀东师范学院 … 该校: the one school named before the word that points to it."""
    for flow in flows:
        pointing = THIS_SCHOOL.search(flow.text)
        if pointing is None:
            continue
        before = flow.text[: pointing.start()]
        schools = {
            before[mention.start : mention.end]
            for mention in gazetteer.find(before)
            if mention.kind == "body" and SCHOOLS.search(before[mention.start : mention.end])
        }
        return schools.pop() if len(schools) == 1 else None
    return None
