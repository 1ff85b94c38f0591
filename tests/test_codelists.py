from pathlib import Path

import pytest

from suyuan.codelists import english, form_fault, short_form
from suyuan.facts.breakdowns import load_dimensions
from suyuan.reconcile import dimension_label, read_catalogue, read_labels, value_label
from suyuan.reconcile.dimensions import read_spellings

ROOT = Path(__file__).resolve().parents[1]
SHORT = {"线上": ["网络"], "线下": ["现场"]}
LONG = {"en": "Form", "values": {"线上": {"en": "Online", "words": ["网络"]}, "线下": {"words": ["现场"]}}}
LONG_YAML = "dimensions:\n  形式:\n    en: Form\n    values:\n      线上: {en: Online, words: [网络]}\n      线下: {}\n"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (SHORT, SHORT),
        (LONG, SHORT),
        ({"values": {"线上": {"en": "Online"}, "线下": ["现场"]}}, {"线上": ["线上"], "线下": ["现场"]}),
        ({"线上": {"en": "Online", "words": []}}, {"线上": []}),
        (
            {"values": ["网络"]},
            {"values": ["网络"]},
        ),  # a dimension in the short form with a value of that name
        (["网络"], ["网络"]),
    ],
)
def test_both_forms_say_the_same_words(entry, expected):
    assert short_form(entry) == expected


def test_english_labels_are_those_that_are_given():
    assert english(LONG) == ("Form", {"线上": "Online"})
    assert english(SHORT) == (None, {})


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (SHORT, None),
        (LONG, None),
        ({**LONG, "label": "Form"}, "unknown key 'label'"),
        ({"values": {"线上": {"word": ["网络"]}}}, "线上: unknown key 'word'"),
        ({"en": " ", "values": SHORT}, "en: ' ' is no label"),
        ({"values": {"线上": {"en": 310}}}, "线上: en: 310 is no label"),
    ],
)
def test_a_fault_of_the_long_form_is_named(entry, fault):
    found = form_fault(entry)
    assert found == fault if fault is None else found is not None and fault in found


def test_the_long_form_is_read_by_extraction_catalogue_and_labels(tmp_path: Path):
    path = tmp_path / "dimensions.yaml"
    path.write_text(LONG_YAML, encoding="utf-8")
    assert load_dimensions(path).dimensions["形式"] == {"线上": ("网络",), "线下": ("线下",)}
    spellings, problems = read_spellings(path)
    assert (spellings["形式"], problems) == ({"网络": "线上", "线上": "线上", "线下": "线下"}, [])
    labels = read_labels(path)
    assert [dimension_label(labels, "形式", language) for language in ("zh", "en")] == ["形式", "Form"]
    assert [value_label(labels, "形式", value, "en") for value in ("线上", "线下", "其他")] == [
        "Online",
        "线下",
        "其他",
    ]
    assert value_label(labels, "性别", "女", "en") == "Women"  # a dimension of the language


def test_a_fault_is_a_problem_with_its_line_and_leaves_the_others(tmp_path: Path):
    path = tmp_path / "dimensions.yaml"
    path.write_text(LONG_YAML + "  坏:\n    values: {甲: {wörter: [乙]}}\n", encoding="utf-8")
    spellings, problems = read_spellings(path)
    assert list(spellings) == ["形式"]
    assert problems[0].where == "line 7, 坏"
    assert "unknown key 'wörter'" in problems[0].what
    assert read_labels(path).dimensions["形式"] == "Form"


def test_labels_of_an_unreadable_table_are_those_of_the_language(tmp_path: Path):
    assert read_labels(tmp_path / "none.yaml").dimensions == read_labels(None).dimensions != {}


def test_every_dimension_and_value_of_the_project_has_an_english_label():
    catalogue, problems = read_catalogue(ROOT / "config/measures.yaml", ROOT / "config/dimensions.yaml")
    assert problems == []
    named = {name for measure in catalogue.measures.values() for name in measure.dimensions}
    assert named <= set(catalogue.dimensions)
    for dimension, spellings in catalogue.dimensions.items():
        assert dimension_label(catalogue.labels, dimension, "en").isascii(), dimension
        for value in set(spellings.values()):
            assert value_label(catalogue.labels, dimension, value, "en").isascii(), (dimension, value)


def test_a_value_implied_by_a_measure_is_listed():
    catalogue, _ = read_catalogue(ROOT / "config/measures.yaml", ROOT / "config/dimensions.yaml")
    for measure in catalogue.measures.values():
        for name, value in measure.implies.items():
            assert value in catalogue.dimensions[name].values(), measure.id
