"""Stages of a study, what a study tells besides, and numbers of years told behind a level."""

import pytest

from study_papers import document, times_of
from suyuan.flow import make_flow
from suyuan.time import find_times, resolve
from suyuan.time.study_dates import periods
from suyuan.time.study_stages import (
    between_stages,
    course_of,
    divided_stages,
    end_after,
    stages_called,
)

METHODS = ("# 1 材料与方法", "## 1.3 运行方案")
THREE = (
    "试验自2022年4月1日起，分3个阶段。阶段Ⅰ为挂膜启动，历时30 d；阶段Ⅱ为参数优化，历时90 d；"
    "阶段Ⅲ为低温验证，自2022年12月1日至2023年1月31日，共62 d。"
)
WHOLE, FIRST, SECOND, THIRD = (
    "2022-04-01/2023-01-31",
    "2022-04-01/2022-04-30",
    "2022",
    "2022-12-01/2023-01-31",
)


def spans_of(text):
    times = resolve(find_times(text), told=None, previous=None)
    closed = [(row.start, row.end, row.edtf) for row in periods(text, times)]
    opened = [(t.start, t.end, t.edtf) for t in times if t.edtf and t.edtf.endswith("/..")]
    return opened, closed


@pytest.mark.parametrize(
    ("start", "number", "unit", "last"),
    [
        ("2023-03-01", 45, "d", "2023-04-14"),
        ("2023-12-15", 2, "周", "2023-12-28"),
        ("2023-03", 12, "月", "2024-02"),
        ("2022-12", 1, "年", "2023-11"),
        ("2023-03-01", 12, "月", "2024-02-29"),
        ("2023-01-31", 1, "月", "2023-02-28"),
        ("2023-03", 45, "天", None),
    ],
)
def test_end_after(start, number, unit, last):
    assert end_after(start, number, unit) == last


@pytest.mark.parametrize(
    ("text", "phases"),
    [
        (THREE, {"阶段1": FIRST, "阶段2": SECOND, "阶段3": THIRD}),
        (
            "装置自2021年5月10日起运行，第一阶段持续20天，第二阶段持续30天。",
            {"阶段1": "2021-05-10/2021-05-29", "阶段2": "2021-05-30/2021-06-28"},
        ),
        (
            "实验自2020年9月起分两个阶段开展：第一阶段为驯化期，为期3个月；第二阶段为运行期，为期半年多，共6个月。",
            {"阶段1": "2020-09/2020-11", "阶段2": "2020-12/2021-05"},
        ),
        (
            "试验自2021年5月10日起，第一阶段为启动，第二阶段持续30天。",
            None,
        ),  # nothing says when the second began
        ("试验分两个阶段，第一阶段持续20天，第二阶段持续30天。", None),
    ],
)
def test_course(text, phases):
    flow_text = flow_of(text)
    course = course_of(flow_text, *spans_of(flow_text))
    assert (course.phases if course else None) == phases


def flow_of(text):
    made, _, _ = document(text)
    return make_flow(made.text, made.blocks[0]).text


def test_names_of_stages():
    names = course_of(flow_of(THREE), *spans_of(flow_of(THREE))).names
    called = [row.label for row in stages_called("启动期末为5，低温期为3，优化条件下为7", names)]
    assert called == ["阶段1", "阶段3", "阶段2"]
    assert stages_called("优化了参数并启动水泵", names) == []


def test_sections_between_stages():
    assert between_stages(["阶段1", None, None, "阶段3", None]) == ["阶段1", "阶段2", "阶段2", "阶段3", None]
    assert between_stages(["阶段1", None, "阶段2"]) == ["阶段1", None, "阶段2"]
    assert between_stages([None, "阶段2"]) == [None, "阶段2"]


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        (
            "样本可划分为两个阶段。2001—2010年为起步期，共12份；2011—2020年为成熟期，共30份。",
            {"阶段1": "2001/2010", "阶段2": "2011/2020"},
        ),
        ("可分为两个阶段。2001—2010年为起步期，2015—2020年为成熟期。", {}),  # a gap: no stages of one course
        ("可分为三个阶段。2001—2010年为起步期，2011—2020年为成熟期。", {}),
    ],
)
def test_divided_stages(text, stages):
    assert divided_stages(text, spans_of(text)[1]) == stages


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("试验于2021年3月5日启动，至2021年9月4日结束。", ["2021-03-05/2021-09-04"]),
        ("监测自2022年4月起，为期12个月。", ["2022-04/2023-03"]),
        ("自2022年4月1日起，历时60 d。", ["2022-04-01/2022-05-30"]),
    ],
)
def test_periods_by_beginning_and_end_or_length(text, wanted):
    assert [row.edtf for row in periods(text, resolve(find_times(text), told=None, previous=None))] == wanted


