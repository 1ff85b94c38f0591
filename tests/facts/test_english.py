"""English sentences of abstracts: qualifiers, what is counted or has a size, places, and times."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("More than 300 enterprises took part.", [("More than 300 enterprises", ">", None, "enterprises")]),
        ("Nearly 40% of them were new.", [("Nearly 40%", "~", "%", None)]),
        ("About 290 million people lived there.", [("About 290 million people", "~", None, "people")]),
        ("At least 15 cities and up to 200 counties joined.",
         [("At least 15 cities", ">=", None, "cities"), ("up to 200 counties", "<=", None, "counties")]),
        ("There were no more than 12 pilot zones and fewer than 90 firms.",
         [("no more than 12 pilot zones", "<=", None, "pilot zones"), ("fewer than 90 firms", "<", None, "firms")]),
        ("The prevalence of gout was 23.2%.", [("23.2%", "=", "%", "prevalence of gout")]),
        ("It rained. In spring, the mean age of trees was 63 years.", [("63 years", "=", "年", "mean age of trees")]),
        ("The yield was high and grew well, and the moisture was 2.5 mg/L.", [("2.5 mg/L", "=", "mg/L", "moisture")]),
        ("The output increased by 5.2%.", [("5.2%", "=", "%", "output growth")]),
        ("Coal use fell by 5.2%.", [("5.2%", "=", "%", "Coal use decline")]),
        # a length of time and a statistic say nothing of the subject
        ("The broth was kept at 25 ℃ for 30 min (P<0.05).",
         [("25 ℃", "=", "°C", "broth"), ("30 min", "=", "分钟", None), ("<0.05", "<", None, None)]),
        ("It was 40%.", [("40%", "=", "%", None)]),
    ],
)  # fmt: skip
def test_what_english_says(read, sentence, expected):
    found = read(("abstract", sentence)).facts
    assert [(f.surface, f.comparator, f.unit, f.measure) for f in found] == expected


@pytest.mark.parametrize(
    ("sentence", "areas"),
    [
        ("The GDP of Beijing reached 4.4 trillion yuan.", [("北京",)]),
        ("In the Beijing-Tianjin-Hebei region, 57 standards were issued.", [("京津冀",)]),
        (
            "The shares of Beijing, Tianjin and Hebei were 57%, 14% and 4%, respectively.",
            [("北京",), ("天津",), ("河北",)],
        ),
        ("In Sichuan and Hunan, 12 firms were found.", [("四川", "湖南")]),
        # two lists, and a name that only begins with a place
        ("Sichuan has more than Hunan, which has 12 firms.", [()]),
        ("The China Daily counted 12 firms.", [()]),
    ],
)
def test_places_in_english(read, sentence, areas):
    assert [f.area for f in read(("abstract", sentence)).facts] == areas


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("Trade grew from 27 billion yuan in 2013 to 45 billion yuan in 2022.", ["2013", "2022"]),
        ("A total of 1,234 patients came from January 2018 to December 2020.", ["2018-01/2020-12"]),
        ("The rate was 23% in 2018, up from 19% in 2002.", ["2018", "2002"]),
        ("From 2013 to 2021, use fell by 26%.", ["2013/2021"]),
    ],
)
def test_times_in_english(read, sentence, times):
    assert [f.time for f in read(("abstract", sentence)).facts] == times
