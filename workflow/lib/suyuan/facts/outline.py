"""The area that a document and each of its paragraphs are about, from title, headings and statements before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from suyuan.document import Document
from suyuan.facts.read_paragraph import TITLE
from suyuan.facts.sites.names import is_sort
from suyuan.facts.state_papers import is_of_the_state
from suyuan.flow import Flow, normalise
from suyuan.places import Gazetteer, PlaceMention
from suyuan.places.groups import NATIONAL, names_of, place_lists
from suyuan.places.records import ADMINISTRATIVE, GEOGRAPHIC
from suyuan.places.tables import package_yaml

DOMINANT = 0.5  # share of all place mentions from which on an untitled document is about that place
LEAD_FLOWS = 8
LEAD_SIGNATURES = 5  # blocks at the head in which the issuing body stands alone
SUBTITLE = re.compile(
    r"[-—]{1,4}(?P<name>(?:基于|来自)[^，。；]{2,40}?(?:调查|数据|证据|分析|研究|考察|检验|样本|案例|实证|比较|经验|视角)|以[^，。；]{2,20}?为例)"
)
STUDY_TITLE = re.compile("^(?:基于|来自)|(?:[:：—-]|^)(?:基于|来自)[^，。]{2,}|以[^，。；]{2,20}?为例")
OF_COUNTRY = re.compile(r"(?:20\d\d年(?:度)?)(?:全国|我国)")  # 2023年全国…报告
AT_LEAST = 6  # place mentions below which nothing is called dominant
SIGNATURE = 40  # characters of a line that names the issuing body
OFFICE = re.compile(
    r"(?:省长|市长|主席|县长|区长|州长|第[一二三四五六七八九十]+届|(?:省|自治区|市|区|县|自治县|州|旗)?(?:高级|中级)?人民(?:法院|检察院))"
)
OWN_WORDS = (
    (("全省", "我省", "全自治区"), ("province",)),
    (("全市", "我市"), ("prefecture", "province")),
    (("全县", "我县", "我区"), ("county",)),
)
OWN_WORDS_AT_LEAST = 5  # times from which on 全省 shows whose document it is


def document_area(
    document: Document, flows: Sequence[Flow], gazetteer: Gazetteer, every: Sequence[Flow] = ()
) -> tuple[str, ...]:
    """The area that the document is about, or nothing.

    ``flows`` are those of the body, ``every`` those of all blocks. Tried in turn: the title; the body or office that
    signs in the first lines (合肥市统计局, 广东省省长); the place that 全省, 我市 of the text can mean; the place that makes
    up most of what is named.
    """
    titles = titles_of(document, flows)
    for title in titles:
        names = area_of_heading(title, gazetteer)
        if names:
            return _own_part(title, flows, gazetteer) if names == (NATIONAL,) else names
    for flow in [flow for flow in (every or flows) if 0 < len(flow.text) <= SIGNATURE][:LEAD_FLOWS]:
        signed = _signed(flow.text, gazetteer)
        if signed:
            return (signed,)
    if is_of_the_state(titles, every or flows, gazetteer):
        return (NATIONAL,)
    counts: Counter[str] = Counter()
    kinds: dict[str, str] = {}
    for flow in flows:
        for mention in gazetteer.find(flow.text):
            if mention.kind in ADMINISTRATIVE or mention.kind == "group":
                counts[mention.name] += 1
                kinds[mention.name] = mention.kind
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    text = "".join(flow.text for flow in flows)
    for words, wanted in OWN_WORDS:
        if sum(text.count(word) for word in words) >= OWN_WORDS_AT_LEAST:
            return tuple(
                n for n in ranked if kinds[n] in wanted and not _in_passing(n, counts[n], text, gazetteer)
            )[:1]
    total = sum(counts.values())
    if not _is_report(titles, text):
        return ()
    if any(title.startswith(("全国", "我国")) or OF_COUNTRY.search(title) for title in titles):
        return (NATIONAL,)
    if total >= AT_LEAST and (
        counts[ranked[0]] >= DOMINANT * total or (ranked[0] == NATIONAL and counts[NATIONAL] >= total / 4)
    ):
        return (ranked[0],)
    return ()


def _in_passing(name: str, times: int, text: str, gazetteer: Gazetteer) -> bool:
    """A county that a text on a province or the country (全省, 全国) names once and not in full."""
    place = gazetteer.places.get(name)
    if times > 1 or (place is not None and (place.kind != "county" or place.full_name in text)):
        return False
    return "全省" in text or "全国" in text


def _own_part(title: str, flows: Sequence[Flow], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The province, city or county beside the country in a title, where the text says 全市 of it; else the country."""
    parts = [m for m in gazetteer.find(title) if m.kind in ADMINISTRATIVE and m.name != NATIONAL]
    text = "".join(flow.text for flow in flows) if parts else ""
    for part in parts:
        wanted = next((words for words, kinds in OWN_WORDS if part.kind in kinds), ())
        if any(word in text for word in wanted):
            return (part.name,)
    return (NATIONAL,)


