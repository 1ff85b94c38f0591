"""Generated parts of documents, made from a small project."""

import csv
import json

import pytest
import yaml

from suyuan.docs import Built, MarkerError, renewed, stale
from suyuan.docs.write import WRITER, body, main

CARD = {
    "id": "s1",
    "title": {"zh": "《题|一》"},
    "journal": "刊",
    "dates": {"published": "2023-11"},
    "language": "zh",
    "editions": [
        {"edition": "digest", "file": "raw/digests/s1.pdf", "sha256": "0" * 64, "obtained": "for a test"},
    ],
}
LOCATOR = {
    "locator_kind": "pdf",
    "boxes": "2:10.0,20.5,30.0,40.0",
    "address": "",
    "text_start": "",
    "text_end": "",
}
FACT = LOCATOR | {
    "fact_id": "f1", "source_id": "s1", "edition": "digest", "surface": "75项", "sentence": "共75项，其中75项。",
    "measure_id": "m",
    "cited_at": "2.1", "low": "75", "high": "76", "low_open": "false", "high_open": "true", "unit": "项", "bound_rule": "余",
    "page": "2",
}  # fmt: skip
HAND = FACT | {
    "fact_id": "f2",
    "source_id": "s2",
    "edition": "collected",
    "locator_kind": "collected",
    "cited_at": "",
}
OBSERVATION = LOCATOR | {
    "observation_id": "o1", "measure_id": "m", "REF_AREA": "京津冀", "TIME_PERIOD": "2022", "breakdown": "", "grade": "primary",
    "fact_ids": "f1;f2", "source_id": "s1", "edition": "digest",
}  # fmt: skip
TABLES = {
    "facts": [FACT, HAND, FACT | {"fact_id": "f3", "measure_id": ""}],
    "observations": [OBSERVATION],
    "numerals": [{"numeral_class": "fact"}, {"numeral_class": "unread"}, {"numeral_class": "date"}],
    "series": [{"series_id": "a"}, {"series_id": "a"}],
    "acts": [{"act_id": "x"}],
    "links": [{"link_id": str(n)} for n in range(1200)],
    "problems": [{"severity": "error"}, {"severity": "note"}],
}
SIDECAR = {
    "title": "图",
    "pictures": {"double": {"svg": "fig.zh.double.svg"}, "single": {"svg": "fig.zh.single.svg"}},
    "built_from_digests": ["s1"],
    "marks": [{"facts": [{"source_id": "s1"}], "acts": []}, {"facts": [{"source_id": "s2"}], "acts": []}],
}
MEASURES = """measures:
  - {id: m, label: {zh: 数量, en: number}, definition: for a test, unit: 项, kind: stock, phrases: [数量]}
  - {id: n, label: {zh: 份额, en: share}, definition: for a test, unit: '%', kind: share, phrases: [份额]}
"""


