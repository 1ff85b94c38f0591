"""The period of a study, carried from the sentence that states it. ▲ marks the first character of a quantity."""

import pytest

from study_papers import document, times_of
from suyuan.flow import make_flows
from suyuan.time import find_times, resolve
from suyuan.time.study_collection import collections
from suyuan.time.study_dates import periods
from suyuan.time.study_period import find_studies
from suyuan.time.study_phases import label_at, phases_named
from suyuan.time.study_sections import sections_of

SAMPLE = "1.1 研究对象 选取2019年3月—2021年6月收治的▲120例患者。"


def study_of(*paragraphs):
    made, _, _ = document(*paragraphs)
    flows = make_flows(made)
    times = [resolve(find_times(flow.text), told=None, previous=None) for flow in flows]
    return find_studies(flows, sections_of(flows), times).whole


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("选取2019年3月至2021年6月收治的患者。", "2019-03/2021-06"),
        ("回顾性分析2018-01/2020-12在某医院就诊的患者资料。", "2018-01/2020-12"),
        ("收集2018.01—2020.12住院病历。", "2018-01/2020-12"),
        ("连续纳入2018-01-05至2020-12-30行手术的患者。", "2018-01-05/2020-12-30"),
        ("于2022年7—9月在6所学校开展问卷调查。", "2022-07/2022-09"),
        ("调查于2023年5月至6月进行。", "2023-05/2023-06"),
        ("调查时间为2023年5月1日—6月30日。", "2023-05-01/2023-06-30"),
        ("数据采集期间：2021年9月至2022年1月，共5个月，调查3次。", "2021-09/2022-01"),
        ("试验于2020年10月至翌年6月在试验站进行。", "2020-10/2021-06"),
        ("试验于2021年和2022年在试验站进行。", "2021/2022"),
        ("自2019年3月起至2021年6月止对农户进行入户调查。", "2019-03/2021-06"),
        ("利用2008—2021年280个城市的面板数据。", "2008/2021"),
        ("2023年7月，课题组在12个村开展了访谈。", "2023-07"),
        ("以2016年5月—2024年2月印发的84份文件为样本。", "2016-05/2024-02"),
        ("[方法] 以2007—2022年中央层面颁布的126份文本为研究对象。", "2007/2022"),
        ("以2020年各省的统计资料为基础进行测算。", "2020"),
        ("抓取两账号2021年3月1日至2022年2月28日发布的全部短视频。", "2021-03-01/2022-02-28"),
        ("收集某平台2019—2022年受理的工单。", "2019/2022"),
        ("笔者于2023年7月赴甲、乙两县，以面谈方式了解果农的想法。", "2023-07"),
        ("将2013—2022年发布的行业标准作为分析文本。", "2013/2022"),
        ("2016年5月—2024年2月印发的84份文件多为通知。", None),
        ("整理采用2012年发布的行业标准。", None),
        ("查阅并整理2019年发布的《规划》。", None),
        ("预调查于2022年6月进行。", None),
        ("本研究于2019年5月经伦理委员会批准。", None),
        ("检索时限为建库至2022年6月，纳入随机对照试验。", None),
        ("采用2018年版指南的诊断标准，年龄60岁以上。", None),
        ("2020年全县种植面积30万亩。", None),
        ("隧道2019年8月贯通，全长2860 m。", None),
    ],
)
def test_the_sentence_that_states_the_collection(sentence, wanted):
    study = study_of("#1 资料与方法", sentence, "#2 结果", "见表1。")
    assert (study.edtf if study else None) == wanted


def test_a_statement_in_the_introduction_must_say_whose_study_it_is():
    rest = ("#二、研究方法", "采用问卷法。", "#三、结果", "见表1。")
    assert study_of("#一、引言", "2019年5—6月某机构对农户进行了调查。", *rest) is None
    assert study_of("#一、引言", "本研究于2019年5—6月对农户进行了调查。", *rest).edtf == "2019-05/2019-06"


