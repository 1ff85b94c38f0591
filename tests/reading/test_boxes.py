"""Boxes of characters: on the page, with ink, where pdfminer has them. On PDFs made here, and on the shared corpus."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from reading.box_laws import Boxes, check_boxes, sample
from reading.documents import read

PAGES = 1  # of each file of the corpus; benchmarks/boxes.py takes them all
LARGE = 1_300_000  # bytes
# Not read as they stand: no text layer, or one whose characters mean nothing.
NOT_GOOD = ("d19_", "d20_")
MARKUP = {
    "one column": "= 总体情况\n" + "截至2023年年底共有标准87项，比上年增长6.4%，面积为3.2#super[4]。\n\n" * 6,
    "two columns": "#columns(2)["
    + "三地标准互认减少了重复检测，共办理1,234件。Mixed text fi fl ffi (2019). " * 30
    + "]",
    "table": "#table(columns: 3, [市], [项数], [占比], [甲], [12], [40.1%], [乙], [18], [59.9%])\n#align(center)[第 2 页]",
    "turned": "#rotate(-90deg, reflow: true)[转过来的文字共57项]\n\n正文有数字3.14与−5。",
}
SHEETS = {
    "one column": "",
    "two columns": "margin: 15mm",
    "table": "flipped: true",
    "turned": 'numbering: "1"',
}


def check(found: Boxes) -> None:
    assert found.chars > 0
    assert found.off_page == []
    assert found.no_ink == []
    assert found.share_near >= 0.99, found.by_font


@pytest.mark.parametrize("name", MARKUP)
def test_typeset_pages(typeset, name: str) -> None:
    path = typeset(MARKUP[name], page=SHEETS[name])
    document = read(path)
    check(check_boxes(document, path, sample(len(document.pages), 3)))


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_and_cut_pages(typeset, tmp_path: Path, turn: int) -> None:
    """A page with /Rotate whose crop box is smaller than its media box: boxes are those of the page as shown."""
    made = pdfium.PdfDocument(typeset(MARKUP["one column"]))
    made[0].set_rotation(turn)
    left, bottom, right, top = made[0].get_mediabox()
    made[0].set_cropbox(left + 30, bottom + 20, right - 10, top - 40)
    path = tmp_path / "turned.pdf"
    made.save(path)
    document = read(path)
    check(check_boxes(document, path, [1]))


def test_text_off_the_page_is_left_out(typeset) -> None:
    document = read(typeset("#place(dx: 700pt, dy: 0pt)[印厂标记99]\n正文共有标准57项。"))
    assert "57" in document.text and "99" not in document.text


def test_sample() -> None:
    assert sample(2, 3) == [1, 2] and sample(10, 3) == [1, 5, 10] and sample(5, 1) == [1]


def corpus() -> list[str]:
    folder = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "pdf"
    return sorted(path.name for path in folder.glob("d*.pdf") if not path.name.startswith(NOT_GOOD))


@pytest.mark.parametrize("name", corpus() or ["none"])
def test_corpus(shared: Path, name: str) -> None:
    path = shared / "pdf" / name
    if path.stat().st_size > LARGE:
        pytest.skip("takes long; benchmarks/boxes.py measures it")
    document = read(path)
    found = check_boxes(document, path, sample(len(document.pages), PAGES))
    assert found.off_page == []
    assert len(found.no_ink) <= 0.003 * found.chars, found.no_ink
    # 0.99 holds over the whole of the corpus (benchmarks/boxes.py); a head whose blanks pdfminer makes narrower counts more
    # on a single page.
    assert found.share_near >= 0.97, found.by_font
