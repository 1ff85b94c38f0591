"""Rows of makers that no table names: 国内制造商遥遥领先，联想、浪潮、曙光|分别交付|184台、57台、39台，分别排名第一、二和四位."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from suyuan.facts.area_record import Area
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.words import column_words
from suyuan.language import alternatives
from suyuan.places.tables import package_yaml

SEPARATOR = re.compile("、|和|与|以及|及")
NO_MAKER = re.compile("^[男女东中西]|[性型类业品组者人村员区省市县机车]$")  # categories, products and places
RESPECTIVELY = "分别"


def with_makers(par: Paragraph, areas: Sequence[Area]) -> list[Area]:
    """``areas`` of a paragraph, with the maker at its place where a sentence on makers (制造商, 车企) lists as many names before
    分别 and a verb of business as numbers follow; a later 分别 list of the sentence has the same makers, a sum of it all."""
    out = list(areas)
    if RESPECTIVELY not in par.text:
        return out
    i = 0
    while i < len(par.mentions):
        members = par.run_of(i)
        names = _makers(par, members) if len(members) > 1 else ()
        i = _give(par, members, names, out) if names else members[-1] + 1
    return out


def _give(par: Paragraph, members: range, names: Sequence[str], out: list[Area]) -> int:
    """Give the makers to the run and to what the rest of the sentence says of them; the number of the next quantity."""
    sentence = par.sentence_at(par.mentions[members[0]].start)
    i, last = members[0], par.mentions[members[0]].start
    while i < len(par.mentions) and par.sentence_at(par.mentions[i].start) == sentence:
        run = par.run_of(i)
        between = par.text[last : par.mentions[i].start]
        rows = len(run) == len(names) and RESPECTIVELY in between
        summed = any(word in between for word in column_words().summing)
        if i in members or rows:
            for k, name in zip(members if i in members else run, names, strict=True):
                out[k] = replace(
                    out[k], names=(name,), ref_area=None, body=name, rule="maker_row", lasts=False
                )
        elif summed and len(run) < 2:
            out[i] = replace(
                out[i], names=tuple(names), ref_area=None, body=names[0], rule="maker_row", lasts=False
            )
        else:
            return i + 1
        i = run[-1] + 1
        last = par.mentions[i - 1].end
    return i


def _makers(par: Paragraph, members: range) -> tuple[str, ...]:
    first = par.mentions[members[0]].start
    sentence = par.sentences[par.sentence_at(first)]
    match = _listed().search(par.text, sentence.start, first)
    if match is None or match.end() != first or not _sorts().search(par.text, sentence.start, match.start()):
        return ()
    names = tuple(SEPARATOR.split(match["names"]))
    placed = any(word.kind != "body" for word in par.areas_in(match.start("names"), match.end("names")))
    if placed or any(NO_MAKER.search(name) for name in names):
        return ()
    return names if len(names) == len(members) else ()


@cache
def _listed() -> re.Pattern[str]:
    words = package_yaml("bodies.yaml")["makers"]
    name = "[A-Za-z一-龥]{2,6}?"
    return re.compile(
        rf"(?<=[，：；])(?P<names>{name}(?:、{name})*(?:、|和|与|以及|及){name})分别(?:{alternatives(words['verbs'])})了?"
    )


@cache
def _sorts() -> re.Pattern[str]:
    return re.compile(alternatives(package_yaml("bodies.yaml")["makers"]["sorts"]))
