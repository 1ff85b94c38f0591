from pathlib import Path

import pytest

from suyuan.reconcile import read_catalogue
from suyuan.reconcile.dimensions import read_spellings

ROOT = Path(__file__).parents[2]
GOOD = """\
measures:
  - id: sales
    label: {zh: 销量, en: Sales}
    definition: sold
    unit: 辆
    kind: flow
    phrases: [销量]
"""


def catalogue(tmp_path, text):
    path = tmp_path / "config" / "measures.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return read_catalogue(path)


def test_the_catalogue_of_the_project_has_no_mistakes():
    found, problems = read_catalogue(ROOT / "config/measures.yaml", ROOT / "config/dimensions.yaml")
    assert problems == []
    assert found.get("coordinated_local_standards").unit == "项"
    assert found.get("nothing") is None


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("unit:", "unti:", "unknown key; did you mean 'unit'?"),
        ("kind: flow", "kind: flows", "did you mean 'flow'?"),
        ("id: sales", "id: Sales Total", "does not fit"),
        ("label: {zh: 销量, en: Sales}", "label: {zh: 销量}", "label needs zh and en"),
        ("phrases: [销量]", "phrases: []", "phrases"),
        ("phrases: [销量]", "phrases: ['']", "is blank"),
        ("phrases: [销量]", "phrases: [销量]\n    must: [' ']", "is blank"),
    ],
)
def test_a_mistake_leaves_out_its_measure_and_says_what_to_do(tmp_path, old, new, what):
    second = GOOD.replace("measures:\n", "").replace("id: sales", "id: other")
    found, problems = catalogue(tmp_path, GOOD.replace(old, new) + second)
    assert list(found.measures) == ["other"]
    assert any(what in problem.what for problem in problems)
    assert all(p.file == "config/measures.yaml" and p.where.startswith("line ") and p.todo for p in problems)


def test_two_measures_of_one_id(tmp_path):
    found, problems = catalogue(tmp_path, GOOD + GOOD.replace("measures:\n", ""))
    assert len(found.measures) == 1
    assert "a second entry has the id sales" in problems[0].what


@pytest.mark.parametrize("text", ["", "measures:", "measures: {a: 1}", "a: [", "- 1"])
def test_an_unreadable_file_gives_one_problem(tmp_path, text):
    found, problems = catalogue(tmp_path, text)
    assert found.measures == {}
    assert len(problems) == 1


def test_an_absent_file_gives_one_problem(tmp_path):
    assert len(read_catalogue(tmp_path / "measures.yaml")[1]) == 1


def test_spellings_of_dimensions(tmp_path):
    path = tmp_path / "dimensions.yaml"
    path.write_text("dimensions:\n  领域:\n    交通: [交通运输]\n  坏: [交通]\n", encoding="utf-8")
    spellings, problems = read_spellings(path)
    assert spellings == {"领域": {"交通": "交通", "交通运输": "交通"}}
    assert len(problems) == 1
    assert "坏" in problems[0].where
