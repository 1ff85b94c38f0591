"""Reconcile: which measure of the catalogue a fact is about, and which facts state the same quantity.

Public functions (paths and values in, values out; no Snakemake):

- ``read_catalogue(path, dimensions_path=None) -> (Catalogue, list[Problem])``    config/measures.yaml, strict
- ``dimension_label(labels, dimension, language) -> str``, ``value_label(labels, dimension, value, language) -> str``
  names of breakdowns for figures and tables; ``labels`` is ``Catalogue.labels``, or ``read_labels(dimensions_path)``
- ``read_decisions(path, catalogue) -> (list[Decision], list[Problem])``    config/measure_decisions.csv; absent file: none
- ``reconcile(facts, catalogue, decisions=(), areas=None) -> Reconciled``
  ``Reconciled.facts`` all facts in their order, with measure_id, measure_score, same_as; ``.review`` rows of
  processed/measure_review.csv; ``.problems``; ``.counts`` (facts, with measure, without, in review, decided)

``areas`` is ``area_names(gazetteer)``, or any ``Callable[[tuple[str, ...]], str | None]``: one name for a set of
places (北京, 天津, 河北 gives 京津冀), None where the set has no name of its own.
"""

from suyuan.reconcile.agreement import area_holds, area_names
from suyuan.reconcile.catalogue import Catalogue, Measure, read_catalogue
from suyuan.reconcile.decisions import Decision, read_decisions
from suyuan.reconcile.dimensions import DimensionLabels, dimension_label, read_labels, value_label
from suyuan.reconcile.match import Reconciled, ReviewRow, reconcile

__all__ = [
    "Catalogue", "Decision", "DimensionLabels", "Measure", "Reconciled", "ReviewRow", "area_holds", "area_names",
    "dimension_label",
    "read_catalogue", "read_decisions", "read_labels", "reconcile", "value_label",
]  # fmt: skip
