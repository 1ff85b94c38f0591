from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan.figures.dates import day_number, shown_time, ticks
from suyuan.figures.measuring import balanced, text_width, wrapped
from suyuan.figures.sources import SourceLabel, source_labels
from suyuan.figures.text import dotted, grouping, number
from suyuan.figures.times import date_text, short_time
from suyuan.sources.card import Card
from suyuan.sources.collected import CollectedSource


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("87", "87"),
        ("7478", "7478"),
        ("9495000", "9,495,000"),
        ("31.6", "31.6"),
        ("100/3", "33.3333"),
        ("-12000", "-12,000"),
    ],
)
def test_numbers(value, text):
    assert number(Fraction(value)) == text


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2017, 6, 1), date(2022, 3, 1), ["2018", "2019", "2020", "2021", "2022"]),
        (date(1990, 1, 1), date(2024, 1, 1), ["1990", "1995", "2000", "2005", "2010", "2015", "2020"]),
        (date(2024, 1, 15), date(2024, 5, 2), ["2024-02", "2024-03", "2024-04", "2024-05"]),
        (
            date(2024, 5, 3),
            date(2024, 5, 12),
            ["2024-05-04", "2024-05-06", "2024-05-08", "2024-05-10", "2024-05-12"],
        ),
    ],
)
def test_ticks(first, last, labels):
    assert [label for _, label in ticks(day_number(first), day_number(last))] == labels


@pytest.mark.parametrize(
    ("edtf", "zh", "en"),
    [
        ("2017-10-04", "2017年10月4日", "4 October 2017"),
        ("2022-12", "2022年12月", "December 2022"),
        ("2018", "2018年", "2018"),
        ("2014/2016", "2014/2016", "2014/2016"),
        ("XXXX-05-16", "XXXX-05-16", "XXXX-05-16"),
        ("2023-33", "2023-33", "2023-33"),
    ],
)
def test_dates_in_words(edtf, zh, en):
    assert (shown_time(edtf, "zh"), shown_time(edtf, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("edtf", "zh", "en"),
    [
        ("2017-10-04", "2017-10-04", "2017-10-04"),
        ("XXXX-05-16", "年份未载（5月16日）", "year not given (16 May)"),
        ("XXXX-05", "年份未载（5月）", "year not given (May)"),
        ("XXXX", "时间未载", "undated"),
        ("2023-01/2023-11", "2023年1—11月", "Jan–Nov 2023"),
        ("2014/2016", "2014–2016", "2014–2016"),
        ("199X", "1990年代", "1990s"),
        ("199X~", "约1990年代", "c. 1990s"),
        ("2015~", "约2015", "c. 2015"),
    ],
)
def test_times_beside_marks(edtf, zh, en):
    assert (short_time(edtf, "zh"), short_time(edtf, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("edtf", "zh", "en"),
    [
        ("2017-10-04", "2017年10月4日", "4 October 2017"),
        ("XXXX", "时间未载", "undated"),
        ("XXXX-05-16", "年份未载（5月16日）", "year not given (16 May)"),
        ("199X~", "20世纪90年代前后", "about 1990s"),
        ("2014/..", "2014年起", "since 2014"),
        ("../2014-03", "至2014年3月", "until March 2014"),
        ("2014/2016-05", "2014年至2016年5月", "2014 to May 2016"),
    ],
)
def test_times_in_captions_are_words(edtf, zh, en):
    assert (date_text(edtf, "zh"), date_text(edtf, "en")) == (zh, en)


def test_parts_with_dots():
    assert dotted("某人（2023）", "", "摘编") == "某人（2023）· 摘编"
    assert dotted("A (2023)", "digest") == "A (2023) · digest"
    assert dotted("", "2018") == "2018"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("一二三四五六七八", 41, ["一二三四", "五六七八"]),
        ("一二三，四五六七", 31, ["一二", "三，四", "五六七"]),
        ("一二三四（五）六", 51, ["一二三四", "（五）六"]),
        ("一二三2023年四", 51, ["一二三", "2023年四"]),
        ("ab cd ef", 28, ["ab cd", "ef"]),
        ("aa-bb cc", 32, ["aa-bb", "cc"]),
        ("aaaaaaaa-bbbbbbbb", 52, ["aaaaaaaa-", "bbbbbbbb"]),
    ],
)
def test_lines_are_broken_where_they_may(text, width, lines):
    assert wrapped(text, 10, width) == lines
    assert all(text_width(line, 10) <= width for line in lines)


@settings(deadline=None, max_examples=60)
@given(st.text("一二三，（）《》ab 12-", max_size=40), st.floats(24, 200))
def test_breaking_loses_nothing_but_blanks_and_stays_within_the_width(text, width):
    lines = wrapped(text, 10, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert balanced(text, 10, width) and len(balanced(text, 10, width)) <= max(1, len(lines))
    if not set(text) & set("，）》（《-"):  # punctuation may hang together wider than a line
        assert all(text_width(line.strip(), 10) <= width for line in lines)


def test_thousands_are_grouped_alike_in_a_panel(built):
    class Valued:
        def __init__(self, value):
            self.value = Fraction(value)

    assert grouping([Valued(80), Valued(1702)]) == 10_000
    assert grouping([Valued(80), Valued(17_000)]) == 1000


def test_sources_are_named_by_authors_or_publisher():
    edition = {"edition": "text", "file": "raw/originals/x.txt", "obtained": "own copy"}
    common = {
        "title": {"zh": "题名", "en": "A title"},
        "language": "zh",
        "editions": [edition],
        "dates": {"published": "2023-11"},
    }
    paper = Card.model_validate({"id": "p1", "authors": ["甲某", "乙某"], "journal": "某学报", **common})
    page = Card.model_validate(
        {"id": "p2", "publisher": "某报（转载）", "authors": ["丙某"], "grade": "repost", **common}
    )
    row = CollectedSource("p3", "某局（报道）", "某标题（报道）", "2018", "example.org")
    labels = source_labels([paper, page], {"p3": row})
    assert [labels[name].name("zh", name) for name in ("p1", "p2", "p3")] == [
        "甲某、乙某（2023）",
        "某报",
        "某局",
    ]
    assert labels["p1"].name("en", "p1") == "甲某 and 乙某 (2023)"
    three = Card.model_validate(
        {"id": "p4", "authors": ["甲某", "乙某", "丁某"], "journal": "某学报", **common}
    )
    label = source_labels([three])["p4"]
    assert [label.name(language, "p4") for language in ("zh", "en")] == [
        "甲某等（2023）",
        "甲某 et al. (2023)",
    ]
    assert labels["p1"].citation("zh", "p1") == "甲某、乙某：《题名》，《某学报》，2023年11月"
    assert labels["p1"].citation("en", "p1") == "甲某, 乙某: “A title”, 某学报, November 2023"
    assert labels["p2"].citation("zh", "p2") == "丙某：《题名》，某报（转载），2023年11月"
    assert labels["p3"].citation("en", "p3") == "某局（报道）: “某标题”, 2018"
    assert labels["p3"].citation("zh", "p3") == "某局（报道）：《某标题》，2018年"
    assert (labels["p1"].grade, labels["p2"].grade, labels["p3"].grade) == ("primary", "repost", None)
    assert SourceLabel().citation("zh", "unknown") == "unknown"
