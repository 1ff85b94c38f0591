"""Stage 3b: a dash, ± or ~ before a number, read with the number before it in view.

Between two numbers the dash and the tilde make a range (stage 4a). Before a single number ± states a tolerance around
nought, and a dash after a word may be a minus or a break in the sentence: where the words do not tell, the number goes
to the ledger.
"""

from __future__ import annotations

import re
from dataclasses import replace

from suyuan.quantities.numerals import Reading
from suyuan.quantities.phrase import Phrase

SIGNED = ("money", "share", "ratio", "measure")  # a count has no sign: 歼-20架
NAME_BEFORE = re.compile(r"[A-Za-z]\d{1,2} $", re.ASCII)
TOLERANCE = ("±", "正负")
TWO_POLES = ("千伏", "kV", "伏", "V")
BROKEN = "a blank inside a number"
DOUBTFUL = "the dash before it may be a minus or a break"


def read_signs(text: str, phrases: list[Phrase], cells: bool = False) -> list[Phrase]:
    """Phrases in order, with tolerances (±0.05mm) as ranges and without the ~ of a range as 约.

    ``cells``: the text is a row of a table, where a blank parts two cells and not the digits of one number.
    """
    out: list[Phrase] = []
    for phrase in phrases:
        end_before = out[-1].end if out else -1
        broken = not cells and _is_broken(text, end_before, phrase)
        out.append(replace(phrase, why_not=BROKEN) if broken else _read_sign(text, end_before, phrase))
    return out


def _is_broken(text: str, end_before: int, phrase: Phrase) -> bool:
    """189,175.1 4万元, as recognition leaves it: digits, a blank, and the rest of the number."""
    at = phrase.numeral.start
    if NAME_BEFORE.search(text, max(0, at - 6), at):
        return False  # SpO2 95%
    return at > 1 and end_before == at - 1 and text[at - 1] == " " and text[at - 2].isdigit()


def _read_sign(text: str, end_before: int, phrase: Phrase) -> Phrase:
    at = phrase.numeral.start
    if at == 0 or phrase.reading is None:
        return phrase
    if phrase.before is not None and phrase.before.text == "~" and phrase.start == end_before:
        return replace(phrase, before=None, start=at)  # 6.5~8.5: between two numbers ~ is no 约
    if phrase.start != at or end_before >= at - 1:
        return phrase
    mark = next((mark for mark in TOLERANCE if text.endswith(mark, 0, at)), None)
    if mark is not None and phrase.second is None:
        if phrase.unit is not None and phrase.unit.unit in TWO_POLES:
            return replace(phrase, why_not="voltage of two poles")  # ±800千伏直流 names a line, no interval
        return _tolerance(phrase, len(mark))
    return phrase


def refuse_doubtful(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases in order, joined and with their units: those refused whose dash may be a minus or a break in the sentence."""
    return [
        replace(phrase, why_not=DOUBTFUL)
        if _is_doubtful(text, before.end if before else -1, phrase)
        else phrase
        for before, phrase in zip([None, *phrases], phrases, strict=False)
    ]


def _is_doubtful(text: str, end_before: int, phrase: Phrase) -> bool:
    at = phrase.start
    if at < 2 or text[at - 1] != "-" or end_before == at - 1:
        return False
    signed = phrase.unit is not None and phrase.unit.kind in SIGNED
    return signed and "\u4e00" <= text[at - 2] <= "\u9fff"


def _tolerance(phrase: Phrase, width: int) -> Phrase:
    """±0.05mm: from -0.05 to 0.05 mm; ±0.000 is the level that heights are measured from."""
    assert phrase.reading is not None
    if not phrase.reading.value:
        return replace(phrase, why_not="datum level")
    wide = phrase.reading
    least = Reading(-wide.value, wide.step, wide.coarse)
    return replace(phrase, start=phrase.start - width, reading=least, second=wide, rule="range", before=None)
