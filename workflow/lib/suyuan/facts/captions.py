"""What stands over a table: its caption, and the unit that a line beside it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from suyuan.document import Block, Document
from suyuan.facts.table_words import table_words
from suyuan.flow import Flow, make_flow, normalise
from suyuan.quantities.cells import named_unit
from suyuan.quantities.units import Unit, unit_at
from suyuan.quantities.words import shielding_word

REACH = 4  # blocks before a table that may be its caption or name its unit
LONGEST = 40  # characters of a title without number
NUMBERED = re.compile(r"(?:附?表|Table) ?[A-Z]?[\d一二三四五六七八九十]")
UNIT = re.compile(r"(?:计量)?单位：?(?:人民币)?(?P<unit>[^\s：，。（）]{1,10}?)(?=币种|[\s：，。（）]|$)")
LONGEST_TOPIC = 24
HAN = re.compile("[一-龥]")
# a numeral in words needs its separator: 一般公共预算 is no step; a bare number may have lost its blank (1概述)
STEP = re.compile(
    r"(?:（[一二三四五六七八九十\d]{1,3}）[.、]?|\d{1,2}[.、．]|[一二三四五六七八九十]{1,3}[.、．]|(?P<bare>\d{1,2}))(?=[一-龥])"
)
LABEL = re.compile(
    r"(?:附?表|Table) ?[A-Z]?(?:\d+(?:[-.]\d+)*|(?P<words>[一二三四五六七八九十]+)(?:[-.]\d+)*)[：. ]?"
)


@dataclass(frozen=True)
class Caption:
    """The caption of a table and the unit of all its cells; either may be missing."""

    flow: Flow | None = None
    heading: str = ""  # of the step that the table stands under: （1）应付职工薪酬列示
    unit: tuple[Unit, Fraction] | None = None

    @property
    def text(self) -> str:
        """The caption in normal form, or nothing."""
        return self.flow.text if self.flow is not None else ""


def find_caption(document: Document, blocks: Sequence[Block]) -> Caption:
    """Caption and unit of the table of the rows ``blocks``.

    The caption is a line right above that begins with 表 and a number, else one of the reader's captions, else a short line
    that ends in 表. Where no line above names a unit, one that the reader took for a running head of the page may do, if the
    page has only this table.
    """
    at = next(i for i, block in enumerate(document.blocks) if block.start == blocks[0].start)
    above = [block for block in document.blocks[max(0, at - REACH) : at] if _may_head(block, blocks[0])]
    lines = [flow for flow in (make_flow(document.text, block) for block in reversed(above)) if flow.text]
    lines = lines[
        : next(
            (
                i
                for i, flow in enumerate(lines)
                if flow.block.kind == "table" and "\t" in _printed(document, flow.block)
            ),
            REACH,
        )
    ]
    if not any(UNIT.search(flow.text) for flow in lines):
        lines += _running_heads(document, blocks)
    unit = next((found for found in (unit_in(flow.text) for flow in lines) if found is not None), None)
    steps = [flow.text for flow in lines if _number_of_step(flow.text) and len(flow.text) <= LONGEST]
    section = "".join(normalise(char) for char in (blocks[0].section or ("",))[-1] if not char.isspace())
    return Caption(_title(lines), next(iter(steps), ""), unit or unit_in(section))


def unit_in(text: str) -> tuple[Unit, Fraction] | None:
    """Unit that a line 单位：万元 names, alone or behind a caption or heading."""
    match = UNIT.search(text)
    return named_unit(match["unit"]) if match is not None else None


def topic_of(caption: str) -> str:
    """The caption without number, unit and endings such as 情况表: 表2 某市居民消费价格指数 → 某市居民消费价格指数."""
    text = caption[: found.start()] if (found := UNIT.search(caption)) else caption
    text = text[_label(text) or _number_of_step(text) :]
    text = text.strip(" （(")
    for _ in range(2):
        ending = next((word for word in table_words().caption_endings if text.endswith(word)), "")
        text = text.removesuffix(ending)
    return text if len(text) <= LONGEST_TOPIC else ""


def _label(text: str) -> int:
    """Length of the label that a caption begins with (表2, 附表一：); no numeral in it is the first of a word (表一|一般…)."""
    found = LABEL.match(text)
    if found is None:
        return 0
    if found["words"] is None:
        return found.end()
    begin, end = found.span("words")
    in_word = found.end() == end and shielding_word(text[end - 1 :], 0) is not None
    if not in_word:
        return found.end()
    return end - 1 if end - 1 > begin else 0


def _number_of_step(text: str) -> int:
    """Length of the number that a line begins with as a step of an outline; 0 for a number that counts: 5岁以下儿童."""
    found = STEP.match(text)
    if found is None:
        return 0
    counts = found["bare"] is not None and (unit_at(text, found.end()) or text[found.end()] in "年月日")
    return 0 if counts else found.end()


def _title(lines: Sequence[Flow]) -> Flow | None:
    """The caption among the lines over a table, the nearest first."""
    words = table_words()
    lines = [flow for flow in lines if not flow.text.startswith(words.no_captions)]
    numbered = [flow for flow in lines if NUMBERED.match(flow.text)]
    if numbered:  # of 表1 and its translation, Table 1, the Chinese one
        return next((flow for flow in numbered if HAN.search(flow.text)), numbered[0])
    said = [flow for flow in lines if not UNIT.match(flow.text)]
    titled = next((f for f in said if f.text.endswith("表") and len(f.text) <= LONGEST), None)
    return titled or next((f for f in lines if f.block.kind == "caption"), None)


def _may_head(block: Block, first: Block) -> bool:
    """On the page of the first row or the one before it."""
    if block.kind == "furniture":
        return False
    return block.page is None or first.page is None or first.page - block.page <= 1


def _printed(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]


def _running_heads(document: Document, blocks: Sequence[Block]) -> list[Flow]:
    page = blocks[0].page
    if page is None:
        return []
    here = [block for block in document.blocks if block.page == page]
    if {block.table for block in here if block.table is not None} != {blocks[0].table}:
        return []
    flows = [make_flow(document.text, block) for block in here if block.kind == "furniture"]
    return [
        flow
        for flow in flows
        if UNIT.match(flow.text) or (flow.text.endswith("表") and len(flow.text) <= LONGEST)
    ]
