"""Timeline and matrix of codes: from the tables of an analysis to a figure."""

from dataclasses import replace
from functools import cache

import pytest
import yaml

from figure_layout import declaration, gids, layout_faults
from method_texts import corpus, document
from suyuan.figures import FigureInputs, Names
from suyuan.figures.caption import caption
from suyuan.figures.drawing import DRAW
from suyuan.figures.inputs import View
from suyuan.figures.registry import KINDS
from suyuan.figures.render import styled
from suyuan.figures.sidecar import sidecar
from suyuan.methods import METHODS, Analyses
from suyuan.reconcile.acts import with_mentions
from suyuan.reconcile.catalogue import by_id
from suyuan.records import Act, TextLocator

HERE = TextLocator(start=0, end=4, context_hash="0" * 12)
CODES = {
    "mutual": ("mutual recognition of results", ["互认"], []),
    "shared": ("sharing", ["共享"], []),
    "contract": ("binding contract", ["备忘录"], [{"verbs": ["签署"]}]),
}
BOOK = {
    "title": {"zh": "书"},
    "dimensions": [{"id": "stage", "label": {"zh": "阶段"}}],
    "codes": [
        {"id": name, "dimension": "stage", "label": {"zh": words[0], "en": label}, "definition": "定义", "source": "某书",
         "words": words, "acts": acts}
        for name, (label, words, acts) in CODES.items()
    ],
}  # fmt: skip
TEXT = {
    f"第{n}节 关于两市推进标准合作的各种安排和详细的说明": ["两市推进标准互认，数据共享。", "结果互认。"]
    for n in range(1, 6)
}
FIGURES = {
    "timeline": {"kind": "code_timeline", "dimension": "stage"},
    "years": {"kind": "code_matrix", "by": "year"},
    "sections": {"kind": "code_matrix", "by": "section"},
    "documents": {"kind": "code_matrix", "by": "document", "dimension": "stage"},
}


def act(name, date, title, source="s", verb="签署"):
    return Act(
        act_id=f"act-{name}", source_id=source, edition="text", locator=HERE, start=0, end=2, sentence="。", date=date,
        title=title, act=verb, actors=("甲", "乙"), areas=("甲", "乙"), method="act_sign",
    )  # fmt: skip


ACTS = with_mentions([
    act("a", "2014-09", "两市质量发展合作框架协议"),
    act("b", "2014", "两市高质量发展合作框架协议", "t"),
    act("c", "2015", "标准互认备忘录"),
    act("d", "2016", "别的事项", verb="提出"),
    act("e", None, "没有日期的备忘录"),
])  # fmt: skip


@cache
def inputs(folder) -> FigureInputs:
    (folder / "book.yaml").write_text(yaml.safe_dump(BOOK, allow_unicode=True), encoding="utf-8")
    method = METHODS["coding"]
    declared = method.declaration.model_validate(
        {"id": "coded", "kind": "coding", "title": {"zh": "题"}, "codebook": "book.yaml"}
    )
    read = corpus(document("s", TEXT), document("t", ["结果互认。"]))
    result = method.run(declared, replace(read, acts=ACTS, config=folder))
    evidence = {item.evidence_id: item for item in result.evidence}
    return FigureInputs([], [], by_id([]), acts=ACTS, analyses=Analyses({"coded": result.tables}, evidence))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("book")


def made(folder, name, language="zh", size="double"):
    given = FIGURES[name]
    figure = declaration(given["kind"], analysis="coded", **{k: v for k, v in given.items() if k != "kind"})
    data, problems = KINDS[given["kind"]].select(figure, inputs(folder))
    assert data is not None and problems == []
    return data, View(language, size, Names())


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", ["single", "double"])
@pytest.mark.parametrize("name", FIGURES)
def test_nothing_is_clipped_or_lies_on_anything_and_every_mark_is_drawn(folder, name, size, language):
    data, view = made(folder, name, language, size)
    with styled():
        canvas = DRAW[FIGURES[name]["kind"]](data, view)
        assert layout_faults(canvas) == []
        assert canvas.faults() == []
    drawn = list(gids(canvas))
    assert {mark.gid for mark in data.marks} <= set(drawn)
    assert len(set(drawn)) == len(drawn)


@pytest.mark.parametrize("name", FIGURES)
def test_marks_lead_to_evidence(folder, name):
    data, view = made(folder, name)
    for mark in sidecar(data, view, KINDS[FIGURES[name]["kind"]].label)["marks"]:
        assert mark["evidence"] and all(item["locator"] for item in mark["evidence"])


def test_one_act_under_two_titles_is_one_row_and_a_lane_a_code(folder):
    data, view = made(folder, "timeline")
    first, second = data.coded_marks
    assert [a.act_id for a in first.acts] == ["act-a", "act-b"] and first.codes == ["contract"]
    assert "又作《两市高质量发展合作框架协议》" in first.words(view)
    assert second.codes == ["mutual", "contract"]
    assert (data.without_code, data.without_place) == (1, 1)
    assert "1项" in caption(data, KINDS["code_timeline"], view)


def test_cells_worked_by_hand(folder):
    data, view = made(folder, "years")
    found = {(m.line, m.code): m.count for m in data.cells}
    assert found == {("2014", "contract"): 1, ("2015", "mutual"): 1, ("2015", "contract"): 1}
    assert [(line.key, line.of) for line in data.lines] == [("2014", 1), ("2015", 1), ("2016", 1)]
    rows = KINDS["code_matrix"].table(data, view).rows
    assert rows[0] == ["2014", "备忘录", "1", "", "1"] and rows[-1] == ["2016", "", "0", "", "1"]
    data, _ = made(folder, "documents")
    cell = next(m for m in data.cells if (m.line, m.code) == ("t", "mutual"))
    assert (cell.count, cell.value, cell.strongest) == (1, 200.0, True)  # one in five characters


@pytest.mark.parametrize("name", ["timeline", "years"])
def test_an_unknown_analysis_is_told(folder, name):
    given = FIGURES[name]
    figure = declaration(given["kind"], analysis="none", **{k: v for k, v in given.items() if k != "kind"})
    data, (problem,) = KINDS[given["kind"]].select(figure, inputs(folder))
    assert data is None and "none" in problem.what
