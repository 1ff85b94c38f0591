"""Paragraph: a flow with its quantities, times, places and words, cut into sentences and clauses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from suyuan.document import Span
from suyuan.facts.tokens import Masked, Token, tokenise
from suyuan.flow import Flow
from suyuan.places import Gazetteer, GroupContext, PlaceMention, group_words, resolve_group
from suyuan.places.bodies import body_words
from suyuan.places.gazetteer import with_facilities
from suyuan.quantities.mention import Mention

# ．as a full stop is . in the flow; between Chinese characters it ends a sentence
SENTENCE_END = re.compile(
    r"[。！？!?]+(?!\])[”’」』）]*|(?<=[a-z0-9）])\.(?= [A-Z])|(?<=[一-龥）”」])\.(?=[一-龥“「（]|\d+[）.]|$)|\n"
)
LINKS = frozenset({"、", "和", "与", "及", "以及", "，", "或"})  # between the members of an enumeration
SENTENCE_HEAD = re.compile(r"(?<=[。！？；])[”’]?(?:该|本)?")
CLAUSE_END = frozenset("，；：。！？")
QUOTED = re.compile(r"“[^“”，。；]{1,24}”")  # a name in quotation marks is one word
BRACKETED = re.compile(r"^（[^（）]{1,30}）")
HELD = frozenset({"QTY", "PLACE"})
TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")


@dataclass(frozen=True, slots=True)
class AreaWord:
    """A place, body or group word with the short names that it stands for."""

    start: int
    end: int
    names: tuple[str, ...]
    kind: str  # kind of place, or "anaphor"
    mention: PlaceMention | None = None


@dataclass(frozen=True)
class Paragraph:
    """What the rules for columns and areas look at; all positions count characters of ``flow.text``."""

    flow: Flow
    mentions: tuple[Mention, ...]
    times: tuple[Span, ...]
    areas: tuple[AreaWord, ...]  # outside titles
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        return self.flow.text

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Spans of the sentences; together they cover the text."""
        ends = [match.end() for match in SENTENCE_END.finditer(self.text)]
        if not ends or ends[-1] < len(self.text):
            ends.append(len(self.text))
        return tuple(Span(a, b) for a, b in zip([0, *ends[:-1]], ends, strict=True) if a < b)

    def sentence_at(self, position: int) -> int:
        """Index of the sentence that holds a position."""
        return bisect_right(self._sentence_starts, position) - 1

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [span.start for span in self.sentences]

    @cached_property
    def token_of(self) -> dict[int, int]:
        """Index of the token of each quantity."""
        return {token.ref: i for i, token in enumerate(self.tokens) if token.flag == "QTY"}

    @cached_property
    def _clauses(self) -> dict[int, Span]:
        return {}

    def clause(self, position: int) -> Span:
        """Clause around a position: between marks ，；： and ends of sentences, brackets passed over."""
        known = self._clauses.get(position)
        if known is None:
            known = self._clauses[position] = self._clause(position)
        return known

    def _clause(self, position: int) -> Span:
        sentence = self.sentences[self.sentence_at(position)]
        start, end, depth = sentence.start, sentence.end, 0
        for at in range(position - 1, sentence.start - 1, -1):
            char = self.text[at]
            if char in "）)]":
                depth += 1
            elif char in "（([":
                depth = max(0, depth - 1)
            elif char in CLAUSE_END and depth == 0:
                start = at + 1
                break
        depth = 0
        for at in range(position, sentence.end):
            char = self.text[at]
            if char in "（([":
                depth += 1
            elif char in "）)]":
                depth = max(0, depth - 1)
            elif char in CLAUSE_END and depth == 0:
                end = at
                break
        return Span(start, end)

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def first_token(self, position: int) -> int:
        """Index of the first token that begins at a position or after it."""
        return bisect_left(self._token_starts, position)

    def run_of(self, i: int) -> range:
        """Quantities that stand in one enumeration with quantity ``i``: only 、 和 or the like between them."""
        first = last = i
        while first > 0 and self._linked(first):
            first -= 1
        while last + 1 < len(self.mentions) and self._linked(last + 1):
            last += 1
        return range(first, last + 1)

    def _linked(self, i: int) -> bool:
        before, after = self.mentions[i - 1], self.mentions[i]
        between = BRACKETED.sub("", self.text[before.end : after.start]).strip()
        same_list = before.list_id is not None and before.list_id == after.list_id
        if between == "，":
            return same_list
        return between in LINKS and (same_list or before.unit == after.unit)

    def areas_in(self, start: int, end: int) -> list[AreaWord]:
        """Places and bodies wholly inside a span."""
        return [area for area in self.areas if start <= area.start and area.end <= end]


