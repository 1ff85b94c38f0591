"""The language data that ships with the package (``suyuan/data``)."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

# libyaml parses ten times as fast; both loaders give the same values.
LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def language_table(name: str) -> Any:
    """Contents of the YAML file ``name`` in ``suyuan/data``. FileNotFoundError for a file that is not there."""
    text = files("suyuan.data").joinpath(name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=LOADER)
