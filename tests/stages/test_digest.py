"""The digest of a stage changes with the modules and data files that it uses, and with no other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from suyuan.stages import digest
from suyuan.stages.digest import STAGES, closure, data_files, stage_digest, stage_digests

MODULES = {
    "__init__.py": "",
    "base.py": "X = 1\n",
    "words.py": 'from suyuan.data import load\nTABLE = load("units.yaml")\n',
    "reading/__init__.py": "from suyuan.reading.text import read\n",
    "reading/text.py": "from ..base import X\n\ndef read():\n    import suyuan.late\n",
    "late.py": "",
    "facts/__init__.py": "",
    "facts/grammar.py": "from suyuan import words\nfrom . import helper\n",
    "facts/helper.py": "import json\n",
    "by_name.py": 'import importlib\nRULES = importlib.import_module("suyuan.rules")\n',
    "rules.py": "",
    "data/__init__.py": "def load(name): ...\n",
    "data/units.yaml": "项: classifier\n",
    "data/schemas/card.json": "{}\n",
    "stages/__init__.py": "",
    "stages/read.py": "from suyuan.reading import read\n",
    "stages/extract.py": "from suyuan.facts.grammar import words\nimport suyuan.base\n",
    "stages/register.py": 'import suyuan.by_name\nSCHEMAS = "schemas"\n',
}
STAGES_OF_COPY = ("suyuan.stages.read", "suyuan.stages.extract", "suyuan.stages.register")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for name, text in MODULES.items():
        path = tmp_path / "suyuan" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "suyuan"


def changed_by_edit(package: Path, name: str) -> set[str]:
    before = {stage: stage_digest([stage], package) for stage in STAGES_OF_COPY}
    path = package / name
    path.write_text(path.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
    return {
        stage.rpartition(".")[2]
        for stage in STAGES_OF_COPY
        if stage_digest([stage], package) != before[stage]
    }


@pytest.mark.parametrize(
    ("edited", "stages"),
    [
        ("base.py", {"read", "extract"}),
        ("reading/text.py", {"read"}),
        ("reading/__init__.py", {"read"}),
        ("late.py", {"read"}),  # imported inside a function
        ("facts/helper.py", {"extract"}),  # from . import helper
        ("facts/__init__.py", {"extract"}),  # runs when facts.grammar is imported
        ("words.py", {"extract"}),
        ("data/units.yaml", {"extract"}),
        ("data/__init__.py", {"extract"}),
        ("rules.py", {"register"}),  # imported by name
        ("data/schemas/card.json", {"register"}),  # by the name of its folder
        ("stages/read.py", {"read"}),
        ("__init__.py", {"read", "extract", "register"}),
        ("stages/__init__.py", {"read", "extract", "register"}),
    ],
)
def test_an_edit_changes_the_stages_that_import_it(package: Path, edited: str, stages: set[str]) -> None:
    assert changed_by_edit(package, edited) == stages


def test_new_data_file_nobody_names_changes_nothing(package: Path) -> None:
    before = stage_digest(["suyuan.stages.read"], package)
    (package / "data" / "other.csv").write_text("a\n", encoding="utf-8")
    assert stage_digest(["suyuan.stages.read"], package) == before


def test_digest_does_not_depend_on_the_folder(package: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "suyuan"
    shutil.copytree(package, copy)
    for stage in STAGES_OF_COPY:
        assert stage_digest([stage], package) == stage_digest([stage], copy)


def test_unknown_module_is_an_error(package: Path) -> None:
    with pytest.raises(ValueError, match=r"suyuan\.stages\.nothing"):
        stage_digest(["suyuan.stages.nothing"], package)


def test_every_stage_has_a_digest_of_its_own() -> None:
    digests = stage_digests()
    assert list(digests) == list(STAGES)
    assert len(set(digests.values())) == len(STAGES)


def test_editing_the_real_package_changes_only_what_uses_it(tmp_path: Path) -> None:
    """On a copy: the grammar of numbers concerns what extracts, not what registers or reads."""
    copy = tmp_path / "suyuan"
    shutil.copytree(digest.PACKAGE_FOLDER, copy, ignore=shutil.ignore_patterns("__pycache__"))
    before = stage_digests(copy)
    edited = "suyuan.facts"
    source = digest.modules_of(copy)[edited]
    source.write_text(source.read_text(encoding="utf-8") + "\n# edited\n", encoding="utf-8")
    after = stage_digests(copy)
    users = {stage for stage in STAGES if edited in closure([f"suyuan.stages.{stage}"])}
    assert {stage for stage in STAGES if before[stage] != after[stage]} == users
    assert "extract" in users
    assert "read" not in users


def test_every_data_file_belongs_to_a_module() -> None:
    """A data file that no module names would not make its stage run again."""
    folder = digest.PACKAGE_FOLDER
    sources = [path for path in folder.rglob("*.py") if "__pycache__" not in path.parts]
    assert set(digest._all_data(folder)) - data_files(sources) == set()
