"""The place that a ratio is taken to: 美国排放50亿吨，是|印度|的1.9倍 tells of the subject before, not of the place after 是."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.area_record import Area
from suyuan.facts.area_words import WIDEST
from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.facts.reading import is_share
from suyuan.facts.words import column_words
from suyuan.gated import gated
from suyuan.places.groups import NATIONAL
from suyuan.quantities.mention import Mention

RULE = "compared"
BEYOND_RULE = "beyond"
OTHER = {"前者": "后者", "后者": "前者"}
YEARS = r"(?:19|20)\d\d(?:[-~—至]+(?:19|20)?\d\d)?年?(?:度|[底末初])?"
BEYOND = re.compile(
    "(?:[低高多少大小早晚快慢优好差长短强弱](?:于|过)|超过|不及|高出|不如|[较比]|接近)"
    rf"(?:[约了]|同期|同年|当年|此前|以往|(?:相邻|邻近|毗邻|周边|附近|国内|国外)的?|我国|{YEARS}的?)*的?$"
)
EQUALS = re.compile(
    rf"(?:是|为|达到?|约|仅|只|有|已|均|也|都|依次|分别|相当于|等于|不足|接近|[一-龥]{{0,2}}超过|同期|同年|当年|{YEARS}的?)+$"
)
TOLD_OF_IT = re.compile(  # what stands between the place and its number
    rf"(?P<what>(?:{YEARS}|\d{{1,2}}岁|[^，。；：（）\d]){{0,18}}?)(?:（(?:约|为|均值)?|的(?:约|近)?|(?P<plain>))"
)
LEVEL_BEHIND = re.compile(r"的(?:平均|总体|整体|报告|常模)?[一-龥]{0,4}(?:水平|值|率|数|量|常模)")
DIFFERENCE = re.compile(
    "[高低多少长短大小快慢]出?了?约?近?$|(?:增加|减少|提高|下降|上升|降低|增长|偏[高低多少大小])了?约?$"
)
PART_OF_SUM = re.compile("(?:总[量数额]|总?人口|总面积|总产值|生产总值|总收入|总支出|GDP)$")
LESS_OR_MORE = ("超过", "接近", "多于", "少于", "不及", "大于", "小于")
RATIO_BEHIND = re.compile(r"[^（）]{0,12}）的")
BRACKETS = re.compile("（[^（）]*）")
BODY_KINDS = frozenset({"body", "organisation", "scheme"})
AT_HOME = re.compile("国内(?!外|生产)")
NAMED_AGAIN = gated("[，；]?(?:而|但|其中)?(?P<which>前者|后者)", ["前者", "后者"])


def compared_place(par: Paragraph, i: int) -> tuple[AreaWord, bool] | None:
    """The one place between 是, 为, 相当于 and 的 before quantity ``i``, and whether nothing of that place but itself is named
    (是|印度|的1.9倍; not 为|甲省|土壤背景值（0.1）的11倍, where it only has the norm); None where there is none."""
    mention = par.mentions[i]
    if mention.unit != "倍" and not is_share(mention):
        return None
    first = par.mentions[par.run_of(i).start]  # 依次是甲省背景值的7.2倍和|5.4倍
    clause = par.clause(first.start)
    words = [word for word in par.areas_in(clause.start, first.start) if len(word.names) == 1]
    if len(words) != 1 or not par.text.endswith("的", clause.start, first.start):
        return None
    lead = [t for t in par.tokens_between(clause.start, words[0].start) if t.flag not in ("PUNCT", "d", "x")]
    alone = len(lead) == 1 and lead[0].text in column_words().equals
    if not alone and is_share(mention):
        return None
    if not alone and EQUALS.search(par.text, clause.start, words[0].start) is None:
        return None
    between = BRACKETS.sub("", par.text[words[0].end : first.start - 1])
    if any(mark in between for mark in "（）"):
        return None
    return words[0], not between and words[0].names not in WIDEST


def area_gone_beyond(par: Paragraph, mention: Mention) -> Area | None:
    """高于|乙县|（46.5%）, 低于甲省某矿区所报道的|5.8%, 略低于|全省|农村1.8万元的水平, 是|乙县|（2.9万元）的5倍: the number told
    of the place of a comparison is that place's; None elsewhere."""
    if mention.unit in ("倍", "百分点"):
        return None
    clause = par.clause(mention.start)
    words = [word for word in par.areas_in(clause.start, mention.start) if len(word.names) == 1]
    home = [m for m in AT_HOME.finditer(par.text, clause.start, mention.start)]
    words += [AreaWord(*m.span(), (NATIONAL,), "anaphor") for m in home]  # 低于|国内|平均水平（70%）
    if not words or (word := max(words, key=lambda w: w.start)).kind in BODY_KINDS:
        return None
    told = TOLD_OF_IT.fullmatch(par.text, word.end, mention.start)
    if told is None:
        return None
    beyond = BEYOND.search(par.text, clause.start, word.start)
    bracket = par.text[mention.start - 1] == "（" or par.text.rfind("（", word.end, mention.start) >= 0
    if beyond is None:
        ratio = bracket and RATIO_BEHIND.match(par.text, mention.end) is not None
        if not ratio or EQUALS.search(par.text, clause.start, word.start) is None:
            return None
    elif not bracket and not _is_level(par, mention, told, beyond.group()):
        return None
    name = word.names[0]
    return Area((name,), name, rule=BEYOND_RULE, lasts=False)


