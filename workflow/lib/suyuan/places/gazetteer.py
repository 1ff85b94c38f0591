"""Gazetteer: finds places and bodies in a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from suyuan.places.bodies import body_spans, body_words
from suyuan.places.counties_found import with_counties
from suyuan.places.english_names import EnglishNames, english_names
from suyuan.places.inside_words import belongs_to_a_word
from suyuan.places.longer_names import in_longer_name
from suyuan.places.records import ADMINISTRATIVE, GEOGRAPHIC, Place, PlaceMention
from suyuan.places.regions_by_ending import regions_by_ending
from suyuan.places.tables import load_places, place_words
from suyuan.places.trie import WordPattern, longest_match, with_more_words
from suyuan.places.unlisted import units_below, with_withheld

SEATS = ADMINISTRATIVE | {"group", "organisation"}  # kinds that a body may be an organ of
DEFINITION = re.compile(
    r"[（(](?:以下|下文)?(?:统一)?(?:简称|合称|统称)(?:为)?[“\"「](?P<name>[一-龥]{2,8})[”\"」][）)]"
)
LIST_LINKS = ("、", "和", "与", "及", "以及", "，")
LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True)
class Gazetteer:
    """Places by name and by spelling, with the scanner over all spellings."""

    places: dict[str, Place] = field(repr=False)
    spellings: dict[str, Place | None] = field(repr=False)  # None: a trap that is consumed and gives nothing
    pattern: WordPattern = field(repr=False)

    @classmethod
    def load(cls, extra: Path | None = None) -> Gazetteer:
        """Gazetteer of the package with the subject's entries of ``extra`` (config/areas.csv).

        Raises ValueError with file and line where the table is wrong, FileNotFoundError where it is absent.
        """
        return cls.of(load_places(extra))

    @classmethod
    def of(cls, places: Iterable[Place]) -> Gazetteer:
        """Gazetteer of the given places."""
        by_name = {place.name: place for place in places}
        spellings: dict[str, Place | None] = {trap: None for trap in place_words().not_places}
        _spell(spellings, by_name.values(), by_name)
        return cls(by_name, spellings, longest_match(spellings))

    def with_places(self, more: Sequence[Place]) -> Gazetteer:
        """This gazetteer with more places, whose spellings are read where it has none of its own."""
        if not more:
            return self
        by_name = self.places | {place.name: place for place in more}
        if any(place.name in self.places for place in more):
            return Gazetteer.of(by_name.values())
        spellings = dict(self.spellings)
        _spell(spellings, more, by_name)
        new = [spelling for spelling in spellings if spelling not in self.spellings]
        return Gazetteer(by_name, spellings, with_more_words(self.pattern, new) if new else self.pattern)

    @cached_property
    def in_english(self) -> EnglishNames:
        return english_names(self.places.values())

    def with_definitions(self, texts: Iterable[str]) -> Gazetteer:
        """This gazetteer with the short names that the texts define: …通州区、…武清区、…廊坊市（简称“通武廊”）.

        A defined name of one place is another spelling of it, of several a group; known spellings stay what they are.
        """
        known = set(self.spellings)
        more: list[Place] = []
        for text in texts:
            for match in DEFINITION.finditer(text):
                name = match.group("name")
                run = self._run_before(text, match.start())
                if not run or (name in known and not (len(run) > 1 and self._unlisted_group(name))):
                    continue
                known.add(name)
                if len(run) == 1 and run[0].name in self.places:
                    place = self.places[run[0].name]
                    more.append(replace(place, aliases=(*place.aliases, name)))
                elif len(run) > 1:
                    more.append(Place(name, name, "group", members=tuple(m.name for m in run)))
        return self.with_places(more) if more else self

    def _unlisted_group(self, name: str) -> bool:
        """A part of the country in the tables without its members (苏锡常), which a text may give."""
        place = self.places.get(name)
        return place is not None and place.kind == "region" and not place.members

    def _run_before(self, text: str, end: int) -> list[PlaceMention]:
        """The list of places that ends at a position: 北京市通州区、天津市武清区和河北省廊坊市."""
        start = max(0, end - 60)
        found = self.find(text[start:end])
        run: list[PlaceMention] = []
        at = end - start
        for mention in reversed(found):
            between = text[start + mention.end : start + at]
            if between and (at == end - start or between not in LIST_LINKS):
                break
            run.insert(0, mention)
            at = mention.start
        return run

    def find(self, text: str) -> list[PlaceMention]:
        """Places and bodies in ``text`` in order of position, longest match, without overlaps.

        A place inside the name of a body (河北 in 河北工业大学) is part of the body; a unit right after the one it
        belongs to (北京市通州区) is one mention of the smaller one.
        """
        matches = list(self._spelled(text))
        named = [*regions_by_ending(text, self.spellings), *self._named(text, matches)]
        named += _abbreviated(text, self.places, [match.span() for match in matches])
        named = _without_overlaps(sorted(named, key=lambda m: (m.start, -m.end)))
        named = self._join_paths(with_counties(text, self._join_paths(named)))
        named = with_withheld(text, units_below(text, named))
        return self._with_bodies(text, named)

    def expand(self, names: Iterable[str]) -> tuple[str, ...]:
        """Names with groups replaced by their members, each once, in order."""
        out: dict[str, None] = {}
        for name in names:
            place = self.places.get(name)
            for member in place.members if place is not None and place.members else (name,):
                out.setdefault(member)
        return tuple(out)

    def group_of(self, members: Iterable[str]) -> str | None:
        """Name of the group that has exactly these members, the first of the table, or None."""
        wanted = frozenset(members)
        for place in self.places.values():
            if place.members and frozenset(place.members) == wanted:
                return place.name
        return None

    def traps(self, text: str) -> Iterator[re.Match[str]]:
        """Strings that hold a place name but are none: 全国重点, 世界级."""
        return (match for match in self.pattern.finditer(text) if self.spellings[match.group()] is None)

    def _spelled(self, text: str) -> Iterator[re.Match[str]]:
        """Where a spelling stands; not where it begins inside a word (美丽江苏 holds no 丽江, and 江苏)."""
        at = 0
        while (match := self.pattern.search(text, at)) is not None:
            place = self.spellings[match.group()]
            if place is not None and belongs_to_a_word(text, match.start(), match.end(), place):
                shorter = self.pattern.match(text, match.start(), match.end() - 1)  # 上海|医药制造业
                if shorter is None or place.kind not in ("body", "county"):
                    at = match.start() + 1
                    continue
                match = shorter
            yield match
            at = match.end()

    def _named(self, text: str, matches: Iterable[re.Match[str]]) -> Iterable[PlaceMention]:
        for match in matches:
            place = self.spellings[match.group()]
            if place is None or _inside_latin(text, match.start(), match.end()):
                continue
            if (
                place.kind == "body"
                and match.group()[-1] == "部"
                and text[match.end() : match.end() + 1] == "门"
            ):
                continue  # 教育部门 is no ministry
            if place.kind in GEOGRAPHIC and in_longer_name(text, match.start(), match.end()):
                continue
            yield _mention(place, match.start(), match.end())

    def _join_paths(self, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """北京市通州区, 河北保定, 河北省香河县: the smaller unit, beginning where its superior begins."""
        joined: list[PlaceMention] = []
        for mention in mentions:
            before = joined[-1] if joined else None
            if before is not None and before.end == mention.start and before.name in self._superiors(mention):
                joined[-1] = replace(mention, start=before.start)
            else:
                joined.append(mention)
        return joined

    def _superiors(self, mention: PlaceMention) -> tuple[str | None, ...]:
        parent = self.places.get(mention.parent or "")
        return (mention.parent, parent.parent if parent is not None and parent.parent != "中国" else None)

    def _with_bodies(self, text: str, named: list[PlaceMention]) -> list[PlaceMention]:
        bodies = []
        for start, end, ending in body_spans(text):
            # known names on the way shorten the walk to the left: 国务院、北京市财政局 stays two
            inside = [m for m in named if m.start < end and start < m.end]
            if any(m.kind in ("body", "scheme") and m.start <= start and m.end >= end for m in inside):
                continue
            for known in inside:
                if (
                    known.kind == "body" and known.end < end
                ):  # 国务院批准广西银行: a body ends the walk to the left
                    start = max(start, known.end)
            if inside and inside[0].start < start < inside[0].end:
                start = inside[0].start
            inside = [m for m in inside if m.start >= start]
            if end - start <= len(ending):
                continue
            if any(m.kind in SEATS and text.find("某", m.end, end) >= 0 for m in inside):
                continue  # 武汉市|某三甲医院: all that is told is where it is
            seat = next((m.name for m in inside if m.kind in SEATS), None)
            bodies.append(
                PlaceMention(
                    start,
                    end,
                    text[start:end],
                    "body",
                    seat=seat,
                    known=False,
                    organ=seat is not None and ending in body_words().organs,
                )
            )
        outside = [m for m in named if not any(b.start <= m.start and m.end <= b.end for b in bodies)]
        return _without_overlaps(sorted([*outside, *bodies], key=lambda m: (m.start, -m.end)))


def _spell(
    spellings: dict[str, Place | None], places: Collection[Place], by_name: Mapping[str, Place]
) -> None:
    """Add the spellings of ``places`` that there are not yet; ``by_name``: all places."""
    needs_full = place_words().needs_full
    for place in places:
        for spelling in _spellings(place):
            if spelling not in needs_full or place.kind not in ADMINISTRATIVE:
                spellings.setdefault(spelling, place)
    # below a province the bare name counts even if it is an ordinary word: 山东日照
    new = {place.name for place in places}
    for place in by_name.values():
        if place.name not in new and place.parent not in new:
            continue  # is spelled so already
        parent = by_name.get(place.parent or "")
        if parent is not None and any(name in needs_full for name in (place.name, *place.aliases)):
            for prefix in (parent.name, parent.full_name):
                for spelling in _spellings(place):
                    spellings.setdefault(prefix + spelling, place)


def _spellings(place: Place) -> tuple[str, ...]:
    names = dict.fromkeys((place.name, place.full_name, *place.aliases))
    return tuple(name for name in names if place.bare or name != place.name)


def _mention(place: Place, start: int, end: int) -> PlaceMention:
    return PlaceMention(start, end, place.name, place.kind, place.members, place.seat, place.parent)


def _inside_latin(text: str, start: int, end: int) -> bool:
    """ISO in ISOLATE is no organisation."""
    if not LATIN.match(text[start]):
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(LATIN.match(before) or LATIN.match(after))


def _abbreviated(text: str, places: dict[str, Place], taken: list[tuple[int, int]]) -> Iterable[PlaceMention]:
    """Runs of one-character names: 京冀, 沪苏浙皖, 京-冀, 京、津. Each character is one mention."""
    words = place_words()
    for match in words.abbreviated.finditer(text):
        nearest = bisect_left(taken, (match.end(), 0))
        if nearest > 0 and taken[nearest - 1][1] > match.start():
            continue  # a longer name, or a trap
        # one separated pair such as 京、津 stands free on both sides; 东京、津 does not
        before = text[match.start() - 1 : match.start()]
        if before in ("东", "南", "北", "天", "四", "香", "新", "高", "名") and before:
            continue
        for at in range(match.start(), match.end()):
            name = words.abbreviations.get(text[at]) or words.abbreviations_inside.get(text[at])
            if name is not None and name in places:
                yield _mention(places[name], at, at + 1)


def _without_overlaps(mentions: list[PlaceMention]) -> list[PlaceMention]:
    kept: list[PlaceMention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept
