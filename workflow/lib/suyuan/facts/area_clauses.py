"""Clauses that place a number otherwise than by order of words: settings, turns with 而, the last place of a list."""

from __future__ import annotations

import re
from functools import cache

from suyuan.facts.area_reach import right_before, says_the_value
from suyuan.facts.area_words import AreaContext, heads, kept, places_of, subjects_of
from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.language import any_of
from suyuan.places.groups import NATIONAL
from suyuan.places.records import ADMINISTRATIVE, GEOGRAPHIC
from suyuan.places.tables import package_yaml
from suyuan.quantities.mention import Mention

LAWGIVERS = GEOGRAPHIC | {"organisation"}
LAYS_DOWN = re.compile("[^，。；：]{0,16}(?:要求|规定|提出|承诺|宣布|明确|设定|拟定)[，：]")
MOST = re.compile(
    "最[^，。；的]{1,8}的(?:省份?|省区|地区|城市|国家|区域|海区|海域|市|县|区)(?:依次|分别)?[是为]$"
    "|最[^，。；的]{1,6}[的者][是为]$|(?:最|峰值|极值)[^，。；]{0,14}(?:出现|位|发生|分布|见|记录|集中)[在于]$"
)
GATHERED = re.compile("(?:集中|分布|聚集|聚居|汇聚|发生|出现|见|位)[在于]$")
CLOSED = re.compile("(?:[两二三四五六七八九十\\d]{0,2}个?(?:[省市县区州]|省份|城市|地区|城区|县区|等地)|等)?")
OF_ALL = re.compile("以$")  # 以|丰宁县|最多，共612例
IS_MOST = re.compile("(?:最[一-龥]{1,2}|居首|为首)$")
RANKED = re.compile(
    "(?:最[一-龥]{1,3}|居首|居第[一二三]|居末|末位|首位|第[一二三1-3]位?|垫底|领先|领跑|次之|排名第[一二三]|[靠领]前)$"
)
OF_ORIGIN = re.compile(
    "牌照|牌|籍|产|户籍|游客|客源|方言|口音|品种|人(?![口均才])|客商|商人|商会|老乡|移民|留学生|学生|专家|订单|进口|品牌"
)  # 美国|订单最多: of where they were counted
SUM_OR_VALUE = re.compile(
    r"[，；]?(?:[12]\d{3}年)?(?:[两二三四五六七八九十\d]{1,2}年)?(?:合计|累计|共计|总计|平均|年均)?(?:均|共|已|约|仅|只|高|多)*(?:达到?|为|有|是|占|得)?[约近超仅]?"
)
LAST_OF_LIST = ("以及", "，以及", "及")
TURN = re.compile(r"[，；]而|；")
DEFINES = re.compile(
    r"[^。；]*(?:(?:定义为|判定为|判断为|界定为|诊断为|视为|指(?![数标出导向挥引示南]))[^。；：\d]{0,14}(?:\d[^，。；：]{0,14}[且或]?[^，。；：\d]{0,5})?"
    r"|(?:检验水准|显著性水平|检验标准)[^，。；\d]{0,6}|(?:总分|得分)?[，（]满分为?)"
)
THAT = re.compile("[，；]?(?:而|其中)?该(?:[省市县区州镇乡村场站厂矿院校园]|流域|地区|区域|矿区|灌区)")
SETTING = re.compile(r"在[^，；：]{1,16}(?:里|中|内|上|方面|之中|当中)")


def last_owner(par: Paragraph, words: list[AreaWord], mention: Mention) -> list[AreaWord]:
    """北京、天津以及河北的|11个地级市: 以及 parts the last place, which alone has what is counted."""
    if len(words) < 2 or words[-1].end > mention.start:
        return words
    words = _with_cities(par, words, mention)
    if len(words) < 2:
        return words
    before, last = words[-2], words[-1]
    parted = par.text[before.end : last.start] in LAST_OF_LIST
    return [last] if parted and par.text[last.end : mention.start] in ("的", "") else words


def _with_cities(par: Paragraph, words: list[AreaWord], mention: Mention) -> list[AreaWord]:
    """北京、天津和河北|11个地级市: a municipality is no province with cities of its own."""
    after = par.text[mention.number_end : mention.end + 6].lstrip()
    if not after.startswith(_cities()):
        return words
    provinces = [word for word in words if not _is_municipality(word)]
    return provinces or words


