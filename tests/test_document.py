"""Document: locators of spans."""

import pytest

from suyuan.document import Block, CharBox, Document, Page, Span, line_boxes


def document(text: str, boxes: tuple[CharBox | None, ...] | None = None) -> Document:
    block = Block("paragraph", (Span(0, len(text)),))
    media = "text" if boxes is None else "pdf"
    return Document(
        "s", "text", "s.txt", "0" * 64, media, text, (block,), pages=(Page(1, 100, 100, "57"),), boxes=boxes
    )


def test_text_locators_carry_a_hash_of_their_context():
    one = document("前文共有标准75项后文").locate(6, 9)
    other = document("前文共有标准75项后面").locate(6, 9)
    assert (one.kind, one.start, one.end) == ("text", 6, 9)
    assert one.context_hash != other.context_hash


def test_a_span_over_a_line_break_has_a_box_a_line_and_the_printed_page_label():
    boxes = (CharBox(1, 80, 10, 90, 20), CharBox(1, 90, 10, 99, 20), None, CharBox(1, 10, 25, 20, 35))
    locator = document("标准\n项", boxes).locate(0, 4)
    assert [(b.x0, b.top, b.x1, b.bottom) for b in locator.boxes] == [(80, 10, 99, 20), (10, 25, 20, 35)]
    assert (locator.page, locator.page_label) == (1, "57")


def test_a_new_page_starts_a_new_box():
    assert [b.page for b in line_boxes([CharBox(1, 0, 0, 5, 5), CharBox(2, 5, 0, 9, 5)])] == [1, 2]


@pytest.mark.parametrize("span", [(-1, 2), (2, 2), (0, 99)])
def test_a_span_outside_the_text_is_an_error_that_names_the_file(span):
    with pytest.raises(ValueError, match=r"s\.txt"):
        document("标准75项").locate(*span)
