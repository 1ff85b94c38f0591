"""Pages of many templates: what is taken for the article, beside what trafilatura alone takes."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
import trafilatura

from reading.documents import check_laws, kinds, read
from reading.web_pages import PAGES, Page, S, page
from reading.web_score import body_lines, precision_recall
from suyuan.reading import ReadError
from suyuan.reading.decoding import decode

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
TEXT = "三地共发布区域协同地方标准87项，涉及交通、环保等领域，并且建立了实施效果的评价机制。" * 6
TRADITIONAL = "三地共發布區域協同標準87項，涉及交通、環保等領域，並且建立了實施效果的評價機制。" * 6


def saved(made: Page, folder: Path) -> Path:
    path = folder / f"{made.name}.html"
    path.write_bytes(made.markup.encode(made.encoding))
    return path


def alone(made: Page) -> list[str]:
    """Lines of trafilatura's own text."""
    found = trafilatura.extract(made.markup, output_format="txt", include_comments=False, include_tables=True)
    return (found or "").replace("|", "").splitlines()


@pytest.mark.parametrize("made", PAGES, ids=lambda made: made.name)
def test_article(made: Page, tmp_path: Path) -> None:
    document = read(saved(made, tmp_path))
    precision, recall = precision_recall(body_lines(document), made)
    least = 0.85 if made.name == "portal" else 0.99  # its legal notice is a sentence like any other
    assert precision >= least and recall >= 0.99
    body = "\n".join(body_lines(document))
    assert [number for number in made.out if number in body] == []
    assert document.title == made.title and document.dates.told == made.date
    assert [row for row in made.rows if f"{row}\n" not in document.text] == []
    check_laws(document)


def test_better_than_extraction_alone(tmp_path: Path) -> None:
    ours = [precision_recall(body_lines(read(saved(made, tmp_path))), made) for made in PAGES]
    theirs = [precision_recall(alone(made), made) for made in PAGES]
    for side in (0, 1):
        assert sum(pair[side] for pair in ours) > sum(pair[side] for pair in theirs)


@pytest.mark.parametrize(
    ("markup", "what"),
    [
        ('<html><body><div id="app"></div><script src="app.js"></script></body></html>', "drawn by a script"),
        (
            "<html><body><noscript>请启用JavaScript后访问本站</noscript><div id=root></div><script>1</script></body></html>",
            "drawn by a script",
        ),
        (
            '<html><body><div id="main">加载中…</div><script src="a.js"></script></body></html>',
            "drawn by a script",
        ),
        (
            '<html><body><div>某市公报</div><iframe src="/pdfjs/web/viewer.html?file=/u/2023.pdf"></iframe></body></html>',
            "2023.pdf",
        ),
        ('<html><body><embed src="a/公报.pdf" type="application/pdf"></body></html>', "公报.pdf"),
        (
            '<html><frameset rows="20%,80%"><frame src="top.htm"><frame src="main.htm"></frameset></html>',
            "only frames another page",
        ),
        ("<html><body><div></div></body></html>", "no text on the page"),
        ("<html><body>" + "<div>" * 600 + "共57项。</body></html>", "nested more than"),
    ],
)
def test_pages_without_a_document(markup: str, what: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(markup, encoding="utf-8")
    with pytest.raises(ReadError) as error:
        read(tmp_path / "a.html")
    assert what in error.value.what and "\n" not in str(error.value)


def test_a_page_with_text_may_show_a_file_too(tmp_path: Path) -> None:
    markup = page("<title>公报</title>", f'<h1>某市公报</h1><p>{S[1]}</p><iframe src="a.pdf"></iframe>')
    (tmp_path / "a.html").write_text(markup, encoding="utf-8")
    assert kinds(read(tmp_path / "a.html"), "paragraph") == [S[1]]


@pytest.mark.parametrize(
    ("data", "declared", "encoding", "assumed"),
    [
        (TEXT.encode(), "gb2312", "utf-8", False),
        (TEXT.encode("gb18030"), "utf-8", "gb18030", True),
        (TEXT.encode("gb18030"), "gb2312", "gb18030", False),
        (TEXT.encode("gb18030"), None, "gb18030", True),
        (b"\xef\xbb\xbf" + TEXT.encode(), "gb2312", "utf-8-sig", False),
        (TEXT.encode("utf-16"), None, "utf-16", False),
        (TRADITIONAL.encode("big5"), "big5", "big5", False),
        (TRADITIONAL.encode("big5"), "gb2312", "big5", True),
        (TRADITIONAL.encode("big5"), None, "big5", True),
        ((TEXT + "𠮷").encode("gb18030"), "gbk", "gb18030", False),
    ],
)
def test_encodings(data: bytes, declared: str | None, encoding: str, assumed: bool) -> None:
    text, found, guessed = decode(data, declared)
    assert (found, guessed) == (encoding, assumed)
    assert "87" in text and text[:3] in (TEXT[:3], TRADITIONAL[:3])


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_broken_byte_costs_its_character_only(encoding: str) -> None:
    data, at = TEXT.encode(encoding), len(TEXT[:30].encode(encoding))
    text, found, assumed = decode(data[:at] + b"\xff" + data[at:], encoding)
    assert (found, assumed) == (encoding, True)
    assert text.count("\ufffd") == 1 and text.replace("\ufffd", "") == TEXT


def test_exponents_and_marks_of_notes(tmp_path: Path) -> None:
    body = f"<h1>某市公报</h1><p>{S[1]}面积3.2×10<sup>4</sup>km<sup>2</sup>，标准87<sup>3</sup>项，见文献<sup>[5]</sup>。</p>"
    body += "<table><tr><th>面积（km<sup>2</sup>）</th><th>项数</th></tr><tr><td>12</td><td>57<sup>a</sup></td></tr></table>"
    (tmp_path / "a.html").write_text(page("", body), encoding="utf-8")
    document = read(tmp_path / "a.html")
    assert kinds(document, "paragraph") == [f"{S[1]}面积3.2×10⁴km²，标准87项，见文献[5]。"]
    assert kinds(document, "table") == ["面积（km²）项数", "1257"] and "57a\n" in document.text
    check_laws(document)
