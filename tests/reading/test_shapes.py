from __future__ import annotations

import pytest

from suyuan.reading.institutions import is_institution, is_topic
from suyuan.reading.shapes import (
    ends_clause,
    ends_open,
    ends_sentence,
    is_author_note,
    is_latin,
    shape_of,
)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("图 ２ 城际联系示意图", "caption"),
        ("表1 各市地方标准数量", "caption"),
        ("图 1", "caption_label"),
        ("图 1 显示，三地的数量逐年增加。", "text"),
        ("如表 2 所示，", "text"),
        ("表 3 所示的结果", "text"),
        ("单位：万元", "caption"),
        ("发布会现场。本报记者张三摄", "caption"),
        ("参考文献", "references"),
        ("参考文献（序号从原文）", "references"),
        ("#### 参考文献", "references"),
        ("References", "references"),
        ("附录A 调查问卷", "after_references"),
        ("相关阅读", "advertising"),
        ("相关报道：", "advertising"),
        ("— 12 —", "page_number"),
        ("第 3 页 共 9 页", "page_number"),
        ("３　 １２ 期 　 　 　 马某某　 等：区域协同的格局 　", "furniture"),
        ("第 ３８ 卷第 １２ 期", "furniture"),
        ("Ｖｏｌ．３８，Ｎｏ．１２", "furniture"),
        ("生 态 学 报", "furniture"),
        ("2024-12-13 03:01:36", "stamp"),
        ("发布日期：2025-04-24  浏览次数：146", "stamp"),
        ("【字号：", "furniture"),
        ("摘要：本文研究区域协同。", "abstract"),
        ("**摘要:** 本文研究", "abstract"),
        ("摘 要 本文研究", "abstract"),
        ("Abstract: This paper", "abstract"),
        ("关键词：标准；协同", "keywords"),
        ("Key words standard; region", "keywords"),
        ("ＤＯＩ： １０．５８４６", "note"),
        ("**基金项目:** 某基金", "note"),
        ("收稿日期：2018-01-12", "note"),
        ("∗通讯作者 Ｃｏｒｒｅｓｐｏｎｄｉｎｇ ａｕｔｈｏｒ： a", "text"),
        ("[3] 张三. 区域协同[J]. 某刊, 2022(1): 3-9.", "entry"),
        ("(下转第155页)", "continued"),
        ("| 指标 | 数量 |", "table"),
        ("+----+----+", "table"),
        ("---", "rule"),
        ("注：数据为初步核算数。", "footnote"),
        ("（1）加强协调。", "item"),
        ("全市共有标准57项。", "text"),
    ],
)
def test_shapes(line: str, kind: str) -> None:
    assert shape_of(line).kind == kind


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("共75项。", True),
        ("共75项。”", True),
        ("共75项<sup>[3]</sup>。", True),
        ("共75项。<sup>[3]</sup>", True),
        ("共75项［３］", False),
        ("称为“协同标准”", False),
        ("分别为57、14和4项；", False),
        ("The share is 40%.", True),
        ("（初步核算）", False),
        ("真的吗？", True),
    ],
)
def test_sentence_ends(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


def test_other_ends() -> None:
    assert ends_clause("主要做了以下工作：")
    assert ends_open("其中，") and ends_open("签署《某某协议") and not ends_open("签署《某某协议》")
    assert is_latin("The traditional model of recognition") and not is_latin("共有 ISO 标准 3 项")
    assert is_author_note("王某某, 博士, 研究方向为标准化。") and not is_author_note(
        "北京, 上海都发布了标准。"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("大学生午睡习惯的现状", True),
        ("数据中心能耗分析", True),
        ("甲市中心医院的变迁", True),
        ("基于图书馆委员会的访谈", True),
        ("甲大学公共管理学院", False),
        ("甲大学的公共管理学院", False),  # ends as an institution
        ("甲研究院经验分析室 100081", False),  # a postcode
    ],
)
def test_what_a_work_is_about(text: str, wanted: bool) -> None:
    assert is_topic(text) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("甲省教育厅", True),
        ("乙县统计局", True),
        ("甲大学公共管理学院", True),
        ("城镇空间格局", False),
        ("老年人反复住院", False),
        ("孩子们的场所", False),
        ("甲省教育厅，乙县统计局", False),  # a clause
    ],
)
def test_institutions(text: str, wanted: bool) -> None:
    assert is_institution(text) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("王某，女，甲省人", True),
        ("李某, 男, 1980年生", True),
        ("赵某（女）", True),
        ("受访者，男女各半", False),
        ("参与者，男多于女", False),
        ("受试者，男生和女生", False),
    ],
)
def test_sex_is_a_word_of_its_own(text: str, wanted: bool) -> None:
    assert is_author_note(text) is wanted
