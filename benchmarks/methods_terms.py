"""Words by year on the work reports of the corpus, checked against the occurrences in the files themselves.

    python benchmarks/methods_terms.py --corpus FOLDER [--words 标准化 协同 一体化] [--figures FOLDER] [--write]

FOLDER holds gwr_national_YEAR.txt. Prints a table and fails where a count is not that of the file; --figures also draws the
series and the network; --write brings docs/evaluation.md up to date.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from suyuan.document import Document, DocumentDates
from suyuan.figures import FigureInputs, Names, draw_figures
from suyuan.figures.registry import KINDS
from suyuan.markdown import table
from suyuan.markers import renew
from suyuan.methods import Analyses, Corpus
from suyuan.methods.method import Result
from suyuan.methods.terms import METHOD
from suyuan.methods.terms.declared import Terms
from suyuan.methods.terms.rows import SeriesRow
from suyuan.places import Gazetteer
from suyuan.reading import read_document
from suyuan.reconcile.catalogue import by_id

ROOT = Path(__file__).resolve().parents[1]
EVALUATION = ROOT / "docs" / "evaluation.md"
BLOCKS = ["title", "heading", "abstract", "paragraph"]
TITLES = {
    "term_series": {"zh": "历年政府工作报告中的三个词", "en": "Three words in the work reports"},
    "term_network": {
        "zh": "历年政府工作报告中同现的词语",
        "en": "Terms that stand together in the work reports",
    },
}


def read(path: Path) -> Document:
    """A report, said in March of the year in its name."""
    year = path.stem.rsplit("_", 1)[1]
    return read_document(
        path,
        source_id=path.stem,
        edition="text",
        dates=DocumentDates(said=f"{year}-03"),
        shown_path=path.name,
    )


def counted(documents: Sequence[Document], words: Sequence[str]) -> Result:
    """The analysis of all reports."""
    series = [{"label": {"zh": word}, "words": [word]} for word in words]
    declared = Terms.model_validate(
        {
            "id": "reports",
            "kind": "terms",
            "title": {"zh": "报告"},
            "terms": {"blocks": BLOCKS},
            "series": series,
        }
    )
    return METHOD.run(declared, Corpus(documents, (), (), (), Gazetteer.load(None)))


def draw(result: Result, folder: Path) -> None:
    """Both figures, in both languages and sizes."""
    evidence = {item.evidence_id: item for item in result.evidence}
    inputs = FigureInputs([], [], by_id([]), analyses=Analyses({"reports": result.tables}, evidence))
    figures = [
        KINDS[kind].declaration.model_validate(
            {"id": f"reports_{kind}", "kind": kind, "analysis": "reports", "title": title}
        )
        for kind, title in TITLES.items()
    ]
    for problem in draw_figures(figures, inputs, Names(), folder):
        print(problem.where, problem.what)


def main() -> None:
    """Print the table, and write it where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--words", nargs="+", default=["标准化", "协同", "一体化"])
    parser.add_argument("--figures", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    paths = sorted(given.corpus.glob("gwr_national_*.txt"))
    result = counted([read(path) for path in paths], given.words)
    rows = [row for row in result.tables["series"] if isinstance(row, SeriesRow)]
    years = sorted({row.year for row in rows})
    text = {int(path.stem.rsplit("_", 1)[1]): path.read_text(encoding="utf-8") for path in paths}
    wrong = [row for row in rows if row.count != text[row.year].count(row.label)]
    cells = {(row.label, row.year): f"{row.count} ({row.rate:.2f})" for row in rows}
    body = table(
        ["word", *map(str, years)],
        [[word, *(cells[word, year] for year in years)] for word in given.words],
    )
    print(body)
    if given.figures:
        draw(result, given.figures)
    if wrong:
        raise SystemExit(
            "\n".join(f"{r.label} {r.year}: {r.count} is not what the file holds" for r in wrong)
        )
    if given.write:
        renew(EVALUATION, {"words by year": body}, write=True)


if __name__ == "__main__":
    main()
