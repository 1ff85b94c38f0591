"""An analysis of surveys: questionnaires, items, answers, means, test statistics, exhibits and findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from suyuan.methods.corpus import Corpus
from suyuan.methods.evidence import evidence_of_record
from suyuan.methods.method import Result
from suyuan.methods.surveys.answers import asked_of
from suyuan.methods.surveys.checks import item_findings, share_findings
from suyuan.methods.surveys.declared import Surveys
from suyuan.methods.surveys.exhibits import exhibits_of
from suyuan.methods.surveys.places import Place, places_of
from suyuan.methods.surveys.readings import readings_of
from suyuan.methods.surveys.rows import ExhibitRow, FindingRow, TestRow
from suyuan.methods.surveys.tables import absent_rows, answer_row, item_row, mean_row, questionnaire_rows
from suyuan.methods.surveys.tested import tested_in
from suyuan.methods.surveys.words import survey_words
from suyuan.records import Evidence, Fact, Record

PEOPLE = frozenset({"人", "名", "例", "份", "户", "位"})
CLOSE = 8  # characters between a count and its share


def run(declared: Surveys, corpus: Corpus) -> Result:
    """All tables of surveys; what the sources do not print is absent or null, never computed from elsewhere."""
    words = survey_words()
    places = [
        place
        for document in corpus.documents
        for place in places_of(document, [f for f in corpus.facts if f.source_id == document.source_id])
    ]
    readings = list(readings_of(declared, places, words))
    asked = asked_of(declared, readings, words)
    evidence: dict[str, Evidence] = {}
    counted = counts_before_shares(places)
    facts = [*(r.fact for r in readings), *counted.values()]
    ids = {}
    for fact in facts:
        item = evidence_of_record(declared.id, fact)
        ids[fact.fact_id] = item.evidence_id
        evidence[item.evidence_id] = item
    tests: list[TestRow] = []
    findings: list[FindingRow] = [row for each in asked for row in item_findings(each, ids)]
    findings += share_findings(readings, counted, ids)
    for place in places:
        for tested in tested_in(declared.id, place, asked):
            tests.append(tested.row)
            findings += tested.findings
            evidence[tested.evidence.evidence_id] = tested.evidence
    absent, named = absent_rows(declared, asked, places)
    evidence |= {item.evidence_id: item for item in named}
    exhibits: list[ExhibitRow] = []
    for document in corpus.documents:
        own = [place for place in places if place.document is document]
        rows, shown = exhibits_of(declared.id, document, own)
        exhibits += rows
        evidence |= {item.evidence_id: item for item in shown}
    tables: dict[str, Sequence[Record]] = {
        "questionnaires": questionnaire_rows(declared, readings, asked, ids, corpus.titles),
        "items": [*(item_row(each, ids) for each in asked), *absent],
        "answers": [answer_row(each, answer, ids, declared) for each in asked for answer in each.shares],
        "means": [mean_row(each, answer, ids, declared) for each in asked for answer in each.means],
        "tests": tests,
        "exhibits": exhibits,
        "findings": findings,
    }
    used = {i for rows in tables.values() for row in rows for i in getattr(row, "evidence_ids", ())}
    return Result(tables, [item for item in evidence.values() if item.evidence_id in used])


def counts_before_shares(places: Iterable[Place]) -> dict[str, Fact]:
    """Counts of people that a share follows at once (231人，占50.7%), by the fact id of the share."""
    found = {}
    for place in places:
        for first, second in pairwise(place.facts):
            if (
                first.unit in PEOPLE
                and second.unit == "%"
                and first.comparator == "="
                and len(place.between(first, second)) <= CLOSE
            ):
                found[second.fact_id] = first
    return found
