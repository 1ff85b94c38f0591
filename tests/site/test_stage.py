"""The stage that draws pages, and pages of editions that are not used or have no pictures."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import typst

from suyuan.problems import read_problems
from suyuan.reading import read_document
from suyuan.site.build import build_site
from suyuan.sources import Register
from suyuan.sources.registration import Entry
from suyuan.stages import pictures
from suyuan.stages.documents import write_documents


def project(tmp_path: Path) -> tuple[Path, Path]:
    """A shard's register and documents with one PDF of the user's own."""
    folder = tmp_path / "raw" / "originals"
    folder.mkdir(parents=True)
    (folder / "a.typ").write_text("#set page(width: 90pt, height: 90pt)\n31\n", encoding="utf-8")
    typst.compile(str(folder / "a.typ"), output=str(folder / "a.pdf"))
    digest = hashlib.sha256((folder / "a.pdf").read_bytes()).hexdigest()
    entry = Entry(source_id="a", edition="original", file="a.pdf", in_git=False, sha256=digest)
    shard, documents = tmp_path / "0.json", tmp_path / "0.jsonl.gz"
    shard.write_text(Register(tmp_path, folder, {}, (entry,)).to_json(), encoding="utf-8")
    write_documents(
        documents, [read_document(folder / "a.pdf", source_id="a", edition="original", shown_path="a.pdf")]
    )
    return shard, documents


def draw(tmp_path: Path, shard: Path, documents: Path) -> list[Any]:
    out = tmp_path / "problems.csv"
    pictures.run(shard, documents, tmp_path, None, 1.0, tmp_path / "pictures", out)
    return read_problems(out)


def test_pages_are_drawn_from_the_file_that_was_read(tmp_path: Path) -> None:
    shard, documents = project(tmp_path)
    assert draw(tmp_path, shard, documents) == []
    assert (tmp_path / "pictures" / "a" / "original-0001.png").is_file()


def test_a_file_that_has_changed_since_gives_a_problem_and_no_picture(tmp_path: Path) -> None:
    shard, documents = project(tmp_path)
    with (tmp_path / "raw" / "originals" / "a.pdf").open("ab") as file:
        file.write(b"\n")
    (problem,) = draw(tmp_path, shard, documents)
    assert (problem.source_id, problem.severity) == ("a", "warning") and "has changed" in problem.what
    assert not list((tmp_path / "pictures").rglob("*.png"))


def test_an_edition_that_is_not_used_has_a_page_of_its_own(site: Any, tmp_path: Path) -> None:
    material = replace(site.material, used={"words": "original", "sheets": "text"})
    build_site(material, tmp_path / "site")
    page = (tmp_path / "site" / "sources" / "sheets.original.html").read_text(encoding="utf-8")
    assert "read for comparison" in page
    assert "sheets.original.html#pdf-75" in (tmp_path / "site" / "sources" / "words.html").read_text(
        encoding="utf-8"
    )


def test_a_page_without_a_picture_says_so(site: Any, tmp_path: Path) -> None:
    build_site(replace(site.material, pictures={}), tmp_path / "site")
    assert '"pages":{}' in (tmp_path / "site" / "sources" / "sheets.html").read_text(encoding="utf-8")
    assert not (tmp_path / "site" / "pages").exists()
