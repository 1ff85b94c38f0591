"""The place that a ratio is taken to: 美国排放50亿吨，是|印度|的1.9倍 tells of the subject before, not of the place after 是."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.area_record import Area
from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.facts.reading import is_share
from suyuan.facts.words import column_words
from suyuan.gated import gated
from suyuan.quantities.mention import Mention

RULE = "compared"
BEYOND_RULE = "beyond"
OTHER = {"前者": "后者", "后者": "前者"}
BEYOND = re.compile(
    "(?:低于|高于|超过|优于|好于|差于|不及|多于|少于|大于|小于|高出|[较比])(?:同期|此前|以往|相邻的?)?的?$"
)
TOLD_OF_IT = re.compile(
    r"(?:[^，。；：（）]{0,16}（|[^，。；：（）\d]{0,8}(?:所?报道|报告|得到|测得|公布|统计|平均水平|水平)的|的)"
)
NAMED_AGAIN = gated("[，；]?(?:而|但|其中)?(?P<which>前者|后者)", ["前者", "后者"])


def compared_place(par: Paragraph, mention: Mention) -> AreaWord | None:
    """The one place between 是, 为, 相当于 at the head of the clause and 的 before the number (是|印度|的1.9倍); else None."""
    if mention.unit != "倍" and not is_share(mention):
        return None
    clause = par.clause(mention.start)
    words = [word for word in par.areas_in(clause.start, mention.start) if len(word.names) == 1]
    if len(words) != 1 or par.text[words[0].end : mention.start] != "的":
        return None
    lead = [t for t in par.tokens_between(clause.start, words[0].start) if t.flag not in ("PUNCT", "d", "x")]
    return words[0] if len(lead) == 1 and lead[0].text in column_words().equals else None


def area_gone_beyond(par: Paragraph, mention: Mention) -> Area | None:
    """高于|乙县|（46.5%）, 低于甲省某矿区所报道的|5.8%: the number in the bracket behind the place of a comparison, or right
    behind its 的, is that place's; None elsewhere."""
    if mention.unit == "倍":
        return None
    clause = par.clause(mention.start)
    words = [word for word in par.areas_in(clause.start, mention.start) if len(word.names) == 1]
    if not words or BEYOND.search(par.text, clause.start, words[-1].start) is None:
        return None
    if TOLD_OF_IT.fullmatch(par.text, words[-1].end, mention.start) is None:
        return None
    name = words[-1].names[0]
    return Area((name,), name, rule=BEYOND_RULE, lasts=False)


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


def compared(subject: Area | None, other: AreaWord) -> Area:
    """The area of the subject with the other place as its counterpart; no area where nothing says whose number it is."""
    name = other.names[0]
    if subject is None or not subject.names or name in subject.names:
        return Area(rule=RULE, lasts=False)
    own = without_counterpart(subject)
    return Area(
        (*own.names, name), own.ref_area, name if own.ref_area else None, own.body, rule=RULE, lasts=False
    )


def without_counterpart(area: Area) -> Area:
    """The subject alone of an area that :func:`compared` made; any other area as it is."""
    if area.rule != RULE or not area.names:
        return area
    return Area(area.names[:-1], area.ref_area, None, area.body)
