"""The comparison of benchmarks/digits.py: numbers of two readings of one page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.digit_runs import Line, Run, compare, kind_of, line_of, plain, runs_of, strips_of
from suyuan.document import CharBox

STEP, HEIGHT = 5.0, 10.0


def typed(
    text: str, *, page: int = 1, left: float = 0.0, top: float = 0.0
) -> list[tuple[str, CharBox | None]]:
    """Characters set one beside the other; a blank has no box, ``/`` begins a line."""
    found: list[tuple[str, CharBox | None]] = []
    x = left
    for char in text:
        if char == "/":
            x, top = left, top + 2 * HEIGHT
            continue
        box = None if char.isspace() else CharBox(page, x, top, x + STEP, top + HEIGHT)
        found.append((char, box))
        x += STEP
    return found


def recognised(text: str, *, left: float = 0.0, top: float = 0.0) -> Line:
    """A recognised line as it is kept: no blanks, but a mark on what follows one."""
    chars: list[tuple[str, float, float, float, float, float, bool]] = []
    apart = False
    for place, char in enumerate(text):
        if char != " ":
            x = left + place * STEP
            chars.append((char, x, top, x + STEP, top + HEIGHT, 1.0, apart))
        apart = char == " "
    return line_of(chars)


def texts(text: str) -> list[str]:
    return ["|".join(run.text for _, run in parts) for parts in runs_of(typed(text))]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("增长8.5％，达1,234.50亿元", ["8.5%", "1,234.50"]),
        ("２０１６年，－３．５‰", ["2016", "-3.5‰"]),
        ("2016-2020年", ["2016", "2020"]),  # a hyphen between numbers is no sign
        ("COVID-19；(-0.7)；±2", ["19", "-0.7", "±2"]),
        ("12 326 人", ["12", "326"]),
        ("1.表，2，", ["1", "2"]),  # only marks inside a number belong to it
        ("③ m² 值[2]", ["2", "2"]),
        ("12.5/36万", ["12.5|36"]),  # runs over a line end
        ("无", []),
    ],
)
def test_numbers_of_a_text(text: str, numbers: list[str]) -> None:
    assert texts(text) == numbers


def test_a_number_over_a_page_end_has_a_part_on_each() -> None:
    (parts,) = runs_of([*typed("20", page=3), *typed("16", page=4)])
    assert [(page, run.text) for page, run in parts] == [(3, "20"), (4, "16")]


def test_a_number_in_a_line_that_stands_on_end_is_one() -> None:
    upwards = [(c, CharBox(1, 0, 100 - 5 * i, 10, 105 - 5 * i)) for i, c in enumerate("3620")]
    ((_, run),) = runs_of(upwards)[0:1][0]
    assert run == Run("3620", 0, 85, 10, 105)


@pytest.mark.parametrize(
    ("ours", "second", "kind"),
    [
        (["51"], ["5.1"], "marks"),
        (["5.1"], ["-5.1"], "marks"),
        (["1,234"], ["1", ",234"], "segments"),
        (["12.5", "36"], ["12.536"], "segments"),
        (["2015"], ["2016"], "digits"),
        (["2015"], [], "only ours"),
        ([], ["5"], "only second"),
    ],
)
def test_kind_of_a_difference(ours: list[str], second: list[str], kind: str) -> None:
    assert kind_of(ours, second) == kind


def differences(ours: str, *second: Line) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    runs = [run for parts in runs_of(typed(ours)) for _, run in parts]
    return [(one.kind, one.ours, one.second) for one in compare(runs, second)]


@pytest.mark.parametrize(
    ("ours", "second", "expected"),
    [
        ("共51人占3.5%", "共51人占3.5%", []),
        ("共51人占3.5%", "共5.1人占3.5%", [("marks", ("51",), ("5.1",))]),
        ("共51人占3.5%", "共51人占85%", [("digits", ("3.5%",), ("85%",))]),
        ("共51人占  ", "共51人占35", [("only second", (), ("35",))]),
        ("12 36", "1236 ", [("segments", ("12", "36"), ("1236",))]),
    ],
)
def test_differences_on_a_line(
    ours: str, second: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...]]]
) -> None:
    assert differences(ours, recognised(second)) == expected


def test_what_recognition_has_elsewhere_is_no_match() -> None:
    assert differences("51人", recognised("51人", top=40)) == [
        ("only ours", ("51",), ()),
        ("only second", (), ("51",)),
    ]


def test_columns_are_held_against_their_own_lines() -> None:
    runs = [
        run
        for text, left in (("7", 0), ("9", 200))
        for parts in runs_of(typed(text, left=left))
        for _, run in parts
    ]
    assert compare(runs, [recognised("9", left=200), recognised("7")]) == []


def test_the_box_is_about_both_readings() -> None:
    runs = [run for parts in runs_of(typed("51")) for _, run in parts]
    (one,) = compare(runs, [recognised("5.1", top=2)])
    assert one[3:] == (0, 0, 3 * STEP, 2 + HEIGHT)


@given(st.lists(st.sampled_from(["12", "3.5%", "-7", "1,000", "元", "增长"]), max_size=8))
def test_a_reading_does_not_differ_from_itself(words: list[str]) -> None:
    text = " ".join(words)
    assert differences(text, *([recognised(text)] if words else [])) == []


def test_a_form_stays_one_character_long() -> None:
    assert {plain(char) for char in "５⁵₅"} == {"5"}
    assert [plain(char) for char in "①⑴％½−"] == ["①", "⑴", "%", "½", "-"]


def cut(text: str) -> list[tuple[float, float]]:
    return [(strip.x0, strip.x1) for strip in strips_of(typed(text))]


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("表", []),
        ("共5人", [(-10, 25)]),  # wider by an em of the line's height
        ("5\t6", [(-10, 7.5), (7.5, 25)]),  # cells apart, half of the gap to each
        ("5   6", [(-10, 12.5), (12.5, 35)]),  # a wide gap
        ("5/6", [(-10, 15), (-10, 15)]),  # a line each
    ],
)
def test_stretches_to_cut_out(text: str, stretches: list[tuple[float, float]]) -> None:
    assert cut(text) == stretches


def test_a_stretch_that_stands_on_end_says_how_to_turn_it() -> None:
    upwards = [(c, CharBox(1, 0, 100 - 5 * i, 10, 105 - 5 * i)) for i, c in enumerate("3620")]
    assert [strip.turn for strip in strips_of(upwards)] == [270]
    assert [strip.turn for strip in strips_of(upwards[::-1])] == [90]


def test_a_stretch_with_tall_boxes_ends_half_way_to_its_neighbours() -> None:
    rows: list[tuple[str, CharBox | None]] = []
    for i in range(3):
        rows += [(str(i), CharBox(1, 0, 17 * i, 5, 17 * i + 28)), ("\n", None)]
    assert [(strip.top, strip.bottom) for strip in strips_of(rows)] == [
        (-0.5, 22.5),
        (22.5, 39.5),
        (39.5, 62.5),
    ]
