"""Reading YAML so that nothing is changed or lost on the way.

PyYAML's defaults turn ``2024-12-13`` into a date object, ``12:30`` into 750 and ``no`` into false, and keep the last of
two equal keys without a word. Here only null, true, false and numbers are special, and a repeated key is an error.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

KeyPath = tuple[str | int, ...]  # keys and list positions from the root


class YamlError(ValueError):
    """The file cannot be read as YAML. The text names all of file, line (None: the whole file) and what is wrong."""

    def __init__(self, file: str, what: str, line: int | None = None) -> None:
        super().__init__(f"{file}: line {line}: {what}" if line is not None else f"{file}: {what}")
        self.file = file
        self.what = what
        self.line = line

    @property
    def where(self) -> str | None:
        """``line 3``, for a Problem."""
        return f"line {self.line}" if self.line is not None else None


@dataclass(frozen=True)
class YamlFile:
    """Contents of a YAML file.

    ``data`` are plain values (numbers with a point are Decimal); ``lines`` gives the line, from 1, of each key or item.
    """

    data: Any
    lines: dict[KeyPath, int] = field(default_factory=dict)

    def line(self, path: KeyPath) -> int | None:
        """Line of ``path`` or of the nearest parent that stands in the file."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


MOST_DIGITS = 400  # of a whole number; Python refuses to convert some thousands


class _Strict(yaml.constructor.SafeConstructor, yaml.resolver.Resolver):
    """SafeLoader with YAML 1.2's short list of special words, exact numbers and no repeated keys."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 (as in PyYAML)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.tag != "tag:yaml.org,2002:merge":
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"the key {key.value!r} stands here twice", key.start_mark
                    )
                seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


_Strict.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"^(~|null|Null|NULL|)$"), ["~", "n", "N", ""]
)
_Strict.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
_Strict.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^[-+]?(0|[1-9][0-9]*)$"), list("-+0123456789")
)
_Strict.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789")
)
_Strict.add_implicit_resolver("tag:yaml.org,2002:merge", re.compile(r"^<<$"), ["<"])


def _decimal(loader: Any, node: yaml.ScalarNode) -> Decimal:
    return Decimal(str(loader.construct_scalar(node)))


def _whole(loader: Any, node: yaml.ScalarNode) -> int:
    text = str(loader.construct_scalar(node))
    if len(text) > MOST_DIGITS:
        what = f"a number of {len(text)} digits; put it in quotes if it is meant as text"
        raise yaml.constructor.ConstructorError(None, None, what, node.start_mark)
    return int(text)


_Strict.add_constructor("tag:yaml.org,2002:float", _decimal)
_Strict.add_constructor("tag:yaml.org,2002:int", _whole)


class _Loader(_Strict, yaml.SafeLoader):
    """In Python: says best what is wrong, and stops at deep nesting."""


# libyaml parses five times as fast; both give the same contents of what ONLY_IN_PYTHON does not hold.
_Fast: type[Any] | None = None
if hasattr(yaml, "CSafeLoader"):
    _Fast = type("_Fast", (_Strict, yaml.CSafeLoader), {})
# libyaml accepts some of these where YAML does not, or reads something else
ONLY_IN_PYTHON = re.compile(r"[\t?\ufeff\u2028\u2029]|[|>][-+\d]*#")
DEEP = 300  # levels of brackets, lists and keys; Python's own stack ends at some 500
LIKELY_DEEP = 1500  # brackets and characters of a line from which on libyaml is not tried: some ten thousand exhaust its stack


def read_yaml(path: Path) -> YamlFile:
    """Contents of the file, with line numbers. An empty file gives None.

    Raises YamlError for a file that is missing, not UTF-8, not YAML, or has a key twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise YamlError(path.name, "no such file") from None
    except UnicodeDecodeError as error:
        raise YamlError(path.name, f"not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except OSError as error:
        raise YamlError(path.name, f"cannot be read: {error.strerror}") from None
    return parse_yaml(text, path.name)


def parse_yaml(text: str, name: str) -> YamlFile:
    """As ``read_yaml``, of a text; ``name`` is the file to name in messages."""
    lines: dict[KeyPath, int] = {}
    try:
        node, data = _composed(text)
        if node is not None:
            _note_lines(node, (), lines, frozenset())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = error.problem or error.context or "not YAML"
        raise YamlError(name, what, mark.line + 1 if mark is not None else None) from None
    except yaml.reader.ReaderError as error:
        what = f"the character U+{error.character:04X} is not allowed in YAML"
        raise YamlError(name, what, text.count("\n", 0, error.position) + 1) from None
    except RecursionError:
        raise YamlError(name, "brackets or lists are nested too deeply") from None
    return YamlFile(data, lines)


def _composed(text: str) -> tuple[yaml.Node | None, Any]:
    """The tree of the document and its contents."""
    longest = max(map(len, text.splitlines()), default=0)  # blocks are no deeper than a line is long
    likely_deep = text.count("[") + text.count("{") + longest >= LIKELY_DEEP
    if _Fast is not None and not likely_deep and ONLY_IN_PYTHON.search(text) is None:
        with suppress(yaml.YAMLError):  # to be told by the other
            return _loaded(_Fast(text))
    return _loaded(_Loader(text))


def _loaded(loader: Any) -> tuple[yaml.Node | None, Any]:
    node = loader.get_single_node()
    return node, loader.construct_document(node) if node is not None else None


def _note_lines(node: yaml.Node, path: KeyPath, lines: dict[KeyPath, int], above: frozenset[int]) -> None:
    if id(node) in above:  # an anchor that contains itself
        return
    if len(above) > DEEP:
        raise RecursionError
    above = above | {id(node)}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                lines[(*path, key.value)] = key.start_mark.line + 1
                _note_lines(value, (*path, key.value), lines, above)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            lines[(*path, index)] = item.start_mark.line + 1
            _note_lines(item, (*path, index), lines, above)
