"""Folders of a build, and the documents that it looks at."""

from __future__ import annotations

from pathlib import Path

import pytest

from suyuan.paths import has_originals, raw_files, result_folders, shard_names


def make(project: Path, *names: str) -> Path:
    for name in names:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return project


def test_only_a_build_without_originals_writes_committed_folders() -> None:
    assert result_folders(False)["processed"] == "processed"
    assert result_folders(False)["figures"] == "figures"
    assert all(folder.startswith("results-originals/") for folder in result_folders(True).values())


@pytest.mark.parametrize("with_originals", [False, True])
def test_a_root_of_ones_own_holds_everything(with_originals: bool) -> None:
    assert all(
        folder.startswith("elsewhere/") for folder in result_folders(with_originals, "elsewhere").values()
    )


@pytest.mark.parametrize(
    ("count", "names"),
    [(1, ["0"]), (2, ["0", "1"]), (11, ["00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10"])],
)
def test_shard_names_sort_as_they_count(count: int, names: list[str]) -> None:
    assert shard_names(count) == names == sorted(names)


def test_no_shard_is_an_error() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        shard_names(0)


def test_documents_are_found_and_companions_left_out(tmp_path: Path) -> None:
    project = make(
        tmp_path, "raw/sources.yaml", "raw/corrections.yaml", "raw/collected.csv", "raw/README.md", "raw/digests/a.pdf",
        "raw/digests/a.typ", "raw/digests/build.py", "raw/originals/.gitkeep", "raw/originals/b.txt", "elsewhere/c.txt",
    )  # fmt: skip
    assert raw_files(project) == ["raw/digests/a.pdf", "raw/originals/b.txt"]
    assert raw_files(project, "elsewhere") == ["elsewhere/c.txt", "raw/digests/a.pdf"]
    assert raw_files(project, control=frozenset({"raw/digests/a.pdf"})) == [
        "raw/collected.csv", "raw/corrections.yaml", "raw/originals/b.txt", "raw/sources.yaml",
    ]  # fmt: skip


def test_an_empty_folder_of_originals_has_none(tmp_path: Path) -> None:
    make(tmp_path, "raw/originals/.gitkeep")
    assert not has_originals(tmp_path)
    make(tmp_path, "raw/originals/own.pdf")
    assert has_originals(tmp_path)
    assert not has_originals(tmp_path, "nowhere")
