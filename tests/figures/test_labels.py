import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan.figures.labels import GAP, Rect, Wish, crosses, leader, place

AREA = Rect(0, 0, 300, 200)
POINTS = st.tuples(st.floats(10, 290), st.floats(10, 190))


@settings(max_examples=25, deadline=None)
@given(st.lists(POINTS, min_size=1, max_size=8))
def test_no_label_overlaps_another_or_leaves_its_area(points):
    marks = [Rect(x - 4, y - 4, x + 4, y + 4) for x, y in points]
    placed = [
        p.rect for p in place([Wish(p, ((70, 18), (20, 10))) for p in points], AREA, marks) if p is not None
    ]
    assert all(rect.inside(AREA) for rect in placed)
    assert not any(a.overlaps(b, GAP) for i, a in enumerate(placed) for b in placed[:i])
    assert not any(rect.overlaps(mark) for rect in placed for mark in marks)


def test_a_label_stands_above_its_point_where_it_can():
    (placed,) = place([Wish((150, 100), ((40, 10),))], AREA)
    assert placed.form == 0
    assert placed.rect.y0 > 100
    assert placed.rect.x0 < 150 < placed.rect.x1


def test_lines_are_avoided():
    (placed,) = place([Wish((150, 100), ((40, 10),))], AREA, lines=[((0, 112), (300, 112))])
    assert not crosses(placed.rect, ((0, 112), (300, 112)))


def test_where_there_is_little_room_the_shorter_form_is_taken_and_where_there_is_none_nothing():
    narrow = Rect(0, 0, 60, 40)
    (short,) = place([Wish((30, 20), ((100, 20), (20, 8)))], narrow)
    assert short.form == 1
    assert place([Wish((30, 20), ((100, 20),))], narrow) == [None]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (((-5, 5), (15, 5)), True),
        (((2, 2), (3, 3)), True),
        (((-5, -5), (-1, -1)), False),
        (((0, 12), (12, 12)), False),
        (((5, -5), (5, 15)), True),
        (((-6, 5), (5, 16)), False),
    ],
)
def test_crossing(line, expected):
    assert crosses(Rect(0, 0, 10, 10), line) is expected


def test_far_labels_have_a_leader():
    assert leader(Rect(0, 20, 10, 30), (5, 0)) == ((5, 20), (5, 0))
    assert leader(Rect(0, 5, 10, 30), (5, 0)) is None


def test_a_fuller_form_is_worth_a_crossing_but_not_worth_more_than_its_cost():
    wall = [((0, 100 + step), (300, 100 + step)) for step in range(-91, 92, 14)]
    wish = Wish((150, 100), ((60, 30), (20, 8)), (0.0, 30.0))
    (placed,) = place([wish], AREA, lines=wall)
    assert placed.form == 1  # the short one crosses nothing
    dear = Wish((150, 100), ((60, 30), (20, 8)), (0.0, 3000.0))
    (placed,) = place([dear], AREA, lines=wall)
    assert placed.form == 0


def test_labels_at_the_edge_are_moved_inside():
    (placed,) = place([Wish((3, 100), ((80, 10),))], AREA)
    assert placed.rect.inside(AREA)
    assert placed.rect.x0 == 0
    assert placed.form == 0


def test_leaders_do_not_run_over_strange_marks():
    strange = Rect(96, 40, 104, 160)
    (placed,) = place([Wish((90, 100), ((60, 10),))], Rect(80, 0, 300, 200), [Rect(86, 96, 94, 104), strange])
    line = leader(placed.rect, (90, 100))
    assert line is None or not crosses(strange, line)
