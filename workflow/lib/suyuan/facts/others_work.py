"""Sentences of a paper that tell of others: authors whose work is reviewed, and the state whose plans and norms are cited;
and what of its instruments was found in the own sample."""

from __future__ import annotations

import re
from functools import cache

from suyuan.cutter import word_cutter
from suyuan.gated import GatedPattern, gated
from suyuan.language import any_of
from suyuan.places.tables import package_yaml

MARK = (
    r"(?:\[\d[\d,，、\-—~]*\]|[（(](?:19|20)\d\d[a-z]?[)）])?"  # the flow keeps the mark [2] or not; （2015）
)
MARKED = MARK.removesuffix("?")
CITED = re.compile(
    rf"(?<![一-龥])(?:然而|但|而|其中|如|据)?(?:[一-龥]{{2,3}}等人?|[A-Z][A-Za-z\-]+等?){MARK}(?:的?(?:研究|报道|试验|实验))?"
    r"(?:测得|测定|发现|报道|证实|认为|指出|观察到|得出|表明|显示|统计)"
    rf"|(?<![A-Za-z])[A-Z][a-z]+(?:和[A-Z][a-z]+)?等(?:人|{MARKED})(?=[一-龥])"
    rf"|文献{MARK}(?:中|所)?(?:报道|记载|给出|报告|测得|提出)"
    r"|(?:Meta|荟萃)分析(?:表明|显示|发现|提示)"
)


NO_PERSON = (
    "省市县区州河江湖科组队院校厂所站会员者方类式法期村镇户班级"  # what a name without a mark does not end in
)


@cache
def _authors() -> GatedPattern:
    """朱某某等|把, 陶某等人[3]|从, Chen等|对: a name with 等, then the word that leads what they did (not Pb等重金属)."""
    table = package_yaml("area_groups.yaml")["others_work"]
    return gated(
        rf"(?:(?<![一-龥])|(?<=[与于较比]))(?:然而|但|而|其中|如|据|此外|随后)?(?P<name>[{table['surnames']}][一-龥]{{1,2}}?|(?<![A-Za-z])[A-Z][a-z]{{2,}}(?:和[A-Z][a-z]{{2,}})?)等人?{MARK}"
        rf"(?=(?:(?:19|20)\d\d年)?{any_of(table['leads'])})",
        ["等"],
    )


@cache
def _others() -> GatedPattern:
    """前人对|…所作估算, 文献[3]对|…, 陆某某在|…的调查, 赵某（2014）转引, Mischel早年报告: work of others in a study, by its words
    or by a name with a deed."""
    table = package_yaml("area_groups.yaml")["others_work"]
    head = r"(?:(?<![一-龥A-Za-z])|(?<=[与据如和而但较比于照])|(?<=参照)|(?<=此外))"
    name = rf"(?P<name>[{table['surnames']}](?:某某?|姓|氏|[一-龥]{{1,2}}?))"
    western = rf"(?<![A-Za-z\-])[A-Z][a-z]{{2,}}(?:等人?|（(?:19|20)\d\d）)?{MARK}"
    western += "(?:早年|早期|曾|最早|首次|所|的)*(?:报告|报道|指出|认为|发现|统计过)"
    lead = rf"{MARK}(?:早年|早期|曾|此前|最近|近期|首次|最早|团队|课题组|(?:19|20)\d\d年)*"
    deed = any_of(table["deeds"])
    says = any_of(table["says"])
    return gated(
        rf"{head}(?:{any_of(table['sources'])}|文献{MARK}(?=[对在以中所的就]|{says})|国外(?=[对在的][^，。；]{{1,16}}{deed}))"
        rf"|{head}{name}(?:(?P<cited>(?:等人?)?（(?:19|20)\d\d[a-z]?）)(?={any_of(table['leads'])})"
        rf"|(?P<marked>等人?|（(?:19|20)\d\d[a-z]?）|(?<=某)|(?<=姓)|(?<=氏))?{lead}"
        rf"(?:所?{says}|[对在就于以从][^，。；：]{{1,24}}?(?:的|所[做作]的?)?{deed}))|{western}",
        [*table["deeds"], *table["says"], *table["sources"], "）"],
    )


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What shows that a sign of others' work only sets it beside the own (与…一致，), or is of a method that the own takes."""
    table = package_yaml("area_groups.yaml")["others_work"]
    return (
        re.compile(rf"[^，。；：]{{0,40}}?{any_of(table['agree'])}[，；]"),
        re.compile(rf"[^，。；：]{{0,24}}?{any_of(table['means'])}"),
    )


