"""Ratios to another place, ranks in a list, changes of rank, English levels and periods, shares in English words."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "areas"),
    [
        ("美国钢材消费达9.1亿吨，是印度的1.9倍。", [(("美国",), None), (("美国", "印度"), "印度")]),
        ("湖北油菜产量240万吨，约为江西的三倍。", [(("湖北",), None), (("湖北", "江西"), "江西")]),
        # what follows is of the subject again
        ("广东发明专利12万件，是湖南的3倍，增长4%。",
         [(("广东",), None), (("广东", "湖南"), "湖南"), (("广东",), None)]),
        # the subject stands in the clause, or the clause is no comparison
        ("日本汽车产量是韩国的2.4倍。", [(("日本", "韩国"), "韩国")]),
        ("湖北稻谷产量1900万吨，江西的面积增长2倍。", [(("湖北",), None), (("江西",), None)]),
    ],
)  # fmt: skip
def test_a_ratio_is_of_the_subject_and_the_other_place_its_counterpart(read, sentence, areas):
    assert [(f.area, f.counterpart_area) for f in read(sentence).facts] == areas


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("甲班、乙班、丙班分别排名全市第一、二和四位。", [(1, None), (2, None), (4, "位")]),
        ("苏州、无锡专利量分别居全省第1、3位。", [(1, "位"), (3, "位")]),
        ("该港吞吐量由第9位升至第3位。", [(9, "位"), (3, "位")]),
        ("该县产量从第3名降至第9名。", [(3, "名"), (9, "名")]),
        # no ranks
        ("第一、二产业协调发展。", []),
        ("从第2位选手开始。", []),
    ],
)
def test_ranks(read, sentence, expected):
    found = read(sentence).facts
    assert [(f.value, f.unit) for f in found] == expected
    assert all(f.comparator == "=" and (f.measure or "排名").endswith("排名") for f in found)


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("仓储规模方面，江苏、浙江位列前三。", ["仓储规模排名"]),
        ("在科研投入方面，湖北、湖南排名前五。", ["科研投入排名"]),
        ("江苏、浙江位列前三。", [None]),
    ],
)
def test_a_clause_says_what_the_ranking_is_of(read, sentence, measures):
    assert [f.measure for f in read(sentence).facts] == measures


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("In 2023, output was up 12.5% from 2022.", [("12.5%", "2023", "%", "output growth")]),
        ("In 2021, coal use fell by 3% from 2020.", [("3%", "2021", "%", "coal use decline")]),
        ("From 2019, coal use fell by 3%.", [("3%", "2019/..", "%", "coal use decline")]),
        ("In 2023, Beijing, Tianjin and Hebei grew by 5%.", [("5%", "2023", "%", None)]),
        ("Between 2010 and 2020, emissions fell from 100 to 80 million tons. The share was 45%.",
         [("100", "2010", "吨", "emissions"), ("80 million tons", "2020", "吨", "emissions"), ("45%", None, "%", "share")]),
        ("Wheat yield increased from 4.5 to 6.1 t.", [("4.5", None, "吨", "Wheat yield"), ("6.1 t", None, "吨", "Wheat yield")]),
        ("Trees were from 3 to 5 of them.", []),
    ],
)  # fmt: skip
def test_changes_in_english(read, sentence, expected):
    assert [(f.surface, f.time, f.unit, f.measure) for f in read(("abstract", sentence)).facts] == expected


def test_a_carried_multiplier_in_english(read):
    found = read(("abstract", "Emissions fell from 100 to 80 million tons.")).facts
    assert [f.value for f in found] == [10**8, 8 * 10**7]


@pytest.mark.parametrize(
    ("sentence", "surfaces", "rest"),
    [
        ("Nearly two thirds of firms grew.", [("Nearly two thirds", "~")], []),
        ("About one third of energy came from coal.", [("About one third", "~")], []),
        ("More than half of households used gas.", [("More than half", ">")], []),
        ("合格率达到½。", [("½", "=")], []),
        ("In the first half of 2020, two cities joined.", [("two cities", "=")], ["half"]),
        ("½杯水。", [], ["½"]),
        ("入选百强企业。", [], ["百"]),
        ("购买百货。", [], []),
    ],
)
def test_numbers_in_words(read, sentence, surfaces, rest):
    found = read(sentence)
    assert [(f.surface, f.comparator) for f in found.facts] == surfaces
    left = [n.surface for n in found.numerals if n.numeral_class in ("unread", "name")]
    assert left == rest
    assert all(n.reason for n in found.numerals if n.numeral_class in ("unread", "name"))


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("结束12年没有新线的历史。", "结束没有新线的历史时长"),
        ("打破6年无新品种的局面。", "打破无新品种的局面时长"),
        ("该机组运行30年。", "机组运行时长"),
    ],
)
def test_a_verb_that_does_not_last_names_no_length_of_time(read, sentence, measure):
    assert [f.measure for f in read(sentence).facts] == [measure]
