"""A clause in whole words, and what every construction of adoption asks of it: the verb, denial, exceptions, units."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from suyuan.facts.tokens import Masked, Token, tokenise
from suyuan.language import alternatives
from suyuan.methods.adoption.declared import Level
from suyuan.methods.adoption.words import adoption_words
from suyuan.places import Gazetteer
from suyuan.time import TimeExpression

DE = ("的", "之")
TITLES = "《》"


@dataclass(frozen=True, slots=True)
class Spot:
    """A mention of units: a place, a group of places, or the government of one."""

    start: int
    end: int
    units: tuple[str, ...]


@dataclass(frozen=True)
class Clause:
    """A clause of a flow; positions count characters of ``text``, which is the whole flow."""

    text: str
    start: int
    stop: int
    tokens: tuple[Token, ...]
    spots: tuple[Spot, ...]
    subject: re.Pattern[str]  # what is adopted

    def index_at(self, position: int) -> int:
        """Index of the token that begins at a position or after it."""
        return next((i for i, t in enumerate(self.tokens) if t.start >= position), len(self.tokens))

    @cached_property
    def adoption(self) -> tuple[int, int] | None:
        """Index of the last verb of adoption that has the word as its object, and where the object ends.

        The verb is a whole word and no attribute (制定的); the word ends a token and is the head of the object (政策措施, not
        政策优势, 政策的效果); nothing between says that it is used and not adopted (享受, 落实).
        """
        sets = adoption_words().sets
        for i in reversed(range(len(self.tokens))):
            token = self.tokens[i]
            if token.flag == "PLACE" or not adoption_words().verb.fullmatch(token.text):
                continue
            if self._text(i + 1) in DE or (token.text in sets["possession"] and self._after_verb(i)):
                continue
            for match in self.subject.finditer(self.text, token.end, self.stop):
                last = next((k for k, t in enumerate(self.tokens) if t.end == match.end()), None)
                if last is None or any(t.text in sets["uses"] for t in self.tokens[i + 1 : last]):
                    continue
                if self._is_head(i, last):
                    return i, match.end()
        return None

    def _after_verb(self, index: int) -> bool:
        """对|已有政策, 废止|(了)|已有政策: no verb of the clause."""
        if index == 0:
            return False
        before = self.tokens[index - 1]
        return before.flag in ("p", "ul") or before.text in adoption_words().sets["wished"]

    def _is_head(self, verb: int, last: int) -> bool:
        """Whether the word whose last token is ``last`` is the head of the object; inside 《》 it is."""
        before = self.text[self.tokens[verb].end : self.tokens[last].end]
        if before.count(TITLES[0]) > before.count(TITLES[1]):
            return True
        after = self.tokens[last + 1] if last + 1 < len(self.tokens) else None
        if after is None or after.text in adoption_words().sets["same_thing"]:
            return True
        if after.flag[0] == "v" and self.tokens[last + 2 :] and self.tokens[last + 2].flag != "PUNCT":
            return True  # 政策扶持企业; but 政策解读
        return after.text not in DE and after.flag[0] not in "nv"

    @cached_property
    def goes_on(self) -> bool:
        """Whether the clause begins with its verb of adoption, so that its subject is that of the clause before it."""
        if self.adoption is None:
            return False
        manner = adoption_words().sets["manner"]
        return all(
            t.flag in ("TIME", "PUNCT", "c", "d")
            or t.text in manner
            or adoption_words().verb.fullmatch(t.text)
            for t in self.tokens[: self.adoption[0]]
        )

    def denied(self, position: int) -> bool:
        """Whether words before ``position`` deny, plan, wish, prepare or undo what is done there, or ask after it."""
        words = adoption_words()
        sets = words.sets
        before = [i for i, t in enumerate(self.tokens) if t.end <= position and t.flag != "PLACE"]
        for i in before:
            text = self.tokens[i].text
            if text in sets["wished"]:
                follows = self.tokens[i - 1].flag == "p" if i else False
                if not follows and self._text(i + 1) not in ("下", "的"):
                    return True
            negative = text.startswith(words.tuples["denied_beginnings"]) and text not in sets["not_denied"]
            if (text in sets["denied"] or negative) and not self._of_those_aimed_at(i, position):
                return True
        return False

    def _of_those_aimed_at(self, index: int, position: int) -> bool:
        """对|不符合条件的|企业: the denial is part of an attribute after 对, not of the verb."""
        aimed = any(t.text in adoption_words().sets["aims"] for t in self.tokens[:index])
        return aimed and any(t.text == "的" for t in self.tokens[index:] if t.end <= position)

    def _text(self, index: int) -> str:
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    @cached_property
    def exception(self) -> tuple[int, int, tuple[str, ...]] | None:
        """Span of 除…外 and the units left out, none where they are not known (除个别城市外); None without an exception, also
        where a whole statement stands inside (除了甲市制定了政策之外)."""
        words = adoption_words()
        for match in words.exception.finditer(self.text, self.start, self.stop):
            if match[1] in words.sets["no_exception"] or self.subject.search(match[1]):
                continue
            token = next((t for t in self.tokens if t.start == match.start()), None)
            if token is None or (match[2] is None and token.text not in words.sets["except"]):
                continue  # 解除, 除法; 除个别|城市外 is one all the same
            return match.start(), match.end(), self.units_between(match.start(1), match.end(1))
        return None

    def units_between(self, start: int, end: int) -> tuple[str, ...]:
        """Units that are mentioned in a span."""
        inside = (
            unit for spot in self.spots if start <= spot.start and spot.end <= end for unit in spot.units
        )
        return tuple(dict.fromkeys(inside))

    def is_subject(self, first: int, after: int) -> bool:
        """Whether what stands from token ``first`` up to token ``after`` is whole as a subject: no attribute of a noun
        (甲市的企业, 甲市企业), not after a preposition or as the object of a verb before (在甲市发布, 支持甲市制定)."""
        sets = adoption_words().sets
        while after < len(self.tokens) and (
            self.tokens[after].text in sets["own"] | sets["manner"] | sets["all_after"]
            or self.tokens[after].flag in ("LEVEL", "m")
        ):
            after += 1
        if after < len(self.tokens):
            follower = self.tokens[after]
            verb = adoption_words().verb.fullmatch(follower.text)
            if not verb and (follower.text in DE or follower.flag[0] == "n"):
                return False
        before = first - 1
        while (
            before >= 0
            and self.tokens[before].flag[0] == "n"
            and self.tokens[before].text not in sets["wished"]
        ):
            before -= 1  # 在首都甲市
        if before < 0:
            return True
        previous = self.tokens[before]
        if previous.flag == "PLACE" and before < first - 1:
            return False  # 甲市|效仿|乙市 with a verb that is taken for a noun: which of them is not known
        if previous.text in sets["except"]:
            return True  # 除了甲市制定了…之外: a plain exception is left out before
        if previous.text in sets["prepositions"]:
            return False
        return not (previous.flag == "v" and before == first - 1) or previous.text in sets["light_verbs"]


def make_clause(
    text: str,
    span: tuple[int, int],
    times: Iterable[TimeExpression],
    levels: Sequence[Level],
    gazetteer: Gazetteer,
    subject: re.Pattern[str],
) -> Clause:
    """Clause of ``text[span]``: places, times and the words of levels are one token each."""
    start, stop = span
    spots: list[Spot] = []
    masks: list[Masked] = []
    for mention in gazetteer.find(text[start:stop]):
        at, end = start + mention.start, start + mention.end
        masks.append(Masked(at, end, "PLACE"))
        seat = mention.seat if mention.organ else None
        spots.append(Spot(at, end, (seat,) if seat else mention.members or (mention.name,)))
    taken = [(mask.start, mask.end) for mask in masks]
    for time in times:
        if start <= time.start and time.end <= stop and _free(time.start, time.end, taken):
            masks.append(Masked(time.start, time.end, "TIME"))
            taken.append((time.start, time.end))
    names = re.compile(alternatives([word for level in levels for word in level.words]))
    for match in names.finditer(text, start, stop):
        if _free(*match.span(), taken):
            masks.append(Masked(*match.span(), "LEVEL"))
    return Clause(text, start, stop, tuple(tokenise(text, masks, start, stop)), tuple(spots), subject)


def _free(start: int, end: int, taken: Collection[tuple[int, int]]) -> bool:
    return not any(a < end and start < b for a, b in taken)
