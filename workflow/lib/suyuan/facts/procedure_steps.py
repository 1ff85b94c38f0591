"""Columns of the conditions and steps of an experiment, where a verb or the unit alone says what was set.

在25 ℃、投加量为|0.8 g/L|的条件下: 投加量; 于|80 ℃|烘干: 烘干温度; 以|5 ℃/min|升温: 升温速率; |2.5%| DSS溶液: DSS溶液浓度.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.procedure_words import procedure_words, with_words
from suyuan.facts.reading import BLANKS, Column, counted, is_duration, is_share
from suyuan.facts.told import is_magnitude
from suyuan.language import any_of
from suyuan.quantities.mention import Mention

STEP = "step_of_procedure"
BEHIND = 24  # characters looked at behind a number
UNNAMED = frozenset({"nothing_names_it", "carried", "topic", "carried_in_list", "duration"})
BEFORE = frozenset({"noun_before_number", "quantity_before_noun", *UNNAMED})
NOUN_BEHIND = frozenset({"number_before_noun", "quantity_before_noun", "second_unit"})
READ_AGAIN = BEFORE | NOUN_BEHIND | {"subject_before_verb"}
DEGREES = re.compile("^(?:°C|K|℃)$")
LABEL = re.compile(
    r"(?:^|[，、；：（）]|[在于当以](?!\w*[在于当以]))(?P<what>[^，。；：、（）\d]{1,14}?)\s*(?:控制在|维持在|保持在|为|=|是|达)?约?$"
)
AT = re.compile(r"(?:[于在经以用至到]|温度为)约?$")
RATE = re.compile(r"^(?:°C|℃|K)/(?:分钟|小时|min|h|s)$")
TURNS = frozenset({"r/min", "r/分钟", "rpm", "转/min", "转/分", "转/分钟"})
FROM = re.compile(r"距(?:离)?(?P<what>[一-龥]{1,8}?)约?$")
DIFFERENCES = ("变幅", "落差", "高差", "层厚", "坑深")
LENGTHS = frozenset({"m", "cm", "mm", "km", "米", "厘米", "毫米", "公里", "千米"})
ACID = re.compile(r"pH值?\s*[=＝为]?约?$")
DOSES = ("mg/kg", "μg/kg", "g/kg")
AGE_AT_END = re.compile("[周月日天]龄$")
AGE = re.compile("^(?P<age>[周月日天]龄)")
GOING_ON = re.compile(r"(?:^|[，；。])(?:并|再|共|各)?(?:连续|持续|疗程)(?:为|了)?约?$")
CASES = re.compile(r"(?P<when>末次|首次|最后1次|最后一次|第[一二三四五\d]次)(?P<did>[一-龥]{2,6}?)约?$")
STATES = ("占", "为", "达", "至", "到", "了", "是", "有", "约", "近", "在")
LONG = 10
PREPARATIONS = tuple("液基剂水胶膏酯")
SOIL = re.compile("(?:深(?:度)?的?)?(?:土层|土壤|表土|表层土|耕层|土样|深土)")
SET_IN_EACH = re.compile(
    r"(?P<each>每个?(?:样地|样方|样带|小区|处理|样点|样区|地块|断面|站位|点位|班级|班|学校|乡镇|村|社区|区县|县|街道|组|盆|皿))"
    r"(?:内|中|均|各|随机|分别|再|共)*(?:设置|设立|设|布设|布置|选取|选择|选|抽取|抽|种植|采集|挖取|取)(?:了|约)?$"
)
SET_NOUN = re.compile(
    r"(?:\d+(?:\.\d+)?(?:cm|m|mm)?[×xX*]\d+(?:\.\d+)?(?:cm|m|mm)?(?:大小)?的?)?(?P<noun>[一-龥]{1,6}?)(?=[，。；、（]|作为|进行|用于|$)"
)
MASSES_OF_GOODS = frozenset({"吨", "t", "千克", "公斤", "kg", "立方米", "m3", "吨标准煤"})
NEXT_VERB = re.compile("(?P<what>[一-龥]{4,10}?)(?:开展|进行|实施)(?!了?的)[一-龥]{2,}")
PRODUCED = re.compile("年?(?P<did>产生|排放|消耗|产出|消费|回收|处理|利用|施用|生产)(?P<what>[一-龥]{2,8})")


def step_of_procedure(par: Paragraph, i: int, column: Column) -> Column | None:
    """The column of quantity ``i`` where it is a condition or a step of an experiment; None for any other.

    ``column`` is what the words at the number say.
    """
    mention = par.mentions[i]
    if mention.rank or (column.measure and column.rule not in READ_AGAIN):
        return None
    lead = par.text[par.clause(mention.start).start : mention.start]
    rest = BLANKS.sub("", par.text[mention.end : mention.end + BEHIND])
    name = (
        _acidity(mention, lead, column)
        or _condition(mention, lead, rest, column)
        or _temperature(mention, lead, rest, column)
        or _rate(mention, rest)
        or _length(par, mention, lead, rest, column)
        or _strength(par, mention, lead, rest)
        or _amount(mention, lead, column)
        or _level(mention, lead, rest, column)
        or _depth(par, i, mention)
        or _each(mention, lead, rest)
        or _produced(mention, lead, column)
        or _before_next_verb(mention, column)
        or _age(par, i, rest)
        or _dose(par, i, column)
    )
    if not name:
        return None
    return replace(
        column,
        measure=name,
        stem=name,
        rule=STEP,
        owner=None,
        topic=None,
        level=False,
        each=(),
        completed_by="",
    )


def _condition(mention: Mention, lead: str, rest: str, column: Column) -> str:
    """FMBC投加量为|0.8 g/L|的条件下: the label before the number, and not the word that ends the list of conditions."""
    if column.rule not in NOUN_BEHIND or not with_words("的?%conditions%").match(rest):
        return ""
    match = LABEL.search(lead)
    what = BLANKS.sub("", match["what"]) if match is not None else ""
    if what and (is_magnitude(what) or re.fullmatch("[A-Za-z]{1,6}", what)):
        return what
    return "温度" if DEGREES.match(mention.unit or "") else ""


def _acidity(mention: Mention, lead: str, column: Column) -> str:
    """在25 ℃、pH=|5.0|、投加量为…的条件下: pH."""
    if column.measure or mention.unit is not None or ACID.search(lead) is None:
        return ""
    return "pH"


def _temperature(mention: Mention, lead: str, rest: str, column: Column) -> str:
    """于|80 ℃|烘干: 烘干温度; a temperature that nothing else names is 温度."""
    if not DEGREES.match(mention.unit or ""):
        return ""
    if "温" in (column.measure or "").removesuffix("温度") or column.rule == "number_before_noun":
        return ""
    match = with_words("(?:的?条件|恒温)?(?:下|中|时)?(?P<did>%deeds%)").match(rest)
    if match is not None and AT.search(lead):
        return match["did"] + "温度"
    return "" if column.measure else "温度"


def _rate(mention: Mention, rest: str) -> str:
    """以|5 ℃/min|升温, |10 ℃/min|的速率; |4000 r/min|离心."""
    unit = mention.unit or ""
    if RATE.match(unit):
        down = re.match("[^，。；]{0,6}?[降冷]", rest)
        return "降温速率" if down is not None else "升温速率"
    if unit in TURNS:
        match = with_words("(?:的?转速)?下?(?P<did>%deeds%)").match(rest)
        return f"{match['did']}转速" if match is not None else "转速"
    return ""


def _length(par: Paragraph, mention: Mention, lead: str, rest: str, column: Column) -> str:
    """在马弗炉中灼烧|4 h|; 末次给药|24 h|后; 连续|10 d|; |120 min|时达到平衡."""
    if not (is_duration(mention) or mention.unit in ("min", "h", "s", "d")):
        return ""
    match = with_words("[时后]?(?:即|便|即可|才|基本)?(?P<did>%reached%)").match(rest)
    if match is not None:
        return match["did"] + "时间"
    match = CASES.search(lead)
    if match is not None and rest.startswith("后"):
        return f"{match['when']}{match['did']}后时长"
    if GOING_ON.search(lead) and column.rule in ("topic", *UNNAMED):
        before = par.text[par.sentences[par.sentence_at(mention.start)].start : mention.start]
        done = list(_given_or_done().finditer(before))
        return done[-1].group() + "时长" if done else ""
    match = with_words("(?P<did>%deeds%)约?$").search(lead)
    if match is None or column.rule not in BEFORE or not re.match("后|时|至|即|[，。；、）]|$", rest):
        return ""
    stem = column.stem or ""
    torn = column.rule == "quantity_before_noun" or not stem.endswith(match["did"])
    return match["did"] + "时长" if torn or re.search(f"[中下后内]{match['did']}$", stem) else ""


@cache
def _given_or_done() -> re.Pattern[str]:
    return re.compile(any_of((*procedure_words().gives, *procedure_words().deeds)))


def _strength(par: Paragraph, mention: Mention, lead: str, rest: str) -> str:
    """自由饮用|2.5%| DSS溶液, |0.1 mol/L|盐酸: the strength of what stands right behind the number."""
    unit = mention.unit or ""
    if unit != "%" and unit not in procedure_words().strengths:
        return ""
    if lead.rstrip().endswith(STATES) and not lead.rstrip().endswith(("置于", "加至")):
        return ""
    match = with_words("(?P<what>[A-Za-z0-9一-龥·-]{0,14}?%solutions%)(?![一-龥]{0,3}[的率])").match(rest)
    if match is None or "的" in match["what"] or _of_a_noun(par, mention, len(match["what"])):
        return ""
    return match["what"] + "浓度"


def _of_a_noun(par: Paragraph, mention: Mention, length: int) -> bool:
    """收购某企业75%乙醇|业务股权: a noun that is no preparation stands behind the ``length`` characters after the number."""
    for token in par.tokens_between(mention.end, mention.end + BEHIND):
        length -= len(BLANKS.sub("", token.text))
        if length < 0:
            return token.flag[0] == "n" and not token.text.endswith(PREPARATIONS)
    return False


def _amount(mention: Mention, lead: str, column: Column) -> str:
    """称取|10 g|稻壳粉: 稻壳粉质量; 置于|200 mL|去离子水中: 去离子水体积."""
    stem, unit, words = column.stem or "", mention.unit or "", procedure_words()
    if column.rule not in NOUN_BEHIND or is_share(mention):
        return ""
    verb = max((v for v in words.takes if stem.startswith(v)), key=len, default="")
    what = stem.removeprefix(verb).removesuffix("中")
    ending = "体积" if unit in words.volumes else "质量" if unit in words.masses else ""
    taken = verb or lead.endswith(words.takes)
    if not taken or not what or not ending or what.endswith((ending, *words.vessels)):
        return ""
    if len(what) > LONG and "的" in what:
        what = what.rpartition("的")[2]
    return what + ending


def _level(mention: Mention, lead: str, rest: str, column: Column) -> str:
    """在高程|15.2 m|附近最大: 高程; 距肛门|2 cm|处: 距肛门距离; 有效波高|4.0米以上|的海浪: 有效波高."""
    unit, stem = mention.unit or "", column.stem or ""
    if unit in LENGTHS and column.measure == stem + "长度" and stem.endswith(DIFFERENCES):
        return stem  # 变幅可达|10 m|
    if column.rule not in NOUN_BEHIND and column.measure:
        return ""
    match = FROM.search(lead)
    if match is not None and unit in LENGTHS:
        return f"距{match['what']}距离"
    near = with_words("%nearby%").match(rest) is not None
    bound = rest.startswith("的") and _bound(mention)
    if not (near or bound):
        return ""
    match = re.search(r"(?P<what>(?:有效|平均|最大|最小|日均|年均)?[一-龥]{2})约?$", lead)
    if match is None or unit not in LENGTHS:
        return ""
    what = match["what"]
    return what if what.endswith(("高", "程", "拔", "深", "度", "径", "距", "宽", "厚", "长")) else ""


def _bound(mention: Mention) -> bool:
    """A bound (以上, 以下), which describes the noun behind it."""
    return mention.comparator in (">", ">=", "<", "<=")


def _depth(par: Paragraph, i: int, mention: Mention) -> str:
    """采集0~10、10~20和|20~40 cm|土层样品: 土壤采样深度."""
    last = par.mentions[par.run_of(i)[-1]]
    alone = len(par.run_of(i)) == 1
    if last.unit not in LENGTHS or (alone and mention.value is not None):
        return ""
    rest = BLANKS.sub("", par.text[last.end : last.end + BEHIND])
    if SOIL.match(rest) is None:
        return ""
    first = par.mentions[par.run_of(i)[0]].start
    taken = re.search("采|取", par.text[par.clause(first).start : first]) or re.match("[一-龥]{2}样", rest)
    return "土壤采样深度" if taken else "土层深度"


def _each(mention: Mention, lead: str, rest: str) -> str:
    """每个样地随机设置|4个|样方: 每个样地样方数量."""
    match = SET_IN_EACH.search(lead) if "每" in lead else None
    if match is None or is_share(mention) or mention.unit in LENGTHS:
        return ""
    noun = SET_NOUN.match(rest)
    return f"{match['each']}{noun['noun']}数量" if noun is not None else ""


def _before_next_verb(mention: Mention, column: Column) -> str:
    """布设|27个|固定样地开展调查: 布设固定样地数量, without what is done there."""
    stem = column.stem or ""
    match = NEXT_VERB.match(stem) if column.rule == "number_before_noun" else None
    if match is None or is_share(mention) or not (column.measure or "").startswith(stem):
        return ""
    return counted(match["what"], mention)


def _produced(mention: Mention, lead: str, column: Column) -> str:
    """每年产生稻壳|4000万t|: 稻壳年产生量."""
    stem = column.stem or ""
    if column.rule != "noun_before_number" or mention.unit not in MASSES_OF_GOODS:
        return ""
    match = PRODUCED.fullmatch(stem)
    if match is None or column.measure not in (stem, stem + "数量", stem + "量"):
        return ""
    yearly = "年" if stem.startswith("年") or "每年" in lead or "全年" in lead else ""
    return f"{match['what']}{yearly}{match['did']}量"


def _age(par: Paragraph, i: int, rest: str) -> str:
    """小鼠60只，|8周|龄: 小鼠周龄."""
    mention = par.mentions[i]
    surface = par.text[mention.start : mention.end]
    match = AGE_AT_END.search(surface) or AGE.match(rest) if "龄" in surface + rest[:2] else None
    if match is None:
        return ""
    animals = [
        t.text
        for t in par.tokens_between(par.sentences[par.sentence_at(mention.start)].start, mention.start)
        if t.flag[0] == "n" and t.text[-1] in procedure_words().animals
    ]
    return (animals[-1] if animals else "") + match.group()


def _dose(par: Paragraph, i: int, column: Column) -> str:
    """分别按25、50、|100 mg/kg|灌胃: the dose of what is given."""
    last = par.mentions[par.run_of(i)[-1]]
    if not (last.unit or "").startswith(DOSES) or is_magnitude(column.stem or ""):
        return ""
    rest = BLANKS.sub("", par.text[last.end : last.end + BEHIND])
    match = with_words("(?:的?剂量|体重|体质量)?(?:进行)?(?P<did>%gives%)").match(rest)
    return (match["did"].removesuffix("给药") or "给药") + "剂量" if match is not None else ""
