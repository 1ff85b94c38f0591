"""Columns that their own clause names too little: each construction with phrases of several fields."""

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction

Read = Callable[..., Extraction]

DOERS = [
    ("全年共有60万人次参加等级评定，2.5万人取得高级职称。", ["参加等级评定人次", "取得高级职称人数"]),
    ("约1200人死于交通事故。", ["死于交通事故人数"]),
    ("帮助4万名果农及时领到补贴。", ["领到补贴的果农人数"]),
    ("组织医院为300名患者减免手术费。", ["减免手术费的患者数"]),
    ("新招募800名毕业生到基层开展支教服务。", ["招募到基层开展支教服务的毕业生数"]),
    ("解决了600万山区居民的取暖问题。", ["解决取暖问题的山区居民人数"]),
    ("210个县（市、区）开展水权改革试点。", ["开展水权改革试点的县（市、区）数量"]),
    ("80座病险水库除险加固工程开工建设。", ["病险水库除险加固工程开工建设数量"]),
    ("乡镇护士全部到岗，90%以上在山区工作。", ["乡镇护士在山区工作占比"]),
    ("在民政领域提供了6500万小时志愿服务。", ["志愿服务时长"]),
    ("乘坐时速350公里的列车。", ["列车时速"]),
    ("该线设计时速为350公里，桥面宽25米。", ["该线设计时速", "桥面宽"]),
    ("货车载重30吨，司机体重65千克。", ["货车载重", "司机体重"]),
    ("76个光子的量子原型机已建成。", ["量子原型机光子数量"]),
]  # fmt: skip
CHAINS = [
    # what the clause before counted, or is about
    ("检查用人单位70万户次，涉及劳动者3200万名。", ["检查用人单位户次", "检查用人单位涉及劳动者数"]),
    ("签订集体合同120万份，覆盖职工1.1亿人。", ["签订集体合同数量", "签订集体合同覆盖职工数"]),
    ("支持重点产业振兴，中央预算投资安排150亿元，支持4000个项目。", ["重点产业振兴中央预算投资", "重点产业振兴支持项目数量"]),
    ("连续3年提高退休人员养老金，全年人均增加1680元，5700万人受益。",
     ["连续提高退休人员养老金年数", "提高退休人员养老金人均增加量", "提高退休人员养老金受益人数"]),
    ("90个县实施居民养老保险试点，1300万人参保。", ["实施居民养老保险试点的县数量", "居民养老保险试点参保人数"]),
    ("政务服务平台开通服务116项，累计访问量28亿人次；注册用户总数达2800万人。",
     ["政务服务平台开通服务数量", "政务服务平台累计访问量", "政务服务平台注册用户总数"]),
    ("净增高新技术企业1700户，总数达10130户。", ["净增高新技术企业户数", "高新技术企业总数"]),
    ("有养老机构4万个，比上年增长4.7%，床位503万张。", ["养老机构数量", "养老机构数量增速", "养老机构床位数量"]),
    ("有公共图书馆3246个，从业人员6.1万人。", ["公共图书馆数量", "公共图书馆从业人员数"]),
    ("低保对象454.9万户、737.8万人。", ["低保对象户数", "低保对象人数"]),
    ("新开工保障房740万套，基本建成511万套。", ["新开工保障房数量", "基本建成保障房数量"]),
    ("生猪存栏77万头，比上年末下降2.9%；出栏160万头。", ["生猪存栏数量", "生猪存栏降幅", "生猪出栏数量"]),
    ("棉花总产量实现了连续增长，连续6年超千万吨。", ["棉花总产量连续超千万吨年数", "棉花总产量"]),
    ("改造老旧的供水管道30公里、供热管道20公里。", ["改造老旧的供水管道里程", "改造老旧的供热管道里程"]),
    ("经过12年不懈的努力，全面完成河道整治。", ["全面完成河道整治所用时长"]),
    ("累计接种疫苗8650万剂次，覆盖率达90%。", ["累计接种疫苗数量", "接种疫苗覆盖率"]),
    # a deed and 金额 do not say of what
    ("办结争议案件12万件，结案金额5亿元。", ["办结争议案件数量", "办结争议案件结案金额"]),
    ("签订合同30份，签约金额12亿元。", ["签订合同数量", "签订合同签约金额"]),
    # a magnitude does nothing: no topic of a verb that attaches
    ("节水率达15.5%，惠及农户2.3万户。", ["节水率", "惠及农户数量"]),
    ("贷款余额达30亿元，支持小微企业2000家。", ["贷款余额", "支持小微企业数量"]),
]  # fmt: skip
CHANGES = [
    ("毕业生初次就业率77.8%，同比提高1.2个百分点。", ["毕业生初次就业率", "毕业生初次就业率提高幅度"]),
    ("政府投资9243亿元，比上年预算增加5038亿元。", ["政府投资", "政府投资增加量"]),
    ("将月均工资1900元作为新的补助标准，比2009年提高30%。", ["月均工资", "新的补助标准提高幅度"]),
    ("算力总规模达到135台，保持55%的高位增长。", ["算力总规模", "算力总规模增速"]),
    ("安排资金1713亿元，是2010年的2.2倍。", ["资金", "资金相当于2010年的倍数"]),
    ("无人机产量增长39%、占全国9成，机器人产量增长31.2%、占全国4成。",
     ["无人机产量增速", "无人机产量占全国比重", "机器人产量增速", "机器人产量占全国比重"]),
    ("受试者血糖水平治疗后从9克明显降至7克。", ["受试者血糖水平"] * 2),
    ("医保的补助标准由每人每年120元提高到200元。", ["医保的补助标准"] * 2),
    ("甲公司在全球市场占有率排名第四。", ["市场占有率排名"]),
    ("美国、日本在全球算力规模中的份额分别为36%和6%。", ["占全球算力规模份额"] * 2),
    ("小微企业贷款增速比各项贷款平均增速高4.2个百分点。", ["小微企业贷款增速差距"]),
    ("制造业对工业增长贡献率达到35.6%。", ["制造业对工业增长贡献率"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "measures"), DOERS + CHAINS + CHANGES)
def test_measure_says_what_it_is_of(read: Read, text: str, measures: list[str]) -> None:
    assert [fact.measure for fact in read(text).facts] == measures


@pytest.mark.parametrize(
    ("text", "measure", "rows"),
    [
        (
            "公开招聘工作人员100万人，其中，中央单位6万人，地方单位94万人。",
            "公开招聘工作人员数",
            [{}, {"分项": "中央单位"}, {"分项": "地方单位"}],
        ),
        (
            "全年组织职业培训2228万人次。其中，培训企业职工1148万人次，培训失业人员90万人次。",
            "职业培训人次",
            [{}, {"分项": "企业职工"}, {"分项": "失业人员"}],
        ),
        (
            "西药类销售额占销售总额的70.8%，中成药类占14.6%、中药材类占2.4%。",
            "西药类销售额占销售总额比重",
            [{}, {"分项": "中成药类"}, {"分项": "中药材类"}],
        ),
        (
            "复发率（甲药组为3.5%，乙药组为4.2%）较低。",
            "复发率",
            [{"组别": "甲药组"}, {"组别": "乙药组"}],
        ),
    ],
)
def test_parts_of_a_whole_are_rows_of_its_column(
    read: Read, text: str, measure: str, rows: list[dict[str, str]]
) -> None:
    facts = read(text).facts
    assert [fact.measure for fact in facts] == [measure] * len(rows)
    assert [fact.breakdown for fact in facts] == rows


def test_growth_of_a_part_has_its_row(read: Read) -> None:
    facts = read("播种面积71万公顷。其中，粮食作物52万公顷，增长0.2%；蔬菜9万公顷，增长1.4%。").facts
    assert [fact.breakdown.get("分项") for fact in facts] == [None, "粮食作物", "粮食作物", "蔬菜", "蔬菜"]


@pytest.mark.parametrize(
    ("texts", "measure"),
    [
        (("心血管疾病（cardiovascular diseases，CVDs）负担沉重。", "因CVDs死亡人数超过1700万人。"), "心血管疾病死亡人数"),
        (("建立农村合作社（RC）示范制度。", "全县RC数量有30个。"), "农村合作社数量"),
        (("心血管疾病负担沉重。", "因CVDs死亡人数超过1700万人。"), "CVDs死亡人数"),
    ],
)  # fmt: skip
def test_abbreviation_that_the_document_explains(read: Read, texts: tuple[str, ...], measure: str) -> None:
    assert read(*texts).facts[-1].measure == measure


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("甲、乙：广东、浙江两省出口增速分别为5%和6%。", ["出口增速"] * 2),
        ("东盟贸易额达5万亿元。", ["贸易额"]),
        ("沪深两市成交额达5万亿元。", ["沪深两市成交额"]),
    ],
)
def test_places_of_the_area_leave_the_measure(read: Read, text: str, measures: list[str]) -> None:
    assert [fact.measure for fact in read(text).facts] == measures


@pytest.mark.parametrize(
    "text", ["约1200人，多数来自农村。", "共有60万人，参加者以青年为主。", "该厂有800人，产品远销海外。"]
)
def test_deeds_of_the_next_clause_are_not_those_of_the_counted(read: Read, text: str) -> None:
    measure = read(text).facts[0].measure or ""
    assert not any(deed in measure for deed in ("来自", "参加", "远销"))


@pytest.mark.parametrize(
    "text",
    ["建设了一条公路。经济平稳运行，完成投资100亿元。", "科技创新中心加快建设，重点实验室达到8家。"],
)
def test_subjects_that_say_nothing_do_not_carry_on(read: Read, text: str) -> None:
    measure = read(text).facts[-1].measure
    assert measure is not None and not measure.startswith(("经济", "科技创新中心"))


@pytest.mark.xfail(strict=True, reason="a verb that describes the subject is taken for the predicate")
def test_subject_with_a_verb_inside(read: Read) -> None:
    assert read("首批实习护士全部到岗，90%以上在山区工作。").facts[0].measure == "首批实习护士在山区工作占比"
