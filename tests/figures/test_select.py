from dataclasses import replace

import pytest

from figure_layout import declaration
from suyuan.figures.registry import KINDS

JING = {"measure": "standards", "ref_area": "京津冀"}
CHANG = {"measure": "standards", "ref_area": "长三角"}


def selected(built, kind="time_series", **given):
    declared = declaration(kind, "x", **given)
    return KINDS[kind].select(declared, built)


def test_marks_stand_in_the_order_of_time_and_name_their_observations(built):
    data, problems = selected(built, series=[JING])
    assert problems == []
    assert [(m.observation.time_period, int(m.value)) for m in data.marks] == [
        ("2017-10-04", 9),
        ("2018", 41),
        ("2022-12", 75),
        ("2024-04", 86),
        ("2024-05-17", 86),
        ("2024-08-14", 87),
    ]
    assert all(m.gid == m.observation.observation_id for m in data.marks)
    assert [o.time_period for o in data.undated] == ["XXXX-11-28"]


def test_undated_values_are_shown_where_that_is_declared(built):
    data, problems = selected(
        built, series=[JING, {"measure": "standards", "ref_area": "川渝"}], undated=True
    )
    assert problems == []
    assert [m.observation.time_period for m in data.marks if not m.dated] == ["XXXX-11-28", "XXXX"]
    assert data.undated == ()


def test_a_second_mark_of_an_observation_has_an_id_of_its_own(built):
    data, _ = selected(built, panels=[{"series": [JING]}, {"series": [JING]}])
    first, second = data.panels
    assert [m.gid for m in second.marks] == [f"{m.gid}-2" for m in first.marks]


def test_intervals_are_shown_for_ranges_and_about(built):
    data, _ = selected(built, series=[CHANG])
    assert [(m.observation.comparator, m.low, m.value, m.high) for m in data.marks][:4] == [
        (">", None, 20, None),
        ("~", 35, 40, 45),
        ("<", None, 55, None),
        ("range", 60, 65, 70),
    ]


def test_values_are_shown_in_the_declared_unit(built):
    display = {"divide_by": 10, "unit": {"zh": "十项", "en": "tens"}}
    data, _ = selected(built, series=[JING], display=display)
    assert float(data.marks[0].value) == 0.9
    english, _ = selected(
        replace(built, language="en"), series=[JING], display=display | {"divide_by_in": {"en": 100}}
    )
    assert float(english.marks[0].value) == 0.09


def test_a_line_does_not_join_a_state_known_to_the_year_with_others_of_that_year(built):
    (early,) = [o for o in built.observations if o.time_period == "2017-10-04"]
    coarse = early.model_copy(update={"observation_id": "obs-year", "time_period": "2017"})
    data, _ = selected(replace(built, observations=[*built.observations, coarse]), series=[JING])
    (line,) = data.panels[0].series
    assert "obs-year" in [mark.gid for mark in line.dated]
    assert [m.observation.time_period for m in line.joined] == [
        "2017-10-04", "2018", "2022-12", "2024-04", "2024-05-17", "2024-08-14",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("series", "what", "todo"),
    [
        (JING | {"measure": "standard"}, "unknown measure standard", "did you mean 'standards'?"),
        (JING | {"measure": "never_stated"}, "no source states the measure never_stated", "add a source"),
        (JING | {"ref_area": "海南"}, "no source states the measure for 海南", "stated for: 京津冀"),
        (JING | {"ref_area": "京津翼"}, "unknown area 京津翼", "did you mean '京津冀'?"),
        (JING | {"nature": "target"}, "is not stated with", "nature actual, freq point"),
        (JING | {"breakdown": {"领域": "交通"}}, "is not stated with", "breakdown {}"),
        (JING | {"ref_area": "川渝"}, "only without a year", "dated source"),
    ],
)
@pytest.mark.parametrize("kind", ["time_series", "by_category"])
def test_what_nobody_states_is_a_problem_that_says_what_could_be_meant(built, kind, series, what, todo):
    if kind == "by_category" and "year" in what:
        pytest.skip("rows need no year")
    given = {"series": [series]} if kind == "time_series" else {"panels": [{"rows": [series]}]}
    data, problems = selected(built, kind, **given)
    assert data is None
    assert what in problems[0].what
    assert todo in problems[0].todo
    where = {"time_series": "figure x, series 1", "by_category": "figure x, panel 1, rows 1"}[kind]
    assert (problems[0].file, problems[0].where) == ("config/figures.yaml", where)


@pytest.mark.parametrize("kind", ["time_series", "by_category"])
def test_different_units_are_not_drawn_on_one_scale(built, kind):
    both = [JING, {"measure": "share", "ref_area": "京津冀"}]
    given = {"series": both} if kind == "time_series" else {"panels": [{"rows": both}]}
    data, problems = selected(built, kind, **given)
    assert data is None
    assert "different units: %, 项" in problems[0].what


