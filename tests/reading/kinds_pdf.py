"""Documents of the kinds that are read, typeset for the tests: markup (typst), settings of the page. All words are ours."""

from __future__ import annotations

NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
STEM = "村的合作社在这一年里修好了水渠和晒场，收下的稻谷分给各户，余下的存进仓里，到了冬天再议怎样卖给镇上的米行。"


def passage(number: int, times: int = 2) -> str:
    """A paragraph of its own: two or more sentences that begin with a name."""
    name = NAMES[number % len(NAMES)]
    return "".join(f"{name}{turn}{STEM}" for turn in "东西南北中"[:times])


def _joined(*parts: str) -> str:
    return "\n\n".join(parts)


def bold(text: str) -> str:
    """Bold as many files have it: the outline of the same type is drawn."""
    return f"#text(stroke: 0.4pt)[{text}]"


ENTRIES = [
    f"[{i}] 李某某，周某. 水渠与晒场的账目研究[J]. 某某学报，{2000 + i}，{i}(3)：1{i}-2{i}."
    for i in range(1, 9)
]
NOTICE = "《某某学报》征稿启事"
JOURNAL_PAGE = (
    "columns: 2, margin: 20mm, header: context [#set text(size: 8pt)\n#if calc.odd(counter(page).get().first()) "
    "[第40卷第3期 #h(1fr) 赵某某等：镇村合作社水渠投入的成效研究 #h(1fr) #counter(page).display()] else "
    "[#counter(page).display() #h(1fr) 某某学报 #h(1fr) 2024年]]"
)
JOURNAL = _joined(
    r"""
#set columns(gutter: 8mm)
#place(top + center, scope: "parent", float: true, clearance: 1.5em)[
 #set par(first-line-indent: 0pt)
 #text(size: 18pt)[镇村合作社水渠投入的成效研究]\
 #v(1mm)
 #text(size: 11pt)[赵某某#super(typographic: false)[1]，钱某#super(typographic: false)[1,2]]\
 #text(size: 8.5pt)[（1. 某某大学 经济管理学院，北京 100081；2. 某省农业科学院，石家庄 050000）]
 #set align(left)
 #set text(size: 9pt)
 摘　要：本文用三地的账本研究水渠的投入，共收集样本312份，投入每增加1万元，稻谷增收2.4%。

 关键词：水渠；合作社；稻谷

 中图分类号：F323.2　　文献标志码：A　　文章编号：1000-0000（2024）03-0012-10

 #align(center)[#text(size: 14pt)[Returns to Canal Investment of Village Cooperatives]\
 ZHAO Moumou#super(typographic: false)[1], QIAN Mou#super(typographic: false)[1,2]]

 *Abstract*: This paper studies the investment in canals with the account books of three counties, 312 samples in all.

 Keywords: canal; cooperative; rice
]
#place(bottom, float: true)[#line(length: 30%, stroke: 0.5pt)#set text(size: 7.5pt)
收稿日期：2023-11-20　　修回日期：2024-01-15

基金项目：国家社会科学基金重点项目“水渠投入研究”（21AJY001）

作者简介：赵某某（1985—），男，河北保定人，博士，教授，研究方向：农业经济。
]""",
    "#text(size: 12pt)[1　引言]",
    passage(0, 4),
    passage(1, 4) + "#footnote[数据见某省统计局2023年的公报，样本共312份。]",
    "#text(size: 10pt)[1.1　水渠的来历]",
    passage(2, 5),
    passage(3, 4),
    "#text(size: 12pt)[2　结果与分析]",
    passage(4, 5),
    "#align(center)[#text(size: 8.5pt)[表1　各村的投入与收成]\\\n#text(size: 8.5pt)[Table 1　Investment and harvest]]\n"
    "#align(center)[#text(size: 8pt)[#table(columns: 4, stroke: none, table.hline(), [村], [投入/万元], [收成/t], [户数], "
    "table.hline(), [甲村], [12.5], [340], [56], [乙村], [8.4], [215], [41], table.hline())]]\n"
    "#text(size: 7.5pt)[注：户数为年末数；括号内为标准误。]",
    passage(5, 4),
    "#align(center)[#box(width: 70%, height: 35mm, fill: luma(85%))]\n#align(center)[#text(size: 8.5pt)[图1　三地稻谷的单产]]",
    passage(6, 5),
    "#text(size: 12pt)[3　结论]",
    passage(7, 5),
    "#text(size: 10.5pt)[参考文献]",
    "#set text(size: 8pt)\n#set par(first-line-indent: 0pt, hanging-indent: 1.6em)\n" + _joined(*ENTRIES),
    "#align(right)[（责任编辑：吴某）]",
    "#block(width: 100%, stroke: 0.5pt, inset: 6pt)[#set par(hanging-indent: 0pt)\n"
    f"#align(center)[#text(size: 14pt)[{NOTICE}]]\n\n"
    "#set text(size: 9pt)\n本刊为双月刊，国内定价每期25元，全年150元。\n\n来稿一般不超过12 000字，稿费每千字200元。]",
)

