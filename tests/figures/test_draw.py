import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from matplotlib.text import Text

from suyuan.figures import SourceLabel, draw_figures
from suyuan.figures.declaration import FigureDeclaration
from suyuan.figures.render import styled
from suyuan.figures.select import select
from suyuan.figures.style import font_path
from suyuan.figures.time_series import draw

BOTH = [{"measure": "standards", "ref_area": "京津冀"}, {"measure": "standards", "ref_area": "长三角"}]
LONG = (
    "一个长到一行写不下的标题，用来看它换行后是不是还完整，标点是不是不在行首，图的其余部分是不是让出了地方"
)
SOURCES = {
    "a": SourceLabel({"zh": "某通讯社"}, {"zh": "某通讯社：《报道》"}),
    "c": SourceLabel({"zh": "某某等（2023）"}, {"zh": "某某等：《论文》"}),
}


def declaration(figure_id="one", series=BOTH[:1], **given):
    return FigureDeclaration.model_validate(
        {
            "id": figure_id,
            "kind": "time_series",
            "title": {"zh": "题目", "en": "Title"},
            "series": series,
            **given,
        }
    )


def data_of(built, declared):
    data, problems = select(
        declared, built.observations, {f.fact_id: f for f in built.facts}, built.catalogue
    )
    assert problems == []
    return data


@pytest.mark.parametrize(
    ("given", "language"),
    [
        ({}, "zh"),
        ({"size": "single"}, "zh"),
        ({"languages": ["en"]}, "en"),
        ({"series": BOTH}, "zh"),
        ({"series": BOTH, "size": "single", "title": {"zh": LONG}, "x_label": {"zh": "时间"}}, "zh"),
        ({"series": BOTH[1:], "from_zero": False}, "zh"),
        ({"series": BOTH[1:], "display": {"divide_by": "1/1000", "unit": {"zh": "千分之一项"}}}, "zh"),
    ],
)
def test_no_text_is_clipped_or_lies_on_another_text_or_mark(built, given, language):
    data = data_of(built, declaration(**given))
    with styled():
        figure = draw(data, language, SOURCES)
        figure.draw_without_rendering()
        page = figure.bbox
        boxes = {}
        for text in _texts(figure):
            box = text.get_window_extent()
            boxes[f"{text.get_text()} @{box.x0:.0f},{box.y0:.0f}"] = box
            assert box.x0 >= 0 and box.y0 >= 0 and box.x1 <= page.x1 and box.y1 <= page.y1, text.get_text()
        axes = figure.axes[0]
        marks = [
            _mark_box(axes, line, figure.dpi)
            for line in axes.lines
            if line.get_gid() in {m.gid for m in data.marks}
        ]
    assert len(marks) == len(data.marks)
    names = list(boxes)
    for i, a in enumerate(names):
        for b in names[:i]:
            assert not _overlap(boxes[a], boxes[b]), f"{a} lies on {b}"
    labels = [boxes[name] for name in names if " · " in name]
    assert labels
    assert not any(_overlap(label, mark) for label in labels for mark in marks)


def _texts(figure):
    """All texts that are drawn; tick labels beyond the limits of the axes are artists, but are not drawn."""
    axes = figure.axes[0]
    found = [*figure.texts, *axes.texts, *(text for legend in figure.legends for text in legend.get_texts())]
    for axis in (axes.xaxis, axes.yaxis):
        low, high = axis.get_view_interval()
        found += [tick.label1 for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high]
    return [text for text in found if text.get_text().strip()]


def _mark_box(axes, line, dpi):
    x, y = axes.transData.transform((line.get_xdata()[0], line.get_ydata()[0]))
    half = line.get_markersize() / 2 * dpi / 72
    return (x - half, y - half, x + half, y + half)


def _overlap(a, b):
    ax0, ay0, ax1, ay1 = a if isinstance(a, tuple) else (a.x0, a.y0, a.x1, a.y1)
    bx0, by0, bx1, by1 = b if isinstance(b, tuple) else (b.x0, b.y0, b.x1, b.y1)
    return min(ax1, bx1) - max(ax0, bx0) > 1 and min(ay1, by1) - max(ay0, by0) > 1


def test_all_marks_of_the_figure_have_a_full_label(built):
    data = data_of(built, declaration())
    with styled():
        texts = [text.get_text() for text in draw(data, "zh", SOURCES).findobj(Text)]
    for label in (
        "某通讯社 · 2017-10-04",
        "b · 2018",
        "某某等（2023） · 2022-12 · 摘编",
        "f · 2024-08-14 · 摘编",
    ):
        assert label in texts


