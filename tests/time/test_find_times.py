"""find_times: constructions of Chinese time expressions, and what only looks like one."""

from itertools import pairwise

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan.time import covers, find_times, resolve

ABSOLUTE = [
    ("2022年发布", [("2022年", "2022", "during")]),
    ("二〇二五年印发", [("二〇二五年", "2025", "during")]),
    ("二〇二五年三月", [("二〇二五年三月", "2025-03", "during")]),
    ("2016-2023年共发布", [("2016-2023年", "2016/2023", "during")]),
    ("2004至2014年", [("2004至2014年", "2004/2014", "during")]),
    ("从1982到2014年的32年间", [("1982到2014年", "1982/2014", "during")]),
    ("（2014至今）", [("2014至今", "2014/..", "during")]),
    ("2014年至今", [("2014年至今", "2014/..", "during")]),
    ("2004年以来", [("2004年以来", "2004/..", "during")]),
    ("自2015年起", [("2015年起", "2015/..", "during")]),
    ("自2015年实施以来累计", [("2015年实施以来", "2015/..", "during")]),
    ("2008年之前", [("2008年之前", "../2007", "during")]),
    ("2016年3月以前", [("2016年3月以前", "../2016-02", "during")]),
    ("2014年之后", [("2014年之后", "2014/..", "during")]),
    ("20世纪80年代", [("20世纪80年代", "198X", "during")]),
    ("20世纪90年代前后", [("20世纪90年代前后", "199X~", "during")]),
    ("20世纪80年代至2004年", [("20世纪80年代至2004年", "198X/2004", "during")]),
    ("20世纪80年代以来", [("20世纪80年代以来", "1980/..", "during")]),
    ("20世纪中期以来", [("20世纪中期以来", None, "during")]),
    ("21世纪以来", [("21世纪以来", "2001/..", "during")]),
    ("“十四五”时期", [("“十四五”时期", "2021/2025", "during")]),
    ("十三五期间", [("十三五期间", "2016/2020", "during")]),
    ("“十二五”末", [("“十二五”末", "2015-12", "as_of")]),
    ("截至2022年年底", [("截至2022年年底", "2022-12", "as_of")]),
    ("截止2022年12月31日", [("截止2022年12月31日", "2022-12-31", "as_of")]),
    ("截至2016年底共", [("截至2016年底", "2016-12", "as_of")]),
    ("2023年末", [("2023年末", "2023-12", "as_of")]),
    ("2023年3月末", [("2023年3月末", "2023-03", "as_of")]),
    ("2023年上半年", [("2023年上半年", "2023-01/2023-06", "during")]),
    ("2023年一季度", [("2023年一季度", "2023-01/2023-03", "during")]),
    ("2023年前三季度", [("2023年前三季度", "2023-01/2023-09", "during")]),
    ("2020年前五个月", [("2020年前五个月", "2020-01/2020-05", "during")]),
    ("2023年1-11月", [("2023年1-11月", "2023-01/2023-11", "during")]),
    ("2023年1月至11月", [("2023年1月至11月", "2023-01/2023-11", "during")]),
    ("2023年1月1日至12月31日", [("2023年1月1日至12月31日", "2023-01-01/2023-12-31", "during")]),
    ("2024-12-13 03：01", [("2024-12-13", "2024-12-13", "during")]),
    ("2018年6月上旬", [("2018年6月上旬", "2018-06", "during")]),
    ("2022年度", [("2022年度", "2022", "during")]),
    ("2020-2021季各处理", [("2020-2021季", "2020/2021", "during")]),
    ("2019-2020冬小麦生长季", [("2019-2020冬小麦生长季", "2019/2020", "during")]),
    ("2022/23榨季", [("2022/23榨季", "2022/2023", "during")]),
    ("2022-2023采暖季供热", [("2022-2023采暖季", "2022/2023", "during")]),
    ("2018-2021生长季", [("2018-2021生长季", "2018/2021", "during")]),
    ("2020-2021季度", []),
    ("2020-2021四季", []),
    ("党的十八大以来，", [("党的十八大以来", "2012-11/..", "during")]),
    ("自党的二十大召开以来", [("自党的二十大召开以来", "2022-10/..", "during")]),
    ("十九届五中全会以来", [("十九届五中全会以来", "2020-10/..", "during")]),
    ("工会十八大以来", [("十八大以来", None, "during")]),
    ("新时代十年", [("新时代十年", "2012/2022", "during")]),
    ("2015年初步形成", [("2015年", "2015", "during")]),
    ("2022年内蒙古", [("2022年", "2022", "during")]),
    ("2020年起草", [("2020年", "2020", "during")]),
    ("至2014年，城市", [("至2014年", "2014", "as_of")]),
    (
        "2019、2020和2021年分别为",
        [("2019", "2019", "during"), ("2020", "2020", "during"), ("2021年", "2021", "during")],
    ),
    (
        "2008年之前、2008-2014年和2015年",
        [
            ("2008年之前", "../2007", "during"),
            ("2008-2014年", "2008/2014", "during"),
            ("2015年", "2015", "during"),
        ],
    ),
    ("1980年代末", [("1980年代末", "198X", "during")]),
    ("2020年代表大会", [("2020年", "2020", "during")]),
    ("2023年一、二季度", [("2023年一、二季度", "2023-01/2023-06", "during")]),
    ("2023年第1-3季度", [("2023年第1-3季度", "2023-01/2023-09", "during")]),
    ("“十二五”和“十三五”期间", [("“十二五”和“十三五”期间", "2011/2020", "during")]),
    ("“十四五”前三年", [("“十四五”前三年", "2021/2023", "during")]),
]


