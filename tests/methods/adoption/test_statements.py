"""What a sentence says about who has adopted something, and what it does not. All sentences are made up.

A row is a sentence, the units that it says have it (ALL: every city), and what else it says: a number, units that it says have
none. The cities are those of a province that no source of the project is about.
"""

from __future__ import annotations

import pytest

from method_texts import document
from suyuan.methods import METHODS, Corpus
from suyuan.methods.adoption.declared import Adoption
from suyuan.places import Gazetteer

AREAS = """name,full_name,kind,parent,members,aliases,seat,source
昆山,昆山市,county,苏州,,,,test
太仓,太仓市,county,苏州,,,,test
沭阳,沭阳县,county,宿迁,,,,test
苏锡常,苏锡常地区,group,,苏州;无锡;常州,,,test
"""
CITIES = frozenset(
    ["南京", "无锡", "徐州", "常州", "苏州", "南通", "连云港", "淮安", "盐城", "扬州", "镇江", "泰州", "宿迁"]
)
COUNTIES = frozenset(["昆山", "太仓", "沭阳"])
ALL = "ALL"


def but(*names: str) -> frozenset[str]:
    return CITIES - set(names)


NAMED = [
    ("2012年，南京市制定了人才政策。", {"南京"}),
    ("2012年，无锡、常州和镇江先后出台了人才政策。", {"无锡", "常州", "镇江"}),
    ("2012年，苏锡常三市联合发布了产业政策。", {"苏州", "无锡", "常州"}),
    ("徐州市于2012年颁布实施了土地政策。", {"徐州"}),
    ("2012年，南京市人民政府印发了产业政策。", {"南京"}),
    ("2012年，连云港因港口扩建出台了配套政策。", {"连云港"}),
    ("2012年，扬州市制定了面向未来的人才政策。", {"扬州"}),
    ("2012年，泰州不断推出优惠政策。", {"泰州"}),
    ("2012年，盐城不仅制定了产业政策，还成立了机构。", {"盐城"}),
    ("2012年，淮安对不符合条件的企业制定了退出政策。", {"淮安"}),
    ("2012年，昆山市和太仓市出台了户籍政策。", {"昆山", "太仓"}),
    ("2012年，宿迁按计划出台了招商政策。", {"宿迁"}),
    ("2012年，南通市发布了《关于促进就业政策落实的意见》。", {"南通"}),
    ("2012年，镇江有自己的住房政策。", {"镇江"}),
    ("2012年，南京出台了产业政策，其他国家没有类似做法。", {"南京"}),
    ("2012年，唯有苏州制定了养老政策。", {"苏州"}),
    ("2012年，省会南京率先出台了补贴政策。", {"南京"}),
    ("2012年，由无锡市制定了共同的政策。", {"无锡"}),
    ("2012年，除了南京制定了产业政策之外，苏州也出台了类似政策。", {"南京", "苏州"}),
    ("政策不多。2012年，地级市新增了徐州、盐城。", {"徐州", "盐城"}),
    ("2013年6月，南京市发布人才政策，吸引毕业生落户。", {"南京"}),
    ("2013年，苏州与无锡共同出台了产业政策。", {"无锡", "苏州"}),
    ("截至2015年，南通、泰州等地已出台相关政策。", {"南通", "泰州"}),
    ("2013年，受上级委托，徐州开始实施土地政策。", {"徐州"}),
    ("2013年，扬州市政府办公室印发了人才政策。", {"扬州"}),
    ("2013年，常州在全省率先出台了养老政策。", {"常州"}),
    ("2013年，镇江学习南京的做法，制定了政策。", {"镇江"}),
    ("2013年，宿迁向企业推出了优惠政策。", {"宿迁"}),
    ("2014年底，盐城、淮安两市相继推出购房补贴政策。", {"淮安", "盐城"}),
    ("2014年，经过多次论证，宿迁终于出台了环保政策。", {"宿迁"}),
    ("2014年，针对人才流失，扬州市委印发了引才政策。", {"扬州"}),
    ("2014年，只有苏州和无锡有这方面的政策。", {"无锡", "苏州"}),
    ("2014年，泰州市曾制定产业政策，后被上级叫停。", {"泰州"}),
    ("2014年，昆山作为县级市，率先推出人才政策。", {"昆山"}),
]
NOT_NAMED = [
    "2012年，国务院在南京发布了产业政策。",
    "2012年，商务部在南京、苏州发布了产业政策。",
    "2012年，企业在省会南京发布了人才政策。",
    "2012年，国务院向徐州下发了土地政策。",
    "2012年，国家为连云港制定了开放政策。",
    "2012年，中央支持南通制定产业政策。",
    "2012年，扬州市落实国家有关政策。",
    "2012年，泰州市具有政策优势。",
    "2012年，淮安市享有税收优惠政策。",
    "2012年，盐城市有企业享受优惠政策。",
    "2012年，镇江拟出台人才政策。",
    "2012年，宿迁将制定招商政策。",
    "2012年，建议无锡制定养老政策。",
    "2012年，徐州市废止了已有政策。",
    "2012年，常州未制定产业政策。",
    "2012年，常州尚未出台产业政策。",
    "2012年，常州没有出台过产业政策。",
    "2012年，南通计划推出住房政策。",
    "2012年，苏州正在制定住房政策。",
    "2012年，如果苏州出台住房政策，房价会变化。",
    "2012年，苏州是否出台了住房政策不得而知。",
    "2012年，苏州出台了住房政策吗？",
    "2012年，南京的企业制定了人才政策。",
    "2012年，南京企业制定了薪酬政策。",
    "2012年，学者研究南京制定的产业政策。",
    "2012年，扬州发布了政策解读。",
    "2012年，泰州市停止实施优惠政策。",
    "2012年，南京大学出台了招生政策。",
    "2012年，苏州之外的城市制定了政策。",
    "2012年，徐州对已有政策进行了评估。",
    "2012年，南京应当制定产业政策。",
    "2012年，淮安有望出台人才政策。",
    "2012年，盐城尽快出台人才政策的呼声很高。",
    "2012年，地级市计划新增徐州、盐城，政策不明。",
    "2013年，淮安至今没有一项人才政策。",
    "2013年，盐城曾打算推出人才政策，但最终放弃。",
    "2013年，盐城暂缓实施限购政策。",
    "2013年，学者在苏州讨论产业政策。",
    "2013年，某企业从南京获得了优惠政策。",
    "2013年，南京的人才政策吸引了很多人。",
    "2013年，省政府要求徐州、淮安出台配套政策。",
    "2013年，泰州市拥有政策支持。",
    "2013年，南通本可以出台更好的政策。",
    "2013年，无锡违反了国家有关政策。",
    "2014年，南京的经验是先出台政策，再配套资金。",
    "2014年，镇江市因缺乏资金未能出台补贴政策。",
    "2014年，财政部在常州召开会议并发布了税收政策。",
    "2014年，南通市出台政策的时机尚不成熟。",
    "2014年，社会各界期待南京出台新的住房政策。",
    "2014年，苏州市的做法与无锡出台的政策相似。",
    "2014年，南京一家企业出台了购房政策。",
    "2014年，连云港市人大审议了产业政策。",
]
EVERY = [
    ("2012年，所有地级市均制定了产业政策。", ALL, set()),
    ("2012年，全部地级市都出台了产业政策。", ALL, set()),
    ("2012年，每个地级市都有了自己的人才政策。", ALL, set()),
    ("2012年，各地级市陆续出台了人才政策。", ALL, set()),
    ("2012年，地级市均出台了人才政策。", ALL, set()),
    ("2012年，江苏所有地级市均对企业实施了优惠政策。", ALL, set()),
    ("2012年，除徐州外，所有地级市均制定了政策。", but("徐州"), {"徐州"}),
    ("2012年，除徐州和盐城以外的所有地级市都制定了政策。", but("徐州", "盐城"), {"徐州", "盐城"}),
    ("2012年，除徐州外所有地级市均制定了政策。", but("徐州"), {"徐州"}),
    ("2012年，所有地级市均制定了政策，徐州除外。", but("徐州"), {"徐州"}),
    ("2012年，所有地级市均制定了政策，只有徐州没有。", but("徐州"), {"徐州"}),
    ("2012年，除个别城市外，所有地级市均制定了政策。", set(), set()),
    ("2012年，除此之外，所有地级市均制定了人才政策。", ALL, set()),
    ("2012年，并非所有地级市都制定了政策。", set(), set()),
    ("2012年，不是所有地级市都制定了政策。", set(), set()),
    ("2012年，几乎所有地级市都制定了政策。", set(), set()),
    ("2012年，半数以上地级市对全部企业实施了优惠政策。", set(), set()),
    ("2012年，多数地级市均制定了政策。", set(), set()),
    ("2012年，沿海地级市均制定了政策。", set(), set()),
    ("2012年，苏北所有地级市均制定了政策。", set(), set()),
    ("2012年，所有地级市均未制定政策。", set(), set()),
    ("2012年，所有地级市都将制定政策。", set(), set()),
    ("2012年，要求所有地级市都制定政策。", set(), set()),
    ("2012年，所有地级市的企业均制定了政策。", set(), set()),
    ("2012年，国家对所有地级市都实施了优惠政策。", set(), set()),
    ("2012年，地级市对所有企业实施了优惠政策。", set(), set()),
    ("2013年，全省地级市全部出台了人才政策。", ALL, set()),
    ("2013年，全省各地级市都实施了人才政策。", ALL, set()),
    ("2013年，地级市中除淮安外均已制定产业政策。", but("淮安"), {"淮安"}),
    ("2013年，大部分地级市都出台了政策。", set(), set()),
    ("2013年，部分地级市全部取消了优惠政策。", set(), set()),
    ("2013年，所有地级市都没有出台过产业政策。", set(), set()),
    ("2013年，不少地级市均出台了政策。", set(), set()),
    ("2013年，经济发达的地级市都出台了政策。", set(), set()),
    ("2014年，全省地级市无一例外出台了政策。", ALL, set()),
    ("2014年，除了南京，地级市都没有政策。", set(), set()),
    ("2014年，地级市基本都出台了政策。", set(), set()),
    ("2014年，并不是每个地级市都有政策。", set(), set()),
    ("2014年，所有地级市都表示将出台政策。", set(), set()),
]
NOBODY = [
    ("2012年，南京有政策，其余地级市没有政策。", {"南京"}, but("南京")),
    ("2012年，南京有政策，其余地方是一片空白。", {"南京"}, but("南京")),
    ("2012年，南京将制定政策，其他地级市尚无政策。", set(), but("南京")),
    ("2012年，除南京和苏州外，其余地级市未制定政策。", set(), but("南京", "苏州")),
    ("2012年，南京有政策，其余区县没有政策。", {"南京"}, set()),
    ("2012年，南京有政策，其他国家没有政策。", {"南京"}, set()),
    ("2012年，南京有政策，其余地级市没有变化。", {"南京"}, set()),
    ("2012年，南京有政策，其余地级市不再是空白。", {"南京"}, set()),
    ("2012年，南京有政策，其余地方的企业没有。", {"南京"}, set()),
    ("2013年，苏州出台了政策，其他地级市都没有。", {"苏州"}, but("苏州")),
    ("2013年，苏州出台了政策，其余地区均无相关政策。", {"苏州"}, but("苏州")),
    ("2013年，苏州出台了政策，其他企业没有。", {"苏州"}, set()),
    ("2014年，除南京、苏州、无锡三市外，其余地级市均无相关政策。", set(), but("南京", "苏州", "无锡")),
    ("2014年，南京出台了政策，其余地级市也陆续出台了政策。", {"南京"}, set()),
]
NUMBERS = [
    ("政策扩散很快，2012年区县增加到47个。", "county", 47),
    ("2012年，已有9个地级市出台了人才政策。", "city", 9),
    ("2012年，全省有31个区县制定了产业政策。", "county", 31),
    ("2012年，有政策的区县达到28个。", "county", 28),
    ("2012年，计划使有政策的区县增加到60个。", "county", None),
    ("2012年，有9个地级市没有出台人才政策。", "city", None),
    ("2012年，其余4个地级市出台了人才政策。", "city", None),
    ("2012年，9个地级市的企业出台了薪酬政策。", "city", None),
    ("2012年，有政策的区县达到3个标准。", "county", None),
    ("2012年，约9个地级市出台了人才政策。", "city", None),
    ("2013年，出台人才政策的区县增至52个。", "county", 52),
    ("2013年，共有11个地级市制定了产业政策。", "city", 11),
    ("2013年，仍有3个地级市未出台产业政策。", "city", None),
    ("2013年，有关部门对11个地级市实施了优惠政策。", "city", None),
    ("预计2013年有政策的区县将达到70个。", "county", None),
    ("2014年，全省共有65个区县出台了政策。", "county", 65),
    ("2014年，只有2个地级市出台了政策。", "city", 2),
    ("2014年，政策惠及12个地级市。", "city", None),
    ("2014年，力争有政策的区县达到80个。", "county", None),
]


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    path = tmp_path_factory.mktemp("areas") / "areas.csv"
    path.write_text(AREAS, encoding="utf-8")
    return Gazetteer.load(path)


