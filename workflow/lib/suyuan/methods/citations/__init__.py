"""Method citations: reference lists, the marks in the text, the quantities behind them, and faults of the numbering."""

from suyuan.methods.citations.declared import Citations
from suyuan.methods.citations.rows import (
    FaultRow,
    ListRow,
    MarkRow,
    QuantityRow,
    ReferenceRow,
    ShareRow,
)
from suyuan.methods.citations.run import run
from suyuan.methods.method import Method

__all__ = ["METHOD", "Citations", "FaultRow", "ListRow", "MarkRow", "QuantityRow", "ReferenceRow", "ShareRow"]

METHOD = Method(
    Citations,
    {
        "lists": ListRow,
        "references": ReferenceRow,
        "marks": MarkRow,
        "quantities": QuantityRow,
        "faults": FaultRow,
        "shares": ShareRow,
    },
    run,
)