def test_of_two_statements_of_the_same_years_the_more_precise_one_holds():
    study = study_of(
        "@摘要：于2020—2022年开展田间试验。", "#1 材料与方法", "试验于2020年10月—2022年6月进行。"
    )
    assert study.edtf == "2020-10/2022-06"


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [
        # results, and who took part; no criteria, doses or planned sizes
        (("#1 资料与方法", SAMPLE, "1.2 纳入标准 病程≥▲14次。", "#2 结果", "治愈▲80例，占▲66.7%。"),
         ["2019-03/2021-06", None, "2019-03/2021-06", "2019-03/2021-06"]),
        (("#1 对象与方法", SAMPLE, "##1.2 治疗方法", "每次口服▲20mg。", "##1.3 样本量估算", "估算共需▲110例。", "#2 结果"),
         ["2019-03/2021-06", None, None]),
        (("#二、研究设计", "调查于2023年5月至6月进行。", "发问卷▲1500份。共▲25个条目，每次▲20mg。", "#三、结果", "均分▲3.62。"),
         ["2023-05/2023-06", None, None, "2023-05/2023-06"]),
        # under 结果 a heading on the subjects is of the results
        (("@方法 选取2019年3月—2021年6月收治的患者。", "#1 资料与方法", "略。", "#2 结果", "##2.1 研究对象", "年龄▲64.3。"),
         ["2019-03/2021-06"]),
        # the discussion: what the study found, not what others did
        (("#1 资料与方法", SAMPLE, "#2 结果", "见表。", "#3 讨论", "本研究治愈率为▲66.7%，低于刘某等[3]报道的▲70.1%。"),
         ["2019-03/2021-06", "2019-03/2021-06", None]),
        (("#1 资料与方法", SAMPLE, "#2 结果", "见表。", "#3 讨论", "有研究表明治愈率为▲66.7%[4]。后续拟纳入▲400例。"),
         ["2019-03/2021-06", None, None]),
        (("#1 资料与方法", SAMPLE, "#2 结果", "见表。", "#3 讨论", "本组治愈率与2018年的▲60.1%接近。复发率为▲9.2%。"),
         ["2019-03/2021-06", "2018", "2019-03/2021-06"]),
        # the introduction
        (("#引言", "我国患病率为▲23.2%[1]。", "#1 资料与方法", SAMPLE, "#2 结果", "见表。"), [None, "2019-03/2021-06"]),
        # a time of its own stays
        (("#1 资料与方法", SAMPLE, "#2 结果", "2020年治愈▲30例。"), ["2019-03/2021-06", "2020"]),
        # sections with names of their own after the methods are results
        (("#一、调查概况", "2023年7—8月，课题组开展了问卷调查。", "#二、现状", "租房的占▲68.2%。", "#三、对策", "补贴▲5%。"),
         ["2023-07/2023-08", None]),
    ],
)  # fmt: skip
def test_what_the_period_governs(paragraphs, wanted):
    assert times_of(*paragraphs) == wanted


@pytest.mark.parametrize(
    ("abstract", "wanted"),
    [
        ("摘要：目的 有▲3个问题。方法 对▲120例患者随访。结果 治愈▲80例。", [None, "2019-03/2021-06", "2019-03/2021-06"]),
        ("摘要：我国患者有▲9000人。本研究发现，治愈率为▲66.7%。", [None, "2019-03/2021-06"]),
        ("Abstract: Methods In all ▲120 were followed. Results Cure was reached by ▲66.7%.", ["2019-03/2021-06"] * 2),
        ("摘要：本试验设▲60、▲120kg两个水平。结果表明，增产▲8.4%。", [None, None, "2019-03/2021-06"]),
        ("摘要：本试验表明，用量▲120kg配合覆膜可兼顾产量与环境。", [None]),
        ("摘要：本文以P<▲0.05为有统计学意义。", [None]),
    ],
)  # fmt: skip
def test_abstracts(abstract, wanted):
    found = times_of("@" + abstract, "#1 资料与方法", SAMPLE, "#2 结果", "见表1。")
    assert found[: len(wanted)] == wanted


