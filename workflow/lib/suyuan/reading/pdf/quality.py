"""Whether the text layer of a page can be trusted, by stated measures.

Measured over the characters of the page that leave ink, turned ones too:

- *unknown*: share of U+FFFD, glyphs whose meaning the file does not tell;
- *odd*: share of unknown ones, control and private codes, accents, and signs that running text has few of (``! # { Ò``, not
  those of formulas); not counted where the Chinese of the page is sound;
- *Chinese*: share of pairs of neighbouring Chinese characters that are among the 6,000 commonest pairs inside words, and
  share of its characters among the 3,000 commonest (``data/common_pairs.yaml``);
- *English*: share of pairs of neighbouring letters among the 200 commonest, on pages that are mainly English.

A page is garbled if one of them is beyond its limit. What 427 sound pages had at worst (journals, communiqués, annual
reports, standards, lists of names, formulas, reference lists, tables), and 33 garbled ones at best, by either engine:
unknown 0.002 and 0.97 (pdfium); odd 0.012 and 0.17 (pdfminer); common Chinese pairs 0.16 (exchanged characters: 0.01) and
common characters 0.86 (a wrong encoding: 0.25); common English pairs 0.76 and 0.29. Digits alone are never judged: a table
of numbers has no measure.

A page is a scan if a picture covers most of it and its text is invisible or lies under the picture (the text was made by
recognition, and only its print is seen), if it has hardly any text and ink that is no text, or if it has little text (a
library's stamp) on a picture that covers nearly all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from operator import add
from typing import Literal, NamedTuple

from suyuan.language import language_table
from suyuan.reading.pdf.chars import PageChars
from suyuan.reading.pdf.glyphs import UNKNOWN
from suyuan.reading.pdf.pictures import SPARSE

Verdict = Literal["sound", "garbled", "recognised", "stamped", "empty"]
FEW = 20  # characters on a page: it has no text layer to speak of
ENOUGH = 40  # characters, below which nothing is measured
ENOUGH_PAIRS = 50
ENOUGH_LETTERS = 100
MANY_UNKNOWN = 0.15
MANY_ODD = 0.1
FEW_PAIRS = 0.08
FEW_COMMON = 0.7
FEW_ENGLISH = 0.45
COVERED = 0.5  # of the page, by pictures
NEARLY_ALL = 0.8
HIDDEN = 0.8  # of the pieces of text
ODD = re.compile("[!\"#$&'*?@\\\\`{|}~\x00-\x08\x0e-\x1f\x7f-\xa6¨ª¬¯´¶¸ºÀ-ÖØ-öø-ÿ\ue000-\uf8ff\ufffd]")
HAN = re.compile("[\u4e00-\u9fff]+")
LETTERS = re.compile("[A-Za-z][a-z]+")


class Shares(NamedTuple):
    """The measures of a text; None where there is too little to measure."""

    unknown: float
    odd: float
    pairs: float | None
    common: float | None
    english: float | None


def measure(text: str) -> Shares:
    """The measures of a text without blanks."""
    size = max(len(text), 1)
    known_pairs, known = _chinese()
    runs = HAN.findall(text)
    han = sum(map(len, runs))
    count = han - len(runs)
    pairs = (
        sum(sum(map(known_pairs.__contains__, map(add, run, run[1:]))) for run in runs) / count
        if count >= ENOUGH_PAIRS
        else None
    )
    common = sum(map(known.__contains__, "".join(runs))) / han if han >= ENOUGH_PAIRS else None
    words = LETTERS.findall(text)
    letters = sum(map(len, words)) - len(words)
    english = None
    if letters >= ENOUGH_LETTERS and letters > han:
        table = _english()
        english = (
            sum(word[i : i + 2].lower() in table for word in words for i in range(len(word) - 1)) / letters
        )
    return Shares(text.count(UNKNOWN) / size, len(ODD.findall(text)) / size, pairs, common, english)


def noise_in(text: str) -> str | None:
    """What makes a text (without blanks) noise; None for a sound one, and for one too short to tell."""
    if len(text) < ENOUGH:
        return None
    found = measure(text)
    if found.unknown > MANY_UNKNOWN:
        return "the file does not tell what its characters are"
    if found.odd > MANY_ODD and (found.pairs is None or found.pairs < 2 * FEW_PAIRS):
        return "its characters are noise"
    if (found.pairs is not None and found.pairs < FEW_PAIRS) or (
        found.common is not None and found.common < FEW_COMMON
    ):
        return "its Chinese characters make no words"
    if found.english is not None and found.english < FEW_ENGLISH:
        return "its letters make no words"
    return None


def text_of(page: PageChars) -> str:
    """The characters of a page that leave ink, in the order of the file."""
    return "".join([char.text for chars in (page.upright, page.turned) for char in chars if not char.blank])


def judge(page: PageChars) -> Verdict:
    """What the text layer of a page is: sound, garbled, made by recognition under a scan, or not there."""
    text = text_of(page)
    if noise_in(text) is not None:
        return "garbled"
    if len(text) < FEW:
        return "empty"
    if page.pictures >= COVERED and page.hidden >= HIDDEN:
        return "recognised"
    return "stamped" if page.pictures >= NEARLY_ALL and len(text) < SPARSE else "sound"


def page_list(pages: Iterable[int], most: int = 20) -> str:
    """``page 1, 2, 5-9`` of ascending numbers; ``…`` after ``most`` of them."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    shown = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return "page " + ", ".join(shown[:most]) + (" …" if len(shown) > most else "")


@cache
def _chinese() -> tuple[frozenset[str], frozenset[str]]:
    table = language_table("common_pairs.yaml")
    return frozenset(table["pairs"].split()), frozenset(table["characters"].replace(" ", ""))


@cache
def _english() -> frozenset[str]:
    return frozenset(language_table("common_pairs.yaml")["english"].split())
