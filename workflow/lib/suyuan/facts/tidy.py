"""A measure without the places that the area of the number says already."""

from __future__ import annotations

import re
from collections.abc import Collection

from suyuan.facts.paragraph import Paragraph
from suyuan.places.records import GEOGRAPHIC
from suyuan.quantities.mention import Mention

REGION = "区域"
SHORTEST = 4  # characters that must be left of a measure


def without_area(measure: str | None, par: Paragraph, mention: Mention, area: Collection[str]) -> str | None:
    """合力制定的|京津冀|区域协同地方标准数量, of an ``area`` that is 京津冀: the place leaves the measure.

    Only at the head of the measure or after a 的, where the place is an attribute; after a preposition, in titles and in
    the whole of a share it stays.
    """
    if measure is None or not area:
        return measure
    sentence = par.sentences[par.sentence_at(mention.start)]
    for word in par.areas_in(sentence.start, sentence.end):
        if word.kind not in (*GEOGRAPHIC, "anaphor") or not set(word.names) <= set(area):
            continue
        written = par.text[word.start : word.end]
        if word.names[0] + REGION == written:
            written = word.names[0]  # 京津冀|区域协同标准
        measure = re.sub(rf"(?:^|(?<=的)){re.escape(written)}的?(?=[一-龥]{{{SHORTEST},}})", "", measure)
    return measure
