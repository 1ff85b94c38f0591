"""Observations of five sources on one measure, with bounds, a range and a conflict, two parts of a whole, acts."""

from __future__ import annotations

from typing import Any

import pytest

from factories import make_fact, make_measure
from suyuan.figures import FigureInputs, Names, SourceLabel
from suyuan.observe import observe
from suyuan.observe.coverage import coverage
from suyuan.reconcile.acts import with_mentions
from suyuan.reconcile.catalogue import by_id
from suyuan.records import Act, TextLocator

SOURCES = {
    "a": SourceLabel({"zh": "某通讯社"}, {"zh": "某通讯社：《报道》"}),
    "c": SourceLabel({"zh": "某某等（2023）"}, {"zh": "某某等：《论文》"}),
}
ENGLISH = {"京津冀": "Jing-Jin-Ji", "长三角": "Yangtze Delta", "交通": "transport"}


@pytest.fixture(scope="session")
def built() -> FigureInputs:
    return make_built()


@pytest.fixture(scope="session")
def names() -> Names:
    return make_names()


def make_names() -> Names:
    return Names(
        area_label=lambda name, language: ENGLISH.get(name, name) if language == "en" else name,
        value_label=lambda _, value, language: ENGLISH.get(value, value) if language == "en" else value,
        sources=SOURCES,
    )


def make_act(act_id: str, **given: Any) -> Act:
    filled: dict[str, Any] = {
        "act_id": act_id,
        "source_id": "c",
        "edition": "digest",
        "locator": TextLocator(start=0, end=9, context_hash="0" * 12),
        "start": 0,
        "end": 9,
        "sentence": "某地印发某文件。",
        "date": "2020-03",
        "title": "某地标准化办法",
        "act": "印发",
        "level": "省级",
        "method": "test",
    }
    return Act.model_validate(filled | given)


def make_built() -> FigureInputs:
    catalogue = by_id(
        [
            make_measure("standards", areas=["京津冀", "长三角"]),
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
        make_fact("s2", 12, time="2020", measure_id="share", unit="%", breakdown={"领域": "交通"}),
        make_fact("s3", 18, time="2020", measure_id="share", unit="%", breakdown={"领域": "别的领域"}),
        make_fact("s4", 60, time="2025", measure_id="share", unit="%", nature="target"),
        make_fact("x1", 5, time="XXXX", area=("川渝",), **given),
    ]  # fmt: skip
    observations = observe(facts, catalogue).observations
    acts = [
        make_act("act-1", mentions=("act-2",), date="2021"),
        make_act("act-2", mentions=("act-1",), date="2021-07-02", source_id="a", edition="original", level=None),
        make_act("act-3", date="2019-05", level="国家", act="联合印发",
                 title="某部关于某事的一个有着很长很长很长很长很长名称的指导意见"),
        make_act("act-4", date=None, title="没有时间的办法"),
        make_act("act-5", date="2015-04/..", level="区域", title="框架合作协议", act="签署"),
        make_act("act-6", date="2016", level=None, title=None, act="召开", actors=("某局",)),
        make_act("act-7", date="199X~", level=None, title="某法", act="颁布"),
        make_act("act-8", date="2019", level=None, source_id="a", title="某办法", act="发布", actors=("某局",)),
        make_act("act-9", date="2019-11", level="省级", source_id="b", title="某办法", act="发布"),
        make_act("act-10", date="2018", level=None, source_id="b", title="某办法", act="发布", actors=("另一局",)),
    ]  # fmt: skip
    return FigureInputs(
        observations=observations,
        facts=facts,
        catalogue=catalogue,
        acts=with_mentions(acts),
        coverage=coverage(observations),
        known_areas=["京津冀", "长三角", "海南", "川渝"],
    )
