"""Text layers that cannot be trusted are found page by page, and nothing on them becomes a fact."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.documents import read
from reading.glyph_pdf import INVISIBLE, Run, lines_of, pdf_of
from suyuan.document import Document
from suyuan.facts import Knowledge, extract_facts
from suyuan.language import language_table
from suyuan.reading import read_document
from suyuan.reading.errors import ReadError
from suyuan.reading.pages import render_page
from suyuan.reading.pdf import layers
from suyuan.reading.pdf.quality import noise_in, page_list
from suyuan.stages.documents import document_from_row, document_row

SOUND = (
    "本市坚持以标准化推动高质量发展，全年研制地方标准12项，参与单位57家，累计投入经费326万元，比上年增长5.1%。"
    "各区加强协同，建立工作机制，组织企业参加国际标准的制定，公共服务的水平明显提高，群众的满意程度持续上升。"
) * 2
ENGLISH = (
    "This paper studies how the three places came to share their standards, what each of them gained, and which paths are "
    "open to the others. It finds that agreements among governments matter more than markets, and that costs were borne unevenly."
)
FORMULAS = "设x=a+b，y=(c-d)/e，则f(x)=ax^2+bx+c≥0，∑xi=1，α∈[0,1]，β≠0，其中n=12，m=57。由式(1)可知p<0.05，r=0.87，t=3.2。"
DIGITS = "2015 12 326 5.1 -3.2 (4.5) 57.0% 1,024 2016 13 401 6.2 -1.1 (2.2) 48.1% 2,048 " * 5
REFERENCES = (
    "[1] 张三, 李四. 区域标准化研究[J]. 标准科学, 2022(8): 15-17. [2] WANG X, LI Y. On standards[J]. Nature, 2020, 5(2): 1-9. "
    * 3
)
PRINTABLE = "".join(map(chr, range(33, 127)))
CONTENTS = (
    "第一章 总则.......................................1 第二章 目标.......................................5 "
    * 3
)


@pytest.fixture(autouse=True)
def without_recognition(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where requirements-ocr.txt is not installed."""
    monkeypatch.setattr("suyuan.reading.pdf.reader.recogniser", lambda: None)
    for module in ("suyuan.reading.pdf.layers", "suyuan.reading.pdf.reader"):
        monkeypatch.setattr(f"{module}.is_installed", lambda: False)


@pytest.fixture
def build(tmp_path: Path) -> Callable[..., Document]:
    def make(*pages: list[Run], **given: object) -> Document:
        path = tmp_path / "a.pdf"
        path.write_bytes(pdf_of(list(pages), **given))  # type: ignore[arg-type]
        return read(path)

    return make


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory):
    """A picture of a page with SOUND."""
    path = tmp_path_factory.mktemp("scan") / "a.pdf"
    path.write_bytes(pdf_of([lines_of(SOUND)]))
    return render_page(path, 1, scale=2.0)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    "text", [SOUND, ENGLISH, FORMULAS * 2, DIGITS, REFERENCES, CONTENTS, "张三李四王五赵六" * 4 + SOUND]
)
def test_sound_text_is_no_noise(text: str) -> None:
    assert noise_in(squeezed(text)) is None


def exchanged(text: str) -> str:
    """Every Chinese character for another common one, as with a wrong table of a font."""
    common = list(language_table("common_pairs.yaml")["characters"].replace(" ", "")[:1500])
    chars = sorted({char for char in text if char >= "一"})
    table = dict(zip(chars, random.Random(4).sample(common, len(chars)), strict=True))
    return "".join(table.get(char, char) for char in text)


@pytest.mark.parametrize(
    "text",
    [
        exchanged(SOUND),
        SOUND.encode().decode("gb18030", "replace"),
        SOUND.encode("gb18030").decode("latin-1"),
        "".join(random.Random(ord(char)).choice(PRINTABLE) for char in SOUND),
        "".join(chr(97 + (ord(char) * 7) % 26) for char in ENGLISH if char.isalpha()),
        "\ufffd" * 10 + SOUND[:50],
    ],
    ids=["exchanged", "wrong encoding", "latin", "ascii", "letters", "unknown"],
)
def test_noise_is_found(text: str) -> None:
    assert noise_in(squeezed(text)) is not None


@given(st.text(max_size=200))
def test_any_text_is_judged(text: str) -> None:
    noise_in(text)