def test_phases_with_dates_of_their_own():
    paper = (
        "#二、研究方法", "第一阶段（2022年3—6月）招募▲214人，第二阶段（2022年9月—2023年1月）招募▲186人。", "#三、结果",
        "##（一）第一阶段", "均分▲78.2。", "##（二）第二阶段", "均分▲80.1。", "##（三）两阶段合并", "效应量▲0.41。",
    )  # fmt: skip
    first, second = "2022-03/2022-06", "2022-09/2023-01"
    assert times_of(*paper) == [first, second, first, second, "2022-03/2023-01"]


def test_groups_that_were_collected_at_different_times():
    paper = (
        "#1 资料与方法", "选取2018年1月—2020年12月甲院收治的420例作为建模组；选取2021年1—6月乙院收治的180例作为验证组。",
        "#2 结果", "共纳入▲600例。建模组死亡率为▲24.5%，验证组为▲26.1%。",
    )  # fmt: skip
    assert times_of(*paper) == ["2018-01/2021-06", "2018-01/2020-12", "2021-01/2021-06"]


def test_seasons_of_a_field_experiment():
    paper = (
        "#1 材料与方法", "于2020—2022年连续两个生长季开展大田试验。", "#2 结果与分析",
        "首季千粒重▲46.8，穗数▲598；第二季为▲44.1。两季平均▲45.5。甲较乙两季分别增产▲9.3%和▲10.4%。",
    )  # fmt: skip
    first, second, both = "2020/2021", "2021/2022", "2020/2022"
    assert times_of(*paper) == [first, first, second, both, first, second]


def test_a_study_in_a_part_of_its_own():
    paper = (
        "#2 原路面检测", "##2.1 检测方法", "2021年9月采用检测车检测。", "##2.2 检测结果", "均值▲82.6。",
        "#3 室内试验", "##3.1 试验结果", "动稳定度▲6820。",
        "#4 研究二", "##4.1 被试", "于2022年3—4月招募学生。", "##4.2 结果", "均分▲3.1。",
    )  # fmt: skip
    assert times_of(*paper) == ["2021-09", None, "2022-03/2022-04"]


def test_the_year_of_another_figure_ends_with_its_sentence():
    paper = (
        "#1 调查对象与方法",
        "于2021年3—4月开展调查。",
        "#2 结果",
        "2020年全国有教师▲290人。样本学校师班比为▲1.7。",
    )
    assert times_of(*paper) == ["2020", "2021-03/2021-04"]


@pytest.mark.parametrize(
    ("section", "sentence", "wanted"),
    [
        ("#2 结果", "超过国家二级标准（▲35）的占▲12.5%。", [None, "2022-07/2022-09"]),
        ("#2 结果", "添加▲250、▲500mg制剂的产量为▲8.6kg。", [None, None, "2022-07/2022-09"]),
        ("#2 结果", "添加▲500mg组体重为▲18.6kg。", [None, "2022-07/2022-09"]),
        ("#2 结果", "用量由▲30增至▲50时产量为▲8.6kg。", [None, None, "2022-07/2022-09"]),
        ("#2 结果", "按单价▲2.8计算，收益为▲1.46。", [None, "2022-07/2022-09"]),
        ("#2 结果", "重复抽样▲5000次，效应为▲0.12。", [None, "2022-07/2022-09"]),
        ("#2 结果", "我国患病率为▲27.9%。", [None]),
        ("#4 结论", "该市患病率为▲27.6%，该法可实现▲80%以上的知晓率。", [None, None]),
        ("#4 结论", "研究发现患病率为▲27.6%。", ["2022-07/2022-09"]),
        ("#4 结论与建议", "今后每周锻炼不少于▲3次。", [None]),
    ],
)
def test_what_of_the_results_is_of_no_time(section, sentence, wanted):
    found = times_of("#1 对象与方法", "于2022年7—9月开展调查。", section, sentence)
    assert found == wanted


