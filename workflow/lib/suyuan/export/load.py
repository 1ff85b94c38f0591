"""``suyuan.load``: the tables of processed/ for notebooks."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from suyuan.export.csvfile import TableError, parted, parted_pairs
from suyuan.export.tablespecs import TABLES, TableSpec

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Tables:
    """Tables of one build, by name: ``tables.facts``, ``tables["series"]``. A table that was not built is an error."""

    folder: Path
    exact: bool = False
    project: Path | None = None  # where raw/sources.yaml lies; None: only the tables are here
    originals: Path | None = None  # the user's copies; None: where the configuration says

    def trace(self, observation_id: str) -> pd.DataFrame:
        """Where the number of an observation was read, a row a fact: see :func:`suyuan.tracing.trace`."""
        frame: pd.DataFrame = _tracing().trace(self, observation_id)
        return frame

    def picture(self, fact_id: str, *, around: float | None = None, scale: float = 1.5) -> Any:
        """The page of the PDF with a frame around the fact: see :func:`suyuan.tracing.picture`."""
        return _tracing().picture(self, fact_id, around=around, scale=scale)

    def __getitem__(self, name: str) -> pd.DataFrame:
        """The table ``name``.csv. Raises KeyError for an unknown name, TableError for one that was not built."""
        return _frame(self.folder / TABLES[name].file, TABLES[name], self.exact)

    @property
    def facts(self) -> pd.DataFrame:
        """One row for each mention of a quantity."""
        return self["facts"]

    @property
    def observations(self) -> pd.DataFrame:
        """What the facts say of one measure, area and period."""
        return self["observations"]

    @property
    def series(self) -> pd.DataFrame:
        """Points of series."""
        return self["series"]

    @property
    def breakdowns(self) -> pd.DataFrame:
        """Observations along their dimensions."""
        return self["breakdowns"]

    @property
    def statements(self) -> pd.DataFrame:
        """Every statement behind each observation, the chosen one first."""
        return self["statements"]

    @property
    def coverage(self) -> pd.DataFrame:
        """What is stated and what is missing, by measure, area and year."""
        return self["coverage"]

    @property
    def acts(self) -> pd.DataFrame:
        """Policy acts."""
        return self["acts"]

    @property
    def links(self) -> pd.DataFrame:
        """Pairs of places."""
        return self["links"]

    @property
    def numerals(self) -> pd.DataFrame:
        """Every numeral with its class."""
        return self["numerals"]

    @property
    def problems(self) -> pd.DataFrame:
        """What went wrong in the build."""
        return self["problems"]

    @property
    def measure_review(self) -> pd.DataFrame:
        """Facts whose measure a person should decide."""
        return self["measure_review"]


def load(
    project: Path | str | None = None, *, exact: bool = False, originals: Path | str | None = None
) -> Tables:
    """Tables of ``project``/processed (or of the folder itself, if the tables lie in it), read when they are asked for.

    Without ``project``, those of this folder or of the nearest above it that has some, so that a notebook may lie in a
    folder of its own. Numbers are floats, as plotting wants them; ``exact=True`` gives fractions.Fraction as stated.
    Lists are tuples, breakdowns are dicts, null is None or NaN. ``originals`` is the folder of the user's copies, for
    pictures of their pages, where the configuration does not name it. Raises TableError where there are no tables.
    """
    here = Path.cwd()
    roots = (here, *here.parents) if project is None else (Path(project),)
    folders = (folder for root in roots for folder in (root / "processed", root))
    folder = next((folder for folder in folders if (folder / "facts.csv").is_file()), None)
    if folder is None:
        raise TableError(f"{roots[0]}: there is no processed/facts.csv; run snakemake there first")
    above = folder.resolve().parents
    root = next((folder for folder in above if (folder / "raw" / "sources.yaml").is_file()), None)
    return Tables(folder, exact, root, None if originals is None else Path(originals))


def _tracing() -> Any:
    # no import statement: the digest of a stage follows those, and the stage that writes tables draws no pages
    return importlib.import_module(".tracing", __name__.partition(".")[0])


def _frame(path: Path, spec: TableSpec, exact: bool) -> pd.DataFrame:
    import pandas as pd

    if not path.is_file():
        raise TableError(f"{path.name}: no such file in {path.parent}; build it with snakemake")
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8", lineterminator="\n")
    for column in spec.columns:
        if column.name not in frame:
            raise TableError(
                f"{path.name}: column {column.name} is missing; build it again with this version of Suyuan"
            )
        cells = frame[column.name]
        if column.type == "list":
            frame[column.name] = pd.Series([parted(cell) for cell in cells], index=frame.index, dtype=object)
        elif column.type == "pairs":
            frame[column.name] = pd.Series(
                [parted_pairs(cell) for cell in cells], index=frame.index, dtype=object
            )
        elif column.type == "exact" and exact:
            numbers = [Fraction(cell) if cell else None for cell in cells]
            frame[column.name] = pd.Series(numbers, index=frame.index, dtype=object)
        elif column.type in ("exact", "number"):
            floats = [float(Fraction(cell)) if cell else float("nan") for cell in cells]
            frame[column.name] = pd.Series(floats, index=frame.index, dtype="float64")
        elif column.type == "integer":
            frame[column.name] = pd.Series(
                [int(c) if c else None for c in cells], index=frame.index, dtype="Int64"
            )
        elif column.type == "boolean":
            frame[column.name] = cells == "true"
        else:
            frame[column.name] = pd.Series([cell or None for cell in cells], index=frame.index, dtype=object)
    return frame