def test_results_are_of_the_stage_that_their_heading_names():
    assert times_of(
        *METHODS,
        THREE,
        "# 2 结果与讨论",
        "## 2.1 挂膜启动",
        "生物量均值为▲12.5%。至启动期末，去除率达到▲80.1%。",
        "## 2.2 回流比的影响",
        "出水去除率为▲78.4%。",
        "## 2.3 低温期效果",
        "该阶段去除率为▲73.6%，约为阶段Ⅱ的▲93.1%。",
        "## 2.4 技术经济分析",
        "折合投资占▲28.6%。",
        "# 3 结论",
        "全程平均去除率为▲77.7%。",
    ) == [FIRST, "2022-04-30", SECOND, THIRD, THIRD, None, WHOLE]


def test_abstract_of_a_study_in_stages():
    assert times_of(
        "@摘要：考察了脱氮效果。结果表明：在最优条件下，总氮去除率为▲79.1%；低温期去除率为▲70.2%。运行成本下降▲17.6%。",
        *METHODS,
        THREE,
        "# 2 结果",
        "## 2.1 成本分析",
        "费用下降▲17.6%。",
    ) == [SECOND, THIRD, None, None]


TEXTS = "@摘要：基于2007—2020年政策文本，分析了合作的演化。结果表明：交通类文本占▲52.2%；2015年以来的文本占▲31.5%。"


def test_study_of_texts_with_a_survey_besides():
    assert times_of(
        TEXTS,
        "# 1 研究设计",
        "## 1.1 资料来源",
        "初检得到文本▲431份。访谈于2019年7月至2020年2月进行，共▲46人。另开展问卷调查，回收问卷▲547份。",
        "由两名编码员独立编码，一致性为▲0.83。",
        "# 2 结果",
        "文本可划为两个阶段。2007—2012年为起步期，共▲31份；2013—2020年为成熟期，共▲58份。",
        "密度在两个阶段依次为▲0.21和▲0.48。其中产业类▲47份。",
        "研究区现有园区▲9个，开发率▲34.6%。",
        "问卷结果与此相互印证。满意者占▲18.1%。",
        "# 3 与其他地区的比较",
        "甲市日均出行▲170人次。",
        "# 4 结论与讨论",
        "约束性文本仅占▲18.5%。",
    ) == [
        *("2007/2020", "2015/2020", "2007/2020", "2019-07/2020-02", None, None),
        *("2007/2012", "2013/2020", "2007/2012", "2013/2020", "2007/2020"),
        *(None, None, None, None, "2007/2020"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("截至2022年底，里程为▲453个，十年间净增▲85个，增长▲23.1%。全县建成▲12个。",
         ["2022-12", "2012/2022", "2012/2022", "2022-12"]),
        ("2014年收件▲60件，2022年达▲370件，8年间年均增长▲25.5%。", ["2014", "2022", "2014/2022"]),
        ("2022年容积▲21%；冷藏车▲38个，五年增长▲58%。", ["2022", "2022", "2017/2022"]),
        ("2021年产值▲11个。甲片区实行分成，三年累计▲63个。", ["2021", None]),
    ],
)  # fmt: skip
def test_years_told_behind_a_level(text, wanted):
    assert times_of(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("北厂2008年投产，设计规模▲12个，采用新工艺。", [None]),
        ("城铁于2016年底开通，配套随后启动，▲24个路口已打通▲17个。", [None, None]),
        ("南厂2008年投产，当年产量▲12个。", ["2008"]),
        ("2016年新建厂房，产量▲12个。", ["2016"]),
    ],
)
def test_date_of_an_event(text, wanted):
    assert times_of(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("占比由2015年的▲74.3%升至2020年的▲80.9%，甲、乙、丙占增加值比重分别为▲40.7%、▲21.0%和▲8.9%。",
         ["2015", "2020", "2020", "2020", "2020"]),
        ("占比由2015年的▲74.3%升至2020年的▲80.9%，提高▲6.6%。", ["2015", "2020", "2015/2020"]),
    ],
)  # fmt: skip
def test_levels_behind_a_change(text, wanted):
    assert times_of(text) == wanted