def test_criteria_behind_the_statement_are_of_no_time():
    paper = (
        "#1 资料与方法",
        "选取2019年3—9月收治的▲120例患者。纳入标准：年龄▲18以上，病程▲2个月。",
        "#2 结果",
        "略。",
    )
    assert times_of(*paper) == ["2019-03/2019-09", None, None]


def test_a_trial_from_its_first_to_its_last_survey():
    paper = (
        "#1 对象与方法",
        "2021年9月选取▲480名学生，2022年6月进行终末调查。",
        "#2 结果",
        "不良率为▲40.2%。",
    )
    assert times_of(*paper) == ["2021-09", "2021-09/2022-06"]


def test_a_discussion_says_the_results_again():
    paper = (
        "#2 方法",
        "于2022年10—11月发放问卷。",
        "#3 结果",
        "检出率为▲24.7%。",
        "#4 讨论",
        "检出率为▲24.7%，高于▲21.3%。",
    )
    assert times_of(*paper) == ["2022-10/2022-11", "2022-10/2022-11", None]


def test_papers_that_are_no_study_are_left_alone():
    assert times_of("#一、工作开展情况", "2023年5—6月开展调查。", "#二、成效", "达▲30%。") == [None]
    assert times_of("#1 知识表示方法", "模型有▲30个参数。", "#2 实验结果", "准确率▲90%。") == [None, None]


def test_periods_of_rows_and_of_ends_that_stand_apart():
    text = "2021-2022年和2022-2023年两个生长季"
    (period,) = periods(text, find_times(text))
    assert (period.edtf, period.parts) == ("2021/2023", ("2021/2022", "2022/2023"))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("第一阶段", ["阶段1"]), ("阶段II", ["阶段2"]), ("第2轮", ["轮2"]), ("首季", ["季1"]), ("次季", ["季2"]),
        ("第二个生长季", ["季2"]),
        ("验证集", ["验证集"]), ("两季平均", [None]), ("一次", []), ("第一季度", []), ("近两年", []),
        ("最近一轮", ["末期"]), ("最后一次", ["末期"]), ("末期间", []), ("三轮参与率依次为", [None]), ("三期间", []),
        ("改造前", ["改造前"]), ("优化后", ["优化后"]), ("前后", []),
    ],
)  # fmt: skip
def test_names_of_phases(text, labels):
    assert [phase.label for phase in phases_named(text)] == labels


def test_label_of_a_period():
    text = "阶段I：2023年3-5月招募80人"
    assert label_at(text, 5, 14, (0, len(text))) == "阶段1"


@pytest.mark.parametrize(
    ("sentences", "wanted"),
    [
        # laid out first, measured later
        ("2020年3月播种。2021年8月测定产量。", "2021-08"),
        ("2020年3月在样地开展间伐。2021年8月对样地进行复测。", "2021-08"),
        ("2020年3月播种。2021年8月开展培训。", "2020-03"),  # nothing was measured
        ("2021年3月播种并测定土壤。", "2021-03"),  # one sentence has both
        # a year alone needs a word of collecting
        ("热线于2020年完成整合。", None),
        ("热线于2020年完成数据整合。", "2020"),
        # waves
        ("采用2014年、2016年和2018年三轮调查数据。", "2014/2018"),
    ],
)
def test_what_was_measured_and_years_alone(sentences, wanted):
    study = study_of("#1 材料与方法", sentences, "#2 讨论", "略。")
    assert (study.edtf if study else None) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("检索2010—2020年发表的论文。", ["2010/2020"]),
        ("检索建库至2020年的文献，纳入论文若干。", []),
        ("选取2010—2020年的期刊刊文。", ["2010/2020"]),
        ("2010—2020年甲地论文增多，对其进行了分析。", []),
        ("2010—2020年在甲地对农户进行了分析。", ["2010/2020"]),
    ],
)
def test_spans_of_works_that_were_searched(sentence, wanted):
    times = resolve(find_times(sentence), told=None, previous=None)
    assert [period.edtf for period, _ in collections(sentence, times)] == wanted


SEVERAL = ("#1 资料与方法", "收集2018年1月—2022年12月的病例▲120例。", "#2 结果")
WHOLE = "2018-01/2022-12"


