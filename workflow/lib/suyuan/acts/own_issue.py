"""The act by which an official document itself was issued: issuer and title at its head, its number, the day under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from suyuan.acts.titles import Title
from suyuan.flow import Flow
from suyuan.time import TimeExpression

LEAD_FLOWS, LAST_FLOWS = 6, 8
ISSUED = "印发"  # what is done with a document that bears a number
HEAD = re.compile(
    r"(?P<issuer>[一-龥、]{2,40}?)(?P<title>关于[^。；：]{4,80}?的(?:意见|通知|决定|批复|公告|通报|函))(?=$|[一-龥]{1,8}〔\d{4}〕)"
)
NUMBER = re.compile(r"[一-龥]{1,8}〔(?P<year>\d{4})〕\d{1,4}号")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
AFTER_DAY = re.compile(r"(?:（[^（）]{2,30}）)?[。 ]*")


@dataclass(frozen=True, slots=True)
class OwnIssue:
    """Index of the flow that holds the head, issuer and title in it, and the date: the day, else the year of the number."""

    flow: int
    issuer: tuple[int, int]
    title: Title
    date: str


def own_issue(flows: Sequence[Flow], times: Sequence[Sequence[TimeExpression]]) -> OwnIssue | None:
    """The issue of the document itself; None where its first lines bear no issuer, title and number.

    ``times`` are the resolved times of each flow. A day counts where it ends one of the last lines of the document.
    """
    lead = flows[:LEAD_FLOWS]
    for index, flow in enumerate(lead):
        head = HEAD.match(flow.text)
        if head is None:
            continue
        after = (flow.text[head.end() :], *(each.text for each in lead[index + 1 :]))
        number = next((found for text in after if (found := NUMBER.match(text))), None)
        if number is None:
            return None
        title = Title(*head.span("title"), head["title"])
        return OwnIssue(
            index, head.span("issuer"), title, _day(flows, times, number["year"]) or number["year"]
        )
    return None


def _day(flows: Sequence[Flow], times: Sequence[Sequence[TimeExpression]], year: str) -> str | None:
    """The day under the document, of the year of its number."""
    for flow, found in list(zip(flows, times, strict=True))[: -LAST_FLOWS - 1 : -1]:
        for time in reversed(found):
            at_end = AFTER_DAY.fullmatch(flow.text, time.end) is not None
            if at_end and time.edtf is not None and DAY.fullmatch(time.edtf) and time.edtf.startswith(year):
                return time.edtf
    return None
