"""The analysis from documents to rows."""

from pathlib import Path

import pytest

from method_texts import corpus, document
from suyuan.methods.terms import METHOD
from suyuan.methods.terms.declared import Terms

BASE = {"id": "x", "kind": "terms", "title": {"zh": "题"}}
SERIES = [
    {"label": {"zh": "标准化", "en": "standardization"}, "words": ["标准化"], "not_in": ["非标准化"]},
    {"label": {"zh": "协同"}, "words": ["协同", "协同发展"]},
]
FIRST = ["三地推进标准化，也推进非标准化试点。", "协同发展需要标准化；标准化需要企业。"]
SECOND = ["企业推进协同。", "企业扩大产量。"]
REPORTS = Path(__file__).parents[4] / "shared/corpus/text"


def done(*documents, **given):
    return METHOD.run(Terms.model_validate(BASE | given), corpus(*documents))


def two():
    return document("a", FIRST, said="2013-03"), document("b", SECOND, said="2014")


def test_series_worked_by_hand():
    result = done(*two(), series=SERIES)
    rows = {(row.label, row.year): row for row in result.tables["series"]}
    assert {key: (row.count, row.documents, row.documents_with) for key, row in rows.items()} == {
        ("标准化", 2013): (3, 1, 1),  # not the one in 非标准化
        ("标准化", 2014): (0, 1, 0),
        ("协同", 2013): (1, 1, 1),  # 协同发展 counts once
        ("协同", 2014): (1, 1, 1),
    }
    characters = sum(map(len, FIRST))
    assert rows["标准化", 2013].characters == characters
    assert rows["标准化", 2013].rate == pytest.approx(3 / characters * 10_000, abs=1e-6)
    assert rows["标准化", 2013].label_en == "standardization" and rows["协同", 2013].label_en is None
    evidence = {item.evidence_id: item for item in result.evidence}
    own = [evidence[i] for i in rows["标准化", 2013].evidence_ids]
    assert len(own) == 3 and {item.words for item in own} == {"标准化"}
    assert [item.sentence for item in own][1:] == ["协同发展需要标准化；", "标准化需要企业。"]


def test_a_document_without_a_year_is_told():
    result = done(document("a", FIRST, said="2013/2015"), two()[1], series=SERIES)
    assert [(p.source_id, p.severity) for p in result.problems] == [("a", "note")]
    assert {row.year for row in result.tables["series"]} == {2014}
    assert done(document("a", FIRST)).problems == []


def test_keywords_and_network_lead_to_words():
    documents = two()
    result = done(*documents, least_together=1, keywords=3)
    evidence = {item.evidence_id: item for item in result.evidence}
    by_id = {d.source_id: d for d in documents}
    rows = result.tables["keywords"]
    assert {(row.source_id, row.measure) for row in rows} == {
        (source, measure) for source in "ab" for measure in ("tf_idf", "textrank")
    }
    best = next(row for row in rows if row.source_id == "a" and row.measure == "tf_idf")
    assert (best.term, best.count, best.documents) == ("标准化", 4, 1)
    for row in (*rows, *result.tables["nodes"], *result.tables["edges"]):
        for i in row.evidence_ids:
            item = evidence[i]
            assert by_id[item.source_id].text[item.start : item.end] == item.words
            assert item.words in (row.term_a if hasattr(row, "term_a") else row.term)
            assert not hasattr(row, "term_b") or row.term_b in item.sentence
    nodes = {row.term: row for row in result.tables["nodes"]}
    edges = result.tables["edges"]
    for term, row in nodes.items():
        own = [edge for edge in edges if term in (edge.term_a, edge.term_b)]
        assert row.degree == len(own) and row.strength == sum(edge.sentences for edge in own)
    assert nodes["企业"].documents == 2


def test_the_same_rows_every_time():
    once, again = (done(*two(), series=SERIES, least_together=1) for _ in range(2))
    assert once.tables == again.tables and once.evidence == again.evidence


@pytest.mark.parametrize("series", [[SERIES[0], SERIES[0]], [{"label": {"zh": "x"}, "words": []}]])
def test_a_declaration_with_a_mistake(series):
    with pytest.raises(ValueError, match=r"given twice|at least 1"):
        Terms.model_validate(BASE | {"series": series})


@pytest.mark.skipif(not REPORTS.is_dir(), reason="the corpus of reports is not beside this copy")
def test_series_of_reports_are_the_occurrences_in_their_files():
    from suyuan.document import DocumentDates
    from suyuan.reading import read_document

    years = (2012, 2014)
    paths = {year: REPORTS / f"gwr_national_{year}.txt" for year in years}
    read = [
        read_document(path, source_id=f"r{year}", edition="text", dates=DocumentDates(said=f"{year}-03"))
        for year, path in paths.items()
    ]
    words = ("标准化", "协同", "一体化")
    series = [{"label": {"zh": word}, "words": [word]} for word in words]
    blocks = ["title", "heading", "abstract", "paragraph"]
    tables = done(*read, series=series, keywords=0, network=0, terms={"blocks": blocks}).tables
    found = {(row.label, row.year): row.count for row in tables["series"]}
    assert found == {
        (word, year): paths[year].read_text(encoding="utf-8").count(word) for word in words for year in years
    }
