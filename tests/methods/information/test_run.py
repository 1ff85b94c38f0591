"""The analysis from documents to rows: texts, pairs, terms with evidence, trees, and what is told when it cannot be made."""

import json
from pathlib import Path

import pytest

from method_texts import corpus, document
from suyuan.methods.information import METHOD
from suyuan.methods.information.declared import Information
from suyuan.methods.vocabulary import TermChoice, terms_of

BASE = {"id": "x", "kind": "information", "title": {"zh": "题"}, "rounds": 99, "least_terms": 5}
STEEL = [
    "钢铁企业扩大钢铁产量。",
    "钢铁产量受到企业管理。",
    "企业改造钢铁设备。",
    "钢铁设备需要企业投资。",
    "钢铁价格影响企业。",
    "钢铁企业减少排放。",
]
FARM = [
    "农民种植水稻和小麦。",
    "水稻产量依靠农民劳动。",
    "小麦种植需要肥料。",
    "农民购买肥料种子。",
    "水稻价格影响收入。",
    "小麦品种需要改良。",
]
PAPERS = Path(__file__).parents[4] / "shared/corpus/papers"


def done(documents, **given):
    declared = Information.model_validate(BASE | given)
    return METHOD.run(declared, corpus(*documents))


def three():
    return [document("steel", STEEL), document("farm", FARM), document("more", [*STEEL[:3], *STEEL[1:4]])]


def test_terms_are_words_of_content_and_declared_words_are_whole():
    text = "2023年，区域协同标准在3个省的企业中进行推广。"
    assert [t.text for t in terms_of(text, TermChoice())] == ["区域", "协同", "标准", "企业", "推广"]
    choice = TermChoice(words=("协同标准",), without=("企业",))
    assert [t.text for t in terms_of(text, choice)] == ["区域", "协同标准", "推广"]


def test_a_declared_word_joins_whole_words_and_never_cuts_one():
    choice = TermChoice(words=("国家标准", "团体标准"))
    found = [t.text for t in terms_of("国家标准化发展纲要重视国家标准、团体标准。", choice)]
    assert found == ["国家", "标准化", "发展", "纲要", "重视", "国家标准", "团体标准"]


def test_pairs_of_documents():
    tables = done(three()).tables
    by_pair = {(row.text_a, row.text_b): row for row in tables["pairs"]}
    assert len(by_pair) == 3
    near, far = by_pair["steel", "more"], by_pair["steel", "farm"]
    assert near.similarity > 0.7 > 0.3 > far.similarity
    assert far.verdict == "farther"
    for row in by_pair.values():
        assert row.corrected == pytest.approx(row.information - row.bias, abs=2e-6)
        assert row.similarity == pytest.approx(min(1, 1 - row.corrected), abs=2e-6)
        outside = row.information < row.chance_low or row.information > row.chance_high
        assert outside == (row.verdict in ("nearer", "farther"))


def test_the_terms_that_add_most_lead_to_the_words():
    documents = three()
    result = done(documents, top=2)
    own = [row for row in result.tables["terms"] if (row.text_a, row.text_b) == ("steel", "farm")]
    apart = [row.term for row in own if row.role == "apart"]
    assert sorted(apart) == ["企业", "钢铁"]
    assert next(row.term for row in own if row.role == "common") == "产量"
    evidence = {item.evidence_id: item for item in result.evidence}
    by_id = {d.source_id: d for d in documents}
    for row in own:
        assert {evidence[i].source_id for i in row.evidence_ids} == {
            name for name, count in (("steel", row.count_a), ("farm", row.count_b)) if count
        }
        for i in row.evidence_ids:
            item = evidence[i]
            assert by_id[item.source_id].text[item.start : item.end] == item.words == row.term
            assert item.words in item.sentence


def test_sections_and_the_tree():
    parts = document("a", {"一": STEEL[:3], "二": STEEL[3:], "三": FARM})
    tables = done([parts], unit="section", least_terms=4).tables
    assert [(t.text_id, t.heading) for t in tables["texts"]] == [("a#1", "一"), ("a#2", "二"), ("a#3", "三")]
    first = tables["tree"][0]
    assert {first.left, first.right} == {"a#1", "a#2"}
    assert sorted(t.position for t in tables["texts"]) == [0, 1, 2]