def _is_municipality(word: AreaWord) -> bool:
    place = word.mention
    return place is not None and word.kind == "province" and word.names[0] in _municipalities()


@cache
def _municipalities() -> frozenset[str]:
    return frozenset(package_yaml("area_groups.yaml")["municipalities"])


@cache
def _cities() -> tuple[str, ...]:
    return tuple(package_yaml("area_groups.yaml")["cities_of_provinces"])


def predicate_only(par: Paragraph, start: int) -> bool:
    """…，|则有160余个: the clause before is its subject, with the places in it."""
    return par.text.startswith(_subjectless_predicates(), start)


@cache
def _subjectless_predicates() -> tuple[str, ...]:
    return tuple(package_yaml("area_groups.yaml")["subjectless_predicates"])


def opens_with_that(par: Paragraph, start: int) -> bool:
    """采用酒泉市某风电场的数据，|该场装有134台: the clause is about what the one before named."""
    return THAT.match(par.text, start) is not None


def is_setting(par: Paragraph, start: int, end: int) -> bool:
    """在理事会里，…: a clause that only says where."""
    return SETTING.fullmatch(par.text[start:end].strip("，；：")) is not None


@cache
def _clause_shapes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A clause that names a campaign, and one that states a rule: ``campaigns`` and ``rules`` in area_groups.yaml."""
    table = package_yaml("area_groups.yaml")
    held, named = (any_of(table["campaigns"][key]) for key in ("verbs", "names"))
    by, standard, tells = (any_of(table["rules"][key]) for key in ("by", "standards", "tells"))
    return (
        re.compile(rf"[，；：]?[一-龥]{{0,4}}{held}了?[^，。；：]+{named}，?"),
        re.compile(rf"{by}[^，。；]{{0,16}}{standard}[^，。；]{{0,4}}，[^。；]*{tells}[为是在按]?不?"),
    )


def is_campaign(clause: str) -> bool:
    """开展甲、乙两省干部培训工作，|全年选拔640名: what the campaign is for, its numbers are about."""
    return _clause_shapes()[0].fullmatch(clause) is not None


def states_a_rule(text: str) -> bool:
    """根据资产配置标准，使用年限一般为|6年; 血压控制指收缩压|<140: a rule or definition that holds anywhere is no figure of the
    document's place."""
    return _clause_shapes()[1].fullmatch(text) is not None or defines(text)


EXAMPLE = re.compile(r"以[^，。；：]{0,12}\d(?!\d*年)[^，。；：]{0,20}为例，")
CASE = re.compile("(?:例如，|比如，|如，)?以")
RECKONED = re.compile("(?:测算|计算|估算|核算|推算|折算|假设|假定)")


def reckons_an_example(text: str, at: int) -> bool:
    """以282 kWh牵引车为例，…|按年行驶12万公里测算: what is reckoned for one thing of a stated size, to the end of the
    paragraph, is no figure of a place."""
    match = EXAMPLE.search(text)
    return match is not None and match.start() <= at and RECKONED.search(text, match.end()) is not None


def case_in_point(par: Paragraph, start: int, end: int) -> AreaWord | None:
    """以宁波市为例，|2021年改造420公里: the place that the sentence takes for a case at its head."""
    case = CASE.match(par.text, start)
    if case is None:
        return None
    for word in par.areas_in(case.end(), end):
        if (
            word.start == case.end()
            and word.kind in ADMINISTRATIVE
            and par.text.startswith("为例，", word.end)
        ):
            return word
    return None


def defines(text: str) -> bool:
    """Whether a definition, a level of significance or the top score of a scale comes next: 超重|指|BMI, 检验水准α=, 满分."""
    return DEFINES.fullmatch(text) is not None


def turned(par: Paragraph, i: int, start: int, context: AreaContext) -> list[AreaWord]:
    """落户甲省的有476家，而|乙公司在丁市设了机构，|共3家: after 而 or ； the places named since then, not those before."""
    if i == 0 or par.sentence_at(par.mentions[i - 1].start) != par.sentence_at(par.mentions[i].start):
        return []
    low = par.mentions[i - 1].end
    turn = max((m.end() for m in TURN.finditer(par.text, low, start)), default=-1)
    if turn < 0:
        return []
    words = kept(par, par.areas_in(turn, start), context)
    return [word for word in words if word.kind in ADMINISTRATIVE or word.kind == "group"]


