import pytest

from suyuan.figures.declaration import FigureDeclaration
from suyuan.figures.select import select


def selected(built, *series, **given):
    declaration = FigureDeclaration.model_validate(
        {"id": "x", "kind": "time_series", "title": {"zh": "题"}, "series": list(series), **given}
    )
    facts = {fact.fact_id: fact for fact in built.facts}
    return select(
        declaration, built.observations, facts, built.catalogue, ["京津冀", "长三角", "海南", "川渝"]
    )


def test_marks_stand_in_the_order_of_time_and_name_their_observations(built):
    data, problems = selected(built, {"measure": "standards", "ref_area": "京津冀"})
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
    assert [o.time_period for o in data.series[0].undated] == ["XXXX-11-28"]


def test_intervals_are_shown_for_ranges_and_about(built):
    data, _ = selected(built, {"measure": "standards", "ref_area": "长三角"})
    assert [(m.observation.comparator, m.low, m.value, m.high) for m in data.marks][:4] == [
        (">", None, 20, None),
        ("~", 35, 40, 45),
        ("<", None, 55, None),
        ("range", 60, 65, 70),
    ]


def test_values_are_shown_in_the_declared_unit(built):
    data, _ = selected(
        built,
        {"measure": "standards", "ref_area": "京津冀"},
        display={"divide_by": 10, "unit": {"zh": "十项"}},
    )
    assert float(data.marks[0].value) == 0.9


@pytest.mark.parametrize(
    ("series", "what", "todo"),
    [
        (
            {"measure": "standard", "ref_area": "京津冀"},
            "unknown measure standard",
            "did you mean 'standards'?",
        ),
        (
            {"measure": "never_stated", "ref_area": "京津冀"},
            "no source states the measure never_stated",
            "add a source",
        ),
        (
            {"measure": "standards", "ref_area": "海南"},
            "no source states the measure for 海南",
            "stated for: 京津冀",
        ),
        ({"measure": "standards", "ref_area": "京津翼"}, "unknown area 京津翼", "did you mean '京津冀'?"),
        (
            {"measure": "standards", "ref_area": "京津冀", "nature": "target"},
            "is not stated with",
            "nature actual, freq point",
        ),
        (
            {"measure": "standards", "ref_area": "京津冀", "breakdown": {"领域": "交通"}},
            "is not stated with",
            "breakdown {}",
        ),
        ({"measure": "standards", "ref_area": "川渝"}, "only without a year", "dated source"),
    ],
)
def test_what_nobody_states_is_a_problem_that_says_what_could_be_meant(built, series, what, todo):
    data, problems = selected(built, series)
    assert data is None
    assert what in problems[0].what
    assert todo in problems[0].todo
    assert (problems[0].file, problems[0].where) == ("config/figures.yaml", "figure x, series 1")


def test_series_of_different_units_are_not_drawn_together(built):
    data, problems = selected(
        built, {"measure": "standards", "ref_area": "京津冀"}, {"measure": "share", "ref_area": "京津冀"}
    )
    assert data is None
    assert "different units: %, 项" in problems[0].what
