"""Find the quantities of a flow, and the ledger of the numerals that are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from suyuan.flow import LONGEST_NUMBER, Flow
from suyuan.quantities.bounds import Bounds, bounds_of
from suyuan.quantities.changes import levels_of_changes
from suyuan.quantities.compounds import join_compounds
from suyuan.quantities.decide import STANDS_FOR_PLACES, decide, is_year
from suyuan.quantities.exclude import FIRST, Claim, find_claims
from suyuan.quantities.join import join_fractions, join_ranges, join_ratios
from suyuan.quantities.lists import mark_lists
from suyuan.quantities.mention import Ledger, Mention
from suyuan.quantities.nouns import count_nouns
from suyuan.quantities.numeral import Numeral
from suyuan.quantities.numerals import FORMAL, HAN
from suyuan.quantities.phrase import Phrase, before_whole, build_phrase
from suyuan.quantities.ranks import FIRST_PLACE, find_doublings, first_place, heads_of_lists, read_rank
from suyuan.quantities.scan import CIRCLED, find_lone_powers, find_numerals
from suyuan.quantities.signs import read_signs, refuse_doubtful
from suyuan.quantities.speeds import hourly_speeds
from suyuan.quantities.spelled import find_counts, find_shares, may_hold, spelled_ledger
from suyuan.quantities.sums import money_of_sums
from suyuan.quantities.tables import numerals_table
from suyuan.quantities.thresholds import at_least, climbed, of_a_norm
from suyuan.quantities.totals import (
    counts_over_totals,
    falls_to_nothing,
    intervals_of_estimates,
    kept_temperatures,
    points_of_means,
)
from suyuan.records.fact import NumeralClass
from suyuan.values import value

NUMERAL = re.compile(f"[0-9{HAN}{''.join(FORMAL)}{CIRCLED}半]")  # every numeral holds one of these
RANK = re.compile("[首翻]")  # and 首位, 翻番 one of these
MEAN = tuple(numerals_table()["mean_before"])
TOO_LONG = f"more than {LONGEST_NUMBER} digits"
COUNTS_NOTHING = "power of ten that counts nothing"
PART_OF_REFUSED = "part of a number that was refused"
NAME_REASONS = frozenset(
    {
        "letters before the digits",
        "label of an age group",
        "label of a group",
        "grade in words",
        "ordinal in words",
        STANDS_FOR_PLACES,
    }
)


@value
class Quantities:
    """What :func:`find_quantities` found, in order of position."""

    mentions: list[Mention]
    ledger: list[Ledger]


def find_quantities(flow: Flow, taken: Sequence[tuple[int, int, NumeralClass]] = ()) -> Quantities:
    """Every numeral of ``flow`` as a mention of a quantity or with its class in the ledger.

    ``taken`` holds spans (start, end, class) in ``flow.text`` which other stages claimed, such as dates; numerals that
    touch them go to the ledger under that class. All positions count characters of ``flow.text``. Never raises for
    text; the same flow gives the same answer.
    """
    text = flow.text
    too_long = [Ledger(start, end, "unread", TOO_LONG) for start, end in flow.too_long]
    spelled = may_hold(text)
    if NUMERAL.search(text) is None and RANK.search(text) is None and not spelled:
        return Quantities([], too_long)
    claims = find_claims(flow, taken)
    covered = ClaimIndex(claims)
    doublings = [m for m in find_doublings(text) if not covered.covers(m.start)]
    claims += [Claim(m.start, m.end, "name", None) for m in doublings]
    spans = ClaimIndex(claims)
    ledger: list[Ledger] = too_long
    free: list[Numeral] = []
    numerals = find_numerals(text)
    for numeral in numerals:
        claim = spans.over(numeral)
        if claim is None:
            free.append(numeral)
        elif not any(m.start <= numeral.start < m.end for m in doublings):
            ledger.append(_entry(numeral, claim))
    for start, end in find_lone_powers(text, numerals):
        ledger.append(_lone(text, start, end, spans.at(start)))
    mentions = list(doublings)
    if spelled:
        of_words = [*find_shares(text), *find_counts(text)]
        mentions += [m for m in of_words if not any(map(spans.covers, range(m.start, m.end)))]
    mentions += [m for m in heads_of_lists(text) if not spans.covers(m.start)]
    for match in FIRST.finditer(text):
        if spans.covers(match.start()):
            continue
        if FIRST_PLACE.search(text, max(0, match.start() - 20), match.end()):
            mentions.append(first_place(match.start()))
        else:
            ledger.append(Ledger(match.start(), match.start() + 1, "name", "ordinal"))
    for phrase in read_phrases(text, free, flow.block.kind == "table"):
        if phrase.why_not is not None:
            ledger.append(_refused(phrase))
        else:
            mentions.append(make_mention(text, phrase))
    if spelled:
        rows = [(item.start, item.end) for item in ledger] + [(m.start, m.end) for m in mentions]
        rows += [(numeral.start, numeral.end) for numeral in numerals]
        ledger += spelled_ledger(text, {at for start, end in rows for at in range(start, end)})
    if flow.block.kind == "table":
        ledger = [
            replace(e, numeral_class="table_text", reason=None) if e.numeral_class == "unread" else e
            for e in ledger
        ]
    mentions.sort(key=lambda m: (m.start, m.end))
    ledger += _left_over(free, mentions, ledger)
    return Quantities(mentions, sorted(_outside(ledger, mentions), key=lambda e: (e.start, e.end)))


def ledger_only(flow: Flow, numeral_class: NumeralClass) -> list[Ledger]:
    """All numerals of a flow that is not read for facts (references, furniture, advertising) under one class."""
    spans = sorted([*((n.start, n.end) for n in find_numerals(flow.text)), *flow.too_long])
    return [Ledger(start, end, numeral_class, None) for start, end in spans]


def _left_over(free: list[Numeral], mentions: list[Mention], ledger: list[Ledger]) -> list[Ledger]:
    """Numerals that went into a phrase which was refused: its upper end, or a digit of its unit."""
    done = {at for m in mentions for at in range(m.start, m.end)} | {
        at for e in ledger for at in range(e.start, e.end)
    }
    return [
        Ledger(numeral.start, numeral.end, "unread", PART_OF_REFUSED)
        for numeral in free
        if numeral.start not in done
    ]


def _outside(ledger: list[Ledger], mentions: list[Mention]) -> list[Ledger]:
    """Ledger without the digits that are part of a mention (the exponent of a unit, kg·hm-2)."""
    inside = {at for m in mentions for at in range(m.start, m.end)}
    return [entry for entry in ledger if entry.start not in inside]


def read_phrases(text: str, numerals: list[Numeral], cells: bool = False) -> list[Phrase]:
    """Phrases of the numerals that nothing claims, joined, carried and decided; ``cells``: of a row of a table."""
    single: list[Phrase] = []
    for item in join_fractions(text, numerals):
        if single and single[-1].unit is not None and _start(item) < single[-1].end:
            continue  # a digit of the unit before it: km2, 例/10万
        single.append(item if isinstance(item, Phrase) else read_rank(text, build_phrase(text, item)))
    whole = join_compounds(text, read_signs(text, single, cells))
    if not cells:
        whole = levels_of_changes(text, whole)
    joined = counts_over_totals(text, join_ratios(text, join_ranges(text, whole)))
    joined = falls_to_nothing(text, count_nouns(text, mark_lists(text, joined)))
    joined = kept_temperatures(text, intervals_of_estimates(text, points_of_means(text, joined)))
    joined = hourly_speeds(text, money_of_sums(text, joined))
    joined = [at_least(text, of_a_norm(text, climbed(text, phrase))) for phrase in joined]
    return [decide(text, before_whole(text, phrase)) for phrase in refuse_doubtful(text, joined)]


def _start(item: Numeral | Phrase) -> int:
    return item.numeral.start if isinstance(item, Phrase) else item.start


def _lone(text: str, start: int, end: int, claim: Claim | None) -> Ledger:
    if claim is not None:
        return Ledger(
            start, end, claim.numeral_class, claim.reason if claim.numeral_class == "name" else None
        )
    if text.endswith("每", 0, start):
        return Ledger(start, end, "unread", "base of a rate")
    return Ledger(start, end, "name", COUNTS_NOTHING)


def _entry(numeral: Numeral, claim: Claim) -> Ledger:
    reason = claim.reason if claim.numeral_class in ("unread", "name") else None
    return Ledger(numeral.start, numeral.end, claim.numeral_class, reason)


def _refused(phrase: Phrase) -> Ledger:
    if is_year(phrase):
        return Ledger(phrase.numeral.start, phrase.numeral.end, "date", None)
    numeral_class: NumeralClass = "name" if phrase.why_not in NAME_REASONS else "unread"
    return Ledger(phrase.numeral.start, phrase.numeral.end, numeral_class, phrase.why_not)


class ClaimIndex:
    """Claims by position; the first claim of the list wins where several lie over a numeral."""

    def __init__(self, claims: list[Claim]) -> None:
        self._owner: dict[int, Claim] = {}
        for claim in claims:
            for at in range(claim.start, claim.end):
                self._owner.setdefault(at, claim)

    def over(self, numeral: Numeral) -> Claim | None:
        """Claim over any digit of the numeral."""
        for at in range(numeral.start, numeral.digits_end):
            claim = self._owner.get(at)
            if claim is not None:
                return claim
        return None

    def at(self, at: int) -> Claim | None:
        """Claim over the position."""
        return self._owner.get(at)

    def covers(self, at: int) -> bool:
        """Whether a claim lies over the position."""
        return at in self._owner


def make_mention(text: str, phrase: Phrase) -> Mention:
    """Mention of a phrase that is a quantity."""
    reading, unit = phrase.reading, phrase.unit
    assert reading is not None
    comparator = phrase.comparator
    bounds = _bounds(text, phrase)
    value: Fraction | None = reading.value
    value_min = value_max = None
    if comparator == "range":
        assert phrase.second is not None
        value, value_min, value_max = None, reading.value, phrase.second.value
    numeral = phrase.numeral
    unit_text = numeral.multiplier or None
    if unit is not None:
        printed = text[unit.start : unit.end]
        unit_text = (numeral.multiplier + printed) or None
    return Mention(
        start=phrase.start, end=phrase.end, number_start=numeral.start, number_end=numeral.digits_end,
        comparator=comparator, value=value, value_min=value_min, value_max=value_max,
        step=reading.step, step_ambiguous=bounds.step_ambiguous, low=bounds.low, high=bounds.high,
        low_open=bounds.low_open, high_open=bounds.high_open, bound_rule=bounds.rule,
        unit=(unit.unit or None) if unit else None, unit_text=unit_text, rule=_rule(phrase), rank=phrase.rank,
        unit_carried=phrase.unit_carried, list_id=phrase.list_id, list_index=phrase.list_index,
    )  # fmt: skip


def _rule(phrase: Phrase) -> str:
    """Construction; a small count in Chinese numerals (三个, 两种) is marked: it is often rhetoric rather than a count."""
    counts = phrase.rule == "number" and phrase.unit is not None and phrase.unit.kind == "count"
    in_words = counts and phrase.numeral.kind == "chinese"
    if in_words and phrase.reading is not None and phrase.reading.value <= 10:
        return "count_in_words"
    return phrase.rule


def _bounds(text: str, phrase: Phrase) -> Bounds:
    reading = phrase.reading
    assert reading is not None
    value = reading.value
    if phrase.rule in ("range", "two_digits") and phrase.second is not None:
        rule = "stated_range" if phrase.rule == "range" else "two_digits"
        return Bounds(value, phrase.second.value, False, False, rule)
    if phrase.rule == "plus_minus" and phrase.second is not None:
        wide = abs(phrase.second.value)
        return Bounds(value - wide, value + wide, False, False, "plus_minus")
    if phrase.rule == "rank":
        return Bounds(value, value, False, False, "rank")
    if phrase.rule == "rank_within":
        return Bounds(Fraction(1), value, False, False, "rank")
    exact_words = phrase.rule in ("share_of_words", "price_in_tenths", "printed_fraction", "and_a_half")
    if exact_words and phrase.comparator == "=":
        return Bounds(value, value, False, False, "share_of_words")
    kind = phrase.unit.kind if phrase.unit else "none"
    whole = (
        value.denominator == 1
        and phrase.numeral.factor == 1
        and phrase.rule == "number"
        and reading.step >= 1
    )
    if phrase.rule == "compound" and kind == "time":
        whole = True  # 二年六个月 is counted in months
    elif phrase.numeral.kind == "arabic" and reading.step < 1:
        whole = False
    before = text[max(0, phrase.start - 8) : phrase.start]
    mean = "，" not in before[-6:] and any(
        word in before[-len(word) - 4 :] for word in MEAN if word in before
    )
    word = phrase.before.text if phrase.before else phrase.after.text if phrase.after else ""
    return bounds_of(reading, phrase.comparator, kind, whole=whole, more=phrase.more, word=word, mean=mean)
