"""Test statistics as texts print them: t(118)=2.45, P<0.05; χ²=3.21, df=2, P=0.201; F(2,453)=4.12."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache

from suyuan.methods.surveys.places import Place
from suyuan.methods.surveys.readings import by_digits
from suyuan.methods.surveys.words import survey_words
from suyuan.records import Fact
from suyuan.records.interval import Interval

RELATIONS = ("=", "<", "<=", ">", ">=")
NUMBER = r"-?(?:\d+(?:\.\d+)?|\.\d+)"

SMALL = 10  # people of a group whose count does not stand in brackets
FRACTION = re.compile(r"(?<![\d./])(\d+)/(\d+)(?![\d./])")
NUMBER_FORM = re.compile(NUMBER)
# A number that is whole: with its thousands, and neither a share nor the front of 1e-5 or 3.2×10-4.
WHOLE = (
    r"(?>-?(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+))(?![\d%％‰]|[eE][-+]?\d|\s*[×xX*]\s*10)"
)


@dataclass(slots=True)
class Report:
    """A statistic with what is printed of it; positions count characters of the text that was given."""

    kind: str  # t, F, chi2, r, z
    start: int
    end: int
    value: Fraction
    interval: Interval
    df: list[Fraction] = field(default_factory=list)
    relation: str | None = None  # of p
    p: Fraction | None = None
    p_interval: Interval | None = None


@cache
def _pattern() -> re.Pattern[str]:
    words = survey_words()
    symbols = "|".join(re.escape(s) for s in sorted(words.statistics, key=lambda s: (-len(s), s)))
    relations = "|".join(re.escape(s) for s in sorted(words.relations, key=lambda s: (-len(s), s)))
    inside = rf"\s*[（(]\s*(?P<df>{NUMBER}(?:\s*[，,]\s*{NUMBER})?)[^）)]{{0,12}}[）)]"
    return re.compile(
        rf"(?<![A-Za-z\d])(?P<symbol>{symbols})(?:{inside})?\s*(?P<relation>{relations})\s*(?P<number>{WHOLE})"
    )


def reports_in(text: str) -> Iterator[Report]:
    """Statistics of a sentence in normalised form (``Flow.text``), each with the df and p that follow it."""
    words = survey_words()
    current: Report | None = None
    for match in _pattern().finditer(text):
        kind = words.statistics[match["symbol"]]
        relation = words.relations[match["relation"]]
        number = match["number"].replace(",", "")
        value, printed = Fraction(number), by_digits(number)
        if kind not in ("p", "df"):
            if current is not None:
                yield current
            current = None
            if relation == "=":
                df = [Fraction(n) for n in re.findall(NUMBER, match["df"] or "")]
                current = Report(kind, match.start(), match.end(), value, printed, df)
        elif current is not None and kind == "df" and not current.df:
            current.df, current.end = [value], match.end()
        elif current is not None and kind == "p" and value <= 1:
            current.relation, current.p, current.end = relation, value, match.end()
            current.p_interval = allowed(relation, value, printed)
            yield current
            current = None
    if current is not None:
        yield current


def fractions_in(text: str) -> list[tuple[int, int]]:
    """Counts over sizes of groups (96/120), in their order.

    Dates, numbers above 1 and parts after about (近1/3) are none; outside brackets a group has ``SMALL`` people or more.
    """
    about = survey_words().about
    found = []
    for match in FRACTION.finditer(text):
        k, n = int(match[1]), int(match[2])
        before = text[: match.start()].rstrip()
        bracketed = max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))
        if 0 <= k <= n and n > 1 and (bracketed or n >= SMALL) and not before.endswith(about):
            found.append((k, n))
    return found


def report_of_row(place: Place) -> Iterator[Report]:
    """The statistic of a table row whose columns say t, F, χ², r or z; none where the row has several."""
    words = survey_words()
    said = [(words.symbol_of(fact), fact) for fact in place.facts if fact.value is not None]
    statistics = [(kind, fact) for kind, fact in said if kind not in (None, "p", "df")]
    if len(statistics) != 1:
        return
    kind, fact = statistics[0]
    if kind is None or fact.value is None or fact.comparator != "=":
        return
    at = place.flow.position
    report = Report(
        kind, at(fact.start) - place.start, at(fact.end) - place.start, fact.value, _of_fact(fact)
    )
    for other, beside in said:
        if beside.value is None:
            continue
        if other == "df" and beside.comparator == "=":
            report.df.append(beside.value)
        elif other == "p" and report.p is None and 0 <= beside.value <= 1 and beside.comparator in RELATIONS:
            report.relation, report.p = beside.comparator, beside.value
            report.p_interval = allowed(beside.comparator, beside.value, _of_fact(beside))
            report.end = max(report.end, at(beside.end) - place.start)
    yield report


def _of_fact(fact: Fact) -> Interval:
    """Half a unit of the last digit of a number in a cell."""
    digits = NUMBER_FORM.findall(fact.surface)
    return by_digits(digits[0]) if len(digits) == 1 else Interval.of_fact(fact)


def allowed(relation: str, value: Fraction, printed: Interval) -> Interval:
    """Values of p that a relation to a printed number allows."""
    return {
        "=": printed,
        "<": Interval(Fraction(0), value, high_open=True),
        "<=": Interval(Fraction(0), value),
        ">": Interval(value, Fraction(1), low_open=True),
        ">=": Interval(value, Fraction(1)),
    }[relation]
