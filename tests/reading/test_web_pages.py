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


WECHAT = f"""<div id="js_article"><h1 class="rich_media_title" id="activity-name">三地标准达到87项</h1>
<div id="meta_content"><em id="publish_time">2024-08-15 10:20</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;"><section><p><span>{S[1]}</span></p>
<section><p><strong>一、总体情况</strong></p><p><span>{S[2]}</span></p></section></section></div>
<div id="js_pc_qr_code"><p>微信扫一扫关注该公众号</p></div><div>预览时标签不可点 阅读 1.2万 赞 345 在看 67</div></div>"""
WORD = f"""<div class=WordSection1><p class=MsoTitle align=center><span lang=ZH-CN>某市标准
化报告<o:p></o:p></span></p><p class=MsoNormal><span>{S[0][:20]}
{S[0][20:]}</span></p><h1><span>一、总体情况</span></h1><p
class=MsoNormal>{S[1]}<a href="#_ftn1"><![if !supportFootnotes]>[1]<![endif]></a></p></div>
<div id=ftn1><p class=MsoFootnoteText>[1] 含12个开发区。</p></div>"""


def words_by_kind(path: Path) -> list[tuple[str, str]]:
    document = read(path)
    check_laws(document)
    return [(b.kind, "".join(document.text[s.start : s.end] for s in b.spans)) for b in document.blocks]


@pytest.mark.parametrize(
    ("source", "text"),
    [("标准\n数量", "标准数量"), ("标准，\r\n  共", "标准，共"), ("１２\n３４", "１２ ３４"), ("12\n345", "12 345"),
     ("a\n标准", "a 标准")],
)  # fmt: skip
def test_wrapped_source(source: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(page("", f"<p>{S[0]}</p><p>{source}。</p>"), encoding="utf-8", newline="")
    assert words_by_kind(path)[1][1] == f"{text}。"


def test_wechat_article(tmp_path: Path) -> None:
    """What stands around the article has counts of its own: they are no text of it."""
    path = tmp_path / "a.html"
    path.write_text(page('<meta property="og:title" content="三地标准达到87项">', WECHAT), encoding="utf-8")
    assert words_by_kind(path) == [
        ("title", "三地标准达到87项"),
        ("paragraph", S[1]),
        ("heading", "一、总体情况"),
        ("paragraph", S[2]),
        ("furniture", "2024-08-15 10:20"),
        ("furniture", "微信扫一扫关注该公众号"),
        ("furniture", "预览时标签不可点 阅读 1.2万 赞 345 在看 67"),
    ]
    assert read(path).dates.told == "2024-08-15"


def test_page_saved_by_word(tmp_path: Path) -> None:
    """Word wraps the source, calls the title a class and numbers notes in brackets; its headings are h1."""
    path = tmp_path / "a.htm"
    path.write_bytes(page("<title>某某</title>", WORD, "gb2312").encode("gb18030"))
    assert words_by_kind(path) == [
        ("title", "某市标准化报告"),
        ("paragraph", S[0]),
        ("heading", "一、总体情况"),
        ("paragraph", f"{S[1]}[1]"),
        ("footnote", "[1] 含12个开发区。"),
    ]


@pytest.mark.parametrize("tag", ["<pre>{}</pre>", '<div style="white-space: pre-wrap">{}</div>'])
def test_lines_of_the_source_that_are_lines_of_the_page(tag: str, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    lines = f"　　{S[0]}\n　　{S[1][:30]}\n{S[1][30:]}\n\n一、综合\n　　{S[2]}"
    path.write_text(page("", tag.format(lines)), encoding="utf-8")
    assert words_by_kind(path) == [
        ("paragraph", S[0]),
        ("paragraph", S[1]),
        ("heading", "一、综合"),
        ("paragraph", S[2]),
    ]
    pieces = "<span>标准</span> <span>12</span> <span>345项，</span>\n<span>企业57家。</span>"
    path.write_text(page("", tag.format(pieces)), encoding="utf-8")
    assert words_by_kind(path) == [("paragraph", "标准 12 345项，"), ("paragraph", "企业57家。")]


def test_hidden_parts_are_told_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    rows = '<tr><th>地区</th><th>数</th></tr><tr><td>甲</td><td><span style="display:none">0012</span>12</td></tr>'
    rows += '<tr style="display: none"><td>乙</td><td>99</td></tr>'
    body = f'<h1>某市公报</h1><div style="display:none"><p>扫码登录，送500元。</p></div><p>{S[1]}</p><table>{rows}</table>'
    path.write_text(page("", body + "<p hidden>关闭</p>"), encoding="utf-8")
    assert words_by_kind(path) == [
        ("title", "某市公报"),
        ("paragraph", S[1]),
        ("table", "地区\t数"),
        ("table", "甲\t12"),
        ("furniture", "扫码登录，送500元。"),
        ("furniture", "乙 99"),
        ("furniture", "关闭"),
    ]
    assert [(p.severity, p.what.split(";")[0]) for p in read(path).problems] == [
        ("warning", "2 parts with tables or sentences are hidden on the page")
    ]


def test_a_page_that_hides_its_whole_article_until_it_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    body = f'<div id="c" style="display:none"><h1>某市公报</h1><p>{S[1]}</p><p>{S[2]}</p></div><p>某网</p>'
    path.write_text(page("", body), encoding="utf-8")
    document = read(path)
    assert kinds(document, "paragraph")[:2] == [S[1], S[2]] and not document.problems


def test_old_page_of_tables_within_tables(tmp_path: Path) -> None:
    """The record of the document above its title is a table; so is everything else on the page."""
    record = "<tr><td>索 引 号：</td><td>000014349/2023-00012</td><td>成文日期：</td><td>2023-05-06</td></tr>"
    record += "<tr><td>发文字号：</td><td>某政发〔2023〕12号</td><td>发布日期：</td><td>2023-05-12</td></tr>"
    data = "<tr><td>地区</td><td>数量&nbsp;</td></tr><tr><td>甲</td><td>12&thinsp;345</td></tr>"
    data += "<tr><td>乙</td><td>&minus;5.2&permil;</td></tr>"
    text = f"<p>各区县人民政府：</p><p>&emsp;&emsp;{S[0]}</p><p>&nbsp;{S[1]}</p><table border=1>{data}</table><p>{S[2]}</p>"
    inner = f"<tr><td align=center><b>关于印发某规划的通知</b></td></tr><tr><td>{text}</td></tr>"
    body = f"<table><tr><td><a href='/'>首页</a></td></tr><tr><td><table>{record}</table></td></tr>"
    body += (
        f"<tr><td><table>{inner}</table></td></tr><tr><td>主办：某办公室 某ICP备10203040号</td></tr></table>"
    )
    path = tmp_path / "a.htm"
    path.write_bytes(page("<title>关于印发某规划的通知</title>", body, "gb2312").encode("gb18030"))
    document = read(path)
    assert [pair for pair in words_by_kind(path) if pair[0] != "furniture"] == [
        ("title", "关于印发某规划的通知"),
        ("paragraph", "各区县人民政府："),
        ("paragraph", S[0]),
        ("paragraph", S[1]),
        ("table", "地区\t数量"),
        ("table", "甲\t12 345"),
        ("table", "乙\t−5.2‰"),
        ("paragraph", S[2]),
    ]
    assert document.dates.told == "2023-05-06"
