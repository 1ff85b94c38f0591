"""Shares and means of a survey as figures."""

from functools import cache

import pytest

from figure_layout import declaration, gids, layout_faults
from survey_texts import BASE, own_corpus
from suyuan.figures import FigureInputs, Names
from suyuan.figures.caption import caption
from suyuan.figures.drawing import DRAW
from suyuan.figures.inputs import View
from suyuan.figures.registry import KINDS
from suyuan.figures.render import styled
from suyuan.figures.sidecar import sidecar
from suyuan.methods import METHODS, Analyses
from suyuan.reconcile.catalogue import by_id

TEXT = """# 阅览室

阅览室调查收回有效问卷456份。

更看重的方面（N=456）：选择座位的占68.9%，选择光线与通风等各种条件的约占36.8%。来阅览室的时间，选择晚上的占51%。

各馆满意程度：东馆的满意程度均值为3.52，西馆的满意程度均值为3.21，南馆的满意程度均值为2.98。借阅方便程度按5点计分。
"""
ITEMS = [
    {
        "id": "wanted", "label": {"zh": "看重的方面", "en": "What counts"}, "words": ["更看重的方面"],
        "options": [
            {"label": {"zh": "座位", "en": "seats"}, "words": ["座位"]},
            {"label": {"zh": "光线与通风等各种条件", "en": "light, air and other conditions"}, "words": ["光线"]},
        ],
    },
    {"id": "when", "label": {"zh": "来的时间", "en": "When they come"}, "words": ["来阅览室的时间"]},
    {"id": "why", "label": {"zh": "来的原因", "en": "Why they come"}, "words": ["来的原因"]},
    {"id": "pleased", "label": {"zh": "满意程度", "en": "Pleased"}, "words": ["满意程度"], "asks": "mean"},
    {"id": "easy", "label": {"zh": "借阅方便程度", "en": "Easy to borrow"}, "words": ["借阅方便程度"], "asks": "mean"},
]  # fmt: skip
OWN = {"id": "rooms", "label": {"zh": "阅览室调查"}, "words": ["阅览室调查"], "items": ITEMS}
FIGURES = {"survey_shares": {}, "survey_means": {"item": "pleased"}}


@cache
def inputs() -> FigureInputs:
    method = METHODS["surveys"]
    result = method.run(method.declaration.model_validate(BASE | {"questionnaires": [OWN]}), own_corpus(TEXT))
    evidence = {item.evidence_id: item for item in result.evidence}
    return FigureInputs([], [], by_id([]), analyses=Analyses({"x": result.tables}, evidence))


def made(kind, language="zh", size="double"):
    data, problems = KINDS[kind].select(declaration(kind, analysis="x", **FIGURES[kind]), inputs())
    assert data is not None and problems == []
    return data, View(language, size, Names())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["single", "double"])
@pytest.mark.parametrize("kind", FIGURES)
def test_nothing_is_clipped_or_lies_on_anything_and_every_mark_is_drawn(kind, size, language):
    data, view = made(kind, language, size)
    with styled():
        canvas = DRAW[kind](data, view)
        assert layout_faults(canvas) == []
        assert canvas.faults() == []
    drawn = list(gids(canvas))
    assert {mark.gid for mark in data.marks} <= set(drawn)
    assert len(set(drawn)) == len(drawn)


def test_an_interval_only_where_the_base_of_the_item_is_printed():
    data, view = made("survey_shares")
    with styled():
        drawn = set(gids(DRAW["survey_shares"](data, view)))
    with_lines = {m.row.item for m in data.marks if f"{m.gid}-interval" in drawn}
    assert with_lines == {"wanted"}
    assert {m.row.item for m in data.marks} == {"wanted", "when"}
    assert [item.item for item in data.absent] == ["why"]


@pytest.mark.parametrize("kind", FIGURES)
def test_marks_lead_to_words(kind):
    data, view = made(kind)
    for mark in sidecar(data, view, KINDS[kind].label)["marks"]:
        assert mark["evidence"] and all(item["locator"] for item in mark["evidence"])


@pytest.mark.parametrize(
    ("kind", "language", "words"),
    [
        ("survey_shares", "zh", ["Wilson区间（95%）", "简单随机样本", "没有占比：来的原因", "约36.8%"]),
        ("survey_shares", "en", ["as if the people asked were a simple random sample", "no share for: Why", "seats"]),
        ("survey_means", "zh", ["各组人数未载明", "没有误差线", "未给出：借阅方便程度", "有效问卷456份"]),
        ("survey_means", "en", ["no error bars", "Easy to borrow", "456 valid answers"]),
    ],
)  # fmt: skip
def test_captions(kind, language, words):
    data, view = made(kind, language)
    text = caption(data, KINDS[kind], view)
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize("kind", FIGURES)
def test_an_analysis_that_is_not_there_is_a_problem(kind):
    data, problems = KINDS[kind].select(declaration(kind, analysis="nothing", **FIGURES[kind]), inputs())
    assert data is None and "nothing" in problems[0].what
