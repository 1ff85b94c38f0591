"""Times of marked quantities of a report of several paragraphs; ▲ marks the first character of each quantity."""

import re

from suyuan.document import Block, Document, DocumentDates, Span
from suyuan.flow import make_flows
from suyuan.time import assign_document

NUMBER = re.compile(
    r"▲(第?[\d.,]+|[一二三四五六七八九十两]+)(?:万亿元|亿元|万元|万人次|万人|元|公里|人次|家|人|年|%|成|类|位|连增|岁|名|项|个|位|张|辆)?"
)
HEADING = re.compile("[一二三]、|（[一二三]）|附件")


def times_of(*paragraphs, title="某省政府工作报告", told="2026-01-20", kinds=None):
    """EDTF of the marked quantities of a document; paragraphs that begin with 一、 or （一） are headings."""
    text, blocks, spans = "", [], []
    for index, paragraph in enumerate([title, *paragraphs] if title else paragraphs):
        plain, marks, at = "", [], 0
        for match in NUMBER.finditer(paragraph):
            plain += paragraph[at : match.start()]
            marks.append((len(plain), len(plain) + len(match.group()) - 1))
            plain += match.group()[1:]
            at = match.end()
        plain += paragraph[at:]
        heading = HEADING.match(plain)
        kind = (
            "title"
            if title and not index
            else (kinds or {}).get(index, "heading" if heading else "paragraph")
        )
        level = (2 if plain.startswith("（") else 1) if kind == "heading" else None
        blocks.append(Block(kind, (Span(len(text), len(text) + len(plain)),), level=level))
        text += plain + "\n"
        spans.append(marks)
    dates = DocumentDates(said=told) if told else DocumentDates()
    doc = Document("s", "text", "s.txt", "0" * 64, "text", text, tuple(blocks), dates=dates)
    flows = make_flows(doc)
    assert [flow.text for flow in flows] == text.splitlines(), "test text must be normal already"
    return [item.edtf for row in assign_document(doc, flows, spans) for item in row]
