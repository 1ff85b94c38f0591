"""What a method is: a form of declaration, the tables that it gives, and the function that fills them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from suyuan.methods.corpus import Corpus
from suyuan.methods.declaration import AnalysisDeclaration
from suyuan.records import Evidence, Problem, Record


@dataclass(frozen=True, slots=True)
class Result:
    """Rows by the name of their table, the evidence that their ``evidence_ids`` name, and what could not be done."""

    tables: Mapping[str, Sequence[Record]]
    evidence: Sequence[Evidence] = ()
    problems: Sequence[Problem] = field(default=())


@dataclass(frozen=True, slots=True)
class Method:
    """``run`` takes its own declaration and the part of the corpus that the declaration names."""

    declaration: type[AnalysisDeclaration]
    tables: Mapping[str, type[Record]]  # name -> form of a row
    run: Callable[[Any, Corpus], Result]
