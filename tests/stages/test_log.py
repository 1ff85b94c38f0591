"""The log of a rule."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import pytest

from suyuan.stages.log import log_to


def test_everything_goes_to_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with log_to(tmp_path / "logs" / "a.log") as log:
        log.info("三项")
        print("to standard error", file=sys.stderr)
        warnings.warn("a warning", stacklevel=1)
    text = (tmp_path / "logs" / "a.log").read_text(encoding="utf-8")
    assert "三项" in text and "to standard error" in text and "a warning" in text
    assert capsys.readouterr().err == ""


def test_a_failure_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.log"
    with pytest.raises(SystemExit) as ended, log_to(path):
        raise ValueError("areas.csv: line 3: no name")
    assert ended.value.code == 1
    assert "Traceback" in path.read_text(encoding="utf-8")
    assert capsys.readouterr().err == f"suyuan: areas.csv: line 3: no name (details: {path})\n"
