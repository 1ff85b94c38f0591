from datetime import date
from fractions import Fraction

import pytest

from suyuan.figures.dates import day_number, shown_time, ticks
from suyuan.figures.sources import SourceLabel, source_labels
from suyuan.figures.text import number
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
        "甲某等（2023）",
        "某报",
        "某局",
    ]
    assert labels["p1"].name("en", "p1") == "甲某 et al. (2023)"
    assert labels["p1"].citation("zh", "p1") == "甲某、乙某：《题名》，《某学报》，2023年11月"
    assert labels["p1"].citation("en", "p1") == "甲某, 乙某: “A title”, 某学报, November 2023"
    assert labels["p2"].citation("zh", "p2") == "丙某：《题名》，某报（转载），2023年11月"
    assert labels["p3"].citation("en", "p3") == "某局（报道）: “某标题”, 2018"
    assert labels["p3"].citation("zh", "p3") == "某局（报道）：《某标题》，2018年"
    assert (labels["p1"].grade, labels["p2"].grade, labels["p3"].grade) == ("primary", "repost", None)
    assert SourceLabel().citation("zh", "unknown") == "unknown"
