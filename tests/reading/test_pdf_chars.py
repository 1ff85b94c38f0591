"""Characters of PDFs: what the fonts say wrongly, what the page shows, and no number that holds a doubt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reading.documents import check_laws, read
from reading.glyph_pdf import Run, lines_of, pdf_of
from suyuan.document import Document
from suyuan.facts import Knowledge, extract_facts
from suyuan.flow import make_flows, normalise
from suyuan.reading.pdf.glyphs import UNKNOWN, Shape, is_strange, sign_by_shape, sign_of

TEXT = (
    "某市现有手册三百余项，其中2015-2020年发布标准12项，占总数的5.1%，累计投入12 326万元，全市从业人员300人。"
)
Build = Callable[..., Document]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    def make(runs: list[Run], **given: object) -> Document:
        path = tmp_path / "a.pdf"
        path.write_bytes(pdf_of([runs], **given))  # type: ignore[arg-type]
        document = read(path)
        check_laws(document)
        return document

    return make


def words(document: Document) -> str:
    return "".join(flow.text for flow in make_flows(document))


def numbers(document: Document) -> list[str]:
    return [fact.surface for fact in extract_facts(document, Knowledge.load()).facts]


def test_the_true_text(build: Build) -> None:
    document = build(lines_of(TEXT))
    assert words(document) == TEXT.replace(",", "，")
    assert numbers(document)[-4:] == ["12项", "5.1%", "12 326万元", "300人"]
    assert document.problems == ()


@pytest.mark.parametrize(
    "told",
    [
        (("手", "⼿"),),
        (("-", "\ue011"), (".", "\ue010")),
        (("-", "\u00ad"),),
        (("-", "−"), (".", "．"), ("%", "％"), ("0", "０"), ("2", "２")),
    ],
    ids=["radical", "private punctuation", "soft hyphen", "full width"],
)
def test_what_fonts_say_is_mended(build: Build, told: tuple[tuple[str, str], ...]) -> None:
    assert words(build(lines_of(TEXT, told=told))) == TEXT


def test_drawn_four_times(build: Build) -> None:
    assert words(build(lines_of(TEXT, times=4))) == TEXT


@pytest.mark.parametrize("told", [(("2", ""),), (("2", "\ue020"),), (("2", "\x1f"),), (("2", "\uffff"),)])
def test_an_unknown_digit_gives_no_number(build: Build, told: tuple[tuple[str, str], ...]) -> None:
    document = build(lines_of(TEXT, told=told))
    assert words(document) == TEXT.replace("2", UNKNOWN).replace(" ", "")
    assert numbers(document)[-2:] == ["5.1%", "300人"]
    assert not any(digit in surface for surface in numbers(document) for digit in ("15", "326", "1项"))
    assert any(f"{TEXT.count('2')} characters have no known meaning" in p.what for p in document.problems)
    unread = [
        row for row in extract_facts(document, Knowledge.load()).numerals if row.surface.startswith("3")
    ]
    assert ("3", "unread") in [(row.surface, row.numeral_class) for row in unread]


def test_an_unknown_neighbour_gives_no_number(build: Build) -> None:
    assert "300" not in "".join(numbers(build(lines_of(TEXT, told=(("人", "\ue020"),)))))
    assert "5.1" not in "".join(numbers(build(lines_of(TEXT, told=((".", ""),)))))


def test_points_and_commas_on_another_line(build: Build) -> None:
    runs = [
        Run("比上年增长5", 80, 100),
        Run(".", 135.6, 103.5),
        Run("1%，投入15", 138.4, 100),
        Run(",", 190.7, 104),
        Run("953万元。", 193.5, 100),
    ]
    assert words(build(runs)) == "比上年增长5.1%，投入15,953万元。"


@pytest.mark.parametrize("between", [" ", ",", ""])
def test_thousands(build: Build, between: str) -> None:
    gap = "" if between else None
    runs = (
        lines_of(f"累计投入12{between}326万元。")
        if gap is None
        else [Run("累计投入12", 80, 100), Run("326万元。", 133.6, 100)]
    )
    facts = extract_facts(build(runs), Knowledge.load()).facts
    assert [fact.value for fact in facts] == [123260000]


def test_a_number_broken_at_the_end_of_a_line(build: Build) -> None:
    text = "本市在这一年里面总共投入12 326万元用于标准的研制工作，比上一年增加了不少，成效十分显著。"
    assert words(build(lines_of(text, wide=13))) == text


def test_raised_digits(build: Build) -> None:
    def raised(x: float, text: str) -> Run:
        return Run(text, x, 96, 6)

    power = [
        Run("产量达3.2×10", 80, 100),
        raised(145.2, "4"),
        Run("吨，面积", 149, 100),
        Run("57 km", 189, 100),
        raised(217.3, "2"),
        Run("。", 222, 100),
    ]
    assert words(build(power)).replace(" ", "") == "产量达3.2×10⁴吨，面积57km²。"
    mark = [
        Run("成员单位57", 80, 100),
        raised(131.2, "1"),
        Run("家，占5", 135, 100),
        raised(171, "[2]"),
        Run("成。", 180, 100),
    ]
    document = build(mark)
    assert words(document) == "成员单位57家，占5成。" and "571" in document.text


def test_a_raised_mark_in_a_table(typeset) -> None:
    mark = "#super(typographic: false)[1]"
    document = read(
        typeset(
            f"#table(columns: 2, [地区], [标准数], [北京], [57{mark}], [天津], [14], [河北], [10#super(typographic: false)[-3]])"
        )
    )
    assert "地区标准数北京57天津14河北10⁻³" in words(document).replace("\t", "").replace(" ", "")


@pytest.mark.parametrize("dash", "-‐‑‒–—―−⁃﹣－─━˗﹘➖⸺")
def test_every_dash(dash: str) -> None:
    assert normalise(dash) == "-"


@pytest.mark.parametrize(
    ("printed", "normal"),
    [("⼿", "手"), ("⻓", "长"), ("⻅", "见"), ("⺠", "民"), ("⾦", "金"), ("½", "½"), ("㎡", "m2")],
)
def test_radicals(printed: str, normal: str) -> None:
    assert normalise(printed) == normal


def test_half_a_unit_is_not_dropped(build: Build) -> None:
    assert numbers(build(lines_of("会议开了5½小时，共有12人参加。"))) == ["12人"]


@pytest.mark.parametrize(
    ("shape", "sign"),
    [
        (Shape(0.27, 0.075, 0.24), "-"),
        (Shape(0.13, 0.13, 0.06), "."),
        (Shape(0.13, 0.13, 0.38), "·"),
        (Shape(0.92, 0.08, 0.38), None),  # 一, or a dash of one em
        (Shape(0.3, 0.3, 0.1), None),  # 。
        (Shape(0.1, 0.25, 0.0), None),  # a comma
        (Shape(0.55, 0.55, 0.3), None),
        (Shape(0.5, 0.06, -0.1), None),  # underscore
    ],
)
def test_shapes(shape: Shape, sign: str | None) -> None:
    assert sign_by_shape(shape) == sign


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("BEDCCC+SymbolMT", 0xF0B4, "×"),
        ("Symbol", 0xF02D, "−"),
        ("Wingdings-Regular", 0xF06C, "●"),
        ("Wingdings 2", 0xF06C, None),
        ("SegoeUISymbol", 0xF0B4, None),
        ("SimSun", 0xF06C, None),
        ("Symbol", 0xE011, None),
    ],
)
def test_symbol_fonts(font: str, code: int, sign: str | None) -> None:
    assert sign_of(font, code) == sign


def test_ordinary_characters_are_not_strange() -> None:
    assert not any(is_strange(ord(char)) for char in "a1 。手\u2009\u00a0ｱ𝒓𠮷")
    assert all(is_strange(code) for code in (0, 2, 0x1F, 0x85, 0xE011, 0xFFFD, 0xFFFF, 0xF0000))