@cache
def _takes() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(package_yaml('area_groups.yaml')['others_work']['taken'])}[^，。；：]{{0,6}}$"
    )


def tells_others_work(text: str, start: int, end: int, study: bool = False) -> bool:
    """肖某等[2]测得|…, Chen等对|…: the clause or one before it in the sentence names the authors of somebody else's work."""
    return others_named(text, start, end, study) is not None


def others_named(text: str, start: int, end: int, study: bool = False) -> int | None:
    """Where the last sign of others' work before ``end`` stands; None where there is none that is not only set beside the own.

    ``study``: the text is one of a study, in which 前人, 文献 and a name with a deed are signs too.
    """
    signs = [match.start() for match in CITED.finditer(text, start, end)]
    signs += [m.start() for m in _authors().finditer(text, start, end) if _is_person(m["name"])]
    if study:
        signs += [m.start() for m in _others().finditer(text, start, end) if _is_name(m)]
    agrees, means = _beside()
    signs = [
        at
        for at in signs
        if not ((match := agrees.match(text, at, end)) and "其" not in text[match.end() : end][:6])
        and not (_takes().search(text, start, at) and means.match(text, at, end))
    ]
    return max(signs, default=None)


@cache
def _name_at_mark() -> re.Pattern[str]:
    surnames = package_yaml("area_groups.yaml")["others_work"]["surnames"]
    return re.compile(
        rf"(?:(?<![一-龥])|(?<=[与和据如而但较比于由按]))(?P<name>[{surnames}][一-龥]{{1,2}})(?:等人?)?$"
    )


WORK_AT_MARK = re.compile("(?:^|[，；。：])(?:然而|但|而|其中|此外|又如|例如|如)?(?:文献|研究)$")


def named_at_mark(text: str, start: int, at: int) -> bool:
    """周敏和何少卿[2]利用浙江省58个县的数据, 文献[3]走访21所学校: the name of a person, or 文献 at the head of a clause, right
    before a reference mark, which the text no longer holds."""
    if WORK_AT_MARK.search(text[start:at]) is not None:
        return True
    match = _name_at_mark().search(text[start:at])
    return match is not None and match["name"][-1] not in NO_PERSON and _is_person(match["name"])


def _is_name(match: re.Match[str]) -> bool:
    name = match["name"]
    if name is None or match["marked"] is not None or match["cited"] is not None:
        return name is None or name[-1] in "某姓氏" or _is_person(name)
    return not name.isascii() and len(name) > 1 and name[-1] not in NO_PERSON and _is_person(name)


@cache
def _own_voice() -> re.Pattern[str]:
    """本研究为|, 本文（|, 而本组的检出率为|: the authors' own figure, not 高于本研究 in another clause."""
    own = any_of(package_yaml("area_groups.yaml")["others_work"]["own"])
    return re.compile(
        rf"(?:^|[，；：。（]|[而但则]|[高低多少大小长短快慢]于|与){own}"
        r"(?![^，。；]*(?:相比|比较|一致|[高低多少大小]))[^，。；：]{0,20}$"
    )


@cache
def _back_to_own() -> re.Pattern[str]:
    own = any_of(package_yaml("area_groups.yaml")["others_work"]["own"])
    return re.compile(rf"[，；：](?:而|但|则|故|说明|提示|表明)?{own}")


def back_to_own(text: str, at: int, number: int) -> bool:
    """与全国调查中的11%相比，|本县的数字已改善，…不到|三成: behind what was told of others a clause opens with the own work."""
    return _back_to_own().search(text, at, number) is not None


def speaks_for_itself(text: str, start: int, number: int) -> bool:
    """Whether between ``start`` and a number the authors speak of their own work, behind what they told of others."""
    return _own_voice().search(text[start:number]) is not None