def named_at_head(par: Paragraph, begin: int, clause: int, context: AreaContext) -> AreaWord | None:
    """The place that a sentence takes for a case, or that lays down what it says."""
    return case_in_point(par, begin, clause) or laid_down(par, begin, clause, context)


def laid_down(par: Paragraph, begin: int, clause: int, context: AreaContext) -> AreaWord | None:
    """欧盟新法要求，到2027年|回收率须达到50%: the place whose rule or pledge the head of the sentence tells, for the clauses
    after it up to one with a place of its own; None where it tells none. ``begin``, ``clause``: starts of sentence and clause."""
    match = LAYS_DOWN.match(par.text, begin)
    if match is None or match.end() > clause:
        return None
    words = places_of(par, begin, match.end(), context)
    if not words or words[0].kind not in LAWGIVERS or not heads(par, words[0], begin):
        return None
    return None if subjects_of(par, places_of(par, match.end(), clause, context)) else words[0]


MOST_OF = re.compile("(?:最[一-龥]{1,3}|[首末]位|第[一二三1-3]|居首|垫底)的$")


def first_of_its_kind(par: Paragraph, begin: int, clause: int, number: int) -> AreaWord | None:
    """损失最重的省份是|浙江省|，为11亿元; 最大降水出现在|甲县|，为237 mm: the place that the clause before names as the first of
    its kind, where the clause of the number only gives the value; None elsewhere. ``begin``, ``clause``: starts of sentence and
    clause."""
    if clause == begin or not says_the_value(par, clause, number):
        return None
    start, end = right_before(par, begin, clause)
    for word in par.areas_in(start, end):
        most = MOST.search(par.text, start, word.start) or (
            OF_ALL.search(par.text, start, word.start) and IS_MOST.match(par.text, word.end, end)
        )
        if most and word.kind in GEOGRAPHIC:
            return word
    return None


def ranked_at_head(
    par: Paragraph, begin: int, clause: int, number: int, context: AreaContext
) -> AreaWord | None:
    """南海区|工单最多，三年合计6.9万件; 山西省|垫底，仅为0.402: the place that heads the clause before and is ranked there, where
    the clause of the number only gives the value or its sum; None elsewhere."""
    if clause == begin or SUM_OR_VALUE.fullmatch(par.text, clause, number) is None:
        return None
    start, end = right_before(par, begin, clause)
    if RANKED.search(par.text, start, end) is None:
        return None
    words = [word for word in par.areas_in(start, end) if word.kind in GEOGRAPHIC]
    alone = len(words) == 1 and words[0].names not in (context.document, (NATIONAL,))
    if not alone or OF_ORIGIN.match(par.text, words[0].end) or not heads(par, words[0], start):
        return None
    return words[0]


def gathered_in(par: Paragraph, begin: int, clause: int, number: int) -> list[AreaWord]:
    """病例集中在|四川、贵州、云南3省|，占62.1%: the places in which the clause before says that something is gathered, where the
    clause of the number only gives the value; none elsewhere."""
    if clause == begin or not says_the_value(par, clause, number):
        return []
    start, end = right_before(par, begin, clause)
    words = [word for word in par.areas_in(start, end) if word.kind in GEOGRAPHIC]
    if not words:
        return []
    led = GATHERED.search(par.text, start, words[0].start) is not None
    return words if led and CLOSED.fullmatch(par.text, words[-1].end, end) is not None else []


def closes_as_topic(par: Paragraph, start: int, end: int, context: AreaContext) -> AreaWord | None:
    """收缩强度最大的|嘉荫县|，十年人口减少四成: the place that all of a clause only describes; None for other clauses."""
    words = [w for w in places_of(par, start, end, context) if w.kind in GEOGRAPHIC]
    closes = len(words) == 1 and words[0].end == end and par.text[words[0].start - 1] == "的"
    return words[0] if closes and MOST_OF.search(par.text, start, words[0].start) else None
