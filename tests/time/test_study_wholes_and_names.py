"""What a study tells of all its years, of its first one, of its periods with names. ▲ marks the first character of a quantity."""

import pytest

from study_papers import times_of

WEATHER = "@摘要：根据某县气象站1971~2020年的逐日观测记录，讨论日照时数的变化。"
FIRM = "@摘要：本文以某公司2016—2020年的年报数据为依据，考察其营运能力。"
INTRODUCTION = "#1 引言"


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        ("多年平均蒸发量为▲1684.2 mm。", ["1971/2020"]),
        ("2011年为▲2418.6 h。夏季减少最快，速率为▲9.8 h/10a。", ["2011", "1971/2020"]),
        ("2011~2020年回升到▲2418.6 h。夏季以▲2.1 h/10a的速率增加。", ["2011/2020", "1971/2020"]),
        ("2011~2020年的速率为▲2.1 h/10a。", ["2011/2020"]),
        ("最多年为▲2748.3 h（1972年），偏多▲285.6 h。", ["1972", "1972"]),
        ("最早年为▲92 d（1998年），较常年偏早▲14 d。", ["1998", "1998"]),
        ("20世纪80年代最少，平均▲2386.5 h；2011~2020年回升到▲2418.6 h。", ["198X", "2011/2020"]),
    ],
)
def test_a_series_of_a_station(paragraph, wanted):
    assert times_of(WEATHER, INTRODUCTION, "略。", "#2 日照时数", paragraph) == wanted


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        ("2020年降至▲4.08次。存货周转率历年均值为▲9.74次。", ["2020", "2016/2020"]),
        ("2020年为▲31.7亿元，自有资金的比例各期均在▲80%以上。", ["2020", "2016/2020"]),
        ("周转率由首年的▲6.42次降至2020年的▲4.08次。", ["2016", "2020"]),
        ("应收账款由▲2.36亿元（2016年）升至▲5.91亿元（2020年）。", ["2016", "2020"]),
        ("2020年降至▲4.08次。规模与周转率的系数为▲0.15。", ["2020", "2016/2020"]),
        ("2020年降至▲4.08次。产品合格率为▲97%。", ["2020", "2020"]),  # goes on with its last year
        # nor does the last of several seasons, unless it opens its sentence
        (
            "2017-2018季产量▲8.2 t，2018-2019季仅▲8.1 t。施氮增产▲18%。",
            ["2017/2018", "2018/2019", "2016/2020"],
        ),
        ("2018-2019季产量▲8.1 t。千粒重▲44 g。", ["2018/2019", "2018/2019"]),
        # periods told one after the other leave none to the next sentence
        (
            "2016—2017年并购▲3家；2018年并购▲2家；2019—2020年并购▲6家，其中2020年▲5家。外资占▲46%。",
            ["2016/2017", "2018", "2019/2020", "2020", "2016/2020"],
        ),
    ],
)
def test_records_of_a_firm(paragraph, wanted):
    assert times_of(FIRM, "#3.1 营运能力", paragraph) == wanted


@pytest.mark.parametrize(
    "statement",
    [
        "抽取2000—2004年与2015—2019年某领域的论文，比较两个时段的变化。",
        "整理2000—2004年和2015—2019年的专利转让记录，比较两个时段的变化。",
    ],
)
def test_two_periods_in_a_row_are_the_first_and_the_second(statement):
    found = "甲国前一时段仅有▲397篇，后一时段达▲8140篇；乙国由▲3385篇增至▲7283篇。"
    early, late = "2000/2004", "2015/2019"
    assert times_of(f"@摘要：{statement}", "#2 结果", found) == [early, late, early, late]


def test_two_years_of_a_trial_are_no_sides():
    text = ("#1 材料与方法", "田间试验于2020年、2021年在某站进行。", "#2 结果", "空秆率由▲2.9%升至▲7.4%。")
    assert times_of(*text) == ["2020/2021"] * 2


@pytest.mark.parametrize(
    "statement",
    [
        "因而把时间范围定为2020年6月20日至8月18日，得到样本▲742篇。",
        "本研究的观察时段确定为2020年6月20日至8月18日，得到样本▲742篇。",
        "考察2020年防汛响应期间（6月20日—8月18日）的稿件，得到样本▲742篇。",
    ],
)
def test_days_that_a_study_is_of(statement):
    found = "6月20日至7月7日为▲14.2篇，7月8日至31日升到▲33.5篇。消息占▲63.5%。"
    days = ["2020-06-20/2020-07-07", "2020-07-08/2020-07-31"]
    whole = "2020-06-20/2020-08-18"
    assert times_of("#1 时间范围", statement, "#2 结果", found) == [whole, *days, whole]


