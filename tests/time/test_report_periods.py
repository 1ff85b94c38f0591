"""Reports on several years, runs, changes and documents inside documents. ▲ marks the first character of each quantity."""

import pytest

from report_times import times_of
from suyuan.time import find_times


def test_a_heading_of_two_periods_turns_with_its_paragraphs():
    one_first = times_of(
        "一、2025年和“十四五”时期工作回顾",
        "货物运输量▲90亿元，增长▲4%。",
        "各位代表！这是民生不断改善的▲五年。",
        "新增就业▲700万人，居民收入提高到▲5万元，总量居全国▲第3位。",
    )
    assert one_first == ["2025", "2025", "2021/2025", "2021/2025", "2025", "2025"]
    five_first = times_of(
        "一、“十四五”时期和2025年工作回顾",
        "产业年均增长▲6%，里程达到▲900公里。",
        "刚刚过去的2025年，全省顶压前行，投资增长▲3%。",
        "新开工项目▲30个。",
        "过去五年，办理建议▲360项。",
        "二、“十五五”时期主要目标",
        "生产总值年均增长▲5%。",
    )
    assert five_first == ["2021/2025", "2025-12", "2025", "2025", "2021/2025", "2026/2030"]


def test_a_report_on_the_past_five_years():
    found = times_of(
        "一、过去五年工作回顾",
        "2007年进出口总额达到▲2万亿元。",
        "▲五年全国新增就业▲5000万人，每年减轻负担▲100亿元。",
        "收入由2002年▲7703元增加到2007年▲9786元，支出由▲2476元增加到▲4140元。",
        "近两年，又关闭小厂▲30家。",
        "二、2008年主要任务",
        "今后五年，改造学校▲800个。",
        told="2008-03-05",
    )
    assert found == [
        "2007", "2003/2007", "2003/2007", "2003/2007", "2002", "2007", "2002", "2007", "2006/2007", "2008/2012",
    ]  # fmt: skip


LEVELS = [
    ("累计新开工项目超过▲3万人", "2021/2025"),
    ("新增上市公司▲45家，总数达到▲224家", "2021/2025 2025-12"),
    ("公园总数达▲1136个", "2025-12"),
    ("城市建成区绿地率达▲41%", "2025-12"),
    ("服务业占全国▲8%", "2025"),
    ("就业人数稳定在▲90万人", "2021/2025"),
    ("进出口增长▲38%，占全省▲9%", "2021/2025 2021/2025"),
    ("重点实验室达到▲8个、研究机构▲5家", "2025-12 2025-12"),
    ("两院院士▲70位", "2025-12"),
    ("生产总值迈上▲6万亿元台阶", "2025"),
    ("新能源汽车年产量增至▲82万辆", "2025"),
    ("铁路里程进至全国▲第5位", "2025-12"),
    ("进出口规模居全国▲第2位", "2025"),
    ("承担攻关项目▲347个", "2021/2025"),
    ("港口通过能力突破▲9公里", "2025-12"),
    ("▲6个遗址入选名录", "2021/2025"),
    ("高铁里程由▲2110公里增至▲3055公里", "2020-12 2025-12"),
    ("接待游客达到▲96万人次", "2021/2025"),
    ("居民收入突破▲4万元，居全国▲第9位", "2025 2025"),
    ("浓度较“十三五”末改善▲16%", "2020/2025"),
    ("征收水资源费▲7亿元，偿还债务▲3亿元", "2021/2025 2021/2025"),
    ("削减化学需氧量▲4万吨", "2021/2025"),
    ("污水费征收率达到▲98%", "2025"),
]


@pytest.mark.parametrize(("text", "wanted"), LEVELS, ids=[case[0] for case in LEVELS])
def test_levels_are_of_the_end_and_changes_of_the_period(text, wanted):
    assert [str(time) for time in times_of("一、“十四五”时期工作回顾", text + "。")] == wanted.split()
    assert [str(time) for time in times_of("五年来，我们埋头苦干。" + text + "。")] == wanted.split()


