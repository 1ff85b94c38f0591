"""Small papers for tests of the time of a study. ▲ marks the first character of a quantity."""

import re

from suyuan.document import Block, Document, DocumentDates, Span
from suyuan.flow import make_flow
from suyuan.time import assign_document

NUMBER = re.compile(r"▲([\d.,]+)(mg|kg|cm|例|名|人|份|户|个百分点|个|所|家|分|次|项|篇|%)?")


def document(*paragraphs):
    """A paper of headings (# or ##), abstracts (@) and paragraphs; with the spans of its marked quantities."""
    text, blocks, spans = "", [], []
    kinds = {"##": ("heading", 2), "#": ("heading", 1), "@": ("abstract", None)}
    for paragraph in paragraphs:
        sign = next((sign for sign in kinds if paragraph.startswith(sign)), "")
        kind, level = kinds.get(sign, ("paragraph", None))
        paragraph = paragraph[len(sign) :]
        start, at = len(text), 0
        marks = []
        for match in NUMBER.finditer(paragraph):
            text += paragraph[at : match.start()]
            marks.append((len(text), len(text) + len(match.group()) - 1))
            text += match.group()[1:]
            at = match.end()
        text += paragraph[at:] + "\n"
        blocks.append(Block(kind, (Span(start, len(text) - 1),), level=level))
        spans.append(marks)
    made = Document(
        "s", "text", "s.txt", "0" * 64, "text", text, tuple(blocks), title=None, dates=DocumentDates()
    )
    flows = [make_flow(text, block) for block in made.blocks]
    placed = [
        [(flow.position(a), flow.position(b - 1) + 1) for a, b in row]
        for flow, row in zip(flows, spans, strict=True)
    ]
    return made, flows, placed


def times_of(*paragraphs):
    """EDTF of the marked quantities of a paper."""
    made, flows, spans = document(*paragraphs)
    return [item.edtf for row in assign_document(made, flows, spans) for item in row]
