"""Areas of quantities."""

from collections.abc import Callable

import pytest

from facts.fact_documents import make_document
from suyuan.facts import Extraction, Knowledge, extract_facts

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("四川省有企业75家。", [("四川",)]),
        ("数据库纳入标准6800项，其中北京市1873项、天津市989项。", [(), ("北京",), ("天津",)]),
        ("由北京市、天津市、河北省制定的标准分别有57、14和4项。", [("北京",), ("天津",), ("河北",)]),
        ("京津两市的产值分别为1.67亿元和1.64亿元，而河北仅为0.19亿元。", [("北京",), ("天津",), ("河北",)]),
        ("截至年底，京津冀三地制定地方标准75项。", [("京津冀",)]),
        ("江苏的产值为3亿元，比全国高2%，增长5%。", [("江苏",), ("江苏",), ("江苏",)]),
        ("广东销售额占全国的23%。", [("广东",)]),
        ("项目设在湖南，成为全国首个试点，投资3亿元。", [("湖南",)]),
        ("天津市修订办法，2021年资助69个项目。", [("天津",)]),
        ("河北省培育市场标准，发布标准776项。", [("河北",)]),
        ("政策见《北京市标准化办法》，资助69个项目。", [()]),
        ("东城区、西城区等202个县级单元。", [()]),
        ("河北保定、廊坊等六市与北京合作。", [("河北",)]),
        ("河北的保定、廊坊等六市与北京组建协作区。", [("河北",)]),
        ("393家企业在天津设立分支机构，北京有2所。", [("天津",), ("北京",)]),
        ("东城区、西城区都在其中的202个县级单元。", [()]),
        ("标准握在ISO、ITU等十余个国际组织手里。", [()]),
        ("调查了北京、天津以及河北的11个城市。", [("河北",)]),
        ("清华大学在河北的合作项目，则有160个。", [("清华大学", "河北")]),
        ("落户河北的有476家，而某某电器在天津设了机构，网点共3家。", [("河北",), ("天津",)]),
        ("世界银行研究表明，企业支出增加15%。", [()]),
        ("31个省（自治区、直辖市）参加。", [("中国",)]),
        ("获“全国先进集体”称号的单位有12家。", [()]),
        ("北大与天津合作项目170个。", [("北京大学", "天津")]),
        ("河北工业大学招收学生300人。", [("河北工业大学",)]),
        ("合肥市统计局公布，企业有300家。", [("合肥",)]),
    ],
)
def test_area_in_the_sentence(read: Read, text: str, areas: list[tuple[str, ...]]) -> None:
    assert [fact.area for fact in read(text).facts] == areas


@pytest.mark.parametrize(
    ("text", "area"),
    [
        # the name of a class or an honour
        ("该公司是全国专精特新小巨人企业，拥有专利86项。", ()),
        ("某某药业跻身全国医药百强企业，研发投入1.6亿元。", ()),
        ("荣获全国民族团结进步示范单位称号的学校共有学生1240人。", ()),
        ("合肥市为全国性综合交通枢纽，货运量达3.2亿吨。", ("合肥",)),
        ("公司成为全国农业产业化龙头企业，带动农户3.5万户。", ()),
        ("某某集团为全国制造业500强企业，营业收入128亿元。", ()),
        # the country itself
        ("全国企业年金基金规模达到3万亿元。", ("中国",)),
        ("2021年全国规模以上工业企业利润8.7万亿元。", ("中国",)),
        ("2022年，入选全国试点的城市有32个。", ("中国",)),
    ],
)
def test_an_honour_of_the_country_is_no_area(read: Read, text: str, area: tuple[str, ...]) -> None:
    assert [fact.area for fact in read(text).facts] == [area]


def test_area_from_outside_the_sentence(read: Read) -> None:
    facts = read("经济保持增长。产值达到3亿元。", title="2024年合肥市统计公报").facts
    assert [fact.area for fact in facts] == [("合肥",)]
    facts = read("云南的基础较好。产值达到3亿元。").facts
    assert [fact.area for fact in facts] == [("云南",)]
    facts = read("企业主要分布在云南。产值达到3亿元。", title="合肥市报告").facts
    assert [fact.area for fact in facts] == [("合肥",)]
    facts = read("总量扩大。昆明机场吞吐量近5000万人次。装机超1亿千瓦。", title="云南省报告").facts
    assert [fact.area for fact in facts] == [("昆明", "昆明机场"), ("云南",)]
    assert (facts[0].ref_area, facts[0].counterpart_area, facts[0].body) == ("昆明", None, "昆明机场")
    facts = read("产值达到3亿元。", title="《京津冀协同》（摘编）").facts
    assert [fact.area for fact in facts] == [("京津冀",)]
    facts = read("合肥市统计局", "产值达到3亿元，全市企业有300家。").facts
    assert [fact.area for fact in facts] == [("合肥",), ("合肥",)]


