"""Who acts: the places, bodies and persons at the head of the clause of a verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from suyuan.acts.words import ActWords
from suyuan.places import Gazetteer, GroupContext, PlaceMention, group_words, resolve_group
from suyuan.time.expression import TimeExpression

BODIES = frozenset({"body", "organisation"})
GROUP_HEAD = re.compile("^[\\u4e00-\\u9fff]{2,4}(?=[两三四五六][地省市区县])")
ADVERBIAL = re.compile(
    "在[^，。；]{1,30}?(?:领域|方面|下|上|中|期间|层面|框架内|基础上)|(?:就|围绕|针对|对|将|把)[^，。；]{2,60}$"
)
AT_MEETING = re.compile("[^，。；]{0,8}会议?上")
ORDINAL = re.compile(r"第[一二三四五六七八九十\d]+届$")
ORDINAL_REACH = 8
AGENT_REACH = 6  # light words between an agent and its verb


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in a flow who can act. ``names`` are short names of places, or a body or person as written."""

    start: int
    end: int
    names: tuple[str, ...]
    areas: tuple[str, ...]  # places that it stands for
    national: bool = False
    kind: str = "body"


@dataclass(frozen=True, slots=True)
class ActorFinder:
    """Finds actors; ``persons`` are names that the document gives with an office."""

    gazetteer: Gazetteer
    words: ActWords
    persons: tuple[str, ...] = field(default=())

    def find(self, text: str, context: GroupContext) -> list[Actor]:
        """Actors in ``text``, in order, without overlap. The country itself is none."""
        mentions = self.gazetteer.find(text)
        actors = [*self._persons(text), *self._patterns(text)]
        actors += self._mentions(text, mentions, context)
        actors += self._departments(text, actors, context)
        actors += self._groups(text, {mention.end for mention in mentions if mention.members}, context)
        return _apart(actors)

    def _groups(self, text: str, named: set[int], context: GroupContext) -> Iterable[Actor]:
        """三地 as the places it stands for, 三地市场监管部门 as a body; ``named``: ends of groups named before (京津冀三地)."""
        for match in group_words(text):
            areas = self.gazetteer.expand(resolve_group(text, match.start(), context))
            ending = self.words.actor_ending.match(text, match.end())
            if ending:
                yield Actor(match.start(), ending.end(), (text[match.start() : ending.end()],), areas)
            elif len(areas) > 1 and match.start() not in named:
                yield Actor(match.start(), match.end(), areas, areas, kind="place")

    def _persons(self, text: str) -> Iterable[Actor]:
        for name in self.persons:
            for match in re.finditer(re.escape(name), text):
                office = self.words.office.match(text, match.end())
                yield Actor(
                    match.start(), office.end() if office else match.end(), (name,), (), kind="person"
                )

    def _patterns(self, text: str) -> Iterable[Actor]:
        for match in self.words.actor.finditer(text):
            yield Actor(match.start(), match.end(), (match.group(),), ("中国",), True)

    def _departments(self, text: str, others: list[Actor], context: GroupContext) -> list[Actor]:
        """省政府, 自然资源厅: bodies of the area of the document, where no longer name is known."""
        found = []
        for match in self.words.department.finditer(text):
            taken = any(other.start < match.end() and match.start() < other.end for other in others)
            if not taken:
                found.append(Actor(match.start(), match.end(), (match.group(),), context.own_area))
        return found

    def _mentions(self, text: str, mentions: list[PlaceMention], context: GroupContext) -> Iterable[Actor]:
        index = 0
        while index < len(mentions):
            mention = mentions[index]
            start, end = mention.start, mention.end
            following = mentions[index + 1] if index + 1 < len(mentions) else None
            if (
                following
                and following.start == end
                and mention.kind not in BODIES
                and following.kind in BODIES
            ):
                end = following.end  # 京津冀发改委
                index += 1
            ending = self.words.actor_ending.match(text, end)
            if ending:
                end = ending.end()
            index += 1
            as_body = end > mention.end or mention.kind in BODIES
            if mention.kind == "country" and not as_body:
                continue
            seat = mention.seat if mention.kind in BODIES else mention.name
            areas = self.gazetteer.expand((seat,) if seat else resolve_group(text, start, context))
            if as_body:
                name = text[start:end]
                yield Actor(start, end, (GROUP_HEAD.sub("", name),), areas, seat == "中国")
            else:
                names = mention.members or (mention.name,)
                yield Actor(start, end, names, names, kind="place")


