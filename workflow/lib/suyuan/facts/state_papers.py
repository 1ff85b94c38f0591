"""Papers of the state: plans, notices, communiqués and news that its organs issue speak of the country."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.flow import Flow
from suyuan.language import alternatives, any_of
from suyuan.places import Gazetteer, PlaceMention
from suyuan.places.groups import NATIONAL
from suyuan.places.records import GEOGRAPHIC
from suyuan.places.tables import package_yaml

LEAD_FLOWS = 8
LEAD_SIGNATURES = 5  # blocks at the head in which the issuing body stands alone
LAST_FLOWS = 4
NUMBER_WITHIN = 80  # characters of a block whose head is the number of the document
SIGNATURE = 40  # characters of a line that names the issuing body
BRACKETS = re.compile(r"（[^（）]*）")
ISSUER = re.compile(
    r"（[^（）]*）|等[一二三四五六七八九十\d]*个?部门|(?:发文|制定|发布)(?:机关|机构)|发布(?:时间|日期)?|印发|[\d\-年月日\s]"
)


def is_of_the_state(titles: Sequence[str], flows: Sequence[Flow], gazetteer: Gazetteer) -> bool:
    """Whether a document that names no place in its title is a paper of the state, by its number, the line of its issuer or
    its title; or one on a whole trade. ``flows``: all of its blocks."""
    words = package_yaml("area_groups.yaml")["state_papers"]
    body = [flow for flow in flows if flow.text and flow.block.kind not in ("furniture", "advertising")]
    if any(_numbered_by_state(flow.text) for flow in body[:LEAD_FLOWS]):
        return True
    if any(_is_state_body(flow.text, gazetteer) for flow in body[:LEAD_SIGNATURES]):
        return True
    if any(_titled_by_state(title, gazetteer) for title in titles):
        return True
    if _is_on_a_trade(flows):
        return True
    heads = [flow.text for flow in body[:LEAD_FLOWS] if flow.block.kind in ("title", "heading")]
    named = [BRACKETS.sub("", text).rstrip("》") for text in (*titles, *heads)]
    if not any(text.endswith(tuple(words["titles"])) for text in named):
        return False
    lines = [flow.text for flow in (*body[:LEAD_FLOWS], *body[-LAST_FLOWS:]) if len(flow.text) <= SIGNATURE]
    return any(_signed_by_state(line, gazetteer) for line in lines)


def is_organ_of_state(mention: PlaceMention) -> bool:
    """国务院, a ministry, a national office; no academy, no university."""
    ends = tuple(package_yaml("area_groups.yaml")["state_papers"]["organs"])
    return (
        mention.kind == "body" and mention.known and mention.seat == NATIONAL and mention.name.endswith(ends)
    )


def _titled_by_state(title: str, gazetteer: Gazetteer) -> bool:
    """国务院办公厅关于…的意见, 水利部：前5个月…, “十四五”国家消防工作规划; not 教育部关于同意设立…的批复, 国家公园…, nor a title
    that names a place (also in 《》)."""
    if any(mention.kind in GEOGRAPHIC and mention.name != NATIONAL for mention in gazetteer.find(title)):
        return False
    words = package_yaml("area_groups.yaml")["state_papers"]
    plain = BRACKETS.sub("", title)
    if plain.endswith(tuple(words["not_titles"])) or any(word in plain for word in words["not_in_titles"]):
        return False
    if _of_whole_state(_national().match(plain)):
        return True
    office = _national_office().match(plain)
    end = office.end() if office is not None and _of_whole_state(office) else 0
    for mention in gazetteer.find(plain):
        if not is_organ_of_state(mention) or not _joins().fullmatch(plain, end, mention.start):
            break
        end = mention.end
    return end > 0 and _issues().match(plain, end) is not None


def _of_whole_state(match: re.Match[str] | None) -> bool:
    """No body, unit or site stands in the name behind 国家: 国家管网|集团, 国家卫生|县城, 国家南繁育种|基地."""
    if match is None:
        return False
    words = package_yaml("area_groups.yaml")["state_papers"]
    found = re.findall(any_of([*words["no_whole"], *words["whole"]]), match.group())
    return all(word in words["whole"] for word in found)


@cache
def _joins() -> re.Pattern[str]:
    """财政部办公厅|、|税务总局: between two organs at the head of a title."""
    offices = any_of(package_yaml("area_groups.yaml")["state_papers"]["offices"])
    return re.compile(f"(?:{offices}?[、 ，和])?")


@cache
def _national_office() -> re.Pattern[str]:
    """国家邮政局, 全国爱卫办: an office of the state that no table names."""
    words = package_yaml("area_groups.yaml")["state_papers"]
    none, ends = alternatives(words["not_national"]), any_of(words["national_offices"])
    return re.compile(f"(?:国家|全国)(?!{none})[一-龥]{{2,12}}?{ends}(?={_issues().pattern})")


@cache
def _issues() -> re.Pattern[str]:
    """What makes an organ at the head of a title the one that speaks: 综合司关于, 等四部门印发, ："""
    words = package_yaml("area_groups.yaml")["state_papers"]
    rest = r"(?:等[一二三四五六七八九十\d]*个?(?:部门|单位|部委))?"
    return re.compile(f"{any_of(words['offices'])}?{rest}(?:联合)?{any_of(words['issues'])}")


@cache
def _national() -> re.Pattern[str]:
    """“十四五”国家应急体系规划, 国家综合立体交通网规划纲要: 国家 at the head of what the whole state plans or tells."""
    words = package_yaml("area_groups.yaml")["state_papers"]
    years = r"(?:“[一二三四五六七八九十]{2,3}”(?:时期)?|\d{4}(?:[-—]\d{4})?年度?)?"
    return re.compile(
        rf"{years}国家(?!{alternatives(words['not_national'])})[一-龥、“”]{{2,24}}{any_of(words['titles'] + words['reports'])}$"
    )


def _is_on_a_trade(flows: Sequence[Flow]) -> bool:
    """证券研究报告|行业深度: a line at the head says that the paper is on a whole trade."""
    words = package_yaml("area_groups.yaml")["papers_of_trades"]
    lines = [flow.text for flow in flows if 0 < len(flow.text) <= SIGNATURE][:LEAD_SIGNATURES]
    return any(word in line for line in lines for word in words)


def _numbered_by_state(line: str) -> bool:
    """国发〔2015〕8号 at the head of a notice, as its own number and not in the brackets of one that it cites."""
    numbers = "|".join(package_yaml("area_groups.yaml")["state_papers"]["numbers"])
    plain = BRACKETS.sub("", line[:NUMBER_WITHIN])
    return re.search(rf"(?:^|的通知|的意见|的决定)(?:{numbers})[〔\[]\d{{4}}[〕\]]\d+号", plain) is not None


def _is_state_body(line: str, gazetteer: Gazetteer) -> bool:
    """A line that is the name of one organ of the state: it issues what follows."""
    if len(line) > SIGNATURE:
        return False
    found = gazetteer.find(line)
    return (
        len(found) == 1
        and found[0].known
        and found[0].seat == NATIONAL
        and found[0].end - found[0].start == len(line)
    )


def _signed_by_state(line: str, gazetteer: Gazetteer) -> bool:
    """The line holds nothing but organs of the state: 中共中央 国务院, 某部等四部门, a row 发文机关."""
    found = gazetteer.find(line)
    state = [m for m in found if m.kind == "body" and m.known and m.seat == NATIONAL]
    said = sum(m.end - m.start for m in state)
    return bool(state) and len(state) == len(found) and 2 * said >= len(ISSUER.sub("", line))


def is_label(par: Paragraph, word: AreaWord) -> bool:
    """交通运输部：|新增里程12万公里: an organ of the state at the head of a sentence, with a colon: it tells what follows."""
    if not par.text.startswith("：", word.end) or word.mention is None or not is_organ_of_state(word.mention):
        return False
    return not par.text[par.sentences[par.sentence_at(word.start)].start : word.start].strip("。；（）")


def tells_of_country(par: Paragraph, word: AreaWord, number: int) -> bool:
    """The organ tells a figure of the country to the end of its sentence, not one of itself (财政部：部机关招录32人) or of
    one firm."""
    aside = any_of(package_yaml("area_groups.yaml")["state_papers"]["not_of_country"])
    return is_label(par, word) and re.search(aside, par.text[word.end : number]) is None
