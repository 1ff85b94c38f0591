"""Tile map, counts by period and network of places: from the tables of an analysis to a figure. The phrases are made up."""

import itertools
import json
from functools import cache
from pathlib import Path

import pytest

from figure_layout import declaration, gids, layout_faults
from method_texts import document
from suyuan.figures import FigureInputs, Names
from suyuan.figures.caption import caption
from suyuan.figures.drawing import DRAW
from suyuan.figures.inputs import View
from suyuan.figures.kinds.network_map.layout import placed, radius
from suyuan.figures.kinds.tile_map.boundaries import read_shapes
from suyuan.figures.registry import KINDS
from suyuan.figures.render import styled
from suyuan.flow import make_flows
from suyuan.links import find_links
from suyuan.methods import METHODS, Analyses, Corpus
from suyuan.methods.networks.rows import EdgeRow, NodeRow
from suyuan.places import Gazetteer, area_label
from suyuan.reconcile.catalogue import by_id

GAZETTEER = Gazetteer.load(Path(__file__).parents[2] / "config" / "areas.csv")
TEXT = (
    "2006年，北京和天津制定了政策，其余地方是一片空白。至2014年地级市增加了保定，区县增加了固安、正定等。",
    "2014年以后，所有地级市均出台了政策，区县增加到30个，占99个区县的30%。",
    "北京市与天津市、保定市共建园区，北京的企业、市场分别搬迁到沧州和曹妃甸。天津市与滨州市合作。",
    "成都市与绵阳市合作。",
)
LEVELS = [
    {"level": "city", "label": {"zh": "市", "en": "cities"}, "kinds": ["prefecture"], "also": ["北京", "天津"],
     "words": ["地级市"], "complete": True},
    {"level": "county", "label": {"zh": "区县", "en": "counties"}, "kinds": ["county"], "words": ["区县"]},
]  # fmt: skip
TILES = [
    ["张家口", None, "承德", None], [None, "北京", "唐山", "秦皇岛"], ["保定", "廊坊", "天津", None],
    ["石家庄", "衡水", "沧州", None], ["邢台"], ["邯郸"],
]  # fmt: skip
FIGURES = {
    "tile_map": {"analysis": "adoption", "level": "city", "tiles": TILES},
    "counts_by_period": {"analysis": "adoption"},
    "network_map": {"analysis": "network", "bearings": {"天津": 135}},
}


@cache
def inputs() -> FigureInputs:
    own = document("s", TEXT)
    links = find_links(own, make_flows(own), GAZETTEER)
    given = {
        "adoption": {
            "area": "京津冀", "levels": LEVELS, "words": ["政策"],
            "periods": [{"label": {"zh": t}, "time": t} for t in ("../2007", "2008/2014", "2014/2016")],
        },
        "network": {"core": ["北京"]},
    }  # fmt: skip
    tables, evidence = {}, {}
    for name, kind in (("adoption", "adoption"), ("network", "networks")):
        method = METHODS[kind]
        declared = method.declaration.model_validate(
            {"id": name, "kind": kind, "title": {"zh": "题"}} | given[name]
        )
        result = method.run(declared, Corpus([own], [], [], links, GAZETTEER))
        tables[name] = result.tables
        evidence |= {item.evidence_id: item for item in result.evidence}
    return FigureInputs([], [], by_id([]), analyses=Analyses(tables, evidence))


def selected(kind, **given):
    data, problems = KINDS[kind].select(declaration(kind, **(FIGURES[kind] | given)), inputs())
    assert data is not None and not problems, problems
    return data


def view(language="zh", size="double"):
    return View(language, size, Names(area_label=lambda name, lang: area_label(GAZETTEER, name, lang)))


@pytest.mark.parametrize(
    "kind, language, size", list(itertools.product(FIGURES, ("zh", "en"), ("single", "double")))
)
def test_nothing_is_clipped_or_overlaps_and_every_mark_is_drawn(kind, language, size):
    data = selected(kind)
    with styled():
        canvas = DRAW[kind](data, view(language, size))
        assert layout_faults(canvas) == []
        drawn = list(gids(canvas))
    assert {mark.gid for mark in data.marks} <= set(drawn)
    assert len(set(drawn)) == len(drawn)
    assert caption(data, KINDS[kind], view(language, size))


@pytest.mark.parametrize("kind", FIGURES)
def test_marks_lead_to_their_words(kind):
    marks = selected(kind).marks
    assert all(mark.evidence or mark.drawn.get("count") == 0 for mark in marks)
    assert len({mark.gid for mark in marks}) == len(marks)


