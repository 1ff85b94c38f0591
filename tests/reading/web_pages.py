"""Web pages of the templates that Chinese sites use, with their true article known. All words are made up.

Each page has what stands around an article: navigation, lists of links, hot news, advertising, footers with numbers. Numbers
that stand only there are in ``Page.out``.
"""

# ruff: noqa: E501 - pages and parts of files are kept as they are written

from __future__ import annotations

from dataclasses import dataclass, field

S = (
    "为落实三地共同签署的合作协议，各部门在过去一年里修订了工作计划，明确了任务分工和时间安排。",
    "截至2023年年底，三地共发布区域协同地方标准87项，其中交通领域21项，生态环境领域19项。",
    "全年新登记企业12.8万户，比上年增长6.4%，每千人拥有企业41.3户，较三年前提高5.2户。",
    "下一步将围绕产业链、创新链布局标准研制，到2025年再制定不少于60项，并建立实施效果评价机制。",
    "有关负责人表示，标准互认减少了重复检测，企业办理同类事项的平均时间由15天缩短为6天。",
    "调研组走访了9个园区和34家企业，收集意见126条，其中98条已经办理完毕，其余列入年度计划。",
    "从区域看，北部地区的增速高于南部地区3.1个百分点，沿海地区的占比达到48.7%。",
    "专家认为，数据口径不一致仍是主要困难，建议统一指标定义，并在公报中同时给出修订前后的数值。",
)  # fmt: skip
HOT = [f"热点：第{n}期排行榜揭晓共{n}{n}万人参加" for n in range(2, 9)]
FOOT = "主办单位：某某办公室　备案号：某ICP备10203040号　网站标识码1100000088　访问量：9,876,543"


@dataclass(frozen=True, slots=True)
class Page:
    """A page and the truth about it."""

    name: str
    markup: str
    title: str
    body: tuple[str, ...]  # paragraphs, headings and table rows (cells by TAB) of the article
    date: str | None = None
    out: tuple[str, ...] = ()  # what must not stand in the article
    neutral: tuple[str, ...] = ()  # byline, source, date: right in either place
    encoding: str = "utf-8"
    rows: tuple[str, ...] = field(default=())  # rows of its data tables


