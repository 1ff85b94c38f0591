"""The most salient place of a study, where no rule of its own finds one: what abstract and methods name beside words of
collecting (选取南京市6个社区…, 采集渤海42个站位…)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from suyuan.flow import Flow
from suyuan.language import alternatives, any_of
from suyuan.places import Gazetteer
from suyuan.places.groups import NATIONAL, names_of, place_lists
from suyuan.places.own_regions import regions_in, withheld_in
from suyuan.places.records import Place
from suyuan.places.tables import package_yaml
from suyuan.time.clauses import sentences
from suyuan.time.study_default import GENERAL, tells_data
from suyuan.time.study_sections import sections_of
from suyuan.time.study_words import study_words

METHOD_FLOWS = 40  # the methods of a study stand in its first paragraphs
NEAR = 30  # characters between a place and the word of collecting that it is the place of
OFTEN = 3  # times that a place is named from which on it is the place of the study without such a word
OPENING = 2  # sentences under a heading of the methods that tell where, though with no word of collecting
KINDS = frozenset({"province", "prefecture", "county", "zone", "region", "group"})
FINER = {
    "county": 0,
    "prefecture": 1,
    "region": 2,
    "zone": 2,
    "group": 2,
    "province": 3,
}  # of several in one sentence
LIES = re.compile("(?:位于|地处|坐落)")  # 石羊河流域|位于甲省东部
MAKES = re.compile("(?:生产|提供|制造|销售)")
MADE_BY = re.compile(
    "(?:由|剔除|排除|扣除|除|不含|不包括|未包括|缺失|委托|购自|购于|购买自|产自|获自|引自|借鉴|参照)$"
)
LEFT_OUT = re.compile("[^，。；]{0,8}(?:未纳入|未包括|缺失|剔除|除外|不在内)")  # 甲、乙|因数据缺失未纳入
OF = re.compile(r"的(?![一某两三四五六七八九十数各\d])")  # 甲县的|一座风电场
# what the cutter takes for the beginning of a name (经|云岭, 查明|沱江)
LED = re.compile(
    "^(?:查明|探明|掌握|了解|评估|评价|分析|探讨|揭示|研究|考察|[经对在于以将为沿由从向至及和与同按据该本此其])+"
)
SHORTEST = 3  # characters of a region that no table names
WITHHELD = re.compile("某|[A-Z]")
NUMBER = r"(?:\d{1,4}|[两三四五六七八九十]{1,3})"
SUBJECT, CASE, COLLECTED, OPENS, NAMED = (
    4,
    3,
    2,
    1,
    0,
)  # how clearly a sentence says that a place is the study's
LISTED = re.compile("沪深|A股|新三板|上市公司")  # firms of the whole country


class Line(NamedTuple):
    """A sentence on how a study was made; ``rank`` 0 in abstract and methods, 1 before them; ``opens`` a section."""

    text: str
    rank: int
    opens: bool


class Candidate(NamedTuple):
    """Names of one list of places, how clearly they are the study's, and what comes first of equals."""

    names: tuple[str, ...]
    evidence: int
    rank: int = 0
    finer: int = 0
    distance: int = 0

    def order(self) -> tuple[int, int, int, int]:
        """The best comes first."""
        return -self.evidence, self.rank, self.finer, self.distance


@cache
def _case() -> re.Pattern[str]:
    """What stands around the place of a case: 以|甲省|为例, 研究区|甲县."""
    words = package_yaml("area_groups.yaml")["places_of_studies"]
    return re.compile(
        rf"以(?P<of>[^，。；：]{{2,40}}?)为{any_of(words['taken_as'])}"
        rf"|{any_of(words['area'])}[^，。；：]{{0,6}}?(?:位于|地处|为|设在|在)(?P<at>[^，。；：]{{2,30}})"
    )


@cache
def _collecting() -> re.Pattern[str]:
    own = package_yaml("area_groups.yaml")["places_of_studies"]["collecting"]
    return re.compile(f"{any_of(own)}|{study_words().collecting.pattern}")


