"""Every kind, language and size: nothing clipped, nothing on anything, every mark there with all that belongs to it."""

from __future__ import annotations

import pytest
from matplotlib.lines import Line2D

from figure_layout import BOTH, declaration, gids, layout_faults
from suyuan.figures.drawing import DRAW
from suyuan.figures.inputs import View
from suyuan.figures.registry import KINDS
from suyuan.figures.render import styled
from suyuan.figures.style import font_path

LONG = (
    "一个长到一行写不下的标题，用来看它换行后是不是还完整，标点是不是不在行首，图的其余部分是不是让出了地方"
)
ENGLISH = "A long title that does not fit on a single line of either width, with a Beijing-Tianjin-Hebei in it, to see it broken"
TITLE = {"zh": LONG, "en": ENGLISH}
FIGURES = {
    "one line": declaration(),
    "two lines": declaration(series=BOTH, title=TITLE),
    "not from zero": declaration(series=BOTH[1:], from_zero=False),
    "shown unit": declaration(series=BOTH[1:], display={"divide_by": "1/1000", "unit": {"zh": "千分之一", "en": "mil"}}),
    "strip of undated": declaration(series=[*BOTH, {"measure": "standards", "ref_area": "川渝"}], undated=True),
    "panels": declaration(
        panels=[
            {"title": TITLE, "series": BOTH[:1]},
            {"series": BOTH[1:], "own_time": True},
            {"series": [{"measure": "share", "ref_area": "京津冀"}]},
            {"series": [{"measure": "share", "ref_area": "京津冀", "nature": "target"}]},
        ]
    ),
    "by area": declaration("by_category", panels=[{"rows": [{"measure": "standards", "by": "area"}]}]),
    "by dimension": declaration(
        "by_category",
        panels=[
            {"title": TITLE, "rows": [{"measure": "share", "ref_area": "京津冀", "by": "领域", "title": TITLE}]},
            {"rows": [{"measure": "standards", "ref_area": "长三角", "label": TITLE}], "from_zero": False},
        ],
    ),
    "acts": declaration("act_timeline", title=TITLE),
    "all acts": declaration("act_timeline", titled=False),
    "coverage": declaration("coverage_matrix", title=TITLE),
    "dated coverage": declaration("coverage_matrix", dated=True),
}  # fmt: skip


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize(("language", "size"), [("zh", "double"), ("en", "single")])
def test_nothing_is_clipped_or_lies_on_anything_and_every_mark_is_drawn(built, names, name, language, size):
    kind = KINDS[FIGURES[name].kind]
    data, problems = kind.select(FIGURES[name], built)
    assert problems == []
    with styled():
        canvas = DRAW[data.declaration.kind](data, View(language, size, names))
        assert layout_faults(canvas) == []
        assert canvas.faults() == []
    found = list(gids(canvas))
    assert len(found) == len(set(found))
    assert {mark.gid for mark in data.marks} <= set(found)
    assert {mark.gid for mark in data.marks} == {box.name for box in canvas.marks}
    assert canvas.width == pytest.approx({"single": 88, "double": 180}[size] * 72 / 25.4)


def test_a_layout_that_goes_wrong_is_told():
    from suyuan.figures.canvas import Canvas

    with styled():
        canvas = Canvas(100, 40)
        canvas.marker(50, 20, "o", 8, "black", "none", gid="mark")
        canvas.text(40, 18, "一段文字", 8)
        canvas.text(46, 20, "又一段", 8)
        canvas.text(90, 4, "出界了", 8)
        canvas.text(5, 30, "无碍", 6)
        for faults in (layout_faults(canvas), canvas.faults()):
            text = "; ".join(faults)
            assert "'出界了' is clipped" in text
            assert "lies on the mark mark" in text
            assert "一段文字" in text and "又一段" in text
            assert "无碍" not in text


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("two lines", {"period", "interval", "bound", "conflict", "label", "label-2"}),
        ("by area", {"interval", "bound", "conflict", "label", "label-2"}),
    ],
)
def test_what_belongs_to_a_mark_carries_its_id(built, names, name, parts):
    kind = KINDS[FIGURES[name].kind]
    data, _ = kind.select(FIGURES[name], built)
    with styled():
        found = set(gids(DRAW[data.declaration.kind](data, View("zh", "double", names))))
    own = {
        gid.removeprefix(f"{mark.gid}-") for mark in data.marks for gid in found if gid.startswith(mark.gid)
    }
    assert parts <= own


def test_labels_name_value_source_and_time(built, names):
    kind = KINDS["time_series"]
    data, _ = kind.select(FIGURES["one line"], built)
    with styled():
        texts = [box.name for box in DRAW[data.declaration.kind](data, View("zh", "double", names)).texts]
    joined = " ".join(texts)
    for words in ("某通讯社", "2017-10-04", "某某等（2023）· 摘编", "2022-12", "41", "87"):
        assert words in joined


def test_grey_tells_apart_what_colour_tells(built, names):
    """Lines differ by dashes, lanes and statuses by shape, so no two signs differ by colour alone."""
    kind = KINDS["act_timeline"]
    data, _ = kind.select(FIGURES["acts"], built)
    with styled():
        canvas = DRAW[data.declaration.kind](data, View("zh", "double", names))
        lanes = {mark.gid: mark.level for mark in data.marks}
        shapes = {
            (lanes[line.get_gid()], line.get_marker())
            for line in canvas.figure.artists
            if line.get_gid() in lanes
        }
        assert len(shapes) == len({lane for lane, _ in shapes}) == len({shape for _, shape in shapes})
        kind = KINDS["time_series"]
        data, _ = kind.select(FIGURES["two lines"], built)
        drawn = DRAW[data.declaration.kind](data, View("zh", "double", names)).figure.artists
        lines = [
            a for a in drawn if isinstance(a, Line2D) and len(a.get_xdata()) > 4 and a.get_linestyle() != "-"
        ]
        dashed = {(a.get_color(), str(a._unscaled_dash_pattern)) for a in lines}
    assert len({dash for _, dash in dashed}) == 2


def test_the_font_is_the_free_one_of_the_package():
    assert font_path().name == "NotoSansCJKsc-Regular.otf"
