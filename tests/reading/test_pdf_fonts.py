"""A font that a PDF names but does not carry: the same letters everywhere, whatever fonts the machine has."""

from __future__ import annotations

from pathlib import Path

import pytest

from suyuan.reading import read_document
from suyuan.reading.pages import render_page
from suyuan.reading.pdf.fonts import OneFont, _font_data

TEXT = "三地共有标准七十五项"


def not_embedded(text: str) -> bytes:
    """A page with ``text`` in STSong-Light, which is not in the file."""
    stream = f"BT /F1 20 Tf 72 700 Td <{text.encode('utf-16-be').hex()}> Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 7 0 R>>",
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo"
        b"<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 6 0 R>>",
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0"
        b"/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        data
        + head
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            len(objects) + 1,
            len(data),
        )
    )


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "named.pdf"
    path.write_bytes(not_embedded(TEXT))
    return path


def test_text_and_boxes(pdf: Path) -> None:
    document = read_document(pdf, source_id="x", edition="original")
    assert document.text.strip() == TEXT
    assert document.boxes is not None
    boxes = [box for box in document.boxes if box is not None]
    assert [round(box.x0) for box in boxes] == [72 + 20 * i for i in range(len(TEXT))]


def test_every_character_is_drawn(pdf: Path) -> None:
    picture = render_page(pdf, 1, scale=2.0).convert("L")
    for i in range(len(TEXT)):
        left = (72 + 20 * i) * 2
        darkest, _ = picture.crop((left, 230, left + 40, 300)).getextrema()
        assert darkest < 100, f"no ink where {TEXT[i]} stands"


def test_only_chinese_fonts_are_answered() -> None:
    answer = OneFont.MapFont
    assert answer(None, None, 400, 0, 134, 0, b"STSong", None) == 1  # type: ignore[arg-type]
    assert answer(None, None, 400, 0, 0, 0, b"Arial", None) is None  # type: ignore[arg-type]
    assert len(_font_data()) > 1_000_000
