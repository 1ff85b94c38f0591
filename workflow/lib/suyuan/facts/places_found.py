"""The places, bodies and group words that a text names, for the paragraph that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from suyuan.facts.paragraph import LINKS, AreaWord
from suyuan.facts.run_together import end_of_houses
from suyuan.gated import gated
from suyuan.places import Gazetteer, GroupContext, PlaceMention, group_words, resolve_group
from suyuan.places.bodies import body_words
from suyuan.places.groups import NATIONAL
from suyuan.places.tables import place_words
from suyuan.places.unlisted import with_facilities
from suyuan.places.unlisted_inside import parts_of

PART_OF_COUNTRY = re.compile("东部|中部|西部")
PARTS_OF_COUNTRY = gated(
    "(?:(?:东部|中部|西部)(?:、|和|与|及))+(?=(?:东部|中部|西部|东北)地区)", ["东部", "中部", "西部"]
)
ROW_OF_PARTS = re.compile(
    r"(?:东部?、中部?(?:、|和|与|及|以及)西部?)"
    r"(?=地区|城市|省|各|农村|样本|企业|三|的|分别|平均|占|依次|为|，|[^，。；：]{1,16}(?:分别|依次))"
)
PART_ALONE = re.compile(
    r"(?:东部|中部|西部)(?=省会|城市|省份?|省市|各省|\d+个?省|农村|样本|县域|占比|分别|平均|最|是|未|和|与|、|的|为|则|仅|不|也|依次|较|比|高|低)"
)
LANDSCAPE = re.compile("平原|盆地|丘陵|高原|山区|黑土区|流域|城市群|都市圈")
PART_APART = re.compile(
    "(?:东部|中部|西部)(?!地区|平原|山区|丘陵|高原|盆地|大开发|陆海|战区|沿海|[及、和与]?[南北]部|边[境陲缘])"
)
BEFORE_PART = "年月、和与及对在于比而是分为将，"
AFFILIATION = re.compile(r"（[^（）]*\d{6}[^（）]*）")  # of authors, with the postcode
SENTENCE_HEAD = re.compile(r"[。！？；][”’]?(?:该|本)?")


def area_words(text: str, gazetteer: Gazetteer, context: GroupContext) -> list[AreaWord]:
    """Places, bodies and resolved group words of a text in order, without overlaps."""
    found = [
        AreaWord(m.start, m.end, _names(m), m.kind, m) for m in with_facilities(text, gazetteer.find(text))
    ]
    if len(context.own_area) == 1:
        found = [_as_own(word, context.own_area[0]) for word in found]
    found.extend(_parts_of_country(text, found))
    if context.own_area in ((), (NATIONAL,)) and "部" in text:
        parts = list(_parts_alone(text))
        found = [
            a for a in found if not any(a.start < part.end and part.start < a.end for part in parts)
        ] + parts
    outside = [match.span() for match in AFFILIATION.finditer(text)] if "（" in text else []
    if houses := end_of_houses(text):
        outside.append((-1, houses + 1))
    found = [a for a in found if not any(low < a.start and a.end < high for low, high in outside)]
    known = [area.mention for area in found if area.mention is not None]
    for part in parts_of(text, context.own_area, known, gazetteer):
        if not any(area.start < part.end and part.start < area.end for area in found):
            found.append(AreaWord(*part))
    grouped = list(group_words(text))
    taken = [(area.start, area.end) for area in found]
    taken += [match.span() for match in gazetteer.traps(text)] if grouped else []
    for match in grouped:
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        if _ends_list(text, match, found, gazetteer):
            continue
        names = resolve_group(text, match.start(), context)
        if names:
            found.append(AreaWord(match.start(), match.end(), names, "anaphor"))
    found.extend(_bodies_named_again(text, found))
    return sorted(found, key=lambda area: area.start)


def _as_own(word: AreaWord, own: str) -> AreaWord:
    """东北平原 in a paper on 东北: the same, by its landscape."""
    if (
        word.kind == "region"
        and word.names[0] != own
        and LANDSCAPE.fullmatch(word.names[0].removeprefix(own))
    ):
        return replace(word, names=(own,))
    return word


def _parts_of_country(text: str, found: Sequence[AreaWord]) -> list[AreaWord]:
    """东部、中部|、西部地区: parts of the country that leave 地区 to the last of them."""
    return [
        AreaWord(part.start(), part.end(), (part.group() + "地区",), "group")
        for row in PARTS_OF_COUNTRY.finditer(text)
        for part in PART_OF_COUNTRY.finditer(text, row.start(), row.end())
        if not any(area.start < part.end() and part.start() < area.end for area in found)
    ]


def _parts_alone(text: str) -> Iterator[AreaWord]:
    """东、中、西部|城市, 东部|城市, 西部|最低: parts of the country without the word 地区."""
    rows = [match.span() for match in ROW_OF_PARTS.finditer(text)]
    against = len({match.group() for match in PART_APART.finditer(text)}) > 1 or "分区域" in text
    for low, high in rows:
        for at in range(low, high):
            if text[at] in "东中西":
                ending = next((e for e in ("部地区", "部") if text.startswith(e, at + 1)), "")
                yield AreaWord(at, at + 1 + len(ending), (text[at] + "部地区",), "group")
    for match in (PART_APART if against else PART_ALONE).finditer(text):
        start = match.start()
        before = text[start - 1 : start]
        apart = not "\u4e00" <= before <= "\u9fff" or before in BEFORE_PART or text.endswith("其中", 0, start)
        if apart and not any(low <= start < high for low, high in rows):
            yield AreaWord(start, match.end(), (match.group() + "地区",), "group")


def _ends_list(text: str, match: re.Match[str], found: Sequence[AreaWord], gazetteer: Gazetteer) -> bool:
    """甲、乙、丙|三省: the group word only counts the list right before it."""
    at, names = match.start(), list[str]()
    for area in reversed(found):
        if area.end <= at and text[area.end : at] in ("", *LINKS) and (names or area.end == at):
            names += area.names
            at = area.start
    return len(names) > 1 and len(names) == place_words().group_words.get(match.group())


def _names(mention: PlaceMention) -> tuple[str, ...]:
    """Of a facility that no table names both its place and itself: 合肥, 合肥新桥机场."""
    if mention.kind == "zone" and not mention.known and mention.parent is not None:
        return mention.parent, mention.name
    return (mention.name,)


def beside_categories(
    text: str, found: Sequence[AreaWord], gazetteer: Gazetteer, categories: Sequence[str]
) -> list[AreaWord]:
    """京津冀|区域协同地方标准, not 京津冀区域|协同地方标准: a place without the ending that begins the word of a category."""
    spans: dict[int, list[tuple[int, int, int]]] = {}  # by start, in the order of the categories
    for number, word in enumerate(categories):
        for match in re.finditer(re.escape(word), text) if word in text else ():
            spans.setdefault(match.start(), []).append((number, *match.span()))
    if not spans:
        return list(found)
    out = []
    for area in found:
        inside = [span for at in range(area.start + 1, area.end) for span in spans.get(at, ())]
        for _, start, end in sorted(inside):
            if area.mention is None or not area.start < start < area.end < end:
                continue
            shorter = gazetteer.spellings.get(text[area.start : start])
            if shorter is not None and (shorter.name,) == area.names:
                area = replace(area, end=start, mention=replace(area.mention, end=start))
        out.append(area)
    return out


def _bodies_named_again(text: str, found: Sequence[AreaWord]) -> list[AreaWord]:
    """A body at the head of a sentence by its last word alone: 澄湖水务集团…。集团有职工300人."""
    bodies = [area for area in found if area.kind == "body" and area.mention is not None]
    again: list[AreaWord] = []
    for match in SENTENCE_HEAD.finditer(text) if bodies else ():
        ending = body_words().ending.match(text, match.end())
        if ending is None or any(area.start <= match.end() < area.end for area in found):
            continue
        named = [
            b for b in bodies if b.end <= match.start() + 1 and text.endswith(ending.group(), b.start, b.end)
        ]
        if named and named[-1].mention is not None:
            mention = replace(named[-1].mention, start=match.end(), end=ending.end())
            again.append(AreaWord(match.end(), ending.end(), named[-1].names, "body", mention))
    return again