REPORT = "湖北省政府工作报告"


@pytest.mark.parametrize(
    ("text", "title", "areas"),
    [
        # in a report on a province another place counts where it owns the number
        ("武汉市地区生产总值达到2万亿元，增长5%。", REPORT, ["武汉", "武汉"]),
        ("武汉市地区生产总值达到2万亿元，企业有300家。", REPORT, ["武汉", "湖北"]),
        ("襄阳、宜昌等10个县市获批试点。", REPORT, ["湖北"]),
        ("襄阳成为枢纽，新增荆州、孝感、黄冈3个城市。", REPORT, ["湖北"]),
        ("支持武汉打造枢纽，新开航线44条。", REPORT, ["湖北"]),
        ("武汉具有影响力的中心加快建设，实验室达到45家。", REPORT, ["湖北"]),
        ("武汉成为枢纽。新开航线44条。", REPORT, ["湖北"]),
        ("建设成都科技岛和11个分岛。", "四川省工作报告", ["四川"]),
        ("浙江省投入资金3亿元、实施项目20个。", "四川省工作报告", ["浙江", "浙江"]),
        # no place that only describes what is counted, or that an earlier author wrote about
        ("收集3325条云南餐馆评论，准确率达到75%。模型有4层网络。", None, ["云南", "", ""]),
        ("产能较大（云南基地5吨），客户有30家。", None, ["云南", ""]),
        ("我国患病率上升。研究显示，死亡率下降40%。", None, [""]),
        ("全国重点文物保护单位10处。", "洛阳市公报", ["洛阳"]),
        ("20个国考断面达标，31个省考断面达标。", "合肥市公报", ["合肥", "合肥"]),
        ("川东北经济区有企业30家。", "四川省报告", ["川东北经济区"]),
        ("成都平原经济区产值3亿元，武汉都市圈产值2亿元。", None, ["成都平原经济区", "武汉都市圈"]),
        # the other side of trade and traffic stands beside the document's own place
        (
            "对亚洲出口5亿元，增长7%；对欧洲出口3亿元。",
            "合肥市公报",
            ["合肥、亚洲", "合肥、亚洲", "合肥、欧洲"],
        ),
        ("对东盟、欧盟出口分别增长7%、9%。总额居中部首位。", REPORT, ["湖北、东盟", "湖北、欧盟", "湖北"]),
        ("对南亚东南亚进出口5亿元，企业有3家。", "云南省报告", ["云南、南亚、东南亚", "云南"]),
        ("中欧班列开行9列，企业有3家。", "合肥市公报", ["合肥、中欧班列", "合肥"]),
        ("湖北省运动会金牌12枚。", "武汉市公报", ["武汉"]),
        # who is counted, and whom a campaign is for
        ("其中12万名中西部学生受益。", "2012年国务院政府工作报告，全国", ["中西部"]),
        ("开展云南和西藏干部培训工作，全年培训300人。", "全国统计公报", ["云南、西藏"]),
        # the whole of a share is no place that the number is about
        ("我国产量达到3万吨，全球占比约31%，高于全球增速6个百分点。", None, ["中国", "中国", "中国"]),
        ("我省在全国占比超过10%的产品有44种。", "广东省报告", ["广东", "广东"]),
        # neither a national organ nor a group of provinces reaches over a clause with a subject of its own
        ("国务院出台意见，44个部委制定文件。", "云南省报告", ["云南"]),
        (
            "京津冀区域达标率接近80%，集群建设引领产业协作，引进公司超800家。",
            "河北省报告",
            ["京津冀", "河北"],
        ),
        ("苏州工程实验室获批建设，其他平台加快建设，牵头建设基地44家。", "江苏省报告", ["江苏"]),
        ("第四次全国文物普查新发现文物90处。", "山东省报告", ["山东"]),
        ("新增仙桃、潜江、宜都、大冶4个强县。", REPORT, ["湖北"]),
        ("广东、江苏、山东、浙江排名前四，指数超过60。", "中国白皮书", ["广东、江苏、山东、浙江"] * 2),
        ("香港、澳门和台湾同胞来访68万人次。", "全国公报", ["港澳台"]),
        ("合肥新桥国际机场吞吐量12万人次，增长11%。", "合肥市公报", ["合肥、合肥新桥国际机场"] * 2),
        # companies, where they are the subject
        ("腾讯、百度和华为投资超过50亿元。", "全球白皮书", ["腾讯、百度、华为"]),
        ("虽然阿里云在全球市场占有率排名第四，但规模小。", None, ["阿里云"]),
        ("引进华为等项目12个。", REPORT, ["湖北"]),
        # the document's own body
        ("目前公司产能约47GW，子公司产能5GW。", "甲乙股份（600000.SH）：扩产", ["甲乙股份", "甲乙股份"]),
        ("公司实现收入3亿元。", "丙丁股份有限公司2020年年度报告", ["丙丁"]),
        # who tells a figure says whose it is where nothing else does
        ("根据WHO的数据，每年约9万人死亡，占全球死亡的3%。", None, ["全球", "全球"]),
        ("根据设备标准，年限一般为6年，我国有4万台。", "中国白皮书", ["", "中国"]),
        # a body stays the subject of sentences that have none, and is named again by its last word
        ("澄湖城市水务集团在云南成立。集团有职工300人。", None, ["澄湖城市水务集团"]),
        ("长江航道工程学会成立于1990年。现有会员单位41家。", None, ["长江航道工程学会"]),
        (
            "长江航道工程学会吸收了林草局、农业局和气象局这3个部门，加上云南省的各县，共有41家成员单位。",
            None,
            ["长江航道工程学会", "长江航道工程学会"],
        ),
    ],
)
def test_a_place_counts_where_it_owns_the_number(
    read: Read, text: str, title: str | None, areas: list[str]
) -> None:
    assert ["、".join(fact.area) for fact in read(text, title=title).facts] == areas


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("美国、日本、印度在世界市场的份额分别为40%、20%和8%。", ["美国", "日本", "印度"]),
        ("美国、中国和德国优势明显，份额分别为40%、20%、8%。", ["美国", "中国", "德国"]),
        ("华为、腾讯分别投资5亿元和3亿元。", ["华为", "腾讯"]),
        ("北京、天津的机构分别为3家、2家，河北有4家。", ["北京", "天津", "河北"]),
        ("成渝地区干部更青睐服务和网络，支持率分别为69%和65%。", ["成渝", "成渝"]),
    ],
)
def test_each_number_of_a_list_belongs_to_one_place(read: Read, text: str, areas: list[str]) -> None:
    assert ["、".join(fact.area) for fact in read(text).facts] == areas


