"""Test statistics of a document: read from sentences, with p recomputed, and held against the groups beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from suyuan.methods.evidence import evidence_of_span
from suyuan.methods.surveys.answers import Answer, Asked
from suyuan.methods.surveys.judging import Beside, fits_beside, judge, outcome_of_groups
from suyuan.methods.surveys.places import Place
from suyuan.methods.surveys.recompute import Group
from suyuan.methods.surveys.reports import Report, fractions_in, report_of_row, reports_in
from suyuan.methods.surveys.rows import FindingRow, TestRow
from suyuan.methods.surveys.words import survey_words
from suyuan.records import Evidence
from suyuan.records.finding import Verdict
from suyuan.records.interval import Interval

DIGITS = 6
TEXTS: dict[str, tuple[str, str]] = {
    "holds": ("所印P值与统计量相符。", "The printed p fits the statistic."),
    "inconsistent": (
        "所印P值与统计量不相符；无从断定哪个数有误。",
        "The printed p does not fit the statistic; which is wrong is open.",
    ),
    "no_df": ("自由度未载明，无从验算。", "Degrees of freedom are not printed, so that p cannot be recomputed."),
    "which_test": (
        "自由度与检验方法均未载明，按各组人数所容许的检验均不合所印P值，无从判断。",
        "Neither degrees of freedom nor the test are printed; no test tried from the sizes of the groups gives the printed p.",
    ),
    "one_sided": ("P值与单侧检验相符，文中未言明单双侧。", "The printed p fits a one-sided test, which the text does not name."),
    "groups": ("所印统计量与各组人数、均值、标准差相符。", "The statistic fits number, mean and deviation of the groups."),
    "paired_groups": (
        "按独立样本，所印统计量不合各组数据；可能是配对或重复测量，无从判断。",
        "The statistic does not fit the groups as independent; they may be paired or measured again.",
    ),
    "not_groups": (
        "所印统计量不合各组人数、均值、标准差（按独立样本）；无从断定哪个数有误。",
        "The statistic does not fit number, mean and deviation of the groups, taken as independent; which is wrong is open.",
    ),
    "counts": ("所印χ²与各组的例数相符。", "χ² fits the counts of the groups."),
    "paired_counts": (
        "按独立样本，所印χ²不合各组的例数；可能是同一批人前后两次（McNemar检验），无从判断。",
        "χ² does not fit the counts as those of independent groups; they may be the same people twice (McNemar's test).",
    ),
    "many_counts": (
        "句中例数不止两组，所印χ²不合其中相邻各组；分属哪次检验未载明，无从判断。",
        "There are more than two counts, and χ² fits none that stand side by side; which of them were tested is not printed.",
    ),
    "not_counts": (
        "所印χ²不合各组的例数（按独立样本）；无从断定哪个数有误。",
        "χ² does not fit the counts of the groups, taken as independent; which is wrong is open.",
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
        beside = Beside()
        if len(found) == 1:
            parts = [] if place.in_table or report.kind != "chi2" else fractions_in(place.text)
            beside = Beside(groups, parts, survey_words().named_test(place.text))
        fits = fits_beside(report, beside, place.text)
        if report.p is None and fits is None:
            continue
        evidence = _evidence(analysis, place, report)
        judged = judge(report, beside, fits, place.text)
        df = judged.freedom.middle if judged.freedom else ()
        printed = judged.freedom is not None and judged.freedom.test == "printed"
        row = TestRow(
            source_id=place.document.source_id,
            statistic=report.kind,
            value=report.value,
            low=report.interval.low,
            high=report.interval.high,
            df1=df[0] if df else None,
            df2=df[1] if len(df) > 1 else None,
            df_from=None if not df else "printed" if printed else "groups",
            p_comparator=report.relation,
            p=report.p,
            p_low=_rounded(judged.p.low) if judged.p else None,
            p_high=_rounded(judged.p.high) if judged.p else None,
            verdict=judged.verdict,
            evidence_ids=(evidence.evidence_id,),
        )
        findings = []
        if report.p is not None:
            findings.append(
                _finding("p_value", row, report, evidence, judged.verdict, judged.words, judged.p)
            )
        if fits is not None:
            outcome, said = outcome_of_groups(report, beside, fits[0])
            findings.append(_finding("statistic_of_groups", row, report, evidence, outcome, said, fits[1]))
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
    freedom = ", ".join(f"{float(d):.10g}" for d in (row.df1, row.df2) if d is not None)
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
