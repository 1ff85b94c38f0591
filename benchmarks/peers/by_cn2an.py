"""cn2an: converts Chinese numerals. It finds none, so runs of numerals are cut out for it; it knows no units."""

from __future__ import annotations

import re

import cn2an
from common import Mention, Peer, mention

RUN = re.compile(
    r"\d[\d,]*(?:\.\d+)?[十百千万亿]*|[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?"
)
PARTS = re.compile(rf"(?P<of>{RUN.pattern})分之(?P<part>{RUN.pattern})")


def number(written: str) -> float | None:
    """The value of a numeral, null where cn2an refuses it."""
    try:
        return float(cn2an.cn2an(written.replace(",", ""), "smart"))
    except ValueError:
        return None


def numbers(text: str) -> list[Mention]:
    """Shares (一 of 三分之一 in a hundred) and numerals of a text."""
    found: list[Mention] = []
    for match in PARTS.finditer(text):
        whole, part = number(match["of"]), number(match["part"])
        if whole and part is not None:
            found.append(mention(match.start(), match.end(), 100 * part / whole, "%"))
    taken = [(row["start"], row["end"]) for row in found]
    for match in RUN.finditer(text):
        value = number(match[0])
        if value is not None and not any(start <= match.start() < end for start, end in taken):
            found.append(mention(match.start(), match.end(), value))
    return sorted(found, key=lambda row: row["start"])


class Adapter(Peer):
    packages = ("cn2an",)

    def paragraph(self, text: str) -> list[Mention]:
        return numbers(text)
