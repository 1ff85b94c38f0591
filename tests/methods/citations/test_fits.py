"""Whether marks fit their entries, and from which number on they do not: by hand, by chance, and planted in a text."""

from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citation_texts import result
from suyuan.methods.citations.fits import LEVEL, break_of, least_of, tails_of
from suyuan.methods.citations.signs import Glossary, initials, runs, shipped_groups, short_forms

TOPICS = [  # Chinese words of a sentence, English title: from the middle of the shipped table
    ("地震", "Earthquake early warning"), ("图书馆", "Public libraries in towns"), ("疫苗", "Vaccine supply"),
    ("铁路", "High-speed rail and cities"), ("糖尿病", "Diabetes at home"), ("森林", "Forest cover"),
    ("贫困", "Poverty lines compared"), ("专利", "Patents and firms"), ("旅游", "Tourism after rain"),
    ("区块链", "Blockchain for archives"), ("土壤", "Soil and salt"), ("志愿", "Volunteers of one night"),
    ("仲裁", "Arbitration by mail"), ("港口", "Ports of call"), ("光伏", "Photovoltaic roofs"),
    ("吸烟", "Smoking in trains"), ("保险", "Insurance of boats"), ("众包", "Crowdsourcing old maps"),
]  # fmt: skip


def article(order):
    """A text that cites one topic a sentence; entry n is about topic order[n - 1]."""
    said = "".join(f"关于{zh}的看法不一[{n}]。" for n, (zh, _) in enumerate(TOPICS, 1))
    listed = "".join(
        f"[{n}] DOE J. {TOPICS[i][1]}[J]. Letters, 20{10 + n}.\n" for n, i in enumerate(order, 1)
    )
    return f"# 题\n\n## 1 引言\n\n{said}\n\n## 参考文献\n\n{listed}"


def faults(order):
    return result(article(order)).tables["faults"]


def test_a_list_in_its_order_fits():
    assert faults(range(18)) == []


@pytest.mark.parametrize("cut", [6, 10, 13])
def test_entries_moved_by_one_from_a_number_on_are_found_there(cut):
    moved = [*range(cut), *range(cut + 1, 18), cut]
    rows = faults(moved)
    single = [row for row in rows if row.fault == "other_entry_fits"]
    assert [row.numbers for row in single] == [(n,) for n in range(cut + 1, 19)]
    assert [row.others for row in single] == [(18,), *((n,) for n in range(cut + 1, 18))]
    assert {row.verdict for row in single} == {"cannot tell"}
    (whole,) = [row for row in rows if row.fault == "fits_no_more"]
    assert whole.numbers == tuple(range(cut + 1, 19)) and whole.verdict == "likely"
    assert f"此前可判断的{cut}个序号中{cut}个相符，此后{18 - cut}个中0个" in whole.text_zh
    assert f"{cut} of {cut} fit before, 0 of {18 - cut} after" in whole.text_en


def test_two_entries_in_each_others_place_are_no_break():
    kinds = [row.fault for row in faults([*range(16), 17, 16])]
    assert kinds == ["other_entry_fits"] * 2


def test_a_word_before_many_marks_tells_nothing():
    text = article(range(18)).replace("的看法", "与铁路的看法")
    assert result(text).tables["faults"] == []


def test_words_of_a_declared_glossary_count_too():
    text = (
        "# 题\n\n蓝脚鲣鸟很多[1]。榫卯不少[2]。\n\n## 参考文献\n\n"
        "[1] A B. Mortise joints[J]. X, 2001.\n[2] C D. Boobies[J]. Y, 2002.\n"
    )
    assert result(text).tables["faults"] == []
    rows = result(text, glossary=[["蓝脚鲣鸟", "booby", "boobies"], ["榫卯", "mortise"]]).tables["faults"]
    assert [(row.numbers, row.others) for row in rows] == [((1,), (2,)), ((2,), (1,))]


def test_probability_of_a_cut_by_hand():
    """16 numbers, 12 of which fit; 2 of the last 6 do: sum over k <= 2 of C(12, k) C(4, 6 - k) / C(16, 6) = 66 / 8008."""
    by_hand = sum(Fraction(comb(12, k) * comb(4, 6 - k), comb(16, 6)) for k in range(3))
    assert by_hand == Fraction(66, 8008)
    tails = tails_of(16, 12)
    assert tails[6, 2] == pytest.approx(float(by_hand))
    answers = [True] * 10 + [False] * 3 + [True, True, False]
    least, cuts = least_of(np.array([answers]), tails)
    assert (least[0], cuts[0]) == (pytest.approx(66 / 8008), 10)
    found = break_of(list(enumerate(answers, 1)))
    assert (found.number, found.before, found.after) == (11, (10, 10), (2, 6))
    assert 66 / 8008 < found.p <= LEVEL  # the cut was sought: p is greater than at a given cut


@settings(max_examples=25, deadline=None)
@given(st.lists(st.booleans(), max_size=30), st.integers(1, 50))
def test_a_break_divides_the_numbers_and_is_uneven(answers, first):
    numbers = [(first + 2 * i, answer) for i, answer in enumerate(answers)]
    found = break_of(numbers)
    if found is not None:
        assert found.number in dict(numbers)
        assert found.before[1] + found.after[1] == len(answers)
        assert found.before[0] + found.after[0] == sum(answers)
        assert found.after[0] * found.before[1] < found.before[0] * found.after[1]
        assert found == break_of(numbers)


def test_answers_without_order_seldom_break():
    rng = np.random.default_rng(5)
    drawn = [rng.random(24) < 0.75 for _ in range(300)]
    found = sum(break_of([(i, bool(a)) for i, a in enumerate(answers)]) is not None for answers in drawn)
    assert found <= 25  # of 300 at 5%: more than 25 in 0.5% of such samples


@pytest.mark.parametrize("answers", [[], [True] * 20, [False] * 20, [True, True, False, False]])
def test_where_nothing_can_be_said(answers):
    assert break_of(list(enumerate(answers, 1))) is None


def test_abbreviations_and_what_they_stand_for():
    assert short_forms("标准制定组织（SDO）与SDGs、SDG17") == {"sdo", "sdg"}
    assert "sdo" in initials("acceptance between different standard development organizations")
    assert "sdg" in initials("Sustainable Development Goals Report")
    assert "sdg" not in initials("Goals of Sustainable Development")
    assert runs("京津冀地区 abc 协同") == {"京津冀地", "津冀地区"}


@pytest.mark.parametrize(
    ("text", "sign", "there"),
    [
        ("用互信息来度量", "互信息", True),
        ("unsupervised mutual information maximization", "互信息", True),
        ("Mutual  informations", "互信息", False),
        ("Ｍｕｔｕａｌｉｎｆｏｒｍａｔｉｏｎｏｆｗｏｒｄｓ", "互信息", True),  # read without its blanks
        ("Reports on airports", "港口", False),
        ("Ports of call", "港口", True),
        ("A meta analysis of desks", "荟萃分析", True),
    ],
)
def test_signs(text, sign, there):
    assert (sign in Glossary().signs(text)) is there


def test_the_shipped_table_has_each_word_once_and_both_languages():
    words = [word for group in shipped_groups() for word in group]
    assert len(words) == len(set(words))
    for group in shipped_groups():
        assert any(word.isascii() for word in group) and not all(word.isascii() for word in group)
        assert all(word == word.lower() for word in group)
