"""Places of single figures in a study whose own place is known: of others' work, of the country, of what it is compared with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]
OWN = "承德"


def areas(read: Read, sentence: str) -> list[str]:
    """Places of the figures of a paragraph in a study of 承德市."""
    facts = read(
        ("abstract", "摘要：2021年5月对承德市居民进行问卷调查。结果表明，多数居民满意。"),
        ("heading", "3 结果与讨论"),
        ("paragraph", sentence),
        title="承德市居民用水行为及其影响因素研究",
    ).facts
    return ["、".join(fact.area) for fact in facts]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # the level of a place that the own is compared with
        ("近视率为45.2%，低于湖南会同县同龄学生的52.1%。", [OWN, "会同县"]),
        ("患龋率高于广西2018年调查的63.2%。", ["广西"]),
        ("户均收入2.06万元，略高于全省农村1.84万元的水平。", [OWN, "河北"]),
        ("发病率远高于2021年全国4.95/10万的报告发病率。", ["中国"]),
        ("出苗期长于山东的120 d，而短于甘肃的140 d。", ["山东", "甘肃"]),
        ("节水率高于Smith等在英国报道的45%，但低于国内平均水平（70%）。", ["英国", "中国"]),
        # a difference or a ratio is the own
        ("节水率较杭州低12%，比全国高3个百分点。", [OWN, OWN]),
        ("镉含量为河北省土壤背景值（0.126 mg/kg）的10.9倍。", ["河北", OWN]),
        ("收入2.4万元，相当于河北农村居民年收入（1.5万元）的1.57倍。", [OWN, "河北", OWN]),
        ("户均用水量是同年杭州（2.87 t）的5.72倍。", ["杭州", f"{OWN}、杭州"]),
    ],
)
def test_a_place_of_comparison(read: Read, sentence: str, wanted: list[str]) -> None:
    assert areas(read, sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("文献[3]对山东省某台区的测算显示，电压抬升11.8%。", ["山东"]),
        ("上海62个基坑的统计表明，侧移平均为深度的0.42%。", ["上海", "上海"]),
        ("前人对邻近的千河所作估算中，贡献率为52%。", ["千河"]),
        ("邻近的平定县某厂采用新办法，去除率仅提高6.3%。", ["平定县"]),
        ("德国企业的净成本，据赵某（2014）转引为5398欧元。", ["德国"]),
        ("于敏在兰州开展的调查中，节水率为31%，女性为40%。", ["兰州", "兰州"]),
        ("周敏和何少卿[2]利用浙江省58个县的数据发现，比值下降12%。", ["浙江", "浙江"]),
        ("刘某某（2020）以西安市320户居民为样本，均值为38%。", ["西安", "西安"]),
        ("有学者报告国内酒店业离职率高达43%。", ["中国"]),
        ("国外在山羊上的试验曾把构树用到日粮的30%。", [""]),
        ("Mischel早年报告的平均等待时间为512.8 s。", [""]),
        # back to the own work
        ("与陈某对深圳老人的研究相比，其所得比例为52.3%，本文为64.0%。", ["深圳", OWN]),
        ("已有研究估算京津冀的漏损率为35%，本文估计为42%。", ["京津冀", OWN]),
        ("与王某等的研究结果一致，节水率为61.2%。", [OWN]),
        ("采用李某等编制的量表，得分为42.5分。", [OWN]),
        ("高于赵敏等在杭州调查的52.1%，本研究的样本为560户。", ["杭州", OWN]),
        # neither authors nor works of others
        ("白天在小区的观测结果为31%。", [OWN]),
        ("方程对样本的估计结果为0.31。", [OWN]),
        ("农户对节水的估计平均为31 t。", [OWN]),
        ("IV-Probit估计的边际效应为0.112。", [OWN]),
    ],
)
def test_work_of_others(read: Read, sentence: str, wanted: list[str]) -> None:
    assert areas(read, sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("到2022年底全国已有49个城市试点，参保1.69亿人。承德市参保320万人。", ["中国", "中国", OWN]),
        ("我国光伏发展很快，截至2021年底累计装机已达3.06亿kW。", ["中国"]),
        ("全国小麦面积为2338万hm2，总产量1.34亿t。", ["中国", "中国"]),
        ("获得收入的骑手全国共270万人，其中77%来自农村。", ["中国", "中国"]),
        ("全国平均节水率为31%，承德市为42%。", ["中国", OWN]),
        ("我国水资源短缺，本研究抽取560户居民，男性占45%。", [OWN, OWN]),
        ("占全国的比重为3.1%，户均用水12 t。", [OWN, OWN]),
        ("与全国平均水平相比，节水率高11%。", [OWN]),
    ],
)
def test_the_country(read: Read, sentence: str, wanted: list[str]) -> None:
    assert areas(read, sentence) == wanted


def test_others_work_is_of_no_period_of_the_study(read: Read) -> None:
    facts = read(
        ("abstract", "摘要：2021年5月对承德市居民进行问卷调查。结果表明，节水率为61.2%。"),
        ("heading", "3 结果"),
        ("paragraph", "节水率为61.2%，高于赵敏等在杭州调查的52.1%。"),
        title="承德市居民用水行为及其影响因素研究",
    ).facts
    assert [fact.time for fact in facts[-2:]] == ["2021-05", None]


def test_a_study_by_its_title_is_one_for_time_and_area(read: Read) -> None:
    facts = read(
        ("paragraph", "2022年3月课题组在郑州实测车速。"),
        ("paragraph", "平均车速为30 km/h。文献[3]对济南市的测算为28 km/h。"),
        title="货车限速效果实测",
    ).facts
    assert [(fact.time, fact.area) for fact in facts] == [
        ("2022-03", ("郑州",)),
        (None, ("济南",)),
    ]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # the place that a clause names as the first of its kind, in more forms
        ("最大降水出现在平泉市，为236.8 mm。", ["平泉"]),
        ("承德市有12站超过50 mm，最大降水出现在平泉市，为236.8 mm。", [OWN, OWN, "平泉"]),
        ("各县均有病例，以丰宁县最多，共612例。", ["丰宁县"]),
        ("节水率最高的是丰宁县，达74.8%。", ["丰宁县"]),
        # places that are only measured from, left out or come from
        ("以距杭州球面距离构造工具变量后，系数为18%。", [OWN]),
        ("西藏及港澳台因数据缺失未纳入，共得到360个观测值。", [OWN]),
        ("受访者中来自湖南、江西两省者合计37.3%，女性占51%。", [OWN, OWN]),
        # rows set against each other have no topic, and an item begins anew
        ("平泉市节水率为31%；丰宁县为45%。户均用水12 t。", ["平泉", "丰宁县", OWN]),
        ("（1）平泉市节水率为31%；（2）满意率为45%。", ["平泉", OWN]),
    ],
)
def test_places_in_passing(read: Read, sentence: str, wanted: list[str]) -> None:
    assert areas(read, sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("分区域看，东部系数为2%，西部为8%。", ["东部地区", "西部地区"]),
        ("东、中、西部城乡差距均值分别为23%、24%和28%。", ["东部地区", "中部地区", "西部地区"]),
        ("东部地区金融较为充分，每万人网点1.92个。", ["东部地区"]),
        ("将样本划分为东部11个、中部8个和西部11个省份。", ["东部地区", "中部地区", "西部地区"]),
        ("高原东部山区的均值为3.2%。", ["中国"]),
    ],
)
def test_parts_of_the_country(read: Read, sentence: str, wanted: list[str]) -> None:
    facts = read(
        ("abstract", "摘要：利用我国30个省份的面板数据进行检验。结果表明，效应显著。"),
        ("heading", "3 实证结果"),
        ("paragraph", sentence),
        title="我国数字经济与城乡收入差距的实证研究",
    ).facts
    assert [fact.area[0] for fact in facts[-len(wanted) :]] == wanted


def test_the_province_of_several_counties(read: Read) -> None:
    facts = read(
        ("abstract", "摘要：2021年5月对阜南县、颍上县和霍邱县的农户进行问卷调查。结果表明，收入上升。"),
        ("heading", "3 结果"),
        ("paragraph", "户均收入2.06万元，略高于全省农村1.84万元的水平。"),
        title="阜南、颍上和霍邱农户收入的调查研究",
    ).facts
    assert facts[-1].area == ("安徽",)


def test_a_row_that_is_a_place_has_the_magnitude_told_before(read: Read) -> None:
    facts = read(
        ("abstract", "摘要：利用我国30个省份的面板数据进行检验。结果表明，效应显著。"),
        ("heading", "3 实证结果"),
        ("paragraph", "2021年生均经费均值为1.9万元。河北2.46万元，山东仅1.83万元。"),
        title="我国教育经费的实证研究",
    ).facts
    assert [fact.measure for fact in facts[-2:]] == ["生均经费均值"] * 2


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # the mean of a trade, a norm, what is usually held to be right: of no place
        ("周转率为4.08次，而行业平均为5.63次。", [OWN, ""]),
        ("毛利率为21.3%，低于行业平均水平（25.6%）。", [OWN, ""]),
        ("使用率91.2%，高于同类医院平均的85.3%。", [OWN, ""]),
        ("铅含量为0.21 mg/kg，低于GB 2762规定的0.3 mg/kg。", [OWN, ""]),
        ("合格率为92.1%，高于国家规定的70%。", [OWN, ""]),
        ("合格率为92%，未达到95%的国家标准。", [OWN, ""]),
        ("出水为8 mg/L，满足一级A标准（10 mg/L）。", [OWN, ""]),
        ("人均绿地9.2 m2，低于联合国推荐的60 m2。", [OWN, ""]),
        ("一般认为周转率以0.8次左右为宜。", [""]),
        ("抽检合格率为92.3%。国家规定的合格率为70%。", [OWN, ""]),
        ("达标率为88%，国家标准要求达标率不低于90%。", [OWN, ""]),
        ("水深为2.1 m，小于规范要求的3 m。", [OWN, ""]),
        # a difference to it, the mean of a place, what meets a norm
        ("毛利率高于同行业均值3.2个百分点。", [OWN]),
        ("全国行业平均为5.6次，本市为4.1次。", ["中国", OWN]),
        ("符合国家标准的为92.3%。", [OWN]),
        ("国家标准样品的合格率为92.3%。", [OWN]),
        ("达到国家规定的合格标准的企业有32家。", [OWN]),
        ("按国家规定的程序办结案件120件。", [OWN]),
        ("周转率为4.08次，行业平均5.63次。", [OWN, ""]),
        # what people of the place hold or do
        ("普遍认为保险有用的农户占68.4%。", [OWN]),
        ("通常情况下每天运动的居民占41%。", [OWN]),
        ("一般认为自己健康的占32%。", [OWN]),
    ],
)
def test_benchmarks_have_no_place(read: Read, sentence: str, wanted: list[str]) -> None:
    assert areas(read, sentence) == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # of a norm, in a report too: neither the year nor the place of what it is compared with
        (
            "2022年，合肥市自来水合格率为98%，国家规定的合格率为95%。",
            [("2022", "合肥", "自来水合格率"), (None, "", "国家规定的合格率")],
        ),
        (
            "2023年，合肥市政务服务满意率为97.2%，超过国家要求的90%。",
            [("2023", "合肥", "政务服务满意率"), (None, "", "国家要求的政务服务满意率")],
        ),
        # one of the clause's own year, of a place, and what is only done by a norm
        ("2022年国家规定的合格率为95%。", [("2022", "", "国家规定的合格率")]),
        ("2022年，合肥市规定的工资标准为1650元。", [("2022", "合肥", "规定的工资标准")]),
        ("2022年，合肥市按国家规定发放补贴320万元。", [("2022", "合肥", "发放补贴")]),
    ],
)
def test_norms_have_neither_time_nor_place(
    read: Read, text: str, told: list[tuple[str | None, str, str]]
) -> None:
    found = read(text).facts
    assert [(fact.time, "、".join(fact.area)) for fact in found] == [row[:2] for row in told]
    assert all(row[2] in (fact.measure or "") for fact, row in zip(found, told, strict=True))


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("比例以丰宁县（37.8%）和滦平县（35.1%）较高。", ["丰宁县", "滦平县"]),
        ("得分以滦平县居首，2021年为0.71。", ["滦平县"]),
        ("以丰宁县为样本，户均收入为1.2万元。", [OWN]),
        ("病例集中在丰宁县、滦平县，占62.1%；男性占55.0%。", ["丰宁县、滦平县", OWN]),
        ("共回收812份，其中丰宁县215份；男性占46%。", [OWN, "丰宁县", OWN]),
        ("丰宁县的增长最快，年均增幅达5.1%；全市增幅为3.2%。", ["丰宁县", OWN]),
        ("滦平县某水库蓄水量为1.2亿m3，年供水3000万m3。", ["滦平县", "滦平县"]),
        ("数据采自丰宁县某风电场，该场年发电3.6亿kW·h。", ["丰宁县"]),
        ("产品销往江苏、安徽，该企业员工3200人。", [OWN]),
        ("江苏、安徽签约，该地区企业320家。", ["江苏、安徽"]),
    ],
)
def test_places_that_a_clause_is_about(read: Read, sentence: str, wanted: list[str]) -> None:
    assert areas(read, sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("南宁一市占41.2%；网络可分为3个子群。", ["南宁", "北部湾"]),
        ("其中南宁—钦州每周214班；末一层级占9.1%。", ["南宁、钦州", "北部湾"]),
        ("湛江增长5.1%，居首；面积为12.0%，占比31%。", ["湛江", "湛江", "湛江"]),
        ("湛江市集装箱吞吐量1020万吨；货运量420万吨。", ["湛江", "湛江"]),
        ("钦州万元产值能耗0.42吨标准煤；用水量12立方米。", ["钦州", "钦州"]),
    ],
)
def test_a_region_keeps_what_its_members_do_not_own(read: Read, sentence: str, wanted: list[str]) -> None:
    facts = read(
        ("abstract", "摘要：利用2022年班次数据，考察北部湾城市群物流网络。"),
        ("heading", "3 结果"),
        ("paragraph", sentence),
        title="北部湾城市群货运网络的组织结构",
    ).facts
    assert ["、".join(fact.area) for fact in facts] == wanted


def test_districts_whose_name_others_have_are_of_the_city_of_the_title(read: Read) -> None:
    facts = read(
        ("abstract", "摘要：本文对积水事件进行统计分析。结果表明，积水多发。"),
        ("heading", "3 结果"),
        ("paragraph", "西湖区某立交积水深1.6 m，被困车辆4辆；位于老城的东湖、西湖、青云谱3区占72%。"),
        title="南昌市下穿通道积水风险评价研究",
    ).facts
    found = [fact.area for fact in facts]
    assert found[:2] == [("西湖区",)] * 2
    assert found[-1] == ("东湖区", "西湖区", "青云谱区")


def test_a_list_of_provinces_is_no_region_that_the_text_does_not_name(read: Read) -> None:
    facts = read(
        ("abstract", "摘要：本文基于湖北、湖南、江西三省2018年的统计资料，分析农业结构。"),
        ("heading", "3 结果"),
        ("paragraph", "三省种植业占比为48.9%，渔业为13.6%。"),
        title="基于灰色关联法的农业结构研究",
    ).facts
    assert [fact.area for fact in facts][-2:] == [("湖北", "湖南", "江西")] * 2


def test_a_time_behind_the_country_is_no_rank(read: Read) -> None:
    """中国前一时段 names the country, 中国前三 only ranks."""
    facts = read(
        ("abstract", "摘要：抽取2000—2019年的论文，比较日本与中国。"),
        ("heading", "2 结果"),
        ("paragraph", "中国前一时段仅有397篇，德国由3385篇增至7283篇。"),
        title="体育科学国际合著论文的计量比较",
    ).facts
    assert [fact.area for fact in facts][-3:] == [("中国",), ("德国",), ("德国",)]


@pytest.mark.parametrize(
    ("title", "sentence", "wanted"),
    [
        (
            "青岛市养老机构布局",
            "市北区、市南区较密。2000年市北区拥有17家，密度为2.18。",
            ["市北区", "市北区"],
        ),
        ("佛山市热线工单研究", "高明区较少。顺德区共5万件，高明区最少，为0.8万件。", ["顺德区", "高明区"]),
        ("青岛市养老机构布局", "该市北区拥有17家。", ["青岛"]),  # not told as a district anywhere
        ("青岛市养老机构布局", "重心向西北偏移11.2 km，质心向东北方向移动4 km。", ["青岛", "青岛"]),
    ],
)
def test_districts_of_the_city_of_a_study(read: Read, title: str, sentence: str, wanted: list[str]) -> None:
    facts = read(
        ("abstract", "摘要：本文研究2000—2020年的变化。"),
        ("heading", "2 结果"),
        ("paragraph", sentence),
        title=title,
    ).facts
    assert ["、".join(fact.area) for fact in facts] == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("双桥区工单最多，三年合计6.9万件。", ["双桥区"]),
        ("鹰手营子矿区得分垫底，仅为0.402。", ["鹰手营子矿区"]),
        ("夏季工单最多，三年合计6.9万件。", [OWN]),
        ("四川人最多，约3万人。", [OWN]),  # where they come from
        ("美国订单最多，合计12亿元。", [OWN]),
    ],
)
def test_the_place_that_the_clause_before_ranks(read: Read, sentence: str, wanted: list[str]) -> None:
    assert areas(read, sentence)[-1:] == wanted
