"""Of whom the figures of an account are: those of the parent company alone, under 母公司资产负债表 and the like.

An annual report gives each statement twice, of the group and of the parent company. Figures of the group are what all other
tables and sentences of the report state too and carry no mark; those of the parent company get a category.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from suyuan.facts.table_words import table_words
from suyuan.flow import Flow

HAN = re.compile("[一-龥]")
LONGEST_HEAD = 30  # characters of a line over a statement


@dataclass(frozen=True)
class StatementScopes:
    """Where in a document which scope begins: offsets in the document, in order, and the category or None."""

    starts: tuple[int, ...] = ()
    categories: tuple[str | None, ...] = ()

    def at(self, position: int) -> str | None:
        """The scope in force at a position."""
        k = bisect_right(self.starts, position) - 1
        return self.categories[k] if k >= 0 else None


def statement_scopes(flows: Sequence[Flow]) -> StatementScopes:
    """Scopes of the statements of a document; ``flows`` are those of all blocks, in text order.

    A heading that names a statement opens one, and a short line over a table (母公司利润表, 单位：元, table); a line of a
    list of contents has no table. It ends with the next such line and with the next heading that does not stand below
    it; under a short line also with the next one that is no part of a statement.
    """
    starts: list[int] = []
    categories: list[str | None] = []
    under: tuple[str, ...] | None = None  # heading that the scope belongs to
    of_line = False  # a short line opened the scope
    for k, flow in enumerate(flows):
        heading = flow.block.kind == "heading"
        if not flow.text or flow.block.kind == "table" or len(flow.text) > LONGEST_HEAD:
            continue
        statement = _names_a_statement(flow.text) and (heading or _stands_over_a_table(flows, k))
        named = _category(flow.text) if statement else None
        section = flow.block.section
        if statement:
            under, of_line = section, not heading
        elif heading and under is not None and len(section) <= len(under):
            under = None  # another heading beside it
        elif of_line and not heading and under is not None and not _belongs_to_a_statement(flow.text):
            under = None
        else:
            continue
        starts.append(flow.block.start)
        categories.append(named)
    return StatementScopes(tuple(starts), tuple(categories))


def _stands_over_a_table(flows: Sequence[Flow], k: int) -> bool:
    """Whether a table follows flow ``k`` with nothing but lines of a statement between."""
    for flow in flows[k + 1 :]:
        if flow.block.kind == "table":
            return True
        if flow.text and not _belongs_to_a_statement(flow.text):
            return False
    return False


def _belongs_to_a_statement(text: str) -> bool:
    """单位：元, 2020年12月31日, 编制单位, a number of a page; not the line over another table."""
    words = table_words().lines_of_statements
    return not HAN.search(text) or (len(text) <= LONGEST_HEAD and any(word in text for word in words))


def _names_a_statement(text: str) -> bool:
    return any(word in text for word in table_words().statements) and "。" not in text


def _category(text: str) -> str | None:
    """母公司 of 母公司利润表; nothing of 合并利润表 and of 合并及母公司利润表, whose columns tell."""
    words = table_words()
    if any(word in text for word in words.whole_group):
        return None
    return next((word for word in words.parents if word in text), None)
