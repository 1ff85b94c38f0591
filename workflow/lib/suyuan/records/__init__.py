"""The records that stages hand to one another."""

from suyuan.records.act import Act, Link
from suyuan.records.base import Record
from suyuan.records.evidence import Evidence
from suyuan.records.exact import Exact, as_number, exact, exact_text
from suyuan.records.fact import BlockKind, Cell, Fact, Numeral
from suyuan.records.finding import Finding, Problem
from suyuan.records.locator import Box, CollectedLocator, Locator, PdfLocator, TextLocator
from suyuan.records.observation import Observation, Statement

__all__ = [
    "Act", "BlockKind", "Box", "Cell", "CollectedLocator", "Evidence", "Exact", "Fact", "Finding", "Link", "Locator",
    "Numeral", "Observation", "PdfLocator", "Problem", "Record", "Statement", "TextLocator", "as_number", "exact", "exact_text",
]  # fmt: skip
