"""Which correction of raw/corrections.yaml a fact of the corrected table came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from suyuan.corrections import Correction
from suyuan.corrections.quote import fact_matches
from suyuan.document import Document
from suyuan.records import Fact

STATUS_OF = {"confirm": "confirmed", "amend": "amended", "add": "added"}
REJECTED = "rejected by "  # how the reason of a numeral begins whose fact a reviewer rejected


def corrections_of(
    facts: Iterable[Fact], corrections: Sequence[Correction], document: Document | None
) -> dict[str, Correction]:
    """Fact id to the correction that settled it, for facts of one edition.

    The areas of a quote are compared only for confirmed facts: an amendment may have changed them.
    """
    found: dict[str, Correction] = {}
    settled = [fact for fact in facts if fact.status in STATUS_OF.values()]
    for correction in corrections:
        quote = correction.quote
        if correction.action != "confirm":
            quote = quote.model_copy(update={"area": None})
        for fact in settled:
            fits = (fact.source_id, fact.edition) == correction.key and fact.fact_id not in found
            if (
                fits
                and fact.status == STATUS_OF.get(correction.action)
                and fact_matches(fact, quote, document)
            ):
                found[fact.fact_id] = correction
                break
    return found
