"""What was made fast gives what the slow way gives: cells, boxes of many points, medians; too full a page is damaged."""

from __future__ import annotations

from statistics import median

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfplumber.table import edges_to_intersections, intersections_to_cells

from reading.glyph_pdf import lines_of, pdf_of
from suyuan.reading.pdf import native, printed
from suyuan.reading.pdf.cells import smallest_cells
from suyuan.reading.pdf.frame import Frame
from suyuan.reading.pdf.guard import open_pdf
from suyuan.reading.pdf.mended import middle
from suyuan.reading.pdf.printed import page_chars

PLACES = st.integers(0, 6)
SIZES = st.floats(-1e4, 1e4)
WORDS = "三地共同发布了协同标准七十五项，比上年增加了十二项。"


def edge(x0: int, top: int, length: int, flat: bool) -> dict[str, object]:
    x1, bottom = (x0 + length, top) if flat else (x0, top + length)
    return {
        "x0": x0, "x1": x1, "top": top, "bottom": bottom, "width": x1 - x0, "height": bottom - top,
        "orientation": "h" if flat else "v", "object_type": "line",
    }  # fmt: skip


@given(st.lists(st.builds(edge, PLACES, PLACES, st.integers(1, 6), st.booleans()), max_size=14))
def test_cells_are_those_of_pdfplumber(edges):
    crossings = edges_to_intersections(edges, 0.1, 0.1)
    assert smallest_cells(crossings) == intersections_to_cells(crossings)


@given(st.sampled_from([0, 90, 180, 270]), st.lists(st.tuples(SIZES, SIZES), max_size=5), SIZES)
def test_many_points_are_turned_as_one_is(rotation, places, left):
    frame = Frame(left, -20.0, 600.5, 841.0, rotation)
    point = frame.point()
    xs, ys = frame.points([x for x, _ in places], [y for _, y in places])
    assert list(zip(xs, ys, strict=True)) == [point(x, y) for x, y in places]


@given(st.lists(SIZES, min_size=1))
def test_the_middle_is_the_median(values):
    assert middle(values) == median(values)


def test_characters_are_those_of_the_bindings():
    document = pdfium.PdfDocument(pdf_of([lines_of(WORDS)]))
    text = document[0].get_textpage()
    page = native.handle(text.raw)
    codes = [native.unicode_of(page, index) for index in range(text.count_chars())]
    assert "".join(map(chr, codes)) == text.get_text_range()


def test_a_page_with_too_many_characters_is_damaged(monkeypatch):
    document = open_pdf(pdf_of([lines_of(WORDS)]), "test.pdf")
    assert page_chars(document, 1).upright
    monkeypatch.setattr(printed, "TOO_MANY", 10)
    with pytest.raises(pdfium.PdfiumError, match="page 1 has"):
        page_chars(document, 1)
