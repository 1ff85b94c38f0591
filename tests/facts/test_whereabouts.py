"""What a document as a whole says of where its figures are from."""

from __future__ import annotations

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Knowledge
from suyuan.facts.whereabouts import Whereabouts, whereabouts
from suyuan.flow import make_flow
from suyuan.time import document_context

STUDY = (("heading", "1 资料与方法"), ("heading", "2 结果"))


def where(knowledge: Knowledge, title: str, *blocks: object) -> Whereabouts:
    document = make_document(*blocks, title=title)  # type: ignore[arg-type]
    flows = [make_flow(document.text, block) for block in document.blocks]
    body = [flow for flow in flows if flow.block.kind in ("paragraph", "abstract")]
    return whereabouts(document, flows, body, flows, knowledge.gazetteer, document_context(document, body))


@pytest.mark.parametrize(
    ("title", "told", "own", "site"),
    [
        ("洛阳市农户收入", "调查郑州市农户。", ("洛阳",), ()),  # the title goes first
        ("农户收入", "调查郑州市农户。", (), ("郑州",)),
        ("农户收入", "调查农户。", (), ()),
        ("黔北农户收入", "遵义市农户参加了调查。", ("遵义",), ()),  # the cities in a part of the country
    ],
)
def test_own_place_and_site(
    knowledge: Knowledge, title: str, told: str, own: tuple[str, ...], site: tuple[str, ...]
) -> None:
    methods, results = STUDY
    found = where(knowledge, title, methods, told, results, "收入增加。")
    assert (found.own, found.site, found.study) == (own, site, True)


def test_what_is_no_study_keeps_the_place_of_its_title(knowledge: Knowledge) -> None:
    found = where(knowledge, "黔北农户收入", STUDY[0], "遵义市农户参加了调查。")  # methods without results
    assert (found.own, found.site, found.study) == (("黔北",), (), False)


def test_places_and_houses_before_the_methods_count_only_in_studies(knowledge: Knowledge) -> None:
    told = ("选取洛阳市农户若干，收入增加。", "对郑州市实验小学进行调查，该校学生多。")
    for text in told:
        assert where(knowledge, "农户收入", text, "略。").site == ()
        assert where(knowledge, "农户收入", text, *STUDY).site != ()


def test_the_house_of_a_study_is_a_place_of_its_gazetteer(knowledge: Knowledge) -> None:
    methods, results = STUDY
    found = where(
        knowledge, "患者满意度", methods, "对洛阳市中心医院进行调查，该院患者多。", results, "满意。"
    )
    assert found.site == ("洛阳市中心医院",)
    assert "洛阳市中心医院" in found.gazetteer.places
    assert "洛阳市中心医院" not in knowledge.gazetteer.places
