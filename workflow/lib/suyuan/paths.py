"""Where things lie: the folders that a build writes to, and the files under raw/ that it reads.

Rules name files by these folders (``<processed>/facts.csv``); nothing else puts paths together.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from suyuan.sources.card import ORIGINALS
from suyuan.sources.folder import CONTROL_FILES, is_companion

RESULTS = "results"
RESULTS_OF_ORIGINALS = "results-originals"


def result_folders(with_originals: bool, root: str | None = None) -> dict[str, str]:
    """Folders of a build, by the name that the rules use in angle brackets.

    A build from the files in git writes ``processed``, ``figures`` and ``tables``, which are committed, ``site``, and
    everything else under ``results`` and ``logs``. A build with the user's originals writes all of it under a root of its own
    (``results-originals``), so that nothing read from them gets into git. ``root`` names another root for either.
    """
    if root is None and not with_originals:
        return {
            "processed": "processed",
            "figures": "figures",
            "tables": "tables",
            "site": "site",
            "notebooks": f"{RESULTS}/notebooks",
            "intermediate": f"{RESULTS}/intermediate",
            "logs": "logs",
        }
    base = root or RESULTS_OF_ORIGINALS
    return {
        "processed": f"{base}/processed",
        "figures": f"{base}/figures",
        "tables": f"{base}/tables",
        "site": f"{base}/site",
        "notebooks": f"{base}/notebooks",
        "intermediate": f"{base}/intermediate",
        "logs": f"{base}/logs",
    }


def originals_folder(originals: str | None) -> str:
    """Folder with the user's copies: the configured one, else raw/originals; relative to the project or absolute."""
    return originals or ORIGINALS.rstrip("/")


def has_originals(project: Path, originals: str | None = None) -> bool:
    """True if that folder holds a document, so that the build must not write into committed folders."""
    return any(_documents(project / originals_folder(originals)))


def raw_files(
    project: Path, originals: str | None = None, control: frozenset[str] = CONTROL_FILES
) -> list[str]:
    """Documents under raw/ and in the folder of originals, sorted: what the register looks at.

    Paths are relative to the project where the folder is. Files that explain or make documents are left out (see
    ``suyuan.sources.folder``), and so are ``control``: the tables that people write (cards, corrections, collected).
    """
    raw = project / "raw"
    found = {f"raw/{path.relative_to(raw).as_posix()}" for path in _documents(raw)} - control
    if originals is not None:
        found = {name for name in found if not name.startswith(ORIGINALS)}
        folder = Path(originals)
        found.update(
            (folder / path.relative_to(project / folder)).as_posix() for path in _documents(project / folder)
        )
    return sorted(found)


def shard_names(count: int) -> list[str]:
    """Names of the shards: ``["0"]`` for one, ``["00", …, "11"]`` for twelve. ValueError for a count below 1."""
    if count < 1:
        raise ValueError(f"the number of shards is {count}; it must be 1 or more")
    width = len(str(count - 1))
    return [str(number).zfill(width) for number in range(count)]


def _documents(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not is_companion(path.relative_to(folder)):
                yield path
