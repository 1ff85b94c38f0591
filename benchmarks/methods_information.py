"""Mutual information between texts of the papers and the corpus: how often halves and pairs get a verdict.

    python benchmarks/methods_information.py --corpus FOLDER --papers FOLDER [--trials 20] [--write]

FOLDERs hold texts (.txt, .md). Prints three tables; --write brings docs/evaluation.md up to date. About five minutes.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from suyuan.markdown import table
from suyuan.markers import renew
from suyuan.methods.information.chance import interval, verdict
from suyuan.methods.information.compare import compare_pair, generator, halves
from suyuan.methods.information.declared import Information
from suyuan.methods.information.estimate import Counts, information
from suyuan.methods.information.texts import Text, matrices
from suyuan.methods.vocabulary import paragraphs_of
from suyuan.reading import read_document

ROOT = Path(__file__).resolve().parents[1]
EVALUATION = ROOT / "docs" / "evaluation.md"
SHARE, ROUNDS = 0.05, 199
GROUPS = {  # beginning of the file's name -> what it is
    "gwr_national": "work reports of the State Council, 2008-2015",
    "gwr_2026": "work reports of provinces, 2026",
    "": "communiqués, plans and other texts",
}
TERMS = Information.model_fields["terms"].get_default(call_default_factory=True)


@dataclass(frozen=True)
class Counted:
    """A text with the group that it belongs to and its counts, a row a paragraph."""

    name: str
    group: str
    counts: Counts


def read(folder: Path, group: str | None = None) -> Iterator[Counted]:
    """Texts of a folder, each with its own vocabulary."""
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".md")):
        document = read_document(path, source_id=path.stem, edition="text")
        text = Text(path.stem, path.stem, paragraphs_of(document, TERMS))
        own = group or next(what for begin, what in GROUPS.items() if path.stem.startswith(begin))
        yield Counted(path.stem, own, matrices([text])[1][0])


def outside(a: Counts, b: Counts, name: str) -> bool:
    """Whether two parts of a text get a verdict."""
    done = compare_pair(a, b, ROUNDS, SHARE, generator(0, name))
    return verdict(done.information, done.chance) in ("nearer", "farther")


def by_terms(text: Counts, name: str) -> bool:
    """Whether the halves of a text get a verdict when single terms are dealt anew, and not paragraphs."""
    half = len(text) // 2
    order = generator(0, name).permutation(len(text))
    a: Counts = text[order[:half]].sum(axis=0)
    b: Counts = text[order[half:]].sum(axis=0)
    drawn = generator(1, name).multivariate_hypergeometric(
        (a + b).astype(int), int(a.sum()), ROUNDS, method="marginals"
    )
    found = information(a[None], b[None])[0]
    chance = interval(float(found), information(drawn.astype(float), a + b - drawn.astype(float)), SHARE)
    return verdict(float(found), chance) in ("nearer", "farther")


def calibration(texts: Sequence[Counted], trials: int) -> list[list[str]]:
    """Rows: group, texts, and the share with a verdict of halves at random, every other paragraph, first and second half,
    and halves at random when terms are dealt.
    """
    rows = []
    for group in dict.fromkeys(text.group for text in texts):
        own = [text for text in texts if text.group == group]
        found = sum(halves(t.counts, trials, SHARE, generator(0, t.name)) for t in own)
        tried = trials * len(own)
        other = sum(outside(t.counts[::2], t.counts[1::2], t.name) for t in own)
        half = sum(
            outside(t.counts[: len(t.counts) // 2], t.counts[len(t.counts) // 2 :], t.name) for t in own
        )
        terms = sum(by_terms(t.counts, t.name) for t in own)
        counts = [f"{part} of {len(own)}" for part in (other, half, terms)]
        rows.append([group, str(len(own)), f"{found} of {tried} ({100 * found / tried:.1f} %)", *counts])
        print(rows[-1], file=sys.stderr)
    return rows


def together(texts: Sequence[tuple[Path, str]]) -> Mapping[str, list[tuple[str, str, float, str]]]:
    """Pairs of the texts of each group: names, similarity, verdict."""
    found: dict[str, list[tuple[str, str, float, str]]] = {}
    for group in dict.fromkeys(own for _, own in texts):
        documents = [
            read_document(path, source_id=path.stem, edition="text") for path, own in texts if own == group
        ]
        read_texts = [Text(d.source_id, d.source_id, paragraphs_of(d, TERMS)) for d in documents]
        _, tables = matrices(read_texts)
        for i, j in combinations(range(len(read_texts)), 2):
            names = (read_texts[i].text_id, read_texts[j].text_id)
            done = compare_pair(tables[i], tables[j], ROUNDS, SHARE, generator(0, *names))
            word = verdict(done.information, done.chance)
            similarity = 1 - done.information + done.bias
            found.setdefault(group, []).append((*names, similarity, word))
    return found


def pair_rows(pairs: Mapping[str, Sequence[tuple[str, str, float, str]]]) -> list[list[str]]:
    """Rows: group, pairs, median similarity, the nearest pair, pairs by verdict."""
    rows = []
    for group, own in pairs.items():
        words = Counter(word for *_, word in own)
        nearest = max(own, key=lambda pair: pair[2])
        middle = float(np.median([similarity for *_, similarity, _ in own]))
        counts = [str(words[word]) for word in ("farther", "none", "nearer")]
        near = f"`{nearest[0]}`, `{nearest[1]}`: {nearest[2]:.2f}"
        rows.append([group, str(len(own)), f"{middle:.2f}", near, *counts])
    return rows


def overlap(folder: Path, first: str, second: str) -> list[list[str]]:
    """Rows: how much of the second text is put in the place of the first, similarity to the whole first text, verdict."""
    documents = [
        read_document(folder / f"{name}.txt", source_id=name, edition="text") for name in (first, second)
    ]
    _, (a, b) = matrices([Text(d.source_id, d.source_id, paragraphs_of(d, TERMS)) for d in documents])
    count = min(len(a), len(b))
    order = generator(0, first, second).permutation(count)
    rows = []
    for quarters in range(5):
        kept = order[: count * quarters // 4]
        mixed = np.vstack([a[kept], b[order[len(kept) :]]])
        done = compare_pair(a, mixed, ROUNDS, SHARE, generator(0, first, second, str(quarters)))
        word = verdict(done.information, done.chance)
        rows.append(
            [f"{25 * quarters} %", f"{done.information:.3f}", f"{1 - done.information + done.bias:.3f}", word]
        )
    return rows


def main() -> None:
    """Print the tables, and write them where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--papers", type=Path, required=True)
    parser.add_argument("--trials", type=int, default=20)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    texts = [*read(given.papers, "source papers"), *read(given.corpus)]
    parts = [
        table(
            [
                "texts",
                "number",
                "halves at random",
                "every other paragraph",
                "first and second half",
                "terms dealt",
            ],
            calibration(texts, given.trials),
        ),
        table(
            ["texts", "pairs", "median similarity", "nearest pair", "farther", "no verdict", "nearer"],
            pair_rows(together([(_path(given, text), text.group) for text in texts])),
        ),
        table(
            ["of the second text taken from the first", "information", "similarity", "verdict"],
            overlap(given.corpus, "gwr_national_2008", "guofa_2007_37_huanbao_115"),
        ),
    ]
    body = "\n\n".join(part.strip("\n") for part in parts)
    print(body)
    if given.write:
        renew(EVALUATION, {"information": body}, write=True)


def _path(given: argparse.Namespace, text: Counted) -> Path:
    folder: Path = given.papers if text.group == "source papers" else given.corpus
    return next(path for path in folder.iterdir() if path.stem == text.name)


if __name__ == "__main__":
    main()