def test_a_heading_beyond_the_own_place_is_a_subject(read: Read) -> None:
    document = make_document("疏解企业80家。", title="北京市工作报告", section=("深化京津冀协同发展",))
    assert [fact.area for fact in extract_facts(document, Knowledge.load()).facts] == [("北京",)]
    document = make_document("疏解企业80家。", title="河北省工作报告", section=("支持雄安新区建设",))
    assert [fact.area for fact in extract_facts(document, Knowledge.load()).facts] == [("雄安新区",)]


def test_a_ministry_speaks_of_itself(read: Read) -> None:
    facts = read(
        "中华人民共和国教育部", "修订部本级2项指南，教育部门有人员3万人。", title="教育统计公报"
    ).facts
    assert [fact.area for fact in facts] == [("教育部",), ()]


def test_a_whole_country_in_a_document_about_a_place_is_a_scope(read: Read) -> None:
    text = "服务全国统一大市场，企业有300家，指标保持全国省级最优，产值3亿元。"
    assert {fact.area for fact in read(text, title="合肥市报告").facts} == {("合肥",)}


def test_roles(read: Read) -> None:
    pair, single, body = (
        read("四川与云南签署协议5项。").facts[0],
        read("四川发布标准5项。").facts[0],
        read("河北工业大学在天津设立基地5个。").facts[0],
    )
    assert (pair.area, pair.ref_area, pair.counterpart_area) == (("四川", "云南"), "四川", "云南")
    assert (single.ref_area, single.counterpart_area, single.body) == ("四川", None, None)
    assert (body.ref_area, body.body) == ("天津", "河北工业大学")
    listed = read("北京市、天津市、河北省签署协议5项。").facts[0]
    assert (listed.area, listed.ref_area) == (("京津冀",), "京津冀")