def links(words: list[str], tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/n/{i}.html">{word}</a></{tag}>' for i, word in enumerate(words))


def paragraphs(*numbers: int, style: str = "") -> str:
    return "".join(f"<p{style}>{S[n]}</p>\n" for n in numbers)


def page(head: str, body: str, charset: str = "utf-8") -> str:
    return f'<!DOCTYPE html><html lang="zh"><head><meta charset="{charset}">{head}</head><body>{body}</body></html>'


NAV = "<ul>" + links(["首页", "要闻", "政务公开", "政务服务12345", "互动交流", "数据开放2.0"]) + "</ul>"
OUT = ("9,876,543", "10203040", "22万人")


def government() -> Page:
    title = "关于做好区域协同标准工作的通知"
    rows = (
        "索引号：\t000014349/2023-00012\t主题分类：\t综合政务",
        "发文机关：\t某市人民政府\t成文日期：\t2023年05月06日",
    )
    info = "<table class='bd1'>" + "".join(
        f"<tr>{''.join(f'<td>{c}</td>' for c in r.split(chr(9)))}</tr>" for r in rows
    )
    body = f"""<div class="header"><div class="nav">{NAV}</div></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a> &gt; 正文</div>
<div class="wrap"><div class="xxgk">{info}</table></div>
<div class="article"><h1>{title}</h1><div class="pages-date">2023-05-08 17:21　来源：某市政府网　【字体：<span>大</span> <span>中</span>
<span>小</span>】</div><div class="pages_content" id="UCAP-CONTENT"><p>各区县人民政府：</p>{paragraphs(0, 1)}
<p>　　一、总体要求</p>{paragraphs(2, 3)}<p>　　二、重点任务</p>{paragraphs(4)}<p>　　附件：标准清单（2023年版）</p></div></div>
<div class="related"><h4>相关文件</h4><ul>{links(["关于上一年度抽查3000家企业结果的通报", "关于印发十四五规划的通知"])}</ul></div></div>
<div class="footer"><p>{FOOT}</p></div>"""
    return Page(
        "government", page(f"<title>{title}_某市人民政府</title>", body), title,
        ("各区县人民政府：", S[0], S[1], "一、总体要求", S[2], S[3], "二、重点任务", S[4], "附件：标准清单（2023年版）"),
        "2023-05-06", (*OUT, "3000家"), (*rows, "2023-05-08 17:21　来源：某市政府网　【字体：大 中 小】"),
    )  # fmt: skip


def news() -> Page:
    title = "三地标准互认减少重复检测"
    body = f"""<div id="nav">{NAV}</div><div id="banner"><a href="/ad"><img src="a.gif" alt="年终大促满300减50"></a></div>
<div class="main"><div class="left"><h1 id="title">{title}</h1>
<div class="info"><span class="time">2024年08月15日 10:24</span><span class="source">来源：某日报</span></div>
<div id="p-detail">{paragraphs(4, 0)}<p><img src="1.jpg"><br>图为工作人员在核对数据。某记者 摄</p>
<div class="ad"><a href="x">限时贷款最高50万元 年化利率3.85%</a></div>{paragraphs(1, 7, 5)}
<p>（责任编辑：王五）</p></div></div>
<div class="right"><h3>24小时热榜</h3><ol>{links(HOT)}</ol></div></div>
<div class="comment"><h3>网友评论（1258）</h3><div class="c">张三：说得好，点赞666。</div><div class="c">李四：去年我等了30天。</div></div>
<div id="footer">{FOOT}</div>"""
    return Page(
        "news", page(f"<title>{title}-某新闻网</title>", body), title,
        (S[4], S[0], "图为工作人员在核对数据。某记者 摄", S[1], S[7], S[5]),
        "2024-08-15", (*OUT, "50万元", "666", "30天"), ("（责任编辑：王五）", "2024年08月15日 10:24", "来源：某日报"),
    )  # fmt: skip


def journal() -> Page:
    title = "区域协同标准的增长及其分布"
    rows = ("地区\t2021年\t2022年\t2023年", "甲地\t12\t18\t27", "乙地\t9\t11\t14", "合计\t21\t29\t41")
    table = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in r.split(chr(9)))}</tr>" for r in rows[1:])
    head = "".join(f"<th>{c}</th>" for c in rows[0].split("\t"))
    body = f"""<header><nav>{NAV}</nav></header><main><article>
<div class="article-info">某学报 2024, Vol. 33 Issue (2): 45-57</div><h1 class="title">{title}</h1>
<p class="author">赵六<sup>1</sup>, 钱七<sup>2</sup></p><p class="note">收稿日期：2023-11-02</p>
<section id="s1"><h2>1 引言</h2><p>{S[0]}<sup>[<a href="#r1">1</a>]</sup>{S[7]}</p></section>
<section id="s2"><h2>2 数据</h2><p>{S[1]}面积为3.2×10<sup>4</sup>km<sup>2</sup>。</p>
<div class="tab"><p class="tabtitle">表1 各地标准数量</p><table><thead><tr>{head}</tr></thead><tbody>{table}</tbody></table></div>
<p>{S[6]}</p></section><section id="refs"><h2>参考文献</h2><ol><li id="r1">[1] 孙八. 标准化研究[J]. 某学报, 2019, 32(5): 77-90.</li></ol></section>
</article></main><aside><h3>本期目录</h3><ul>{links(["某县域的调查 第1-12页", "某方法的改进 第13-28页"])}</ul><p>被引频次 1024　下载 8848</p></aside>
<footer>{FOOT}</footer>"""
    return Page(
        "journal", page(f"<title>{title}</title>", body), title,
        ("1 引言", f"{S[0]}[1]{S[7]}", "2 数据", f"{S[1]}面积为3.2×10⁴km²。", "表1 各地标准数量", *rows, S[6]),
        "2024", (*OUT, "8848", "1024"),
        ("某学报 2024, Vol. 33 Issue (2): 45-57", "赵六1, 钱七2", "收稿日期：2023-11-02", "参考文献",
         "[1] 孙八. 标准化研究[J]. 某学报, 2019, 32(5): 77-90."),
        rows=rows,
    )  # fmt: skip