def persons_of(texts: Iterable[str], words: ActWords) -> tuple[str, ...]:
    """Names that stand before a title of office somewhere in the document: 习近平总书记."""
    names: dict[str, None] = {}
    for text in texts:
        for match in words.office.finditer(text):
            for length in (3, 2):
                name = text[max(0, match.start() - length) : match.start()]
                if (
                    len(name) == length
                    and name[0] in words.surnames
                    and re.fullmatch("[\\u4e00-\\u9fff]+", name)
                ):
                    names.setdefault(name)
                    break
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def actors_before(
    text: str, verb: int, floor: int, actors: list[Actor], times: list[TimeExpression], words: ActWords
) -> list[Actor]:
    """The actors whose verb begins at ``verb``: a chain joined by 、 和 与 that reaches the verb over light words.

    ``floor``: where the clause begins. Times, and places after a preposition (在北京), are passed over.
    """
    chain: list[Actor] = []
    right = verb
    aside = [m.span() for m in ADVERBIAL.finditer(text, floor, verb) if m.group().startswith("在")]
    for actor in reversed(actors[: bisect_left([actor.start for actor in actors], verb)]):
        if actor.start < floor:
            break
        if any(start < actor.start and actor.end < end for start, end in aside):
            continue
        between = _light(text[actor.end : right], actor.end, times, words)
        if chain:
            if between and not words.joiner.fullmatch(between):
                break
        elif not words.between.fullmatch(between):
            break
        elif (preposition := _preposition(text, actor.start, words)) is not None:
            right = preposition
            continue
        chain.insert(0, actor)
        right = actor.start
    if chain and _preposition(text, chain[0].start, words) is not None:
        return []
    return chain


def _preposition(text: str, at: int, words: ActWords) -> int | None:
    """Where the preposition before a body begins; 向|第十四届|全国人民代表大会: what counts the body may stand between."""
    at = _before_ordinal(text, at)
    return next((at - len(word) for word in words.prepositions if text.endswith(word, 0, at)), None)


def _before_ordinal(text: str, at: int) -> int:
    ordinal = ORDINAL.search(text, max(0, at - ORDINAL_REACH), at)
    return ordinal.start() if ordinal else at


def agent_before(
    text: str, verb: int, floor: int, actors: list[Actor], times: list[TimeExpression], words: ActWords
) -> list[Actor]:
    """The agents of a passive: 被商务部评为, 由甲部、乙局印发, 由三地于2015年4月签署, 获市人大通过, 在国务院会议上通过."""
    chain: list[Actor] = []
    for actor in reversed([a for a in actors if floor <= a.start and a.end <= verb]):
        if (
            not chain
            and text[_before_ordinal(text, actor.start) - 1] == "在"
            and AT_MEETING.match(text, actor.end, verb)
        ):
            return [actor]
        if chain and not words.joiner.fullmatch(text, actor.end, chain[0].start):
            return []
        chain.insert(0, actor)
        if text[floor : actor.start].endswith(words.agents):
            between = _light(text[chain[-1].end : verb], chain[-1].end, times, words)
            return chain if len(between) <= AGENT_REACH else []
    return []


def _light(between: str, offset: int, times: list[TimeExpression], words: ActWords) -> str:
    """``between`` without the times in it and without adverbials (在…领域, 在…下)."""
    for time in reversed(times):
        start, end = time.start - offset, time.end - offset
        if start >= 0 and end <= len(between):
            between = between[:start] + between[end:]
    return ADVERBIAL.sub("", between)


def _apart(actors: list[Actor]) -> list[Actor]:
    """Without overlaps: the first, and the longer of two that begin together; 京津冀 goes up in a body after it."""
    kept: list[Actor] = []
    for actor in sorted(actors, key=lambda a: (a.start, -a.end)):
        if kept and actor.start == kept[-1].end and actor.kind == "body" and kept[-1].kind == "place":
            kept.pop()
        if not kept or actor.start >= kept[-1].end:
            kept.append(actor)
    return kept