def test_tiles_keep_apart_what_is_named_implied_and_only_counted():
    data = selected("tile_map")
    basis = {(mark.row.unit, mark.row.position): mark.row.basis for mark in data.cells}
    assert [basis["北京", n] for n in (1, 2, 3)] == ["named", "carried", "carried"]
    assert [basis["邢台", n] for n in (1, 2, 3)] == ["said_none", "not_found", "implied"]
    totals = {
        (m.row.level, m.row.position): KINDS["tile_map"].label(m, view()).rpartition(" ")[2]
        for m in data.totals
    }
    assert [totals["county", n] for n in (1, 2, 3)] == ["0", "≥2", "30"]
    with styled():
        texts = [box.name for box in DRAW["tile_map"](data, view()).texts]
    assert any("30/99" in text and "28" in text for text in texts)


def test_a_unit_without_a_tile_and_an_unknown_analysis_are_told():
    _, problems = KINDS["tile_map"].select(
        declaration("tile_map", **(FIGURES["tile_map"] | {"tiles": TILES[:-1]})), inputs()
    )
    assert "邯郸" in problems[0].what
    for kind, given in FIGURES.items():
        data, problems = KINDS[kind].select(declaration(kind, **(given | {"analysis": "none"})), inputs())
        assert data is None and "none" in problems[0].what
    with pytest.raises(ValueError, match="stands twice"):
        declaration("tile_map", **(FIGURES["tile_map"] | {"tiles": [["北京", "北京"]]}))


def test_boundaries_of_the_user_are_drawn_with_their_licence_and_tiles_without_them(tmp_path):
    names = [name for row in TILES for name in row if name]
    square = lambda n: [[[n, 39], [n + 1, 39], [n + 1, 40], [n, 40], [n, 39]]]  # noqa: E731
    features = [
        {"properties": {"name": name + "市"}, "geometry": {"type": "Polygon", "coordinates": square(n)}}
        for n, name in enumerate(names)
    ]
    path = tmp_path / "map.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    shapes = read_shapes(path, "name", names)
    assert set(shapes) == set(names)
    width = shapes["张家口"][0][1][0] - shapes["张家口"][0][0][0]
    assert width == pytest.approx(0.7716, abs=1e-3)  # cos 39.5°
    boundaries = {"file": str(path), "licence": "CC0, test"}
    data = selected("tile_map", boundaries=boundaries)
    assert "CC0, test" in caption(data, KINDS["tile_map"], view("en"))
    with styled():
        assert any(gid == data.cells[0].gid for gid in gids(DRAW["tile_map"](data, view())))
    given = FIGURES["tile_map"] | {"boundaries": boundaries | {"file": str(tmp_path / "no.json")}}
    data, problems = KINDS["tile_map"].select(declaration("tile_map", **given), inputs())
    assert not data.shapes and "tiles are drawn" in problems[0].what


@pytest.mark.parametrize(
    "features",
    [
        None,
        [None],
        [{"properties": {"name": "北京"}, "geometry": {"type": "Polygon", "coordinates": [[["x", 1]]]}}],
    ],
)
def test_a_file_of_another_format_is_said_to_be_one(features, tmp_path):
    path = tmp_path / "map.json"
    path.write_text(json.dumps({"features": features}), encoding="utf-8")
    with pytest.raises(ValueError, match="no GeoJSON"):
        read_shapes(path, "name", ["北京"])


@pytest.mark.parametrize("coordinates", [[], [[]], [[[116, 39], [117, 39]]]])
def test_a_place_without_an_outline_is_left_out(coordinates, tmp_path):
    path = tmp_path / "map.json"
    geometry = {"type": "Polygon", "coordinates": coordinates}
    feature = {"properties": {"name": "北京"}, "geometry": geometry}
    path.write_text(json.dumps({"features": [feature]}), encoding="utf-8")
    assert not read_shapes(path, "name", ["北京"])


def node(place, circle):
    return NodeRow(
        place=place, level="city", degree=1, links=1, outward=0, inward=0, centrality=0, betweenness=0, circle=circle,
        evidence_ids=(),
    )  # fmt: skip


def test_places_stand_on_their_circles_and_beside_what_they_are_linked_with():
    nodes = [node("a", 0), node("b", 1), node("c", 1), node("d", 2), node("x", None)]
    edge = EdgeRow(place_a="c", place_b="d", links=1, kinds=("cooperation",), directed=False, evidence_ids=())
    at = placed(nodes, [edge], {"b": 90, "c": 270}, (0, 0), (100, 100))
    distance = {name: (x * x + y * y) ** 0.5 for name, (x, y) in at.items()}
    assert distance == pytest.approx(
        {"a": 0, "b": 100 * radius(1, 3), "c": 100 * radius(1, 3), "d": 100 * radius(2, 3), "x": 100}
    )
    assert at["b"][0] > 0 > at["c"][0] and at["b"][1] == pytest.approx(0, abs=1e-3)
    assert at["d"][0] < 0
