"""Suyuan (溯源): quantities, policy acts and place links of Chinese documents, each with the place it was read from."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

__version__ = "0.1.0"


def load(
    project: Path | str | None = None, *, exact: bool = False, originals: Path | str | None = None
) -> Any:
    """Tables of a built project for notebooks: ``suyuan.load().series``. See ``load`` in the package's module export."""
    # no import statement: the digest of every stage follows those, and no stage needs this
    return importlib.import_module(".export", __name__).load(project, exact=exact, originals=originals)