def bulletin() -> Page:
    title = "某市2023年国民经济和社会发展统计公报"
    rows = (
        "指 标\t绝对数（亿元）\t\t比上年增长%",
        "\t上半年\t全年\t",
        "地区生产总值\t2103.5\t4387.2\t5.6",
        "第一产业\t101.9\t288.4\t3.2",
        "第二产业\t803.3\t1650.8\t6.1",
    )
    table = """<tr><td rowspan="2">指 标</td><td colspan="2">绝对数（亿元）</td><td rowspan="2">比上年增长%</td></tr>
<tr><td>上半年</td><td>全年</td></tr>""" + "".join(
        f"<tr>{''.join(f'<td><p><span>{c}</span></p></td>' for c in r.split(chr(9)))}</tr>" for r in rows[2:]
    )
    body = f"""<div class="top">{NAV}</div><table width="1000" align="center"><tr><td><div class="xilan_tit">{title}</div>
<div class="xilan_titf">来源：某市统计局　发布时间：2024-03-21 09:30</div><div class="TRS_Editor">
<p align="center">某市统计局</p><p align="center">2024年3月21日</p>{paragraphs(2, 6, style=' style="text-indent:2em"')}
<p><b>一、综合</b></p>{paragraphs(1)}<p align="center">表1 2023年地区生产总值</p>
<table border="1" class="MsoNormalTable">{table}</table>{paragraphs(3)}<p>注：公报中数据为初步统计数。</p></div></td></tr></table>
<div class="bottom">{FOOT}</div>"""
    return Page(
        "bulletin", page(f"<title>{title}</title>", body), title,
        (S[2], S[6], "一、综合", S[1], "表1 2023年地区生产总值", *rows, S[3], "注：公报中数据为初步统计数。"),
        "2024-03-21", OUT, ("来源：某市统计局　发布时间：2024-03-21 09:30", "某市统计局", "2024年3月21日"), rows=rows,
    )  # fmt: skip


def mobile() -> Page:
    title = "一图看懂区域协同标准"
    body = f"""<div class="m-top"><a href="app">打开APP 立享5折</a></div><section class="content"><h2 class="rich_media_title">{title}</h2>
<div class="rich_media_meta_list"><span>某发布</span> <em id="publish_time">2024-06-18 08:00</em></div>
<div class="rich_media_content" id="js_content"><section><section><span>{S[0]}</span></section></section>
<section><p><span style="font-size:15px">{S[1]}</span></p></section><section><p><br></p></section>
<section><strong>01</strong> <strong>标准数量</strong></section><section><p>{S[5]}</p><p>{S[6]}</p></section></div></section>
<div class="m-recommend recommend"><h3>为你推荐</h3>{links(HOT, "p")}</div><div class="m-bottom">阅读 10万+　在看 2333</div>"""
    return Page(
        "mobile", page(f"<title>{title}</title><meta name='viewport' content='width=device-width'>", body), title,
        (S[0], S[1], "01 标准数量", S[5], S[6]), "2024-06-18", ("5折", "22万人", "2333"),
        ("某发布", "2024-06-18 08:00", "某发布 2024-06-18 08:00"),
    )  # fmt: skip


