"""Times in English abstracts."""

import pytest

from suyuan.time import find_times
from suyuan.time.english import english_times


@pytest.mark.parametrize(
    ("text", "edtf", "kind"),
    [
        ("12 plans in the years from 1990 to 1999", "1990/1999", "during"),
        ("between 2001 and 2004 it grew", "2001/2004", "during"),
        ("in 2005-2008 it grew", "2005/2008", "during"),
        ("By the end of 2016，12 plans", "2016-12", "as_of"),
        ("as of June 2020", "2020-06", "as_of"),
        ("After 2014，plans", "2014/..", "during"),
        ("since March 2011", "2011-03/..", "during"),
        ("before 2008", "../2007", "during"),
        ("was founded in 2003", "2003", "during"),
    ],
)
def test_forms(text, edtf, kind):
    assert [(time.edtf, time.kind) for time in english_times(text)] == [(edtf, kind)]
    assert [time.edtf for time in find_times(text)] == [edtf]


@pytest.mark.parametrize(
    "text", ["in 20050 cases", "in 12 cities", "from 3 to 5", "in the region", "within 2005"]
)
def test_what_is_none(text):
    assert english_times(text) == []
