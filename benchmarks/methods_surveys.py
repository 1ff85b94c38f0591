"""What the checks of surveys find: errors planted in made-up studies, and the documents of a corpus.

    python benchmarks/methods_surveys.py [--corpus FILE …] [--write]

"Sound studies" are sentences of studies of several designs, read by the line from text to findings: none prints its degrees of
freedom or the name of its test, so that every verdict rests on what the method thinks possible.

Made-up studies come from a seeded generator: two groups of people who answer on five points, a share, and a t test. Each is
printed with the usual digits, once as it is and once with one digit changed. --corpus reads documents without any
declaration and counts what is found; --write brings docs/evaluation.md up to date.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import sqrt
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from suyuan.facts import Knowledge, extract_facts
from suyuan.markdown import table
from suyuan.markers import renew
from suyuan.methods import Corpus
from suyuan.methods.surveys import METHOD
from suyuan.methods.surveys.declared import Surveys
from suyuan.methods.surveys.distributions import p_of_chi2, p_of_t
from suyuan.methods.surveys.granularity import grim_mean, grim_share, grimmer, variance_bounds
from suyuan.methods.surveys.readings import by_digits
from suyuan.methods.surveys.recompute import Group, chi2_of_counts, p_interval, t_of_groups
from suyuan.methods.surveys.rows import FindingRow
from suyuan.reading import read_document
from suyuan.stages.extract import load_knowledge

ROOT = Path(__file__).resolve().parents[1]
EVALUATION = ROOT / "docs" / "evaluation.md"
SIZES = (20, 50, 100, 500, 2400)  # people in each group
STUDIES = 400
SENTENCES = 100  # of each design
SCALE = (1, 5)


@dataclass(frozen=True)
class Study:
    """What is printed of a study, as strings of digits; n is that of each group."""

    n: int
    share: str
    means: tuple[str, str]
    sds: tuple[str, str]
    t: str
    p: str


def study(n: int, random: Random) -> Study:
    """A study whose numbers are true."""
    groups = [[min(5, max(1, round(random.gauss(centre, 1.0)))) for _ in range(n)] for centre in (3.4, 3.1)]
    means = [sum(g) / n for g in groups]
    sds = [sqrt(sum((x - m) ** 2 for x in g) / (n - 1)) for g, m in zip(groups, means, strict=True)]
    error = sqrt((sds[0] ** 2 + sds[1] ** 2) / n) or 1.0
    t = abs(means[0] - means[1]) / error
    share = 100 * sum(x > 3 for x in groups[0]) / n
    return Study(
        n,
        f"{share:.1f}",
        (f"{means[0]:.2f}", f"{means[1]:.2f}"),
        (f"{sds[0]:.2f}", f"{sds[1]:.2f}"),
        f"{t:.2f}",
        f"{p_of_t(t, 2 * n - 2):.3f}",
    )


def misprinted(digits: str, random: Random) -> str:
    """The number with one of its digits changed to another."""
    places = [i for i, c in enumerate(digits) if c.isdigit()]
    at = random.choice(places)
    other = random.choice([c for c in "0123456789" if c != digits[at]])
    return digits[:at] + other + digits[at + 1 :]


def failures(given: Study) -> set[str]:
    """Checks that a study fails."""
    mean, sd = by_digits(given.means[0]), by_digits(given.sds[0])
    found = set()
    if not grim_share(by_digits(given.share), given.n).possible:
        found.add("GRIM, share")
    if not grim_mean(mean, given.n).possible:
        found.add("GRIM, mean")
    elif SCALE[0] <= Fraction(given.means[0]) <= SCALE[1]:
        most = variance_bounds(mean, given.n, Fraction(SCALE[0]), Fraction(SCALE[1])).high
        if most is not None and sd.low is not None and sd.low > 0 and sd.low**2 > most:
            found.add("range of the scale")
        if not grimmer(mean, sd, given.n, SCALE).possible:
            found.add("GRIMMER")
    else:
        found.add("range of the scale")
    groups = [Group(given.n, by_digits(m), by_digits(s)) for m, s in zip(given.means, given.sds, strict=True)]
    t = by_digits(given.t)
    if not any(t_of_groups(groups[0], groups[1], pooled).meets(t) for pooled in (True, False)):
        found.add("t of groups")
    if not p_interval("t", t, (2 * given.n - 2,)).meets(by_digits(given.p)):
        found.add("p")
    return found


ERRORS: dict[str, Callable[[Study, Random], Study]] = {
    "share": lambda s, r: replace(s, share=misprinted(s.share, r)),
    "mean": lambda s, r: replace(s, means=(misprinted(s.means[0], r), s.means[1])),
    "deviation": lambda s, r: replace(s, sds=(misprinted(s.sds[0], r), s.sds[1])),
    "t": lambda s, r: replace(s, t=misprinted(s.t, r)),
    "p": lambda s, r: replace(s, p=misprinted(s.p, r)),
}


def detection() -> str:
    """A table: how many true studies fail, and how many with one misprinted digit."""
    rows = []
    for n in SIZES:
        random = Random(f"surveys {n}")
        studies = [study(n, random) for _ in range(STUDIES)]
        row = [str(n), str(sum(bool(failures(s)) for s in studies))]
        for change in ERRORS.values():
            caught = sum(bool(failures(change(s, random))) for s in studies)
            row.append(f"{100 * caught / STUDIES:.0f} %")
        rows.append(row)
    heads = ["people in a group", f"false alarms in {STUDIES}", *(f"{name} misprinted" for name in ERRORS)]
    return table(heads, rows)


def scores(random: Random, n: int, centre: float, least: int = 1, most: int = 5) -> list[int]:
    """Whole scores on a scale."""
    return [min(most, max(least, round(random.gauss(centre, (most - least) / 4)))) for _ in range(n)]


def described(values: Sequence[float]) -> tuple[float, float]:
    """Mean and standard deviation (divisor n - 1)."""
    mean = sum(values) / len(values)
    return mean, sqrt(sum((x - mean) ** 2 for x in values) / (len(values) - 1))


def groups_told(a: Sequence[int], b: Sequence[int], t: float, df: float) -> tuple[str, str, str]:
    """A sentence of two groups with a place for its statistic, that statistic, and its p."""
    (m1, s1), (m2, s2) = described(a), described(b)
    sentence = f"甲组（n={len(a)}）的得分为（{m1:.2f}±{s1:.2f}）分，乙组（n={len(b)}）的得分为（{m2:.2f}±{s2:.2f}）分"
    return sentence + "（t={}，P={}）。", f"{abs(t):.2f}", f"{p_of_t(t, df):.3f}"


def pooled(random: Random) -> tuple[str, str, str]:
    """Two groups of unlike size, with the pooled variance."""
    a, b = scores(random, 30, 3.4), scores(random, 45, 3.1)
    (m1, s1), (m2, s2) = described(a), described(b)
    t = (m1 - m2) / sqrt((29 * s1**2 + 44 * s2**2) / 73 * (1 / 30 + 1 / 45))
    return groups_told(a, b, t, 73)


def unlike(random: Random) -> tuple[str, str, str]:
    """Two groups of unlike size and deviation, after Welch."""
    a, b = scores(random, 9, 3.0), [random.choice((3, 3, 4)) for _ in range(60)]
    (m1, s1), (m2, s2) = described(a), described(b)
    v1, v2 = s1**2 / 9, s2**2 / 60
    return groups_told(a, b, (m1 - m2) / sqrt(v1 + v2), (v1 + v2) ** 2 / (v1**2 / 8 + v2**2 / 59))


def paired(random: Random) -> tuple[str, str, str]:
    """The same people before and after."""
    a = scores(random, 24, 3.0)
    b = [min(5, max(1, x + random.choice((-1, 0, 0, 1, 1)))) for x in a]
    mean, sd = described([y - x for x, y in zip(a, b, strict=True)])
    return groups_told(a, b, mean / (sd / sqrt(24)), 23)


def counted(random: Random) -> tuple[str, str, str]:
    """χ² of two groups of unlike size, of which so many answered yes."""
    a, b = random.randint(40, 60), random.randint(55, 80)
    chi2, _ = chi2_of_counts([[a, 80 - a], [b, 110 - b]])
    sentence = f"近1/3的人满意，甲组为（{a}/80），乙组为（{b}/110）" + "（χ²={}，P={}）。"
    return sentence, f"{chi2:.2f}", f"{p_of_chi2(chi2, 1):.3f}"


def twice(random: Random) -> tuple[str, str, str]:
    """McNemar's χ² of the same people before and after."""
    lost, won, both = random.randint(3, 12), random.randint(13, 30), random.randint(30, 45)
    chi2 = (won - lost) ** 2 / (won + lost)
    sentence = f"前测达标（{both + lost}/100），后测达标（{both + won}/100）" + "（χ²={}，P={}）。"
    return sentence, f"{chi2:.2f}", f"{p_of_chi2(chi2, 1):.3f}"


