"""Shares and means of a survey as figures."""

from fractions import Fraction
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
def inputs(text: str = TEXT) -> FigureInputs:
    method = METHODS["surveys"]
    result = method.run(method.declaration.model_validate(BASE | {"questionnaires": [OWN]}), own_corpus(text))
    evidence = {item.evidence_id: item for item in result.evidence}
    return FigureInputs([], [], by_id([]), analyses=Analyses({"x": result.tables}, evidence))


def made(kind, language="zh", size="double", text=TEXT):
    data, problems = KINDS[kind].select(declaration(kind, analysis="x", **FIGURES[kind]), inputs(text))
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


DISPUTED = TEXT.replace("各馆满意", "更看重的方面中，选择座位的占71.0%。\n\n各馆满意")


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "未画：看重的方面：座位 68.9%、71.0%"), ("en", "Not drawn")]
)
def test_a_share_that_statements_dispute_is_not_drawn(language, words):
    data, view = made("survey_shares", language, text=DISPUTED)
    assert {m.row.option for m in data.marks if m.row.item == "wanted"} == {"光线与通风等各种条件"}
    assert [(m.row.option, m.row.share, m.row.low, m.row.high) for m in data.disputed] == [
        ("座位", None, Fraction("68.85"), Fraction("71.05"))
    ]
    assert words in caption(data, KINDS["survey_shares"], view)
    plain, _ = made("survey_shares", language)
    assert words not in caption(plain, KINDS["survey_shares"], view)
    assert [item.item for item in data.absent] == ["why"]


MEANS = {"东馆": "3.52", "西馆": "3.21", "南馆": "2.98"}


def printed(n, sd):
    """The text with numbers of people and deviations of the first ``n`` and ``sd`` groups."""
    parts = [
        f"{name}{f'（n={40 + i}）' if i < n else ''}的满意程度均值为{mean}{f'（SD=0.8{i}）' if i < sd else ''}"
        for i, (name, mean) in enumerate(MEANS.items())
    ]
    start = TEXT.index("各馆满意程度：")
    return TEXT[:start] + "。".join(parts) + "。\n"


@pytest.mark.parametrize(
    ("n", "sd", "errors", "words", "not_words"),
    [
        (0, 0, 0, ["各组人数未载明"], ["标准误", "组载明人数"]),
        (2, 3, 2, ["3组中2组载明人数", "均载明的2组"], ["各组人数未载明"]),
        (3, 3, 3, ["横线为均值±标准误"], ["未载明，因此", "组载明人数"]),
        (3, 0, 0, ["标准差未载明"], ["各组人数未载明", "标准误"]),
    ],
)
def test_what_is_said_of_error_bars_is_true(n, sd, errors, words, not_words):
    data, view = made("survey_means", text=printed(n, sd))
    assert (data.with_n, data.with_error) == (n, errors)
    text = caption(data, KINDS["survey_means"], view)
    assert [w for w in words if w not in text] == [] and [w for w in not_words if w in text] == []
    for language in ("zh", "en"):
        for size in ("single", "double"):
            data, view = made("survey_means", language, size, printed(n, sd))
            with styled():
                canvas = DRAW["survey_means"](data, view)
                assert layout_faults(canvas) == [] and canvas.faults() == []
            drawn = set(gids(canvas))
            assert sum(f"{m.gid}-interval" in drawn for m in data.marks) == errors


def test_means_of_one_source_are_drawn_and_others_are_told_of():
    given = inputs(printed(3, 3))
    tables = dict(given.analyses.tables["x"])
    for name in ("means", "items", "questionnaires"):
        others = [row.model_copy(update={"source_id": "second"}) for row in tables[name]]
        tables[name] = [*tables[name], *others]
    both = FigureInputs([], [], by_id([]), analyses=Analyses({"x": tables}, given.analyses.evidence))
    data, _ = KINDS["survey_means"].select(declaration("survey_means", analysis="x", item="pleased"), both)
    assert {m.row.source_id for m in data.marks} == {"own"} and len(data.marks) == 3
    assert data.questionnaire.source_id == "own" and data.elsewhere == ("second",)
    assert "另有1个来源" in caption(data, KINDS["survey_means"], View("zh", "double", Names()))


@pytest.mark.parametrize("kind", FIGURES)
def test_an_analysis_that_is_not_there_is_a_problem(kind):
    data, problems = KINDS[kind].select(declaration(kind, analysis="nothing", **FIGURES[kind]), inputs())
    assert data is None and "nothing" in problems[0].what