def test_the_other_side_of_counted_places_is_the_counterpart(read: Read) -> None:
    (fact,) = read("河北的保定、廊坊等六市与北京组建协作区。").facts
    assert (fact.ref_area, fact.counterpart_area) == ("河北", "北京")


NOTE = "甲股份（600000.SH）：业绩超预期"


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("公司产能达到47GW。", ["甲股份"]),
        ("光伏装机同比增长24%。", [""]),  # of the trade
        ("行业毛利率为32%，市场规模200亿元。", ["", ""]),
        ("毛利率为32%，归母净利润4亿元。", ["甲股份", "甲股份"]),
        ("硅片直径降至36微米，公司在薄片方面领先。", [""]),
        ("公司签订订单。拟投资6亿元。", ["甲股份"]),
    ],
)
def test_area_in_a_note_of_a_broker(read: Read, text: str, areas: list[str]) -> None:
    facts = read("证券研究报告|公司点评", text, title=NOTE).facts
    assert ["、".join(fact.area) for fact in facts] == areas


def test_in_a_company_s_own_paper_all_is_its_own(read: Read) -> None:
    assert [fact.area for fact in read("硅片直径降至36微米。", title=NOTE).facts] == [("甲股份",)]


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("已公布47GW产能（乐山5GW、建湖一期10GW、建湖二期12GW）。", ["", "乐山", "建湖", "建湖"]),
        ("新建医院广州3家、佛冈2家、深圳4家。", ["广州", "佛冈", "深圳"]),
        ("广州有医院3家，其中民营2家。", ["广州", "广州"]),
    ],
)
def test_a_row_of_places_that_the_gazetteer_lacks(read: Read, text: str, areas: list[str]) -> None:
    assert ["、".join(fact.area) for fact in read(text).facts] == areas


def test_the_unit_of_a_table_is_no_quantity(read: Read) -> None:
    assert read("现金流量表（单位：百万元）").facts == read("利润表，单位：万元，").facts == []


def test_the_word_for_the_company_leaves_the_measure(read: Read) -> None:
    facts = read("公司营收35亿元。公司拥有产能12GW。公司债余额5亿元。", title=NOTE).facts
    assert [fact.measure for fact in facts] == ["营收", "产能", "公司债余额"]
    assert [fact.measure for fact in read("广东的公司营收35亿元。").facts] == ["公司营收"]


@pytest.mark.parametrize(
    ("title", "text", "area"),
    [
        ("2023年合肥市统计公报", "全市企业30家。", ("合肥",)),
        ("2023年合肥市统计公报", "我市企业30家。", ("合肥",)),
        ("2023年合肥市统计公报", "全省企业30家。", ("安徽",)),
        ("云南省工作报告", "本省企业30家。", ("云南",)),
        ("中国好物下乡在赣州", "全市企业30家。", ("赣州",)),
        ("中国能源报告", "全市企业30家。", ()),
        ("中国能源报告", "企业30家。", ("中国",)),
        (None, "全国企业90家。全市企业30家。", ()),
        (None, "关于仓储的通知国发〔2019〕7号各省人民政府：\n仓库达到30座。", ("中国",)),
        (None, "国办发〔2019〕7号\n仓库达到30座。", ("中国",)),
        (None, "浙政发〔2019〕7号\n仓库达到30座。", ()),
        (None, "按照有关意见（国发〔2019〕7号）。仓库达到30座。", ()),
    ],
)
def test_the_own_place_of_a_document(read: Read, title: str | None, text: str, area: tuple[str, ...]) -> None:
    """全市 is the city of the title and 全省 the province around it; neither is ever the country."""
    assert read(text, title=title).facts[-1].area == area


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        # an organ of the state with a colon tells what follows
        ("交通运输部：改造危桥8000座，新增里程12万公里。", [("中国",), ("中国",)]),
        ("教育部：新建幼儿园2000所。其中农村900所。", [("中国",), ("中国",)]),
        # not an office of a place, nor a house
        ("财政部：部机关本年招录32人。", [()]),
        ("国家税务总局：办税点增加320个。某企业全年享受减税1200万元。", [("中国",), ()]),
        ("江苏、安徽建厂，该企业年产值12亿元。", [("江苏", "安徽")]),
        ("武汉市水务局：改造管网120公里。", [("武汉",)]),
        ("清华大学：招生3000人。", [("清华大学",)]),
        # the place that a sentence takes for a case
        ("以宁波市为例，2021年改造管网420公里，投资18亿元。", [("宁波",), ("宁波",)]),
        ("以旧城改造为例，投资3亿元。", [()]),
    ],
)
def test_who_tells_and_what_is_the_case(read: Read, text: str, areas: list[tuple[str, ...]]) -> None:
    assert [fact.area for fact in read(text).facts] == areas


