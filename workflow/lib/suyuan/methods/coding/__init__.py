"""Method coding: acts and sections coded by the cue words of a codebook."""

from suyuan.methods.coding.declared import Coding
from suyuan.methods.coding.rows import (
    ActCodeRow,
    AgreementRow,
    CodeRow,
    DensityRow,
    QuantityRow,
    StageRow,
    YearRow,
)
from suyuan.methods.coding.run import run
from suyuan.methods.method import Method

__all__ = [
    "METHOD", "ActCodeRow", "AgreementRow", "CodeRow", "Coding", "DensityRow", "QuantityRow", "StageRow", "YearRow",
]  # fmt: skip

METHOD = Method(
    Coding,
    {
        "codes": CodeRow,
        "acts": ActCodeRow,
        "years": YearRow,
        "documents": DensityRow,
        "sections": DensityRow,
        "evidence_by_code": StageRow,
        "quantities": QuantityRow,
        "agreement": AgreementRow,
    },
    run,
)
