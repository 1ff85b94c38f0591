from __future__ import annotations

from pathlib import Path

import pytest

from reading.documents import check_laws, kinds, read
from suyuan.document import DocumentDates

BODY = "三地围绕协同发展的战略和规划，在标准的制定、实施和应用上彼此配合，一年来又有新的进展。"
PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>三地协同标准达到87项 - 某网</title>
<style>p{{color:#123456}}</style><script>var hits = 4271;</script></head><body>
<nav><ul><li><a href="#">首页</a></li><li><a href="#">要闻24小时</a></li></ul></nav>
<div class="stamp">发布时间：2024-08-15 10:20　浏览：1093</div>
<article><h1>三地协同标准达到87项</h1><p class="byline">某报记者 张三</p>
<p>8月14日，总局召开发布会，共发布标准<b>87</b>项。{body}</p>
<h2>一、交通领域</h2><p>{body}制定标准10项。</p>
<figure><img src="a.png" alt="x"><figcaption>图1 历年的标准数量</figcaption></figure>
<table><caption>表1 各地的标准</caption><tr><th>地区</th><th>数量</th></tr><tr><td>北京</td><td>57</td></tr>
<tr><td>天津</td><td>14</td></tr></table>
<p>{body}</p></article>
<aside><h2>热门资讯</h2><ul><li><a href="#">最高奖金500万元等你拿</a></li></ul></aside>
<section class="related"><h2>相关阅读</h2><p>上月新增企业1200家。</p></section>
<footer>备案号 123456</footer></body></html>"""


def write(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "a.html"
    path.write_bytes(text.encode(encoding))
    return path


def test_article_and_the_rest(tmp_path: Path) -> None:
    document = read(write(tmp_path, PAGE.format(charset="utf-8", body=BODY)))
    body, apart = document.text.split("\f")
    assert document.title == "三地协同标准达到87项"
    assert document.dates == DocumentDates(published="2024-08-15")
    assert body.splitlines() == [
        "三地协同标准达到87项",
        "某报记者 张三",
        f"8月14日，总局召开发布会，共发布标准87项。{BODY}",
        "一、交通领域",
        f"{BODY}制定标准10项。",
        "图1 历年的标准数量",
        "表1 各地的标准",
        "地区\t数量",
        "北京\t57",
        "天津\t14",
        BODY,
    ]
    for left in (
        "首页",
        "要闻24小时",
        "热门资讯",
        "500万元",
        "相关阅读",
        "1200家",
        "备案号 123456",
        "浏览：1093",
    ):
        assert left in apart
    assert "4271" not in document.text and "#123456" not in document.text
    assert [b.table for b in document.blocks if b.kind == "table"] == ["table-1"] * 3
    assert {"一、交通领域"} == {b.section[0] for b in document.blocks if b.kind == "table"}
    assert kinds(document, "advertising") == [
        "热门资讯",
        "最高奖金500万元等你拿",
        "相关阅读",
        "上月新增企业1200家。",
    ]
    check_laws(document)
    assert read(tmp_path / "a.html") == document


@pytest.mark.parametrize(
    ("charset", "encoding", "assumed"),
    [
        ("utf-8", "utf-8", False),
        ("gb2312", "gb18030", False),
        ("utf-8", "gb18030", True),
        ("gb2312", "utf-8", False),
    ],
)
def test_encodings(tmp_path: Path, charset: str, encoding: str, assumed: bool) -> None:
    document = read(write(tmp_path, PAGE.format(charset=charset, body=BODY), encoding))
    assert "总局召开发布会" in document.text
    assert bool(document.problems) is assumed


def test_page_without_structure(tmp_path: Path) -> None:
    page = f"<html><body><div>导航</div><div>{BODY * 3}</div><div>{BODY * 2}<br>第二行共有57项。</div></body></html>"
    document = read(write(tmp_path, page))
    assert BODY * 3 in kinds(document, "paragraph")
    check_laws(document)


def test_digest(shared: Path) -> None:
    path = Path(__file__).parents[2] / "raw" / "digests" / "samr2024.html"
    if not path.exists():
        pytest.skip("the digest is not built")
    document = read(path)
    body = document.text.split("\f")[0]
    assert "区域协同地方标准有87项" in body and "12.8万" not in body and "1,093,358" not in body
    assert document.dates.told == "2024-12-13"
    check_laws(document)