def blog() -> Page:
    title = "读统计公报的三个习惯"
    body = f"""<div id="page"><header id="masthead"><a href="/">某某的博客</a></header><div id="content"><article class="post-1 post type-post">
<h1 class="entry-title">{title}</h1><div class="entry-meta">发布于 <time datetime="2022-11-03">2022年11月3日</time> 由 小明</div>
<div class="entry-content">{paragraphs(7)}<blockquote><p>{S[2]}</p></blockquote><h3>先看口径</h3><ul><li>{S[6]}</li><li>{S[5]}</li></ul>
<pre><code>增长率 = (87 - 75) / 75</code></pre>{paragraphs(4)}</div></article>
<nav class="post-navigation"><a href="1">上一篇：我的2021年总结</a><a href="2">下一篇：跑步1000公里</a></nav>
<div id="comments" class="comments-area"><h2>《{title}》有3条评论</h2><ol><li><p>写得好，我读了5遍。</p></li><li><p>口径问题确实难，我单位改了12次。</p></li></ol></div></div>
<div id="secondary" class="widget-area sidebar"><h2>归档</h2><ul>{links(["2022年11月 (4)", "2022年10月 (17)"])}</ul></div></div>"""
    return Page(
        "blog", page(f"<title>{title} – 某某的博客</title>", body), title,
        (S[7], S[2], "先看口径", S[6], S[5], "增长率 = (87 - 75) / 75", S[4]), "2022-11-03",
        ("1000公里", "5遍", "12次", "(17)"), ("发布于 2022年11月3日 由 小明",),
    )  # fmt: skip


def old_tables() -> Page:
    title = "关于二〇〇六年标准化工作情况的报告"
    menu = "".join(
        f'<tr><td height="22"><a href="{i}.asp">{w}</a></td></tr>'
        for i, w in enumerate(["机构设置", "政策法规", "统计数据", "下载中心"])
    )
    rows = ("年度\t项数", "2004\t31", "2005\t45")
    data = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in r.split(chr(9)))}</tr>" for r in rows)
    body = f"""<table width=780 align=center><tr><td colspan=2 bgcolor=#003399><font color=white>今天是2007年1月9日 您是第456789位访客</font></td></tr>
<tr><td width=160 valign=top><table>{menu}</table><table border=1><tr><td>点击排行</td></tr>{"".join(f"<tr><td><a href=x>{h}</a></td></tr>" for h in HOT[:4])}</table></td>
<td valign=top><table width="100%"><tr><td align=center><font size=4><b>{title}</b></font></td></tr>
<tr><td align=center>发布时间：2007-1-9　点击数：735</td></tr><tr><td class=content>　　{S[0]}<br><br>　　{S[1]}<br>　　{S[4]}<br>
<table border=1 align=center>{data}</table><br>　　{S[7]}</td></tr><tr><td align=right>【<a href="javascript:print()">打印本页</a>】【<a href="javascript:close()">关闭窗口</a>】</td></tr></table></td></tr>
<tr><td colspan=2 align=center>{FOOT}</td></tr></table>"""
    markup = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>{title}</title></head><body>{body}</body></html>'
    return Page(
        "old_tables", markup, title, (S[0], S[1], S[4], *rows, S[7]), "2007-01-09", (*OUT, "456789", "735"),
        ("发布时间：2007-1-9　点击数：735",), "gb18030", rows,
    )  # fmt: skip


def traditional() -> Page:
    title = "區域協同標準的進展"
    body_texts = (
        "截至去年年底，三地共發布協同標準87項，其中交通領域21項，這些標準為企業減少了重複檢測的時間。",
        "負責人說，下一步將在產業鏈上繼續制定不少於60項標準，並且建立實施效果的評價機制。",
        "專家認為，資料口徑不一致仍是主要困難，建議統一指標定義，在公報中同時給出修訂前後的數值。",
    )
    body = f"""<div id="menu">{"<a href=1>首頁</a><a href=2>新聞</a><a href=3>服務1999</a>"}</div><div id="main"><h2>{title}</h2><p class="date">2021-09-30</p>
{"".join(f"<p>{t}</p>" for t in body_texts)}</div><div id="right"><h4>熱門新聞</h4><ul>{links(["排行榜共22萬人參加", "上月門票收入350萬元"])}</ul></div><div id="footer">版權所有 電話 02-12345678</div>"""
    markup = page(f"<title>{title}</title>", body, "big5")
    return Page(
        "traditional",
        markup,
        title,
        body_texts,
        "2021-09-30",
        ("22萬人", "350萬元", "12345678"),
        ("2021-09-30",),
        "big5",
    )


def wrongly_declared() -> Page:
    """Says gb2312, is UTF-8, as saved pages often are."""
    made = news()
    return Page(
        "wrongly_declared",
        made.markup.replace('charset="utf-8"', 'charset="gb2312"').replace("某新闻网", "某网"),
        *_rest(made),
    )


