"""Agreement of the cue words with people, and of people with one another, code by code."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from suyuan.methods.coding.codebook import Code
from suyuan.methods.coding.kappa import cohen
from suyuan.methods.coding.review import CUES, UNITS, Judgement
from suyuan.methods.coding.rows import AgreementRow

DIGITS = 4


def agreement(
    codes: Sequence[Code],
    judgements: Sequence[Judgement],
    of_unit: Mapping[int, str],
    by_cue: Collection[tuple[str, str, str]],
) -> Iterator[AgreementRow]:
    """A row for each kind of unit, code and pair of coders with units that both judged.

    Only judgements of purpose ``sample`` count: decisions that change codes are made where these are wrong, and would say
    nothing of the agreement on all units. ``by_cue``: unit, id and code that the cue words gave.
    """
    for unit in UNITS:
        for code in codes:
            coders: dict[str, dict[str, bool]] = {}
            for j in judgements:
                if (j.purpose, j.unit, j.code) == ("sample", unit, code.id) and j.line in of_unit:
                    coders.setdefault(j.who, {})[of_unit[j.line]] = j.coded
            judged = sorted({name for own in coders.values() for name in own})
            if judged:
                coders = {
                    CUES: {n: (unit, n, code.id) in by_cue for n in judged},
                    **dict(sorted(coders.items())),
                }
            for a, b in combinations(coders, 2):
                both = [name for name in judged if name in coders[a] and name in coders[b]]
                if both:
                    yield _row(code, unit, a, b, [coders[a][n] for n in both], [coders[b][n] for n in both])


def _row(
    code: Code, unit: str, a: str, b: str, first: Sequence[bool], second: Sequence[bool]
) -> AgreementRow:
    pairs = list(zip(first, second, strict=True))
    found = cohen(first, second)
    return AgreementRow.model_validate(
        {
            **code.named(), "unit": unit, "coder_a": a, "coder_b": b, "units": found.units,
            "both": pairs.count((True, True)), "only_a": pairs.count((True, False)),
            "only_b": pairs.count((False, True)), "neither": pairs.count((False, False)),
            "observed": round(float(found.observed), DIGITS), "expected": round(float(found.expected), DIGITS),
            "kappa": None if found.kappa is None else round(float(found.kappa), DIGITS),
        }
    )  # fmt: skip