THINK_PAGE = (
    "margin: 25mm, header: context [#set text(size: 9pt)\n#if counter(page).get().first() == 1 "
    "[《某某世界》（月刊） #h(1fr) 2024年第5期] else [#h(1fr) 水渠与城镇化：制度变迁的视角 #h(1fr)]], "
    'footer: context align(center, text(size: 9pt, counter(page).display("- 1 -")))'
)
THINK = _joined(
    r"""
#align(center)[#text(size: 18pt)[水渠与城镇化：制度变迁的视角]

#text(size: 11pt)[周 某　吴某某]]

#text(size: 9pt)[内容提要：本文考察1998—2020年水渠制度的变迁，发现城镇化率每提高1个百分点，水渠投入减少0.3%。]

#text(size: 9pt)[关 键 词：水渠　城镇化　制度变迁]
#place(bottom, float: true)[#line(length: 25%, stroke: 0.5pt)#set text(size: 8pt)
\*周某，某某大学经济学院，电子信箱：zhou\@example.org。本文是国家社会科学基金重大项目“水渠制度研究”（编号18ZDA001）的阶段性成果。
]""",
    "#align(center)[#text(size: 13pt)[一、引 言]]",
    passage(0, 4) + "#footnote[参见周某：《水渠志》，北京：某某出版社，2001年，第15页。]",
    passage(1, 4),
    "#align(center)[#text(size: 13pt)[二、文献综述]]",
    *[passage(i, 4) for i in range(2, 8)],
    "#align(center)[#text(size: 13pt)[参考文献]]",
    "#set text(size: 8.5pt)\n#set par(first-line-indent: 0pt, hanging-indent: 2em)\n周某，2001：《水渠志》，北京：某某出版社。",
    "吴某某，2010：《渠与田》，《某某研究》第3期。",
    r"""
#align(center)[#text(size: 12pt)[Canals and Urbanization: A View of Institutional Change]

#text(size: 9pt)[Zhou Mou and Wu Moumou]

(School of Economics, Some University; Some Academy of Social Sciences)]

#set par(hanging-indent: 0pt)
*Abstract*: This paper examines the institutional change of canals in 1998-2020. When the rate
of urbanization rises by 1 percentage point, investment in canals falls by 0.3%.

*Keywords*: Canals; Urbanization; Institutional Change

*JEL Classification*: O18, Q15

#align(right)[（责任编辑：郑某）]""",
)

COMMUNIQUE_PAGE = 'margin: 25mm, footer: context align(center, counter(page).display("— 1 —"))'
COMMUNIQUE_NOTES = [
    "[1]本公报中数据均为初步统计数。部分数据因四舍五入的原因，存在着与分项合计不等的情况。",
    "[2]地区生产总值绝对数按现价计算，增长速度按不变价格计算，2023年修订为119.4亿元。",
    "[3]常住人口是指经常居住在本县的人口。",
]
COMMUNIQUE = _joined(
    r"""
#align(center)[#text(size: 20pt)[某某县2024年国民经济和社会发展统计公报#super(typographic: false)[[1]]]

#text(size: 11pt)[某某县统计局]

#text(size: 11pt)[2025年3月18日]]""",
    "初步核算，全年地区生产总值#super(typographic: false)[[2]]125.6亿元，比上年增长5.2%。" + passage(0, 2),
    f"#align(center)[{bold('一、综合')}]",
    "年末全县常住人口#super(typographic: false)[[3]]41.2万人，城镇化率为56.3%。" + passage(1, 3),
    "#align(center)[#text(size: 9pt)[表1　2024年居民消费价格比上年涨跌幅度]]#align(right)[#text(size: 9pt)[单位：%]]"
    "#align(center)[#table(columns: (40mm, 30mm), [指标], [全县], [居民消费价格], [0.3], "
    "[　其中：食品烟酒], [-0.6], [　　　衣着], [1.2])]",
    f"#align(center)[{bold('二、农业')}]",
    "全年粮食产量12.34万吨，比上年增加0.56万吨，增长4.8%。" + passage(2, 3),
    "注释：",
    *COMMUNIQUE_NOTES,
)

