"""The grammar of numbers: numerals, units, qualifiers, ranges and lists, and the bounds that a printed figure allows."""

from suyuan.quantities.find import Quantities, find_quantities, ledger_only
from suyuan.quantities.mention import Ledger, Mention
from suyuan.quantities.numerals import parse_numeral

__all__ = ["Ledger", "Mention", "Quantities", "find_quantities", "ledger_only", "parse_numeral"]
