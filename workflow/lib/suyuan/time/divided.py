"""A period parted at a year: 1965—2009年…以1985年为界，前一时段…，后一时段…: of 1965 to 1985, and of 1985 to 2009."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.assigned import AssignedTime
from suyuan.time.clauses import clauses, index_of, sentences
from suyuan.time.expression import WHOLE_YEARS, TimeExpression
from suyuan.time.series_ends import START

RULE = "part_of_divided_period"
DIVIDED = re.compile(
    r"(?:以|在)(?P<year>(?:19|20)\d\d)年(?:前后|左右)?(?:作?为(?:分?界|界限|界线|分割|断点|突变)|发生(?:显著)?突变|前后发生)"
)
BEFORE = re.compile(
    "(?:前一?|上一?)(?:个?时段|个?阶段|时期|段|期)(?!间)|(?:突变|变化|变异|改变|治理|转折)(?:年|点)?(?:之|以)?前|原来|原先|此前"
)
AFTER = re.compile(
    "(?:后一?|下一?)(?:个?时段|个?阶段|时期|段|期)(?!间)|(?:突变|变化|变异|改变|治理|转折)(?:年|点)?(?:之|以)?后|后来|此后"
)
OWN = ("clause",)  # a time of its own


def with_divided_period(
    flows: Sequence[Flow],
    spans: Sequence[Sequence[tuple[int, int]]],
    times: Sequence[Sequence[TimeExpression]],
    found: Sequence[list[AssignedTime]],
    before: Sequence[Sequence[AssignedTime]],
) -> list[list[AssignedTime]]:
    """``found`` with what is told of the time before and after the year at which a study parts its period.

    ``before``: times before the study gave its own. Of 由A增至B without a date A is of the first part, B of the second.
    Nothing changes where no such year is told, two are, or no period of whole years around it.
    """
    result = [list(row) for row in found]
    marks = [(index, match) for index, flow in enumerate(flows) for match in DIVIDED.finditer(flow.text)]
    if len({match["year"] for _, match in marks}) != 1:
        return result
    first, match = marks[0]
    year = match["year"]
    around = {
        (years[1], years[2])
        for row in times[: first + 1]
        for time in row
        if (years := WHOLE_YEARS.fullmatch(time.edtf or "")) and years[1] < year < years[2]
    }
    if len(around) != 1:
        return result
    begin, end = around.pop()
    parts = f"{begin}/{year}", f"{year}/{end}"
    for index in range(first, len(flows)):
        low = match.end() if index == first else 0
        _part(flows[index].text, low, spans[index], before[index], result[index], parts)
    return result


def _part(
    text: str,
    low: int,
    spans: Sequence[tuple[int, int]],
    before: Sequence[AssignedTime],
    row: list[AssignedTime],
    parts: tuple[str, str],
) -> None:
    within = sentences(text)
    for k, (start, _) in enumerate(spans):
        if start < low or before[k].time_from in OWN:
            continue
        a, b = within[index_of(within, start)]
        inside = clauses(text, a, b)
        head = max(inside[index_of(inside, start)][0], spans[k - 1][1] if k else 0)
        named = [
            (match.start(), part)
            for part, word in enumerate((BEFORE, AFTER))
            for match in word.finditer(text, head, start)
        ]
        leads = before[k].rule == START
        led = k > 0 and before[k - 1].rule == START and not leads and spans[k - 1][0] >= low
        if named:
            edtf = parts[max(named)[1]]
        elif leads or led:
            edtf = parts[1 if led else 0]
        else:
            continue
        row[k] = AssignedTime(edtf, "during", "document", rule=RULE)
