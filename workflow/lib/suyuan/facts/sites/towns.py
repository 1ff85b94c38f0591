"""Candidates that no table knows: towns, villages and scenic places (芦渚古镇), and what else a title takes for its case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from suyuan.cutter import word_cutter
from suyuan.facts.sites.candidates import Candidate
from suyuan.facts.sites.evidence import evidence
from suyuan.facts.sites.lines import Line
from suyuan.facts.sites.names import PROPER, is_name, is_sort, short_of_firm, without_lead
from suyuan.facts.sites.words import site_words
from suyuan.places import Gazetteer
from suyuan.places.records import GEOGRAPHIC

STEM = 4  # characters before 古镇
AS_CASE = re.compile(
    "(?:以|基于|来自)(?P<name>[一-龥]{3,12}?)(?:为(?:个?案?例|研究对象|案例|样本)|的(?:个案|案例|调查|实践|经验|考察|田野|分析|实证|数据|问卷))"
)
LONG = 4  # characters; 张三 may be a person
AT_LEAST = 2  # times that the text must speak of a case that no ending gives away
FIRM = re.compile("(?:公司|集团|企业|厂)$")


def town_spans(line: Line, gazetteer: Gazetteer) -> list[tuple[int, int]]:
    """Where a sentence names towns without a known place right before them (甲县|青云镇 is of the county)."""
    found = [m for m in gazetteer.find(line.text) if m.kind in GEOGRAPHIC]
    spans = ((_start(line.text, match.start()), match) for match in site_words().towns.finditer(line.text))
    return [
        (start, match.end())
        for start, match in spans
        if start < match.start() and not any(m.start < match.end() and start <= m.end for m in found)
    ]


def towns_in(line: Line, spans: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    """The towns at ``spans`` of a sentence."""
    for start, end in spans if line.where != "affiliation" else ():
        for_it, distance = evidence(line, start, end)
        yield Candidate((line.text[start:end],), "town", for_it, line.where, 0, distance)


def case_named(line: Line, texts: Sequence[str], gazetteer: Gazetteer) -> Iterator[Candidate]:
    """恒川精工 of 以恒川精工为例, in a title or, where it is long enough, in the text: a name by its words, which the text speaks
    of again. ``texts``: the text without its titles."""
    match = AS_CASE.search(line.text) if line.where != "affiliation" else None
    if match is None or any(m.kind in GEOGRAPHIC for m in gazetteer.find(match["name"])):
        return
    name = without_lead(match["name"])
    again = sum(text.count(name) for text in texts) - (line.where != "title")
    if line.where != "title" and len(name) < LONG:
        return
    presented = FIRM.search(name) or any(_presents(text, name) for text in texts)
    if is_sort(name) or not is_name(name) or again < (1 if presented else AT_LEAST):
        return
    yield Candidate((short_of_firm(name, list(texts)),), "house", frozenset({"case"}), line.where)


def _presents(text: str, name: str) -> bool:
    """恒川精工|主营工业传感器 at the head of a paragraph."""
    return text.startswith(name) and site_words().described.match(text, len(name)) is not None


def _start(text: str, end: int) -> int:
    """Where the name that ends in a town begins: at the proper names right before, none of them a sort (特色|小镇)."""
    head = max((text.rfind(mark, 0, end) for mark in "，。；：、（(“在以对于赴"), default=-1) + 1
    words = word_cutter().cut(text[head:end])
    at = end
    for word, flag in reversed(words):
        if flag not in PROPER or word.startswith(site_words().no_towns) or end - at + len(word) > STEM:
            break
        at -= len(word)
    return at if end - at > 1 else end
