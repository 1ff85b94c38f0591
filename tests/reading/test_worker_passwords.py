"""Passwords, and shards with bad files, read in a process of their own."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from reading.bad_pdfs import GOOD, INFLATING, TOO_MUCH, WORDS, locked
from suyuan.cli import commands
from suyuan.cli import main as suyuan
from suyuan.document import Document
from suyuan.reading import ReadError
from suyuan.reading.limits import Limits
from suyuan.reading.password import Password, source_password, variable, variables_set
from suyuan.reading.worker import Worker
from suyuan.sources import Card, Entry, Register
from suyuan.stages import read as read_stage

SMALL = Limits(seconds=15, memory_mb=160)


def read(worker: Worker, path: Path, password: Password | None = None) -> Document:
    return worker.read(path, source_id="test", edition="original", password=password)


def test_passwords(worker: Worker, file) -> None:
    path = file(locked("mima75"))
    assert read(worker, path, Password(value="mima75")).text.startswith(WORDS)
    with pytest.raises(ReadError, match="does not open it; set the right one"):
        read(worker, path, Password("the environment variable X", "wrong"))
    with pytest.raises(
        ReadError, match="asks for a password; set it in the environment variable SUYUAN_PASSWORD,"
    ):
        read(worker, path)
    assert variable("hebei-2021") == "SUYUAN_PASSWORD_HEBEI_2021"
    environment = {
        "SUYUAN_PASSWORD_HEBEI_2021": "mima75",
        "SUYUAN_PASSWORD_EMPTY": "",
        "SUYUAN_PASSWORD": "x",
    }
    assert source_password("hebei-2021", environment).value == "mima75"
    assert source_password("empty", environment).value is None
    assert variables_set(environment) == ["SUYUAN_PASSWORD_HEBEI_2021"]
    assert "mima75" not in repr(source_password("hebei-2021", environment))


def test_password_of_the_corpus(shared: Path, worker: Worker) -> None:
    path = shared / "pdf" / "bad_encrypted_user_aes256.pdf"
    assert read(worker, path, Password(value="biaozhun")).text.strip()


def test_bad_files_of_the_corpus(shared: Path, worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under the limits of a build each ends in time; a refusal is one line."""
    monkeypatch.setattr(worker, "limits", Limits())
    for path in sorted((shared / "pdf").glob("bad_*.pdf")):
        begun = time.monotonic()
        try:
            assert read(worker, path).text and path.stem == "bad_junk_around"
        except ReadError as error:
            assert "\n" not in str(error) and path.stem != "bad_junk_around"
        assert time.monotonic() - begun < 20, path.name


def test_a_shard_with_bad_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Bad files have a row each; the others are read; passwords come from the environment and go nowhere."""
    files = {
        "inflates": INFLATING["forms"][0](0), "empty": b"", "locked": locked("mima75"), "shut": locked("other"), "good": GOOD,
    }  # fmt: skip
    monkeypatch.setenv("SUYUAN_PASSWORD_LOCKED", "mima75")
    monkeypatch.delenv("SUYUAN_PASSWORD", raising=False)
    for name, data in files.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
    card = {"title": {"zh": "标题"}, "publisher": "局", "dates": {}, "language": "zh"}
    edition = {"edition": "original", "obtained": "made"}
    cards = {
        name: Card.model_validate(
            {"id": name, **card, "editions": [{**edition, "file": f"raw/originals/{name}.pdf"}]}
        )
        for name in files
    }
    entries = tuple(
        Entry(source_id=name, edition="original", file=f"{name}.pdf", in_git=False, sha256="0" * 64)
        for name in files
    )
    shard = tmp_path / "shard.json"
    shard.write_text(Register(tmp_path, tmp_path, cards, entries).to_json(), encoding="utf-8")
    caplog.set_level("INFO")
    read_stage.run(
        shard,
        tmp_path,
        tmp_path,
        tmp_path / "out.jsonl",
        tmp_path / "problems.csv",
        SMALL,
    )
    with (tmp_path / "problems.csv").open(encoding="utf-8", newline="") as source:
        rows = {row["source_id"]: row for row in csv.DictReader(source)}
    assert set(rows) == {"inflates", "empty", "shut"}
    assert TOO_MUCH in rows["inflates"]["what"] and "0 bytes" in rows["empty"]["what"]
    assert "SUYUAN_PASSWORD_SHUT" in rows["shut"]["todo"]
    written = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    assert written.count(WORDS) == 2
    assert "mima75" not in written + caplog.text + (tmp_path / "problems.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "variable", "code"),
    [
        ([], None, 2),
        ([], "mima75", 0),
        (["--password", "mima75"], "wrong", 0),
        (["--password", "wrong"], "mima75", 2),
    ],
)
def test_passwords_of_the_command_line(
    worker: Worker,
    file,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    options: list[str],
    variable: str | None,
    code: int,
) -> None:
    monkeypatch.setattr(commands, "Worker", lambda: worker)
    monkeypatch.setattr(worker, "close", lambda: None)
    monkeypatch.delenv("SUYUAN_PASSWORD", raising=False)
    if variable is not None:
        monkeypatch.setenv("SUYUAN_PASSWORD", variable)
    path = str(file(locked("mima75")))
    assert suyuan(["read", path, *options]) == code
    output, message = capfd.readouterr()
    assert (WORDS in output) == (code == 0)
    assert message.count("\n") == (code != 0)
    assert "mima75" not in message and "wrong" not in message
    assert suyuan(["crop", path, "0", "6", "--out", str(file(b"", "x.png")), *options]) == code