@pytest.fixture
def project(tmp_path):
    for folder in ("processed", "figures", "raw", "config", "docs"):
        (tmp_path / folder).mkdir()
    for name, rows in TABLES.items():
        with (tmp_path / f"processed/{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
    resources = [{"path": "facts.csv", "description": "One row a mention."}]
    put(tmp_path / "processed/datapackage.json", {"resources": resources})
    put(tmp_path / "figures/fig.zh.json", SIDECAR)
    put(tmp_path / "figures/index.json", {"figures": [{"id": "fig", "title": {"zh": "图", "en": "Figure"}}]})
    (tmp_path / "raw/sources.yaml").write_text(yaml.safe_dump([CARD], allow_unicode=True), encoding="utf-8")
    (tmp_path / "config/measures.yaml").write_text(MEASURES, encoding="utf-8")
    return tmp_path


def put(path, value):
    path.write_text(json.dumps(value), encoding="utf-8")


def test_the_corpus_is_counted_by_source(project):
    lines = body("corpus", "", Built(project)).splitlines()
    assert lines[2:5] == [
        "| `s1` 《题\\|一》 (刊，2023-11) | digest | 2 | 1 | 1 |",
        "| 1 source read by hand | collected | 1 | 1 | 0 |",
        "| **all** |  | **3** | **2** | **1** |",
    ]
    assert lines[-1] == (
        "1 measure of 2 in the catalogue are stated; 1 series with 2 points; 1 policy act; 1,200 links between places; "
        "3 numerals of documents accounted for, 1 of them unread, with the reason; 1 error and 0 warnings in `problems.csv`."
    )


def test_an_example_has_words_source_places_and_ids(project):
    lines = body("example m 京津冀 2022", "", Built(project)).splitlines()
    assert lines[2:] == [
        "| number | **75项** 数量 number, 京津冀, 2022 |",
        "| words | 共**75项**，其中75项。 |",
        "| source | 《题\\|一》，刊; grade primary |",
        "| in the paper | 2.1 |",
        "| read from | `raw/digests/s1.pdf`, page 2, box from 10, 20.5 to 30, 40 (points from the top left) |",
        "| allows | from 75 to less than 76 项 (余) |",
        "| stated again | 75项 (s2) |",
        "| ids | `o1` ← `f1` |",
    ]


def test_a_figure_leads_to_its_picture_and_caption(project):
    assert body("figure fig zh", "../", Built(project)) == (
        "![图 · Figure](../figures/fig.zh.double.svg)\n\n*图 · Figure*: 2 marks from 2 sources, some read as digests; "
        "[caption with every value and its source](../figures/fig.zh.md)."
    )


def test_tables_are_listed_with_their_rows(project):
    assert (
        body("tables", "", Built(project)).splitlines()[-1]
        == "| `processed/facts.csv` | One row a mention. | 3 |"
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nothing", "nothing makes a part 'nothing'"),
        ("figure fig", "missing a required argument: 'language'"),
        ("figure other zh", r"figures/other\.zh\.json is not there"),
        ("example m 京津冀 2021", "0 observations of m, 京津冀, 2021"),
    ],
)
def test_what_cannot_be_made_says_why(project, name, message):
    with pytest.raises(ValueError, match=message):
        body(name, "", Built(project))


def marked(name, by=WRITER):
    return f"a\n<!-- {name}: generated by {by} -->\nold\n<!-- end of {name} -->\nb\n"


def test_only_parts_of_this_command_are_renewed(project):
    text = marked("tables") + marked("corpus", "another command")
    new = renewed(text, "", Built(project))
    assert new.startswith("a\n<!-- tables") and "processed/facts.csv" in new
    assert new.endswith(marked("corpus", "another command"))


def test_the_command_names_and_writes_what_is_stale(project, capsys):
    (project / "README.md").write_text("no part", encoding="utf-8")
    page = project / "docs/page.md"
    page.write_text(marked("figure fig zh"), encoding="utf-8")
    assert list(stale(project)) == [page]
    assert main([str(project)]) == 1 and capsys.readouterr().out.startswith("stale: docs/page.md")
    assert main([str(project), "--write"]) == 0 and capsys.readouterr().out == "written: docs/page.md\n"
    assert "(../figures/fig.zh.double.svg)" in page.read_text(encoding="utf-8")
    assert main([str(project)]) == 0 and stale(project) == {}


def test_a_part_that_cannot_be_made_is_an_error_with_its_document(project, capsys):
    (project / "README.md").write_text(marked("nothing"), encoding="utf-8")
    with pytest.raises(MarkerError, match=r"README\.md: nothing makes"):
        stale(project)
    assert main([str(project)]) == 2 and "README.md: nothing makes" in capsys.readouterr().err


def test_a_project_that_is_not_built_says_which_table_is_missing(project, capsys):
    (project / "README.md").write_text(marked("corpus"), encoding="utf-8")
    (project / "processed/facts.csv").unlink()
    assert main([str(project)]) == 2 and "facts.csv" in capsys.readouterr().err