@cache
def _work() -> re.Pattern[str]:
    """山东烟台|试验中, 内蒙古河套灌区|研究表明, 英国|一项调查显示: a work made at the place before it."""
    return re.compile(
        rf"[^，。；]{{0,14}}?{any_of(package_yaml('area_groups.yaml')['others_work']['works'])}"
    )


def tells_work_there(text: str, at: int, number: int) -> bool:
    """Whether behind a place that ends at ``at``, before a number, a work made there is named that is not the study's own."""
    found = _work().match(text, at, number)
    return found is not None and not any(
        word in text[at:number] for word in ("本研究", "本文", "本试验", "本次")
    )


@cache
def _near() -> re.Pattern[str]:
    """邻近的|千河, 对相邻|堰川河流域: a name that no table has, by what lies near the site."""
    near = any_of(package_yaml("area_groups.yaml")["others_work"]["near"])
    endings = "|".join(
        sorted(package_yaml("area_groups.yaml")["own_regions"]["endings"], key=len, reverse=True)
    )
    return re.compile(rf"{near}的?(?P<name>(?![的地])[一-龥]{{1,4}}?(?:{endings}|县|市)(?:流域)?)")


def named_nearby(text: str, start: int, number: int) -> tuple[int, str] | None:
    """The region beside the site, where no table names it, that is named first after ``start``: where it begins, and its name."""
    match = _near().search(text, start, number)
    return (match.start("name"), match["name"]) if match is not None else None


@cache
def _opens_nearby() -> re.Pattern[str]:
    near = any_of(package_yaml("area_groups.yaml")["others_work"]["near"])
    return re.compile(rf"(?:^|(?<=[，；。：]))(?:而|但|同年|同期|其中|此外|，)*{near}的?")


def opens_nearby(text: str, start: int, number: int) -> int | None:
    """Where in a sentence the subject of a clause lies beside the site (邻近的|平定县某厂采用…，提高): the end of these words."""
    found = [match.end() for match in _opens_nearby().finditer(text[:number], start)]
    return found[-1] if found else None


def _is_person(name: str) -> bool:
    """A name that the dictionary lacks or has as a person's (高校, 金融 are none)."""
    if name.isascii() or "和" in name:
        return True
    if not word_cutter().knows(name):
        return True
    return all(flag.startswith("nr") for _, flag in word_cutter().cut(name))


@cache
def _of_state() -> re.Pattern[str]:
    table = package_yaml("area_groups.yaml")["others_work"]
    number = "[一二两三四五六七八九十\\d]+个?"
    return re.compile(
        rf"国家层面|(?<![县市省区州旗]){number}部[门委](?:联合)?{any_of(table['issued'])}"
        rf"|(?:国务院|国家[一-龥]{{2,6}}?[局委部])(?:办公厅)?{any_of(table['issued'])}"
        r"|(?:按照?|根据|参照|依据|依照)[^，。；]{0,4}(?:国家“?十[三四五]五|“十[三四五]五”)"
        r"|(?:按照?|根据|参照|依据|依照)[^，。；]{0,4}《(?:国家|中国|健康中国|全国)[^》]*》[^，。；]{0,8}，?[^，。；]{0,12}"
        r"(?:要求|规定|提出|明确|不少于|不低于|不超过|不得|应[当该]?|要达到)"
    )


SHARE_OF_COUNTRY = re.compile("占(?:到|了)?(?:我国|全国|国内)[^，。；\\d]{0,12}$")


def is_share_of_country(text: str, start: int, number: int) -> bool:
    """草地约|占我国国土面积的|40%: where nothing says whose share it is, a figure of the country."""
    return SHARE_OF_COUNTRY.search(text, start, number) is not None


RELIABILITY = re.compile("[αω]|信度|效度|KMO|CFI|TLI|RMSEA|SRMR|χ2/df|AVE|拟合")


def tells_reliability(text: str, start: int, number: int) -> bool:
    """α系数为|0.93, CFI=|0.95: statistics of a scale are found in the sample of the study, unlike how many items it has."""
    return RELIABILITY.search(text, start, number) is not None


def tells_of_the_state(text: str, start: int, end: int) -> bool:
    """八部门印发的方案要求|…, 参照《国家…规范》, 国家层面的监测表明: what a study of one place cites is of the whole country."""
    return _of_state().search(text, start, end) is not None
