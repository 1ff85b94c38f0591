"""The parts that pages are made of: cutting text, numbers, drawings, corrections, pictures."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from factories import make_fact
from suyuan.corrections import Correction
from suyuan.document import Block, Document, Span
from suyuan.reading import ReadError
from suyuan.site.drawing import Target, inline_svg
from suyuan.site.drawn import read_figures
from suyuan.site.judgements import REJECTED, corrections_of
from suyuan.site.marks import Mark, passages
from suyuan.site.numbers import bounds, grouped, parsed
from suyuan.site.pictures import LONGEST, draw_pages, small
from suyuan.stages.site import find_pictures

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def document(text: str, *blocks: Block) -> Document:
    return Document("s", "original", "s.txt", "0" * 64, "text", text, blocks)


def mark(start: int, end: int, name: str) -> Mark:
    return Mark(start, end, name, "fact", "extracted", "")


@given(
    st.text("abcdef ", min_size=1, max_size=40),
    st.lists(st.tuples(st.integers(0, 39), st.integers(1, 40)), max_size=8),
)
def test_cutting_loses_nothing_and_each_piece_carries_the_marks_that_lie_on_it(
    text: str, spans: list[tuple[int, int]]
) -> None:
    marks = [
        mark(start, end, str(number)) for number, (start, end) in enumerate(spans) if start < end <= len(text)
    ]
    middle = len(text) // 2
    blocks = [Block("paragraph", (Span(a, b),)) for a, b in ((0, middle), (middle, len(text))) if a < b]
    pieces = [
        piece for part in passages(document(text, *blocks), marks) for row in part.rows for cell in row for piece in cell
    ]  # fmt: skip
    assert "".join(piece.text for piece in pieces) == text
    position = 0
    for piece in pieces:
        here = {m.anchor for m in marks if m.start <= position and position + len(piece.text) <= m.end}
        assert {m.anchor for m in piece.marks} == here
        position += len(piece.text)
    began = [m.anchor for piece in pieces for m in piece.begins]
    assert sorted(began) == sorted(m.anchor for m in marks)


def test_rows_of_one_table_are_one_passage_with_cells() -> None:
    text = "年\t项\n2022\t75\n后文"
    rows = [Block("table", (Span(0, 3),), table="t1"), Block("table", (Span(4, 11),), table="t1")]
    found = list(passages(document(text, *rows, Block("paragraph", (Span(12, 14),))), [mark(9, 11, "f")]))
    assert [part.kind for part in found] == ["table", "paragraph"]
    assert [["".join(p.text for p in cell) for cell in row] for row in found[0].rows] == [
        ["年", "项"],
        ["2022", "75"],
    ]
    assert found[0].rows[1][1][0].begins[0].anchor == "f"


def test_text_outside_every_block_is_shown_too() -> None:
    found = list(passages(document("正文\n余下", Block("paragraph", (Span(0, 2),))), []))
    assert found[-1].kind == "furniture" and found[-1].rows[0][0][0].text.strip() == "余下"


@pytest.mark.parametrize(
    ("value", "text"),
    [("9495000", "9,495,000"), ("31.6", "31.6"), ("1000.25", "1,000.25"), ("100/3", "100/3"), ("-1234", "-1,234"), ("7", "7")],
)  # fmt: skip
def test_digits_are_grouped(value: str, text: str) -> None:
    assert grouped(Fraction(value)) == text


def test_numbers_in_words() -> None:
    assert parsed(">", Fraction(70), None, None, "项") == "more than 70 项"
    assert parsed("range", None, Fraction(15), Fraction(20), "%") == "15 to 20 %"
    assert parsed("=", None, None, None, "项") is None
    assert bounds(Fraction(70), None, True, False) == "70 < x"
    assert bounds(Fraction(75), Fraction(76), False, True) == "75 ≤ x < 76"
    assert bounds(Fraction(75), Fraction(75), False, False) == "exactly 75"
    assert bounds(None, None, False, False) is None


def drawing(tmp_path: Path, content: str, targets: dict[str, Target] | None = None, prefix: str = "") -> str:
    path = tmp_path / "f.svg"
    path.write_text(f"{HEAD}{content}</svg>", encoding="utf-8")
    return inline_svg(path, targets or {}, "题", prefix)


@pytest.mark.parametrize(
    "content",
    [
        "<script>alert(1)</script>",
        '<path d="M0 0" onclick="alert(1)"/>',
        '<a xlink:href="javascript:alert(1)"><path d="M0 0"/></a>',
        '<use xlink:href="http://example.org/x.svg#alert"/>',
        '<path style="fill: url(http://example.org/alert)"/>',
        "<path fill=\"url('http://example.org/alert')\"/>",
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>alert</p></foreignObject>",
        "<style>@import url(alert)</style>",
        "<!-- alert -->",
    ],
)
def test_what_could_run_or_load_is_left_out_of_a_drawing(tmp_path: Path, content: str) -> None:
    found = drawing(tmp_path, content)
    assert "alert" not in found and "example.org" not in found


def test_styles_become_attributes_and_references_inside_stay(tmp_path: Path) -> None:
    content = (
        '<defs><path id="m" d="M0 0"/></defs>'
        '<use xlink:href="#m" style="fill: #fff; clip-path: url(#c); position: fixed"/>'
    )
    found = drawing(tmp_path, content, prefix="s-")
    assert 'fill="#fff"' in found and 'clip-path="url(#s-c)"' in found and 'href="#s-m"' in found
    assert 'id="s-m"' in found and "position" not in found and "style=" not in found


def test_a_mark_and_its_parts_are_links_and_no_area_covers_a_neighbour(tmp_path: Path) -> None:
    content = "".join(
        f'<g id="{gid}"><use xlink:href="#m" x="{x}" y="5"/></g>'
        for gid, x in (("a", 3), ("b", 4), ("a-period", 5))
    )
    targets = {"a": Target("p.html#a", "first"), "b": Target("p.html#b", "second")}
    found = drawing(tmp_path, content, targets)
    assert found.count('href="p.html#a"') == 4 and found.count('href="p.html#b"') == 2
    assert found.count("aria-label=") == 3  # of the drawing and of each mark once
    assert found.rindex("<circle") < found.index('id="a"')


def test_a_file_that_is_no_drawing_is_named(tmp_path: Path) -> None:
    (tmp_path / "f.svg").write_text("nothing", encoding="utf-8")
    with pytest.raises(ValueError, match=r"f\.svg"):
        inline_svg(tmp_path / "f.svg", {}, "")


def test_an_index_of_figures_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"index\.json"):
        read_figures(tmp_path)


def correction(action: str, surface: str, **quote: object) -> Correction:
    given = {"action": action, "source": "s1", "edition": "digest", "quote": {"surface": surface, **quote}}
    if action in ("amend", "add"):
        given["set"] = {"value": "1"}
    return Correction.model_validate({**given, "reason": "read again", "who": "me", "when": "2026-01-31"})


def test_each_settled_fact_finds_its_correction() -> None:
    facts = [
        make_fact("a", 75, status="confirmed"),
        make_fact("b", 31, status="amended", area=("天津",)),
        make_fact("c", 75, status="extracted"),
    ]
    given = [
        correction("confirm", "75项"),
        correction("amend", "31项", area=("北京",)),
        correction("reject", "75项"),
    ]
    found = corrections_of(facts, given, None)
    assert {name: item.action for name, item in found.items()} == {"a": "confirm", "b": "amend"}


def test_rejections_are_known_by_the_words_that_the_corrections_write() -> None:
    from suyuan.corrections.apply import apply_corrections

    found = apply_corrections([make_fact("a")], [correction("reject", "75项")], {("s1", "digest"): None})
    assert found.rejected["a"].startswith(REJECTED)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("pdf") / "a.typ"
    path.write_text(
        "#set page(width: 200pt, height: 100pt)\nOne\n#pagebreak()\n#text(fill: red)[Two]\n", encoding="utf-8"
    )
    typst.compile(str(path), output=str(path.with_suffix(".pdf")))
    return path.with_suffix(".pdf").read_bytes()


def test_pictures_have_the_scale_and_the_same_bytes(pdf: bytes, tmp_path: Path) -> None:
    first = draw_pages(pdf, "a.pdf", [1, 2], tmp_path / "x" / "original", 2.0)
    second = draw_pages(pdf, "a.pdf", [1, 2], tmp_path / "y" / "original", 2.0)
    assert [path.name for path in first] == ["original-0001.png", "original-0002.png"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]
    grey, red = (Image.open(path) for path in first)
    assert grey.size == red.size == (400, 200)
    assert (grey.mode, red.mode) == ("P", "RGB")
    assert min(grey.convert("L").tobytes()) < 40 and grey.convert("L").getpixel((0, 0)) == 255
    assert find_pictures([tmp_path]) == {
        ("x", "original", 1): first[0], ("x", "original", 2): first[1],
        ("y", "original", 1): second[0], ("y", "original", 2): second[1],
    }  # fmt: skip


def test_a_poster_is_drawn_smaller(tmp_path: Path) -> None:
    source = tmp_path / "a.typ"
    source.write_text("#set page(width: 5000pt, height: 100pt)\nOne", encoding="utf-8")
    typst.compile(str(source), output=str(tmp_path / "a.pdf"))
    (picture,) = draw_pages((tmp_path / "a.pdf").read_bytes(), "a.pdf", [1], tmp_path / "p", 2.0)
    assert Image.open(picture).size[0] == LONGEST


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 cut off"])
def test_a_broken_pdf_is_named(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"a\.pdf"):
        draw_pages(data, "a.pdf", [1], tmp_path / "p", 1.0)


def test_a_page_that_is_not_there_is_named(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no page 3"):
        draw_pages(pdf, "a.pdf", [3], tmp_path / "p", 1.0)


def test_greys_keep_black_and_white() -> None:
    picture = Image.new("RGB", (16, 16), (255, 255, 255))
    picture.putpixel((3, 3), (0, 0, 0))
    buffer = io.BytesIO()
    small(picture).save(buffer, "PNG", bits=4)
    again = Image.open(buffer).convert("L")
    assert (again.getpixel((3, 3)), again.getpixel((0, 0))) == (0, 255)
