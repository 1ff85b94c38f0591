"""Adoption: statements by name, by a word for all, by number; periods; matrix and totals. The phrases are made up."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from method_texts import document
from suyuan.methods import METHODS, Corpus, read_analyses
from suyuan.methods.adoption.declared import Adoption
from suyuan.methods.adoption.periods import period_of
from suyuan.places import Gazetteer
from suyuan.reading import read_document

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
PERIODS = ["../2007", "2008/2014", "2014/2016"]
AREAS = """name,full_name,kind,parent,members,aliases,seat,source
甲州,甲州市,prefecture,河南,,,,test
乙县,乙县,county,甲州,,,,test
丙县,丙县,county,甲州,,,,test
"""


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    path = tmp_path_factory.mktemp("areas") / "areas.csv"
    path.write_text(AREAS, encoding="utf-8")
    return Gazetteer.load(path)


def declared(**given):
    content = {
        "id": "x",
        "kind": "adoption",
        "title": {"zh": "试"},
        "area": "河南",
        "periods": [{"label": {"zh": time}, "time": time} for time in PERIODS],
        "levels": [
            {
                "level": "city",
                "label": {"zh": "市"},
                "kinds": ["prefecture"],
                "words": ["地级市"],
                "complete": True,
            },
            {"level": "county", "label": {"zh": "县"}, "kinds": ["county"], "words": ["区县"]},
        ],
        "words": ["政策"],
    }
    return Adoption.model_validate(content | given)


def result(gazetteer, *paragraphs, **given):
    corpus = Corpus([document("s", paragraphs, said="2016-05-01")], [], [], [], gazetteer)
    return METHODS["adoption"].run(declared(**given), corpus)


def adopted(found, level, position):
    cells = found.tables["cells"]
    return {c.unit: c.basis for c in cells if (c.level, c.position) == (level, position) and c.adopted}


def total(found, level, position):
    return next(t for t in found.tables["totals"] if (t.level, t.position) == (level, position))


TIMES = [
    ("../2007", None, 0),
    ("2008/..", None, 1),
    ("2014", "as_of", 1),  # by 2014: the period that ends then
    ("2014/..", None, 2),  # since 2014: the one that begins then
    ("2014/2016", None, 2),
    ("2010", None, 1),
    ("2007/2008", None, None),  # over the edge of two
    ("2017", None, None),
    ("1999-05", None, 0),
]


@pytest.mark.parametrize("edtf, kind, expected", TIMES)
def test_period_of_a_time(edtf, kind, expected):
    assert period_of(edtf, kind, PERIODS) == expected


@given(st.integers(1950, 2016))
def test_every_year_of_the_matrix_has_one_period_and_later_years_never_an_earlier_one(year):
    here, after = period_of(str(year), None, PERIODS), period_of(str(year + 1), None, PERIODS)
    assert here is not None
    assert after is None or after >= here


def test_named_before_a_verb_and_carried_to_later_periods(gazetteer):
    found = result(gazetteer, "2006年，甲州市和乙县制定了产业政策。")
    assert [adopted(found, "city", n) for n in (1, 2, 3)] == [
        {"甲州": "named"},
        {"甲州": "carried"},
        {"甲州": "carried"},
    ]
    assert adopted(found, "county", 1) == {"乙县": "named"}
    words = {e.evidence_id: e.words for e in found.evidence}
    cell = next(c for c in found.tables["cells"] if c.unit == "甲州" and c.position == 3)
    assert words[cell.evidence_ids[0]].startswith("甲州市和乙县制定了产业政策")


def test_not_carried_where_the_matrix_is_not_cumulative(gazetteer):
    found = result(gazetteer, "2006年，甲州市制定了产业政策。", cumulative=False)
    assert adopted(found, "city", 2) == {}


def test_added_units_and_an_open_list(gazetteer):
    found = result(gazetteer, "各地政策陆续出现，至2014年区县增加了乙县、丙县等。")
    assert adopted(found, "county", 2) == {"乙县": "named", "丙县": "named"}
    assert (total(found, "county", 2).total, total(found, "county", 2).comparator) == (2, ">=")
    assert total(found, "county", 3).comparator == ">="  # the list stays open


def test_a_word_for_all_implies_every_unit_of_the_gazetteer(gazetteer):
    found = result(gazetteer, "2015年，所有地级市均出台了政策。")
    cities = adopted(found, "city", 3)
    assert set(cities.values()) == {"implied"} and "郑州" in cities and "甲州" in cities
    assert total(found, "city", 3).total == total(found, "city", 3).units == len(cities)
    assert total(found, "city", 3).basis == "implied"


def test_a_number_alone_names_nobody(gazetteer):
    found = result(
        gazetteer, "2010年乙县出台了政策。2015年以来，有政策的区县增加到7个，分布很广，占20个区县的35%。"
    )
    row = total(found, "county", 3)
    assert (row.total, row.stated, row.unnamed, row.units, row.basis) == (7, 7, 6, 20, "stated")
    assert adopted(found, "county", 3) == {"乙县": "carried"}


def test_nobody_else_is_said_and_not_only_not_found(gazetteer):
    found = result(gazetteer, "2006年，甲州市有政策，其余地方是一片空白。")
    basis = {c.unit: c.basis for c in found.tables["cells"] if c.position == 1}
    assert basis["甲州"] == "named" and basis["郑州"] == "said_none"
    later = {c.unit: c.basis for c in found.tables["cells"] if c.position == 2}
    assert later["郑州"] == "not_found"


def test_others_of_a_level_are_of_no_other_level(gazetteer):
    text = "2006年，甲州市有政策，其余区县没有政策；2012年，乙县出台了政策。"
    cells = result(gazetteer, text).tables["cells"]
    basis = {(c.level, c.unit): c.basis for c in cells if c.position == 1}
    assert basis["county", "乙县"] == "said_none"
    assert {name for (level, _), name in basis.items() if level == "city"} == {"named", "not_found"}


def test_a_unit_that_is_left_out_of_all_is_said_to_have_none(gazetteer):
    found = result(gazetteer, "2012年，除洛阳外，所有地级市均制定了政策。")
    assert "洛阳" not in adopted(found, "city", 2)
    cell = next(c for c in found.tables["cells"] if (c.unit, c.position) == ("洛阳", 2))
    assert cell.basis == "said_none" and cell.evidence_ids
    row = total(found, "city", 2)
    assert row.total == row.units - 1


# text, then total, comparator, basis, unnamed of the three periods
GROWING = [
    ("2006年有政策的区县达到5个。2010年，乙县出台了政策。2015年，丙县出台了政策。",
     [(5, "=", "stated", 5), (5, ">=", "carried", 4), (5, ">=", "carried", 3)]),
    ("2006年有政策的区县达到1个。2010年，乙县和丙县出台了政策。",  # the one may be among the two, or not
     [(1, "=", "stated", 1), (2, ">=", "counted", 0), (2, ">=", "counted", 0)]),
    ("2010年有政策的区县达到5个。2015年有政策的区县达到9个。",
     [(0, "=", "counted", 0), (5, "=", "stated", 5), (9, "=", "stated", 9)]),
    ("2010年有政策的区县达到9个。2015年有政策的区县达到5个。",
     [(0, "=", "counted", 0), (9, "=", "stated", 9), (9, ">=", "carried", 9)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), GROWING, ids=[row[0] for row in GROWING])
def test_the_total_of_a_cumulative_matrix_never_falls(gazetteer, text, rows):
    found = result(gazetteer, text)
    mine = [total(found, "county", n) for n in (1, 2, 3)]
    assert [(t.total, t.comparator, t.basis, t.unnamed) for t in mine] == rows
    assert all(t.named + t.implied + t.carried + t.unnamed == t.total for t in mine)
    assert all(t.evidence_ids for t in mine if t.total)


def test_without_accumulation_the_total_may_fall(gazetteer):
    text = "2006年有政策的区县达到5个。2010年，乙县出台了政策。"
    found = result(gazetteer, text, cumulative=False)
    assert [total(found, "county", n).total for n in (1, 2, 3)] == [5, 1, 0]


CONTRADICTING = [
    ("2010年有政策的区县达到5个。2012年有政策的区县达到7个。", 7, "different numbers"),
    ("2010年，乙县和丙县出台了政策。2012年有政策的区县达到1个。", 2, "1 is stated and 2 units"),
    ("2006年有政策的区县达到9个。2012年有政策的区县达到5个。", 9, "5 is stated and 9 were there before"),
    ("2012年有政策的区县达到9个，占6个区县的大半。", 9, "more than the 6 units"),
]


@pytest.mark.parametrize(("text", "number", "what"), CONTRADICTING, ids=[row[0] for row in CONTRADICTING])
def test_numbers_that_contradict_are_told(gazetteer, text, number, what):
    found = result(gazetteer, text)
    assert total(found, "county", 2).total == number
    assert any(what in problem.what for problem in found.problems)


NOTHING = [
    "2006年，甲州市没有制定政策。",
    "甲州市制定了政策。",  # no time
    "2006年，甲州市举办了展会。",
    "2006年，河南之外的地方制定了政策。",
    "2006年，检索甲州市的政策。",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_says_nothing(gazetteer, text):
    assert not any(cell.adopted for cell in result(gazetteer, text).tables["cells"])


def test_links_count_for_both_ends_and_undated_ones_by_their_source_where_that_is_asked_for(gazetteer):
    from suyuan.flow import make_flows
    from suyuan.links import find_links

    own = document("s", ["甲州市与洛阳市共建政策平台。"], said="2016-05-01")
    corpus = Corpus([own], [], [], find_links(own, make_flows(own), gazetteer), gazetteer)
    run = METHODS["adoption"].run
    assert not any(c.adopted for c in run(declared(read=["links"]), corpus).tables["cells"])
    found = run(declared(read=["links"], told=True), corpus)
    assert set(adopted(found, "city", 3)) == {"甲州", "洛阳"}
    assert {c.dated_by for c in found.tables["cells"] if c.adopted} == {"told"}


def expected_counts(found):
    return {
        (t.level, t.position): (t.total, t.comparator, t.named, t.implied, t.carried, t.stated)
        for t in found.tables["totals"]
    }


COUNTS = {
    ("prefecture", 1): (3, "=", 3, 0, 0, None),
    ("prefecture", 2): (5, "=", 2, 0, 3, None),
    ("prefecture", 3): (13, "=", 0, 8, 5, None),
    ("county", 1): (1, "=", 1, 0, 0, None),
    ("county", 2): (5, ">=", 4, 0, 1, None),
    ("county", 3): (47, "=", 0, 0, 5, 47),
}


@pytest.mark.parametrize(
    "file", [ROOT / "raw/digests/ma2018.pdf", SHARED / "corpus/papers/ma2018.txt"], ids=["digest", "paper"]
)
def test_the_paper_and_its_digest_come_to_the_same_matrix(file):
    if not file.exists():
        pytest.skip("the paper is not at hand (it may not be passed on)")
    own = next(a for a in read_analyses(ROOT / "config/analyses.yaml")[0] if a.id == "policy_adoption")
    read = replace(read_document(file, source_id="ma2018", edition="text"), source_id="ma2018")
    corpus = Corpus([read], [], [], [], Gazetteer.load(ROOT / "config/areas.csv"))
    found = METHODS["adoption"].run(own, corpus)
    assert expected_counts(found) == COUNTS
    assert all(row.units == {"prefecture": 13, "county": 202}[row.level] for row in found.tables["totals"])
    assert all(cell.evidence_ids for cell in found.tables["cells"] if cell.adopted)
    gold = SHARED / "gold/ma2018.adoption.csv"
    if gold.exists():
        names = {1: "before 2008", 2: "2008-2014", 3: "2014-2016"}
        mine = {(names[c.position], c.level, c.unit) for c in found.tables["cells"] if c.adopted}
        with gold.open(encoding="utf-8", newline="") as rows:
            wanted = {
                (r["period"], r["level"], r["unit"].removesuffix("区"))
                for r in csv.DictReader(rows)
                if r["unit"] != "TOTAL"
            }
        assert {(period, level, unit.removesuffix("区")) for period, level, unit in mine} == wanted