def test_two_sets_by_sources_and_by_folder():
    documents = [
        document("s1", STEEL, path="raw/originals/standards/s1.txt"),
        document("s2", FARM, path="raw/originals/standards/s2.txt"),
        document("r1", STEEL[1:], path="raw/originals/rules/r1.txt"),
        document("r2", FARM[1:], path="raw/originals/rules/r2.txt"),
    ]
    label = {"zh": "甲"}
    folders = [{"label": label, "folder": f"raw/originals/{name}"} for name in ("standards", "rules")]
    sources = [{"label": label, "sources": names} for names in (["s1", "s2"], ["r1", "r2"])]
    tables = done(documents, sets=folders).tables
    assert tables == done(documents, sets=sources).tables
    found = {(row.text_a, row.text_b): row.verdict for row in tables["pairs"]}
    assert list(found) == [("s1", "r1"), ("s1", "r2"), ("s2", "r1"), ("s2", "r2")]
    assert found["s1", "r1"] == found["s2", "r2"] == "nearer"
    assert "nearer" not in (found["s1", "r2"], found["s2", "r1"])
    assert [row.against for row in tables["setting"]] == ["sets"]


def test_halves_are_counted_where_they_can_be_told():
    tables = done([document("a", [*STEEL, *FARM]), document("b", FARM[:3])], halves=20).tables
    assert [(row.text_id, row.trials) for row in tables["halves"]] == [("a", 20)]


def test_short_texts_are_listed_and_left_out():
    tables = done([*three(), document("short", ["钢铁企业。"])]).tables
    assert [(t.text_id, t.compared) for t in tables["texts"]][-1] == ("short", False)
    assert len(tables["pairs"]) == 3


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"least_terms": 999}, "0 texts have 999 terms"),
        (
            {"sets": [{"label": {"zh": name}, "sources": ids} for name, ids in (("甲", ["steel", "farm"]), ("乙", ["steel"]))]},
            "steel in both",
        ),
        ({"sets": [{"label": {"zh": "甲"}, "sources": ["steel"]}, {"label": {"zh": "乙"}, "folder": "raw/x"}]}, "in 1 of 2 sets"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_a_problem(given, what):
    result = done(three(), **given)
    assert not result.tables.get("pairs")
    assert what in result.problems[0].what


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ({"sets": [{"label": {"zh": "甲"}, "sources": ["a"]}]}, "two, or none"),
        ({"sets": [{"label": {"zh": "甲"}}] * 2}, "either sources or folder"),
        ({"rounds": 39, "outside": 0.01}, "too few"),
    ],
)
def test_a_declaration_with_a_mistake(given, what):
    with pytest.raises(ValueError, match=what):
        Information.model_validate(BASE | given)


def test_the_same_rows_whatever_else_is_compared_and_however_often():
    documents = three()
    whole = done(documents).tables["pairs"]
    assert whole == done(documents).tables["pairs"]
    alone = done([documents[0], documents[2]]).tables["pairs"]
    assert alone[0].model_dump(exclude={"evidence_ids"}) in [
        r.model_dump(exclude={"evidence_ids"}) for r in whole
    ]
    json.dumps([row.model_dump() for row in whole], allow_nan=False)


@pytest.mark.skipif(not PAPERS.is_dir(), reason="the papers are not beside this copy")
def test_sections_of_a_paper_are_nearer_to_one_another_than_to_another_paper():
    from suyuan.reading import read_document

    read = [
        read_document(PAPERS / f"{name}.txt", source_id=name, edition="text")
        for name in ("wei2026", "ma2018")
    ]
    rows = done(read, unit="section", least_terms=150, rounds=39, top=1).tables["pairs"]
    own = [r.similarity for r in rows if r.text_a.split("#")[0] == r.text_b.split("#")[0]]
    other = [r.similarity for r in rows if r.text_a.split("#")[0] != r.text_b.split("#")[0]]
    assert len(own) >= 3 and len(other) >= 3
    assert sum(own) / len(own) > sum(other) / len(other) + 0.05
