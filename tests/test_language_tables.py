"""The tables of the package: no key stands twice, and the quick loader reads them as the strict one does."""

from __future__ import annotations

from importlib.resources import files

import pytest

from suyuan.language import language_table
from suyuan.yamlfile import parse_yaml

TABLES = sorted(file.name for file in files("suyuan.data").iterdir() if file.name.endswith(".yaml"))
HEXADECIMAL = {"symbol_fonts.yaml"}  # code points as 0x2022, which only the quick loader takes for numbers


@pytest.mark.parametrize("name", TABLES)
def test_both_loaders_agree(name: str) -> None:
    strict = parse_yaml(files("suyuan.data").joinpath(name).read_text(encoding="utf-8"), name).data
    assert (strict == language_table(name)) is (name not in HEXADECIMAL)
