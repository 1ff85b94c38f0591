"""Method terms: keywords, which terms stand together, and words by year."""

from suyuan.methods.method import Method
from suyuan.methods.terms.declared import Terms
from suyuan.methods.terms.rows import DocumentRow, EdgeRow, KeywordRow, NodeRow, SeriesRow
from suyuan.methods.terms.run import run

METHOD = Method(
    Terms,
    {
        "documents": DocumentRow,
        "keywords": KeywordRow,
        "nodes": NodeRow,
        "edges": EdgeRow,
        "series": SeriesRow,
    },
    run,
)
