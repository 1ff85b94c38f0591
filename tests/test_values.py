"""Values: compared by their fields, made anew instead of changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from suyuan.values import value


@value
class Rate:
    per: str
    times: int = 1


def test_values_are_compared_and_hashed_by_their_fields() -> None:
    assert Rate("km") == Rate("km", 1) and hash(Rate("km")) == hash(Rate("km", 1))
    assert Rate("km") != Rate("km", 2)
    assert {Rate("km"): 3}[replace(Rate("m"), per="km")] == 3


def test_value_has_no_other_attributes() -> None:
    with pytest.raises(AttributeError):
        Rate("km").unit = "km"  # type: ignore[attr-defined]
