"""The language data that ships with the package (``suyuan/data``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

import yaml

# libyaml parses ten times as fast; both loaders give the same values.
LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def language_table(name: str) -> Any:
    """Contents of the YAML file ``name`` in ``suyuan/data``. FileNotFoundError for a file that is not there."""
    text = files("suyuan.data").joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=LOADER)


def longest_first(words: Iterable[str]) -> list[str]:
    """The words, the longest first, those of one length by their characters."""
    return sorted(words, key=lambda word: (-len(word), word))


def alternatives(words: Iterable[str]) -> str:
    """Regular expression for any of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in longest_first(words))


def any_of(words: Iterable[str]) -> str:
    """The same as a group."""
    return f"(?:{alternatives(words)})"
