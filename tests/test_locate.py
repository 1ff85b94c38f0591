"""``suyuan locate`` and ``suyuan crop``."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from suyuan.cli import main
from suyuan.document import Block, CharBox, Document, Page, Span
from suyuan.draw import MARK
from suyuan.locate import SpanError, crop_names, located
from suyuan.reading import read_document

TEXT = "总体情况\n全年共有标准75项，比上年增长7.1%。\n"


def paged() -> Document:
    """Six characters: three on page 1 over two lines, a blank put in, two on page 2."""
    boxes = (CharBox(1, 80, 10, 90, 20), CharBox(1, 90, 10, 99, 20), CharBox(1, 10, 25, 20, 35), None,
             CharBox(2, 5, 5, 9, 9), CharBox(2, 9, 5, 14, 9))  # fmt: skip
    pages = (Page(1, 100, 200, "57"), Page(2, 100, 200, None))
    block = Block("paragraph", (Span(0, 6),), ("一、标准",))
    return Document("s", "text", "s.pdf", "0" * 64, "pdf", "标准项 57", (block,), pages=pages, boxes=boxes)


def test_a_row_for_each_page() -> None:
    first, second = located(paged(), 0, 6)
    assert first == {
        "start": 0, "end": 3, "text": "标准项", "page": 1, "page_label": "57", "width": 100, "height": 200,
        "boxes": [[80, 10, 99, 20], [10, 25, 20, 35]], "block": "paragraph", "section": ["一、标准"],
    }  # fmt: skip
    assert (second["start"], second["end"], second["page"], second["page_label"]) == (4, 6, 2, None)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (0, 99), (3, 4)])
def test_spans_that_are_none(start: int, end: int) -> None:
    with pytest.raises(SpanError):
        located(paged(), start, end)


def test_names_of_pictures() -> None:
    assert crop_names(Path("a/x.png"), 1) == [Path("a/x.png")]
    assert crop_names(Path("a/x.png"), 2) == [Path("a/x-1.png"), Path("a/x-2.png")]


def test_text_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    start = TEXT.index("75项")
    assert main(["locate", str(path), str(start), str(start + 3)]) == 0
    (row,) = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert (row["text"], row["before"], row["after"]) == (
        "75项",
        "总体情况\n全年共有标准",
        "，比上年增长7.1%。\n",
    )
    assert main(["locate", str(path), "5", "999"]) == 2
    assert main(["crop", str(path), "1", "3", "--out", str(tmp_path / "x.png")]) == 2
    message = capfd.readouterr().err
    assert message.count("\n") == 2 and "no pages to draw" in message
    assert not (tmp_path / "x.png").exists()


def marked(path: Path) -> float:
    """Share of the picture that is marked."""
    pixels = np.asarray(Image.open(path).convert("RGB"))
    return float((np.abs(pixels.astype(int) - MARK).sum(axis=2) < 12).mean())


def test_crop_of_a_pdf(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    pdf = typeset(tmp_path)
    document = read_document(pdf, source_id="a", edition="original")
    start = document.text.index("75项")
    assert main(["locate", str(pdf), str(start), str(start + 3)]) == 0
    (row,) = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert (row["text"], row["page"], row["page_label"]) == ("75项", 1, "iv")
    x0, top, x1, bottom = row["boxes"][0]
    assert (
        main(
            [
                "crop",
                str(pdf),
                str(start),
                str(start + 3),
                "--out",
                str(tmp_path / "x.png"),
                "--padding",
                "10",
                "--dpi",
                "72",
            ]
        )
        == 0
    )
    assert capfd.readouterr().out == f"{tmp_path / 'x.png'}\n"
    picture = Image.open(tmp_path / "x.png")
    assert abs(picture.width - (x1 - x0 + 20)) <= 2 and abs(picture.height - (bottom - top + 20)) <= 2
    assert 0.1 < marked(tmp_path / "x.png") < 0.6
    last = document.text.index("末页")
    assert main(["crop", str(pdf), str(start), str(last + 2), "--out", str(tmp_path / "y.png")]) == 0
    assert capfd.readouterr().out.split() == [str(tmp_path / "y-1.png"), str(tmp_path / "y-2.png")]
    assert main(["crop", str(pdf), "0", "3", "--out", str(tmp_path / "y.jpg")]) == 2
    assert "ends in .png" in capfd.readouterr().err


def typeset(folder: Path) -> Path:
    """Two pages, labelled iv and v in the file."""
    import mplfonts
    import pypdfium2 as pdfium
    import typst

    fonts = next((Path(mplfonts.__file__).parent / "fonts").rglob("NotoSansCJKsc-Regular.otf")).parent
    source = folder / "a.typ"
    markup = '#set document(date: none)\n#set page(numbering: "i")\n#counter(page).update(4)\n'
    markup += '#set text(font: "Noto Sans CJK SC")\n'
    source.write_text(
        f"{markup}全年共有标准75项，比上年增长7.1%。\n#pagebreak()\n末页还有一句话，共有57项。\n",
        encoding="utf-8",
    )
    target = folder / "a.pdf"
    typst.compile(str(source), output=str(target), font_paths=[str(fonts)], ignore_system_fonts=True)
    assert pdfium.PdfDocument(target).get_page_label(0) == "iv"
    return target
