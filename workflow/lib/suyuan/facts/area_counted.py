"""Places that belong to what a number counts, to the number in the brackets behind them, or to its other side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.facts.area_bodies import BODIES
from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.quantities.mention import Mention

SEPARATOR = re.compile("[、，；]|以及|和|与|及")
COUNTED_REACH = (
    2  # characters between a number and a place that describes what it counts (48家|海外|中国文化中心)
)
PLACE_UNITS = frozenset("省市县区州地")
SEATED = re.compile("(?:[是都均全]|分别)?(?:来自于?|位于|属于|落户|设在|分布在|在|产自|出自)")
PARTNERS = frozenset({"与", "就与", "同", "和", "跟"})


def of_before(par: Paragraph, word: AreaWord, start: int, end: int) -> bool:
    """4台|文化和旅游部|演出、5台: a place in what the number before counts."""
    if not start <= word.start < word.end <= end:
        return False
    return not SEPARATOR.search(par.text, start, word.start) and bool(
        SEPARATOR.search(par.text, word.end, end)
    )


def is_counted(par: Paragraph, word: AreaWord, i: int) -> bool:
    """A body, or a place right after the number, in what a number before quantity ``i`` in its clause counts."""
    clause = par.clause(par.mentions[i].start)
    k = par.mentions_in(0, word.start).stop - 1  # the number right before the place
    if not par.mentions_in(clause.start, clause.end).start <= k < i:
        return False
    before, after = par.mentions[k], par.mentions[k + 1]
    near = word.kind in BODIES or word.start - before.end <= COUNTED_REACH
    return near and of_before(par, word, before.end, after.start)


def is_of_later(par: Paragraph, word: AreaWord, i: int) -> bool:
    """12家企业中有|3家来自|上海: a place that what a number after quantity ``i`` counts comes from or lies in."""
    return any(
        later.end < word.start and SEATED.fullmatch(par.text, later.end, word.start) is not None
        for later in par.mentions[i + 1 : par.mentions_in(0, word.start).stop]
    )


def bracketed(par: Paragraph, words: list[AreaWord], mention: Mention) -> list[AreaWord]:
    """高于意大利（|23%）: a number in brackets right after a place is of that place alone."""
    near = [word for word in words if par.text[word.end : mention.start] in ("（", "(")]
    return near or words


def is_partner(par: Paragraph, mention: Mention, words: Sequence[AreaWord]) -> bool:
    """The last place is the other side of 与 right after counted places: 六市|与|北京."""
    if len(words) < 2 or words[-1].start < mention.end or len(words[-1].names) != 1:
        return False
    after = par.text[mention.end : words[-1].start]
    return (mention.unit or "") in PLACE_UNITS and after in PARTNERS
