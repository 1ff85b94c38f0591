"""Lists whose members are categories: each number has the name, or the row, of its own member."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from suyuan.facts import Extraction
from suyuan.facts.list_names import in_full, listed, rows

Read = Callable[..., Extraction]

SECTORS = [{"产业": "第一产业"}, {"产业": "第二产业"}, {"产业": "第三产业"}]
TOWN_AND_COUNTRY = [{"城乡": "城镇"}, {"城乡": "农村"}]

ROWS = [
    # ordinals of one noun, with 第 once, always or never
    ("第一、二、三产业增加值分别为20亿元、30亿元和50亿元。", "增加值", SECTORS),
    ("第一产业、第二产业、第三产业用电量分别为2万千瓦时、3万千瓦时和5万千瓦时。", "用电量", SECTORS),
    ("一、二、三次产业从业人数依次为3万人、4万人、5万人。", "从业人数", SECTORS),
    ("第一、第二、第三产业\n投资额分别增长3%、4%和5%。", "投资额增速", SECTORS),
    # categories of one dimension, the noun at the end
    ("城镇、农村居民人均可支配收入分别为5万元和2万元。", "居民人均可支配收入", TOWN_AND_COUNTRY),
    ("城镇以及农村居民人均医疗支出依次为900元、500元。", "居民人均医疗支出", TOWN_AND_COUNTRY),
    ("男、女教师人数分别为30人和20人。", "教师人数", [{"性别": "男"}, {"性别": "女"}]),
    ("男性及女性患者人数分别为31例、24例。", "患者人数", [{"性别": "男"}, {"性别": "女"}]),
    # members that a number counts
    ("红茶、绿茶、白茶三类茶叶产量分别为30吨、20吨和10吨。", "茶叶产量",
     [{}, {"分项": "红茶"}, {"分项": "绿茶"}, {"分项": "白茶"}]),
    ("国有、民营、外资三类企业分别为30家、20家和10家。", "企业数量",
     [{}, {"分项": "国有"}, {"分项": "民营"}, {"分项": "外资"}]),
    # rows of a number before
    ("全市有学校90所，其中公办、民办分别为60所、30所。", "学校数量", [{}, {"分项": "公办"}, {"分项": "民办"}]),
]  # fmt: skip

NAMES = [
    # the last names the head of all of them
    ("新能源汽车、节能家电销售额分别增长30%和20%。", ["新能源汽车销售额增速", "节能家电销售额增速"]),
    ("限上智能手机、高档家具零售额分别增长8%、6%。", ["限上智能手机零售额增速", "限上高档家具零售额增速"]),
    ("公路、铁路和水路货运量分别下降3%、2%和1%。", ["公路货运量降幅", "铁路货运量降幅", "水路货运量降幅"]),
    ("失业、工伤保险人数分别为40万人、30万人。", ["失业保险人数", "工伤保险人数"]),
    ("工业、生活用水量分别为3亿立方米和2亿立方米。", ["工业用水量", "生活用水量"]),
    ("小学、初中、高中在校生依次为3万人、2万人和1万人。", ["小学在校生数", "初中在校生数", "高中在校生数"]),
    ("国有、民营企业营业收入分别增长3%、4%。", ["国有企业营业收入增速", "民营企业营业收入增速"]),
    ("全氮、速效磷含量分别提高3%、2%。", ["全氮含量提高幅度", "速效磷含量提高幅度"]),
    # words of one character
    # members of one character, where each makes a word with the end of the last one's
    ("氮、磷、钾肥用量分别为10吨、20吨和30吨。", ["氮肥用量", "磷肥用量", "钾肥用量"]),
    ("轻、中、重度患者分别为10例、20例和30例。", ["轻度患者例数", "中度患者例数", "重度患者例数"]),
    ("早、晚稻产量分别增长1%和2%。", ["早稻产量增速", "晚稻产量增速"]),
    ("煤、石油产量分别增长1%和2%。", ["煤产量增速", "石油产量增速"]),
    ("铜、铝价格分别上涨3%和4%。", ["铜价格涨幅", "铝价格涨幅"]),
    ("供水、供气、供热管网长度分别为1公里、2公里和3公里。", ["供水管网长度", "供气管网长度", "供热管网长度"]),
    ("大、中、小型企业分别为3家、20家和100家。", ["大型企业数量", "中型企业数量", "小型企业数量"]),
    ("高、中、低风险样本分别有3份、5份、9份。", ["高风险样本数量", "中风险样本数量", "低风险样本数量"]),
    ("进、出口额各增长3%和2%。", ["进口额增速", "出口额增速"]),
    ("男、女性分别为30人和20人。", ["男性人数", "女性人数"]),
    # ordinals
    ("一、二、三等奖分别有5项、10项和20项。", ["一等奖数量", "二等奖数量", "三等奖数量"]),
    ("Ⅱ、Ⅲ类水质断面分别为5个、7个。", ["II类水质断面数", "III类水质断面数"]),
    # what the first names for all of them
    ("规模以上轻、重工业产值分别增长3%和5%。", ["规模以上轻工业产值增速", "规模以上重工业产值增速"]),
    ("规模以上工业企业营业收入、利润总额分别增长3%和5%。",
     ["规模以上工业企业营业收入增速", "规模以上工业企业利润总额增速"]),
    ("粮食播种面积、总产量分别增长1%和2%。", ["粮食播种面积增速", "粮食总产量增速"]),
    ("居民家庭藏书量、阅读时长分别为30册和40分钟。", ["居民家庭藏书量", "阅读时长"]),
    ("智能家电、新能源汽车限上零售额分别增长3%、8%。", ["智能家电限上零售额增速", "新能源汽车限上零售额增速"]),
    ("装备制造业、绿色低碳优势产业增加值分别增长3%、8%。", ["装备制造业增加值增速", "绿色低碳优势产业增加值增速"]),
    ("刑事、民事案件分别下降6%、3%。", ["刑事案件降幅", "民事案件降幅"]),
    ("大专、本科及以上学历人员分别占30%、50%。", ["大专学历人员占比", "本科及以上学历人员占比"]),
    ("大数据、人工智能等产业产值分别增长3%、5%。", ["大数据产业产值增速", "人工智能产业产值增速"]),
    ("甲药和乙药用量分别为3毫克、2毫克。", ["甲药用量", "乙药用量"]),
    # numbers of several units
    ("国际友城、驻市领馆分别增至21对和6家。", ["国际友城数量", "驻市领馆数量"]),
    ("生猪、家禽出栏量分别为39万头、13万只。", ["生猪出栏量", "家禽出栏量"]),
    ("藏书量、借阅人次分别达30万册、20万人次。", ["藏书量", "借阅人次"]),
    # members that name themselves keep their names
    ("解决率、满意率分别达97%和98%。", ["解决率", "满意率"]),
    ("规模以上工业增加值、货物出口额分别增长3%和5%。", ["规模以上工业增加值增速", "货物出口额增速"]),
    ("普及率、群众参与度分别为80%、90%。", ["普及率", "群众参与度"]),
    ("企业营业总收入、利润总额分别增长9%、7%。", ["企业营业总收入增速", "企业利润总额增速"]),
    ("高校、科研院所分别有3家、5家。", ["高校数量", "科研院所数量"]),
]  # fmt: skip

# as many numbers as members is what makes a list readable
UNREADABLE = [
    "公路、铁路、水路货运量分别为30万吨和20万吨。",
    "语文、数学、英语成绩分别为90分和80分。",
    "教育、卫生和社会保障支出分别增长3%和4%。",
]


@pytest.mark.parametrize(("text", "measure", "wanted"), ROWS)
def test_categories_are_rows_of_one_measure(
    read: Read, text: str, measure: str, wanted: list[dict[str, str]]
) -> None:
    facts = read(text).facts
    assert [fact.breakdown for fact in facts] == wanted
    assert {fact.measure for fact in facts if fact.breakdown} == {measure}


@pytest.mark.parametrize(("text", "wanted"), NAMES)
def test_members_have_their_own_names(read: Read, text: str, wanted: list[str]) -> None:
    assert [fact.measure for fact in read(text).facts] == wanted


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_list_of_another_length_has_no_measure(read: Read, text: str) -> None:
    assert [fact.measure for fact in read(text).facts] == [None, None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("第一、二产业增加值分别为20亿元、30亿元，分别增长3%、4%。", ["增加值"] * 2 + ["增加值增速"] * 2),
        ("男、女职工人数分别为300人和200人，占60%和40%。", ["职工人数"] * 2 + ["职工人数占比"] * 2),
        ("城镇、农村居民收入分别从5万元、2万元增加到6万元、3万元。", ["居民收入"] * 4),
    ],
)
def test_what_follows_has_the_same_rows(read: Read, text: str, wanted: list[str]) -> None:
    facts = read(text).facts
    assert [fact.measure for fact in facts] == wanted
    assert [fact.breakdown for fact in facts[2:]] == [fact.breakdown for fact in facts[:2]]
    assert facts[0].breakdown != facts[1].breakdown != {}


STRUCTURES = [
    ("三次产业结构由2020年的10.1:45.2:44.7调整为2023年的9.5:44.0:46.5。", "产业结构占比", SECTORS * 2),
    ("三次产业比例为9.5：44.0：46.5。", "产业比例", SECTORS),
    ("产业结构进一步优化，由2.5：36.7：60.8变为2.4：36.6：61.0。", "产业结构占比", SECTORS * 2),
    ("第一、二、三产业增加值比重为4∶38∶58。", "产业增加值比重", SECTORS),
]


@pytest.mark.parametrize(("text", "measure", "wanted"), STRUCTURES)
def test_members_of_a_ratio(read: Read, text: str, measure: str, wanted: list[dict[str, str]]) -> None:
    facts = read(text).facts
    assert [(fact.measure, fact.breakdown) for fact in facts] == [(measure, row) for row in wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("土壤砂粒、粉粒、黏粒比例为40：35：25。", ["土壤砂粒比例", "粉粒比例", "黏粒比例"]),
        (
            "公路、铁路、水路货运比重由50:30:20变为40:35:25。",
            ["公路货运比重", "铁路货运比重", "水路货运比重"] * 2,
        ),
        (
            "产业结构为40.1：30.2：19.6：10.1。",
            ["产业结构占比"] * 4,
        ),  # four shares are not of the three sectors
    ],
)
def test_ratios_of_other_wholes(read: Read, text: str, wanted: list[str]) -> None:
    facts = read(text).facts
    assert [fact.measure for fact in facts] == wanted
    assert all(fact.breakdown == {} for fact in facts)


@pytest.mark.parametrize(
    ("words", "size", "wanted"),
    [
        ("教育、卫生和体育支出", 3, ["教育", "卫生", "体育支出"]),
        ("科学和技术、教育支出", 2, ["科学和技术", "教育支出"]),
        ("城镇、农村收入和支出", 2, None),
        ("城镇、农村收入", 3, None),
    ],
)
def test_members_as_written(words: str, size: int, wanted: list[str] | None) -> None:
    assert listed(words, size) == wanted


@pytest.mark.parametrize(
    "names",
    [["煤", "石油产量"], ["高校", "科技型企业"], ["国有", "外资"], ["进口", "出口额"], ["水果产量"]],
)
def test_names_that_nothing_completes(names: list[str]) -> None:
    assert in_full(names)[-1] == names[-1]
    assert not in_full(names)[0].endswith(("型企业", "外资", "油产量"))


def test_rows_want_one_dimension_and_one_remainder() -> None:
    assert rows(["男职工人数", "女职工人数"]) == ("性别", "职工人数", ["男", "女"])
    assert rows(["城镇居民收入", "农村居民支出"]) is None
    assert rows(["城镇居民收入", "男性收入"]) is None
    assert rows(["男职工人数", "男职工人数"]) is None
