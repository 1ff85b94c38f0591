"""Sections of a paper: headings, labels at the head of a paragraph, numbers run into it, sections without a name."""

import pytest

from study_papers import document
from suyuan.flow import make_flows
from suyuan.time.study_sections import kind_of, label_of, sections_of


def sections(*paragraphs):
    made, _, _ = document(*paragraphs)
    return sections_of(make_flows(made))


def kinds(*paragraphs):
    return [section.kind for section in sections(*paragraphs)]


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        ("【结果】患病率较高。", "结果"),
        ("[结果]患病率较高。", "结果"),
        ("结果：患病率较高。", "结果"),
        ("结果 患病率较高。", "结果"),
        ("资料与方法 选取患者。", "资料与方法"),
        ("结果患病率较高。", None),  # no blank in print, no mark
        ("目的：了解现状。", None),  # names no section
        ("天气 晴朗无风。", None),
        ("调查结果及影响因素：患病率较高。", None),  # too long for a label with a colon
        ("【调查结果及影响因素】患病率较高。", "调查结果及影响因素"),
    ],
)
def test_label_at_the_head_of_a_paragraph(paragraph, wanted):
    made, _, _ = document(paragraph)
    assert label_of(make_flows(made)[0]) == wanted


@pytest.mark.parametrize("mark", ["【{}】", "{}：", "{} "])
def test_labels_open_sections(mark):
    methods, results, discussion = (mark.format(word) for word in ("对象与方法", "结果", "讨论"))
    found = kinds(
        "@摘要：略。",
        f"{methods}选取学生。",
        "每周随访。",
        f"{results}多数好转。",
        "少数不变。",
        f"{discussion}效果好。",
    )
    assert found == ["abstract", "methods", "methods", "results", "results", "discussion"]


def test_a_label_stands_below_numbered_headings_and_ends_with_the_next_of_them():
    found = kinds("#1 资料与方法", "指标：身高。", "#2 结果", "对象：学生。", "#3 讨论", "略。")
    assert found == ["methods", "definitions", "results", "results", "discussion", "discussion"]


def test_a_label_before_the_abstract_is_of_the_title():
    assert kinds("方法 与人生", "@摘要：略。") == ["title", "abstract"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("试验", "methods"), ("试验很多", None),
        ("工程概况", "methods"), ("工程概况图", None),
        ("变量", "definitions"), ("变量很多", None),
        ("运行效果", "results"), ("运行效果图", None),
        ("作者与基金", None), ("基金项目", "end"), ("现场检测", "methods"),
        ("研究结论与讨论", "conclusion"), ("结果与讨论", "results"),
    ],
)  # fmt: skip
def test_headings_of_one_word(heading, kind):
    assert kind_of(heading) == kind


def test_a_number_run_in_ends_at_the_blank():
    (one,) = sections("1.1 研究对象 统计学专业学生若干。")
    assert (one.kind, one.heads) == ("methods", ("研究对象",))
    (two,) = sections("1.1 统计学方法 研究对象分两组。")
    assert (two.kind, two.heads) == ("definitions", ("统计学方法",))


UNNAMED = ("#1 引言", "略。", "#2 土地利用", "林地多。", "#3 碳储量", "持平。")


def test_sections_without_a_name_before_a_discussion_are_results():
    wanted = ["background"] * 2 + ["results"] * 4 + ["discussion"] * 2
    assert kinds(*UNNAMED, "#4 讨论", "略。") == wanted


def test_they_are_none_where_results_are_named():
    assert kinds(*UNNAMED, "#4 结果", "林地多。", "#5 讨论", "略。")[:6] == ["background"] * 6


@pytest.mark.parametrize(
    ("opening", "heading", "kind"),
    [
        ("#1 引言", "#1 日照时数", "results"),  # behind the introduction
        ("@摘要：略。", "#2.1 联系强度", "results"),  # past the first number
        ("@摘要：略。", "#三、比较分析", "results"),
        ("@摘要：略。", "#一、联系强度", "background"),  # may be an introduction
        ("@摘要：略。", "#二、概念界定", "background"),
        ("@摘要：略。", "#2 某县概况", "background"),
        ("略。", "#2.1 联系强度", "background"),  # no paper
    ],
)
def test_without_a_discussion_they_begin_where_the_introduction_is_over(opening, heading, kind):
    assert kinds(opening, "略。", heading, "林地多。")[-1] == kind


FOUND = (
    "以某流域各县为单元，用超效率模型测算耕地利用效率，再以排放系数法核算农业碳排放，进而评价二者的耦合协调水平。"
    "结果表明，全流域效率提高，碳排放增加，协调程度上升，低值区集中在上游，高值区在下游，差距有所缩小。"
)


@pytest.mark.parametrize(
    ("before", "paragraph", "behind", "kind"),
    [
        ("", FOUND, "耕地利用；碳排放；耦合协调", "abstract"),
        ("", FOUND, "关键词：耕地利用", "abstract"),
        ("", FOUND, "各地应加强整治。", "background"),
        ("", FOUND.replace("结果表明", "可以看到"), "耕地利用；碳排放；耦合协调", "background"),
        ("#1 引言", FOUND, "耕地利用；碳排放；耦合协调", "background"),
        ("", "〔摘要〕抽取论文，比较了两国的差异。", "略。", "abstract"),
        ("", "[提要]抽取论文，比较了两国的差异。", "略。", "abstract"),
    ],
)
def test_an_abstract_without_its_name_has_the_keywords_behind_it(before, paragraph, behind, kind):
    assert kind in kinds(*([before] if before else []), paragraph, behind)[:2]


def test_numbers_of_one_depth_stand_beside_each_other():
    found = sections("#1.1 现场检测", "用无人机拍摄。", "##2.1 磨蚀程度", "磨蚀较重。")
    assert [section.heads for section in found][1::2] == [("1.1现场检测",), ("2.1磨蚀程度",)]
