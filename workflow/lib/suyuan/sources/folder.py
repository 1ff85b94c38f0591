"""Which files in raw/ no card declares."""

from __future__ import annotations

from pathlib import Path

from suyuan.records.finding import Problem
from suyuan.sources.card import ORIGINALS
from suyuan.sources.cardfile import SOURCES, STAGE

READABLE = frozenset(
    {".pdf", ".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".markdown", ".docx", ".xlsx"}
)
# Beside the documents there may stand: hidden files, what explains or makes them, and lists of checksums.
COMPANION_SUFFIXES = frozenset({".typ", ".py"})
COMPANION_NAMES = frozenset({"readme", "readme.md", "readme.txt", "sha256sums", "thumbs.db", "desktop.ini"})
LOCK_PREFIX = "~$"  # what office programs put beside a file that is open
CONTROL_FILES = frozenset({"raw/sources.yaml", "raw/corrections.yaml", "raw/collected.csv"})


def is_companion(relative: Path) -> bool:
    """True for a file that stands beside documents and needs no card; ``relative`` to the folder that is looked at.

    These are: anything hidden or in a hidden or __pycache__ folder, README, SHA256SUMS, the .typ and .py sources from
    which digests are made, and what desktops and office programs leave behind.
    """
    if any(part.startswith(".") or part == "__pycache__" for part in relative.parts):
        return True
    if relative.name.startswith(LOCK_PREFIX):
        return True
    return relative.name.lower() in COMPANION_NAMES or relative.suffix.lower() in COMPANION_SUFFIXES


def undeclared(
    project: Path, originals: Path | None, declared: frozenset[str], control: frozenset[str] = CONTROL_FILES
) -> list[Problem]:
    """A problem for each document under raw/ that no card names: never read until a card does.

    ``declared`` holds the ``file`` of every edition, ``control`` the files that steer the run. Another folder of
    originals is looked at too, but a file there is only noted: the folder may serve other purposes as well.
    """
    problems: list[Problem] = []
    raw = project / "raw"
    for path in _files(raw):
        relative = path.relative_to(raw)
        file = f"raw/{relative.as_posix()}"
        if originals is not None and file.startswith(ORIGINALS):
            continue  # another folder takes its place in this run
        if file in control or is_companion(relative) or file in declared:
            continue
        if path.is_dir():
            problems.append(_linked_folder(file))
        else:
            problems.append(_problem(file, path.suffix.lower(), "error"))
    if (
        originals is not None
        and originals.is_dir()
        and originals.resolve() != (project / ORIGINALS).resolve()
    ):
        for path in _files(originals):
            relative = path.relative_to(originals)
            file = f"{ORIGINALS}{relative.as_posix()}"
            if not is_companion(relative) and file not in declared:
                problems.append(_problem(file, path.suffix.lower(), "note"))
    return problems


def _files(folder: Path) -> list[Path]:
    """Files below a folder, and links to folders, which are not followed; ``originals`` may be such a link."""
    if not folder.is_dir():
        return []
    found = [path for path in folder.rglob("*") if path.is_file() or (path.is_symlink() and path.is_dir())]
    return sorted(path for path in found if path != folder / "originals")


def _linked_folder(file: str) -> Problem:
    what = "a link to a folder, which is not followed; nothing in it is read"
    return Problem(
        stage=STAGE, file=file, what=what, todo="put the files themselves there, or take the link away"
    )


def _problem(file: str, suffix: str, severity: str) -> Problem:
    todo = f"add a card with this file to {SOURCES}, or take the file away"
    if suffix not in READABLE:
        todo = f"save it as PDF, HTML, DOCX, XLSX or TXT ({suffix or 'no suffix'} cannot be read) and add a card to {SOURCES}"
    return Problem.model_validate(
        {
            "stage": STAGE, "file": file, "what": "no card declares this file; it is not read",
            "todo": todo, "severity": severity,
        }
    )  # fmt: skip
