"""``python -m suyuan.schemas [PROJECT]``: write the JSON Schemas (package data) and the table in config/README.md.

The schemas are generated from the models and committed, so that editors and the Snakemake catalogue can use them; a
test fails while they are stale. PROJECT (default: the current folder) is where config/README.md is looked for.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from suyuan.config import schema as config_schema
from suyuan.config import with_table
from suyuan.corrections import Correction
from suyuan.records import Act, Cell, Fact, Finding, Link, Numeral, Observation, Problem, Statement
from suyuan.sources.card import Card

FOLDER = Path(__file__).parent / "data" / "schemas"
RECORDS: tuple[type[BaseModel], ...] = (
    Act,
    Cell,
    Fact,
    Finding,
    Link,
    Numeral,
    Observation,
    Problem,
    Statement,
)


def _list_of(model: type[BaseModel], title: str) -> Callable[[], dict[str, Any]]:
    def make() -> dict[str, Any]:
        return {"title": title, **TypeAdapter(list[model]).json_schema()}  # type: ignore[valid-type]

    return make


MAKERS: dict[str, Callable[[], dict[str, Any]]] = {
    "config.json": config_schema,
    "sources.json": _list_of(Card, "Source cards (raw/sources.yaml)"),
    "corrections.json": _list_of(Correction, "Corrections (raw/corrections.yaml)"),
    **{f"{model.__name__.lower()}.json": model.model_json_schema for model in RECORDS},
}


def schema_texts() -> dict[str, str]:
    """Text of each schema file by its name."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {
        name: json.dumps({**head, **make()}, ensure_ascii=False, indent=2) + "\n"
        for name, make in MAKERS.items()
    }


def stale(folder: Path = FOLDER) -> list[str]:
    """Names of schema files that are missing, differ from the models, or have no model any more."""
    texts = schema_texts()
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.json")}
    return sorted(name for name in texts.keys() | there.keys() if texts.get(name) != there.get(name))


def main(arguments: list[str]) -> int:
    """Write what is stale and name it."""
    project = Path(arguments[0]) if arguments else Path.cwd()
    texts = schema_texts()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in stale():
        if name in texts:
            (FOLDER / name).write_text(texts[name], encoding="utf-8", newline="\n")
            print(f"written: {name}")
        else:
            (FOLDER / name).unlink()
            print(f"removed: {name}")
    readme = project / "config" / "README.md"
    if readme.is_file():
        text = readme.read_text(encoding="utf-8")
        new = with_table(text)
        if new != text:
            readme.write_text(new, encoding="utf-8", newline="\n")
            print("written: config/README.md")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
