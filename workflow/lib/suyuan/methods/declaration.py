"""config/analyses.yaml: what all methods declare. Each analysis is an entry; there is no code per analysis."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from suyuan.document import Block, Span
from suyuan.flow import make_flow
from suyuan.records import Record

STAGE = "methods"
Language = Literal["zh", "en"]
Texts = dict[Language, Annotated[str, Field(min_length=1)]]


def as_read(word: str) -> str:
    """A declared word in the form of the text that it is looked for in (``Flow.text``).

    Full-width letters become ASCII, for instance. Raises ValueError for a word that is empty: it would stand everywhere.
    """
    text = make_flow(word, Block("paragraph", (Span(0, len(word)),))).text.strip()
    if not text:
        raise ValueError("an empty word would be found everywhere: give a word, or drop it")
    return text


Word = Annotated[str, AfterValidator(as_read)]


class AnalysisDeclaration(Record):
    """Keys of every analysis; each method adds its own."""

    id: str = Field(
        pattern=r"^[a-z][a-z0-9_]*$", description="name of its tables: small letters, digits and underscores"
    )
    kind: str = Field(description="method")
    title: Texts = Field(description="what it shows, by language")
    sources: tuple[str, ...] = Field((), description="ids of the sources to read; none: all")