def names_of(data):
    return [(c.value, [int(m.value) for m in c.marks]) for panel in data.panels for c in panel.categories]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ({"measure": "share", "by": "area"}, [("京津冀", [30])]),
        ({"measure": "share", "ref_area": "京津冀", "by": "领域"}, [("别的领域", [18]), ("交通", [12])]),
        (
            {"measure": "share", "ref_area": "京津冀", "by": "领域", "values": ["交通", "别的领域"]},
            [("交通", [12]), ("别的领域", [18])],
        ),
        ({"measure": "share", "ref_area": "京津冀", "nature": "target"}, [(None, [60])]),
        (
            {"measure": "standards", "by": "area", "values": ["川渝", "京津冀"]},
            [("川渝", [5]), ("京津冀", [9, 41, 75, 86, 86, 87, 17])],
        ),
    ],
)  # fmt: skip
def test_categories(built, rows, expected):
    data, problems = selected(built, "by_category", panels=[{"rows": [rows]}])
    assert problems == []
    assert names_of(data) == expected


def test_a_dimension_that_nobody_states_is_a_problem(built):
    rows = {"measure": "standards", "ref_area": "京津冀", "by": "领域"}
    data, problems = selected(built, "by_category", panels=[{"rows": [rows]}])
    assert data is None
    assert "no value of 领域" in problems[0].what


@pytest.mark.parametrize(
    ("given", "titles"),
    [
        ({}, ["某法", "框架合作协议", "某办法", "指导意见", "某办法", "某地标准化办法"]),
        ({"acts": ["印发"]}, ["某地标准化办法"]),
        ({"levels": ["国家"], "without_level": False}, ["指导意见"]),
        ({"from_year": 2019, "to_year": 2020}, ["指导意见", "某办法"]),
        ({"titled": False, "acts": ["召开"]}, [None]),
    ],
)
def test_acts_in_the_order_of_time(built, given, titles):
    data, problems = selected(built, "act_timeline", **given)
    assert problems == []
    shown = [mark.title for mark in data.marks]
    assert len(shown) == len(titles)
    assert all(title == wanted or title.endswith(wanted) for title, wanted in zip(shown, titles, strict=True))


def test_acts_that_tell_the_same_are_one_mark_with_what_each_knows(built):
    data, _ = selected(built, "act_timeline")
    last = data.act_marks[-1]
    assert [act.act_id for act in last.acts] == ["act-2", "act-1"]
    assert (last.act.date, last.level) == ("2021-07-02", "省级")
    assert data.lanes == ["国家", "区域", "省级", "no_level"]
    assert [act.act_id for act in data.undated_acts] == ["act-4"]


def test_the_same_act_in_two_sources_is_one_mark_unless_anything_differs(built):
    data, _ = selected(built, "act_timeline")
    groups = {tuple(act.act_id for act in mark.acts) for mark in data.marks if mark.title == "某办法"}
    assert groups == {("act-9", "act-8"), ("act-10",)}


def test_no_act_is_a_problem(built):
    data, problems = selected(built, "act_timeline", acts=["废止"])
    assert data is None
    assert "no act with a date" in problems[0].what


def rows_of(data):
    return [(row.measure.id, row.areas, [(c.year, c.status) for c in row.cells]) for row in data.rows]


def test_cells_of_a_matrix(built):
    data, problems = selected(built, "coverage_matrix")
    assert problems == []
    found = {(measure, areas): cells for measure, areas, cells in rows_of(data)}
    assert found["standards", ("京津冀",)] == [
        (2017, "stated"), (2018, "stated"), (2022, "stated"), (2024, "stated"), (None, "stated"),
    ]  # fmt: skip
    assert found["standards", ("长三角",)][-1] == (2023, "conflicting")
    assert found["standards", ("川渝",)] == [(None, "stated")]
    assert found["share", ("京津冀",)] == [(2020, "stated"), (2025, "target")]
    assert data.without_year
    assert data.years == (2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025)


@pytest.mark.parametrize(
    ("given", "rows", "left_out"),
    [
        ({"dated": True}, [("京津冀",), ("长三角",), ("京津冀",)], 1),
        ({"dated": True, "undated_of": ["standards"]}, [("京津冀",), ("长三角",), ("川渝",), ("京津冀",)], 0),
        ({"measures": ["share", "standards"]}, [("京津冀",), ("京津冀",), ("长三角",), ("川渝",)], 0),
        ({"areas": ["长三角"]}, [("长三角",)], 0),
        ({"from_year": 2023, "to_year": 2023, "dated": True}, [("长三角",)], 2),
        ({"least": 3}, [("京津冀",), ("长三角",)], 0),
    ],
)
def test_rows_of_a_matrix(built, given, rows, left_out):
    data, _ = selected(built, "coverage_matrix", **given)
    assert [row.areas for row in data.rows] == rows
    assert data.left_out == left_out


def test_an_unknown_measure_of_a_matrix_is_a_problem(built):
    data, problems = selected(built, "coverage_matrix", measures=["standard"])
    assert data is None
    assert "did you mean 'standards'?" in problems[0].todo
