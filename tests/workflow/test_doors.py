"""The ways into the workflow lead to the same jobs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from rebuild import snakemake

MODULE = """
module suyuan:
    snakefile: "{snakefile}"
    config: {{"shards": 2}}
{more}

use rule * from suyuan as suyuan_*

rule all:
    default_target: True
    input: rules.suyuan_all.input
"""


Jobs = set[tuple[str, frozenset[str]]]
STAGES = {
    "register",
    "read",
    "extract",
    "correct",
    "reconcile",
    "observe",
    "audit",
    "tables",
    "publication_tables",
    "figures",
    "summary",
}


def jobs(folder: Path, *arguments: str) -> Jobs:
    """Rule and outputs of every job of a dry run."""
    said = snakemake(folder, "--dry-run", "--forceall", *arguments).stdout
    found = re.findall(r"^(?:local)?rule (\w+):\n(?:    .*\n)*?    output: (.*)$", said, flags=re.M)
    return {(name, frozenset(outputs.split(", "))) for name, outputs in found}


@pytest.fixture(scope="module")
def own(copy: Path) -> Jobs:
    """Jobs of a bare `snakemake` in two shards."""
    return jobs(copy, "--config", "shards=2")


def test_both_doors_lead_to_the_same_jobs(copy: Path, own: Jobs) -> None:
    assert {name for name, _ in own} >= STAGES
    assert jobs(copy, "--snakefile", "workflow/Snakefile", "--config", "shards=2") == own


def test_no_more_jobs_than_stages_and_shards(own: Jobs) -> None:
    assert len(own) == len({name for name, _ in own}) + 3  # read, extract and pictures have two


def test_as_a_module_of_another_workflow(copy: Path, own: Jobs, tmp_path: Path) -> None:
    for name in ("raw", "config", "notebooks"):
        shutil.copytree(copy / name, tmp_path / name)
    text = MODULE.format(snakefile=copy / "workflow" / "Snakefile", more="")
    (tmp_path / "Snakefile").write_text(text, encoding="utf-8")
    used = {(name.removeprefix("suyuan_"), outputs) for name, outputs in jobs(tmp_path, "--cores", "1")}
    assert used == own


def test_as_a_module_with_a_prefix_the_project_lies_under_it(copy: Path, own: Jobs, tmp_path: Path) -> None:
    for name in ("raw", "config", "notebooks"):
        shutil.copytree(copy / name, tmp_path / "papers" / name)
    text = MODULE.format(snakefile=copy / "Snakefile", more='    prefix: "papers"')
    (tmp_path / "Snakefile").write_text(text, encoding="utf-8")
    used = {(name.removeprefix("suyuan_"), outputs) for name, outputs in jobs(tmp_path, "--cores", "1")}
    assert used == {(name, frozenset(f"papers/{output}" for output in outputs)) for name, outputs in own}
    snakemake(tmp_path, "--cores", "1", "papers/results/intermediate/documents/0.jsonl.gz")
    assert not (tmp_path / "results").exists()


def test_an_unknown_key_of_the_configuration_names_the_nearest(copy: Path) -> None:
    result = snakemake(copy, "--dry-run", "--config", "shrads=2", check=False)
    assert result.returncode != 0
    assert "did you mean 'shards'" in result.stdout + result.stderr


def test_rules_have_no_source_wildcard_and_no_run(copy: Path) -> None:
    for path in sorted((copy / "workflow" / "rules").glob("*.smk")):
        text = path.read_text(encoding="utf-8")
        assert text.startswith('"""'), path.name
        assert set(re.findall(r"\{(\w+)\}", text)) <= {
            "shard",
            "figure",
            "table",
            "language",
            "page",
            "source",
            "size",
            "notebook",
        }, path.name
        assert not re.search(r"^    run:", text, flags=re.M), path.name
        if path.name != "common.smk":
            assert "def " not in text, path.name
            assert all(word in text for word in ("Inputs:", "Outputs:", "Config:")), path.name
