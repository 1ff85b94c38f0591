"""Finding of the audit; Problem of the run; Correction by a reviewer."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.records.base import Record
from suyuan.records.exact import Exact

Verdict = Literal["holds", "inconsistent", "cannot tell"]


class Finding(Record):
    """Outcome of one arithmetic check. It says that numbers are inconsistent, never which of them is wrong."""

    finding_id: str
    check: str = Field(description="name of the check: parts_and_whole, share_of_counts, growth_rate …")
    fact_ids: tuple[str, ...]
    formula: str = Field(description="the arithmetic in words, such as 57 + 14 + 4 = 75")
    stated: Exact | None = Field(None, description="the number as stated, base unit")
    low: Exact | None = Field(None, description="least value that the other facts allow")
    high: Exact | None = Field(None, description="greatest value that the other facts allow")
    verdict: Verdict
    severity: Literal["info", "warning", "error"] = "info"
    text_zh: str
    text_en: str


class Problem(Record):
    """A row of problems.csv: what is wrong, in which file and where, what to do. The rest of the run goes on."""

    stage: str
    source_id: str | None = None
    file: str | None = Field(None, description="path relative to the project")
    where: str | None = Field(None, description="page, line, card field or key")
    what: str
    todo: str = Field(description="what the user should do")
    severity: Literal["note", "warning", "error"] = "error"
