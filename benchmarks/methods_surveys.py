"""What the checks of surveys find: errors planted in made-up studies, and the documents of a corpus.

    python benchmarks/methods_surveys.py [--corpus FILE …] [--write]

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

from suyuan.facts import extract_facts
from suyuan.markdown import table
from suyuan.markers import renew
from suyuan.methods import Corpus
from suyuan.methods.surveys import METHOD
from suyuan.methods.surveys.declared import Surveys
from suyuan.methods.surveys.distributions import p_of_t
from suyuan.methods.surveys.granularity import grim_mean, grim_share, grimmer, variance_bounds
from suyuan.methods.surveys.readings import by_digits
from suyuan.methods.surveys.recompute import Group, p_interval, t_of_groups
from suyuan.reading import read_document
from suyuan.stages.extract import load_knowledge

ROOT = Path(__file__).resolve().parents[1]
EVALUATION = ROOT / "docs" / "evaluation.md"
SIZES = (20, 50, 100, 500, 2400)  # people in each group
STUDIES = 400
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
    made = {"planted errors": detection()}
    if given.corpus:
        made["printed statistics"] = documents(given.corpus)
    for text in made.values():
        print(text)
    if given.write:
        renew(EVALUATION, made, write=True)


if __name__ == "__main__":
    main()
