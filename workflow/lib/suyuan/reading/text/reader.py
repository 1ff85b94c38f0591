"""Read a text or markdown file."""

from __future__ import annotations

from dataclasses import dataclass

from suyuan.document import Block, DocumentDates, Span
from suyuan.reading.dates import find_dates
from suyuan.reading.drafts import finish
from suyuan.reading.shapes import Shape
from suyuan.reading.text.blocks import Assembler
from suyuan.reading.text.front import find_front
from suyuan.reading.text.lines import Line, read_lines
from suyuan.reading.text.tables import html_tables


@dataclass(frozen=True, slots=True)
class ReadText:
    """Structure of a text: its blocks (spans are offsets in the text), its title and the dates in its head."""

    blocks: tuple[Block, ...]
    title: str | None
    dates: DocumentDates


def read_text(text: str) -> ReadText:
    """Blocks of a text. Every visible character is in exactly one of them."""
    regions = html_tables(text)
    masked = _mask(text, regions)
    lines, layout = read_lines(masked)
    for region in regions:
        lines.append(Line(*region, text[region.start : region.end], 1, False, Shape("table")))
    lines.sort(key=lambda line: line.start)
    front = find_front(lines, layout)
    drafts = Assembler(layout, text=text, lines=lines, front=front).run()
    head = lines[: front.end]
    dates = find_dates(
        [line.text for line in head if line.shape.kind == "stamp"],
        [line.text for line in head if line.shape.kind in ("text", "note", "furniture", "item")],
    )
    title = None
    if front.title is not None:
        title = " ".join(lines[front.title].text.lstrip("# ").replace("**", "").split())
    return ReadText(finish(drafts, text), title, dates)


def _mask(text: str, regions: list[Span]) -> str:
    """The text with the regions blanked out, so that offsets stay."""
    parts, at = [], 0
    for region in regions:
        parts += [text[at : region.start], "\n" * (region.end - region.start)]
        at = region.end
    return "".join([*parts, text[at:]])