def test_a_garbled_page_gives_no_facts(build: Callable[..., Document]) -> None:
    pairs = tuple(zip(sorted(set(SOUND)), exchanged("".join(sorted(set(SOUND)))), strict=True))
    document = build(lines_of(SOUND), lines_of(SOUND, told=pairs), lines_of(SOUND, silent=True))
    assert [page.layer for page in document.pages] == ["printed", "untrusted", "untrusted"]
    found = extract_facts(document, Knowledge.load())
    assert {box.page for fact in found.facts for box in fact.locator.boxes} == {1}
    assert len(found.facts) >= 8 and {fact.status for fact in found.facts} == {"extracted"}
    unread = [row for row in found.numerals if row.page == 2 and row.reason == "text layer not trusted"]
    assert {row.surface for row in unread} >= {"5.1"} and {row.numeral_class for row in unread} == {"unread"}
    (problem,) = [p for p in document.problems if p.severity == "warning"]
    assert problem.where == "page 2-3" and "pip install -r requirements-ocr.txt" in problem.todo
    assert document_from_row(document_row(document)).pages == document.pages


def test_the_second_engine_helps(build: Callable[..., Document], monkeypatch: pytest.MonkeyPatch) -> None:
    # pdfminer knows what pdfium does not: simulated, since real cases are bugs of one or the other
    good = build(lines_of(SOUND))
    assert good.boxes is not None
    chars = [
        (char, box.x0, 842 - box.bottom, box.x1, 842 - box.top, box.x0, 842 - box.bottom + 2, 1.0, 0.0, 10.0)
        for char, box in zip(good.text, good.boxes, strict=True)
        if box is not None
    ]
    monkeypatch.setattr("suyuan.reading.pdf.second.SecondReader.__call__", lambda self, number: chars)
    document = build(lines_of(SOUND, silent=True))
    assert squeezed(document.text) == squeezed(SOUND) and document.pages[0].layer == "printed"
    assert [p.severity for p in document.problems] == ["note"]


def test_a_layer_of_recognition(build: Callable[..., Document], scan) -> None:
    document = build(lines_of(SOUND, mode=INVISIBLE), picture=scan)
    assert document.pages[0].layer == "recognised"
    facts = extract_facts(document, Knowledge.load()).facts
    assert len(facts) >= 8 and {fact.status for fact in facts} == {"ocr"}
    assert [p.severity for p in document.problems] == ["note"]


def test_a_layer_under_its_picture(build: Callable[..., Document], scan) -> None:
    assert build(lines_of(SOUND), picture=scan, after=True).pages[0].layer == "recognised"


def test_text_on_a_picture_is_printed(build: Callable[..., Document], scan) -> None:
    assert build(lines_of(SOUND), picture=scan).pages[0].layer == "printed"


def test_a_damaged_layer_of_recognition(build: Callable[..., Document], scan) -> None:
    damaged = SOUND.replace("12项", "1Z项") + "截至20I5年，2O16年5月I6日签约，1O万元，2I年。"
    document = build(lines_of(damaged, mode=INVISIBLE), picture=scan)
    assert document.pages[0].layer == "untrusted"
    assert extract_facts(document, Knowledge.load()).facts == []
    assert [p.severity for p in document.problems] == ["warning"]


def test_a_scan_without_text(build: Callable[..., Document], scan) -> None:
    with pytest.raises(
        ReadError, match=r"pictures without a text layer.*pip install -r requirements-ocr\.txt"
    ):
        build([], picture=scan)
    document = build(lines_of(SOUND), [Run("第二页", 80, 80)], [], picture=None)
    assert document.problems == ()  # blank pages, and pages with little text, are as they should be


def test_a_stamp_on_a_scan(build: Callable[..., Document], scan) -> None:
    document = build(
        [Run("某某数据中心，仅供内部阅览，请勿外传，版权所有二〇二六", 80, 800, 8)], picture=scan
    )
    assert [(p.severity, p.where) for p in document.problems] == [("note", "page 1")]
    assert "nothing in the picture is read" in document.problems[0].what


def test_page_list() -> None:
    assert page_list([1, 2, 3, 7, 9, 10]) == "page 1-3, 7, 9-10"
    assert page_list(range(1, 60, 2)).endswith(" …")


SHARED = Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus" / "pdf"
GARBLED = {"d11": range(5, 10), "d17": range(1, 7), "d19": range(1, 29)}


@pytest.mark.parametrize("name", ["d01", "d05", "d07", "d11", "d13", "d15", "d17", "d18", "d21"])
def test_of_the_corpus_only_bad_pages_are_flagged(name: str) -> None:
    found = sorted(SHARED.glob(f"{name}_*.pdf"))
    if not found:
        pytest.skip("the shared corpus is not beside this repository")
    document = read_document(found[0], source_id="x", edition="original")
    flagged = [page.number for page in document.pages if page.layer != "printed"]
    assert flagged == list(GARBLED.get(name, ()))


def test_trials_end(monkeypatch: pytest.MonkeyPatch, build: Callable[..., Document]) -> None:
    asked: list[int] = []

    def noise(self: object, number: int) -> list[object]:
        asked.append(number)
        return []

    monkeypatch.setattr("suyuan.reading.pdf.second.SecondReader.__call__", noise)
    build(*[lines_of(SOUND, silent=True) for _ in range(5)])
    assert len(asked) == layers.TRIES
