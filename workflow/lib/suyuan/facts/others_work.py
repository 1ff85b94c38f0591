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


@cache
def _authors() -> GatedPattern:
    """朱某某等|把, 陶某等人[3]|从, Chen等|对: a name with 等, then the word that leads what they did (not Pb等重金属)."""
    table = package_yaml("area_groups.yaml")["others_work"]
    return gated(
        rf"(?<![一-龥])(?:然而|但|而|其中|如|据|此外|随后)?(?P<name>[{table['surnames']}][一-龥]{{1,2}}?|(?<![A-Za-z])[A-Z][a-z]{{2,}}(?:和[A-Z][a-z]{{2,}})?)等人?{MARK}"
        rf"(?={any_of(table['leads'])})",
        ["等"],
    )


def tells_others_work(text: str, start: int, end: int) -> bool:
    """肖某等[2]测得|…, Chen等对|…: the clause or one before it in the sentence names the authors of somebody else's work."""
    if CITED.search(text, start, end) is not None:
        return True
    return any(_is_person(match["name"]) for match in _authors().finditer(text, start, end))


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
