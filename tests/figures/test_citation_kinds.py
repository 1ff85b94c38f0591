"""Shares of quantities with a reference as a figure."""

from functools import cache

import pytest

from citation_texts import BASE, TEXT, corpus
from figure_layout import declaration, gids, layout_faults
from suyuan.figures import FigureInputs, Names
from suyuan.figures.caption import caption
from suyuan.figures.drawing import DRAW
from suyuan.figures.inputs import View
from suyuan.figures.registry import KINDS
from suyuan.figures.render import styled
from suyuan.figures.sidecar import sidecar
from suyuan.methods import METHODS, Analyses
from suyuan.reconcile.catalogue import by_id

KIND = "citation_shares"
BARE = TEXT.split("## 参考文献")[0]  # marks, and no list
NOTHING = "# 题\n\n桌子有10张。\n"


@cache
def inputs(text: str = TEXT) -> FigureInputs:
    method = METHODS["citations"]
    result = method.run(method.declaration.model_validate(BASE), corpus(text))
    evidence = {item.evidence_id: item for item in result.evidence}
    return FigureInputs([], [], by_id([]), analyses=Analyses({"x": result.tables}, evidence))


def made(by="document", language="zh", size="double", text=TEXT):
    data, problems = KINDS[KIND].select(declaration(KIND, analysis="x", by=by), inputs(text))
    assert data is not None and problems == []
    return data, View(language, size, Names())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["single", "double"])
@pytest.mark.parametrize("by", ["document", "section"])
@pytest.mark.parametrize("text", [TEXT, BARE], ids=["list", "no list"])
def test_nothing_is_clipped_or_lies_on_anything_and_every_mark_is_drawn(text, by, size, language):
    data, view = made(by, language, size, text)
    with styled():
        canvas = DRAW[KIND](data, view)
        assert layout_faults(canvas) == []
        assert canvas.faults() == []
    drawn = list(gids(canvas))
    assert {mark.gid for mark in data.marks} <= set(drawn)
    assert len(set(drawn)) == len(drawn)


def test_a_bar_for_each_document_or_section_with_its_counts():
    assert [(m.row.section, m.value(), m.parts) for m in made()[0].share_marks] == [
        (None, "5/10", {"backed": 5, "without": 1, "named": 1})
    ]
    assert [(m.row.section, m.value(), m.parts) for m in made("section")[0].share_marks] == [
        ("1 引言", "4/5", {"backed": 4, "without": 0, "named": 0}),
        ("2 方法", "1/5", {"backed": 1, "without": 1, "named": 1}),
    ]


@pytest.mark.parametrize("by", ["document", "section"])
def test_bars_lead_to_the_quantities_that_they_count(by):
    data, view = made(by)
    for mark, drawn in zip(data.share_marks, sidecar(data, view, KINDS[KIND].label)["marks"], strict=True):
        assert len(drawn["evidence"]) == mark.row.quantities
        assert all(item["locator"] for item in drawn["evidence"])


@pytest.mark.parametrize(
    ("language", "text", "words", "without"),
    [
        ("zh", TEXT, ["分母为正文段落", "句首点名文献者", "浅色段", "50.0%"], ["无文献表"]),
        ("en", TEXT, ["Denominator: quantities", "Pale parts", "Open parts", "50.0%"], ["no list"]),
        ("zh", BARE, ["无文献表", "不作比例"], ["50.0%", "0.0%"]),
        ("en", BARE, ["no share is given"], ["50.0%", "0.0%"]),
    ],
)
def test_captions_name_the_denominator_and_what_is_not_counted(language, text, words, without):
    data, view = made(language=language, text=text)
    said = caption(data, KINDS[KIND], view)
    assert all(word in said for word in words)
    assert not any(word in said for word in without)


def test_texts_without_references_are_no_figure():
    data, problems = KINDS[KIND].select(declaration(KIND, analysis="x"), inputs(NOTHING))
    assert data is None and "no quantities in texts with references" in problems[0].what
