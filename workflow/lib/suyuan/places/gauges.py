"""Stations of a river or of the weather that a study takes its records from, by their name: 武胜站和北碚站的输沙资料."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.cutter import word_cutter
from suyuan.language import alternatives
from suyuan.places.counties import counties
from suyuan.places.records import Place
from suyuan.places.tables import package_yaml
from suyuan.time.clauses import sentences

AT_LEAST = 2  # times that a text names a station
LEADS = tuple("在由对据与及和将把按经")  # 在|加压站: no part of the name
NAMES = ("nr", "ns", "nt", "nz")  # parts of speech of proper names
UNIT_ENDINGS = "县市区旗"
LANDSCAPE = tuple(
    "山水河江湖海口门角湾石关滩洲岭坝沟渡港桥川泉岛沙塘埠"
)  # 螺山, 石角: names, though nouns of the dictionary


def gauges(lines: Sequence[str]) -> list[Place]:
    """The stations of ``lines`` that a sentence names with records of water or weather, and that the text names again."""
    table = package_yaml("study_sites.yaml")["gauges"]
    kinds = alternatives(table["kinds"])
    name = re.compile(
        rf"(?:^|[，。；：、（）\s]|[和与及在由对据]|[采利使]用|选[取择])(?P<stem>(?!(?:{alternatives(table['sorts'])}))[一-龥]{{2,3}}?)"
        rf"(?P<kind>{kinds})?站(?!点|位|台|房|址|网|次|式|立|长|内|前|在)"
    )
    records = re.compile(alternatives(table["records"]))
    kinds_of: dict[str, set[str]] = {}
    for line in lines:
        for match in name.finditer(line):
            if _may_be_name(match["stem"]):
                kinds_of.setdefault(match["stem"], set()).add(match["kind"] or "")
    every = [line[start:end] for line in lines for start, end in sentences(line)] if kinds_of else []
    found = []
    for stem, told in kinds_of.items():
        again = re.compile(rf"{stem}(?:{kinds})?站")
        named = [sentence for sentence in every if again.search(sentence)]
        if sum(len(again.findall(sentence)) for sentence in named) >= AT_LEAST and any(
            map(records.search, named)
        ):
            found.append(_place(stem, told))
    return found


def _may_be_name(stem: str) -> bool:
    """Whether ``stem`` (武胜) is not made of what everyday words say (收费, 公交, 郊区): a unit's name, or no such word in it."""
    if stem.startswith(LEADS):
        return False
    if any(stem + ending in counties().full_names for ending in UNIT_ENDINGS):
        return True
    cutter = word_cutter()
    return not any(
        len(word) > 1
        and cutter.knows(word)
        and not flag.startswith(NAMES)
        and not (flag.startswith("n") and word.endswith(LANDSCAPE))
        for word, flag in cutter.cut(stem)
    )


def _place(stem: str, kinds: set[str]) -> Place:
    short = stem + "站"
    full = next((f"{stem}{kind}站" for kind in sorted(kinds) if kind), short)
    name = short if "" in kinds else full
    return Place(name, full, "zone", aliases=(short, full))
