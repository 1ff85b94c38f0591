"""Facts: the quantities of a document with what they are about, and the ledger of all its numerals."""

from suyuan.facts.extract import Extraction, extract_facts
from suyuan.facts.knowledge import Knowledge
from suyuan.facts.output import fact_json

__all__ = ["Extraction", "Knowledge", "extract_facts", "fact_json"]
