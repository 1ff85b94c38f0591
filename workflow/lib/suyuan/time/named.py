"""Times whose dates a table knows by their names: 党的十八大以来, 新时代十年."""

from __future__ import annotations

from suyuan.time.expression import TimeExpression
from suyuan.time.table import TimeWords

EVENT_SINCE, ERA = "event_since", "era"  # rules
LONGEST_LEAD = 4  # 自从党的


def read_named(text: str, at: int, words: TimeWords) -> TimeExpression | None:
    """The time whose name begins at ``at``, None elsewhere; the congress of another body (工会十八大以来) has no date."""
    era = words.era.match(text, at)
    if era:
        first, last = words.eras[era.group()]
        return TimeExpression(at, era.end(), f"{first}/{last}", "during", None, ERA)
    held = words.congress.match(text, at)
    if held is None:
        return None
    of = words.congress_of.search(text[max(0, at - LONGEST_LEAD) : at])
    if of is None:
        return TimeExpression(at, held.end(), None, "during", "named_event", EVENT_SINCE)
    start = at - len(of.group())
    return TimeExpression(
        start, held.end(), f"{words.congresses[held['name']]}/..", "during", None, EVENT_SINCE
    )
