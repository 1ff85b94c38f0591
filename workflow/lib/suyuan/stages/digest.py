"""Digest of the code behind a stage: Snakemake does not see edits in imported modules, so each rule carries one.

A stage's code is the transitive closure of the ``suyuan`` modules that its own module imports, found in the syntax
tree (also imports inside functions), and the files under ``suyuan/data`` that those modules name: a data file belongs
to every module that holds its name, its path under ``data``, or the name of its folder as a string constant.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PACKAGE = "suyuan"
PACKAGE_FOLDER = Path(__file__).resolve().parents[1]
DATA = "data"

# Stages in the order of the line; each is the module suyuan.stages.NAME, run by the rule in workflow/rules/NAME.smk.
STAGES = (
    "register", "read", "extract", "correct", "reconcile", "observe", "audit", "methods", "tables", "publication_tables",
    "figures", "summary", "pictures", "site", "notebooks",
)  # fmt: skip


def stage_digest(module_names: Iterable[str], package_folder: Path = PACKAGE_FOLDER) -> str:
    """sha256 (hex) over the sources and data files behind ``module_names`` (such as ``suyuan.stages.read``).

    Paths in the digest are relative to the package, so that a copy elsewhere gives the same digest. Raises ValueError
    for a name that is no module of the package.
    """
    modules = closure(module_names, package_folder)
    digest = hashlib.sha256()
    for path in sorted({*modules.values(), *data_files(modules.values(), package_folder)}):
        digest.update(path.relative_to(package_folder).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def stage_digests(package_folder: Path = PACKAGE_FOLDER) -> dict[str, str]:
    """Digest of every stage of the line, by its name."""
    return {name: stage_digest([f"{PACKAGE}.stages.{name}"], package_folder) for name in STAGES}


def closure(module_names: Iterable[str], package_folder: Path = PACKAGE_FOLDER) -> dict[str, Path]:
    """Modules of the package that ``module_names`` import, directly or not, with their files (themselves included)."""
    found: dict[str, Path] = {}
    waiting = list(module_names)
    for name in waiting:
        if module_path(name, package_folder) is None:
            raise ValueError(f"{name} is no module of {package_folder}")
    while waiting:
        name = waiting.pop()
        path = module_path(name, package_folder)
        if name in found or path is None:
            continue
        found[name] = path
        waiting.extend(_imports(path, name, package_folder))
        if "." in name:
            waiting.append(name.rpartition(".")[0])  # importing a module runs the packages above it
    return found


def module_path(name: str, package_folder: Path = PACKAGE_FOLDER) -> Path | None:
    """File of a module of the package, None where there is no such module."""
    head, *rest = name.split(".")
    if head != PACKAGE:
        return None
    base = package_folder.joinpath(*rest)
    for path in (base / "__init__.py", base.with_name(f"{base.name}.py")):
        if path.is_file():
            return path
    return None


def data_files(sources: Iterable[Path], package_folder: Path = PACKAGE_FOLDER) -> set[Path]:
    """Files under ``data`` that the given source files name."""
    spelled: dict[str, set[Path]] = {}
    for path in _all_data(package_folder):
        for name in (path.name, *_tails(path, package_folder)):
            spelled.setdefault(name, set()).add(path)
    names = {name for source in sources for name in _syntax(source, _stamp(source)).strings & spelled.keys()}
    return {path for name in names for path in spelled[name]}


def _tails(path: Path, package_folder: Path) -> Iterator[str]:
    """Spellings of a data file: its path under data, its stem, and the folders of data that it stands in."""
    relative = path.relative_to(package_folder / DATA)
    yield relative.as_posix()
    yield relative.with_suffix("").as_posix()
    yield f"{DATA}/{relative.as_posix()}"
    for parent in relative.parents:
        if parent.parts:
            yield parent.as_posix()
            yield f"{DATA}/{parent.as_posix()}"


def _all_data(package_folder: Path) -> list[Path]:
    return sorted(
        path
        for path in (package_folder / DATA).rglob("*")
        if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts
    )


def _imports(path: Path, module: str, package_folder: Path) -> Iterator[str]:
    """Names of package modules that a source file imports."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    syntax = _syntax(path, _stamp(path))
    for node in syntax.imports:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        else:
            base = _absolute(node, package)
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)
    # importlib.import_module("suyuan.x") and tables of module names
    yield from (text for text in syntax.strings if text.startswith(f"{PACKAGE}."))


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    base = parts[: len(parts) - node.level + 1]
    return ".".join([*base, node.module] if node.module else base)


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size


@dataclass(frozen=True, slots=True)
class _Syntax:
    """What a digest needs of the syntax tree of a file."""

    imports: tuple[ast.Import | ast.ImportFrom, ...]
    strings: frozenset[str]


@cache
def _syntax(path: Path, stamp: tuple[int, int]) -> _Syntax:
    """Read once for all stages; ``stamp`` (time and size) makes the cache notice edits."""
    imports, strings = [], set()
    for node in ast.walk(ast.parse(path.read_bytes(), filename=str(path))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            imports.append(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            strings.add(node.value)
    return _Syntax(tuple(imports), frozenset(strings))
