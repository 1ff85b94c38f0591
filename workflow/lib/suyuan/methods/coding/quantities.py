"""Which quantities stand behind each code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from suyuan.methods.coding.codebook import Code
from suyuan.methods.coding.cues import cues_in
from suyuan.methods.coding.rows import QuantityRow, StageRow
from suyuan.methods.coding.texts import Sentence, Text
from suyuan.methods.evidence import evidence_of_record
from suyuan.records import Evidence, Fact

Basis = Literal["sentence", "section"]
OF = "quantities read in the paragraphs and abstracts of the documents"
DIGITS = 4


def behind(
    codes: Sequence[Code],
    texts: Sequence[Text],
    facts: Sequence[Fact],
    analysis: str,
    keep: Callable[[Evidence], str],
) -> tuple[list[StageRow], list[QuantityRow]]:
    """Per code and basis the number of quantities with its denominator, and the list of these quantities.

    The denominator is all facts that stand in the sentences that were read. Basis ``sentence``: a cue word of the code
    stands in the sentence of the fact; ``section``: in the last heading above it. A quantity may stand behind several codes.
    """
    placed = [(fact, sentence) for text in texts for fact, sentence in _placed(text, facts)]
    stages, listed = [], []
    for code in codes:
        for basis in ("sentence", "section"):
            own = [(fact, s) for fact, s in placed if _is_behind(code, s, basis)]
            ids = {fact.fact_id: keep(evidence_of_record(analysis, fact)) for fact, _ in own}
            stages.append(
                StageRow(
                    **code.named(),
                    basis=basis,
                    quantities=len(own),
                    of_quantities=len(placed),
                    of=OF,
                    share=round(len(own) / len(placed), DIGITS) if placed else None,
                    shares=sum(fact.unit == "%" for fact, _ in own),
                    evidence_ids=tuple(dict.fromkeys(ids.values())),
                )
            )
            listed += [_row(code, basis, fact, ids[fact.fact_id]) for fact, _ in own]
    return stages, listed


def _placed(text: Text, facts: Sequence[Fact]) -> Iterator[tuple[Fact, Sentence]]:
    """Facts of a document with the sentence in which each begins."""
    own = [f for f in facts if f.source_id == text.source_id and f.start is not None]
    spans = [(s.flow.span(s.start, s.end), s) for s in text.sentences]
    for fact in own:
        at = fact.start or 0
        for (first, last), sentence in spans:
            inside = any(span.start <= at < span.end for span in sentence.flow.block.spans)
            if first <= at < last and inside:
                yield fact, sentence
                break


def _is_behind(code: Code, sentence: Sentence, basis: str) -> bool:
    if basis == "sentence":
        return any(cue.code == code.id for cue in sentence.cues)
    section = sentence.flow.block.section
    return bool(section) and bool(cues_in(section[-1], [code]))


def _row(code: Code, basis: Basis, fact: Fact, evidence_id: str) -> QuantityRow:
    return QuantityRow(
        **code.named(),
        basis=basis,
        source_id=fact.source_id,
        section=fact.section,
        fact_id=fact.fact_id,
        surface=fact.surface,
        unit=fact.unit,
        measure=fact.measure,
        area=fact.area,
        time=fact.time,
        evidence_ids=(evidence_id,),
    )
