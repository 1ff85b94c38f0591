"""Recognition of page pictures: the geometry without the recogniser, and the recogniser where it is installed."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL.Image import Image

from reading.documents import check_laws, read
from reading.glyph_pdf import lines_of, pdf_of
from suyuan.document import Document
from suyuan.facts import Knowledge, extract_facts
from suyuan.reading.ocr import engine
from suyuan.reading.ocr.engine import Seen, is_installed
from suyuan.reading.ocr.page import characters, recognise_page, turn_of
from suyuan.reading.pages import render_page
from suyuan.reading.pdf import layers
from suyuan.reading.pdf.chars import Char

TEXT = "本市全年研制地方标准12项，参与单位57家，累计投入经费326.5万元，比上年增长5.1%。各区加强协同，建立工作机制。"
WIDTH, HEIGHT = 595, 842


def line(text: str, x: float, top: float, size: float = 30.0, score: float = 1.0) -> list[Seen]:
    return [
        Seen(char, x + i * size, top, x + i * size + 0.8 * size, top + size, score)
        for i, char in enumerate(text)
    ]


@pytest.fixture
def sheet(tmp_path: Path):
    document = pdfium.PdfDocument(pdf_of([[]]))
    yield document[0]
    document.close()


def test_characters_and_boxes(sheet) -> None:
    upright, turned = recognise_page(
        sheet, 0, lambda picture: [line("标准化的协同发展", 150, 300), line("推进路径", 152, 360)]
    )
    assert turned == [] and "".join(c.text for c in upright) == "标准化的协同发展推进路径"
    first, last = upright[0], upright[7]
    assert first.x0 == pytest.approx(151 * 72 / 150) and first.top == pytest.approx(300 * 72 / 150)
    assert last.x1 == pytest.approx((150 + 7 * 30 + 24) * 72 / 150)
    assert upright[8].x0 == first.x0  # line ends that differ by a hair are flush
    assert {c.size for c in upright} == {14.0} and len({c.base for c in upright}) == 2
    assert all(a.x1 == b.x0 for a, b in pairwise(upright[:8]))  # no gap inside Chinese


def test_a_blank_is_kept() -> None:
    seen = line("ab", 0, 0)
    assert [c.text for c in characters([[seen[0], seen[1]._replace(apart=True)]])] == ["a", " ", "b"]


@pytest.mark.parametrize(
    ("text", "doubtful", "shown"),
    [
        ("12项", 0, "�2项"),
        ("5.1%", 1, "5�1%"),
        ("十二", 0, "�二"),
        ("好，", 1, "好，"),
        ("标准", 0, "标准"),
        ("1,0", 1, "1�0"),
    ],
)
def test_doubtful_characters_of_numbers_are_unknown(text: str, doubtful: int, shown: str) -> None:
    seen = line(text, 0, 0)
    seen[doubtful] = seen[doubtful]._replace(score=0.6)
    assert "".join(c.text for c in characters([seen])) == shown


@pytest.mark.parametrize("turn", [90, 270])
def test_a_page_on_its_side(sheet, turn: int) -> None:
    def recogniser(picture: Image) -> list[list[Seen]]:
        assert picture.width > picture.height  # turned
        return [line("协同标准", 400, 100)]

    upright, turned = recognise_page(sheet, turn, recogniser)
    assert upright == [] and len(turned) == 4
    x0, top = 100 * 72 / 150, 400 * 72 / 150
    across = turned[0].x1 if turn == 90 else turned[0].x0
    assert across == pytest.approx(WIDTH - x0 if turn == 90 else x0, abs=1)
    down = turned[0].top if turn == 90 else turned[0].bottom
    assert down == pytest.approx(top if turn == 90 else HEIGHT - top, abs=1)
    assert turn_of(turned) == turn


def test_lying_pages_are_tried_both_ways(sheet) -> None:
    tall = [[Seen("一", 10, 10, 30, 200, 0.6), Seen("二", 10, 10, 30, 200, 0.6)]]
    answers = iter([tall, [line("协", 0, 0, score=0.5)], [line("协同标准", 400, 100)]])
    assert len(recognise_page(sheet, None, lambda picture: next(answers))[1]) == 4


def test_words_of_the_engine() -> None:
    words = (
        ("在", 0.9, [[0, 0], [10, 0], [10, 12], [0, 12]]),
        ("Web1", 0.7, [[20, 0], [60, 0], [60, 12], [20, 12]]),
    )
    seen = engine._line("在 Web1", words)
    assert [s.text for s in seen] == list("在Web1") and [s.apart for s in seen] == [
        False,
        True,
        False,
        False,
        False,
    ]
    assert [s.x0 for s in seen] == [0, 20, 30, 40, 50] and seen[4].x1 == 60


def scanned(tmp_path: Path) -> Path:
    printed, path = tmp_path / "printed.pdf", tmp_path / "scan.pdf"
    printed.write_bytes(pdf_of([lines_of(TEXT, size=12, wide=30)]))
    path.write_bytes(pdf_of([[]], picture=render_page(printed, 1, scale=3.0)))
    return path


def check(document: Document) -> None:
    check_laws(document)
    assert document.pages[0].layer == "recognised"
    assert [(p.severity, p.where) for p in document.problems] == [("note", "page 1")]
    found = extract_facts(document, Knowledge.load())
    assert [fact.surface for fact in found.facts] == ["12项", "57家", "326.5万元", "5.1%"]
    assert {fact.status for fact in found.facts} == {"ocr"}
    assert {fact.locator.kind for fact in found.facts} == {"pdf"}


def test_a_scan_with_a_recogniser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []

    def recognise(sheet: object, turn: int | None) -> tuple[list[Char], list[Char]]:
        seen = [
            Seen(char, 80 + 12 * i, 80 + 22 * n, 92 + 12 * i, 93 + 22 * n, 1.0)
            for n in range(2)
            for i, char in enumerate(TEXT[30 * n : 30 * n + 30])
        ]
        return characters([seen[:30], seen[30:]]), []

    monkeypatch.setattr(layers, "tell_ocr_page", lambda: told.append(1))
    monkeypatch.setattr("suyuan.reading.pdf.reader.recogniser", lambda: recognise)
    check(read(scanned(tmp_path)))
    assert told == [1]


needed = pytest.mark.skipif(
    not is_installed(), reason="OCR is not installed: pip install -r requirements-ocr.txt"
)


@needed
def test_a_scan_is_read(tmp_path: Path) -> None:
    path = scanned(tmp_path)
    document = read(path)
    check(document)
    assert "".join(document.text.split()) == TEXT
    at = document.text.index("57家")
    (box,) = document.locate(at, at + 2).boxes
    i = TEXT.index("57家")
    true_x = 80 + sum(12 if char > "\xff" else 6.7 for char in TEXT[i // 30 * 30 : i])
    assert abs(box.x0 - true_x) < 12 and abs(box.bottom - (80 + i // 30 * 21.6)) < 8
    assert read(path) == document
