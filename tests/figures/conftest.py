"""Observations of five sources on one measure, with bounds, a range and a conflict, and two parts of a whole."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from factories import make_fact, make_measure
from suyuan.observe import observe
from suyuan.reconcile.catalogue import Catalogue, by_id
from suyuan.records import Fact, Observation


@dataclass(frozen=True)
class Built:
    """What the stages before the figures hand over."""

    facts: list[Fact]
    observations: list[Observation]
    catalogue: Catalogue


@pytest.fixture(scope="session")
def built() -> Built:
    return make_built()


def make_built() -> Built:
    catalogue = by_id(
        [
            make_measure("standards"),
            make_measure("never_stated", phrases=["别的"]),
            make_measure("share", unit="%", unit_aliases=[], kind="share"),
        ]
    )
    given = {"measure_id": "standards"}
    facts = [
        make_fact("f1", 9, time="2017-10-04", source_id="a", grade="repost", **given),
        make_fact("f2", 41, time="2018", source_id="b", grade="mirror", **given),
        make_fact("f3", 75, time="2022-12", source_id="c", **given),
        make_fact("f3b", 70, time="2022-12", source_id="c", comparator=">", start=70, **given),
        make_fact("f4", 86, time="2024-04", source_id="d", grade="mirror", **given),
        make_fact("f5", 86, time="2024-05-17", source_id="e", grade="mirror", **given),
        make_fact("f6", 87, time="2024-08-14", source_id="f", **given),
        make_fact("u1", 17, time="XXXX-11-28", source_id="h", grade="mirror", **given),
        make_fact("b1", 20, time="2019", area=("长三角",), comparator=">", **given),
        make_fact("b2", 40, time="2020-03", area=("长三角",), comparator="~", low=35, high=45, source_id="b", **given),
        make_fact("b3", 55, time="2021-06-01", area=("长三角",), comparator="<", grade="abstract", **given),
        make_fact("b4", None, value_min=60, value_max=70, surface="60至70项", comparator="range", time="2022",
                  area=("长三角",), **given),
        make_fact("b5", 81, time="2023", area=("长三角",), grade="repost", **given),
        make_fact("b6", 90, time="2023", area=("长三角",), source_id="c", grade="mirror", **given),
        make_fact("s1", 30, time="2020", measure_id="share", unit="%"),
        make_fact("x1", 5, time="XXXX", area=("川渝",), **given),
    ]  # fmt: skip
    return Built(facts, observe(facts, catalogue).observations, catalogue)
