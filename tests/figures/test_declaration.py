from pathlib import Path

import pytest

from suyuan.figures import read_figures
from suyuan.figures.registry import KINDS

ROOT = Path(__file__).parents[2]
GOOD = """\
figures:
  - id: one
    kind: time_series
    languages: [zh]
    title: {zh: 题}
    series: [{measure: m, ref_area: 京津冀}]
"""
SERIES = "series: [{measure: m, ref_area: 京津冀}]"
ROWS = "kind: by_category\n    languages: [zh]\n    title: {zh: 题}\n    panels: [{rows: [%s]}]\n"
TIMELINE = "kind: act_timeline\n    title: {zh: 题, en: T}\n    %s\n"
MATRIX = "kind: coverage_matrix\n    title: {zh: 题, en: T}\n    %s\n"


def declared(tmp_path, text):
    path = tmp_path / "figures.yaml"
    path.write_text(text, encoding="utf-8")
    return read_figures(path)


def test_the_figures_of_the_project_have_no_mistakes_and_use_every_kind():
    figures, problems = read_figures(ROOT / "config/figures.yaml")
    assert problems == []
    assert {figure.kind for figure in figures} == set(KINDS)
    assert all(set(figure.languages) == {"zh", "en"} for figure in figures)
    assert all(set(figure.sizes) == {"single", "double"} for figure in figures)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("kind:", "knd:", "did you mean 'kind'?"),
        ("ref_area:", "ref_aera:", "did you mean 'ref_area'?"),
        ("title: {zh: 题}", "title: {en: Title}", "title has no text in zh"),
        ("title: {zh: 题}", "title: {zh: 题}\n    sizes: [doubel]", "did you mean 'double'?"),
        ("title: {zh: 题}", "title: {zh: 题}\n    size: double", "did you mean 'sizes'?"),
        ("title: {zh: 题}", "title: {zh: 题}\n    display: {divide_by: 0, unit: {zh: 亿}}", "above 0"),
        (SERIES, "series: []", "give either series"),
        (SERIES, f"{SERIES}\n    panels: [{{{SERIES}}}]", "give either series"),
        (SERIES, f"panels: [{{{SERIES}}}]\n    y_label: {{zh: 轴}}", "belong into the panels"),
        (SERIES, f"panels: [{{{SERIES}, titel: {{zh: x}}}}]", "did you mean 'title'?"),
        ("kind: time_series", "kind: timeseries", "did you mean 'time_series'?"),
        ("kind: time_series", "kind: 7", "kind"),
        ("title: {zh: 题}", "title: {zh: ''}", "is empty"),
        ("title: {zh: 题}", "title: {zh: 题}\n    caption: {zh: '{frist}'}", "did you mean 'first'?"),
        ("languages: [zh]", "languages: [zh, zh]", "one is given twice"),
        ("languages: [zh]", "languages: [zh, en]", "title has no text in en"),
        ("title: {zh: 题}", "title: {zh: 题}\n    display: {divide_by: 亿, unit: {zh: 亿}}", "is no number"),
        ("title: {zh: 题}", "title: {zh: 题}\n    display: {divide_by: 1e8, unit: {zh: 亿}}", "is no number"),
        (
            "title: {zh: 题}",
            "title: {zh: 题}\n    display: {divide_by: 10, unit: {en: x}}",
            "display.unit has no text in zh",
        ),
        ("ref_area: 京津冀", "ref_area: 京津冀, label: {en: x}", "series[0].label has no text in zh"),
        (GOOD[25:], ROWS % "{measure: m}", "ref_area is missing"),
        (GOOD[25:], ROWS % "{measure: m, by: area, ref_area: 京津冀}", "takes no ref_area"),
        (GOOD[25:], ROWS % "{measure: m, ref_area: 京津冀, values: [x]}", "values need by"),
        (GOOD[25:], ROWS % "{measure: m, by: area, label: {zh: x}}", "label names one row"),
        (GOOD[25:], ROWS % "{measure: m, by: area, title: {en: x}}", "panels[0].rows[0].title has no text in zh"),
        (GOOD[25:], ROWS % "{measure: m, bye: area}", "did you mean 'by'?"),
        (GOOD[25:], TIMELINE % "levels: [国加]", "is not one of 国家"),
        (GOOD[25:], TIMELINE % "form_year: 2014", "did you mean 'from_year'?"),
        (GOOD[25:], MATRIX % "measure: [m]", "did you mean 'measures'?"),
        (GOOD[25:], MATRIX % "least: 0", "greater than or equal to 1"),
    ],
)  # fmt: skip
def test_a_mistake_leaves_out_its_figure(tmp_path, old, new, what):
    assert old in GOOD
    figures, problems = declared(
        tmp_path, GOOD.replace(old, new) + GOOD.replace("figures:\n", "").replace("one", "two")
    )
    assert [figure.id for figure in figures] == ["two"]
    assert any(what in problem.what for problem in problems), problems
    assert all(problem.stage == "figures" for problem in problems)


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        (SERIES, [("series 1", "m", ("京津冀",))]),
        (f"panels: [{{{SERIES}}}]", [("panel 1, series 1", "m", ("京津冀",))]),
    ],
)
def test_what_a_time_series_asks_for(tmp_path, entry, wanted):
    (figure,), _ = declared(tmp_path, GOOD.replace(SERIES, entry))
    assert [(w.where, w.measure, w.areas) for w in figure.wanted()] == wanted


def test_what_the_other_kinds_ask_for(tmp_path):
    rows = "{measure: m, by: area, values: [北京, 天津+河北]}, {measure: n, ref_area: 京津冀, by: 领域}"
    (figure,), _ = declared(tmp_path, GOOD[:25] + ROWS % rows)
    assert [(w.where, w.measure, w.areas) for w in figure.wanted()] == [
        ("panel 1, rows 1", "m", ("北京", "天津", "河北")),
        ("panel 1, rows 2", "n", ("京津冀",)),
    ]
    (figure,), _ = declared(tmp_path, GOOD[:25] + MATRIX % "measures: [m]\n    areas: [京津冀]")
    assert [(w.measure, w.areas) for w in figure.wanted()] == [("m", ()), (None, ("京津冀",))]