def read_paragraph(
    flow: Flow,
    mentions: Sequence[Mention],
    times: Sequence[Span],
    gazetteer: Gazetteer,
    context: GroupContext,
    categories: Sequence[str] = (),
) -> Paragraph:
    """Paragraph of a flow. ``times`` are spans of time expressions; ``context`` resolves 三地 and 全省; a word of
    ``categories`` (of breakdowns) is not cut by the ending of a place."""
    text = flow.text
    titles = [Span(match.start(), match.end()) for match in TITLE.finditer(text)]
    areas = tuple(
        area
        for area in _beside_categories(text, area_words(text, gazetteer, context), gazetteer, categories)
        if not any(title.start <= area.start and area.end <= title.end for title in titles)
    )
    masks: list[Masked] = []
    _add(masks, [Masked(m.start, m.end, "QTY", i) for i, m in enumerate(mentions)])
    _add(masks, [Masked(t.start, t.end, "TITLE") for t in titles])
    _add(masks, [Masked(t.start, t.end, "TIME", i) for i, t in enumerate(times)])
    _add(masks, [Masked(a.start, a.end, "PLACE", i) for i, a in enumerate(areas)])
    _add(masks, [Masked(m.start(), m.end(), "nz") for m in QUOTED.finditer(text)])
    par = Paragraph(flow, tuple(mentions), tuple(times), areas, ())
    return replace(par, tokens=tuple(_tokens(par, masks)))


def _tokens(par: Paragraph, masks: Sequence[Masked]) -> Iterator[Token]:
    """Words of the sentences that hold a number, a place or a mask that runs over their end; of the others only the last mark."""
    spans: list[Span] = []
    for span in par.sentences:
        inside = [mask for mask in masks if mask.start < span.end and span.start < mask.end]
        held = bool(inside) and any(mask.flag in HELD for mask in inside)
        if spans and any(mask.start < span.start for mask in inside):
            spans[-1] = Span(spans[-1].start, span.end)
        elif held or any(mask.end > span.end for mask in inside):
            spans.append(span)
        else:
            yield from _cut_spans(par.text, spans, masks)
            spans = []
            yield Token(par.text[span.end - 1], "PUNCT", span.end - 1, span.end)
    yield from _cut_spans(par.text, spans, masks)


def _cut_spans(text: str, spans: Sequence[Span], masks: Sequence[Masked]) -> Iterator[Token]:
    for span in spans:
        inside = [mask for mask in masks if span.start <= mask.start < span.end]
        yield from tokenise(text, inside, span.start, span.end)


def area_words(text: str, gazetteer: Gazetteer, context: GroupContext) -> list[AreaWord]:
    """Places, bodies and resolved group words of a text in order, without overlaps."""
    found = [
        AreaWord(m.start, m.end, _names(m), m.kind, m) for m in with_facilities(text, gazetteer.find(text))
    ]
    taken = [(area.start, area.end) for area in found]
    taken += [match.span() for match in gazetteer.traps(text)]
    for match in group_words(text):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        names = resolve_group(text, match.start(), context)
        if names:
            found.append(AreaWord(match.start(), match.end(), names, "anaphor"))
    found.extend(_bodies_named_again(text, found))
    return sorted(found, key=lambda area: area.start)


def _names(mention: PlaceMention) -> tuple[str, ...]:
    """Of a facility that no table names both its place and itself: 合肥, 合肥新桥机场."""
    if mention.kind == "zone" and not mention.known and mention.parent is not None:
        return mention.parent, mention.name
    return (mention.name,)


def _beside_categories(
    text: str, found: Sequence[AreaWord], gazetteer: Gazetteer, categories: Sequence[str]
) -> list[AreaWord]:
    """京津冀|区域协同地方标准, not 京津冀区域|协同地方标准: a place without the ending that begins the word of a category."""
    spans = [
        match.span() for word in categories if word in text for match in re.finditer(re.escape(word), text)
    ]
    out = []
    for area in found:
        for start, end in spans:
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
    again = []
    for match in SENTENCE_HEAD.finditer(text):
        ending = body_words().ending.match(text, match.end())
        if ending is None or any(area.start <= match.end() < area.end for area in found):
            continue
        named = [
            b for b in bodies if b.end <= match.start() and text.endswith(ending.group(), b.start, b.end)
        ]
        if named and named[-1].mention is not None:
            mention = replace(named[-1].mention, start=match.end(), end=ending.end())
            again.append(AreaWord(match.end(), ending.end(), named[-1].names, "body", mention))
    return again


def _add(masks: list[Masked], more: Sequence[Masked]) -> None:
    """Append those that overlap none that is there already."""
    for mask in more:
        if not any(mask.start < m.end and m.start < mask.end for m in masks):
            masks.append(mask)
    masks.sort(key=lambda m: m.start)
