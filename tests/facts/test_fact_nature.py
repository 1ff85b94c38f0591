"""Actual, target, forecast."""

from collections.abc import Callable

import pytest

from suyuan.document import Block, Document, DocumentDates, Span
from suyuan.facts import Extraction, Knowledge, extract_facts
from suyuan.facts.plans import period_lies

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "nature"),
    [
        ("新增就业1200万人。", "actual"),
        ("力争新增就业1200万人。", "target"),
        ("今年主要预期目标是：生产总值增长5%；失业率5.5%。", "target"),
        ("到2035年企业达到300家。", "target"),
        ("到2014年企业增加到300家。", "actual"),
        ("预计生产总值增长5%。", "forecast"),
        ("人才培养计划演出4台。", "actual"),
        ("超额完成目标任务，新增就业1200万人。", "actual"),
        ("计划投资30亿元。", "target"),
        # a target that a clause before compares with
        ("失业率5.1%，低于预期目标；新增贷款1.5万亿元。", "actual"),
        ("失业率5.1%，高于年度预期目标0.4个百分点，新增贷款1.5万亿元。", ["actual", "target", "actual"]),
        ("失业率低于去年，主要预期目标为：失业率5.5%。", "target"),
        ("对照“十四五”规划目标，城镇化率仅为56.9%，床位不足900张。", ["actual", "actual"]),
        ("对标三甲医院目标要求，平均住院日为8.2天。", "actual"),
        ("对照规划目标，力争城镇化率达到60%。", "target"),
        ("力争超过上年，预期目标是新增贷款1.5万亿元。", "target"),
        ("该市计划2027年建成充电站100座。", "target"),
        ("明年将新增床位20张。", "target"),
        ("公司拟于2030年前全部改造厂房60栋。", "target"),
        ("明年新增床位20张。", "target"),
        ("来年新增床位20张。", "target"),
        ("2019年以来年均收益率4.37%。", "actual"),
        ("五年来年均增长6%。", "actual"),
        ("60座厂房将于明年建成投产。", "target"),
        ("广义货币预期增长目标定为13%。", "target"),
        ("预计到2030年产量为20万吨，对应市场规模达300亿元。", "forecast"),
        ("计划建设厂房100栋，已建成厂房60栋。", ["target", "actual"]),
        ("目前已建成20座，计划再建40座。", ["actual", "target"]),
        ("下一步，我们要抓紧推进。新开线路30条。", "target"),
        ("下一步，我们要抓紧推进。已开线路30条。", "actual"),
        ("将起征点提高到5000元。", "actual"),
        ("全国有计划单列市5个。", "actual"),
        ("年度计划完成90%。", "actual"),
        ("人均预期寿命80岁。", "actual"),
        ("预计负债为300万元。", "actual"),
        ("原计划招收50人。", "target"),
        ("比原计划多招收50人。", "actual"),
        ("原计划建成泵站90座，实际建成泵站58座。", ["target", "actual"]),
        ("合作社原定种植水稻300亩，已种植水稻210亩。", ["target", "actual"]),
        ("按照《奋力打造花园城市行动方案》，建成花园44个。", "actual"),
        ("落实“力争绿满全城的倡议”，建成花园44个。", "actual"),
        ("按照“十五五”时期的要求，力争建成花园44个。", "target"),
        ("评价情况：编报绩效目标的课题3项，自评的课题4项，平均得分98分。", ["actual", "actual", "actual"]),
        ("预计利润分别为4亿元、6亿元，对应市盈率30、20倍。", ["forecast"] * 4),
        # a plan goes on in the clauses after it, but not where they say what is done or turn
        ("计划改造车站40座，加装电梯210部，惠及居民30万人。", ["target", "target", "target"]),
        ("拟引进企业30家，建设厂房4栋，去年引进企业20家。", ["target", "target", "actual"]),
        ("计划改造车站40座，其中已开工12座，占30%。", ["target", "actual", "actual"]),
        ("项目规划总投资60亿元，累计投入5亿元。", ["target", "actual"]),
        ("计划新建学校12所，再改扩建学校30所。", ["target", "target"]),
        # nor where they have a subject of their own
        (
            "计划建设充电桩1200个，该项目由某公司承建，注册资金3亿元，员工320人。",
            ["target", "actual", "actual"],
        ),
        ("计划收购60%股权，该矿储量3200万吨，净资产8亿元。", ["target", "actual", "actual"]),
        ("计划改造小区320个，平均房龄32年。", ["target", "actual"]),
        ("规划总投资32亿元的产业园一期已建成，厂房面积12万平方米。", ["target", "actual"]),
        ("统计起点由计划总投资50万元提高到500万元。", ["actual", "actual"]),
        # a bound that is asked for by a deadline, whatever verb or bound says it and whenever it is told
        ("到2012年，区域协同标准应突破50项，实际发布44项。", ["target", "actual"]),
        ("到2012年，漏损率须控制在8%以内。投诉率不得高于2%，床位应当不少于120张。", ["target"] * 3),
        ("2012年底前，入河排口整治需要超过600个。", "target"),
        # nor what is needed, told behind it in a sentence of its own
        ("到2012年，基地达到2万亩。每亩需要投入3200元。", ["actual", "actual"]),
        ("到2012年，泵站达到8座。每座泵站要配备人员12名。", ["actual", "actual"]),
        # money and projects that were got, kinds of things whose name holds a word of plan
        ("争取上级资金12亿元，增长8%。", ["actual", "actual"]),
        ("积极争取中央预算内项目32个。", "actual"),
        ("争取新增就业30万人。", "target"),
        ("拟上市企业312家，计划任务完成率为103%。", ["actual", "actual"]),
        ("计划投资30亿元，实际完成投资28亿元。", ["target", "actual"]),
        ("计划招生200人，实际录取186人。", ["target", "actual"]),
        ("到2012年，系统应用超过50项，主要指标达到12项，供应达到8万吨，需求超过3万吨。", "actual"),
        ("由2005年到2012年，企业超过90家。站点需超过60个。", ["actual", "actual"]),
        ("2012年调查显示，站点需超过60个。", "actual"),
        ("馆舍面积应达到3000平方米，全区已有博物馆6座。", ["target", "actual"]),
        ("机构预计明年产量回升。过去产量为3万吨、4万吨。", ["actual", "actual"]),
    ],
)
def test_nature(read: Read, text: str, nature: str | list[str]) -> None:
    found = [fact.nature for fact in read(text).facts]
    assert found == (nature if isinstance(nature, list) else [nature] * len(found)) and found