@pytest.mark.parametrize(("text", "wanted"), ABSOLUTE, ids=[case[0] for case in ABSOLUTE])
def test_absolute(text, wanted):
    assert [(text[t.start : t.end], t.edtf, t.kind) for t in find_times(text)] == wanted


RELATIVE = [
    ("8月14日，", "XXXX-08-14", "month_day"),
    ("6月1日至7日", "XXXX-06-01/XXXX-06-07", "month_day"),
    ("同年4月", "XXXX-04", "same_year"),
    ("当年", None, "same_year"),
    ("去年", None, "last_year"),
    ("去年上半年", "XXXX-01/XXXX-06", "last_year"),
    ("今年1-11月", "XXXX-01/XXXX-11", "this_year"),
    ("今年以来", None, "this_year:since"),
    ("上年末", "XXXX-12", "last_of_report"),
    ("年末常住人口", "XXXX-12", "part_of_year"),
    ("一季度", "XXXX-01/XXXX-03", "part_of_year"),
    ("本世纪以来", None, "this_century"),
    ("上世纪80年代", None, "last_century:8"),
    ("目前", None, "to_date"),
    ("截至目前", None, "to_date"),
    ("近三年", None, "recent:3"),
    ("近3个月内", None, "recent"),
    ("未来五年", None, "future:5"),
    ("随后，双方", None, "after"),
    ("期间，各市", None, "within"),
    ("党的大会以来，", None, None),
]


@pytest.mark.parametrize(("text", "pattern", "rule"), RELATIVE, ids=[case[0] for case in RELATIVE])
def test_relative(text, pattern, rule):
    found = find_times(text)
    if rule is None:
        assert found == []
    else:
        assert (found[0].edtf, found[0].relative) == (pattern, rule)


