"""Networks: measures worked by hand, circles, levels."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from method_texts import document
from suyuan.flow import make_flows
from suyuan.links import find_links
from suyuan.methods import METHODS, Corpus
from suyuan.methods.networks.declared import Networks
from suyuan.methods.networks.graph import density, measured
from suyuan.places import Gazetteer
from suyuan.places.above import city_of, province_of
from suyuan.places.labels import in_city

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load(ROOT / "config" / "areas.csv")


def result(gazetteer, *paragraphs, **given):
    own = document("s", paragraphs)
    corpus = Corpus([own], [], [], find_links(own, make_flows(own), gazetteer), gazetteer)
    declared = Networks.model_validate({"id": "x", "kind": "networks", "title": {"zh": "试"}} | given)
    return METHODS["networks"].run(declared, corpus)


def test_a_path_of_four_by_hand():
    # a-b-c-d: of the 3 pairs of others, b lies on a-c and a-d, c on a-d and b-d: 2/3 each
    found = measured([("a", "b"), ("b", "c"), ("c", "d")], ["a"])
    assert found.degree == {"a": 1, "b": 2, "c": 2, "d": 1}
    assert found.centrality["b"] == pytest.approx(2 / 3)
    assert found.betweenness == pytest.approx({"a": 0, "b": 2 / 3, "c": 2 / 3, "d": 0})
    assert found.circle == {"a": 0, "b": 1, "c": 2, "d": 3}


def test_without_a_core_those_with_most_partners_are_it_and_what_is_apart_has_no_circle():
    found = measured([("a", "b"), ("a", "c"), ("x", "y")], [])
    assert found.circle == {"a": 0, "b": 1, "c": 1, "x": None, "y": None}
    assert measured([("a", "b")], ["q"]).circle == {"a": None, "b": None}


PAIRS = st.sets(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda p: p[0] < p[1]), min_size=1
)


@given(PAIRS)
def test_degrees_sum_to_twice_the_pairs_and_circles_of_linked_places_differ_by_one_at_most(pairs):
    found = measured(sorted(pairs), ["a"])
    assert sum(found.degree.values()) == 2 * len(pairs)
    for a, b in pairs:
        one, other = found.circle[a], found.circle[b]
        assert (one is None) == (other is None)
        assert one is None or other is None or abs(one - other) <= 1


def test_density_by_hand():
    assert density(4, 3) == 0.5
    assert density(1, 0) is None


def test_tables(gazetteer):
    found = result(
        gazetteer,
        "北京市与天津市共建园区。北京市与天津市合作。中关村与保定共建园区。",
        "石景山区与曹妃甸区共建园区。",
        core=["天津"],
    )
    nodes = {row.place: row for row in found.tables["nodes"]}
    assert (nodes["北京"].degree, nodes["北京"].links) == (2, 3)
    assert {name: nodes[name].circle for name in nodes} == {
        "天津": 0,
        "北京": 1,
        "保定": 2,
        "石景山区": None,
        "曹妃甸": None,
    }
    assert (nodes["曹妃甸"].city, nodes["曹妃甸"].province) == ("唐山", "河北")
    edge = next(row for row in found.tables["edges"] if {row.place_a, row.place_b} == {"北京", "天津"})
    assert (edge.links, edge.circle, len(edge.evidence_ids)) == (2, 1, 2)
    levels = {(row.level, row.counted): row for row in found.tables["levels"]}
    # provinces as named: 北京, 天津 linked; raised: 河北 comes in by 保定 and 曹妃甸, linked with 北京 (石景山 as well)
    assert (levels["province", "named"].places, levels["province", "named"].pairs) == (2, 1)
    assert (levels["province", "raised"].places, levels["province", "raised"].pairs) == (3, 2)
    assert levels["province", "raised"].density == pytest.approx(0.666667)
    assert levels["county", "named"].density == 1.0
    assert [(row.circle, row.places) for row in found.tables["circles"]] == [
        (0, 1),
        (1, 1),
        (2, 1),
        (None, 2),
    ]


def test_area_and_kinds_choose_links_and_nothing_left_is_told(gazetteer):
    texts = ("北京市与上海市共建园区。北京市与天津市共建园区。",)
    assert len(result(gazetteer, *texts, area="京津冀").tables["edges"]) == 1
    found = result(gazetteer, *texts, kinds=["transfer"])
    assert not found.tables["edges"] and "no link" in found.problems[0].what
    assert "has no link" in result(gazetteer, *texts, core=["拉萨"]).problems[0].what


def test_what_a_place_lies_in(gazetteer):
    assert (city_of(gazetteer, "固安"), province_of(gazetteer, "固安")) == ("廊坊", "河北")
    assert (city_of(gazetteer, "西青区"), province_of(gazetteer, "西青区")) == ("天津", "天津")
    assert (city_of(gazetteer, "河北"), province_of(gazetteer, "河北")) == (None, "河北")
    assert [in_city(gazetteer, name) for name in ("正定", "滨海新区", "雄安新区", "保定", "京津冀")] == [
        "正定(石家庄)", "滨海新区(天津)", "雄安新区", "保定", "京津冀",
    ]  # fmt: skip
