"""What a number takes over from the one before it, and growths reckoned in two ways. Own phrases."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]

MEASURES = [
    # what a plan came to
    ("原计划建成90座泵站，实际只建成了58座。", ["建成泵站数量"] * 2),
    ("2023年，生态共治指数最高，为191.5，科技协同指数最低，仅为139.8。", ["生态共治指数", "科技协同指数"]),
    ("计划种植水稻300亩，最终仅完成210亩。", ["种植水稻面积"] * 2),
    # a growth reckoned in another way is none of the one before
    ("全县税收扣除退税因素后增长6.2%，按自然口径下降1.3%。", ["税收扣除退税因素后增速", "税收降幅"]),
    (
        "工厂营业收入40亿元，剔除汇率影响后增长3%，按原口径增长2%。",
        ["工厂营业收入", "工厂营业收入增速", "工厂营业收入增速"],
    ),
    # negatives: a noun or another verb of its own, another unit
    ("计划建成90座泵站，实际培训农民58人。", ["建成泵站数量", "实际培训农民人数"]),
    ("计划建成90座泵站，实际拆除了58座。", ["建成泵站数量", "实际拆除数量"]),
]


@pytest.mark.parametrize(("text", "measures"), MEASURES)
def test_measures(read: Read, text: str, measures: list[str]) -> None:
    assert [fact.measure for fact in read(text).facts] == measures


ROWS = [
    (
        "全市有国有剧院31家、非国有15家，分别比上年末增加5家和8家。",
        [("剧院数量", "国有"), ("剧院数量", "非国有"), ("剧院增加量", "国有"), ("剧院增加量", "非国有")],
    ),
    ("共有公办养老院30所、民办15所。", [("养老院数量", "公办"), ("养老院数量", "民办")]),
    # negatives: a noun of its own; no kind of the same sort
    ("共有国有农场31家、非国有茶园15家。", [("国有农场数量", None), ("非国有茶园数量", None)]),
    ("共有国有农场31家、茶园15家。", [("国有农场数量", None), ("茶园数量", None)]),
]


@pytest.mark.parametrize(("text", "rows"), ROWS)
def test_rows_of_kinds(read: Read, text: str, rows: list[tuple[str, str | None]]) -> None:
    assert [(fact.measure, fact.breakdown.get("分项")) for fact in read(text).facts] == rows


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("没有一家门店的面积超过300平方米。", []),
        ("没有一户农家年收入达到5万元。", []),
        ("参赛者无一人得分低于60分。", []),
        ("没有一所小学的村超过30个。", ["超过30个"]),
        ("没有一技之长的工人超过500人。", ["超过500人"]),
        ("有一家门店的面积超过300平方米。", ["超过300平方米"]),
        ("没有一家门店亏损，营业额超过3亿元。", ["超过3亿元"]),
    ],
)
def test_bounds_that_nothing_passes(read: Read, text: str, surfaces: list[str]) -> None:
    assert [fact.surface for fact in read(text).facts] == surfaces