def _is_level(par: Paragraph, mention: Mention, told: re.Match[str], beyond: str) -> bool:
    """Whether the number is a level of the place (高于|全国平均的|12%), not a difference (比全国低|3%) or a share
    of it (超过全国的|一半)."""
    what = told["what"]
    if DIFFERENCE.search(what):
        return False
    if told["plain"] is not None:
        return LEVEL_BEHIND.match(par.text, mention.end) is not None
    share = is_share(mention) and beyond.startswith(LESS_OR_MORE)
    return not share or (bool(what) and PART_OF_SUM.search(what) is None)


def area_of_former(par: Paragraph, i: int, found: Sequence[Area]) -> Area | None:
    """甲市454公里，乙市372公里；|后者|将再添70公里: of the last of the places that the sentence gave numbers
    before, 前者 of the last but one; None where the clause sets both against each other."""
    mention = par.mentions[i]
    clause = par.clause(mention.start)
    match = NAMED_AGAIN.match(par.text, clause.start, mention.start)
    if match is None or OTHER[match["which"]] in par.text[clause.start : mention.end + 2]:
        return None
    start = par.sentences[par.sentence_at(mention.start)].start
    told = {
        area.names: area
        for area, m in zip(found, par.mentions[:i], strict=False)
        if m.start >= start and len(area.names) == 1
    }
    areas = list(told.values())
    if len(areas) != 2:
        return None
    return replace(areas[1 if match["which"] == "后者" else 0], rule=match["which"], lasts=False)


def compared(subject: Area | None, other: AreaWord, itself: bool) -> Area:
    """The area of the subject, with the other place as its counterpart where ``itself`` is what it is compared with; no
    area where nothing says whose number it is."""
    name = other.names[0]
    if subject is None or not subject.names or name in subject.names:
        return Area(rule=RULE, lasts=False)
    own = without_counterpart(subject)
    if not itself:
        return replace(own, rule="carried")
    return Area(
        (*own.names, name), own.ref_area, name if own.ref_area else None, own.body, rule=RULE, lasts=False
    )


def without_counterpart(area: Area) -> Area:
    """The subject alone of an area that :func:`compared` made; any other area as it is."""
    if area.rule != RULE or not area.names:
        return area
    return Area(area.names[:-1], area.ref_area, None, area.body)
