"""Checks of shares and means: do the numbers that are printed fit one another, as far as their print allows?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from math import sqrt
from typing import Any

from suyuan.methods.surveys.answers import Answer, Asked, agree
from suyuan.methods.surveys.granularity import Granular, grim_mean, grim_share, grimmer, variance_bounds
from suyuan.methods.surveys.readings import Reading
from suyuan.methods.surveys.rows import FindingRow
from suyuan.methods.surveys.verdict_words import WORDS
from suyuan.records import Fact
from suyuan.records.finding import Verdict
from suyuan.records.interval import Interval

DIGITS = 6
HUNDRED = Interval.exactly(100)


def finding(
    asked: Asked | None, check: str, subject: str, formula: str, words: str, verdict: Verdict, facts: Sequence[Fact],
    ids: Mapping[str, str], source_id: str, **more: Any,
) -> FindingRow:  # fmt: skip
    """A row of the findings; ``words`` is a key of WORDS."""
    return FindingRow(
        check=check,
        questionnaire=asked.questionnaire if asked else "",
        item=asked.item if asked else "",
        source_id=source_id,
        subject=subject,
        formula=formula,
        verdict=verdict,
        text_zh=WORDS[words][0],
        text_en=WORDS[words][1],
        evidence_ids=tuple(dict.fromkeys(ids[f.fact_id] for f in facts)),
        **more,
    )


def item_findings(asked: Asked, ids: Mapping[str, str]) -> Iterator[FindingRow]:
    """All checks of one item."""
    for answer in [*asked.shares, *asked.means]:
        yield from _statements(asked, answer, ids)
    for answer in asked.shares:
        if answer.status == "stated":
            yield _grim_share(asked, answer, ids)
    if len(asked.shares) > 1:
        yield from _sum(asked, ids)
    for answer in asked.means:
        if answer.status == "stated":
            yield from _mean(asked, answer, ids)


def _statements(asked: Asked, answer: Answer, ids: Mapping[str, str]) -> Iterator[FindingRow]:
    if len(answer.readings) < 2:
        return
    ok = agree(answer.readings)
    formula = " = ".join(r.fact.surface for r in answer.readings)
    words: Verdict = "holds" if ok else "inconsistent"
    yield finding(
        asked, "statements", _subject(answer), formula, words, words, answer.facts, ids, asked.source_id,
        stated=answer.first.fact.value,
    )  # fmt: skip


def _subject(answer: Answer) -> str:
    fact, option = answer.first.fact, answer.first.option
    name = (option.label.get("zh") or option.value) if option else fact.measure
    return " ".join(part for part in (answer.group, name or "", fact.surface) if part)


def _granular(found: Granular) -> tuple[str, Verdict]:
    if not found.possible:
        return "inconsistent", "inconsistent"
    return ("no_power", "cannot tell") if found.power == 0 else ("holds", "holds")


def _grim_share(asked: Asked, answer: Answer, ids: Mapping[str, str]) -> FindingRow:
    interval, fact = answer.first.interval, answer.first.fact
    base = asked.base
    n = base.whole if base else None
    common: dict[str, Any] = {"stated": fact.value}
    args = (asked, "grim_share", _subject(answer))
    if not n or base is None or answer.group:
        return finding(
            *args, f"k / N = {fact.surface}", "no_base", "cannot tell", [fact], ids, asked.source_id, **common
        )
    formula = f"k / {n} = {fact.surface}"
    if interval.low is None or interval.high is None:
        return finding(
            *args, formula, "wide", "cannot tell", [fact, base.fact], ids, asked.source_id, **common
        )
    found = grim_share(interval, n)
    words, verdict = _granular(found)
    power = round(float(found.power), DIGITS)
    return finding(
        *args, formula, words, verdict, [fact, base.fact], ids, asked.source_id, power=power, **common
    )


def _sum(asked: Asked, ids: Mapping[str, str]) -> Iterator[FindingRow]:
    found = asked.share_sum
    if found is None or found.low is None or found.high is None:
        return
    facts = [a.first.fact for a in asked.shares if a.status == "stated"]
    over = found.low > 100
    words, verdict = "open", "cannot tell"
    if asked.choices == "one":
        words, verdict = ("over", "inconsistent") if over else ("holds", "holds")
    elif over and asked.declared is None and asked.choices != "several":
        words = "mixed"
    elif over:
        words, verdict = "several", "holds"
    elif asked.choices == "several":
        words, verdict = "declared", "holds"
    yield finding(
        asked, "choices", asked.label, " + ".join(f.surface for f in facts), words, verdict, facts, ids,  # type: ignore[arg-type]
        asked.source_id, low=float(found.low), high=float(found.high),
    )  # fmt: skip


def scales_of(points: int | None, said: str | None = "points") -> list[tuple[int, int]]:
    """Ranges that a scale can have. ``said`` (``Asked.scale_said``) of N points: 1 to N, 0 to N - 1, and 0 to N, since scales
    of 0 to 10 are called scales of 10 points as well; exact: the first two; full, N the full mark: 0 to N, 1 to N.
    """
    if not points or points < 2:
        return []
    known = {
        "exact": [(1, points), (0, points - 1)],
        "full": [(1, points), (0, points)],
    }
    return known.get(said or "", [(1, points), (0, points - 1), (0, points)])


def _mean(asked: Asked, answer: Answer, ids: Mapping[str, str]) -> Iterator[FindingRow]:
    fact, mean = answer.first.fact, answer.first.interval
    n = answer.size
    scales = scales_of(asked.scale, asked.scale_said)
    facts = [*answer.facts, *(r.fact for r in asked.scales[:1])]
    subject, stated = _subject(answer), fact.value
    said = asked.declared.scores if asked.declared else None
    whole = (said or ("whole" if scales and asked.scale_said != "full" else None)) == "whole"
    shared = asked.declared is None and len({m.first.fact.measure for m in asked.means}) > 1

    def row(check: str, formula: str, words: str, verdict: Verdict, **more: Any) -> FindingRow:
        return finding(
            asked, check, subject, formula, words, verdict, facts, ids, asked.source_id, stated=stated, **more
        )

    formula = f"k / {n or 'N'} = {fact.surface}"
    if not n or n < 1:
        yield row("grim_mean", formula, "no_base", "cannot tell")
    elif not whole:
        yield row("grim_mean", formula, "no_scale", "cannot tell")
    elif mean.low is not None and mean.high is not None:
        found = grim_mean(mean, n)
        words, verdict = _granular(found)
        yield row("grim_mean", formula, words, verdict, power=round(float(found.power), DIGITS))
    if scales:
        low, high = min(s[0] for s in scales), max(s[1] for s in scales)
        ok = mean.meets(Interval(Fraction(low), Fraction(high)))
        outcome = _of_scale(ok, shared)
        yield row("on_scale", f"{low} <= {fact.surface} <= {high}", *outcome, low=low, high=high)
        if not ok:
            return
    if answer.sd is not None and n and n > 1:
        yield from _deviation(answer.sd, mean, n, scales, whole, shared, row)


def _plain(ok: bool) -> tuple[str, Verdict]:
    return ("holds", "holds") if ok else ("inconsistent", "inconsistent")


def _of_scale(ok: bool, shared: bool) -> tuple[str, Verdict]:
    """Words and verdict of a check against a scale that several means may not have in common."""
    return ("other_scale", "cannot tell") if shared and not ok else _plain(ok)


def _deviation(
    sd: Interval, mean: Interval, n: int, scales: Sequence[tuple[int, int]], whole: bool, shared: bool,
    row: Callable[..., FindingRow],
) -> Iterator[FindingRow]:  # fmt: skip
    """Checks of a standard deviation: against the range of the scale, and for whole scores against the mean.

    One scale that the print allows is enough. A mean that no whole scores give has no second finding.
    """
    if sd.low is None or sd.high is None:
        return
    name = f"SD {float((sd.low + sd.high) / 2):g}"
    fitting = [s for s in scales if mean.meets(Interval(Fraction(s[0]), Fraction(s[1])))]
    if fitting:
        bounds = [variance_bounds(mean, n, Fraction(low), Fraction(high)).high for low, high in fitting]
        most = max(b for b in bounds if b is not None)
        greatest = sqrt(float(most))
        ok = sd.low**2 <= most
        yield row(
            "sd_on_scale",
            f"{name} <= {greatest:.4g}",
            *_of_scale(ok, shared),
            low=0.0,
            high=round(greatest, DIGITS),
        )
    if whole and grim_mean(mean, n).possible:
        formula = f"{name}, n = {n}"
        try:
            found = grimmer(mean, sd, n, *fitting)
        except ValueError:
            yield row("grimmer", formula, "wide", "cannot tell")
            return
        words, verdict = _granular(found)
        if shared and verdict == "inconsistent":
            words, verdict = "other_scale", "cannot tell"
        yield row("grimmer", formula, words, verdict, power=round(float(found.power), DIGITS))


def share_findings(
    readings: Sequence[Reading], counted: Mapping[str, Fact], ids: Mapping[str, str]
) -> Iterator[FindingRow]:
    """Shares printed right behind a count of people (231人，占50.7%): count over N.

    ``counted``: the count, by fact id of its share. The N is the one in the same sentence, or the last before it in the block,
    which need not be the base. An N of one group (女性例数) is no base of others.
    """
    sizes = [r for r in readings if r.role == "n"]
    for reading in readings:
        count = counted.get(reading.fact.fact_id)
        if reading.role != "share" or count is None or count.value is None:
            continue
        said = count.breakdown | reading.fact.breakdown
        block = [
            s
            for s in sizes
            if s.place.flow is reading.place.flow
            and s.fact is not count
            and s.fact.breakdown.items() <= said.items()
        ]
        before = [s for s in block if s.fact.start < count.start]
        near = [s for s in block if s.place is reading.place]
        base = near[-1] if len(near) == 1 else before[-1] if before else None
        n = base.whole if base else None
        if base is None or not n or count.value > n:
            continue
        share = Interval.exactly(100 * count.value / n)
        ok = share.meets(reading.interval)
        words, verdict = _plain(ok)
        if not ok and base not in near:
            words, verdict = "far_base", "cannot tell"
        elif not ok and said.items() - base.fact.breakdown.items():
            words, verdict = "part", "cannot tell"
        yield finding(
            None, "share_of_count", reading.fact.measure or reading.fact.surface,
            f"{count.surface} / {n} = {reading.fact.surface}", words, verdict, [count, base.fact, reading.fact], ids,
            reading.fact.source_id, stated=reading.fact.value, low=round(float(share.low or 0), DIGITS),
            high=round(float(share.high or 0), DIGITS),
        )  # fmt: skip
