"""Title, year and type of an entry, where its form shows them."""

from __future__ import annotations

import re
from typing import NamedTuple

TYPE = re.compile(r"\[([A-Z]{1,2}(?:/[A-Z]{2,3})?)\]")  # GB/T 7714-2015, appendix B: [J], [M], [EB/OL]
NAMED = re.compile("《.+?》")
AFTER_AUTHORS = re.compile(r"\.(?=\s*\S)")
YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
LOOKED_UP = re.compile(r"\[\d{4}-\d{1,2}-\d{1,2}\]")  # date of access


LAST_CHINESE = re.compile(r".*[\u4e00-\u9fff]", re.S)
NEW_ENTRY = re.compile(r"[.\s]\s+(?=[A-Z][A-Za-z-]* [A-Za-z])")
SOURCE = re.compile(r"https?:|www\.|《.+?》|\[[A-Z]{1,2}(?:/[A-Z]{2,3})?\]")


class Described(NamedTuple):
    """What an entry says about itself; None where its form does not show it."""

    title: str | None
    year: int | None
    type: str | None


def described(text: str) -> Described:
    """Parts of an entry in narrow form, by GB/T 7714-2015 (``Authors. Title[J]. Journal, 2022(1): 1-2``) or with 《title》.

    The title is what stands between the first full point and the type, with its 《》 where it has them. The year is the
    first behind the type, the date of access left out; without a type the last of the entry.
    """
    tag = TYPE.search(text)
    if tag is None:
        named = NAMED.search(text)
        years = YEAR.findall(LOOKED_UP.sub("", text))
        return Described(named[0] if named else None, int(years[-1]) if years else None, None)
    before, after = text[: tag.start()], LOOKED_UP.sub("", text[tag.end() :])
    parts = AFTER_AUTHORS.split(before, maxsplit=1)
    title = parts[-1].strip(" .*")
    year = YEAR.search(after)
    return Described(title or None, int(year[1]) if year else None, tag[1])


def parted(text: str) -> tuple[str, str | None]:
    """An entry in Chinese and the same in Latin letters printed behind it, if there is one with a type of its own."""
    chinese = LAST_CHINESE.match(text)
    if chinese is None:
        return text, None
    match = NEW_ENTRY.search(text, chinese.end())
    if match is None or TYPE.search(text, match.end()) is None or TYPE.search(text, 0, match.start()) is None:
        return text, None
    return text[: match.start() + 1], text[match.end() :]


def names_source(text: str) -> bool:
    """Whether a note names a source (an address, a title in 《》, a type of GB/T 7714), so that it is not a remark."""
    return SOURCE.search(text) is not None
