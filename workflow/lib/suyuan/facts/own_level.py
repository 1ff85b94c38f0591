"""The place of an office's account that never names it: 全市小微企业…调查报告, 区委编办、区司法局联合课题组.

Readers put the word itself in the column: 全市, 全区.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from suyuan.facts.area_record import Area
from suyuan.facts.paragraph import Paragraph
from suyuan.flow import Flow
from suyuan.language import any_of, language_table
from suyuan.places import Gazetteer
from suyuan.places.records import Place, PlaceKind
from suyuan.places.trie import with_more_words

HEAD = 6  # flows at the head in which the office stands in a line of its own
SIGNATURE = 40  # characters of that line
NAMED_AT_HEAD = 4  # flows in which a name of the place would stand
NAMED_AT_MOST = 1  # places of the same level that the rest may name
AT_LEAST = 2  # times that a text without title and office of a level must say its word
LEVELS: dict[str, tuple[str, tuple[PlaceKind, ...]]] = {
    "全省": ("省", ("province",)),
    "全自治区": ("自治区", ("province",)),
    "全市": ("市", ("prefecture", "province")),
    "全州": ("州", ("prefecture",)),
    "全区": ("区", ("county", "zone")),
    "全县": ("县", ("county",)),
    "全旗": ("旗", ("county",)),
    "全镇": ("镇", ("county",)),
    "全乡": ("乡", ("county",)),
}
OURS = ("我", "本")


def with_own_level(
    gazetteer: Gazetteer, titles: Sequence[str], flows: Sequence[Flow]
) -> tuple[tuple[str, ...], Gazetteer]:
    """The word for the whole place that a document without any name of it is about, with the gazetteer that knows the word;
    () and the gazetteer as it was where there is none, where a place of that level is named, or the title says 我市.

    Tried in turn: the title, the office that signs (区委编办), the word that the text says most. ``flows``: all of its blocks.
    """
    lines = [flow.text for flow in flows if flow.text]
    level = _level(titles, lines)
    if level is None or any(our + level[-1] in title for our in OURS for title in titles):
        return (), gazetteer
    ending, kinds = LEVELS[level]
    named = [
        {m.name for m in gazetteer.find(line) if m.kind in kinds or (m.kind == "county" and "市" in ending)}
        for line in lines
    ]
    if any(named[:NAMED_AT_HEAD]) or len(set().union(*named)) > NAMED_AT_MOST:
        return (), gazetteer
    place = Place(level, level, kinds[0], aliases=tuple(our + level[1:] for our in OURS))
    longer = {match.group() for line in lines for match in _longer((level, *place.aliases)).finditer(line)}
    return (level,), _with_traps(gazetteer.with_places([place]), sorted(longer))


def of_own_level(par: Paragraph, places: Sequence[Area], own: Sequence[str]) -> list[Area]:
    """The areas of the quantities of a paragraph without the document's own level where the subject is of another one
    (全省共有学校800所 in a document of 全市), or only sounds like it (全市场规模). ``own``: the area of the document."""
    if len(own) != 1 or own[0] not in LEVELS:
        return list(places)
    return [
        Area(rule="of_another_level")
        if area.names == tuple(own) and _of_another(par, m.start, own[0])
        else area
        for area, m in zip(places, par.mentions, strict=True)
    ]


def _of_another(par: Paragraph, at: int, own: str) -> bool:
    """The last level that opens a clause of the sentence before ``at`` is another than ``own``."""
    start = par.sentences[par.sentence_at(at)].start
    last = max((m for m in _opening().finditer(par.text, start, at)), key=lambda m: m.end(), default=None)
    if last is None:
        return False
    named = par.text.find(own, last.end(), at) >= 0
    return not named and (
        last["level"] != own or last["more"] in language_table("account_words.yaml")["level_of_nowhere"]
    )


def _with_traps(gazetteer: Gazetteer, words: Sequence[str]) -> Gazetteer:
    """The gazetteer with words that hold one of its spellings and name no place: 全市|场."""
    new = {word: None for word in words if word not in gazetteer.spellings}
    return replace(
        gazetteer,
        spellings={**gazetteer.spellings, **new},
        pattern=with_more_words(gazetteer.pattern, new),
    )


def _longer(words: Iterable[str]) -> re.Pattern[str]:
    """全市场, 全区域: longer words that begin like one of ``words``."""
    return re.compile(f"{any_of(words)}{_more()}")


@cache
def _going_on() -> re.Pattern[str]:
    return _longer(LEVELS)


@cache
def _more() -> str:
    """What makes a longer word of a level."""
    table: dict[str, str] = language_table("account_words.yaml")["level_goes_on"]
    return "(?:" + "|".join(f"{more}(?![{other}])" for more, other in table.items()) + ")"


@cache
def _opening() -> re.Pattern[str]:
    """全省共有 at the head of a clause, with what makes a longer word of it; not 全省第二, 全省平均."""
    compared = any_of(language_table("account_words.yaml")["level_compared"])
    head = "(?:(?<![^，。；：（])|(?<=年)|(?<=年[末底])|(?<=目前))"
    return re.compile(f"{head}(?P<level>{any_of(LEVELS)})(?P<more>{_more()})?(?!{compared})")


def _level(titles: Sequence[str], lines: Sequence[str]) -> str | None:
    """全市, 全区 …: the word of the level that a document speaks of."""
    for title in titles:
        title = _going_on().sub("", title)
        found = next((word for word in LEVELS if word in title), None)
        if found:
            return found
    text = "".join(_going_on().sub("", line) for line in lines)
    for line in [line for line in lines if len(line) <= SIGNATURE][:HEAD]:
        office = _office().match(line)
        if office and f"全{office['level']}" in text:
            return f"全{office['level']}"
    for line in lines[:HEAD]:
        level = next((f"全{m['level']}" for m in _office().finditer(line) if _is_word(line, m.start())), None)
        if level and level in line:
            return level
    told = Counter({word: text.count(word) for word in LEVELS})
    (first, most), (_, next_most) = told.most_common(2)
    return first if most >= AT_LEAST and next_most == 0 else None


def _is_word(line: str, at: int) -> bool:
    """区住建局 after a mark, not in the name of a place: 某某|区住建局."""
    return at == 0 or line[at - 1] in "，。；：、（“"


@cache
def _office() -> re.Pattern[str]:
    """区委编办, 市统计局, 县人民法院 at the head of a line."""
    words = language_table("account_words.yaml")
    levels = any_of(ending for ending, _ in LEVELS.values())
    return re.compile(
        rf"[（]?(?:{any_of(words['before_office'])}[:：]?)?(?P<level>{levels})"
        rf"(?:{any_of(words['organs'])}|[一-龥、]{{2,14}}?{any_of(words['offices'])})"
    )