DECLARED = Adoption.model_validate(
    {
        "id": "x", "kind": "adoption", "title": {"zh": "试"}, "area": "江苏", "words": ["政策"],
        "periods": [{"label": {"zh": "十年"}, "time": "2010/2019"}],
        "levels": [
            {"level": "city", "label": {"zh": "市"}, "kinds": ["prefecture"], "words": ["地级市"], "complete": True},
            {"level": "county", "label": {"zh": "县"}, "kinds": ["county"], "words": ["区县"]},
        ],
    }
)  # fmt: skip


def read(gazetteer, text):
    """Units that have it, units said to have none, and stated numbers by level."""
    found = METHODS["adoption"].run(DECLARED, Corpus([document("s", [text])], [], [], [], gazetteer))
    cells = found.tables["cells"]
    return (
        {c.unit for c in cells if c.adopted},
        {c.unit for c in cells if c.basis == "said_none"},
        {t.level: t.stated for t in found.tables["totals"]},
    )


def of(units):
    return set(CITIES) if units == ALL else set(units)


@pytest.mark.parametrize(("text", "units"), NAMED, ids=[row[0] for row in NAMED])
def test_units_that_are_named(gazetteer, text, units):
    assert read(gazetteer, text)[0] == units


@pytest.mark.parametrize("text", NOT_NAMED)
def test_units_that_are_mentioned_and_have_not_adopted(gazetteer, text):
    assert read(gazetteer, text) == (set(), set(), {"city": None, "county": None})


@pytest.mark.parametrize(("text", "units", "none"), EVERY, ids=[row[0] for row in EVERY])
def test_words_for_all_and_their_exceptions(gazetteer, text, units, none):
    assert read(gazetteer, text)[:2] == (of(units), none)


@pytest.mark.parametrize(("text", "units", "none"), NOBODY, ids=[row[0] for row in NOBODY])
def test_others_that_have_none(gazetteer, text, units, none):
    assert read(gazetteer, text)[:2] == (units, none)


@pytest.mark.parametrize(("text", "level", "number"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_numbers(gazetteer, text, level, number):
    assert read(gazetteer, text)[2][level] == number


@pytest.mark.xfail(strict=True, reason="效仿 is taken for a noun: nobody is found")
def test_a_verb_that_the_cutter_takes_for_a_noun(gazetteer):
    assert read(gazetteer, "2014年，徐州效仿连云港实施了口岸政策。")[0] == {"徐州"}


def test_such_a_sentence_names_nobody(gazetteer):
    assert read(gazetteer, "2014年，徐州效仿连云港实施了口岸政策。")[0] == set()
