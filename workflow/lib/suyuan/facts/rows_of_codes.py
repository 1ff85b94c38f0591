"""Rows named by codes, each with its level: 3个灌水水平（|W1|：60 mm、|W2|：120 mm）, 含磷量分别为|P1|（50 mg/kg）、|P2|（…）."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from suyuan.facts.groups import NO_TREATMENTS, TREATMENT
from suyuan.facts.left import collect_left
from suyuan.facts.list_names import SEVERAL
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.reading import BLANKS, Column, counted, words_of
from suyuan.facts.told import is_magnitude

CODES = "rows_of_codes"
CODE = r"(?<![A-Za-z0-9.])(?P<code>(?P<letters>[A-Z][A-Za-z]{0,2})\d{1,3})"
ROW = re.compile(rf"{CODE}(?P<sign>[：，（])(?=-?\d)")
SIGNS = ("：", "，", "（")
LONGEST_ROW = 12  # characters
STEPS = re.compile(
    "(?P<of>[一-龥]{0,10}?)(?:分别|共|各)?(?:设置?|设定|设计|采用|分为|取|选取|有)?了?"
    "(?:[0-9]+|[一二三四五六七八九十两]) ?(?:个|种|级|档|组)(?P<what>[一-龥]{2,10})$"
)
WORDS = re.compile("[^一-龥A-Za-z]+|各(?:处理|组|试件|样地)?的?")
TAILS = ("梯度", "水平", "处理")
LED = re.compile("(?:设置?了?|设定|取|选取|采用|(?:分别)?[为是]|如下|：|，)+$")


def row_of_code(par: Paragraph, i: int, read: Column, found: Sequence[Column]) -> Column | None:
    """The column of a number that stands behind a code, with the code as its row; None where no other code of the same
    letters has a number in the sentence (CO2，120 mg/L)."""
    mention = par.mentions[i]
    if mention.rank or read.change or not par.text.endswith(SIGNS, 0, mention.start):
        return None
    sentence = par.sentences[par.sentence_at(mention.start)]
    rows = [
        match
        for match in ROW.finditer(par.text, sentence.start, sentence.end)
        if match["letters"].upper() not in NO_TREATMENTS
    ]
    own = next((match for match in rows if match.end() == mention.start), None)
    if own is None:
        return None
    family = [match for match in rows if (match["letters"], match["sign"]) == (own["letters"], own["sign"])]
    if len(family) < 2:
        return None
    name = _told_before(par, sentence.start, family[0].start())
    plain = read.measure is not None and own["code"] not in read.measure and read.stem
    if not name and not plain:
        before = next((found[k] for k in par.before_in_sentence(i) if found[k].rule == CODES), None)
        name = before.stem or "" if before is not None else ""
        if not name:
            return None
    column = Column(counted(name, mention), name, CODES, unit=mention.unit) if name else read
    return replace(column, owner=None, breakdown={**column.breakdown, TREATMENT: own["code"]}, rule=CODES)


def _told_before(par: Paragraph, start: int, first: int) -> str:
    """灌水水平 of 设3个灌水水平（, 水泥用量 of 水泥用量（, 盐浓度 of 盐浓度设: what the row of codes is of; "" for nothing."""
    printed = par.text[start:first].rstrip()
    opening = printed.endswith("（")
    lead = LED.sub("", BLANKS.sub("", printed.removesuffix("（")))
    steps = STEPS.search(lead) if opening else None
    if steps is not None:
        what = steps["what"]
        if what in TAILS:
            return steps["of"] if is_magnitude(steps["of"]) else steps["of"] and steps["of"] + what
        bare = next((what.removesuffix(tail) for tail in TAILS if what.endswith(tail)), what)
        return bare if is_magnitude(bare) else what
    if opening:
        words = LED.sub("", words_of(collect_left(par, par.first_token(start + len(printed) - 1) - 1).tokens))
        words = SEVERAL.split(words)[-1]
    else:
        words = WORDS.split(lead)[-1]
    return words if is_magnitude(words) and len(words) <= LONGEST_ROW else ""