NO_TIMES = [
    "大前年",
    "一、二季度",
    "国发〔2015〕12号",
    "GB 123-2016",
    "GB/T 20004-2016",
    "ISO 9001：2015",
    "《某市2013至2015年合作框架协议》",
    "《关于〈2020年纲要〉的意见》",
    "近2000年",
    "2000年历史",
    "1600-1800元",
    "3-5月龄",
    "3个月",
    "十四五规划",
    "编号3000以后号段",
    "占比2020项",
    "第2015号",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time(text):
    assert find_times(text) == []


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("到2025年，力争形成体系", True),
        ("力争到2030年建成", True),
        ("2025年底前完成", True),
        ("到2016年底共出台15个文件", False),
        ("2025年完成", False),
    ],
)
def test_planned(text, planned):
    assert find_times(text)[0].planned is planned


@pytest.mark.parametrize("text", ["比2020年增长5%", "较上年下降3%", "与2020年相比"])
def test_base_of_comparison(text):
    assert find_times(text)[0].rule == "comparison"


def test_decades_in_a_title_block_and_nested_titles():
    assert find_times("《关于《2020年规划》的通知》于2021年印发")[0].edtf == "2021"


def valid(text: str) -> bool:
    try:
        edtf.parse_edtf(text)
    except edtf.EDTFParseException:
        return False
    return True


@settings(deadline=None)  # the EDTF parser, not ours, is slow on a busy machine
@given(
    year=st.integers(1950, 2035),
    month=st.sampled_from(["", "1月", "12月", "3-5月", "2月28日", "上半年", "一季度", "年底", "末"]),
    told=st.sampled_from([None, "2024", "2024-12-13"]),
    before=st.sampled_from(["", "截至", "到", "自", "从", "力争到", "比", "，在"]),
    after=st.sampled_from(
        ["", "以来", "之前", "前", "之后", "起", "前后", "至今", "期间", "至2040年", "相比"]
    ),
)
def test_every_edtf_is_valid(year, month, before, told, after):
    text = f"{before}{year}年{month}{after}共发布5项，随后在{month}{after}发布7项"
    for expression in resolve(find_times(text), told=told, previous=None):
        assert expression.edtf is None or valid(expression.edtf), (text, expression)
        assert 0 <= expression.start < expression.end <= len(text)


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="0123456789年月日至-、，年底前以来近十四五“”《》〔〕号目前同年世纪代", max_size=30))
def test_any_text_is_read_in_order_without_overlap(text):
    found = resolve(find_times(text), told=None, previous=None)
    for left, right in pairwise(found):
        assert left.end <= right.start
    for expression in found:
        assert expression.edtf is None or valid(expression.edtf), (text, expression)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-12", "2022-12-01", "2022-12-31"),
        ("2014/2016", "2014-01-01", "2016-12-31"),
        ("2018/..", "2018-01-01", "9999-12-31"),
        ("../2007", "0001-01-01", "2007-12-31"),
        ("198X", "1980-01-01", "1989-12-31"),
        ("199X~", "1990-01-01", "1999-12-31"),
        ("XXXX-05-16", "0001-01-01", "9999-12-31"),
    ],
)
def test_covers(text, first, last):
    assert tuple(day.isoformat() for day in covers(text)) == (first, last)


DATES = [
    "2023",
    "2024-02",
    "2024-02-29",
    "1900-02-28",
    "2023-06-30",
    "199X",
    "20XX",
    "199X~",
    "2015~",
    "2100-12-31",
]


@pytest.mark.parametrize("text", DATES)
def test_covers_is_what_the_library_of_edtf_reads(text):
    read = edtf.parse_edtf(text)
    days = [(m.tm_year, m.tm_mon, m.tm_mday) for m in (read.lower_strict(), read.upper_strict())]
    assert [(day.year, day.month, day.day) for day in covers(text)] == days


@pytest.mark.parametrize(
    "text", ["2023-13", "2023-02-30", "2023-00", "2023-04-31", "2023-1", "23", "２０２３"]
)
def test_covers_refuses_what_is_in_no_calendar(text):
    with pytest.raises(ValueError):
        covers(text)


def test_covers_refuses_what_is_no_date():
    with pytest.raises(ValueError, match="not a date"):
        covers("随后")