def from_nought(random: Random) -> tuple[str, str, str]:
    """One item with scores of 0 to 10, many of them at the ends; its deviation in place of a statistic."""
    values = [random.choice((0, 0, 0, 5, 10, 10, 10)) for _ in range(20)]
    mean, sd = described(values)
    return f"总体评价的均值为{mean:.2f}，标准差为" + "{}，样本量为{}人（10点计分）。", f"{sd:.2f}", "20"


DESIGNS: dict[str, Callable[[Random], tuple[str, str, str]]] = {
    "two groups, pooled t": pooled,
    "two groups, Welch's t": unlike,
    "pairs, t": paired,
    "counts of two groups, χ²": counted,
    "the same people twice, McNemar's χ²": twice,
    "scores of 0 to 10, deviation": from_nought,
}


def accused(sentences: Sequence[str], knowledge: Knowledge) -> int:
    """How many of the sentences have a finding with the verdict inconsistent."""
    declared = Surveys.model_validate({"id": "x", "kind": "surveys", "title": {"zh": "题"}})
    with TemporaryDirectory() as folder:
        path = Path(folder) / "own.md"
        path.write_text("# 结果\n\n" + "\n\n".join(sentences) + "\n", encoding="utf-8")
        document = read_document(path, source_id="own", edition="text")
    facts = extract_facts(document, knowledge).facts
    found = METHOD.run(declared, Corpus([document], facts, [], [], knowledge.gazetteer))
    starts = {item.evidence_id: item.start for item in found.evidence}
    lines = set()
    for row in found.tables["findings"]:
        if isinstance(row, FindingRow) and row.verdict == "inconsistent":
            lines.add(document.text.count("\n", 0, starts[row.evidence_ids[0]]))
    return len(lines)


