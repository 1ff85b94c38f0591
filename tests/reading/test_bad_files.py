from __future__ import annotations

import time
import zlib
from pathlib import Path

import pytest

from reading.bad_pdfs import BAD as BAD_PDFS
from reading.bad_pdfs import with_a_blank_page
from reading.documents import read
from suyuan.reading import ReadError, limits
from suyuan.reading.pdf.guard import largest_stream

BAD = {
    "bad_bomb_stream_100mb": "inflates to more than",
    "bad_empty_0bytes": "empty (0 bytes)",
    "bad_encrypted_user_aes256": "encrypted",
    "bad_html_as_pdf": "web page saved as .pdf",
    "bad_truncated_zhoukou": "cut off",
    "bad_zero_pages": "0 pages",
    "d20_scan_ziben_2p": "without a text layer",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_pdfs(shared: Path, name: str) -> None:
    began = time.process_time()
    with pytest.raises(ReadError) as error:
        read(shared / "pdf" / f"{name}.pdf")
    assert BAD[name] in error.value.what and "\n" not in str(error.value) and error.value.todo
    assert str(error.value).startswith(str(shared / "pdf" / f"{name}.pdf: "))
    assert time.process_time() - began < 3


def test_junk_around_is_read(shared: Path) -> None:
    assert "地方标准57项" in "".join(read(shared / "pdf" / "bad_junk_around.pdf").text.split())


def test_many_pages(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than the limit are refused before any is read."""
    monkeypatch.setattr(limits, "_limits", limits.Limits())
    with pytest.raises(
        ReadError, match=r"3,000 pages; 2,000 are the limit; split it, or raise limits\.pages"
    ):
        read(shared / "pdf" / "bad_many_pages_3000.pdf")


def test_blank_pages_are_no_scans(tmp_path: Path) -> None:
    """A blank page among others, and one with a picture of white paper, ask for nothing."""
    white = BAD_PDFS["white_picture"][0]()
    alone = tmp_path / "a.pdf"
    alone.write_bytes(white)
    with pytest.raises(ReadError, match="the pages are blank; look at the file") as error:
        read(alone)
    assert "install" not in str(error.value)
    among = tmp_path / "b.pdf"
    among.write_bytes(with_a_blank_page())
    document = read(among)
    assert len(document.pages) == 2 and document.problems == ()


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.docx", b"PK\x03\x04", "damaged or cut off"),
        ("a.xlsx", b"x", "no .xlsx file"),
        ("a.caj", b"CAJ", ".caj files cannot be read"),
        ("a.wps", b"x", ".wps files cannot be read"),
        ("a.ofd", b"x", ".ofd files cannot be read"),
        ("a.csv", b"x", ".csv files cannot be read"),
        ("a.dat", b"x", "unknown kind of file (.dat)"),
        ("a", b"x", "unknown kind of file (no suffix)"),
        ("a.txt", b"", "empty (0 bytes)"),
        ("a.txt", b"  \n ", "nothing but blanks"),
        ("a.txt", b"%PDF-1.4", "a PDF saved as .txt"),
        ("a.txt", b"\x00\x01\xff\xfe\x80", "known encoding"),
        ("a.md", b"PK\x03\x04abc", "Office or zip file saved as .md"),
        ("a.html", b"<html><body><div></div></body></html>", "no text on the page"),
        ("a.pdf", b"PK\x03\x04abc", "Office file saved as .pdf"),
        ("a.pdf", b"hello", "not a PDF"),
        ("a.pdf", b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\nstartxref\n0\n%%EOF", "damaged or cut off"),
    ],
)
def test_what_is_said(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as error:
        read(path)
    assert what in error.value.what
    assert str(error.value) == f"{path}: {error.value.what}; {error.value.todo}"


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="there is no such file"):
        read(tmp_path / "a.pdf")
    with pytest.raises(ReadError, match="there is no such file"):
        read(tmp_path / "a")
    (tmp_path / "b.txt").mkdir()
    with pytest.raises(ReadError, match="not a file"):
        read(tmp_path / "b.txt")


def test_streams_are_measured_up_to_the_limit() -> None:
    packed = zlib.compress(b"0 0 m " * 1_000_000)
    page = b"1 0 obj <</Filter/FlateDecode>> stream\n" + packed + b"\nendstream endobj"
    image = b"2 0 obj <</Subtype/Image/Filter/FlateDecode>> stream\n" + packed + b"\nendstream endobj"
    assert largest_stream(page, limit=4_000_000) > 4_000_000
    assert largest_stream(image, limit=4_000_000) == 0
    assert largest_stream(page, limit=64_000_000) <= 6_000_000
