"""Source cards: every field teaches, every example is valid, every bad example is refused; messages word by word."""

from pathlib import Path

import jsonschema
import pytest

from suyuan.records import Record
from suyuan.sources.card import Card, EditionCard, line_of_hash
from suyuan.sources.cardparts import Dates, Title
from suyuan.suggest import validate
from suyuan.yamlfile import read_yaml

ROOT = Path(__file__).parents[2]
HASH = "0" * 64
GOOD = {
    "id": "one2024",
    "title": {"zh": "标题"},
    "publisher": "某报",
    "dates": {"published": "2024"},
    "language": "zh",
    "editions": [{"edition": "text", "file": "raw/originals/one2024.txt", "obtained": "own copy"}],
}
BASE: dict[type[Record], dict] = {
    Card: GOOD,
    Title: {"zh": "标题"},
    Dates: {},
    EditionCard: {"edition": "text", "file": "raw/digests/one.txt", "sha256": HASH, "obtained": "own copy"},
}
FIELDS = [(model, name) for model in BASE for name in model.model_fields]


def with_(**changes):
    return {**GOOD, **changes}


def messages(data):
    return [f"{fault.path}: {fault.message}" for fault in validate(Card, data)[1]]


@pytest.mark.parametrize(("model", "name"), FIELDS)
def test_each_field_has_description_examples_and_bad_examples(model, name):
    field = model.model_fields[name]
    assert field.description and field.examples
    bad = field.json_schema_extra["examples_bad"]
    assert bad
    for example in field.examples:
        assert validate(model, {**BASE[model], name: example})[1] == []
    for example in bad:
        _, faults = validate(model, {**BASE[model], name: example})
        assert any(fault.loc and fault.loc[0] == name for fault in faults), example


def test_every_card_has_the_sources_asked_for():
    cards = [Card.model_validate(item) for item in read_yaml(ROOT / "raw/sources.yaml").data]
    assert [card.id for card in cards] == [
        "liu2023", "samr2024", "liumin2024", "ma2018", "wei2026", "outline2021", "newind2023",
    ]  # fmt: skip
    assert {card.id: card.dates.for_document().told for card in cards} == {
        "liu2023": "2023-11", "samr2024": "2024-12-13", "liumin2024": "2024", "ma2018": "2018-06", "wei2026": "2026-04",
        "outline2021": "2021-10-10", "newind2023": "2023-08",
    }  # fmt: skip
    assert all(card.edition("text").file == f"raw/originals/{card.id}.txt" for card in cards)


def test_cards_in_git_fit_the_json_schema():
    from suyuan.schemas import MAKERS

    schema = MAKERS["sources.json"]()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(read_yaml(ROOT / "raw/sources.yaml").data)


