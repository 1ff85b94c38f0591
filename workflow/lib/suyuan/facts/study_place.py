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
from suyuan.places.groups import names_of, place_lists
from suyuan.places.own_regions import regions_in, withheld_in
from suyuan.places.records import Place
from suyuan.places.tables import package_yaml
from suyuan.time.clauses import sentences

METHOD_FLOWS = 40  # the methods of a study stand in its first paragraphs
NEAR = 30  # characters between a place and the word of collecting that it is the place of
OFTEN = 3  # times that a place is named from which on it is the place of the study without such a word
KINDS = frozenset({"province", "prefecture", "county", "zone", "region", "group"})
ABSTRACT = re.compile("^[【\\[]?(?:内容)?(?:摘要|提要|目的)[】\\]]?")
LIES = re.compile("(?:位于|地处)")  # 石羊河流域|位于甲省东部
MAKES = re.compile("(?:生产|提供|制造|销售)")
MADE_BY = re.compile("(?:由|委托|购自|购于|购买自|产自|获自|引自)$")
NUMBER = r"(?:\d{1,4}|[两三四五六七八九十]{1,3})"


class Candidate(NamedTuple):
    """Names of one list of places; ``evidence`` 3 beside 以…为例 and 研究区, 2 beside a word of collecting, 0 for none."""

    names: tuple[str, ...]
    evidence: int
    distance: int


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
    return re.compile(any_of(package_yaml("area_groups.yaml")["places_of_studies"]["collecting"]))


@cache
def _found() -> re.Pattern[str]:
    return re.compile(any_of(package_yaml("area_groups.yaml")["places_of_studies"]["found"]))


@cache
def _maker() -> re.Pattern[str]:
    """甲市|某生物公司, 甲省|统计局: whose goods, programs and figures are used is no place of the study."""
    words = package_yaml("area_groups.yaml")["places_of_studies"]["makers"]
    return re.compile(rf"[^，。；、（）()\d]{{0,10}}?{any_of(words)}")


@cache
def _counted() -> re.Pattern[str]:
    """就本文考察的|28个省份, 利用|25个省|的面板数据: all that is told of the place is how many provinces."""
    units = alternatives(package_yaml("area_groups.yaml")["places_of_studies"]["units"])
    return re.compile(rf"(?P<name>{NUMBER}个?(?:{units}))(?![级域])")


def salient_place(flows: Sequence[Flow], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The place of a study by abstract and methods, or nothing. ``flows``: all of the document, in the order of the text.

    Of the lists of places in the sentences on how the study was made, the first of: one of 以…为例, 研究区位于…; the one
    nearest to a word of collecting; the one named most, if often and more than all others. Places and regions come before
    names that are withheld (某钢铁企业), and these before a number of provinces (28个省份).
    """
    lines = list(_method_sentences(flows))
    for kind in (_places_in, _withheld_in, _units_in):
        found = [candidate for line in lines for candidate in kind(line, gazetteer)]
        told = [candidate for candidate in found if candidate.evidence]
        if told:
            return min(told, key=lambda candidate: (-candidate.evidence, candidate.distance)).names
        counts = Counter(candidate.names for candidate in found)
        best = next(iter(counts.most_common(1)), None)
        if best is not None and best[1] >= OFTEN and 2 * best[1] > counts.total():
            return best[0]
    return ()


def place_of_name(name: str) -> Place:
    """An entry of the gazetteer for a place that only the study names."""
    return Place(name, name, "zone")


def _method_sentences(flows: Sequence[Flow]) -> Iterator[str]:
    """Sentences of the abstract before what was found, and of the paragraphs on sample, area and data."""
    words = package_yaml("area_groups.yaml")["places_of_studies"]
    heads, speaks = any_of(words["sections"]), any_of(words["speaks"])
    for flow in flows[:METHOD_FLOWS]:
        if flow.block.kind not in ("abstract", "paragraph") or not flow.text:
            continue
        section = re.sub(r"\s", "", "".join(flow.block.section[-2:]))
        own = flow.block.kind == "abstract" or ABSTRACT.match(flow.text) or re.search(heads, section)
        own = own or re.match(rf"[\d.．（()）一二三四五六七八九十、\s]*(?:{heads})", flow.text)
        for start, end in sentences(flow.text):
            line = flow.text[start:end]
            if own and _found().match(line):
                break
            if line.startswith("关键词"):
                break
            if own or re.search(speaks, line):
                yield line


def _candidate(line: str, names: tuple[str, ...], start: int, end: int) -> Candidate:
    for match in _case().finditer(line):
        group = "of" if match["of"] is not None else "at"
        if match.start(group) <= start and end <= match.end(group):
            return Candidate(names, 3, start)
    if LIES.match(line, end):
        return Candidate(names, 3, start)
    near = [
        max(word.start() - end, start - word.end(), 0)
        for word in _collecting().finditer(line)
        if "。" not in line[min(word.start(), start) : max(word.end(), end)]
    ]
    distance = min(near, default=NEAR + 1)
    return Candidate(names, 2 if distance <= NEAR else 0, distance)


def _places_in(line: str, gazetteer: Gazetteer) -> Iterator[Candidate]:
    found = [m for m in gazetteer.find(line) if m.kind in KINDS and _is_site(line, m.start, m.end)]
    for run in place_lists(line, found):
        yield _candidate(line, names_of(run, gazetteer), run[0].start, run[-1].end)
    known = [(m.start, m.end) for m in found]
    for name in regions_in(line):
        start = line.find(name)
        end = start + len(name)
        if not any(a < end and start < b for a, b in known) and _is_site(line, start, end):
            yield _candidate(line, (name,), start, end)


def _is_site(line: str, start: int, end: int) -> bool:
    """Not the seat of a maker or office, nor in brackets (SPSS, 美国), nor before a name withheld (华中|某猪场)."""
    if line.startswith("某", end) or _maker().match(line, end) or MADE_BY.search(line, 0, start):
        return False
    opened = max(line.rfind("（", 0, start), line.rfind("(", 0, start))
    return opened < 0 or max(line.find("）", opened, start), line.find(")", opened, start)) >= 0


def _withheld_in(line: str, _: Gazetteer) -> Iterator[Candidate]:
    for start, end in withheld_in(line):
        if MAKES.match(line, end) or MADE_BY.search(line, 0, start):
            continue
        yield _candidate(line, (line[start:end],), start, end)


def _units_in(line: str, _: Gazetteer) -> Iterator[Candidate]:
    for match in _counted().finditer(line):
        candidate = _candidate(line, (match["name"],), match.start(), match.end())
        if candidate.evidence:
            yield candidate
