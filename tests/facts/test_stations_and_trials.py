"""Stations of experiments, fishing grounds and trials at many sites as the place of a study, and what is told of its years."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Extraction, Knowledge
from suyuan.facts.sites.names import own_station
from suyuan.facts.study_site import closer_than_title, study_site
from suyuan.flow import Flow, make_flow
from suyuan.places.counties_of_document import with_counties_of

Read = Callable[..., Extraction]


def flows(*blocks: object) -> list[Flow]:
    document = make_document(*blocks)  # type: ignore[arg-type]
    return [make_flow(document.text, block) for block in document.blocks]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("陇中旱作农业试验站", "陇中旱作农业试验站"),
        ("山西省临汾市洪洞县洪洞节水农业试验站", "洪洞节水农业试验站"),
        ("青溪红壤生态实验站", "青溪红壤生态实验站"),
        # known by their place alone, by the house that they belong to, or as a sort
        ("许昌试验站", None),
        ("武功综合试验站", None),
        ("甲乙农业大学青溪旱作农业试验站", None),
        ("高寒草甸生态系统定位站", None),
        ("青溪水文站", None),
    ],
)
def test_stations_with_a_name_of_their_own(name: str, wanted: str | None) -> None:
    assert own_station(name) == wanted


METHODS, RESULTS = ("heading", "1 材料与方法"), ("heading", "2 结果")


@pytest.mark.parametrize(
    ("abstract", "told", "wanted"),
    [
        # a station, the animals of a fishing ground
        ("比较灌水次数的效应。", "试验于2021年在陇中旱作农业试验站进行。", ("陇中旱作农业试验站",)),
        ("比较覆膜的效应。", "试验于2021年在甲大学许昌试验站进行。", ("许昌",)),
        ("根据2012—2017年在闽南渔场生产的渔船日志，分析渔获率。", "略。", ("闽南渔场",)),
        ("利用2015年黄海渔场拖网调查资料，分析资源量。", "略。", ("黄海渔场",)),
        # the province that holds a trial, whatever its sites
        ("以2020年黑龙江省大豆区域试验数据为依据。", "试验在海伦市、望奎县、宾县3个试点进行。", ("黑龙江",)),
        ("以2019年河南省小麦区试结果为材料。", "在郑州市、新乡市2个试点进行。", ("河南",)),
        ("分析玉米的产量。", "2020年在郑州市、新乡市进行田间试验。", ("郑州", "新乡")),
        # not where only the variety took part in one
        ("比较施肥的效应。", "供试品种通过河南省小麦区域试验。2020年在许昌市开展田间试验。", ("许昌",)),
        # the county in the wider region of the abstract
        ("以呼伦贝尔草甸草原为对象，研究围封的作用。", "研究区位于陈巴尔虎旗东部。", ("陈巴尔虎旗",)),
        ("以锡林郭勒典型草原为对象，研究放牧的作用。", "样地位于阿巴嘎旗南部。", ("阿巴嘎旗",)),
        ("以许昌市为例，评价耕地质量。", "研究区位于河南省中部。", ("许昌",)),
        ("以许昌市为例，评价耕地质量。", "作为对照的样地位于信阳市。", ("许昌",)),
    ],
)
def test_site(knowledge: Knowledge, abstract: str, told: str, wanted: tuple[str, ...]) -> None:
    paper = flows(("abstract", f"摘要：{abstract}"), METHODS, told, RESULTS, "略。")
    found = study_site([], paper, with_counties_of(knowledge.gazetteer, [flow.text for flow in paper]))
    assert found is not None
    assert found.names == wanted


@pytest.mark.parametrize(
    ("own", "told", "wanted"),
    [
        (("晋南",), "试验在洪洞节水农业试验站进行。", ("洪洞节水农业试验站",)),
        (("山西",), "试验在洪洞节水农业试验站进行。", ("山西",)),
        (("晋南",), "试验在甲大学试验站进行。", ("晋南",)),
        (("东海",), "2020年5月在舟山渔场开展拖网调查。", ("舟山渔场",)),
        (("黄海渔场",), "2020年5月在舟山渔场开展拖网调查。", ("黄海渔场",)),
    ],
)
def test_station_in_the_part_of_the_country_of_a_title(
    knowledge: Knowledge, own: tuple[str, ...], told: str, wanted: tuple[str, ...]
) -> None:
    assert closer_than_title(own, (), flows(METHODS, told), knowledge.gazetteer) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a run of years that the last one closes is over with its sentence
        ("2012年最高，达563 kg，2016年降至297 kg，2017年回升，为341 kg。秋季最大，为528 kg。", "2012/2017"),
        ("2013年为56.3%，2015年为52.1%，2017年为48.9%。男性患病率为51.2%。", "2012/2017"),
        # it goes on
        ("2012年仅30例，2015年为40例，2017年增至120例。其中男性为60例。", "2017"),
    ],
)
def test_years_behind_a_run_of_years(read: Read, text: str, wanted: str) -> None:
    abstract = ("abstract", f"摘要：根据2012—2017年的记录，分析年际变化。结果表明，{text}")
    facts = read(abstract, METHODS, "略。", RESULTS, "略。", title="年际变化分析").facts
    assert facts[-1].time == wanted
