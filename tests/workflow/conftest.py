"""Builds that many tests look at: each is made once a session, in a copy of the project."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from rebuild import copy_project, snakemake

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Build:
    """A copy of the project after `snakemake`."""

    folder: Path
    said: str  # standard output and error of the run
    code: int


def build(folder: Path, *arguments: str) -> Build:
    """Run Snakemake in a folder, whatever comes of it."""
    result = snakemake(folder, *arguments, check=False)
    return Build(folder, result.stdout + result.stderr, result.returncode)


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean copy that nothing is built in."""
    return copy_project(ROOT, tmp_path_factory.mktemp("clean") / "project")


@pytest.fixture(scope="session")
def built(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The project as it is in git, built."""
    return build(shutil.copytree(copy, tmp_path_factory.mktemp("built") / "project"))


@pytest.fixture(scope="session")
def broken(copy: Path, tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The project with everything that a user can get wrong, in several shards, with an own copy, built."""
    folder = shutil.copytree(copy, tmp_path_factory.mktemp("broken") / "project")
    raw, config = folder / "raw", folder / "config"
    (raw / "digests" / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing after this")
    (raw / "digests" / "empty.html").write_bytes(b"")
    (raw / "digests" / "nobody.html").write_text("<p>共有标准12项。</p>", encoding="utf-8")
    with (raw / "sources.yaml").open("a", encoding="utf-8") as file:
        file.write(
            _card("broken", "raw/digests/broken.pdf")
            + _card("empty", "raw/digests/empty.html")
            + _card("twice1", "raw/digests/samr2024.html")
            + _card("own", "raw/originals/own.txt", with_hash=False)
            + _card("typo", "raw/originals/typo.txt", with_hash=False).replace("language:", "langauge:")
        )
    # hashes of what was just written
    _fill_hashes(raw / "sources.yaml", folder)
    (raw / "originals").mkdir(exist_ok=True)
    (raw / "originals" / "own.txt").write_text("2021年，北京市新增地方标准31项。\n", encoding="utf-8")
    (raw / "corrections.yaml").write_text(CORRECTIONS, encoding="utf-8")
    figures = (config / "figures.yaml").read_text(encoding="utf-8").split("\n  - id: ")
    kept = figures[: FIGURES_KEPT + 1]  # drawing all of them, and every analysis, is what `built` is for
    (config / "analyses.yaml").write_text("analyses: []\n", encoding="utf-8")
    (config / "figures.yaml").write_text("\n  - id: ".join(kept) + FIGURE, encoding="utf-8")
    return build(folder, *LOOKED_AT, "--config", "shards=2")


# with what they need; the site and the notebooks are built by `built`
LOOKED_AT = ("tables", "corrections_applied")
FIGURES_KEPT = 2
CORRECTIONS = """
- action: confirm
  source: own
  edition: original
  quote: {surface: 31项, before: 地方标准}
  reason: read again
  who: a reviewer
  when: 2026-01-31
- action: reject
  source: own
  edition: original
  quote: {surface: 99项, before: 没有这样}
  reason: no such words
  who: a reviewer
  when: 2026-01-31
"""
FIGURE = """
  - id: nobody_states_this
    kind: time_series
    title: {zh: 无人陈述, en: Nobody states this}
    series:
      - measure: no_such_measure
        ref_area: 京津冀
"""


def _card(name: str, file: str, with_hash: bool = True) -> str:
    edition = "digest" if with_hash else "original"
    hash_line = "      sha256: HASH\n" if with_hash else ""
    return (
        f"\n- id: {name}\n  title: {{zh: 题}}\n  publisher: 某\n  dates: {{published: 2022}}\n  language: zh\n"
        f"  editions:\n    - edition: {edition}\n      file: {file}\n{hash_line}      obtained: made for a test\n"
    )


def _fill_hashes(sources: Path, project: Path) -> None:
    lines = sources.read_text(encoding="utf-8").splitlines(keepends=True)
    for index, line in enumerate(lines):
        if line.strip() == "sha256: HASH":
            name = lines[index - 1].split("file:")[1].strip()
            digest = hashlib.sha256((project / name).read_bytes()).hexdigest()
            lines[index] = line.replace("HASH", digest)
    sources.write_text("".join(lines), encoding="utf-8")
