"""The command line in a process of its own, as other programs use it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from suyuan.cli import main
from suyuan.cli.parser import make_parser

ROOT = Path(__file__).resolve().parents[1]
TEXT = (
    "一、标准\n\n2023年，河北省新增地方标准75项，同比增长7.1%。\n2022年6月，北京市与天津市签署了合作协议。\n"
)
COMMANDS = (
    "read",
    "facts",
    "events",
    "links",
    "tables",
    "numerals",
    "explain",
    "locate",
    "crop",
    "audit",
    "check",
)


def suyuan(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "workflow" / "lib"), **environment}
    command = [sys.executable, "-m", "suyuan", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=variables, capture_output=True, check=False)


def json_lines(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "文.txt").write_text(TEXT, encoding="utf-8", newline="")
    return tmp_path


@pytest.mark.parametrize("locale", ["C", "zh_CN.GB18030", "POSIX"])
def test_read_prints_a_text_file_unchanged_whatever_the_locale(folder: Path, locale: str) -> None:
    result = suyuan("read", "文.txt", cwd=folder, LC_ALL=locale, PYTHONIOENCODING="gb18030", PYTHONUTF8="0")
    assert (result.returncode, result.stdout.decode("utf-8"), result.stderr) == (0, TEXT, b"")


def test_offsets_count_characters_of_what_read_prints(folder: Path) -> None:
    text = suyuan("read", "文.txt", cwd=folder).stdout.decode("utf-8")
    facts = json_lines(suyuan("facts", "文.txt", cwd=folder, LC_ALL="C").stdout)
    assert [(text[fact["start"] : fact["end"]], fact["value"], fact["unit"]) for fact in facts] == [
        ("75项", 75, "项"),
        ("7.1%", 7.1, "%"),
    ]
    assert {fact["time"] for fact in facts} == {"2023"}
    numerals = json_lines(suyuan("numerals", "文.txt", cwd=folder).stdout)
    assert all(text[row["start"] : row["end"]] == row["surface"] for row in numerals)
    assert [row["numeral_class"] for row in numerals].count("fact") == 2


def test_facts_have_the_fields_of_the_contract(folder: Path) -> None:
    wanted = {
        "start", "end", "surface", "value", "value_min", "value_max", "low", "high", "comparator", "unit", "time", "time_kind",
        "area", "measure", "breakdown", "nature", "page", "bbox", "block",
    }  # fmt: skip
    for fact in json_lines(suyuan("facts", "文.txt", cwd=folder).stdout):
        assert wanted <= fact.keys()
        assert fact["measure"] and not fact["measure_id"]  # no catalogue without a project


def test_explain_as_text_and_as_json(folder: Path) -> None:
    (told,) = json_lines(suyuan("explain", "文.txt", str(TEXT.index("75项")), "--json", cwd=folder).stdout)
    assert [told[name] for name in ("found", "surface")] == ["fact", "75项"]
    assert (told["time"]["time"], told["area"]["area"], told["quantity"]["bounds"]) == (
        "2023",
        ["河北"],
        "[75, 75]",
    )
    text = suyuan("explain", "文.txt", str(TEXT.index("75项")), cwd=folder, LC_ALL="C").stdout.decode("utf-8")
    assert "bound rule" in text and "75项" in text
    date = suyuan("explain", "文.txt", str(TEXT.index("2023")), cwd=folder).stdout.decode("utf-8")
    assert re.search(r"^class +date$", date, re.M)


@pytest.mark.parametrize("start", ["-1", "9999"])
def test_explain_takes_an_offset_of_the_text(
    folder: Path, start: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", str(folder / "文.txt"), start]) == 2
    output, message = capfd.readouterr()
    assert output == "" and "outside the text" in message and message.count("\n") == 1


def test_explain_of_a_file_that_cannot_be_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "noise.pdf").write_bytes(b"\x00\x01\x02" * 99)
    for name in ("none.txt", "noise.pdf"):
        assert main(["explain", str(tmp_path / name), "0"]) == 2
        assert capfd.readouterr().err.count("\n") == 1


def test_events_and_links(folder: Path) -> None:
    (event,) = json_lines(suyuan("events", "文.txt", cwd=folder).stdout)
    assert (event["date"], event["act"], event["page"], event["bbox"]) == ("2022-06", "签署", None, None)
    links = json_lines(suyuan("links", "文.txt", cwd=folder).stdout)
    assert {(frozenset((link["a"], link["b"])), link["date"]) for link in links} == {
        (frozenset({"北京", "天津"}), "2022-06")
    }
    assert "agreement" in {link["kind"] for link in links}


def test_tables_of_a_text_file(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "前文。\n\n| 城市 | 项 |\n| --- | --- |\n| 甲 | 5 |\n\n后文。\n", encoding="utf-8"
    )
    (table,) = json_lines(suyuan("tables", "a.md", cwd=tmp_path).stdout)
    assert [row for row in table["rows"] if "---" not in row[0]] == [["城市", "项"], ["甲", "5"]]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.txt", None, "no such file"),
        ("none", None, "no such file"),
        ("none.et", None, "no such file"),
        ("empty.pdf", b"", "empty"),
        ("noise.pdf", b"\x00\x01\x02" * 99, "noise.pdf"),
        ("sheet.xlsx", b"PK\x03\x04", "damaged or cut off"),
        ("sheet.et", b"x", "cannot be read"),
        ("slides.pptx", b"x", "save it as PDF"),
        ("a.txt", b"PK\x03\x04\x00\x00", "Office or zip"),
    ],
)
@pytest.mark.parametrize("command", ["read", "facts", "events", "tables"])
def test_a_file_that_cannot_be_read(
    tmp_path: Path,
    command: str,
    name: str,
    content: bytes | None,
    words: str,
    capfd: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    assert main([command, str(path)]) == 2
    output, message = capfd.readouterr()
    assert output == ""
    assert words in message and message.count("\n") == 1
    assert "Traceback" not in message


@pytest.mark.parametrize(
    "command",
    [["explain", "{}", "1"], ["locate", "{}", "1", "2"], ["crop", "{}", "1", "2", "--out", "a.png"]],
)
@pytest.mark.parametrize("name", ["none", "none.pdf"])
def test_no_file_to_look_into(
    tmp_path: Path, command: list[str], name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / name)
    assert main([word.format(path) for word in command]) == 2
    assert f"{path}: there is no such file; check the path" in capfd.readouterr().err


def test_a_folder_is_no_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", str(tmp_path)]) == 2
    message = capfd.readouterr().err
    assert f"{tmp_path}: this is a folder, not a file; give a file in it" in message
    assert message.count("\n") == 1


def test_a_fault_of_ours_is_told_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("suyuan.reading.worker.read_document", lambda *_, **__: 1 / 0)
    assert main(["facts", str(folder / "文.txt")]) == 2
    message = capfd.readouterr().err
    assert "ZeroDivisionError" in message and message.count("\n") == 1


def test_a_file_without_tables_and_one_of_digits_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("32.5 41.2 55.1 12 18\n41 22 35\n", encoding="utf-8")
    found = suyuan("tables", "a.txt", cwd=tmp_path)
    assert (found.returncode, found.stdout) == (0, b"")
    assert "no tables were found" in found.stderr.decode()
    rows = json_lines(suyuan("numerals", "a.txt", cwd=tmp_path).stdout)
    assert {row["reason"] for row in rows} == {"numbers alone, with no word that says of what"}


def test_audit_says_that_it_does_nothing_yet(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(folder / "文.txt")]) == 3
    assert "nothing was checked" in capfd.readouterr().err
    assert main(["audit", str(folder / "none.txt")]) == 2


def test_output_that_nobody_reads_is_no_error(folder: Path) -> None:
    (folder / "long.txt").write_text("共有标准75项。\n" * 9000, encoding="utf-8")
    command = f"{sys.executable} -m suyuan read long.txt | head -c 3; exit ${{PIPESTATUS[0]}}"
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "workflow" / "lib")}
    result = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=variables, capture_output=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_states_the_contract(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        make_parser().parse_args([command, "--help"])
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert "exit codes" in text
    assert max(map(len, text.splitlines())) < 130


def test_help_names_every_field(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A field that a command prints stands in its help, and the first line of help of a command is short."""
    (folder / "a.md").write_text("| 城市 | 项 |\n| --- | --- |\n| 甲 | 5 |\n", encoding="utf-8")
    for command, arguments in (("tables", ["a.md"]), ("locate", ["文.txt", "3", "9"])):
        (row,) = json_lines(suyuan(command, *arguments, cwd=folder).stdout)
        with pytest.raises(SystemExit):
            make_parser().parse_args([command, "--help"])
        help_text = capsys.readouterr().out
        assert [name for name in row if not re.search(rf"\b{name}\b", help_text)] == []
    with pytest.raises(SystemExit):
        make_parser().parse_args(["--help"])
    text = " ".join(capsys.readouterr().out.split())
    assert all(f" {command} " in text for command in COMMANDS)
    assert "Write the region of the page around a span as a PNG, the span marked audit" in text


