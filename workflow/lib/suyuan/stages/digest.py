"""Digest of the code behind a stage: Snakemake does not see edits in imported modules, so each rule carries one.

A stage's code is the transitive closure of the ``suyuan`` modules that its own module imports, found in the syntax
tree (also imports inside functions), and the files under ``suyuan/data`` that those modules name: a data file belongs
to every module that holds its name, its path under ``data``, or the name of its folder as a string constant.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from suyuan.collector import seldom_collected

Stamp = tuple[int, int]

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
    return _digest(module_names, package_folder, modules_of(package_folder), _spellings(package_folder))


def stage_digests(package_folder: Path = PACKAGE_FOLDER) -> dict[str, str]:
    """Digest of every stage of the line, by its name."""
    modules, spelled = modules_of(package_folder), _spellings(package_folder)
    return {name: _digest([f"{PACKAGE}.stages.{name}"], package_folder, modules, spelled) for name in STAGES}


def _digest(
    module_names: Iterable[str],
    package_folder: Path,
    modules: Mapping[str, Path],
    spelled: Mapping[str, set[Path]],
) -> str:
    sources = _closure(module_names, package_folder, modules).values()
    digest = hashlib.sha256()
    for path in sorted({*sources, *_named(sources, spelled)}):
        digest.update(path.relative_to(package_folder).as_posix().encode() + b"\0")
        digest.update(_content(path, _stamp(path)))
    return digest.hexdigest()


def closure(module_names: Iterable[str], package_folder: Path = PACKAGE_FOLDER) -> dict[str, Path]:
    """Modules of the package that ``module_names`` import, directly or not, with their files (themselves included)."""
    return _closure(module_names, package_folder, modules_of(package_folder))


def _closure(
    module_names: Iterable[str], package_folder: Path, modules: Mapping[str, Path]
) -> dict[str, Path]:
    found: dict[str, Path] = {}
    waiting = list(module_names)
    for name in waiting:
        if name not in modules:
            raise ValueError(f"{name} is no module of {package_folder}")
    while waiting:
        name = waiting.pop()
        if name in found or name not in modules:
            continue
        found[name] = modules[name]
        waiting.extend(_imports(modules[name], _stamp(modules[name]), name))
        if "." in name:
            waiting.append(name.rpartition(".")[0])  # importing a module runs the packages above it
    return found


def modules_of(package_folder: Path = PACKAGE_FOLDER) -> dict[str, Path]:
    """Modules of the package by their names, with their files."""
    found = {}
    for path in package_folder.rglob("*.py"):
        parts = path.relative_to(package_folder).with_suffix("").parts
        found[".".join([PACKAGE, *(parts[:-1] if parts[-1] == "__init__" else parts)])] = path
    return found


def data_files(sources: Iterable[Path], package_folder: Path = PACKAGE_FOLDER) -> set[Path]:
    """Files under ``data`` that the given source files name."""
    return _named(sources, _spellings(package_folder))


def _named(sources: Iterable[Path], spelled: Mapping[str, set[Path]]) -> set[Path]:
    names = {name for source in sources for name in _syntax(source, _stamp(source)).strings & spelled.keys()}
    return {path for name in names for path in spelled[name]}


def _spellings(package_folder: Path) -> dict[str, set[Path]]:
    """Data files by what a module may call them."""
    spelled: dict[str, set[Path]] = {}
    for path in _all_data(package_folder):
        for name in (path.name, *_tails(path, package_folder)):
            spelled.setdefault(name, set()).add(path)
    return spelled


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


@cache
def _imports(path: Path, stamp: Stamp, module: str) -> tuple[str, ...]:
    """Names of package modules that a source file imports."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    syntax = _syntax(path, stamp)
    # importlib.import_module("suyuan.x") and tables of module names
    names = {text for text in syntax.strings if text.startswith(f"{PACKAGE}.")}
    for node in syntax.imports:
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        else:
            base = _absolute(node, package)
            names.update([base, *(f"{base}.{alias.name}" for alias in node.names)])
    return tuple(sorted(name for name in names if name.split(".")[0] == PACKAGE))


def _absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    parts = package.split(".")
    base = parts[: len(parts) - node.level + 1]
    return ".".join([*base, node.module] if node.module else base)


def _stamp(path: Path) -> Stamp:
    """Time and size, by which the caches notice an edit: a file is read once for all stages."""
    status = path.stat()
    return status.st_mtime_ns, status.st_size


@dataclass(frozen=True, slots=True)
class _Syntax:
    """What a digest needs of the syntax tree of a file."""

    imports: tuple[ast.Import | ast.ImportFrom, ...]
    strings: frozenset[str]


@cache
def _content(path: Path, stamp: Stamp) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


@cache
@seldom_collected()
def _syntax(path: Path, stamp: Stamp) -> _Syntax:
    imports, strings = [], set()
    waiting: list[ast.AST] = [ast.parse(path.read_bytes(), filename=str(path))]
    for node in waiting:  # grows; ast.walk takes twice the time
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                strings.add(node.value)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            imports.append(node)
        else:
            for child in vars(node).values():
                if isinstance(child, list):
                    waiting.extend(each for each in child if isinstance(each, ast.AST))
                elif isinstance(child, ast.AST) and not isinstance(child, ast.expr_context):
                    waiting.append(child)
    return _Syntax(tuple(imports), frozenset(strings))
