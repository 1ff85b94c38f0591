"""The hospital whose patients a paper is on, by its abstract or the paragraph on its sample: 甲市第二人民医院收治的186例."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.flow import Flow
from suyuan.language import alternatives, any_of
from suyuan.places.tables import package_yaml
from suyuan.time.clauses import sentences

HOSPITAL = "医院"
AUTHOR_FLOWS = 6
LONGEST_AUTHORS = 120  # characters of a line of authors
# 我科手术治疗的, 我院收治: the authors speak of their own house as where the patients came to
OWN_HOUSE = re.compile(
    "[我本](?:院|科室?|中心)[^，。；：]{0,24}(?:收治|手术|就诊|治疗|住院|门诊|入院|体检|分娩|诊治)"
)
SAMPLE_FLOWS = 30  # the sample is told near the head
# what leads to the name: words, and prepositions that are no part of one (自贡, 于都)
LEADS = (
    "在|选取|选择|选自|纳入|收集|抽取|回顾性?|分析|期间|来自|来源|我市|我省|[年月日，,：:；（(\\s]|(?<=[例名人])[和及与]"
    "|(?:于(?!都|田|洪)|自(?!贡|流井)|从(?!化|江)|以(?!岭)|由|对|至)"
)


@cache
def _treated() -> re.Pattern[str]:
    """于|甲市中心医院|骨科收治的: the name of a hospital, then the word by which patients came to it."""
    words = package_yaml("area_groups.yaml")["hospitals_of_studies"]
    return re.compile(
        rf"(?:^|{LEADS})(?P<name>[一-龥]{{2,18}}?(?:{alternatives(words['endings'])})(?:[（(]?[一-龥]{{1,4}}院区[）)]?)?)"
        rf"[^，。；：、医院]{{0,20}}?{any_of(words['came'])}"
        rf"|{any_of(words['came'])}于(?P<at>[一-龥]{{2,18}}?(?:{alternatives(words['endings'])}))"
    )


@cache
def _no_name() -> re.Pattern[str]:
    return re.compile(any_of(package_yaml("area_groups.yaml")["hospitals_of_studies"]["no_names"]))


def hospital_of_patients(flows: Sequence[Flow]) -> str | None:
    """The one hospital that the sentences of abstract and sample name as where the patients came from; None where they name none,
    or several (multi-centre studies). ``flows``: abstract and body in the order of the text.

    The one hospital of the authors' lines is it where the paper speaks of 我院; neither says so by itself.
    """
    names: dict[str, None] = {}
    for flow in flows[:SAMPLE_FLOWS]:
        for start, end in sentences(flow.text):
            for match in _treated().finditer(flow.text, start, end):
                said = match["at"] or match["name"]
                if said.count(HOSPITAL) > 1:
                    return None
                name = _without_lead(said)
                if name is not None:
                    names[name] = None
    return next(iter(names)) if len(names) == 1 else None if names else _of_authors(flows)


def _of_authors(flows: Sequence[Flow]) -> str | None:
    """甲县人民医院普外科, alone in a line at the head, where the paper speaks of 我科 or 我院: the one house of its authors.

    Numbered houses of several authors tell nothing.
    """
    if not any(OWN_HOUSE.search(flow.text) for flow in flows[:SAMPLE_FLOWS]):
        return None
    endings = alternatives(package_yaml("area_groups.yaml")["hospitals_of_studies"]["endings"])
    names: list[str] = []
    for flow in flows[:AUTHOR_FLOWS]:
        if len(flow.text) > LONGEST_AUTHORS or "。" in flow.text:
            continue
        for match in re.finditer(
            rf"(?:^|[（(\d.．\s；;，,：:])(?P<name>[一-龥]{{3,18}}?(?:{endings}))", flow.text
        ):
            own = _without_lead(match["name"])
            if own is not None:
                names.append(own)
    return names[0] if len(names) == 1 else None


def is_hospital(name: str) -> bool:
    """Whether the site of a study is a hospital by the ending of its name."""
    return name.endswith(tuple(package_yaml("area_groups.yaml")["hospitals_of_studies"]["endings"]))


def _without_lead(name: str) -> str | None:
    """The name without what leads to it (2022年8月|甲市…, 选取|乙大学…); None for 我院, 某医院, 三家医院."""
    leads = list(re.finditer(LEADS, name))
    own = name[leads[-1].end() :] if leads else name
    return None if len(own) < 4 or _no_name().search(own) else own