@pytest.mark.parametrize(
    ("named", "found", "wanted"),
    [
        ("其中2月4—10日为春节假期。", "春节升至▲27.4%。平日占▲5.8%。", ["2019-02-04/2019-02-10"]),
        ("其中春节（2月4—10日）限行。", "春节期间升至▲27.4%。", ["2019-02-04/2019-02-10"]),
        ("其中2月4—10日为春节假期。", "春节前占▲5.8%。", ["2019-01-28/2019-02-17"]),
        ("其中2月4—10日为封控期。", "封控期升至▲27.4%。", ["2019-02-04/2019-02-10"]),
        ("其中2月4—10日为高峰期。", "高峰期升至▲27.4%。", ["2019-01-28/2019-02-17"]),
    ],
)
def test_days_with_a_name(named, found, wanted):
    whole = "2019-01-28/2019-02-17"
    text = ("#1 数据", f"记录起止为2019年1月28日至2月17日，{named}共得进场记录▲385条。", "#2 结果", found)
    assert times_of(*text)[:2] == [whole, *wanted]


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        ("2017年我国农药利用率为▲38.8%。从样本情况看，户主平均▲53.6岁。", ["2017", None]),
        ("2020年全国有护士▲470万人。受访者中女性占▲91%。", ["2020", None]),
        ("2017年我国农药利用率为▲38.8%。小麦为▲40.1%。", ["2017", "2017"]),
    ],
)
def test_a_sample_is_not_of_the_year_of_a_nation(paragraph, wanted):
    assert times_of("@摘要：本文讨论样本农户的选择。", "#一、研究背景", paragraph) == wanted


def test_a_change_behind_two_levels_runs_between_their_years():
    text = "2007年末余额为▲6.2万亿元，到2016年末已达▲28.1万亿元，占比由▲22.1%升至▲26.4%。"
    assert times_of(text) == ["2007-12", "2016-12"] * 2


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        # as many numbers as the study has years, told to go by years
        (
            "监测期间，检出率分别为▲23.6%、▲21.9%、▲18.4%、▲15.1%、▲13.8%，均为儿童。",
            ["2016", "2017", "2018", "2019", "2020"],
        ),
        (
            "外销的比例依次为▲41%、▲43%、▲47%、▲52%和▲58%，呈上升趋势。",
            ["2016", "2017", "2018", "2019", "2020"],
        ),
        # those of five plants, or one number less
        ("五个车间的合格率分别为▲93%、▲91%、▲88%、▲85%和▲83%。", ["2016/2020"] * 5),
        ("期间合格率分别为▲93%、▲91%、▲88%、▲85%。", ["2016/2020"] * 4),
        (
            "期间甲、乙、丙、丁和戊县的有机质分别为▲18%、▲16%、▲21%、▲19%和▲14%，呈增加趋势。",
            ["2016/2020"] * 5,
        ),
        # years counted at the head of a clause or a sentence
        ("2020年为▲4.08次。五年间无重大事故，轻伤▲12人。", ["2020", "2016/2020"]),
        # what is estimated
        (
            "2020年为▲4.08次。研发投入每提高1%，利润增加▲0.36%，其中外销的弹性为▲0.41。",
            ["2020", "2016/2020", "2016/2020"],
        ),
        ("2020年为▲4.08次。产品合格率提高▲2%。", ["2020", "2020"]),
    ],
)
def test_rows_and_numbers_of_all_years(told, wanted):
    assert times_of(FIRM, "#3.1 营运能力", told) == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        # levels told without years behind those of a change that has them
        ("2012年至2021年，全国注册量由▲1487件增加到▲6381件。其中，甲省由▲34件增至▲152件。", ["2012", "2021"] * 2),
        ("2019年有▲21个村，2022年达到▲97个；同期补助由▲63万元增至▲418万元，人数由▲0.9万人增至▲6.4万人。", ["2019", "2022"] * 3),
        ("缴费比例2018年为▲7.6%，2022年为▲24.1%；断缴率则由▲13.8%降至▲8.2%。", ["2018", "2022"] * 2),
        ("2008年为▲2.31，2013年为▲2.68，2019年为▲2.17。同期出口从▲9.4亿美元增至▲17.8亿美元，年均增长▲6.0%。",
         ["2008", "2013", "2019", "2008", "2019", "2008/2019"]),
        ("1980—1996年输沙▲127万t，1999—2015年降为▲39万t，含沙量同期由▲462 kg/m3降至▲175 kg/m3。",
         ["1980/1996", "1999/2015"] * 2),
        # no two times before it, or another sentence that does not go on with them
        ("2019年有▲21个村；补助由▲63万元增至▲418万元。", ["2019", None, "2019"]),
        ("2019年有▲21个村，2022年达到▲97个。乙县的补助由▲63万元增至▲418万元。", ["2019", "2022", None, "2022"]),
        ("2008年为▲2.31，2013年为▲2.68，2019年为▲2.17，出口从▲9.4亿美元增至▲17.8亿美元。",
         ["2008", "2013", "2019", "2013", "2019"]),
    ],
)  # fmt: skip
def test_a_change_behind_one_with_years(told, wanted):
    assert times_of(told) == wanted
