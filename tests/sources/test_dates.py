import pytest
from hypothesis import given
from hypothesis import strategies as st

from suyuan.sources.dates import earliest, edtf_problem, latest

GOOD = [
    "2024", "2024-08", "2024-08-14", "2022-12", "2014/2016", "2023-01/2023-11", "2018/..", "../2007", "XXXX-05-16",
    "XXXX-11-28", "198X", "199X~", "2018?", "2024-02-29", "0000-02-29",
]  # fmt: skip

WRITE = "2024-08-14, 2022-12, 2014/2016, 2018/.. or XXXX-05-16"
BAD = {
    "2024-13": f"'2024-13' is no EDTF date; write it as {WRITE}",
    "2024/12/13": f"'2024/12/13' is no EDTF date; write it as {WRITE}",
    "20240814": f"'20240814' is no EDTF date; write it as {WRITE}",
    "2024-8-14": f"'2024-8-14' is no EDTF date; write it as {WRITE}",
    "14 August 2024": f"'14 August 2024' is no EDTF date; write it as {WRITE}",
    "2024年8月": f"'2024年8月' is no EDTF date; write it as {WRITE}",
    "..": f"'..' is no EDTF date; write it as {WRITE}",
    "": f"'' is no date; write EDTF without blanks: {WRITE}",
    " 2024": f"' 2024' is no date; write EDTF without blanks: {WRITE}",
    "2023-02-29": "'2023-02-29': the day 2023-02-29 is not in the calendar",
    "2023/2024-04-31": f"'2023/2024-04-31' is no EDTF date; write it as {WRITE}",
    "2023/2023-02-29": "'2023/2023-02-29': the day 2023-02-29 is not in the calendar",
    "2024/2023": "'2024/2023': the interval ends before it begins",
    "2024-06/2024-02": "'2024-06/2024-02': the interval ends before it begins",
}


@pytest.mark.parametrize("text", GOOD)
def test_valid_dates(text):
    assert edtf_problem(text) is None


@pytest.mark.parametrize(("text", "message"), BAD.items())
def test_messages(text, message):
    assert edtf_problem(text) == message


@given(st.dates())
def test_every_day_of_the_calendar_is_valid(day):
    assert edtf_problem(day.isoformat()) is None


@given(st.text(max_size=12))
def test_any_text_has_an_answer(text):
    assert edtf_problem(text) is None or isinstance(edtf_problem(text), str)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2014/2016", (2014, 1, 1), (2016, 12, 31)),
        ("2018/..", (2018, 1, 1), (float("inf"),)),
        ("../2007", (float("-inf"),), (2007, 12, 31)),
        ("XXXX-05-16", (0, 5, 16), (9999, 5, 16)),
    ],
)
def test_ends(text, first, last):
    assert (earliest(text), latest(text)) == (first, last)