def told_in(told: str, *rows: tuple[tuple[str, ...], str]) -> Document:
    """A text told on a day; a row is a paragraph with the headings above it."""
    text, blocks = "", []
    for section, words in rows:
        blocks.append(Block("paragraph", (Span(len(text), len(text) + len(words)),), section=section))
        text += words + "\n"
    return Document(
        source_id="demo", edition="text", path="demo.txt", sha256="0" * 64, media="text", text=text,
        blocks=tuple(blocks), title=None, dates=DocumentDates(said=told),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("section", "text", "natures"),
    [
        (("一、2030年工作回顾",), "2030年新建学校20所。", ["actual"]),
        (("三、2031年主要任务",), "培训教师300人。已培训校长40人。", ["target", "actual"]),
        (("三、2031年主要任务", "（一）办好教育"), "2030年完成改造30所，再改造40所。", ["actual", "actual"]),
        (("二、今年重点工作",), "补助标准由每人240元提高到280元。", ["actual", "target"]),
        (("下一步工作打算",), "新建厂房3栋。", ["target"]),
        (("四、2029年主要工作",), "新建厂房3栋。", ["actual"]),
        (("“三五”时期工作进展",), "新建厂房3栋。", ["actual"]),
        (("2031年主要工作进展",), "新建厂房3栋。", ["actual"]),
        (("三、研究方法",), "发放问卷300份。", ["actual"]),
    ],
)
def test_the_section_of_a_plan(
    knowledge: Knowledge, section: tuple[str, ...], text: str, natures: list[str]
) -> None:
    """The year under review is actual and the coming one is planned; what is done stays actual."""
    document = told_in("2031-01-20", (section, text))
    assert [fact.nature for fact in extract_facts(document, knowledge).facts] == natures