REVIEW = [
    # what 累计 has gathered stays, and goes on through the sentence; what was begun or spent is of the years
    ("累计认定老字号▲42个", "2025-12"),
    ("累计创建示范县▲5个、示范镇▲7个，建成绿色矿山▲9家", "2025-12 2025-12 2025-12"),
    ("管道累计送电量超▲3亿元", "2025-12"),
    ("累计新开工项目▲800个", "2021/2025"),
    ("建成绿色矿山▲9家", "2021/2025"),
    ("累计发放补贴▲3亿元，建成绿色矿山▲9家", "2021/2025 2021/2025"),
    # a rank with a subject of its own; the rank of the growth told before it
    ("投资年均增长▲6%，茶叶产量全国▲第2位", "2021/2025 2025"),
    ("投资年均增长▲6%，增速居全国▲第2位", "2021/2025 2021/2025"),
    # the amount of one year; its change
    ("机场年度旅客吞吐量近▲3000万人次", "2025"),
    ("机场年度旅客吞吐量增长▲9%", "2021/2025"),
    # where those counted stand
    ("▲4个县通高速公路", "2025-12"),
    ("▲8个县（市）全部通高等级公路", "2025-12"),
    ("改造▲8个县的管网", "2021/2025"),
    # the level before the change is of the year before the years of the heading
    ("民间投资占比从▲27%提高到▲52%", "2020 2025"),
    ("亩均产值由▲2万元提高到▲3万元", "2020 2025"),
    # how long it has lasted is told at their end
    ("满意度测评连续▲两年全国▲第1位", "2025 2025"),
    # what no span of years says
    ("新时代以来，代表团▲3次到访", "None"),
]


@pytest.mark.parametrize(("text", "wanted"), REVIEW, ids=[case[0] for case in REVIEW])
def test_a_review_of_five_years_tells_their_end_from_their_course(text, wanted):
    assert [str(time) for time in times_of("一、“十四五”时期工作回顾", text + "。")] == wanted.split()


def test_a_change_in_the_year_under_report_starts_at_no_stated_time():
    assert times_of("一、2025年工作回顾", "占比从▲27%提高到▲52%。") == [None, "2025"]


def test_what_is_planned_has_no_level_before_it_and_runs_through_its_years():
    heading = "一、“十五五”时期主要目标"
    assert times_of(heading, "占比从▲27%提高到▲52%，产量连续▲5年增长。") == [None, "2030", "2026/2030"]


def test_a_year_inside_a_sentence_of_a_review_ends_with_it_and_a_yearly_mean_is_of_the_years():
    heading = "一、“十四五”时期和2025年工作回顾"
    passing = times_of(heading, "旅游成为支柱，2025年游客超▲5万人次。承办年会▲3个。零售额年均增长▲5%。")
    assert passing == ["2025", "2021/2025", "2021/2025"]
    opening = times_of(heading, "2025年，游客超▲5万人次。承办年会▲3个。零售额年均增长▲5%。")
    assert opening == ["2025", "2025", "2021/2025"]


STANDING = [
    # where those counted stand at the end of the years of the heading
    ("▲3家园区位列全国百强", "2025-12"),
    ("▲7家民企进入世界百强", "2025-12"),
    ("▲5类产业迈入千亿级规模", "2025-12"),
    ("职教集团▲4个、▲2项专业跻身全国前列", "2025-12 2025-12"),
    # added or done in these years; a length of time; no such verb
    ("新增▲3家园区进入全国百强", "2021/2025"),
    ("组织▲9家企业进入国际展会", "2021/2025"),
    ("▲6个遗址入选名录", "2021/2025"),
    ("▲3年进入决战期", "2021/2025"),
    ("▲3家园区完成改造，产值位列全国前茅", "2021/2025"),
]


@pytest.mark.parametrize(("text", "wanted"), STANDING, ids=[case[0] for case in STANDING])
def test_where_those_counted_stand_is_of_the_end(text, wanted):
    assert [str(time) for time in times_of("一、“十四五”时期工作回顾", text + "。")] == wanted.split()


def test_what_happened_in_the_years_that_the_sentence_names_stays_with_them():
    assert times_of("五年来，我们埋头苦干。▲7家民企进入世界百强。") == ["2021/2025"]


RUNS = [
    ("产量连续▲5年超▲3亿元", ["2021/2025", "2021/2025"]),
    ("收入连续▲8年快于全国，增长▲4%", ["2018/2025", "2025"]),
    ("粮食实现“▲八连增”", ["2018/2025"]),
    ("连续第▲7年提高标准，人均增加▲80元", ["2019/2025", "2025"]),
    ("经过▲25年努力，全面建成", ["2000/2025"]),
    ("经过▲五年接续奋斗，目标实现", ["2021/2025"]),
    ("从2023年起连续▲三年提高标准", ["2023/2025"]),
    ("实施新▲10年扶贫开发纲要", [None]),
    ("用▲25年时间建成", [None]),
    ("增速创近▲3年新高，占比▲24%", ["2023/2025", "2025"]),
]