def entities() -> Page:
    """Every Chinese character as a number, dashes and dots as Windows numbered them."""
    made = blog()
    text = "".join(c if ord(c) < 128 else f"&#{ord(c)};" for c in made.markup)
    text = text.replace("(87 - 75)", "(87 &#150; 75)")
    body = tuple(line.replace("(87 - 75)", "(87 – 75)") for line in made.body)
    return Page("entities", text, made.title, body, *_rest(made)[2:], encoding="ascii")


def bare_divs() -> Page:
    """No classes that say anything, no p, breaks by br."""
    title = "全市标准化工作会议召开"
    body = f"""<div><div><a href=1>网站首页</a> | <a href=2>动态</a> | <a href=3>公告</a></div></div><div><div><div>{title}</div><div>作者：办公室　日期：2020-04-17　浏览：512次</div>
<div>{S[0]}<br>{S[1]}<br>{S[2]}<br><br>{S[3]}</div></div><div><div>最新文章</div>{links(HOT[:5], "div")}</div></div><div>{FOOT}</div>"""
    return Page(
        "bare_divs", page(f"<title>{title}</title>", body), title, (S[0], S[1], S[2], S[3]), "2020-04-17",
        (*OUT, "512次"), ("作者：办公室　日期：2020-04-17　浏览：512次",),
    )  # fmt: skip


def interview() -> Page:
    """Short answers, a table of two columns, links inside the text, a list of attachments."""
    title = "新闻发布会实录"
    rows = ("项目\t数值", "受理投诉\t1.2万件", "办结率\t98.5%")
    data = "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in r.split(chr(9)))}</tr>" for r in rows)
    body = f"""<div class="site-header">{NAV}</div><div class="container"><div class="detail"><h1>{title}</h1><p class="laiyuan">来源：某办　2023-12-01</p>
<p><strong>主持人：</strong>各位上午好。</p><p><strong>记者：</strong>今年的情况如何？</p><p><strong>发言人：</strong>{S[2]}详见<a href="/gb">《统计公报》</a>和<a href="/nj">年鉴</a>。</p>
<table class="tb">{data}</table><p><strong>记者：</strong>明年呢？</p><p><strong>发言人：</strong>{S[3]}</p><p>谢谢大家。</p></div>
<div class="share">分享到：微信 微博 已有88人分享</div><div class="hotnews"><h3>热门新闻</h3><ul>{links(HOT)}</ul></div></div><footer>{FOOT}</footer>"""
    return Page(
        "interview", page(f"<title>{title}</title>", body), title,
        ("主持人：各位上午好。", "记者：今年的情况如何？", f"发言人：{S[2]}详见《统计公报》和年鉴。", *rows, "记者：明年呢？", f"发言人：{S[3]}", "谢谢大家。"),
        "2023-12-01", (*OUT, "88人"), ("来源：某办　2023-12-01",), rows=rows,
    )  # fmt: skip


def yearbook() -> Page:
    """A page that is nothing but a wide table with merged heads and a note."""
    title = "3-2 各地区标准数量（2022年）"
    rows = (
        "地区\t地方标准\t\t团体标准\t",
        "\t项数\t占比（%）\t项数\t占比（%）",
        "甲地\t1 203\t40.1\t880\t35.2",
        "乙地\t990\t33.0\t1 010\t40.4",
        "丙地\t807\t26.9\t610\t24.4",
    )
    head = """<tr><td rowspan=2>地区</td><td colspan=2>地方标准</td><td colspan=2>团体标准</td></tr><tr><td>项数</td><td>占比（%）</td><td>项数</td><td>占比（%）</td></tr>"""
    data = head + "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in r.split(chr(9)))}</tr>" for r in rows[2:])
    body = f"""<div class="nav">{NAV}</div><div><h3>{title}</h3><p>单位：项</p><table border=1>{data}</table><p>注：占比由项数算得。</p></div><div class="foot">{FOOT}</div>"""
    return Page(
        "yearbook",
        page(f"<title>{title}</title>", body),
        title,
        ("单位：项", *rows, "注：占比由项数算得。"),
        None,
        OUT,
        rows=rows,
    )