@pytest.mark.parametrize(
    ("result", "wanted"),
    [
        # months of no year are those of every year
        ("3—6月为高发季节，占▲40%。", WHOLE),
        ("7、8月占▲40%。", WHOLE),
        ("2020年发病较多，3—6月占▲40%。", "2020-03/2020-06"),
        ("2020年患者为▲50例。3—6月占▲40%。", WHOLE),
        ("2020年患者为▲50例。3月占▲40%。", "2020-03"),  # one month goes on with the year before it
        # a year in passing is none of the next sentence
        ("发病率在2020年为▲5%。男性占▲60%。", WHOLE),
        ("其中，2020年发病率为▲5%。男性占▲60%。", "2020"),  # it leads in
        ("发病率在2022年为▲5%。男性占▲60%。", "2022"),  # the last one goes on
        # not where it ends a row of years, but what moved from one level to another ended there
        ("病例数2019年为▲5例，2020年为▲6例，2022年为▲9例。男性占▲60%。", WHOLE),
        ("指数2019年为▲5，2020年为▲6，2022年为▲9。县数由▲2个增至▲8个，甲县（▲2.1）居首。", "2022"),
    ],
)
def test_months_and_years_in_a_study_of_several_years(result, wanted):
    assert times_of(*SEVERAL, result)[-1] == wanted


def test_days_and_months_of_no_year_in_a_study_that_holds_them_once():
    paper = ("#1 方法", "于2023年4月—2024年3月开展监测。", "#2 结果")
    assert times_of(*paper, "1月8日的占比为▲40%。") == ["2024-01-08"]
    assert times_of(*paper, "7月的占比为▲40%。") == ["2023-07"]


def test_rows_of_waves_and_the_latest_of_them():
    paper = ("#1 数据来源", "采用2014年、2016年和2018年三轮调查数据。", "#2 结果")
    found = times_of(*paper, "三轮参与率依次为▲40%、▲45%和▲50%。最近一轮女性占▲51%。第二轮男性占▲48%。")
    assert found == ["2014", "2016", "2018", "2018", "2016"]


@pytest.mark.parametrize(
    ("opening", "wanted"),
    [
        ("本文分析阅读。我馆于2015年10月面向学生开展了问卷调查。发放▲900份。", ["2015-10"] * 2),
        ("2021年3月，笔者对甲厂职工进行了访谈，访谈▲28人。", ["2021-03"] * 2),
        ("2021年3月，某机构发布了名单，共▲28人。", ["2021-03", None]),  # no survey of its own
    ],
)
def test_a_paper_that_only_its_opening_tells_the_survey_of(opening, wanted):
    assert times_of(opening, "#1 阅读时间", "手机占▲76.5%。") == wanted


def test_a_survey_of_no_date_behind_what_there_is():
    told = "2021年全州产量▲6.3万吨。本文对▲3个县的农户进行走访，收回问卷▲527份。"
    assert times_of("@摘要：本文分析成效。", "#一、引言", told, "#二、结果", "均价▲17.5元。") == [
        "2021",
        None,
        None,
        None,
    ]


def test_what_there_is_as_of_a_day_goes_on():
    paper = ("@摘要：本文统计地方标准。", "#1 引言", "见文。", "#2 现状分析")
    found = times_of(*paper, "截至2023年底，本省现行标准▲1387项。", "农业类▲764项，占▲55.1%。")
    assert found == ["2023-12"] * 3
    found = times_of(*paper, "截至2023年底，全国共有标准▲6万项。", "农业类▲764项。")
    assert found == ["2023-12", None]


def test_the_level_of_another_year_that_a_change_is_set_against():
    paper = ("#1 引言", "见文。")
    assert times_of(*paper, "2023年新发布▲168项，与2022年的▲143项相比增加▲17.5%。") == [
        "2023",
        "2022",
        "2023",
    ]
    assert times_of(*paper, "2023年游客▲20万人，与2022年的▲16万人相比，增长▲25%。")[1:] == ["2022", "2023"]