def test_version_and_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2


def test_check_of_this_project_and_of_none(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", str(ROOT)]) == 0, capfd.readouterr().out
    capfd.readouterr()
    assert main(["check", "--project", str(tmp_path / "none")]) == 2
    assert "no such folder" in capfd.readouterr().err


def test_project_gives_measures_and_dates(capfd: pytest.CaptureFixture[str]) -> None:
    digest = ROOT / "raw" / "digests" / "samr2024.html"
    assert main(["facts", str(digest), "--project", str(ROOT)]) == 0
    facts = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert any(fact.get("measure_id") for fact in facts)
    assert {fact["edition"] for fact in facts} == {"digest"}  # as its card says


def test_bad_project_is_told_in_one_line(
    tmp_path: Path, folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.yaml").write_text("shrads: 2\n", encoding="utf-8")
    assert main(["facts", str(folder / "文.txt"), "--project", str(tmp_path)]) == 2
    message = capfd.readouterr().err
    assert "did you mean 'shards'" in message and message.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_one_line(folder: Path) -> None:
    command = [sys.executable, "-m", "suyuan", "facts", "文.txt"]
    variables = {**os.environ, "PYTHONPATH": str(ROOT / "workflow" / "lib")}
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            command, cwd=folder, env=variables, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert result.returncode == 2
    assert result.stderr.decode("utf-8").count("\n") == 1
