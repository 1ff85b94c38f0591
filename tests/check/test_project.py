"""suyuan check: one run shows everything that is wrong with a project, and nothing where all is well."""

import shutil
from pathlib import Path

import pytest

from suyuan.check import check_project
from suyuan.problems import problem_line

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path):
    """A copy of this repository's config/ and raw/, to break."""
    for folder in ("config", "raw"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("originals", "__pycache__")
        )
    return tmp_path


def lines(project, **more):
    return [problem_line(problem) for problem in check_project(project, **more)]


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_this_repository_is_in_order():
    assert [line for line in lines(ROOT) if "raw/originals/" not in line] == []


def test_a_copy_is_in_order_whatever_its_place(project):
    assert lines(project) == []


CONFIG = "What to do: correct the key; config/README.md lists them all"
ENTRY = "\n- {action: confirm, source: %s, edition: %s, quote: {surface: 5项}, reason: x, who: y, when: 2026-01-31}\n"


def test_an_unknown_key_of_the_configuration_does_not_hide_the_rest(project):
    append(project / "config/config.yaml", "shrads: 2\n")
    (project / "raw/digests/samr2024.html").unlink()
    assert lines(project) == [
        f"error: config/config.yaml: shrads: unknown key; did you mean 'shards'?. {CONFIG}",
        "error: raw/digests/samr2024.html: edition digest: the file is missing. "
        "What to do: put it back, or take the edition out of the card samr2024 in raw/sources.yaml",
    ]


def test_no_configuration(project):
    (project / "config/config.yaml").unlink()
    assert lines(project) == [f"error: config/config.yaml: no such file. {CONFIG}"]


@pytest.mark.parametrize(
    ("source", "edition", "message"),
    [
        ("liu2032", "digest", "no source card has the id 'liu2032'. What to do: did you mean 'liu2023'?"),
        (
            "samr2024",
            "original",
            "the card samr2024 has no edition original. What to do: known: text, digest",
        ),
    ],
)
def test_corrections_without_a_target(project, source, edition, message):
    (project / "raw/corrections.yaml").write_text(ENTRY % (source, edition), encoding="utf-8")
    assert lines(project) == [f"error: raw/corrections.yaml: confirm '5项': {message}"]


def test_a_source_of_collected_numbers_with_the_id_of_a_card_of_another(project):
    path = project / "raw/collected.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",csres,", ",outline2021,"), encoding="utf-8")
    (first, *others) = lines(project)
    assert first.startswith(
        "error: raw/collected.csv: column source_id: 'outline2021' is the id of a card with another"
    )
    assert all("for the same source outline2021" in line for line in others)


@pytest.mark.parametrize(
    "name", ["measures.yaml", "dimensions.yaml", "areas.csv", "figures.yaml", "tables.yaml"]
)
def test_a_missing_table(project, name):
    (project / "config" / name).unlink()
    assert lines(project) == [
        f"error: config/{name}: no such file. What to do: put it back, or correct its path in config/config.yaml"
    ]


def test_tables_under_other_names(project):
    (project / "config/measures.yaml").rename(project / "config/catalogue.yaml")
    (project / "raw/collected.csv").rename(project / "raw/found.csv")
    text = (project / "config/config.yaml").read_text(encoding="utf-8")
    text = text.replace("config/measures.yaml", "config/catalogue.yaml").replace(
        "raw/collected.csv", "raw/found.csv"
    )
    (project / "config/config.yaml").write_text(text, encoding="utf-8")
    assert lines(project) == []


def test_a_figure_of_a_measure_that_is_not_listed(project):
    path = project / "config/figures.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("measure: coordinated_", "measure: cordinated_", 1), encoding="utf-8")
    assert lines(project) == [
        "error: config/figures.yaml: figure coordinated_local_standards, series 1: unknown measure "
        "cordinated_local_standards. What to do: did you mean 'coordinated_local_standards'? (config/measures.yaml)"
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("measures.yaml", "\n  - id: x\n    lable: {zh: x, en: x}\n"),
        ("figures.yaml", "\n  - id: x\n    knid: time_series\n"),
        ("tables.yaml", "\n  - id: x\n    knid: acts\n"),
        (
            "tables.yaml",
            "\n  - {id: x, title: {zh: x, en: x}, rows: [{measure: cordinated_local_standards}]}\n",
        ),
        ("areas.csv", "甲地,甲地,planet,,,,,\n"),
        ("measure_decisions.csv", "f1,,,,no_such_measure,某人,2026-01-31,为何\n"),
    ],
)
def test_a_table_with_a_fault(project, name, text):
    append(project / "config" / name, text)
    found = lines(project)
    assert found and all(line.startswith(f"error: config/{name}: ") for line in found)
    assert str(project) not in "".join(found)


def test_originals_of_another_folder(project, tmp_path):
    (tmp_path / "mine").mkdir()
    assert lines(project, originals=tmp_path / "mine") == []
    (found,) = lines(project, originals=tmp_path / "none")
    assert found.startswith(
        "error: config/config.yaml: originals: there is no folder 'none' with your own copies."
    )
