"""TimeExpression: a date or period as the words give it, resolved as far as the words alone allow."""

from __future__ import annotations

import re

from suyuan.records.fact import TimeKind
from suyuan.values import value

WHOLE_YEARS = re.compile(r"(\d{4})/(\d{4})")  # EDTF of several whole years: first and last


@value
class TimeExpression:
    """A time in a flow. Positions count characters of ``Flow.text``.

    ``edtf`` is None while the expression is relative; ``suyuan.time.resolve`` fills it from an anchor, or leaves None.
    """

    start: int
    end: int
    edtf: str | None  # 2022-12, 2014/2016, 2018/.., ../2007, 198X, 199X~, XXXX-08-14
    kind: TimeKind | None  # as_of for 截至…, 年底; during otherwise
    relative: str | None = None  # rule of resolution: same_year, last_year, month_day, to_date, since …
    rule: str = ""  # name of the construction
    planned: bool = False  # 到2025年 with a target verb, 力争, 目标
