"""The head of a piece of news: 新华社某市10月20日电（记者…）, 本报讯（记者…）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.flow import Flow
from suyuan.time.points import DAY, MONTH
from suyuan.values import value

LEAD = 4  # paragraphs in which a dateline is looked for
WINDOW = 80  # characters of a paragraph in which it ends
RULE = "dateline"  # rule of its date: it dates the telling and governs nothing
SENT = "(?:专?电|讯|消息|报道)"
DATED = rf"(?:(?P<year>20\d\d)年)?(?P<month>{MONTH})月(?P<day>{DAY})日(?:\d{{1,2}}时)?{SENT}(?=[（“《\d\u4e00-\u9fff]|$)"
DATELINE = re.compile(DATED)
AUTHORS = (
    "（(?:本报|本网|本刊|本台)?(?:记者|通讯员|见习记者|实习记者|全媒体记者|作者|编辑|文/)[^（）]{0,40}）"
)
BY_REPORTER = rf"[^，。；\d]{{0,12}}(?:讯|电|消息){AUTHORS}"
REPORTER = re.compile(BY_REPORTER)
# 2023年10月29日08：15来源：某日报, over the news
STAMP = re.compile(
    rf"(?P<year>20\d\d)[-/.年](?P<month>{MONTH})[-/.月](?P<day>{DAY})日?(?:\d{{1,2}}[：:]\d\d(?:[：:]\d\d)?)?"
    "(?:来源|稿源|文章来源|信息来源|作者|记者|编辑|责编|字号|浏览|阅读|点击|发布)"
)
NEWS_HEAD = re.compile(rf"(?:[^，。；]{{0,60}}?{DATED}(?:{AUTHORS})?|{BY_REPORTER})")


@value
class Dateline:
    """The dateline of a piece of news: its month and day, its year where it says one (else None)."""

    year: str | None
    month: int
    day: int


def find_dateline(flows: Sequence[Flow]) -> Dateline | None:
    """The dateline at the head of one of the first paragraphs."""
    for flow in [flow for flow in flows if flow.block.kind == "paragraph"][:LEAD]:
        match = STAMP.match(flow.text) or DATELINE.search(flow.text, 0, WINDOW)
        if match:
            return Dateline(match["year"], int(match["month"]), int(match["day"]))
    return None


def is_news(flows: Sequence[Flow]) -> bool:
    """A dateline, or 本报讯（记者…） at the head of one of the first paragraphs."""
    lead = [flow for flow in flows if flow.block.kind == "paragraph"][:LEAD]
    return find_dateline(flows) is not None or any(REPORTER.search(flow.text, 0, WINDOW) for flow in lead)


def dates_the_telling(text: str, at: int) -> bool:
    """Whether the date at ``at`` is that of a dateline or of a stamp."""
    return at < WINDOW and (
        DATELINE.match(text, at) is not None or (at == 0 and STAMP.match(text) is not None)
    )


def end_of_head(text: str) -> int:
    """Where the news begin behind such a head; 0 where there is none."""
    match = NEWS_HEAD.match(text)
    return match.end() if match else 0
