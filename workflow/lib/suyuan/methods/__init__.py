"""Methods: what researchers derive from documents, acts, links and facts; a folder each, declared in config/analyses.yaml.

A method knows no subject and no paper: words, places, periods and sources come from its declaration. It gives tables of
records, each row with the ids of the evidence that it rests on.
"""

from suyuan.methods.corpus import Corpus
from suyuan.methods.declaration import AnalysisDeclaration
from suyuan.methods.evidence import evidence_of_record, evidence_of_span
from suyuan.methods.method import Method, Result
from suyuan.methods.registry import METHODS, read_analyses
from suyuan.methods.rows import Analyses, analyses_of
from suyuan.methods.run import Done, run_analyses

__all__ = [
    "METHODS", "Analyses", "AnalysisDeclaration", "Corpus", "Done", "Method", "Result", "analyses_of", "evidence_of_record",
    "evidence_of_span", "read_analyses", "run_analyses",
]  # fmt: skip
