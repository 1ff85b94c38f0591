"""Knowledge: what extraction knows beyond the document, loaded once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from suyuan.facts.breakdowns import DimensionTable, load_dimensions
from suyuan.places import Gazetteer


@dataclass(frozen=True)
class Knowledge:
    """Gazetteer and dimensions: those of the language, with those of the subject if a config folder is given."""

    gazetteer: Gazetteer
    dimensions: DimensionTable

    @classmethod
    def load(cls, config_dir: Path | None = None) -> Knowledge:
        """Knowledge of the package, with ``areas.csv`` and ``dimensions.yaml`` of ``config_dir`` where they exist.

        Raises ValueError with file and line for a table that is wrong.
        """
        return cls(
            Gazetteer.load(_existing(config_dir, "areas.csv")),
            load_dimensions(_existing(config_dir, "dimensions.yaml")),
        )


def _existing(folder: Path | None, name: str) -> Path | None:
    path = folder / name if folder is not None else None
    return path if path is not None and path.is_file() else None
