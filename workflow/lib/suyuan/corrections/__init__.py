"""raw/corrections.yaml: a reviewer confirms, amends, rejects or adds facts, each selected by a quote of the text.

- ``read_corrections(path, name) -> (list[Correction], list[Problem])``    the entries, strictly validated
- ``apply_corrections(facts, corrections, read_editions) -> Corrected``    CorrectionError where one does not fit
- ``targets(corrections, register, file) -> list[Problem]``    those that no card has a source or edition for
- ``not_read(corrections, read_editions) -> list[Problem]``    those of editions that this build does not read
- ``reclassify(numerals, corrected) -> list[Numeral]``    the ledger of numerals after the corrections
"""

from suyuan.corrections.apply import Corrected, CorrectionError, apply_corrections, not_read, reclassify
from suyuan.corrections.entry import CORRECTIONS, Correction, EditionKey, Setting, read_corrections
from suyuan.corrections.targets import targets

__all__ = [
    "CORRECTIONS", "Corrected", "Correction", "CorrectionError", "EditionKey", "Setting", "apply_corrections", "not_read",
    "read_corrections", "reclassify", "targets",
]  # fmt: skip
