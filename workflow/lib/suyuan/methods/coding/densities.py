"""How densely the cue words of each code stand in texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from suyuan.methods.coding.codebook import Code
from suyuan.methods.coding.rows import DensityRow
from suyuan.methods.coding.texts import Sentence, Text

PER = 1000  # characters
DIGITS = 4


def densities(
    texts: Sequence[Text],
    codes: Sequence[Code],
    evidence: Callable[[Sequence[Sentence]], tuple[str, ...]],
    override: Mapping[tuple[str, str], bool],
) -> Iterator[DensityRow]:
    """A row for each text and code: cue words / characters x 1000. ``override``: a reviewer's word by text and code."""
    for text in texts:
        characters = sum(sentence.characters for sentence in text.sentences)
        held = {
            code.id: [cue for sentence in text.sentences for cue in sentence.cues if cue.code == code.id]
            for code in codes
        }
        for code in codes:
            own = [s for s in text.sentences if any(cue.code == code.id for cue in s.cues)]
            count = len(held[code.id])
            most = max(len(held[other.id]) for other in codes if other.dimension == code.dimension)
            decided = override.get((text.section_id, code.id))
            coded = bool(count) if decided is None else decided
            yield DensityRow(
                **code.named(),
                source_id=text.source_id,
                section_id=text.section_id,
                section=" / ".join(text.path) or None,
                occurrences=count,
                sentences=len(own),
                of_sentences=len(text.sentences),
                characters=characters,
                density=round(count / characters * PER, DIGITS) if characters else 0.0,
                densest=0 < count == most,
                coded=coded,
                by="review" if decided is not None else "word" if count else None,
                words=tuple(dict.fromkeys(cue.word for cue in held[code.id])),
                evidence_ids=evidence(own),
            )
