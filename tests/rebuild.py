"""Clean builds in copies of the project, and the checksums of what they make.

    python tests/rebuild.py check    build twice, compare with each other and with checksums.sha256; make the report;
                                     see that a second run finds nothing to do
    python tests/rebuild.py write    write checksums.sha256 from processed/ and figures/ as they lie here

The two builds differ in what must not matter: hash seed, time zone, language, shards, cores, name of the folder.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUTPUTS = ("processed", "figures", "tables")
NOT_IN_GIT = ("site", "results/notebooks")  # the same in both builds, but in no list
LIST = "checksums.sha256"
# Times, versions and digests of one run: kept for the reader, never compared.
RUN_METADATA = frozenset({"processed/run.json"})
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv*", ".snakemake", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info",
    "results", "results-originals", "logs", "dist", "build", "report.html",
)  # fmt: skip
SURROUNDINGS: tuple[Mapping[str, str], ...] = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"},
)
# Elsewhere fonts and drawing may differ in the last bit; tables may not.
SAME_FIGURES = sys.platform == "linux" and platform.machine() in {"x86_64", "AMD64"}


def copy_project(source: Path, target: Path) -> Path:
    """Copy what git tracks or would track (all but leftovers, where there is no git), without outputs and originals."""
    listed = _git_files(source)
    if listed is None:
        shutil.copytree(source, target, ignore=NOT_COPIED)
    else:
        for name in listed:
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source / name, target / name)
    for name in OUTPUTS:
        shutil.rmtree(target / name, ignore_errors=True)
    return target


def _git_files(source: Path) -> list[str] | None:
    command = ["git", "-C", str(source), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        result = subprocess.run(command, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return [name for name in result.stdout.split("\0") if name and (source / name).is_file()]


def snakemake(
    folder: Path, *arguments: str, environment: Mapping[str, str] | None = None, check: bool = True
) -> subprocess.CompletedProcess[str]:
    """Run snakemake in ``folder`` with this interpreter; the result holds stdout and stderr."""
    variables = {**os.environ, **(environment or {})}
    variables.pop("SNAKEMAKE_PROFILE", None)
    variables.pop("PYTHONDONTWRITEBYTECODE", None)  # each job would compile the package again
    result = subprocess.run(
        [sys.executable, "-m", "snakemake", *arguments],
        cwd=folder, env=variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if check and result.returncode:
        tail = "\n".join((result.stdout + result.stderr).splitlines()[-40:])
        raise RuntimeError(
            f"snakemake {' '.join(arguments)} ended with {result.returncode} in {folder}:\n{tail}"
        )
    return result


def checksums(folder: Path, outputs: Sequence[str] = OUTPUTS) -> dict[str, str]:
    """sha256 of every output under ``folder`` by its path, run metadata left out."""
    found = {}
    for name in outputs:
        for path in sorted((folder / name).rglob("*")):
            relative = path.relative_to(folder).as_posix()
            if path.is_file() and relative not in RUN_METADATA and not path.name.startswith("."):
                found[relative] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def read_list(path: Path) -> dict[str, str]:
    """Checksums of a file in the format of sha256sum."""
    rows = (line.split("  ", 1) for line in path.read_text(encoding="utf-8").splitlines() if line)
    return {name: digest for digest, name in rows}


def write_list(path: Path, sums: Mapping[str, str]) -> None:
    """Write checksums so that ``sha256sum --check`` reads them."""
    path.write_text("".join(f"{sums[name]}  {name}\n" for name in sorted(sums)), encoding="utf-8")


def differences(first: Mapping[str, str], second: Mapping[str, str], names: Sequence[str]) -> list[str]:
    """What differs, a line each; ``names`` says what the two are called."""
    lines = [f"only in {names[0]}: {name}" for name in sorted(first.keys() - second.keys())]
    lines += [f"only in {names[1]}: {name}" for name in sorted(second.keys() - first.keys())]
    lines += [
        f"differs: {name}" for name in sorted(first.keys() & second.keys()) if first[name] != second[name]
    ]
    return lines


def after_build(copy: Path, arguments: Sequence[str], surroundings: Mapping[str, str]) -> list[str]:
    """What is wrong after a build: something is left to do, or no report can be made."""
    faults = []
    if "Nothing to be done" not in snakemake(copy, "--dry-run", *arguments, environment=surroundings).stdout:
        faults.append("a second run would not find everything done")
    snakemake(copy, *arguments, "--report", "report.html", environment=surroundings)
    if not (copy / "report.html").is_file():
        faults.append("no report was made")
    return faults


def check(root: Path) -> int:
    """Two clean builds against each other and the list; 0 where all agree."""
    sums: list[dict[str, str]] = []
    others: list[dict[str, str]] = []
    faults: list[str] = []
    with tempfile.TemporaryDirectory(prefix="suyuan-check-") as folder:
        for number, surroundings in enumerate(SURROUNDINGS, start=1):
            copy = copy_project(root, Path(folder) / f"build{number}")
            print(
                f"build {number} of {len(SURROUNDINGS)} ({', '.join(f'{k}={v}' for k, v in surroundings.items())})"
            )
            arguments = ["--cores", str(number), "--config", f"shards={2 * number - 1}"]
            snakemake(copy, *arguments, environment=surroundings)
            sums.append(checksums(copy))
            others.append(checksums(copy, NOT_IN_GIT))
            faults += after_build(copy, arguments, surroundings)
    names = ("build 1", "build 2")
    differing = differences(sums[0], sums[1], names) + differences(others[0], others[1], names)
    print(
        f"{len(sums[0]) + len(others[0])} files; the two builds {'differ' if differing else 'are the same'}"
    )
    faults += differing
    committed = read_list(root / LIST) if (root / LIST).is_file() else {}
    built = sums[0]
    if not SAME_FIGURES:
        print("not Linux on x86-64: figures are compared between the builds only")
        committed = {name: digest for name, digest in committed.items() if not name.startswith("figures/")}
        built = {name: digest for name, digest in built.items() if not name.startswith("figures/")}
    stale = differences(built, committed, ("the build", LIST))
    here = checksums(root)
    stale += differences(
        built, {name: here[name] for name in here if name in built}, ("the build", "the working tree")
    )
    for line in faults + stale:
        print(f"  {line}")
    if stale:
        print(
            "the build is not what is committed: run `make` and `make checksums`, look at the changes, commit them"
        )
    return 1 if faults or stale else 0


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("action", choices=["check", "write"])
    if parser.parse_args().action == "check":
        return check(ROOT)
    sums = checksums(ROOT)
    if not sums:
        sys.exit("nothing in processed/ and figures/: run `make` first")
    write_list(ROOT / LIST, sums)
    print(f"{LIST}: {len(sums)} files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
