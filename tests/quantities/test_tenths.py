"""A digit or 半 behind 成."""

from __future__ import annotations

from fractions import Fraction

import pytest

from suyuan.quantities.after_unit import after_tenths

BEHIND = [
    ("5", 5, 1),
    ("5，", 5, 1),
    ("3左右", 3, 1),
    ("五的学生", 5, 1),
    ("半", 5, 5),
    ("半以上", 5, 5),
    ("半的企业", 5, 5),
    # goes with what follows
    ("", None, None),
    ("企业", None, None),
    ("5年期", None, None),
    ("5.2万户", None, None),
    ("25项", None, None),
    ("五个", None, None),
    ("五十家", None, None),
    ("半年", None, None),
    ("半数", None, None),
]


@pytest.mark.parametrize(("behind", "value", "step"), BEHIND, ids=[repr(case[0]) for case in BEHIND])
def test_what_stands_behind_tenths(behind: str, value: int | None, step: int | None) -> None:
    reading = after_tenths(f"三成{behind}", 2)
    assert (reading and (reading.value, reading.step)) == (
        None if value is None or step is None else (Fraction(value), Fraction(step))
    )
