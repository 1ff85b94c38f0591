"""From lines to blocks: paragraphs joined over breaks and intruders, headings, lists of references, advertising."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from suyuan.reading.drafts import Draft
from suyuan.reading.headings import Heading
from suyuan.reading.shapes import (
    HAN,
    ends_clause,
    ends_open,
    ends_sentence,
    is_author_note,
    is_sentence,
    width,
)
from suyuan.reading.text.front import Front, is_body_in_front, is_front_title, is_prose, wraps_note
from suyuan.reading.text.lines import Line
from suyuan.reading.text.running import RunningText
from suyuan.reading.text.tables import html_rows
from suyuan.reading.words import label_of, plain, squeeze, words

PRESS_LABELS = frozenset({"记者", "通讯员", "作者", "来源", "编辑", "稿源"})
ENOUGH_BODY = 150  # characters of body before a label may open the advertising
LEAST_PROSE = 60  # characters of a line that is told, not a link
FURNITURE = frozenset({"furniture", "page_number", "rule"})


@dataclass(slots=True)
class Assembler(RunningText):
    """Walks over the lines of a text and makes blocks of them."""

    text: str = field(kw_only=True)
    lines: Sequence[Line] = field(kw_only=True)
    front: Front = field(kw_only=True)
    tables: int = 0
    front_keys: set[str] = field(default_factory=set)
    at: int = 0

    def run(self) -> list[Draft]:
        """Drafts of all lines."""
        for at, line in enumerate(self.lines):
            self.at = at
            if self.zone == "front" and self.at >= self.front.end:
                self.zone = "body"
                self._close_unless_open_text()
            if self.zone == "front":
                self._front(line)
            elif self.zone == "advertising":
                self._add("advertising", line)
            elif self.zone == "references":
                self._references(line)
            else:
                self._body(line)
        return self.drafts

    # --- zones -------------------------------------------------------------------------------------------------
    def _front(self, line: Line) -> None:
        kind = line.shape.kind
        if kind == "abstract":
            self._begin("abstract", line)
        elif self.at == self.front.title:
            self._add("title", line)
            self.front_keys.add(squeeze(line.text).lstrip("#"))
        elif kind in FURNITURE or kind == "advertising" or kind == "stamp":
            self._add("furniture", line)
        elif kind == "caption":
            self._add("caption", line)
        elif kind == "table":
            self._table(line)
        elif kind in ("text", "item", "entry") and self._continues(line):
            self._extend(line)
        elif is_front_title(line.text) and kind in ("text", "heading"):
            self._add("title", line)
        elif (
            kind == "text"
            and self.current is not None
            and is_prose(line, self.layout)
            and self._same_script(line)
        ):
            self._begin("paragraph" if self.current.kind == "paragraph" else "abstract", line)
        elif is_body_in_front(line) and not wraps_note(self.lines, self.at):
            self._begin("paragraph", line)
        else:
            if kind == "keywords":
                self._close()
            self._add("note", line)
            if kind == "text":
                self.front_keys.add(squeeze(line.text))

    def _references(self, line: Line) -> None:
        kind, heading = line.shape.kind, line.shape.heading
        leaves = kind in ("after_references", "caption", "table", "advertising") or (
            heading is not None and heading.system in ("hash", "chinese", "chapter", "bracket")
        )
        if leaves or self._is_running_text(line):
            self.zone = "body"
            self.current = None
            self._body(line)
        elif squeeze(line.text) in self.front_keys or (
            kind in FURNITURE and not line.text.strip().strip("[]").isdigit()
        ):
            self._add("furniture", line)
        elif kind == "note" and label_of(squeeze(line.text), "note_labels"):
            self._add("note", line)
        elif kind == "entry" or self.current is None or kind == "continued":
            self.current = self._add("reference", line)
        else:
            self._extend(line)

    def _body(self, line: Line) -> None:
        kind, heading = line.shape.kind, line.shape.heading
        if kind == "references":
            self._close()
            self.outline.path.clear()
            self._add("reference", line)
            self.zone = "references"
        elif kind == "advertising" and self.body_length >= ENOUGH_BODY and not self._goes_on():
            self._close()
            self.zone = "advertising"
            self._add("advertising", line)
        elif (
            kind in FURNITURE
            or kind in ("advertising", "continued")
            or (squeeze(line.text) in self.front_keys and kind == "text")
        ):
            self._add("furniture", line)
        elif kind == "stamp":
            self._add("note" if "年" in line.text else "furniture", line)
        elif kind == "table":
            self._close()
            self._table(line)
        elif kind in ("note", "keywords") and self._is_note(line):
            self._add("note", line)
        elif kind == "abstract":
            self._begin("abstract", line)
        elif kind in ("caption", "caption_label") and not (line.full and self._hard_open()):
            self._add("caption", line)
        elif heading is not None and self._is_heading(line, heading):
            self._heading(line, heading)
        else:
            self._words(line)

    def _goes_on(self) -> bool:
        """More prose follows than a notice at the end has: several pages in one file. Then 相关报道 is furniture."""
        following = (line.text.strip() for line in self.lines[self.at + 1 :])
        told = (text for text in following if text.endswith(("。", "！", "？")) and len(text) >= LEAST_PROSE)
        prose = sum(map(len, told))
        return 2 * prose > self.body_length

    # --- running text ------------------------------------------------------------------------------------------
    def _words(self, line: Line) -> None:
        kind = line.shape.kind
        wrapped = self.layout.full_width is not None
        if kind in ("footnote", "entry") and not (kind == "entry" and self._hard_open() and wrapped):
            footnote = self._add("footnote", line)
            if self.current is None or not self.current.open or self.current.kind == "footnote":
                self.current = footnote
                self._mark(line)
        elif kind == "item" and not (self._hard_open() and wrapped and not ends_clause(self._tail())):
            self._begin("paragraph", line)
        elif self._continues(line):
            self._extend(line)
        elif is_author_note(line.text) and self.drafts and self.drafts[-1].kind == "note":
            self._add("note", line)
        elif self._captions_label(line):
            self.drafts[-1].spans.append(line.span)
        elif self._stands_alone(line) and not any(word in line.text for word in words("not_in_headings")):
            self._close()
            following = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None
            if (
                following is not None
                and is_prose(following, self.layout)
                and not _is_rest(following.text, line.text)
                and len(HAN.findall(line.text)) >= 2
            ):
                self._heading(line, Heading("plain", 5, (), 0, " ".join(line.text.split())))
            else:
                self._add("paragraph", line)
        else:
            self._begin("paragraph", line)

    def _captions_label(self, line: Line) -> bool:
        """True if the line before was a bare 图1 whose words stand on this one."""
        before = self.lines[self.at - 1] if self.at else None
        return (
            before is not None
            and before.shape.kind == "caption_label"
            and len(line.text) <= 70
            and not ends_sentence(line.text)
        )

    # --- headings, notes, references ---------------------------------------------------------------------------
    def _is_heading(self, line: Line, heading: Heading) -> bool:
        if heading.hashes or heading.system == "plain":
            return True
        if self._hard_open() and ends_open(self._tail()):
            return False
        if heading.system in ("decimal", "item") or self._hard_open():
            if not self.outline.fits(heading):
                return False
            if heading.system == "item":
                following = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else None
                return (
                    following is not None
                    and len(following.text) > len(line.text)
                    and following.shape.kind != "heading"
                )
        return True

    def _heading(self, line: Line, heading: Heading) -> None:
        self._close()
        above, level = self.outline.push(heading)
        draft = self._add("heading", line)
        draft.section, draft.level = above, level

    def _is_note(self, line: Line) -> bool:
        label = label_of(squeeze(line.text), "note_labels")
        return not (ends_sentence(line.text) and label in PRESS_LABELS) and len(line.text) <= 600

    def _is_running_text(self, line: Line) -> bool:
        """In a list of references: prose of two sentences without any sign of a reference."""
        text = plain(line.text)
        signs = any(
            sign in text
            for sign in ("[J", "[M", "[D", "[R", "[N", "[EB", "[C", "[S", "http", "出版社", "et al")
        )
        return line.shape.kind == "text" and text.count("。") >= 2 and len(text) > 60 and not signs

    def _table(self, line: Line) -> None:
        before = self.lines[self.at - 1] if self.at else None
        if before is None or before.shape.kind != "table" or line.text.startswith("<"):
            self.tables += 1
        name = f"table-{self.tables}"
        if line.text.startswith("<"):
            rows, markup = html_rows(self.text, line.span)
            for spans in rows:
                self.drafts.append(Draft("table", spans, self.outline.section, table=name))
            self.drafts.append(Draft("furniture", markup, self.outline.section))
        elif HAN.search(line.text) or any(char.isalnum() for char in line.text):
            self._add("table", line).table = name
        else:
            self._add("furniture", line)


def _is_rest(text: str, before: str) -> bool:
    """True for one short clause after a longer line: the rest of its sentence, not the text below a heading."""
    return is_sentence(text) and "，" not in text and len(text) <= 30 and width(text) < width(before)
