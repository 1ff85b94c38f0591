from datetime import date

import pytest

from suyuan.records.period import frequency, period, plain_period

D = date


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision"),
    [
        ("2022", D(2022, 1, 1), D(2022, 12, 31), "year"),
        ("2022-12", D(2022, 12, 1), D(2022, 12, 31), "month"),
        ("2024-02", D(2024, 2, 1), D(2024, 2, 29), "month"),
        ("2017-10-04", D(2017, 10, 4), D(2017, 10, 4), "day"),
        ("2016~", D(2016, 1, 1), D(2016, 12, 31), "year"),
        ("2023-33", D(2023, 1, 1), D(2023, 3, 31), "quarter"),
        ("2023-36", D(2023, 10, 1), D(2023, 12, 31), "quarter"),
        ("2014/2016", D(2014, 1, 1), D(2016, 12, 31), "span"),
        ("2023-01/2023-11", D(2023, 1, 1), D(2023, 11, 30), "span"),
        ("2018/..", D(2018, 1, 1), None, "span"),
        ("../2007", None, D(2007, 12, 31), "span"),
        ("198X", D(1980, 1, 1), D(1989, 12, 31), "span"),
        ("XXXX-05-16", None, None, "day"),
        ("XXXX", None, None, "year"),
        (None, None, None, "span"),
    ],
)
def test_days_of_a_period(edtf, first, last, precision):
    assert period(edtf) == (first, last, precision)
    assert period(edtf).dated == (first is not None and last is not None)


@pytest.mark.parametrize("edtf", ["around 2020", "2022-13", "20221", "2022年"])
def test_other_text_is_refused(edtf):
    with pytest.raises(ValueError, match=r"month|EDTF"):
        period(edtf)


@pytest.mark.parametrize(
    ("edtf", "time_kind", "kind", "hint", "expected"),
    [
        ("2017-10-04", "as_of", "stock", None, "point"),
        ("2019", "during", "stock", None, "point"),
        ("2025", "as_of", "share", None, "point"),
        ("2016", "during", "flow", None, "A"),
        ("2023-05", "during", "flow", None, "M"),
        ("2023-34", "during", "flow", None, "Q"),
        ("2023-01/2023-11", "during", "flow", None, "YTD"),
        ("2023-01/2023-12", "during", "flow", None, "A"),
        ("2023-04/2023-06", "during", "flow", None, "Q"),
        ("2023-05/2023-07", "during", "flow", None, "span"),
        ("2023-01-01/2023-08-20", "during", "flow", None, "YTD"),
        ("2014/2016", "during", "flow", None, "span"),
        ("2016/2023", "during", "growth", None, "A"),
        ("2024-08-14", "during", "flow", None, "span"),
        (None, None, "flow", "A", "A"),
        (None, None, "flow", None, "span"),
        ("2018/..", "during", "growth", "A", "span"),
        ("XXXX-05", "during", "flow", "A", "A"),
        ("XXXX-05-16", None, "flow", "M", "M"),
    ],
)
def test_frequency(edtf, time_kind, kind, hint, expected):
    assert frequency(edtf, time_kind, kind, hint) == expected


def test_a_period_holds_a_finer_one_inside_it():
    assert period("2022").holds(period("2022-12"))
    assert not period("2022-12").holds(period("2022"))
    assert not period("2022/..").holds(period("2022-12"))


@pytest.mark.parametrize(
    ("edtf", "plain"),
    [
        ("2022-01/2022-12", "2022"),
        ("2022-01-01/2022-12-31", "2022"),
        ("2023-01/2023-03", "2023-33"),
        ("2023-10/2023-12", "2023-36"),
        ("2024-02-01/2024-02-29", "2024-02"),
        ("2024-02-29/2024-02-29", "2024-02-29"),
        ("2022-01-01/2023-12-31", "2022-01-01/2023-12-31"),
        ("2016/2023", "2016/2023"),
        ("2023-02/2023-04", "2023-02/2023-04"),
        ("2018/..", "2018/.."),
        ("2022~/2022-12", "2022~/2022-12"),
        ("2022-12", "2022-12"),
    ],
)
def test_one_period_has_one_plain_name(edtf, plain):
    assert plain_period(edtf) == plain
    assert period(edtf)[:2] == period(plain)[:2]
