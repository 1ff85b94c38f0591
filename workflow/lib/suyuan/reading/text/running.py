"""The running paragraph of a text: begun, gone on with over line breaks and intruders, closed."""

from __future__ import annotations

from dataclasses import dataclass, field

from suyuan.document import Span
from suyuan.reading.drafts import Draft
from suyuan.reading.headings import Outline
from suyuan.reading.shapes import (
    ends_clause,
    ends_in_reference_mark,
    ends_open,
    ends_sentence,
    is_latin,
    width,
)
from suyuan.reading.text.lines import Layout, Line, markup_spans, without
from suyuan.reading.words import plain, squeeze
from suyuan.records.fact import BlockKind

NEVER_FIRST = frozenset("，。、；：）》”’！？")  # no paragraph begins with these


@dataclass(slots=True)
class RunningText:
    """Drafts of blocks so far, and the paragraph that the next line may go on with."""

    layout: Layout
    drafts: list[Draft] = field(default_factory=list)
    outline: Outline = field(default_factory=Outline)
    current: Draft | None = None  # the running paragraph or abstract
    soft: bool = False  # it ended in a full stop at the margin, and may be over
    zone: str = "front"
    body_length: int = 0

    def _add(self, kind: BlockKind, line: Line) -> Draft:
        """A block of its own, beside the running paragraph."""
        section = self.outline.section if self.zone != "front" else ()
        draft = Draft(kind, self._spans(line), section, text=[line.text])
        self.drafts.append(draft)
        if kind in ("paragraph", "abstract", "heading"):
            self.body_length += len(line.text)
        return draft

    def _begin(self, kind: BlockKind, line: Line) -> None:
        self.current = self._add(kind, line)
        self._mark(line)

    def _extend(self, line: Line) -> None:
        assert self.current is not None
        self.current.spans.extend(self._spans(line))
        self.current.text.append(line.text)
        self.body_length += len(line.text)
        self._mark(line)

    def _mark(self, line: Line) -> None:
        """Is the running paragraph open after this line?"""
        assert self.current is not None
        self.soft = False
        if ends_open(line.text):
            self.current.open = True
        elif ends_sentence(line.text) or line.text.rstrip()[-1:] in "：:":
            self.current.open = self.soft = line.full
        elif ends_clause(line.text):
            self.current.open = self.soft = True
        else:
            self.current.open = not (self.layout.full_width is None and ends_in_reference_mark(line.text))

    def _close(self) -> None:
        if self.current is not None:
            self.current.open = False
        self.current = None

    def _close_unless_open_text(self) -> None:
        """At the end of the front the abstract is over unless a sentence of it is still open."""
        if self.current is not None and (self.soft or not self.current.open):
            self._close()

    def _spans(self, line: Line) -> list[Span]:
        markup = markup_spans(line)
        if markup:
            self.drafts.append(Draft("furniture", markup))
        return without(line.span, markup)

    def _continues(self, line: Line) -> bool:
        """True if the running paragraph is not over and this line can go on with it."""
        if self.current is None:
            return False
        if line.text[0] in NEVER_FIRST:
            return True
        if not self.current.open:
            return False
        if line.indented and self.layout.indented and not ends_open(self._tail()):
            return False
        if self.soft and self._stands_alone(line):
            return False
        if self._same_script(line):
            return True
        if is_latin(self.current.joined[-300:]):
            return line.text[:1].islower()
        return line.full or ends_open(self._tail()) or len(line.text.split()) <= 4

    def _same_script(self, line: Line) -> bool:
        before = is_latin(self.current.joined[-300:]) if self.current else False
        return before == is_latin(line.text)

    def _stands_alone(self, line: Line) -> bool:
        """True for a short line without clause punctuation: an unnumbered heading, a byline, a list entry."""
        text = plain(line.text)
        if (
            line.full
            or any(char in text for char in "。，；！？,;!?")
            or ends_open(text)
            or ends_clause(text)
        ):
            return False
        if self.layout.full_width is not None and width(text) >= 0.8 * self.layout.full_width:
            return False
        return len(squeeze(text)) <= 30

    def _hard_open(self) -> bool:
        return self.current is not None and self.current.open and not self.soft

    def _tail(self) -> str:
        return self.current.joined[-60:] if self.current else ""
