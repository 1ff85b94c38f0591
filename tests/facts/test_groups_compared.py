"""Two levels that are set against each other belong to two rows, in the order in which the sentence names them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]
G = "组别"

COMPARED = [
    # each level stands behind its group, in brackets of any form
    ("死亡组乳酸[（4.1±1.2）mmol/L]高于存活组[（2.2±0.8）mmol/L]。", "乳酸", [{G: "死亡组"}, {G: "存活组"}]),
    (
        "复发组评分[（24.1±4.3）分]明显高于未复发组[（15.2±3.8）分]。",
        "评分",
        [{G: "复发组"}, {G: "未复发组"}],
    ),
    (
        "死亡组乳酸水平（4.1±1.2）mmol/L高于存活组（2.2±0.8）mmol/L。",
        "乳酸水平",
        [{G: "死亡组"}, {G: "存活组"}],
    ),
    ("间作组产量[9.2 t/hm2]高于单作组[8.1 t/hm2]。", "产量", [{G: "间作组"}, {G: "单作组"}]),
    ("本厂工艺合格率（93.4%）优于传统工艺（89.2%）。", None, [{}, {"分项": "传统工艺"}]),
    # both levels stand in one bracket
    ("试验组住院时间短于对照组[（5.2±1.1）d vs. （7.4±1.6）d]。", "住院时间", [{G: "试验组"}, {G: "对照组"}]),
    ("试验组手术时间（82 min vs. 96 min）短于对照组。", "手术时间", [{G: "试验组"}, {G: "对照组"}]),
    (
        "治疗后收缩压均降低，且观察组低于对照组（128 mmHg vs 139 mmHg）。",
        "收缩压",
        [{G: "观察组"}, {G: "对照组"}],
    ),
    (
        "间作组与单作组发病率比较，差异无统计学意义（6.7% vs. 8.9%）。",
        "发病率",
        [{G: "间作组"}, {G: "单作组"}],
    ),
    ("滴灌组与漫灌组的出苗率相近（91.2% VS 90.4%）。", "出苗率", [{G: "滴灌组"}, {G: "漫灌组"}]),
    # no group is told: none is guessed
    ("不良反应发生率差异无统计学意义（4.7% vs. 4.2%）。", "不良反应发生率", [{}, {}]),
]


@pytest.mark.parametrize(("text", "measure", "rows"), COMPARED)
def test_levels_set_against_each_other(
    read: Read, text: str, measure: str | None, rows: list[dict[str, str]]
) -> None:
    facts = read(text).facts
    assert [dict(fact.breakdown) for fact in facts] == rows
    assert measure is None or [fact.measure for fact in facts] == [measure] * 2


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("有8个高于平均水平的地区。", ["高于平均水平的地区数量"]),
        ("相关研究[方法/过程]共采集样本120份。", ["采集样本数量"]),
        (
            "观察组疼痛评分[2.1分]、焦虑评分[35.2分]均低于对照组[3.8分、46.3分]。",
            ["疼痛评分", "焦虑评分"] * 2,
        ),
    ],
)
def test_what_else_such_words_say(read: Read, text: str, measures: list[str]) -> None:
    assert [fact.measure for fact in read(text).facts] == measures
