"""Test statistics of a document: read from sentences, with p recomputed, and held against the groups beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from suyuan.methods.evidence import evidence_of_span
from suyuan.methods.surveys.answers import Answer, Asked
from suyuan.methods.surveys.places import Place
from suyuan.methods.surveys.recompute import (
    NEEDS,
    Group,
    chi2_of_fractions,
    f_of_groups,
    magnitude,
    p_interval,
    t_of_groups,
)
from suyuan.methods.surveys.reports import Report, fractions_in, report_of_row, reports_in
from suyuan.methods.surveys.rows import FindingRow, TestRow
from suyuan.methods.surveys.words import survey_words
from suyuan.records import Evidence
from suyuan.records.finding import Verdict
from suyuan.records.interval import Interval

DIGITS = 6
_HALF = Fraction(1, 2)
TEXTS: dict[str, tuple[str, str]] = {
    "holds": ("所印P值与统计量相符。", "The printed p fits the statistic."),
    "inconsistent": (
        "所印P值与统计量不相符；无从断定哪个数有误。",
        "The printed p does not fit the statistic; which is wrong is open.",
    ),
    "no_df": ("自由度未载明，无从验算。", "Degrees of freedom are not printed, so that p cannot be recomputed."),
    "one_sided": ("P值与单侧检验相符，文中未言明单双侧。", "The printed p fits a one-sided test, which the text does not name."),
    "groups": ("所印统计量与各组人数、均值、标准差相符。", "The statistic fits number, mean and deviation of the groups."),
    "paired": (
        "按独立样本，所印统计量不合各组数据；各组人数相同，可能是配对或重复测量，无从判断。",
        "The statistic does not fit the groups as independent; they are of one size and may be paired or measured again.",
    ),
    "not_groups": (
        "所印统计量不合各组人数、均值、标准差（按独立样本）；无从断定哪个数有误。",
        "The statistic does not fit number, mean and deviation of the groups, taken as independent; which is wrong is open.",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tested:
    """Rows of one statistic with their evidence."""

    row: TestRow
    findings: list[FindingRow]
    evidence: Evidence


def tested_in(analysis: str, place: Place, asked: Sequence[Asked]) -> Iterator[Tested]:
    """Statistics of a sentence that have a p or groups beside them, each checked."""
    groups = groups_in(place, asked)
    found = list(report_of_row(place) if place.in_table else reports_in(place.text))
    for report in found:
        own = groups if len(found) == 1 else []
        parts = fractions_in(place.text) if len(found) == 1 and not place.in_table else []
        fits = _fits_parts(report, parts) if report.kind == "chi2" else _fits_groups(report, own)
        if report.p is None and fits is None:
            continue
        evidence = _evidence(analysis, place, report)
        df, df_from = _freedom(report, own, parts)
        p = _p(report, df)
        verdict, words = _verdict(report, p, place.text)
        row = TestRow(
            source_id=place.document.source_id,
            statistic=report.kind,
            value=report.value,
            low=report.interval.low,
            high=report.interval.high,
            df1=df[0] if df else None,
            df2=df[1] if len(df) > 1 else None,
            df_from=df_from,
            p_comparator=report.relation,
            p=report.p,
            p_low=_rounded(p.low) if p else None,
            p_high=_rounded(p.high) if p else None,
            verdict=verdict,
            evidence_ids=(evidence.evidence_id,),
        )
        findings = [] if report.p is None else [_finding("p_value", row, report, evidence, verdict, words, p)]
        if fits is not None:
            ok, bounds = fits
            paired = bool(own) and len({g.n for g in own}) == 1
            said = "groups" if ok else "paired" if paired else "not_groups"
            outcome: Verdict = "holds" if ok else "cannot tell" if paired else "inconsistent"
            findings.append(_finding("statistic_of_groups", row, report, evidence, outcome, said, bounds))
        yield Tested(row, findings, evidence)


def groups_in(place: Place, asked: Sequence[Asked]) -> list[Group]:
    """Groups of a sentence with number, mean and standard deviation; none unless every mean has them."""
    means: list[Answer] = [m for a in asked for m in a.means if m.first.place is place]
    found = []
    for mean in sorted(means, key=lambda m: m.first.fact.start):
        n = mean.size
        if mean.sd is None or not n:
            return []
        found.append(Group(n, mean.first.interval, mean.sd))
    return found if len(found) > 1 else []


def _fits_groups(report: Report, groups: Sequence[Group]) -> tuple[bool, Interval] | None:
    """Whether groups give the statistic (a t pooled or after Welch), with what they give; None where it cannot be told."""
    if len(groups) < 2 or (report.kind == "t" and len(groups) != 2) or report.kind not in ("t", "F"):
        return None
    stated = magnitude(report.interval) if report.kind == "t" else report.interval
    try:
        if report.kind == "F":
            given = [f_of_groups(groups)]
        else:
            given = [t_of_groups(groups[0], groups[1], pooled) for pooled in (True, False)]
    except ValueError:
        return None
    return any(g.meets(stated) for g in given), given[0]


def _fits_parts(report: Report, parts: Sequence[tuple[int, int]]) -> tuple[bool, Interval] | None:
    """Whether groups of which k of n answered so give a χ², corrected or not; None where it cannot be told."""
    given = chi2_of_fractions(parts)
    return (any(g.meets(report.interval) for g in given), given[0]) if given else None


def _freedom(
    report: Report, groups: Sequence[Group], parts: Sequence[tuple[int, int]]
) -> tuple[list[Fraction], Literal["printed", "groups"] | None]:
    if len(report.df) == NEEDS[report.kind] and report.df:
        return list(report.df), "printed"
    if groups and report.kind == "t" and len(groups) == 2:
        return [Fraction(sum(g.n for g in groups) - 2)], "groups"
    if groups and report.kind == "F":
        return [Fraction(len(groups) - 1), Fraction(sum(g.n for g in groups) - len(groups))], "groups"
    if report.kind == "chi2" and len(parts) > 1:
        return [Fraction(len(parts) - 1)], "groups"
    return [], None


def _p(report: Report, df: Sequence[Fraction]) -> Interval | None:
    try:
        return p_interval(report.kind, report.interval, [float(d) for d in df])
    except (ValueError, ArithmeticError):
        return None


def _verdict(report: Report, p: Interval | None, text: str) -> tuple[Verdict, str]:
    if p is None or report.p_interval is None:
        return "cannot tell", "no_df"
    if p.meets(report.p_interval):
        return "holds", "holds"
    if report.kind in ("t", "r", "z") and p.scaled(_HALF).meets(report.p_interval):
        said = any(word in text for word in survey_words().one_sided)
        return ("holds", "holds") if said else ("cannot tell", "one_sided")
    return "inconsistent", "inconsistent"


def _rounded(value: Fraction | None) -> float | None:
    return None if value is None else round(float(value), DIGITS)


def _evidence(analysis: str, place: Place, report: Report) -> Evidence:
    start, end = place.start + report.start, place.start + report.end
    first, last = place.flow.span(start, end)
    cited = place.flow.cited_at(end)
    return evidence_of_span(
        analysis, place.document, place.flow.block, first, last, place.text.strip(), cited_at=cited
    )


def _finding(
    check: str, row: TestRow, report: Report, evidence: Evidence, verdict: Verdict, words: str, bounds: Interval | None
) -> FindingRow:  # fmt: skip
    freedom = ", ".join(f"{float(d):g}" for d in (row.df1, row.df2) if d is not None)
    name = f"{report.kind}({freedom})" if freedom else report.kind
    formula = f"{name} = {float(report.value):g}"
    if check == "p_value":
        formula += f", p {report.relation} {float(report.p or 0):g}"
    return FindingRow(
        check=check,
        source_id=row.source_id,
        subject=evidence.words,
        formula=formula,
        stated=report.p if check == "p_value" else report.value,
        low=_rounded(bounds.low) if bounds else None,
        high=_rounded(bounds.high) if bounds else None,
        verdict=verdict,
        text_zh=TEXTS[words][0],
        text_en=TEXTS[words][1],
        evidence_ids=row.evidence_ids,
    )
