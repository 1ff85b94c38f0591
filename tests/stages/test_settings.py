"""What the rules learn from the configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from suyuan.config import ConfigError
from suyuan.stages.settings import originals_path, workflow_settings


def test_defaults() -> None:
    settings = workflow_settings({})
    assert settings.shards == ["0"]
    assert settings.originals is None
    assert settings.control["sources"] == "raw/sources.yaml"


def test_own_copies_have_a_results_root_of_their_own(tmp_path: Path) -> None:
    assert workflow_settings({}, str(tmp_path)).folders["processed"] == "processed"
    given = workflow_settings({"originals": "somewhere"}, str(tmp_path))
    assert given.folders["processed"] == "results-originals/processed"
    (tmp_path / "raw" / "originals").mkdir(parents=True)
    (tmp_path / "raw" / "originals" / "own.txt").write_text("x", encoding="utf-8")
    assert workflow_settings({}, str(tmp_path)).folders["figures"] == "results-originals/figures"


def test_a_root_can_be_named(tmp_path: Path) -> None:
    settings = workflow_settings({"results": "out"}, str(tmp_path))
    assert settings.folders["processed"] == "out/processed"
    assert settings.processed == tmp_path / "out" / "processed"


def test_an_unknown_key_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match=r"shrads.*did you mean 'shards'"):
        workflow_settings({"shrads": 2})


def test_keys_of_snakemake_are_not_ours() -> None:
    assert workflow_settings({"pathvars": {"logs": "elsewhere"}}).shards == ["0"]


def test_originals_count_from_the_project() -> None:
    assert originals_path(Path("project"), "own") == Path("project/own")
    assert originals_path(Path("project"), None) is None


def test_notebooks_run_where_their_tables_are_written(tmp_path: Path) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "01-tour.ipynb").write_text("{}", encoding="utf-8")
    assert workflow_settings({}, str(tmp_path)).notebooks == ["01-tour"]
    for elsewhere in ({"results": "out"}, {"originals": "own"}):
        assert workflow_settings(elsewhere, str(tmp_path)).notebooks == []
