"""Plans, restated figures and the ends of periods in a report. ▲ marks the first character of each quantity."""

from report_times import times_of


def test_a_five_year_plan():
    found = times_of(
        "一、水利发展形势",
        "（一）“十五”水利建设进展",
        "解决▲6700万人的饮水问题。",
        "（二）存在的问题",
        "还有▲3万人饮水不安全。",
        "二、主要任务",
        "解决▲1600万人的饮水问题。到2010年，普及率达到▲55%。",
        title="某省水利发展“十一五”规划",
        told=None,
    )
    assert found == ["2001/2005", None, "2006/2010", "2010"]


def test_what_another_paragraph_restates_with_a_date():
    undated = "各地份额分别为▲36%、▲31%和▲26%，另有▲52%。乙公司排名▲第4位。"
    dated = "2020年，我国占▲31%，其中基础占▲26%，智能占▲52%。"
    assert times_of(undated, dated, title=None, told=None) == ["2020"] * 4 + [None] + ["2020"] * 3
    assert times_of(undated, "2020年，我国占▲31%，其中占▲26%。", title=None, told=None)[:5] == [None] * 5


def test_a_closed_period_ends_where_a_sentence_has_no_figures():
    text = "在2016-2020年期间，规模年均增长▲30%。两者密切相关。前列国家有▲17个。"
    assert times_of(text, title=None, told=None) == ["2016/2020", None]


def test_what_there_is_at_the_end_of_the_year_under_report():
    found = times_of("一、2025年工作回顾", "新增企业▲9家，总数达▲30家；投资达到▲5亿元；关闭小厂▲7家。")
    assert found == ["2025", "2025-12", "2025", "2025"]
    found = times_of(
        "全年新登记企业▲9家，总数达▲30家，完成投资▲5亿元。", title="2024年某市统计公报", told=None
    )
    assert found == ["2024", "2024-12", "2024"]


def test_the_later_end_goes_on():
    found = times_of("班列从2011年首列开行至2024年累计▲10万列，联通▲36个国家。", title=None, told=None)
    assert found[-1] == "2024"


def test_the_numbered_parts_under_goals_and_work_are_of_the_coming_year():
    """“十五五”时期目标和2026年重点工作: 全年 in its parts is the year that the report plans for."""
    found = times_of(
        "“十四五”时期发展成就和2025年工作回顾",
        "2025年，新增就业▲25万人，全年改造管网▲90公里。",
        "“十五五”时期主要目标和2026年重点工作",
        "一、抓好农业生产",
        "确保全年新增农户贷款▲26亿元。新建水库▲20个。",
        "（一）抓好城市更新",
        "全年改造管网▲120公里，比上年增加▲30公里。五年来累计改造▲400公里。",
        kinds={1: "heading", 3: "heading"},
    )
    assert found == ["2025", "2025", "2026", "2026", "2026", "2026", "2021/2025"]


def test_work_beside_a_review_is_of_the_coming_year():
    found = times_of(
        "一、工作回顾",
        "全年培训▲3万人。",
        "二、重点任务",
        "确保全年培训▲4万人。新建码头▲12个。",
    )
    assert found == ["2025", "2026", "2026"]


def test_goals_beside_a_review_are_of_no_stated_year():
    """Negative: 奋斗目标 may be of several years; without a review before it, a part on work says nothing of the year."""
    assert times_of("一、工作回顾", "全年培训▲3万人。", "二、奋斗目标", "新建码头▲12个。") == ["2025", None]
    assert times_of("一、重点任务", "新建码头▲12个。") == [None]


def test_last_year_is_not_read_against_the_year_of_another_paragraph():
    """去年 of an undated text stays open; the year of a title or heading, or the day of the telling, reads it."""
    undated = times_of("2023年，园区投产▲30家。", "去年新增就业▲300人。", title=None, told=None)
    assert undated == ["2023", None]
    assert times_of("2023年，茶园采摘▲30万元。", "去年采摘▲20万元。", title=None, told="2024-03-01") == [
        "2023",
        "2023",
    ]
    assert times_of("一、2023年生产", "去年采摘▲20万元。", title=None, told=None) == ["2022"]
