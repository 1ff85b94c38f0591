"""quantulum3: quantities with units, made for English."""

from __future__ import annotations

from common import Mention, Peer, mention
from quantulum3 import parser


class Adapter(Peer):
    packages = ("quantulum3",)
    blanks = True

    def paragraph(self, text: str) -> list[Mention]:
        found = []
        for quantity in parser.parse(text):
            start, end = quantity.span
            low, high = quantity.value, None
            if quantity.uncertainty:  # a range comes as its middle and half its width
                low, high = quantity.value - quantity.uncertainty, quantity.value + quantity.uncertainty
            row = mention(start, end, low, quantity.unit.name)
            if high is not None:
                row |= {"value": None, "value_min": low, "value_max": high, "comparator": "range"}
            if end > start:
                found.append(row)
        return found