def deep() -> Page:
    """An old page whose fonts are never closed: the text stands hundreds of elements deep."""
    title = "某县年度工作小结"
    body = f"<h1>{title}</h1><div class=date>2019-02-11</div>" + "".join(
        "<font size=2>" * 40 + f"<p>{S[n]}</p>" for n in (0, 1, 2, 3, 4, 5, 6, 7)
    )
    return Page(
        "deep",
        page(f"<title>{title}</title>", f"<div class=nav>{NAV}</div>{body}"),
        title,
        S,
        "2019-02-11",
        ("12345",),
        ("2019-02-11",),
    )


# Written after the reader was made to do well on the pages above; what it did on them at first sight is in docs/evaluation.md.


def portal() -> Page:
    """Related links and an advertisement in the middle of the article, pages at its end, no helpful class."""
    title = "园区调研记"
    body = f"""<div class="g-hd"><div class="w1200">{NAV}</div></div><div class="w1200 clearfix"><div class="fl col-l"><div class="tt"><h1>{title}</h1>
<p>2022-07-05 11:02:33　来源：某周刊　作者：周九　<a href="#c">我有话说(45人参与)</a></p></div><div class="txt">{paragraphs(5)}
<div><a href="/t1">延伸阅读：去年300个园区的成绩单</a></div>{paragraphs(0)}<div style="width:300px"><ins class="adsbygoogle">低至9.9元起</ins></div>
{paragraphs(2, 6)}<p>（来源：某周刊，原题《园区走笔》）</p></div><div class="page">上一页 <a href=1>1</a> <a href=2>2</a> <a href=3>3</a> 下一页</div>
<div class="bq">声明：转载请注明出处，联系电话 010-55556666。</div></div><div class="fr col-r"><dl><dt>点击榜</dt>{links(HOT, "dd")}</dl>
<div class="qr">扫码关注，每天5分钟看懂经济</div></div></div><div class="g-ft">{FOOT}</div>"""
    return Page("portal", page(f"<title>{title}_某网</title>", body), title, (S[5], S[0], S[2], S[6]), "2022-07-05",
        (*OUT, "300个", "9.9元", "5分钟"),
        ("2022-07-05 11:02:33　来源：某周刊　作者：周九　我有话说(45人参与)", "（来源：某周刊，原题《园区走笔》）"))  # fmt: skip


def word_html() -> Page:
    """A document saved from a word processor inside the layout tables of an office's site."""
    title = "2010年1至6月经济运行情况"
    rows = ("\t总量\t增幅", "投资\t82.6亿元\t13.5%", "消费\t40.2亿元\t18.1%")
    cell = '<td width=189 style="border:solid"><p class=MsoNormal><span lang=EN-US style="font-size:9pt">{}<o:p></o:p></span></p></td>'
    data = "".join(f"<tr>{''.join(cell.format(c) for c in r.split(chr(9)))}</tr>" for r in rows)
    text = "".join(f"<p class=MsoNormal style='text-indent:21pt'><span>{S[n]}</span></p>" for n in (2, 4, 6))
    body = f"""<table><tr><td><img src=b.jpg></td></tr><tr><td>{links(["概况", "公报", "月报", "年鉴2009"], "span")}</td></tr></table>
<table><tr><td width=20%><table><tr><td>通知公告</td></tr><tr><td>·<a href=1>关于普查登记8万户的公告</a></td></tr><tr><td>·<a href=2>招聘12人</a></td></tr></table></td>
<td><table><tr><td><h3 align=center>{title}</h3></td></tr><tr><td>信息来源：综合科 | 2010-07-20 | 阅读次数：318</td></tr><tr><td><div class=Section1>{text}
<table class=MsoTableGrid>{data}</table><p class=MsoNormal><span>{S[3]}</span></p></div></td></tr></table></td></tr></table>
<center>Copyright &copy; 2010 某县统计局 All Rights Reserved 电话：0312-7654321</center>"""
    return Page("word_html", f'<html xmlns:o="urn:x"><head><meta charset=gbk><title>{title}</title></head><body>{body}</body></html>', title,
        (S[2], S[4], S[6], *rows, S[3]), "2010-07-20", ("普查登记8万户", "12人", "318", "7654321"),
        ("信息来源：综合科 | 2010-07-20 | 阅读次数：318",), "gb18030", rows)  # fmt: skip


