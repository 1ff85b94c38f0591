"""Items of a sentence (一是…；二是…；三是…; 第一，…；第二，…): the time of one item is not that of the next."""

from __future__ import annotations

import re

NEXT = re.compile(
    "[；，。](?:[二三四五六七八九]是|第[二三四五六七八九][，、]|（[二三四五六七八九2-9]）|[②-⑨]|其[二三四五六]，?|其次，|再次，|最后，)"
)
ANY = re.compile(
    "(?:^|[；，。：])(?:[一二三四五六七八九]是|第[一二三四五六七八九][，、]|（[一二三四五六七八九1-9]）|[①-⑨]|其[一二三四五六]，?|首先，|其次，|再次，)"
)


def is_of_another_item(text: str, sentence: int, at: int, start: int) -> bool:
    """Whether a number at ``start`` stands in a later item than a time that begins at ``at``.

    ``sentence``: where their sentence begins; a time before the first item is of all of them.
    """
    if ANY.search(text, sentence, at + 1) is None:
        return False
    return NEXT.search(text, at, start) is not None