def test_a_report_turns_from_review_to_plan(knowledge: Knowledge) -> None:
    """After the part that turned to the plan, parts whose headings say neither plan too; a review in them does not."""
    document = told_in(
        "2031-01-20",
        (("一、2030年工作回顾",), "新建学校2所。"),
        (("二、2031年总体部署",), "新建学校3所，比上年增加1所。"),
        (("三、改善民生",), "新建学校5所。"),
        (("三、改善民生", "（一）形势"), "有学校90所。"),
    )
    natures = [fact.nature for fact in extract_facts(document, knowledge).facts]
    assert natures == ["actual", "target", "target", "target", "actual"]
    without_a_turn = told_in("2031-01-20", (("一、改善民生",), "新建学校5所。"))
    assert [fact.nature for fact in extract_facts(without_a_turn, knowledge).facts] == ["actual"]


def test_a_list_after_a_sentence_of_plan(knowledge: Knowledge) -> None:
    """要重点做好以下工作： governs the paragraphs of its section, not those of the next one."""
    document = told_in(
        "2031-01-20",
        (("一、其一",), "要重点做好以下工作："),
        (("一、其一",), "新建学校20所。"),
        (("二、其二",), "新建医院3所。"),
    )
    assert [fact.nature for fact in extract_facts(document, knowledge).facts] == ["target", "actual"]


@pytest.mark.parametrize("told", ["2024-03-01", "2024-12-31", "2024"])
@pytest.mark.parametrize(
    "text", ["2026年完成了改造60栋。", "2026年底企业有30家。", "2029年产量为3万吨，目标任务的一半。"]
)
def test_what_lies_after_the_telling_is_not_actual(knowledge: Knowledge, text: str, told: str) -> None:
    facts = extract_facts(told_in(told, ((), text)), knowledge).facts
    later = [fact for fact in facts if period_lies(fact.time, told) == "after"]
    assert later and all(fact.nature == "target" for fact in later)


@pytest.mark.parametrize(
    ("edtf", "told", "lies"),
    [
        ("2023", "2024-03-01", "past"),
        ("2024", "2024-03-01", "course"),
        ("2025", "2024-03-01", "after"),
        ("2021/2025", "2024-03-01", "ahead"),
        ("2024-12", "2024", "course"),
        (None, "2024", None),
        ("2023", None, None),
        ("2020/..", "2024", None),
    ],
)
def test_how_a_period_lies(edtf: str | None, told: str | None, lies: str | None) -> None:
    assert period_lies(edtf, told) == lies


@pytest.mark.parametrize(
    ("title", "text", "natures"),
    [
        ("甘肃省中医药发展实施方案", "到2027年，建成医院110所，培育基地60个。", ["target", "target"]),
        ("苏州市“十四五”养老服务规划", "2020年床位7万张。到2025年，床位9万张。", ["actual", "target"]),
        (
            "关于印发《海洋牧场建设行动方案》的通知",
            "2022年牧场54处。到2025年，牧场70处。",
            ["actual", "target"],
        ),
        # of two such years the first is past where the paper looks back, or nothing says that it is aimed at
        (
            "清江市造林方案",
            "五年以来，成效明显。到2020年，林地62万亩。到2025年，林地65万亩。",
            ["actual", "target"],
        ),
        ("清江市治水方案", "到2020年，管网62公里。到2025年，管网65公里。", ["actual", "target"]),
        ("清江市治水方案", "目标如下。到2025年，管网62公里。到2030年，管网65公里。", ["target", "target"]),
        ("清江市治水方案", "到2019年，管网比2015年增加62公里。2025年，管网90公里。", ["actual", "actual"]),
        # no plan; and a year that the text tells of without a goal
        ("甘肃省中医药发展情况", "到2017年，医院110所，基地60个。", ["actual", "actual"]),
        ("某地改造方案", "到2020年底，医院110所。2021年，医院120所。", ["actual", "actual"]),
    ],
)
def test_goals_of_a_plan_without_a_date(
    knowledge: Knowledge, title: str, text: str, natures: list[str]
) -> None:
    blocks, whole = [], ""
    for kind, words in (("title", title), ("paragraph", text)):
        blocks.append(Block(kind, (Span(len(whole), len(whole) + len(words)),)))
        whole += words + "\n"
    document = Document("demo", "text", "demo.txt", "0" * 64, "text", whole, tuple(blocks))
    assert [fact.nature for fact in extract_facts(document, knowledge).facts] == natures
