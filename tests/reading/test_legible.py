"""Text that cannot be trusted says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading.documents import read_words

SOUND = "2023年全市有标准12项，投资1 476万元，比上年增长5.5%。"


@pytest.mark.parametrize(
    ("text", "severity", "what"),
    [
        (SOUND * 20 + "收稿日期：2016\uf02d05\uf02d15", "note", "U+F02D"),
        ("\uf0a7\uf0b7有标准12项。" * 20, "warning", "U+F0A7, U+F0B7"),
        (SOUND * 5 + "截至20I5年末，5月I6日签约，201 5年资产1 4万元。", "warning", "4 of"),
    ],
)
def test_damage_is_a_problem(tmp_path: Path, text: str, severity: str, what: str) -> None:
    problems = read_words(tmp_path, text).problems
    assert [problem.severity for problem in problems] == [severity]
    assert what in problems[0].what


@pytest.mark.parametrize(
    "text", [SOUND * 20, "采用IPv6与5G，H2O和CO2，I类水质3个。" * 20, "表1 3项 5个 7年\n" * 20]
)
def test_sound_text_has_no_problem(tmp_path: Path, text: str) -> None:
    assert read_words(tmp_path, text).problems == ()
