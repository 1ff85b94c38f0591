"""Paragraph: a flow with its quantities, times, places and words, cut into sentences and clauses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from suyuan.document import Span
from suyuan.facts.study_words import numbered_heading
from suyuan.facts.tokens import Token
from suyuan.flow import Flow
from suyuan.places import PlaceMention
from suyuan.quantities.mention import Mention
from suyuan.time.clauses import spans_to
from suyuan.values import value

if TYPE_CHECKING:
    from suyuan.facts.phrase import Phrase

# ．as a full stop is . in the flow; between Chinese characters it ends a sentence
SENTENCE_END = re.compile(
    r"[。！？!?.\n](?:(?<=[。！？!?])[。！？!?]*(?!\])[”’」』）]*|(?<=[a-z0-9）]\.)(?= [A-Z])"
    r"|(?<=[一-龥）”」]\.)(?=[一-龥“「（]|\d+[）.]|$)|(?<=\n))"
)
LINKS = frozenset({"、", "和", "与", "及", "以及", "，", "或"})  # between the members of an enumeration
CLAUSE_MARK = re.compile(r"[，；：。！？（）()\[\]]")
BRACKETED = re.compile(r"^（[^（）]{1,30}）")


@value
class AreaWord:
    """A place, body or group word with the short names that it stands for."""

    start: int
    end: int
    names: tuple[str, ...]
    kind: str  # kind of place, or "anaphor"
    mention: PlaceMention | None = None


@lru_cache(maxsize=8)  # a paragraph is asked before it has its words, and then again
def _sentences(text: str, heading: int) -> tuple[Span, ...]:
    """Spans of the sentences of ``text``; the first ends with its heading, where that is ``heading`` characters long."""
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    ends = [heading, *(end for end in ends if end > heading)] if heading else ends
    return tuple(Span(start, end) for start, end in spans_to(text, ends))


@dataclass(frozen=True)
class Paragraph:
    """What the rules for columns and areas look at; all positions count characters of ``flow.text``."""

    flow: Flow
    mentions: tuple[Mention, ...]
    times: tuple[Span, ...]
    areas: tuple[AreaWord, ...]  # outside titles
    tokens: tuple[Token, ...]

    @cached_property
    def text(self) -> str:
        return self.flow.text

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Spans of the sentences; together they cover the text."""
        return _sentences(self.text, numbered_heading(self.flow))  # 2.1 两组资料比较 感染组占…

    def sentence_at(self, position: int) -> int:
        """Index of the sentence that holds a position."""
        return bisect_right(self._sentence_starts, position) - 1

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    @cached_property
    def _sentence_of(self) -> list[int]:
        """Index of the sentence of each quantity."""
        return [self.sentence_at(mention.start) for mention in self.mentions]

    def sentence_of(self, i: int) -> int:
        """Index of the sentence of quantity ``i``."""
        return self._sentence_of[i]

    def before_in_sentence(self, i: int) -> range:
        """Quantities before quantity ``i`` in its sentence, the nearest first."""
        first = bisect_left(self._sentence_of, self._sentence_of[i])
        return range(i - 1, first - 1, -1)

    @cached_property
    def token_of(self) -> dict[int, int]:
        """Index of the token of each quantity."""
        return {token.ref: i for i, token in enumerate(self.tokens) if token.flag == "QTY"}

    @cached_property
    def _clauses(self) -> dict[int, Span]:
        return {}

    @cached_property
    def known(self) -> dict[object, Any]:
        """Answers of the functions that are asked again for each number, by function and arguments (:mod:`once`)."""
        return {}

    @cached_property
    def phrases_left(self) -> dict[int, Phrase]:
        """Noun phrase left of a token, where it was asked for before; the rules for columns all ask."""
        return {}

    @cached_property
    def _marks(self) -> list[tuple[int, str]]:
        """Brackets and marks that end a clause, with their positions."""
        return [(match.start(), match.group()) for match in CLAUSE_MARK.finditer(self.text)]

    def clause(self, position: int) -> Span:
        """Clause around a position: between marks ，；： and ends of sentences, brackets passed over."""
        known = self._clauses.get(position)
        if known is None:
            known = self._clauses[position] = self._clause(position)
        return known

    def _clause(self, position: int) -> Span:
        sentence = self.sentences[self.sentence_at(position)]
        start, end, depth = sentence.start, sentence.end, 0
        first = bisect_left(self._marks, (position, ""))
        for k in range(first - 1, -1, -1):
            at, char = self._marks[k]
            if at < sentence.start:
                break
            if char in "）)]":
                depth += 1
            elif char in "（([":
                depth = max(0, depth - 1)
            elif depth == 0:
                start = at + 1
                break
        depth = 0
        for k in range(first, len(self._marks)):
            at, char = self._marks[k]
            if at >= sentence.end:
                break
            if char in "（([":
                depth += 1
            elif char in "）)]":
                depth = max(0, depth - 1)
            elif depth == 0:
                end = at
                break
        return Span(start, end)

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def first_token(self, position: int) -> int:
        """Index of the first token that begins at a position or after it."""
        return bisect_left(self._token_starts, position)

    def tokens_between(self, start: int, end: int) -> tuple[Token, ...]:
        """Tokens that begin at ``start`` or after it, and before ``end``."""
        return self.tokens[self.first_token(start) : self.first_token(end)]

    @cached_property
    def _tokens_by_text(self) -> dict[str, list[int]]:
        indices: dict[str, list[int]] = {}
        for i, token in enumerate(self.tokens):
            indices.setdefault(token.text, []).append(i)
        return indices

    def last_word(self, text: str, low: int, high: int) -> int | None:
        """Index of the last token with this text from index ``low`` on and before ``high``, or None."""
        indices = self._tokens_by_text.get(text, [])
        k = bisect_left(indices, high) - 1
        return indices[k] if k >= 0 and indices[k] >= low else None

    @cached_property
    def mention_starts(self) -> list[int]:
        """Where the quantities begin, in order."""
        return [mention.start for mention in self.mentions]

    @cached_property
    def mention_ends(self) -> frozenset[int]:
        """Positions right behind a quantity."""
        return frozenset(mention.end for mention in self.mentions)

    def mentions_in(self, start: int, end: int) -> range:
        """Indices of the quantities that begin inside a span."""
        return range(bisect_left(self.mention_starts, start), bisect_left(self.mention_starts, end))

    def run_of(self, i: int) -> range:
        """Quantities that stand in one enumeration with quantity ``i``: only 、 和 or the like between them."""
        return self._runs[i]

    @cached_property
    def _runs(self) -> list[range]:
        runs: list[range] = []
        first = 0
        for after in range(1, len(self.mentions) + 1):
            if after == len(self.mentions) or not self._linked(after):
                runs += [range(first, after)] * (after - first)
                first = after
        return runs

    def _linked(self, i: int) -> bool:
        before, after = self.mentions[i - 1], self.mentions[i]
        between = BRACKETED.sub("", self.text[before.end : after.start]).strip()
        same_list = before.list_id is not None and before.list_id == after.list_id
        if between == "，":
            return same_list
        return between in LINKS and (same_list or before.unit == after.unit or (before.rank and after.rank))

    def areas_in(self, start: int, end: int) -> list[AreaWord]:
        """Places and bodies wholly inside a span."""
        first, last = bisect_left(self._area_starts, start), bisect_right(self._area_starts, end)
        return [area for area in self.areas[first:last] if area.end <= end]

    @cached_property
    def _area_starts(self) -> list[int]:
        return [area.start for area in self.areas]
