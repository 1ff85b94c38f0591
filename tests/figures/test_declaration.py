from pathlib import Path

import pytest

from suyuan.figures import figure_files, read_figures
from suyuan.figures.build import KINDS

ROOT = Path(__file__).parents[2]
GOOD = """\
figures:
  - id: one
    kind: time_series
    title: {zh: 题}
    series: [{measure: m, ref_area: 京津冀}]
"""


def declared(tmp_path, text):
    path = tmp_path / "figures.yaml"
    path.write_text(text, encoding="utf-8")
    return read_figures(path)


def test_the_figures_of_the_project_have_no_mistakes():
    figures, problems = read_figures(ROOT / "config/figures.yaml")
    assert problems == []
    assert {figure.kind for figure in figures} <= set(KINDS)


def test_files_of_a_figure(tmp_path):
    (figure,) = declared(
        tmp_path, GOOD.replace("{zh: 题}", "{zh: 题, en: Title}") + "    languages: [zh, en]\n"
    )[0]
    assert figure_files(figure, ["zh"]) == ["one.zh.svg", "one.zh.png", "one.zh.json", "one.zh.md"]
    assert len(figure_files(figure)) == 8


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("kind:", "knd:", "did you mean 'kind'?"),
        ("ref_area:", "ref_aera:", "did you mean 'ref_area'?"),
        ("title: {zh: 题}", "title: {en: Title}", "title has no text in zh"),
        ("title: {zh: 题}", "title: {zh: 题}\n    size: doubel", "did you mean 'double'?"),
        ("title: {zh: 题}", "title: {zh: 题}\n    display: {divide_by: 0, unit: {zh: 亿}}", "above 0"),
        ("series: [{measure: m, ref_area: 京津冀}]", "series: []", "series"),
        ("kind: time_series", "kind: timeseries", "did you mean 'time_series'?"),
        ("title: {zh: 题}", "title: {zh: ''}", "is empty"),
        ("title: {zh: 题}", "title: {zh: 题}\n    caption: {zh: '{frist}'}", "did you mean 'first'?"),
        ("title: {zh: 题}", "title: {zh: 题}\n    languages: [zh, zh]", "one is given twice"),
        ("title: {zh: 题}", "title: {zh: 题}\n    display: {divide_by: 亿, unit: {zh: 亿}}", "is no number"),
        ("title: {zh: 题}", "title: {zh: 题}\n    display: {divide_by: 1e8, unit: {zh: 亿}}", "is no number"),
        (
            "title: {zh: 题}",
            "title: {zh: 题}\n    display: {divide_by: 10, unit: {en: x}}",
            "display.unit has no text in zh",
        ),
        ("ref_area: 京津冀", "ref_area: 京津冀, label: {en: x}", "series[0].label has no text in zh"),
    ],
)
def test_a_mistake_leaves_out_its_figure(tmp_path, old, new, what):
    figures, problems = declared(
        tmp_path, GOOD.replace(old, new) + GOOD.replace("figures:\n", "").replace("one", "two")
    )
    assert [figure.id for figure in figures] == ["two"]
    assert any(what in problem.what for problem in problems)
    assert all(problem.stage == "figures" for problem in problems)
