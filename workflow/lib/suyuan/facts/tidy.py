"""A measure without the places that the area of the number says already."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from functools import cache

from suyuan.facts.magnitudes import names_magnitude
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import Column
from suyuan.gated import gated
from suyuan.language import any_of
from suyuan.places.records import GEOGRAPHIC
from suyuan.places.tables import package_yaml
from suyuan.quantities.mention import Mention

REGION = "区域"
PLACES_COUNTED = re.compile(
    "^[两二三四五六七八九十](?:省区市|省市|省区|[省市区县州地国])(?=[一-龥]{4})"
)  # 甲、乙|两省|出口增速
SPENT_ON = gated(
    "(?:用于|用在|投向)(?P<what>[一-龥]{2,10}?)(?:方面)?的?(?=支出|投入|资金|经费|投资)",
    ["用于", "用在", "投向"],
)
ARTICLE = gated(
    "^第[零〇一二三四五六七八九十百千0-9]+条(?:之[一二三四五六七八九十]+)?(?=[一-龥]{2})", ["条"]
)  # before the first words of an article: 第十四条|委员名额
# 甲|市|水务公司投资, told of 甲; 市 of 市区, 市场, 市政府 begins a word, and so does 全国 of 全国性企业
UNIT = "(?:[省市县](?![区级内外辖场域属直值价容民政府委长道城情里]))?(?!级|性|区[^域])"
SHORTEST = 4  # characters that must be left of a measure
SHORTEST_MAGNITUDE = 3  # and of one whose end says what it is


def plain(column: Column) -> Column:
    """财政用于教育的支出: 财政教育支出; what a sum is for stands before it in the name of a column. The number of the article
    that a clause opens with is no part of it."""
    if column.measure is None:
        return column
    measure, stem = _plain(column.measure), column.stem and _plain(column.stem)
    unchanged = (measure, stem) == (column.measure, column.stem)
    return column if unchanged else replace(column, measure=measure, stem=stem)


def _plain(name: str) -> str:
    return SPENT_ON.sub(r"\g<what>", ARTICLE.sub("", name))


def without_company(measure: str | None, body: str | None, area: Collection[str]) -> str | None:
    """公司|营收, 公司拥有|产能: of an area that is the one body, its word leaves the measure (公司债 stays)."""
    if measure is None or body is None or tuple(area) != (body,):
        return measure
    return _own().sub("", measure)


@cache
def _own() -> re.Pattern[str]:
    words = package_yaml("area_groups.yaml")["own_company"]
    names, others = any_of(words["names"]), any_of(words["not_before"])
    return re.compile(f"^{names}(?:拥有|所有)?的?(?!{others})(?=[一-龥A-Za-z]{{2,}})")


def without_area(measure: str | None, par: Paragraph, mention: Mention, area: Collection[str]) -> str | None:
    """合力制定的|京津冀|区域协同地方标准数量, of an ``area`` that is 京津冀: the place leaves the measure.

    Only at the head of the measure or after a 的, where the place is an attribute; after a preposition, in titles and in
    the whole of a share it stays.
    """
    if measure is None or not area:
        return measure
    sentence = par.sentences[par.sentence_at(mention.start)]
    at = par.text.rfind(measure, sentence.start, mention.start)
    if at > 0 and any(word.end == at for word in par.areas_in(sentence.start, sentence.end)):
        measure = PLACES_COUNTED.sub("", measure)
    for word in par.areas_in(sentence.start, sentence.end):
        if word.kind not in (*GEOGRAPHIC, "organisation", "anaphor") or not set(word.names) <= set(area):
            continue
        written = par.text[word.start : word.end]
        if word.names[0] + REGION == written:
            written = word.names[0]  # 京津冀|区域协同标准
        if written not in measure:
            continue
        left = measure.removeprefix(written).removeprefix("的")
        if len(left) == SHORTEST_MAGNITUDE and left != measure and names_magnitude(left):
            measure = left  # 东盟|贸易额
        measure = re.sub(
            rf"(?:^|(?<=的)){re.escape(written)}{UNIT}的?(?=[一-龥]{{{SHORTEST},}})", "", measure
        )
    return measure