def definitions() -> Page:
    """A policy in numbered articles, each a div, with an explanation beside it and a reading aid."""
    title = "某市标准化资助办法"
    articles = tuple(f"第{'一二三四五'[n]}条　{S[(n * 3) % 8]}" for n in range(5))
    body = f"""<div class="ny_top">{NAV}</div><div class="con"><div class="con_title">{title}</div><div class="con_sub">发布日期：2021-11-15 信息来源：市场监管局</div>
<div class="con_txt"><div style="text-align:center">第一章　总则</div>{"".join(f"<div>{a}</div>" for a in articles[:3])}<div style="text-align:center">第二章　资助</div>
{"".join(f"<div>{a}</div>" for a in articles[3:])}</div><div class="con_fj">附件：<a href=a.doc>申请表（共3页）.doc</a></div></div>
<div class="con_xg"><p>相关解读</p><p><a href=1>一图读懂：资助上限100万元</a></p></div><div class="yj">{FOOT}</div>"""
    return Page("definitions", page(f"<title>{title}</title>", body), title, ("第一章　总则", *articles[:3], "第二章　资助", *articles[3:]),
        "2021-11-15", (*OUT, "100万元"), ("发布日期：2021-11-15 信息来源：市场监管局", "附件：申请表（共3页）.doc"))  # fmt: skip


def forum() -> Page:
    """A post with answers of other people under it, in elements without classes of that meaning."""
    title = "如何引用统计公报"
    body = f"""<div id="hd">{NAV}</div><div id="wp"><h1>{title}</h1><div id="post_1"><div>楼主 小红 发表于 2018-05-20 13:14</div><div>{S[7]}</div><div>{S[2]}</div></div>
<div class="reply"><div>沙发 小蓝 发表于 2018-5-20</div><div>我引用过37次，没人挑错。</div></div><div class="reply"><div>板凳 小绿 发表于 2018-5-21</div><div>顶，加分20。</div></div></div><div id="ft">Powered by X3.4 {FOOT}</div>"""
    return Page("forum", page(f"<title>{title} - 某论坛</title>", body), title, (S[7], S[2]), "2018-05-20", (*OUT, "37次", "20。"),
        ("楼主 小红 发表于 2018-05-20 13:14",))  # fmt: skip


def short_notice() -> Page:
    """Two short paragraphs, far less text than stands around them."""
    title = "数据更正公告"
    text = ("现将上月公布的企业数由12.8万户更正为12.6万户。", "特此公告。")
    body = f"""<nav>{NAV}</nav><div class="l-side">{"<p>统计服务热线：400-000-1234，周一至周五8:30至17:30受理咨询。</p>" * 2}<ul>{links(HOT * 2)}</ul></div>
<div class="r-main"><h2>{title}</h2><span class="date">2023-03-03</span><div class="view">{"".join(f"<p>{t}</p>" for t in text)}<p align=right>某市统计局</p><p align=right>2023年3月3日</p></div></div><footer>{FOOT}</footer>"""
    return Page("short_notice", page(f"<title>{title}</title>", body), title, text, "2023-03-03", (*OUT, "400-000-1234"),
        ("2023-03-03", "某市统计局", "2023年3月3日"))  # fmt: skip


def _rest(made: Page) -> tuple[str, tuple[str, ...], str | None, tuple[str, ...], tuple[str, ...]]:
    return made.title, made.body, made.date, made.out, made.neutral


PAGES = [
    make()
    for make in (
        government, news, journal, bulletin, mobile, blog, old_tables, traditional, wrongly_declared, entities, bare_divs,
        interview, yearbook, deep, portal, word_html, definitions, forum, short_notice,
    )
]  # fmt: skip
