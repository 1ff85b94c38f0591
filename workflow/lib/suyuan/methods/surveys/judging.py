"""A printed statistic held against the groups and counts beside it, and its p against the degrees of freedom that it can have.

χ² of people asked twice is McNemar's (1947) and does not follow from the two counts alone, nor does t of pairs from two means
and deviations: groups of one size that do not fit as independent are never called inconsistent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from suyuan.methods.surveys.freedom import Freedom, any_p_of_t, of_groups, plain
from suyuan.methods.surveys.recompute import (
    NEEDS,
    Group,
    chi2_of_fractions,
    f_of_groups,
    magnitude,
    t_of_groups,
)
from suyuan.methods.surveys.reports import Report
from suyuan.methods.surveys.words import survey_words
from suyuan.records.finding import Verdict
from suyuan.records.interval import Interval

_HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a sentence or row prints beside its one statistic: groups, counts over sizes, and the kind of test it names."""

    groups: Sequence[Group] = ()
    parts: Sequence[tuple[int, int]] = ()
    named: str | None = None

    def may_be_paired(self) -> bool:
        """Whether the groups can be the same people: they are of one size, and no test of independent groups is named."""
        sizes = [g.n for g in self.groups] or [n for _, n in self.parts]
        one = bool(sizes) and len(set(sizes)) == 1
        return self.named == "paired" or (one and self.named is None)


def fits_beside(report: Report, beside: Beside, text: str) -> tuple[bool, Interval] | None:
    """Whether what stands beside a statistic gives it, with what it gives; None where it cannot be told."""
    if report.kind == "chi2":
        return fits_parts(report, beside.parts, text)
    return fits_groups(report, beside.groups)


def outcome_of_groups(report: Report, beside: Beside, fits: bool) -> tuple[Verdict, str]:
    """Verdict and words of a statistic held against the groups beside it."""
    counted = "counts" if report.kind == "chi2" else "groups"
    if fits:
        return "holds", counted
    if beside.may_be_paired():
        return "cannot tell", f"paired_{counted}"
    if len(beside.parts) > 2:
        return "cannot tell", "many_counts"
    return "inconsistent", f"not_{counted}"


def fits_groups(report: Report, groups: Sequence[Group]) -> tuple[bool, Interval] | None:
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


def fits_parts(report: Report, parts: Sequence[tuple[int, int]], text: str) -> tuple[bool, Interval] | None:
    """Whether groups of which k of n answered so give a χ², corrected or not; of many any that stand side by side.

    None where it cannot be told, also where the words name a test whose χ² does not follow from such counts.
    """
    if any(word in text for word in survey_words().other_chi2):
        return None
    ranges = [(a, b) for a in range(len(parts)) for b in range(a + 2, len(parts) + 1)]
    given = [g for a, b in sorted(ranges, key=lambda r: r[0] - r[1]) for g in chi2_of_fractions(parts[a:b])]
    return (any(g.meets(report.interval) for g in given), given[0]) if given else None


@dataclass(frozen=True, slots=True)
class Judged:
    """A printed p against the statistic: verdict, key of TEXTS, the degrees of freedom that were taken, and their p."""

    verdict: Verdict
    words: str
    freedom: Freedom | None = None
    p: Interval | None = None


def judge(report: Report, beside: Beside, fits: tuple[bool, Interval] | None, text: str) -> Judged:
    """Whether the printed p fits the statistic.

    With degrees of freedom that nobody printed one test that fits is enough; where none does, they are inconsistent only if the
    test is known (the words name it, or the groups give the statistic as independent), or no degrees of freedom could give it.
    """
    tried = []
    for freedom in _freedoms(report, beside):
        try:
            tried.append((freedom, freedom.p(report.kind, report.interval)))
        except (ValueError, ArithmeticError):
            continue
    stated = report.p_interval
    if not tried or stated is None:
        known = tried[0] if tried else (None, None)
        return Judged("cannot tell", "no_df", *known)
    for freedom, p in tried:
        if p.meets(stated):
            return Judged("holds", "holds", freedom, p)
    if report.kind in ("t", "r", "z"):
        for freedom, p in tried:
            if p.scaled(_HALF).meets(stated):
                said = any(word in text for word in survey_words().one_sided)
                return Judged(*(("holds", "holds") if said else ("cannot tell", "one_sided")), freedom, p)
    freedom, p = tried[0]
    known_test = (
        freedom.test == "printed"
        or beside.named is not None
        or (fits is not None and fits[0])
        or report.kind == "z"
    )
    if known_test or not _possible(report, beside, stated):
        return Judged("inconsistent", "inconsistent", freedom, p)
    return Judged("cannot tell", "which_test", freedom, p)


def _freedoms(report: Report, beside: Beside) -> list[Freedom]:
    """Degrees of freedom as printed, else all that the groups beside the statistic allow; none where nothing tells."""
    if len(report.df) == NEEDS[report.kind]:
        return [plain("printed", *report.df)]
    if report.kind == "chi2" and len(beside.parts) > 1:
        return [plain("counts", k) for k in range(len(beside.parts) - 1, 0, -1)]
    return of_groups(report.kind, beside.groups, beside.named) if beside.groups else []


def _possible(report: Report, beside: Beside, stated: Interval) -> bool:
    """Whether a t of any test of so many people has such a p, one-sided or not."""
    if report.kind != "t":
        return True
    p = any_p_of_t(report.interval, sum(g.n for g in beside.groups) - 2)
    return p.meets(stated) or p.scaled(_HALF).meets(stated)
