"""Candidates for the place of a study: what is named, as what, where, and what speaks for it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from suyuan.facts.sites.lines import Where

# house: hospitals, schools, works, firms; town: named by no table; withheld: 某市; counted: 25个省份
Sort = Literal["place", "house", "town", "withheld", "counted", "country"]
Evidence = Literal[
    "declared",  # 我科|现有床位18张
    "patients",  # 甲医院|收治的186例
    "pupils",  # 以|青溪学院|的学生为对象
    "works",  # 针对|甲污水处理厂, in the title or the first sentence of the abstract
    "trial",  # 甲省|玉米区域试验
    "panel",  # 我国282个地级市, 30个省份
    "case",  # 以|甲县|为例, 研究区位于|甲县
    "led",  # 在|甲县|…开展, 对|甲县|…进行问卷调查
    "surveyed",  # 在|甲市|开展调查，在乙县、丙县的大厅…
    "close",  # led, with nothing but the preposition before it
    "ours",  # 我院, and the hospital of the affiliation
    "again",  # 甲中学… 该校
    "lies",  # 石羊河流域|位于
    "collected",  # near a word of collecting
    "seat",  # 甲厂位于|甲县
    "opens",  # in the first sentences of the methods
    "often",  # named more often than all others
    "alone",  # the only one, at the head of a sentence
    "survey",  # 利用|中国家庭追踪调查
    "firms",  # listed companies
    "case_opens",  # at the head of a paragraph on the case
    "title_begins",  # before the words that the title begins with
    "given",  # 学名化为|枣林村
    "described",  # 甲公司|主营…, and 公司 again
    "theirs",  # the hospital of the affiliation, patients without another one
    "named",
]

FINER = {"county": 0, "prefecture": 1, "region": 2, "zone": 2, "group": 2, "province": 3}


class Candidate(NamedTuple):
    """Names of one list of places, all that speaks for them, and what comes first of equals.

    ``finer``: 0 for a county, 3 for a province; ``distance``: characters to the word of collecting, else to the head of
    the sentence.
    """

    names: tuple[str, ...]
    sort: Sort
    evidence: frozenset[Evidence]
    where: Where
    finer: int = 2
    distance: int = 0
