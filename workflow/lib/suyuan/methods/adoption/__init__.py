"""Method adoption: which units had taken something up by which period, with the words that say so."""

from suyuan.methods.adoption.declared import Adoption
from suyuan.methods.adoption.rows import CellRow, TotalRow
from suyuan.methods.adoption.run import run
from suyuan.methods.method import Method

__all__ = ["METHOD", "Adoption", "CellRow", "TotalRow"]

METHOD = Method(Adoption, {"cells": CellRow, "totals": TotalRow}, run)
