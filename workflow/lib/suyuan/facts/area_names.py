"""Places that stand inside a name, a quotation, a list of examples or the brackets behind a number."""

from __future__ import annotations

import re
from functools import cache

from suyuan.facts.once import once
from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.places.tables import package_yaml
from suyuan.quantities.mention import Mention

NO_NAME_FLAGS = frozenset(
    {"p", "c", "uj", "ul", "d", "PUNCT", "QTY", "TIME", "m"}
)  # of words that end a name
LONGEST_NAME = 20
EXAMPLES_GO_ON = re.compile(
    "(?:(?:、[一-龥]{2,3}){1,8}(?=等))?"
)  # 静安|、普陀、虹口|等: also names that no table has as such
QUOTE_REACH = 30
DISTANCE_TO = ("距", "距离", "离", "相距")
DISTANCE = re.compile("的?(?:球面|直线|空间|地理|公路|最短|最近|欧氏)?距离")
LEAVES_OUT = re.compile("(?:剔除|不含|不包括|不包含|未包括|未包含|排除)了?[^，。；]{0,12}$")
LEFT_OUT = re.compile(r"[^，。；\d]{0,16}(?:缺失|未纳入|不纳入|未包含|未包括|除外|不在[^，。；]{0,6}[内中])")


def in_name(par: Paragraph, word: AreaWord) -> bool:
    """农业部|某某重点实验室, 科技部|重点研发计划: a known body that only begins the name of something else."""
    if word.kind != "body" or word.mention is None or not word.mention.known:
        return False
    end = word.end
    first = par.first_token(word.end)
    for token in par.tokens[first : first + LONGEST_NAME + 2]:
        verb_first = token.start == word.end and token.flag in ("v", "vd")
        if token.start != end or verb_first or token.flag in NO_NAME_FLAGS or end - word.end > LONGEST_NAME:
            return False
        end = token.end
        if token.text.endswith(_name_endings()):
            return True
    return False


@cache
def _name_endings() -> tuple[str, ...]:
    return tuple(package_yaml("area_groups.yaml")["names_with_bodies"])


def is_aside(par: Paragraph, word: AreaWord) -> bool:
    """以距|杭州|球面距离作工具变量, 剔除|西藏|和港澳台后, |西藏|因数据缺失未纳入: a place that distances are taken to, or that is
    left out."""
    clause = par.clause(word.start)
    before = par.text[clause.start : word.start]
    if before.endswith(DISTANCE_TO) or DISTANCE.match(par.text, word.end) is not None:
        return True
    return LEAVES_OUT.search(before) is not None or LEFT_OUT.match(par.text, word.end, clause.end) is not None


def is_quoted(par: Paragraph, word: AreaWord) -> bool:
    """In a name in quotation marks: “全国团体标准领先者”; a name, or a row of names, that is the whole quotation stays."""
    text = par.text
    opening = text.rfind("“", max(0, word.start - QUOTE_REACH), word.start)
    closing = text.find("”", word.end, word.end + QUOTE_REACH)
    if opening < 0 or closing < 0 or "”" in text[opening : word.start] or "“" in text[word.end : closing]:
        return False
    rest = list(text[opening + 1 : closing])
    for area in par.areas_in(opening, closing):
        rest[area.start - opening - 1 : area.end - opening - 1] = [""] * (area.end - area.start)
    return "".join(rest).strip("-—–、·") != ""


def is_example(par: Paragraph, word: AreaWord, among: re.Pattern[str]) -> bool:
    """东城区、西城区等202个, 东城区也在内的202个, ISO、ITU等十余个国际组织: members that stand for many others.

    ``among``: the words 在内的 and the like.
    """
    end = _row_ends(par).get(word.end + 1, word.end)
    if word.kind in ("county", "prefecture"):
        end = EXAMPLES_GO_ON.match(par.text, end).end()  # type: ignore[union-attr]
        return par.text.startswith("等", end) or among.match(par.text, end) is not None
    counted = bool(par.mentions_in(end + 1, end + 2))
    return word.kind in ("organisation", "body") and par.text.startswith("等", end) and counted


@once
def _row_ends(par: Paragraph) -> dict[int, int]:
    """End of the row of places that goes on with a place, by the start of that place; of those behind 、 or 和."""
    ends: dict[int, int] = {}
    for area in reversed(par.areas):
        if par.text[area.start - 1 : area.start] in tuple("、和与及"):
            ends[area.start] = ends.get(area.end + 1, area.end)
    return ends


def written_parent(par: Paragraph, word: AreaWord) -> str | None:
    """河北 of 河北保定."""
    parent = word.mention.parent if word.mention is not None else None
    return parent if parent is not None and par.text.startswith(parent, word.start) else None


def is_itemised(par: Paragraph, mention: Mention, word: AreaWord) -> bool:
    """产能47万吨（甲市5万吨、乙市20万吨）: a place in brackets after the number that has a number of its own there."""
    opening = par.text.rfind("（", mention.end, word.start)
    if opening < 0 or par.text.find("）", opening, word.start) >= 0:
        return False
    closing = par.text.find("）", word.end)
    return any(word.end <= other.start and (closing < 0 or other.start < closing) for other in par.mentions)