def _is_report(titles: Sequence[str], text: str) -> bool:
    """A report on a place, by its title or by the words of a communiqué."""
    table = package_yaml("area_groups.yaml")
    if any(word in title for title in titles for word in table["report_titles"]):
        return True
    return bool(sum(text.count(word) for word in table["report_words"]) >= table["report_words_at_least"])


def _signed(line: str, gazetteer: Gazetteer) -> str | None:
    """Place of the organ or office that a short line names."""
    for mention in gazetteer.find(line):
        if mention.organ and mention.seat:
            return mention.seat
        if mention.kind in ADMINISTRATIVE and OFFICE.match(line, mention.end):
            return mention.name
    return None


def area_of_heading(text: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Places that a title or heading names; those in 《》 are other documents, a body's place counts."""
    named = TITLE.match(text)  # a title that is itself in 《》
    plain = text[1:] if named is not None else text
    plain = TITLE.sub(lambda match: "　" * len(match.group()), plain)
    found: list[PlaceMention] = [m for m in gazetteer.find(plain) if m.kind in GEOGRAPHIC]
    if not found:
        bodies = [m for m in gazetteer.find(plain) if m.kind == "body" and m.seat]
        seats = [m.seat for m in bodies if m.seat and (m.organ or _is_sort_of(m, plain))]  # 甲市|三级医院
        return (seats[0],) if seats else ()
    return names_of(place_lists(plain, found)[0], gazetteer)


def _is_sort_of(body: PlaceMention, text: str) -> bool:
    """泰州市|县级综合医院: a sort of houses of the place before it, no house."""
    name = text[body.start : body.end]
    return not body.known and "某" not in name and is_sort(name)


def area_in_section(section: Sequence[str], titles: Sequence[str], own: tuple[str, ...]) -> tuple[str, ...]:
    """The area of the document as far as it holds in a section: of a study of one place (基于某省的调查, 以某县为例) not where it
    speaks of others' work, of its instruments or of what should be done."""
    if not own or not section or not any(STUDY_TITLE.search(title) for title in titles):
        return own
    words = package_yaml("area_groups.yaml")["sections_of_no_place"]
    return () if any(word in section[-1] for word in words) else own


def heading_area(section: Sequence[str], gazetteer: Gazetteer, own: Sequence[str] = ()) -> tuple[str, ...]:
    """Area of the nearest heading that names one; in a document about one place (``own``) none that reaches beyond it.

    深化京津冀协同发展 in a report on Beijing is a subject: what it counts are figures of Beijing.
    """
    for heading in reversed(section):
        names = area_of_heading("".join(map(normalise, heading)), gazetteer)
        if names and not (len(own) == 1 and goes_beyond(names, own[0], gazetteer)):
            return names
    return ()


def goes_beyond(names: Sequence[str], own: str, gazetteer: Gazetteer) -> bool:
    """Whether some of the places lie outside the province, city or county ``own``; nothing is outside the country."""
    place = gazetteer.places.get(own)
    if place is None or place.kind not in ADMINISTRATIVE or own == NATIONAL:
        return False
    return not all(_inside(name, own, gazetteer) for name in names)


def _inside(name: str, whole: str, gazetteer: Gazetteer) -> bool:
    """Whether a place lies inside another, or is it; a group does if all its members do. An unknown place may."""
    place = gazetteer.places.get(name)
    if name == whole or place is None:
        return True
    if place.members:
        return all(_inside(member, whole, gazetteer) for member in place.members)
    return place.parent is not None and place.parent != NATIONAL and _inside(place.parent, whole, gazetteer)


def titles_of(document: Document, flows: Sequence[Flow]) -> list[str]:
    """Titles of a document in normal form: that of its card or metadata, then the title blocks at its head."""
    titles = ["".join(normalise(c) for c in document.title)] if document.title else []
    titles += [flow.text for flow in flows[:LEAD_FLOWS] if flow.block.kind == "title"]
    return [*titles, *filter(None, (_subtitle(flow.text) for flow in flows[:LEAD_SIGNATURES]))]


def _subtitle(line: str) -> str | None:
    """基于某省9县教师的问卷调查, of a line --基于…, which may go on with the authors."""
    match = SUBTITLE.match(line)
    return match.group("name") if match is not None else None