def designs() -> str:
    """A table: sound studies that are accused, and those found with a misprinted statistic or p."""
    knowledge = load_knowledge(None, None)
    rows = []
    for name, make in DESIGNS.items():
        random = Random(f"surveys {name}")
        made = [make(random) for _ in range(SENTENCES)]
        true = accused([s.format(x, p) for s, x, p in made], knowledge)
        first = accused([s.format(misprinted(x, random), p) for s, x, p in made], knowledge)
        row = [name, str(SENTENCES), str(true), f"{100 * first / SENTENCES:.0f} %"]
        if make is from_nought:
            row.append("")
        else:
            second = accused([s.format(x, misprinted(p, random)) for s, x, p in made], knowledge)
            row.append(f"{100 * second / SENTENCES:.0f} %")
        rows.append(row)
    return table(["design", "studies", "sound ones accused", "statistic misprinted", "p misprinted"], rows)


def documents(paths: Sequence[Path]) -> str:
    """A table: rows of each table that documents give without any declaration."""
    knowledge = load_knowledge(None, None)
    declared = Surveys.model_validate({"id": "x", "kind": "surveys", "title": {"zh": "题"}})
    names = ("questionnaires", "answers", "means", "tests", "findings", "exhibits")
    rows = []
    for path in paths:
        document = read_document(path, source_id=path.stem, edition="text", shown_path=path.name)
        facts = extract_facts(document, knowledge).facts
        found = METHOD.run(declared, Corpus([document], facts, [], [], knowledge.gazetteer)).tables
        absent = sum(getattr(row, "status", "") == "absent" for row in found["exhibits"])
        rows.append(
            [f"`{path.stem}`", str(len(facts)), *(str(len(found[name])) for name in names), str(absent)]
        )
    return table(["document", "quantities", *names, "of them not read"], rows)


def main() -> None:
    """Print the tables, and write them where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--corpus", type=Path, nargs="*", default=[])
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    made = {"planted errors": detection(), "sound studies": designs()}
    if given.corpus:
        made["printed statistics"] = documents(given.corpus)
    for text in made.values():
        print(text)
    if given.write:
        renew(EVALUATION, made, write=True)


if __name__ == "__main__":
    main()
