"""Every method on a folder of documents that no declaration was written for: what each finds there, document by document.

    python benchmarks/methods_corpus.py FOLDER [--write]

FOLDER holds texts and PDFs. The analyses are those of benchmarks/corpus_analyses.yaml, with the gazetteer and the codebooks of
config/. Prints one table by document, and one by method; --write brings docs/evaluation.md up to date.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from suyuan.document import Document
from suyuan.facts import Knowledge
from suyuan.markdown import table
from suyuan.markers import renew
from suyuan.methods import Corpus, read_analyses, run_analyses
from suyuan.methods.method import Result
from suyuan.reading import read_document
from suyuan.records import Act, Fact, Link
from suyuan.stages.extract import extract_document, load_knowledge

ROOT = Path(__file__).resolve().parents[1]
EVALUATION = ROOT / "docs" / "evaluation.md"
DECLARED = Path(__file__).with_name("corpus_analyses.yaml")
READ = (".txt", ".md", ".pdf")
MOST = 3  # names that a cell lists


def corpus_of(folder: Path, knowledge: Knowledge) -> Corpus:
    """The documents of a folder, and what is read in them."""
    documents: list[Document] = []
    facts: list[Fact] = []
    acts: list[Act] = []
    links: list[Link] = []
    for path in sorted(p for p in folder.iterdir() if p.suffix in READ):
        document = read_document(path, source_id=path.stem, edition="text", shown_path=path.name)
        found = extract_document(document, knowledge)
        documents.append(document)
        facts += found.facts
        acts += found.acts
        links += found.links
    return Corpus(documents, facts, acts, links, knowledge.gazetteer, ROOT / "config")


def by_document(corpus: Corpus, results: Mapping[str, Result]) -> str:
    """A row for each document: records read in it, and what the methods say of it."""
    facts = Counter(fact.source_id for fact in corpus.facts)
    acts = Counter(act.source_id for act in corpus.acts)
    links = Counter(link.source_id for link in corpus.links)
    coded = _codes_of_documents(results["codes"])
    stages = _codes_of_documents(results["stages"])
    shares = {row.source_id: row for row in results["citations"].tables["shares"] if row.level == "document"}
    rows = [
        [
            name,
            str(facts[name]),
            str(acts[name]),
            str(links[name]),
            _most(coded.get(name, Counter())),
            _most(stages.get(name, Counter())),
            shares[name].found if name in shares else "–",
        ]
        for name in (document.source_id for document in corpus.documents)
    ]
    heads = [
        "document",
        "quantities",
        "acts",
        "links",
        "cue words: mechanisms",
        "cue words: stages",
        "references",
    ]
    return table(heads, rows)


def _codes_of_documents(result: Result) -> dict[str, Counter[str]]:
    """Cue words by document and code."""
    found: dict[str, Counter[str]] = {}
    for row in result.tables["documents"]:
        found.setdefault(row.source_id, Counter())[row.label_en or row.label] += row.occurrences
    return found


def _most(counts: Counter[str]) -> str:
    most = sorted(((name, n) for name, n in counts.items() if n), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {n}" for name, n in most[:MOST]) or "–"


def by_method(results: Mapping[str, Result]) -> str:
    """A row for each analysis: its tables with their numbers of rows, and what stands out."""
    rows = []
    for name, result in results.items():
        sizes = ", ".join(f"{title} {len(found)}" for title, found in result.tables.items())
        rows.append(
            [
                name,
                sizes,
                str(len(result.evidence)),
                TOLD[name](result) if name in TOLD else "",
            ]
        )
    return table(["analysis", "tables and their rows", "evidence", "found"], rows)


def _acts(result: Result) -> str:
    joined = result.tables["joined"]
    return f"{len(joined)} acts, {sum(row.date is not None for row in joined)} with a date"


def _codes(result: Result) -> str:
    acts = {row.joined_id: False for row in result.tables["acts"]}
    for row in result.tables["acts"]:
        acts[row.joined_id] |= row.code is not None
    return f"{sum(acts.values())} of {len(acts)} acts have a code"


def _stages(result: Result) -> str:
    told = [
        f"{row.label_en} {row.quantities}"
        for row in result.tables["evidence_by_code"]
        if row.basis == "sentence"
    ]
    return "quantities in a sentence with a cue word: " + ", ".join(told)


def _provinces(result: Result) -> str:
    return "; ".join(f"{row.period_label} {row.total}" for row in result.tables["totals"])


def _network(result: Result) -> str:
    nodes = sorted(result.tables["nodes"], key=lambda row: (-row.degree, row.place))
    return "most partners: " + ", ".join(f"{row.place} {row.degree}" for row in nodes[:MOST])


def _information(result: Result) -> str:
    verdicts = Counter(row.verdict for row in result.tables["pairs"])
    told = ", ".join(f"{name} {n}" for name, n in sorted(verdicts.items()))
    near = max(result.tables["pairs"], key=lambda row: (row.similarity, row.text_a))
    return f"verdicts: {told}; most similar: {near.text_a} and {near.text_b} ({near.similarity:.2f})"


def _citations(result: Result) -> str:
    faults = Counter(row.verdict for row in result.tables["faults"])
    return ", ".join(f"{name} {n}" for name, n in sorted(faults.items())) or "no fault"


TOLD: dict[str, Any] = {
    "acts": _acts,
    "codes": _codes,
    "stages": _stages,
    "provinces": _provinces,
    "network": _network,
    "information": _information,
    "citations": _citations,
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both tables, and write them where that is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args(arguments)
    declared, problems = read_analyses(DECLARED)
    if problems:
        raise SystemExit("\n".join(f"{each.where}: {each.what}" for each in problems))
    corpus = corpus_of(
        given.folder, load_knowledge(ROOT / "config" / "areas.csv", ROOT / "config" / "dimensions.yaml")
    )
    results = {done.declaration.id: done.result for done in run_analyses(declared, corpus)}
    documents, methods = by_document(corpus, results), by_method(results)
    print(documents, methods, sep="\n\n")
    if given.write:
        renew(EVALUATION, {"methods by document": documents, "methods on a corpus": methods}, write=True)


if __name__ == "__main__":
    main()
