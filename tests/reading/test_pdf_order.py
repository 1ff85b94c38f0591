"""Reading order, kinds and headings on pages typeset for the purpose, and on real pages read by eye where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from reading.documents import check_laws, kinds, read, words
from reading.kinds_pdf import STEM, passage
from reading.reading_order import (
    PAGES,
    Segment,
    TruePage,
    letters_in_order,
    letters_of_kind,
    load_pages,
    placed,
    segment_of,
    share,
    text_on_page,
)
from suyuan.document import Document
from suyuan.reading import read_document
from suyuan.reading.shapes import ends_sentence

BODY_KINDS = ("title", "heading", "paragraph", "abstract")


def body(document: Document) -> str:
    return "".join(kinds(document, *BODY_KINDS))


def test_three_columns(typeset) -> None:
    parts = [passage(i, 3) for i in range(12)]
    document = read(
        typeset(
            "#set text(size: 8pt)\n#set columns(gutter: 6mm)\n" + "\n\n".join(parts),
            page="columns: 3, margin: 15mm",
        )
    )
    check_laws(document)
    assert kinds(document, "paragraph") == parts


def test_head_over_columns_and_figure_across_both(typeset) -> None:
    parts = [passage(i, 3) for i in range(10)]
    head = "水渠与晒场的账目"
    markup = (
        f'#set columns(gutter: 8mm)\n#place(top + center, scope: "parent", float: true)[#text(size: 18pt)[{head}]]\n'
        + "\n\n".join(parts[:5])
        + '\n\n#place(bottom + center, scope: "parent", float: true)[#box(width: 120mm, height: 40mm, fill: luma(80%))'
        + "\n\n图1　各村收下的稻谷]\n\n"
        + "\n\n".join(parts[5:])
    )
    document = read(typeset(markup, page="columns: 2, margin: 20mm"))
    check_laws(document)
    assert document.title == head
    assert kinds(document, "paragraph") == parts
    assert kinds(document, "caption") == ["图1各村收下的稻谷"]


def test_sentence_goes_on_after_a_figure_and_over_the_page(typeset) -> None:
    before, after = passage(0, 5), passage(1, 5)
    broken = passage(2, 5)
    half = len(broken) // 2 - 7
    markup = f"{before}\n\n#v(150mm)\n{broken}\n\n{after}"  # the page ends within the second paragraph
    document = read(typeset(markup, page="margin: 30mm"))
    assert kinds(document, "paragraph") == [before, broken, after]
    assert len(document.pages) == 2
    markup = (
        f"{before}\n\n{broken[:half]}\n#box(width: 100%, height: 30mm, fill: luma(80%))\n"
        f"#align(center)[#text(size: 9pt)[图2　存进仓里的稻谷]]\n"
        f"#par(first-line-indent: 0pt)[{broken[half:]}]\n\n{after}"
    )
    document = read(typeset(markup))
    assert "图2存进仓里的稻谷" in kinds(document, "caption")
    assert all("图2" not in text for text in kinds(document, "paragraph"))


def test_sidebar(typeset) -> None:
    side = [
        "研究助理",
        "邮箱",
        "所属行业：农业",
        "当前价格：四元",
        "相关研究",
        "水渠的修法",
        "晒场的用法",
        "米行的账本",
    ]
    parts = [passage(i, 3) for i in range(5)]
    markup = (
        "#grid(columns: (45mm, 1fr), gutter: 8mm, ["
        + "#set text(size: 9pt)\n#set par(first-line-indent: 0pt)\n"
        + "\n\n".join(f"{words}，在这里写下" for words in side)
        + "], ["
        + "\n\n".join(parts)
        + "])"
    )
    document = read(typeset(markup, page="margin: 15mm"))
    check_laws(document)
    assert [text for text in kinds(document, "paragraph") if len(text) > 60] == parts


def test_boxes_side_by_side_on_a_slide(typeset) -> None:
    """Two boxes above, three below: the gutters of the one are not those of the other."""
    parts = [passage(i, 2) for i in range(5)]

    def boxes(width: str, chosen: list[str]) -> str:
        cells = ", ".join(f"box(width: {width}, inset: 8pt, stroke: 0.5pt)[{text}]" for text in chosen)
        return f"#grid(columns: {len(chosen)}, gutter: 12mm, {cells})"

    markup = (
        "#set par(first-line-indent: 0pt)\n#text(size: 24pt)[水渠与晒场]\n\n#v(8mm)\n"
        + boxes("110mm", parts[:2])
        + "\n\n#v(20mm)\n"
        + boxes("70mm", parts[2:])
    )
    document = read(typeset(markup, page="flipped: true, margin: 20mm"))
    check_laws(document)
    text = body(document)
    places = [text.find(part) for part in parts]
    assert -1 not in places and places == sorted(places)


def test_hanging_lists_are_whole(typeset) -> None:
    """The lines of an item hang under its mark; each item is one paragraph."""
    items = [passage(i, 2) for i in range(4)]
    markup = "#set par(first-line-indent: 0pt)\n" + "\n".join(f"- {text}" for text in items)
    markup += "\n\n" + "\n".join(
        f"#block(inset: (left: 4em), par(hanging-indent: 0em)[#h(-3em)（{number}）#h(1em){text}])"
        for number, text in zip("一二三四", items, strict=True)
    )
    document = read(typeset(markup, page="margin: 35mm"))
    found = [text.lstrip("•‣●–（）一二三四") for text in kinds(document, "paragraph")]
    assert found == [*items, *items]


def test_a_list_of_sentences_is_no_outline(typeset) -> None:
    markup = "== 一、职责\n\n村里的职责是：\n\n（一）修好水渠。\n\n（二）晒干稻谷。\n\n（三）存进仓里。\n\n== 二、办法\n\n"
    markup += f"（一）修渠的办法\n\n{passage(0)}\n\n（二）晒谷的办法\n\n{passage(1)}"
    document = read(typeset(markup))
    headings = [(words(document, b), b.level) for b in document.blocks if b.kind == "heading"]
    assert headings == [("一、职责", 1), ("二、办法", 1), ("（一）修渠的办法", 2), ("（二）晒谷的办法", 2)]
    assert {"（一）修好水渠。", "（三）存进仓里。"} <= set(kinds(document, "paragraph"))


def test_numbered_line_that_fills_its_column_is_text(typeset) -> None:
    """（三） opens a paragraph of several lines: its first line is no heading."""
    text = f"（三）{passage(3, 4)}"
    document = read(typeset(f"== 一、职责\n\n{text}\n\n{passage(1)}"))
    assert text in kinds(document, "paragraph")


def test_full_width_points_end_sentences(typeset) -> None:
    """A paragraph that ends in ． at the edge of its column does not swallow the line under it."""
    parts = [passage(i).replace("。", "．") for i in range(3)]
    markup = f"== 1　水渠\n\n{parts[0]}#linebreak(justify: true)\n#par(first-line-indent: 0pt)[1.1　水渠的修法]\n\n{parts[1]}"
    document = read(typeset(markup))
    assert kinds(document, "paragraph") == parts[:2]
    assert kinds(document, "heading") == ["1水渠", "1.1水渠的修法"]
    assert (
        ends_sentence("见文献［3］．") and ends_sentence("水渠修好了［12］．") and not ends_sentence("１．")
    )


def test_choice_lines_stand_alone(typeset) -> None:
    text = passage(0, 3).removesuffix("。") + "，应说明原因"
    markup = f"#set par(first-line-indent: 0pt)\n{text}\n\n□适用 √不适用\n\n{passage(1)}"
    document = read(typeset(markup))
    assert kinds(document, "paragraph") == [text, "□适用√不适用", passage(1)]


@pytest.mark.parametrize("shift", ["0.8pt", "2.2pt", "3.1pt", "4pt", "6.5pt"])
def test_columns_whose_baselines_differ(typeset, shift: str) -> None:
    """Latin words stand a little lower than the Chinese of their line: the other column must not cut the line in two."""
    parts = [passage(i, 3).replace("合作社", "合作社#text(baseline: 1.4pt)[Abc]") for i in range(8)]
    left, right = "#parbreak()".join(parts[:4]), "#parbreak()".join(parts[4:])
    markup = f"#grid(columns: (1fr, 1fr), gutter: 8mm, [{left}], [#v({shift})\n{right}])"
    document = read(typeset(markup, page="margin: 20mm"))
    wanted = [passage(i, 3).replace("合作社", "合作社Abc") for i in range(8)]
    assert kinds(document, "paragraph") == wanted


def test_rotated_page_and_watermark(typeset, tmp_path: Path) -> None:
    """/Rotate 90, with a diagonal watermark behind the words."""
    import pypdfium2 as pdfium

    parts = [passage(i, 3) for i in range(8)]
    mark = "background: rotate(-45deg, text(size: 60pt, fill: luma(90%))[内部资料]), "
    path = typeset("\n\n".join(parts), page=mark + "margin: 25mm")
    document = read(path)
    assert kinds(document, "paragraph") == parts
    assert "内部资料" in "".join(kinds(document, "furniture"))
    pages = pdfium.PdfDocument(path)
    pages[0].set_rotation(90)
    target = tmp_path / "turned.pdf"
    pages.save(target)
    pages.close()
    turned = read(target)
    assert turned.pages[0].width > turned.pages[0].height


def test_upright_watermark_between_the_lines(typeset) -> None:
    """Large pale words at one place of every page stand among the lines, and belong to none."""
    parts = [passage(i, 3) for i in range(50)]
    mark = "background: place(dx: 60mm, dy: 120mm, text(size: 40pt, fill: luma(90%))[内部资料])"
    document = read(typeset("\n\n".join(parts), page=f"margin: 42mm, {mark}"))
    assert len(document.pages) >= 3
    assert kinds(document, "paragraph") == parts
    assert kinds(document, "furniture").count("内部资料") == len(document.pages)


def test_last_column_of_few_lines(typeset) -> None:
    """The second column ends after two lines: nothing but the place of the lines tells that it is one."""
    parts = [passage(i, 3) for i in range(4)]
    markup = f"#grid(columns: (1fr, 1fr), gutter: 8mm, [{'#parbreak()'.join(parts)}], [{STEM}])"
    document = read(typeset(markup, page="margin: 20mm"))
    assert kinds(document, "paragraph") == [*parts, STEM]


def test_keywords_over_columns_keep_their_line(typeset) -> None:
    """Words far apart in a full-width line over two columns are not read as columns."""
    parts = [passage(i, 3) for i in range(6)]
    markup = (
        '#set columns(gutter: 8mm)\n#place(top + left, scope: "parent", float: true)[#text(size: 18pt)[水渠与晒场]\n\n'
        "摘要：" + passage(9) + "\n\n关键词：水渠#h(2em)晒场#h(2em)合作社#h(6em)米行]\n" + "\n\n".join(parts)
    )
    document = read(typeset(markup, page="columns: 2, margin: 20mm"))
    assert "关键词：水渠晒场合作社米行" in kinds(document, "note")
    assert kinds(document, "paragraph") == parts


def test_grant_note_and_caption_at_the_foot(typeset) -> None:
    markup = (
        f"#align(center)[#text(size: 18pt)[水渠与晒场的账目]]\n\n{passage(0, 4)}\n\n{passage(1, 4)}\n\n#v(1fr)\n"
        "#line(length: 30%)\n#set text(size: 8pt)\n\\*本文得到某省水利基金（编号0001）的资助，谨此致谢。\n\n①水渠长四里。"
    )
    document = read(typeset(markup))
    assert kinds(document, "note") == ["*本文得到某省水利基金（编号0001）的资助，谨此致谢。"]
    assert kinds(document, "footnote") == ["①水渠长四里。"]


def test_source_and_caption_apart_from_the_note(typeset) -> None:
    markup = (
        f"{passage(0, 4)}\n\n#align(center)[#box(width: 80%, height: 40mm, fill: luma(85%))]\n"
        "#align(right)[#text(size: 9pt)[来源：镇上的米行]]\n#align(center)[#text(size: 9pt)[图2　存进仓里的稻谷]]\n\n"
        f"{passage(1, 4)}#footnote[水渠长四里。]"
    )
    document = read(typeset(markup))
    assert kinds(document, "caption") == ["来源：镇上的米行", "图2存进仓里的稻谷"]
    assert kinds(document, "footnote") == ["①水渠长四里。"]


def test_word_beside_a_picture_is_no_part_of_the_line(typeset) -> None:
    markup = (
        "#text(size: 20pt)[水渠与晒场的账目]\n\n#v(3mm)\n#text(size: 12pt)[王某某，李某某 #h(1fr)#text(size: 8pt)[查看原文]]\n\n"
        + "\n\n".join(passage(i) for i in range(6))
    )
    document = read(typeset(markup))
    assert all(
        "王某某" not in words(document, b) or "原文" not in words(document, b) for b in document.blocks
    )


def test_chapter_is_no_title(typeset) -> None:
    """A page cut out of a document: what stands over the chapter heading is text, not front matter."""
    markup = f"（四）{passage(0)}\n\n{passage(1)}\n\n#align(center)[#text(size: 14pt)[第三章　水渠]]\n\n{passage(2)}"
    document = read(typeset(markup))
    assert document.title is None
    assert [words(document, b) for b in document.blocks if b.kind == "heading"] == ["第三章水渠"]
    assert len(kinds(document, "paragraph")) == 3


def test_measure_of_order() -> None:
    text = "".join(chr(0x4E00 + 7 * i) for i in range(600))
    page = TruePage("x.pdf", 1, (segment_of("body", text), segment_of("caption", "图1各村收下的稻谷")))
    assert letters_in_order(page, text + "图1 各村收下的稻谷") == page.letters
    assert letters_in_order(page, "图1各村收下的稻谷" + text) == page.letters  # a caption may stand anywhere
    swapped = text[len(text) // 2 :] + text[: len(text) // 2]
    assert 0.4 < letters_in_order(page, swapped) / page.letters < 0.6
    mixed = "".join(a + b for a, b in zip(text[: len(text) // 2], text[len(text) // 2 :], strict=True))
    assert letters_in_order(page, mixed) < 0.1 * page.letters
    kinds_of = ["paragraph"] * len(text)
    assert letters_of_kind(page, text, kinds_of) == page.segments[0].letters
    assert letters_of_kind(page, text, ["note"] * len(text)) == 0
    assert placed(Segment("body", 0, ()), text) == []
    assert share([(1, 2), (3, 4)]) == pytest.approx(4 / 6)


def test_pages_are_many_and_of_many_kinds() -> None:
    pages = load_pages()
    assert len(pages) >= 12
    assert len({page.file for page in pages}) >= 8
    assert {segment.kind for page in pages for segment in page.segments} >= {
        "body",
        "note",
        "footnote",
        "caption",
        "table",
    }
    assert not any(
        "一" <= char <= "鿿" for path in PAGES.iterdir() for char in path.read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("page", load_pages(), ids=lambda page: f"{page.file[:3]}-{page.page}")
def test_real_pages_in_order(shared: Path, page: TruePage) -> None:
    path = shared / "pdf" / page.file
    if path.stat().st_size > 2_500_000:
        pytest.skip("takes long; benchmarks/order.py measures it")
    text, _ = text_on_page(read_document(path, source_id="test", edition="original"), page.page)
    assert letters_in_order(page, text) >= 0.98 * page.letters
