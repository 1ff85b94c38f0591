"""What generated parts are made from: the committed tables and figures of a project, its cards and its catalogue."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from suyuan.reconcile import read_catalogue
from suyuan.tracing import SourceFiles

Row = Mapping[str, str]


@dataclass(frozen=True)
class Built:
    """A built project. Tables are read when they are asked for; FileNotFoundError names one that is missing."""

    project: Path

    def rows(self, table: str) -> list[Row]:
        """Rows of processed/TABLE.csv, all cells as text."""
        with (self.project / "processed" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def facts(self) -> list[Row]:
        """Rows of facts.csv."""
        return self.rows("facts")

    @cached_property
    def observations(self) -> list[Row]:
        """Rows of observations.csv."""
        return self.rows("observations")

    @cached_property
    def files(self) -> SourceFiles:
        """Cards and collected rows."""
        return SourceFiles(self.project)

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """Measure id to its label by language, in the order of the catalogue."""
        config = self.files.config
        catalogue, _ = read_catalogue(self.project / config.measures, self.project / config.dimensions)
        return {name: dict(measure.label) for name, measure in catalogue.measures.items()}

    def dictionary(self) -> list[dict[str, Any]]:
        """Tables that datapackage.json describes."""
        return list(self._json("processed/datapackage.json")["resources"])

    def figure(self, figure: str, language: str) -> dict[str, Any]:
        """Sidecar of a figure. ValueError where it is not drawn."""
        name = f"figures/{figure}.{language}.json"
        if not (self.project / name).is_file():
            raise ValueError(
                f"{name} is not there; is the figure declared in config/figures.yaml, and built?"
            )
        return self._json(name)

    def figures(self) -> list[dict[str, Any]]:
        """Entries of figures/index.json."""
        return list(self._json("figures/index.json")["figures"])

    def _json(self, name: str) -> dict[str, Any]:
        value: dict[str, Any] = json.loads((self.project / name).read_text(encoding="utf-8"))
        return value
