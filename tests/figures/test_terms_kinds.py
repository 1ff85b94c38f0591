"""Similarity matrix, network and series of terms: from the tables of an analysis to a figure."""

import itertools
from functools import cache

import pytest

from figure_layout import declaration, gids, layout_faults
from method_texts import corpus, document
from suyuan.figures import FigureInputs, Names
from suyuan.figures.caption import caption
from suyuan.figures.drawing import DRAW
from suyuan.figures.inputs import View
from suyuan.figures.kinds.term_network.layout import placed
from suyuan.figures.labels import Rect
from suyuan.figures.registry import KINDS
from suyuan.figures.render import styled
from suyuan.figures.sidecar import sidecar
from suyuan.methods import METHODS, Analyses
from suyuan.reconcile.catalogue import by_id

STEEL = [
    "钢铁企业扩大钢铁产量。",
    "钢铁产量受到企业管理。",
    "企业改造钢铁设备。",
    "钢铁设备需要企业投资。",
    "钢铁价格影响企业。",
]
FARM = [
    "农民种植水稻和小麦。",
    "水稻产量依靠农民劳动。",
    "小麦种植需要肥料。",
    "农民购买肥料种子。",
    "水稻价格影响收入。",
]
LONG = {f"第{n}节 关于农民种植水稻与小麦的各种安排和说明": FARM for n in range(1, 14)}
SET = [{"label": {"zh": n}, "sources": [n]} for n in ("long", "steel")]
ANALYSES = {
    "pairs": {"kind": "information"},
    "sections": {"kind": "information", "unit": "section"},
    "sets": {"kind": "information", "unit": "section", "sets": SET},
    "words": {
        "kind": "terms",
        "least_together": 1,
        "series": [{"label": {"zh": "钢铁", "en": "steel"}, "words": ["钢铁"]}, {"label": {"zh": "水稻"}, "words": ["水稻"]}],
    },
}  # fmt: skip
FIGURES = {
    "pairs": "similarity_matrix", "sections": "similarity_matrix", "sets": "similarity_matrix",
    "network": "term_network", "series": "term_series",
}  # fmt: skip


@cache
def inputs() -> FigureInputs:
    documents = (
        document("steel", STEEL, said="2013"),
        document("farm", FARM, said="2014-05"),
        document("long", LONG, said="2017"),
    )
    tables, evidence = {}, {}
    for name, given in ANALYSES.items():
        method = METHODS[given["kind"]]
        own = {"rounds": 99, "least_terms": 5} if given["kind"] == "information" else {}
        declared = method.declaration.model_validate({"id": name, "title": {"zh": "题"}} | own | given)
        result = method.run(declared, corpus(*documents))
        tables[name] = result.tables
        evidence |= {item.evidence_id: item for item in result.evidence}
    return FigureInputs([], [], by_id([]), analyses=Analyses(tables, evidence))


def made(name, language="zh", size="double"):
    kind = FIGURES[name]
    analysis = name if name in ANALYSES else "words"
    labels = (
        {"x_label": {"zh": "列", "en": "columns"}, "y_label": {"zh": "行", "en": "rows"}}
        if name == "sets"
        else {}
    )
    figure = declaration(kind, analysis=analysis, **labels)
    data, problems = KINDS[kind].select(figure, inputs())
    assert data is not None and problems == []
    return data, View(language, size, Names())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["single", "double"])
@pytest.mark.parametrize("name", FIGURES)
def test_nothing_is_clipped_or_lies_on_anything_and_every_mark_is_drawn(name, size, language):
    data, view = made(name, language, size)
    with styled():
        canvas = DRAW[FIGURES[name]](data, view)
        assert layout_faults(canvas) == []
        assert canvas.faults() == []
    drawn = list(gids(canvas))
    assert {mark.gid for mark in data.marks} <= set(drawn)
    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize("name", FIGURES)
def test_marks_lead_to_words(name):
    data, view = made(name)
    entry = sidecar(data, view, KINDS[FIGURES[name]].label)
    for mark in entry["marks"]:
        words = [item["words"] for item in mark.get("evidence", [])]
        assert words or mark["drawn"].get("count") == 0
        assert all(item["locator"] for item in mark.get("evidence", []))


@pytest.mark.parametrize(
    ("name", "language", "words"),
    [
        ("pairs", "zh", ["3格作了检验", "约0.2格", "置换", "钢铁"]),
        ("pairs", "en", ["3 cells were tested", "halves of one text", "| farther |"]),
        ("sets", "en", ["within each set"]),
        ("sections", "zh", ["次序取自平均联结聚类树"]),
        ("network", "en", ["modularity", "pointwise mutual information"]),
        ("series", "zh", ["每万字", "没有文件的年份留空", "| 钢铁 | 2013 | 6 |"]),
        ("series", "en", ["no sampling error", "| steel | 2013 | 6 |"]),
    ],
)  # fmt: skip
def test_captions(name, language, words):
    data, view = made(name, language)
    text = caption(data, KINDS[FIGURES[name]], view)
    assert [word for word in words if word not in text] == []


def test_rows_and_columns_stand_in_the_order_of_the_tree():
    data, _ = made("pairs")
    assert [row.text_id for row in data.rows] == [row.text_id for row in data.columns]
    first = data.row_tree[0]
    places = [row.text_id for row in data.rows]
    assert abs(places.index(first.left) - places.index(first.right)) == 1
    assert {first.left, first.right} == {"farm", "long"}
    data, _ = made("sets")
    assert {row.source_id for row in data.rows} == {"long"} and {row.source_id for row in data.columns} == {
        "steel"
    }


def test_the_lines_that_tell_most_are_drawn():
    figure = declaration("term_network", analysis="words", edges=3)
    data, _ = KINDS["term_network"].select(figure, inputs())
    rows = inputs().analyses.rows("words", "edges")
    best = sorted((row.sentences * row.pmi for row in rows), reverse=True)[:3]
    assert [round(e.row.sentences * e.row.pmi, 5) for e in data.edges] == [round(value, 5) for value in best]
    assert data.edges_left_out == len(rows) - 3
    assert {n.row.term for n in data.nodes} == {t for e in data.edges for t in (e.row.term_a, e.row.term_b)}


def test_boxes_of_a_network_do_not_touch_and_stay_in_their_room():
    names = [f"词{n}" for n in range(30)]
    room = Rect(0, 0, 400, 260)
    edges = [(a, b, 1.0 + n % 3) for n, (a, b) in enumerate(itertools.pairwise(names)) if n % 7]
    boxes = list(placed(dict.fromkeys(names, (38.0, 12.0)), edges, room, 1).values())
    assert all(box.inside(room) for box in boxes)
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])


@pytest.mark.parametrize("kind", ["similarity_matrix", "term_network", "term_series"])
def test_an_analysis_that_is_not_there_is_a_problem(kind):
    data, problems = KINDS[kind].select(declaration(kind, analysis="nothing"), inputs())
    assert data is None and "analysis nothing" in problems[0].what
