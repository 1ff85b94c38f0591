"""pyproject.toml, the requirement files and environment.yml say the same, and nothing of the machine they were made on."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "workflow" / "lib" / "suyuan"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
LOCKS = ("requirements", "requirements-build", "requirements-dev", "requirements-ocr")
CONDA_NAMES = {"snakemake-minimal": "snakemake"}
# Names under which packages are imported where they differ from their own.
IMPORTED_AS = {
    "pdfminer-six": "pdfminer",
    "pdfminer.six": "pdfminer",
    "pillow": "PIL",
    "python-docx": "docx",
    "pyyaml": "yaml",
}
# Named in pyproject.toml, though no module of the package imports it itself.
WITHOUT_IMPORT = {
    "ipykernel": "started as a process of its own, to run notebooks",
    "mplfonts": "only its font file is used, by path",
}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def split(requirement: str) -> tuple[str, str]:
    """(name, version range) of a requirement without extras and markers."""
    match = re.fullmatch(
        r"([A-Za-z0-9_.-]+?)\s*((?:[<>=!~]=?[^;#]*)?)", requirement.split(";")[0].split("#")[0].strip()
    )
    assert match, requirement
    return plain(match.group(1)), match.group(2).strip()


def ranges(requirements: list[str]) -> dict[str, str]:
    return dict(split(requirement) for requirement in requirements)


def asked(name: str) -> dict[str, str]:
    """Names and ranges of a .in file."""
    lines = (ROOT / f"{name}.in").read_text(encoding="utf-8").splitlines()
    return ranges([line for line in lines if line and not line.startswith(("#", "-"))])


def pinned(name: str) -> dict[str, set[str]]:
    """Versions of each package in a .txt file."""
    found: dict[str, set[str]] = {}
    for line in (ROOT / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        match = re.match(r"([A-Za-z0-9_.-]+)==([^ ;\\]+)", line)
        if match:
            found.setdefault(plain(match.group(1)), set()).add(match.group(2))
    return found


def test_requirements_are_those_of_the_project() -> None:
    wanted = ranges([*PROJECT["dependencies"], *EXTRAS["workflow"], *EXTRAS["test"]])
    assert asked("requirements") == wanted


@pytest.mark.parametrize("extra", ["dev", "ocr"])
def test_requirements_of_extras_are_those_of_the_project(extra: str) -> None:
    assert asked(f"requirements-{extra}") == ranges(EXTRAS[extra])


def test_build_backends_are_those_of_the_project() -> None:
    backends = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"][
        "requires"
    ]
    assert ranges(backends).items() <= asked("requirements-build").items()
    assert "setuptools" in asked("requirements-build")  # two dependencies come as source


def test_environment_for_conda_has_the_same_packages() -> None:
    content = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    plain_names = [entry for entry in content["dependencies"] if isinstance(entry, str)]
    with_pip = [entry for part in content["dependencies"] if isinstance(part, dict) for entry in part["pip"]]
    found = ranges([*plain_names, *with_pip])
    assert found.pop("python") == ">=3.11,<3.14"
    found.pop("pip")
    found = {CONDA_NAMES.get(name, name): version for name, version in found.items()}
    assert found == asked("requirements")


@pytest.mark.parametrize("name", LOCKS)
def test_everything_asked_for_is_pinned_in_range(name: str) -> None:
    from packaging.specifiers import SpecifierSet

    versions = pinned(name)
    for package, wanted in asked(name).items():
        assert package in versions, f"{package} is not in {name}.txt: make requirements"
        assert all(SpecifierSet(wanted).contains(version) for version in versions[package])


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_hashes_and_no_host(name: str) -> None:
    text = (ROOT / f"{name}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text)
    pins = [block for block in blocks if "==" in block]
    assert pins
    assert all("--hash=sha256:" in block for block in pins)
    assert not re.search(r"://|--index|--find-links|--trusted-host|@|(^|\s)/\w", text)


def test_locks_agree_on_versions() -> None:
    base = pinned("requirements")
    for name in LOCKS[1:]:
        for package, versions in pinned(name).items():
            assert versions <= base.get(package, versions), (
                f"{package} differs in {name}.txt: make requirements"
            )


def test_third_party_imports_are_declared() -> None:
    """What the package imports is asked for, and what is asked for is imported."""
    imported: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported.update(alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add((node.module or "").split(".")[0])
    third_party = imported - set(sys.stdlib_module_names) - {"suyuan", ""}
    declared = {split(r)[0] for r in [*PROJECT["dependencies"], *EXTRAS["workflow"], *EXTRAS["ocr"]]}
    names = {IMPORTED_AS.get(name, name.replace("-", "_")) for name in declared}
    assert third_party <= names | {"pydantic_core"}  # comes with pydantic
    unused = (
        names - third_party - {"snakemake", *map(plain, EXTRAS["ocr"])} - {split(n)[0] for n in EXTRAS["ocr"]}
    )
    assert unused == set(WITHOUT_IMPORT), f"declared but never imported: {sorted(unused)}"


def test_importing_the_package_and_its_command_line_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.path.insert(0, 'workflow/lib'); import suyuan, suyuan.cli; "
        "heavy = {'pandas', 'matplotlib', 'jieba', 'trafilatura', 'pdfplumber', 'snakemake', 'suyuan.facts'} & set(sys.modules); "
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


def test_catalogue_entry_and_readmes_are_in_their_places() -> None:
    usage = yaml.safe_load((ROOT / ".snakemake-workflow-catalog.yml").read_text(encoding="utf-8"))["usage"]
    assert set(usage) == {"mandatory-flags", "software-stack-deployment", "report"}
    assert (ROOT / "workflow" / "Snakefile").is_file()
