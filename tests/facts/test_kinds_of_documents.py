"""Times and areas in kinds of documents: annual accounts and reports, plans, reviews, communiqués with a look elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Extraction, Knowledge, extract_facts

Read = Callable[..., Extraction]
ACCOUNTS = "某局2024年度部门决算"
COMPANY = "甲乙生物股份有限公司2020年年度报告"
COMMUNIQUE = "2023年江西省统计公报"
FIVE_YEARS = ("heading", "一、过去五年工作回顾")
THIS_YEAR = ("heading", "二、今年经济社会发展目标")


def times(read: Read, *blocks: object, title: str | None = None) -> list[str | None]:
    return [fact.time for fact in read(*blocks, title=title).facts]


@pytest.mark.parametrize(
    ("text", "title", "wanted"),
    [
        # what is set at the beginning of the year is of the year
        ("支出年初预算为10万元，完成年初预算的95%。", ACCOUNTS, ["2024", "2024"]),
        ("全面实现年初确定的目标，全省企业增加300家。", COMMUNIQUE, ["2023"]),
        # the year and the period under report
        ("本年收入合计300万元，其中拨款收入200万元。", ACCOUNTS, ["2024", "2024"]),
        ("截止报告期末，公司资产2亿元。报告期内，公司收入3亿元。", COMPANY, ["2020-12", "2020"]),
        ("期末余额前五名汇总金额5万元。", COMPANY, ["2020-12"]),
        ("学期末考核人数300人。", COMMUNIQUE, ["2023"]),
        ("一季度末贷款余额2万亿元，上半年末为3万亿元。", COMMUNIQUE, ["2023-03", "2023-06"]),
        # what a year amounts to beside what there is at its end
        ("2023年末，单位5万家，营业收入80亿元，增长5%。", COMMUNIQUE, ["2023-12", "2023", "2023"]),
        ("2020年末资产8亿元，净利润2亿元。", COMPANY, ["2020-12", "2020"]),
        ("截至2023年末，累计实现营业收入80亿元。", COMMUNIQUE, ["2023-12"]),
        # a date in brackets with a number of its own
        ("占总额的22.7%（2019年：13.3%）。", COMPANY, ["2020", "2019"]),
        ("出生率为6.1‰（2022年为6.5‰）。", COMMUNIQUE, ["2023", "2022"]),
        # lengths of time and what holds in general are of no year
        ("账龄超过1年的款项占5%。", COMPANY, ["2020"]),
        ("承包到期后再延长30年，涉及农户300户。", COMMUNIQUE, [None, "2023"]),
        ("纪念建校80周年，参加者300人。", COMMUNIQUE, [None, "2023"]),
        ("现金分红比例最低应达到80%。", COMPANY, [None]),
        ("小型企业是指营业收入300万元以下的企业。", COMMUNIQUE, [None]),
        # another country's year, another source
        ("美国2019年投入600亿美元。居民满意率达到92%。", COMMUNIQUE, ["2019", "2023"]),
        ("日本2020年产量为5万吨。公司产量3万吨。", COMPANY, ["2020", "2020"]),
        ("2019年患病率为39.3%。《健康报告》指出，患病人数达2.9亿人。", None, ["2019", None]),
    ],
)
def test_times_by_kind(read: Read, text: str, title: str | None, wanted: list[str | None]) -> None:
    found = times(read, text, title=title)
    assert found == wanted


def test_a_part_of_a_sum_is_of_the_same_period(read: Read) -> None:
    title = "2013年国务院政府工作报告"
    found = times(read, FIVE_YEARS, "新增铁路2万公里，其中高铁9000公里，里程达到10万公里。", title=title)
    assert found[-3:] == ["2008/2012", "2008/2012", "2012-12"]
    found = times(read, FIVE_YEARS, "实现毕业生就业2800万人。参保人数达到7.9亿人。", title=title)
    assert found[-2:] == ["2008/2012", "2012-12"]


def test_a_look_at_the_last_year_ends_with_its_sentence(read: Read) -> None:
    title = "2024年国务院政府工作报告"
    found = times(read, THIS_YEAR, "去年物价上涨2.6%。把涨幅控制在3.5%左右。", title=title)
    assert found == ["2023", "2024"]
    found = times(
        read, THIS_YEAR, "去年城镇就业300万人。其中，新增就业90万人。", title="2024年某省政府工作报告"
    )
    assert found == ["2023", "2023"]


@pytest.mark.parametrize(
    ("blocks", "wanted"),
    [
        ([("heading", "一、发展目标"), "到2025年，主要指标如下：", "——产业规模达到500亿元。"], ["2025"]),
        (["到2030年实现以下指标：", "——企业达到100家。", "——产值达到5亿元。"], ["2030", "2030"]),
        (
            ["（二）主要目标。到2025年，建成园区10个。", "——引进企业300家。", "（三）补助。每家补助5万元。"],
            ["2025", "2025", None],
        ),
        (
            [("heading", "二、主要目标"), "到2027年，企业10家；到2030年，企业30家。", "——产值5亿元。"],
            ["2027", "2030", None],
        ),
        (["到2025年，增加值年均增长6%以上。"], ["2025"]),
    ],
)
def test_the_year_of_a_list_of_goals(read: Read, blocks: list[object], wanted: list[str | None]) -> None:
    assert times(read, *blocks, title="某市制造业发展实施意见") == wanted


def test_a_look_ahead_does_not_take_what_follows(read: Read) -> None:
    text = "2020年，市场规模达到300亿元。力争到2030年超过900亿元。平台数量为50家。"
    assert times(read, text, title="云计算白皮书") == ["2020", "2030", "2020"]
    text = "2019年产量5万吨。到2035年，预计产量将达到9万吨。从业人员300人。"
    assert times(read, text, title="行业研究") == ["2019", "2035", "2019"]


@pytest.mark.parametrize(
    ("text", "title", "areas"),
    [
        # a municipality has no cities of its own
        ("检索了北京、天津和河北11个地级市的政策。", None, [("河北",)]),
        ("上海和江苏13个设区市加入。", None, [("江苏",)]),
        ("北京、天津和河北13个城市加入。", None, [("京津冀",)]),
        # a share and its change are of the place of the number before
        ("东部地区经费560亿元，占43.7%，比重比上年下降1.4个百分点。", COMMUNIQUE, [("东部地区",)] * 3),
        ("日本出口30亿美元，占比5%，增速提高2个百分点。", None, [("日本",)] * 3),
        # a body in the name of what is counted
        ("举办演出20场、文化和旅游部人才计划演出4场、公益演出5场。", COMMUNIQUE, [("江西",)] * 3),
        ("依托农业部动物制品重点实验室，建成平台5个。", COMPANY, [("甲乙生物",)]),
        # a company speaks of itself
        ("公司向柬埔寨捐赠疫苗10万份。", COMPANY, [("甲乙生物",)]),
        ("全年研发投入2亿元。广东地区收入5亿元。", COMPANY, [("甲乙生物",), ("甲乙生物", "广东")]),
        ("产能利用率达到95%。", "丙丁科技（600000.SH）公司点评", [("丙丁科技",)]),
    ],
)
def test_areas_by_kind(read: Read, text: str, title: str | None, areas: list[tuple[str, ...]]) -> None:
    assert [fact.area for fact in read(text, title=title).facts] == areas


def test_an_abstract_restated_with_a_date(knowledge: Knowledge) -> None:
    document = make_document(
        ("abstract", "样本分别为36.5%、31.2%和26.8%。"),
        "2020年甲类占36.5%，乙类占31.2%，丙类占26.8%。",
    )
    assert [fact.time for fact in extract_facts(document, knowledge).facts] == ["2020"] * 6


@pytest.mark.parametrize(
    ("text", "title", "wanted"),
    [
        # the base of a comparison with its number, and long-term means
        ("2018年降水量为107毫米，比2017年降水量130毫米少17.8%。", None, ["2018", "2017", "2018"]),
        ("2020年产量5万吨，较2019年产量4万吨增加25%。", None, ["2020", "2019", "2020"]),
        ("2018年降水量为107毫米，比多年平均降水量118毫米少9%。", None, ["2018", None, "2018"]),
        ("2017年水量79亿立方米，比常年（99亿立方米）偏少20%。", None, ["2017", None, "2017"]),
        # the parts of a ratio are of one time
        (
            "三次产业比例由2018年的5.7：49.3：45.0调整为6.6：45.8：47.6。",
            COMMUNIQUE,
            ["2018"] * 3 + ["2023"] * 3,
        ),
        ("人均生产总值3万元，按2018年平均汇率折合5万美元。", COMMUNIQUE, ["2023", "2023"]),
        # the end of the year taken up again
        (
            "截至2023年底，有城市对象40万户，全年支出4亿元；有农村对象90万户。",
            COMMUNIQUE,
            ["2023-12", "2023", "2023-12"],
        ),
        (
            "2023年末有医院500家，全年诊疗3亿人次；共有卫生院900家。",
            COMMUNIQUE,
            ["2023-12", "2023", "2023-12"],
        ),
        # lists as long as the period before them
        ("预计2022-2024年利润5、7、9亿元，对应倍数30、20、15倍。", None, ["2022", "2023", "2024"] * 2),
        ("2019、2020年出生8万人、7万人。", None, ["2019", "2020"]),
        # a case in point goes on with the statement
        ("2024年的数据显示，互认率不足40%。以制造业为例，互认率为32%。", None, ["2024", "2024"]),
        ("2020年的调查显示，支持率为60%。以甲市为例，支持率为52%。", None, ["2020", "2020"]),
        # the date of an event, and what there is by now
        ("一期工程于2023年3月开工，已完成投资5亿元。", None, [None]),
        ("协会于2015年成立，现有会员300人。", None, [None]),
        ("协会于2015年成立，当年会员300人。", None, ["2015"]),
        ("力争到2030年产值达到20亿元。项目目前完成投资5亿元。", None, ["2030", "2024-05"]),
        ("到2025年，预计产值将达到9亿元。一期已完成投资5亿元。", None, ["2025", None]),
        # from a year on
        ("2017年起每年新建30所。", None, ["2017/.."]),
        ("2021年6月起补助5万元。", None, ["2021-06/.."]),
        ("2012年，发布了新版。包含了超过100万个文档。", None, ["2012"]),
    ],
)
def test_times_in_the_sentence(read: Read, text: str, title: str | None, wanted: list[str | None]) -> None:
    assert times(read, text, title=title) == wanted


@pytest.mark.parametrize(
    ("text", "title", "areas"),
    [
        # items of a list of places with their shares
        (
            "比重分别为：华东36.3%，提高0.1个百分点；中南27.0%。",
            "2024年全国药品流通统计报告",
            ["华东", "华东", "中南"],
        ),
        ("各省产量占比分别为：山东36.3%；河南27.0%。", "2024年全国农业统计公报", ["山东", "河南"]),
        # a county that no table names
        ("全县企业300家。", "2019年洪洞县国民经济和社会发展统计公报", ["洪洞县"]),
        ("年末常住人口76万人。", "云岭县2022年统计公报", ["云岭县"]),
        # what a number breaks up into, and the part of the whole
        (
            "产能47万吨（成都5万吨、广州20万吨）。",
            "丙丁科技（600000.SH）公司点评",
            ["丙丁科技", "丙丁科技,成都", "丙丁科技,广州"],
        ),
        ("全球实例6万个。中国、美国位居前列。其中甲类5万个。", None, ["全球", "全球"]),
        ("日本有企业60家。韩国、德国也很多。其中大型企业8家。", None, ["日本", "日本"]),
        # the own work of an author is about no place that was named before
        ("全世界每年约有150万人发病。本研究纳入患者140例。", None, ["全球", ""]),
        ("我国患者约200万人。对照组男35例。", None, ["中国", ""]),
        # a body that takes in others
        ("省标准化委员会吸收教育部、科技部2个部委参加。", None, ["省标准化委员会"]),
        ("某某协调委员会纳入财政部、民政部等机构，共8家。", None, ["某某协调委员会"]),
        # the others of a region, and a list with its count
        ("上海、江苏、浙江三省市占24%，中游三省占11%。", None, ["上海,江苏,浙江"] * 2),
        ("“深圳—香港—广州”集群跃居全球首位。", "广东省政府工作报告", ["深圳,香港,广州"]),
    ],
)
def test_areas_in_the_sentence(read: Read, text: str, title: str | None, areas: list[str]) -> None:
    assert [",".join(fact.area) for fact in read(text, title=title).facts] == areas
