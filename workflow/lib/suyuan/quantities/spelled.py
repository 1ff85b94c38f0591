"""Numbers without a digit that no Chinese numeral makes: two thirds of, more than half of, ½; and the list 百强."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from suyuan.quantities.bounds import Bounds, bounds_of
from suyuan.quantities.mention import Ledger, Mention
from suyuan.quantities.numerals import Reading
from suyuan.quantities.units import unit_at
from suyuan.records.fact import Comparator

ENGLISH_WORD = "number word in English"
FRACTION_SIGN = "fraction sign"
COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "a": 1,
}  # fmt: skip
PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10,
}  # fmt: skip
QUALIFIERS: dict[str, tuple[Comparator, str]] = {
    "nearly": ("~", "近"), "almost": ("~", "近"), "about": ("~", "约"), "around": ("~", "约"),
    "approximately": ("~", "约"), "roughly": ("~", "约"), "more than": (">", ""), "over": (">", ""),
    "less than": ("<", ""), "fewer than": ("<", ""), "under": ("<", ""), "at least": (">=", ""),
    "at most": ("<=", ""), "up to": ("<=", ""),
}  # fmt: skip
NUMBER_WORD = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion|dozens?|half|thirds|"
    "quarters|fifths|tenths"
)
# two thirds of, half of: what it is the share of follows; but no first half of a year
SHARE = re.compile(
    rf"\b(?:(?P<word>{'|'.join(QUALIFIERS)}) )?(?<!first )(?<!second )(?<!latter )(?<!other )(?<!one and )"
    rf"(?:(?P<count>{'|'.join(COUNTS)})[ -])?(?P<part>{'|'.join(PARTS)})s? of (?!(?:the year|[A-Z]?[a-z]* ?\d))",
    re.I,
)
WORD = re.compile(
    rf"\b(?:(?:one|a)[ -](?:{'|'.join(PARTS)})|(?:{NUMBER_WORD})(?:[ -](?:{NUMBER_WORD}))*)\b",
    re.I,
)
UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS = {word: value for value, word in enumerate([*UNITS, *TEENS], 1) if value > 1}
NUMBERS |= {word: 10 * value for value, word in enumerate(TENS, 2)}
NUMBERS |= {f"{ten}-{unit}": NUMBERS[ten] + n for ten in TENS for n, unit in enumerate(UNITS, 1)}
# Sixteen mixtures were, five nitrogen treatments; but no the two groups, which were counted before, and no two aspects
COUNT = re.compile(
    rf"\b(?<!the )(?<!The )(?<!these )(?<!These )(?<!those )(?<!all )(?<!All )(?<!other )(?<!first )(?<!last )(?<!next )"
    rf"(?:(?P<word>{'|'.join(QUALIFIERS)}) )?(?P<number>{'|'.join(sorted(NUMBERS, key=lambda w: (-len(w), w)))})(?= [a-z])",
    re.I,
)
RHETORIC = re.compile(
    r" (?:[a-z-]+ ){0,2}(?:aspects|ways|perspectives|kinds|types|parts|sides|points|dimensions|directions|categories|"
    r"thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths)\b"
)
LATIN = re.compile("[A-Za-z]")
SIGN = re.compile("[¼½¾⅐-⅞]")
SIGN_ENDS = re.compile(r"$|[，。；、）]|的|以上|左右")
LARGEST = re.compile("(?<![一二三四五六七八九十两])百强")


def may_hold(text: str) -> bool:
    """Whether ``text`` may hold any of these."""
    return bool((LATIN.search(text) and WORD.search(text)) or SIGN.search(text) or "百强" in text)


def find_shares(text: str) -> list[Mention]:
    """Shares in English words before ``of``, and fraction signs that stand alone, in per cent."""
    found = []
    for match in SHARE.finditer(text):
        word, count, part = match["word"], match["count"], PARTS[match["part"].lower()]
        if count is None and part != 2:
            continue  # the third of
        upper = COUNTS[(count or "one").lower()]
        if upper < part:
            end = match.end() - len(" of ")
            first = match.start("count") if count else match.start("part")
            found.append(_share(match.start(), first, end, Fraction(upper, part), (word or "").lower()))
    for match in SIGN.finditer(text):
        if not text[match.start() - 1 : match.start()].isdigit() and SIGN_ENDS.match(text, match.end()):
            parted = unicodedata.normalize("NFKC", match.group()).split("⁄")
            share = Fraction(int(parted[0]), int(parted[1]))
            found.append(_share(match.start(), match.start(), match.end(), share, ""))
    return sorted(found, key=lambda mention: mention.start)


def find_counts(text: str) -> list[Mention]:
    """Numbers from two to ninety-nine in English words before the plural noun that they count; the unit as of digits."""
    found = []
    for match in COUNT.finditer(text):
        unit = unit_at(text, match.end())
        if unit is None or RHETORIC.match(text, match.end()):
            continue
        one, value = Fraction(1), Fraction(NUMBERS[match["number"].lower()])
        comparator, like = QUALIFIERS.get((match["word"] or "").lower(), ("=", ""))
        bounds = bounds_of(Reading(value, one, one), comparator, unit.kind, whole=True, word=like)
        found.append(
            Mention(
                match.start(), unit.end, match.start("number"), match.end(), comparator, value, None, None, one,
                bounds.step_ambiguous, bounds.low, bounds.high, bounds.low_open, bounds.high_open, bounds.rule,
                unit.unit or None, text[unit.start : unit.end] or None, "number",
            )
        )  # fmt: skip
    return found


def _share(start: int, first: int, end: int, share: Fraction, word: str) -> Mention:
    """The mention of ``text[start:end]``; the next smaller fraction of the same form is one step away."""
    value, below = share * 100, share.denominator
    step = value / (below + 1)
    comparator, like = QUALIFIERS.get(word, ("=", ""))
    bounds = (
        Bounds(value, value, False, False, "share_of_words")
        if comparator == "="
        else bounds_of(Reading(value, step, step), comparator, "share", whole=False, word=like)
    )
    return Mention(
        start, end, first, end, comparator, value, None, None, step, bounds.step_ambiguous, bounds.low, bounds.high,
        bounds.low_open, bounds.high_open, bounds.rule, "%", None, "share_of_words",
    )  # fmt: skip


def spelled_ledger(text: str, taken: set[int]) -> list[Ledger]:
    """Rows for the number words, fraction signs and lists 百强 that touch none of the positions ``taken``."""
    rows = [Ledger(*m.span(), "unread", ENGLISH_WORD) for m in WORD.finditer(text)]
    rows += [Ledger(*m.span(), "unread", FRACTION_SIGN) for m in SIGN.finditer(text)]
    rows += [Ledger(m.start(), m.start() + 1, "name", "list of the largest") for m in LARGEST.finditer(text)]
    return [row for row in rows if taken.isdisjoint(range(row.start, row.end))]