@pytest.mark.parametrize(("text", "wanted"), RUNS, ids=[case[0] for case in RUNS])
def test_runs_end_with_the_year_under_report(text, wanted):
    assert times_of("一、2025年工作回顾", text + "。") == wanted


def test_a_day_ends_no_run():
    lead = "8月14日，总局召开新闻发布会，介绍成果。"
    assert times_of(lead, "连续▲2年举办论坛。", title=None, told=None) == [None]
    assert times_of(lead, "连续▲2年举办论坛。", title=None, told="2024-08-14") == ["2024-08-14"]


STARTS = [
    ("补助标准由每人每年▲120元提高到▲200元", [None, "2025"]),
    ("起征点从▲2000元提高到▲3500元", [None, "2025"]),
    ("标准分别从每人每月▲209元、▲280元提高到▲217元、▲290元", [None, None, "2025", "2025"]),
    ("占比由2020年的▲7%升至▲9%，在北方由▲20%升至▲21%", ["2020", "2025", "2020", "2025"]),
    ("从▲5个扩大到全省▲9个", [None, "2025-12"]),
    ("从事养殖▲5年，增加到▲9个", ["2025", "2025-12"]),
]


@pytest.mark.parametrize(("text", "wanted"), STARTS, ids=[case[0] for case in STARTS])
def test_what_a_change_leads_away_from_is_of_no_stated_time(text, wanted):
    assert times_of("一、2025年工作回顾", text + "。") == wanted


GOVERN_NOTHING = [
    ("增速为1985年以来最高，全年增加▲80元", "record"),
    ("产量创2006年以来新高，增长▲3%", "record"),
    ("扶贫标准▲2300元（2010年不变价），比2009年提高▲92%", "basis"),
    ("按2020年可比价格计算，增长▲3%", "basis"),
    ("是1950年到2002年的总和，新增▲9公里", "comparison"),
]


@pytest.mark.parametrize(("text", "rule"), GOVERN_NOTHING, ids=[case[0] for case in GOVERN_NOTHING])
def test_bases_and_records_govern_nothing(text, rule):
    assert rule in [time.rule for time in find_times(text.replace("▲", ""))]
    assert set(times_of("一、2025年工作回顾", text + "。")) == {"2025"}


def test_years_since_govern_where_they_set_no_record():
    assert times_of("2007年以来平均收益率▲6%。", title=None, told=None) == ["2007/.."]


def test_a_second_communique_in_the_same_file():
    found = times_of(
        "年末就业▲7万人。",
        "2022年度某市事业发展统计公报",
        "一、劳动就业",
        "年末就业▲6万人，比上年末增加▲1万人。",
        "全年新增就业▲3万人。签订率超过▲96%。",
        title="2023年度某市事业发展统计公报",
        told=None,
    )
    assert found == ["2023-12", "2022-12", "2022-12", "2022", "2022"]


def test_an_annex_stands_for_itself():
    found = times_of(
        "三、2025年工作安排",
        "新建▲5个。",
        "附件1",
        "2026年民生实事",
        "一、就业",
        "培训▲9万人。",
        "附件2",
        "名词解释",
        "快递驿站：服务半径▲2公里。",
        kinds={4: "heading"},
    )
    assert found == ["2025", "2026", None]


def test_notes_and_rules_hold_in_general():
    found = times_of(
        "全年利润▲9亿元。",
        "注：",
        "1.限额以上指年收入▲2000万元及以上。",
        title="2024年某市统计公报",
        told=None,
    )
    assert found == ["2024", None]
    assert times_of("原则上不少于▲3人。", "全市有▲9家。", title="2024年某市统计公报", told=None) == [
        None,
        "2024",
    ]


def test_stocks_take_up_the_end_of_the_year():
    text = "年末持卡▲9万人，全年服务▲30万人次。平台已开通▲86项。累计访问▲20万人次。全年接听▲8万人次。"
    found = times_of(text, title="2022年某省统计公报", told=None)
    assert found == ["2022-12", "2022", "2022-12", "2022-12", "2022"]


def test_a_sentence_broken_off_and_a_list_go_on():
    page = times_of(
        "截至2021年底，机构▲9个，其中登", "记的▲5个。", "全年支出▲4亿元。", title="2021年某省统计公报"
    )
    assert page == ["2021-12", "2021-12", "2021"]
    items = times_of(
        "2023年末，单位▲17家，其中：",
        "甲类▲4家。",
        "乙类▲9家。",
        "2023年，演出▲3项。",
        title="2023年某省公报",
    )
    assert items == ["2023-12", "2023-12", "2023-12", "2023"]