def test_a_case_in_a_paper_on_the_country(read: Read) -> None:
    facts = read("以宁波市为例，2021年改造管网420公里。全程投资3亿元。", title="我国城市更新研究").facts
    assert facts[0].area == ("宁波",)


@pytest.mark.parametrize(
    ("title", "text", "areas"),
    [
        # where projects, firms and guests come from has no number; who receives them has
        ("某年保定市承接产业转移情况", "保定市承接京津转移项目136个，总投资820亿元。", ["保定"] * 2),
        ("滁州市合作区情况", "滁州市吸引沪苏浙投资410亿元，引进来自上海、江苏的项目188个。", ["滁州"] * 2),
        ("某省产业转移情况", "天津承接北京疏解项目210个，河北引进京津企业3600家。", ["天津", "河北"]),
        ("徐州市开放情况", "全年引进德国设备32台，吸引河南游客120万人次。", ["徐州"] * 2),
        ("浙江省流动人口监测", "四川人最多，达32万人；订单中，美国订单居首，达5亿美元。", ["浙江"] * 2),
        ("桂林市旅游情况", "广东游客最多，占31%，湖南游客次之，占12%。", ["桂林"] * 2),
        # not where the number stands before, and not who sends them, nor who lives there
        ("西南人口情况", "四川人口最多，达8300万人。", ["四川"]),
        ("徐州市开放情况", "产值的87%来自苏州企业。", ["苏州"]),
        ("徐州市开放情况", "南京转移到外地的项目12个。", ["南京"]),
        # a town of the county at the head of its sentence
        (
            "安溪县茶业调查",
            "安溪县有茶园60万亩。西坪镇建成示范园2万亩，培训500人。",
            ["安溪县", "西坪镇", "西坪镇"],
        ),
        ("宁海县乡村情况", "前童镇地处盆地，2023年接待120万人次。全县投入1亿元。", ["前童镇", "宁海县"]),
        ("宁海县乡村情况", "在力洋街道，民宿收入增长12%。", ["力洋街道"]),
        # and those that go on behind it
        ("安溪县茶业调查", "西坪镇建成茶庄园12座，龙涓乡新植茶树3200亩。", ["西坪镇", "龙涓乡"]),
        (
            "蒙城县农业情况",
            "小涧镇种植大豆2万亩，合作社社员260户，立仓镇引进设备12台。",
            ["小涧镇", "小涧镇", "立仓镇"],
        ),
        ("蒙城县农业情况", "小涧镇种植大豆2万亩，返乡人员创办企业12家。", ["小涧镇"] * 2),
        ("蒙城县农业情况", "小涧镇牵头成立合作社，社员260户。特色小镇投入3亿元。", ["小涧镇", "蒙城县"]),
        # no name, several towns, a town told in passing
        ("宁海县乡村情况", "电商下乡服务3000人次。各乡镇建成冷库45座。水乡建设投入3亿元。", ["宁海县"] * 3),
        ("宁海县乡村情况", "深甽镇、前童镇等乡镇建成示范点12个。", ["宁海县"]),
        ("安溪县茶业调查", "全县在湖头镇和西坪镇设点12个。", ["安溪县"]),
        ("安溪县茶业调查", "安溪县种茶60万亩，民族乡新植茶树3200亩。", ["安溪县"] * 2),
    ],
)
def test_where_things_come_from_and_towns(read: Read, title: str, text: str, areas: list[str]) -> None:
    assert ["、".join(fact.area) for fact in read(text, title=title).facts] == areas