OFFICIAL_PAGE = 'margin: (x: 28mm, y: 35mm), footer: context align(center, counter(page).display("— 1 —"))'
OFFICIAL_TITLE = "某某市人民政府办公室关于印发某某市水渠建设三年行动方案（2024—2026年）的通知"
OFFICIAL = _joined(
    r"""
#set par(first-line-indent: 0pt)
#align(center)[#text(size: 34pt, fill: red)[某某市人民政府办公室文件]]
#v(8mm)
#align(center)[#text(size: 14pt)[某政办发〔2024〕15号]]
#line(length: 100%, stroke: 2pt + red)
#v(10mm)
#align(center)[#text(size: 20pt)[某某市人民政府办公室关于印发\
某某市水渠建设三年行动方案（2024—2026年）\
的通知]]
#v(5mm)
#text(size: 14pt)[各县（市、区）人民政府，市政府各部门、各直属机构：]
#set par(first-line-indent: (amount: 2em, all: true))
#set text(size: 14pt)

《某某市水渠建设三年行动方案（2024—2026年）》已经市政府同意，现印发给你们，请认真贯彻执行。

附件：1.某某市水渠建设任务分解表

　　　2.某某市水渠建设资金安排表

#align(right)[某某市人民政府办公室　　\
2024年5月6日　　　]

（此件公开发布）
#pagebreak()
#align(center)[#text(size: 20pt)[某某市水渠建设三年行动方案]]
""",
    "为落实《水法》，制定本方案。" + passage(0, 2),
    bold("一、总体要求"),
    "（一）指导思想。" + passage(1, 3),
    "（二）主要目标。到2026年，全市新建水渠120公里，改造旧渠85公里，灌溉面积达到35万亩。",
    bold("二、重点任务"),
    "（三）加快干渠建设。" + passage(2, 3),
    r"""
#v(1fr)
#set par(first-line-indent: 0pt)
#line(length: 100%)
抄送：市委各部门，市人大常委会办公室，市政协办公室，市法院，市检察院。
#line(length: 100%)
某某市人民政府办公室#h(1fr)2024年5月6日印发
#line(length: 100%)""",
)

ANNUAL_PAGE = (
    "margin: 25mm, header: [#set text(size: 9pt)\n#h(1fr)某某股份有限公司2024年年度报告#h(1fr)], "
    "footer: context align(center, text(size: 9pt, [#counter(page).display() / 195]))"
)
ANNUAL = _joined(
    f"#align(center)[#text(size: 16pt)[{bold('第三节　管理层讨论与分析')}]]\n#set par(first-line-indent: 0pt)",
    bold("一、经营情况讨论与分析"),
    passage(0, 4),
    bold("二、报告期内主要经营情况"),
    "报告期内，公司实现营业收入15.2亿元，同比增长12.3%。",
    bold("(一) 主营业务分析"),
    bold("1. 利润表及现金流量表相关科目变动分析表"),
    "#align(right)[单位:元　币种:人民币]\n#table(columns: (1fr, 1fr, 1fr), [科目], [本期数], [上年同期数], "
    "[营业收入], [1,520,000,000.00], [1,353,517,364.20], [营业成本], [811,000,000.00], [-765,000,000.00])",
    passage(1, 2),
    bold("2. 收入和成本分析"),
    "□适用　√不适用",
    bold("(二) 投资状况分析"),
    passage(2, 3),
    "#pagebreak()\n" + passage(3, 3),
)

SLIDES_PAGE = (
    "flipped: true, margin: 20mm, footer: context [#set text(size: 8pt)\n某某研究院 #h(1fr) 版权所有，未经许可不得转载 #h(1fr) "
    "#counter(page).display()]"
)
SLIDES = _joined(
    "#set par(first-line-indent: 0pt)\n#text(size: 28pt)[2024年水渠行业研究报告]",
    "#text(size: 14pt)[某某研究院　2024年6月]\n#pagebreak()\n#text(size: 22pt)[市场规模持续增长]",
    "#text(size: 12pt)[2024年市场规模达到320亿元，同比增长15.6%]\n#v(5mm)\n"
    "#grid(columns: (1fr, 1fr), gutter: 10mm, [#box(width: 100%, height: 70mm, fill: luma(90%))\\\n"
    "#text(size: 9pt)[图1 市场规模（亿元）]], "
    f"[#set text(size: 12pt)\n• 需求端：{passage(0, 1)}\n\n• 供给端：{passage(1, 1)}\n\n• 政策端：{passage(2, 1)}])",
    "#v(1fr)\n#text(size: 8pt)[数据来源：某某研究院整理]\n#pagebreak()\n#text(size: 22pt)[三类企业各有优势]\n#v(5mm)\n"
    "#grid(columns: (1fr, 1fr, 1fr), gutter: 8mm, "
    + ", ".join(
        f"[#text(size: 14pt)[{name}]\n\n{passage(i, 2)}]"
        for i, name in enumerate(("国有企业", "民营企业", "外资企业"), start=3)
    )
    + ")",
)

BRIEF_PAGE = (
    "margin: 25mm, header: [#set text(size: 8pt)\n某某研究院内部参考#h(1fr)2024年第8期（总第312期）], "
    "footer: [#set text(size: 8pt)\n地址：某某市某某路15号#h(1fr)电话：010-88880000]"
)
BRIEF = _joined("#align(center)[#text(size: 16pt)[水渠简报]]", passage(0, 4), passage(1, 4))