@cache
def _found() -> re.Pattern[str]:
    return re.compile(any_of(package_yaml("area_groups.yaml")["places_of_studies"]["found"]))


@cache
def _maker() -> re.Pattern[str]:
    """甲市|某生物公司, 甲省|统计局: whose goods, programs and figures are used is no place of the study."""
    words = package_yaml("area_groups.yaml")["places_of_studies"]["makers"]
    within = r"(?:(?!一[座家所个处些]|[某各两的])[^，。；、（）()\d])"
    return re.compile(rf"{within}{{0,10}}?{any_of(words)}")


@cache
def _counted() -> re.Pattern[str]:
    """就本文考察的|28个省份, 利用|25个省|的面板数据: all that is told of the place is how many provinces."""
    units = alternatives(package_yaml("area_groups.yaml")["places_of_studies"]["units"])
    return re.compile(rf"(?P<name>{NUMBER}个?(?:{units}))(?![级域])")


def salient_place(flows: Sequence[Flow], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The place of a study by abstract and methods, or nothing. ``flows``: all of the document, in the order of the text.

    Of the lists of places in the sentences on how the study was made, the first of: what 位于 is said of; one of 以…为例,
    研究区位于…; the one nearest to a word of collecting; one in the first sentences of the methods; the one named most, if
    often and more than all others; of equals a county before a prefecture before a region before a province. Places and
    regions come before names that are withheld (某钢铁企业), these before a number of provinces (28个省份), these before
    the country of listed companies.
    """
    lines = list(_method_sentences(flows))
    for kind in (_places_in, _withheld_in, _units_in):
        found = [candidate for line in lines for candidate in kind(line, gazetteer)]
        told = [candidate for candidate in found if candidate.evidence]
        if told:
            names = min(told, key=Candidate.order).names
            return tuple(name for name in names if "某" not in name) or names  # 鼓楼区某三甲医院: 鼓楼区
        counts = Counter(candidate.names for candidate in found)
        best = next(iter(counts.most_common(1)), None)
        if best is not None and best[1] >= OFTEN and 2 * best[1] > counts.total():
            return best[0]
        heads = [c for c in found if c.finer <= FINER["prefecture"] and c.distance <= 1]
        if len(counts) == 1 and heads:
            return heads[0].names  # 甲市中山路是贯穿城区的主干道
    if any(LISTED.search(line.text) for line in lines if line.rank == 0):
        return (NATIONAL,)
    return ()


def finer_site(flows: Sequence[Flow], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The cities or counties where a study was made, whose title names but the part of the country (黔北山区: 甲、乙、丙县);
    or nothing."""
    found = [candidate for line in _method_sentences(flows) for candidate in _places_in(line, gazetteer)]
    told = [c for c in found if c.evidence >= COLLECTED and c.rank == 0 and c.finer <= FINER["prefecture"]]
    return min(told, key=Candidate.order).names if told else ()


def place_of_name(name: str) -> Place:
    """An entry of the gazetteer for a place that only the study names."""
    return Place(name, name, "zone")


def _method_sentences(flows: Sequence[Flow]) -> Iterator[Line]:
    """Sentences of the abstract before what was found, of the methods, and of what stands before them but for what speaks of
    the country, the world or of others' work."""
    words = package_yaml("area_groups.yaml")["places_of_studies"]
    others = study_words().others
    heads: tuple[str, ...] | None = None
    sections = sections_of(flows)
    for flow, section in zip(flows[:METHOD_FLOWS], sections[:METHOD_FLOWS], strict=True):
        own = section.kind in ("methods", "definitions", "abstract") or tells_data(section)
        if flow.block.kind not in ("abstract", "paragraph", "footnote") or not flow.text:
            continue
        if not own and section.kind != "background":
            continue
        first = own and section.kind != "abstract" and section.heads != heads
        heads = section.heads
        for number, (start, end) in enumerate(sentences(flow.text)):
            line = flow.text[start:end]
            if own and _found().match(line):
                break
            if line.startswith("关键词"):
                break
            cited = others.search(line) or any(start <= mark.at <= end for mark in flow.marks)
            if not own and (GENERAL.search(line) or cited) and not re.search(any_of(words["speaks"]), line):
                continue
            yield Line(line, 0 if own else 1, first and number < OPENING)


def _candidate(line: Line, names: tuple[str, ...], start: int, end: int, finer: int = 2) -> Candidate:
    text = line.text
    if OF.match(text, end) and (line.rank or not _collecting().search(text)):
        return Candidate(names, NAMED, line.rank, finer, start)  # 甲省的经验, 甲省的调查很有名
    if LIES.match(text, end):
        return Candidate(names, SUBJECT, line.rank, finer, start)
    for match in _case().finditer(text):
        group = "of" if match["of"] is not None else "at"
        if match.start(group) <= start and end <= match.end(group):
            return Candidate(names, CASE, line.rank, finer, start)
    near = [
        max(word.start() - end, start - word.end(), 0)
        for word in _collecting().finditer(text)
        if "。" not in text[min(word.start(), start) : max(word.end(), end)]
    ]
    distance = min(near, default=NEAR + 1)
    if distance <= NEAR:
        return Candidate(names, COLLECTED, line.rank, finer, distance)
    return Candidate(names, OPENS if line.opens else NAMED, line.rank, finer, start)


def _places_in(line: Line, gazetteer: Gazetteer) -> Iterator[Candidate]:
    text = line.text
    found = [m for m in gazetteer.find(text) if m.kind in KINDS and _is_site(text, m.start, m.end, m.kind)]
    if line.rank and not study_words().own.search(text):
        found = [m for m in found if not WITHHELD.search(m.name)]  # 以中部H省为例: an example of what is told
    for run in place_lists(text, found):
        if LEFT_OUT.match(text, run[-1].end):
            continue
        finer = min(FINER.get(m.kind, 2) for m in run)
        yield _candidate(line, names_of(run, gazetteer), run[0].start, run[-1].end, finer)
    known = [(m.start, m.end) for m in found]
    for cut in regions_in(text):
        name = LED.sub("", cut)
        if name != cut and len(name) < SHORTEST:
            continue
        start = text.find(name)
        end = start + len(name)
        if not any(a < end and start < b for a, b in known) and _is_site(text, start, end):
            yield _candidate(line, (name,), start, end)


def _is_site(line: str, start: int, end: int, kind: str = "region") -> bool:
    """Not the seat of a maker or office, nor in brackets (SPSS, 美国), nor before a name withheld (华中|某猪场)."""
    if line.startswith("某", end) and kind not in ("county", "prefecture"):
        return False
    maker = _maker().match(line, end) is not None and LISTED.match(line, end) is None  # 甲省|上市公司
    if maker or MADE_BY.search(line, 0, start):
        return False
    return not _in_brackets(line, start, end)


def _in_brackets(line: str, start: int, end: int) -> bool:
    opened = max(line.rfind("（", 0, start), line.rfind("(", 0, start))
    return opened >= 0 and max(line.find("）", opened, start), line.find(")", opened, start)) < 0


def _withheld_in(line: Line, _: Gazetteer) -> Iterator[Candidate]:
    if line.rank and not study_words().own.search(line.text):
        return  # 以中部H省为例，学费…: an example of what is told, not where the study was made
    for start, end in withheld_in(line.text):
        if _in_brackets(line.text, start, end):
            continue
        if MAKES.match(line.text, end) or MADE_BY.search(line.text, 0, start):
            continue
        yield _candidate(line, (line.text[start:end],), start, end)


def _units_in(line: Line, _: Gazetteer) -> Iterator[Candidate]:
    for match in _counted().finditer(line.text):
        candidate = _candidate(line, (match["name"],), match.start(), match.end())
        if candidate.evidence > OPENS:
            yield candidate