@pytest.fixture(scope="module")
def folder(built, tmp_path_factory):
    path = tmp_path_factory.mktemp("figures")
    declared = [
        declaration("one", BOTH, caption={"zh": "{area}，{first}至{last}，{count}个点。", "en": "."}),
        declaration("missing", [{"measure": "never_stated", "ref_area": "京津冀"}]),
        declaration("two", languages=["zh", "en"], size="single"),
    ]
    problems = draw_figures(declared, built.observations, built.facts, built.catalogue, path, SOURCES)
    return path, problems


def test_a_figure_that_cannot_be_drawn_is_a_problem_and_the_others_are_built(folder):
    path, problems = folder
    assert [problem.where for problem in problems] == ["figure missing, series 1"]
    assert not list(path.glob("missing*"))
    index = json.loads((path / "index.json").read_text(encoding="utf-8"))
    assert [(entry["id"], entry["marks"]) for entry in index["figures"]] == [("one", 11), ("two", 6)]
    assert all((path / name).is_file() for entry in index["figures"] for name in entry["files"])


def test_every_mark_of_the_svg_is_in_the_sidecar_with_its_facts_and_locators(folder, built):
    path, _ = folder
    sidecar = json.loads((path / "one.zh.json").read_text(encoding="utf-8"))
    groups = set(re.findall(r'<g id="(obs-[0-9a-f]{12})"', (path / "one.zh.svg").read_text(encoding="utf-8")))
    observations = {o.observation_id: o for o in built.observations}
    assert groups == {mark["gid"] for mark in sidecar["marks"]} <= set(observations)
    facts = {fact.fact_id: fact for fact in built.facts}
    for mark in sidecar["marks"]:
        observation = observations[mark["observation_id"]]
        assert [fact["fact_id"] for fact in mark["facts"]] == list(observation.fact_ids)
        assert (mark["comparator"], mark["grade"]) == (observation.comparator, observation.grade)
        for fact in mark["facts"]:
            assert fact["locator"] == facts[fact["fact_id"]].locator.model_dump(mode="json")
    by_time = {(mark["ref_area"], mark["time_period"]): mark for mark in sidecar["marks"]}
    assert by_time["京津冀", "2022-12"]["value"] == "75"
    assert by_time["长三角", "2022"]["label"] == "60–70"
    assert by_time["长三角", "2023"]["obs_status"] == "conflicting"
    assert [entry["time_period"] for entry in sidecar["undated"]] == ["XXXX-11-28"]


def test_bounds_periods_and_conflicts_have_groups_of_their_own(folder):
    svg = (folder[0] / "one.zh.svg").read_text(encoding="utf-8")
    for part in ("period", "interval", "bound", "conflict", "label"):
        assert re.search(rf'id="obs-[0-9a-f]{{12}}-{part}"', svg), part


def test_the_caption_names_sources_grades_signs_and_digests(folder):
    text = (folder[0] / "one.zh.md").read_text(encoding="utf-8")
    for words in (
        "**题目**", "京津冀，2017年10月4日至2024年8月14日，11个点。", "空心标记",
        "证据等级：● 一手来源、■ 转载、▲ 镜像网页、◆ 仅见摘要",
        "摘编，并非原文：", "另有 1 个数值未注明年份", "某通讯社：《报道》", "一手来源（摘编）", "红圈", "| 60–70 项 |",
    ):  # fmt: skip
        assert words in text, words
    assert "first-hand" in (folder[0] / "two.en.md").read_text(encoding="utf-8")


def test_the_font_is_the_free_one_of_the_package():
    assert font_path().name == "NotoSansCJKsc-Regular.otf"


SCRIPT = """
import sys
from pathlib import Path
sys.path[:0] = [{lib!r}, {tests!r}, {here!r}]
from conftest import make_built
from test_draw import BOTH, SOURCES, declaration
from suyuan.figures import draw_figures
data = make_built()
draw_figures([declaration("one", BOTH)], data.observations, data.facts, data.catalogue, Path(sys.argv[1]), SOURCES)
"""


def test_two_processes_write_the_same_bytes(tmp_path):
    here = Path(__file__).parent
    lib = here.parents[1] / "workflow" / "lib"
    script = SCRIPT.format(lib=str(lib), tests=str(here.parent), here=str(here))
    running = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC-{seed}", "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "-c", script, str(tmp_path / seed)]
        running.append(subprocess.Popen(command, env=environment))
    assert [process.wait() for process in running] == [0, 0]
    digests = [
        {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted((tmp_path / seed).iterdir())}
        for seed in ("1", "2")
    ]
    assert digests[0] == digests[1]
    assert set(digests[0]) == {"index.json", "one.zh.json", "one.zh.md", "one.zh.png", "one.zh.svg"}
