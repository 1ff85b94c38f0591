"""Every declared analysis, over one corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from suyuan.methods.corpus import Corpus
from suyuan.methods.declaration import STAGE, AnalysisDeclaration
from suyuan.methods.method import Result
from suyuan.methods.registry import METHODS
from suyuan.records import Problem


@dataclass(frozen=True, slots=True)
class Done:
    """An analysis with what it gave."""

    declaration: AnalysisDeclaration
    result: Result


def run_analyses(declared: Sequence[AnalysisDeclaration], corpus: Corpus) -> Iterator[Done]:
    """Results in the order of the declarations. A source that is not read gives a Problem, and the others are used."""
    for analysis in declared:
        missing = [name for name in analysis.sources if name not in corpus.by_source]
        part = corpus.of(analysis.sources)
        result = METHODS[analysis.kind].run(analysis, part)
        told = [
            Problem(
                stage=STAGE,
                file="config/analyses.yaml",
                where=analysis.id,
                what=f"source {name} is not among the documents that are read",
                todo="correct its id, or bring the file back",
            )
            for name in missing
        ]
        yield Done(analysis, Result(result.tables, result.evidence, [*told, *result.problems]))