EDITION = GOOD["editions"][0]
CASES = [
    (with_(titel={"zh": "标题"}), ["titel: unknown key; did you mean 'title'?"]),
    (with_(isbn="1"), ["isbn: unknown key; known: id, title, authors, publisher, journal, kind, dates, doi, address, "
                       "language, licence, subject_areas, grade, note, editions"]),
    (with_(dates={"publshed": "2024"}), ["dates.publshed: unknown key; did you mean 'published'?"]),
    (with_(editions=[{**EDITION, "flie": "x"}]), ["editions[0].flie: unknown key; did you mean 'file'?"]),
    (with_(editions=[{**EDITION, "edition": "orginal"}]),
     ["editions[0].edition: 'orginal' is not one of original, text, digest; did you mean 'original'?"]),
    (with_(editions=[{**EDITION, "edition": 5}]), ["editions[0].edition: 5 is not one of original, text, digest"]),
    (with_(editions=[]), ["editions: expected at least one item"]),
    (with_(editions=None), ["editions: expected a list, got nothing"]),
    (with_(editions=[{**EDITION, "file": "/home/me/x.pdf"}]),
     ["editions[0].file: '/home/me/x.pdf' is no plain path; write it from the project's root, such as "
      "raw/digests/liu2023.pdf"]),
    (with_(editions=[{**EDITION, "file": "raw\\digests\\x.pdf"}]),
     ["editions[0].file: 'raw\\\\digests\\\\x.pdf' is no plain path; write it from the project's root, such as "
      "raw/digests/liu2023.pdf"]),
    (with_(editions=[{**EDITION, "file": "papers/x.pdf"}]), ["editions[0].file: 'papers/x.pdf' does not lie under raw/"]),
    (with_(editions=[{**EDITION, "file": "raw/digests/x.pdf"}]),
     ["editions[0]: sha256 is missing for raw/digests/x.pdf, a file in git; "
      "python -m suyuan.sources.hashes raw/digests/x.pdf prints the line to add"]),
    (with_(editions=[{**EDITION, "sha256": "ABC"}]),
     ["editions[0].sha256: 'ABC' does not fit: 64 hex digits; required for a file in git, recorded on reading for your "
      "own copies (python -m suyuan.sources.hashes prints the line); for example "
      "'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'"]),
    (with_(editions=[EDITION, {**EDITION, "file": "raw/originals/b.txt"}]), [": editions: the edition text is given twice"]),
    (with_(editions=[EDITION, {**EDITION, "edition": "original"}]),
     [": editions: the file raw/originals/one2024.txt is given twice"]),
    (with_(publisher=None), [": give publisher or journal"]),
    (with_(publisher=""), ["publisher: is empty; leave the key out or give it a value"]),
    (with_(title={}), ["title: give at least one of zh, en"]),
    (with_(title="标题"), ["title: expected keys with values, got '标题'"]),
    (with_(authors="张三"), ["authors: expected a list, got '张三'"]),
    (with_(authors=[7]), ["authors[0]: expected text, got 7; put it in quotes if it is meant as text"]),
    (with_(dates={"published": "2023-02-29"}), ["dates.published: '2023-02-29': the day 2023-02-29 is not in the calendar"]),
    (with_(dates={"said": "2024-08-14", "reposted": "2024-03"}), ["dates: reposted 2024-03 is before said 2024-08-14"]),
    (with_(dates={"said": "2024", "reposted": "2023-12"}), ["dates: reposted 2023-12 is before said 2024"]),
    (with_(language="Chinese"),
     ["language: 'Chinese' does not fit: main language of the text as a BCP 47 tag; for example 'zh'"]),
    (with_(doi="doi:10.1/x"), ["doi: 'doi:10.1/x' does not fit: DOI without https://doi.org/; for example "
                               "'10.3969/j.issn.1674-5698.2023.11.001'"]),
    ({key: value for key, value in GOOD.items() if key != "language"},
     ["language: missing: main language of the text as a BCP 47 tag"]),
    ("just a text", [": expected keys with values, got 'just a text'"]),
    (None, [": expected keys with values, got nothing"]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), CASES, ids=range(len(CASES)))
def test_messages(data, expected):
    assert messages(data) == expected


@pytest.mark.parametrize(
    "dates",
    [
        {"said": "2024-08-14", "reposted": "2024-12-13"},
        {"said": "2024-08-14", "published": "2024-08"},
        {"published": "XXXX-05-16", "reposted": "2020"},
        {"published": 2018},
        {},
    ],
)
def test_dates_that_are_in_order(dates):
    assert messages(with_(dates=dates)) == []


def test_dates_resolve_against_the_first_present():
    dates = Dates(published="2024", reposted="2024-12-13")
    assert dates.for_document().told == "2024"


def test_label_and_edition():
    card = Card.model_validate(with_(title={"en": "Title"}))
    assert card.label == "Title" and card.edition("digest") is None and not card.editions[0].in_git


def test_line_of_hash():
    assert line_of_hash("raw/x.pdf", HASH) == f"sha256: {HASH}  # raw/x.pdf"
    with pytest.raises(ValueError, match="no sha256"):
        line_of_hash("raw/x.pdf", "0")
