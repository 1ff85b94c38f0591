"""config/config.yaml: where things lie and how a build is cut. Unknown keys are errors that name the nearest known key."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath, PurePosixPath
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticUndefined

from suyuan.markers import with_part
from suyuan.suggest import Fault, validate
from suyuan.yamlfile import YamlError, read_yaml

TABLE = "table of config.yaml"  # name of the generated part of config/README.md


class ConfigError(ValueError):
    """The configuration cannot be used. ``messages`` has one line for each fault; the text is all of them."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages


def _in_project(value: str) -> str:
    path = PurePosixPath(value)
    if not value or "\\" in value or path.is_absolute() or ".." in path.parts or str(path) != value:
        raise ValueError(f"{value!r} is no path inside the project; write it from the project's root with /")
    return value


def _folder_as_text(value: Any) -> Any:
    if isinstance(value, PurePath):
        return str(value)
    return None if isinstance(value, str) and value.strip() in {"", "null", "None"} else value


ProjectFile = Annotated[str, AfterValidator(_in_project)]
Folder = Annotated[str | None, BeforeValidator(_folder_as_text)]  # --config originals= gives ""


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FiguresConfig(_Section):
    """Figures."""

    file: ProjectFile = Field("config/figures.yaml", description="figures to draw, one entry a figure")
    languages: tuple[Literal["zh", "en"], ...] = Field(
        ("zh", "en"), min_length=1, description="languages to draw (zh, en), of those that a figure declares"
    )


class TablesConfig(_Section):
    """Tables for readers."""

    file: ProjectFile = Field("config/tables.yaml", description="tables to make, one entry a table")
    languages: tuple[Literal["zh", "en"], ...] = Field(
        ("zh", "en"), min_length=1, description="languages to make (zh, en), of those that a table declares"
    )


class PagePicturesConfig(_Section):
    """Pictures of PDF pages, on which the site draws its boxes."""

    scale: float = Field(
        2.0, ge=0.5, le=6, description="pixels for each PDF point (1/72 inch); 2 is 144 dots an inch"
    )


class LimitsConfig(_Section):
    """What one document may take to be read."""

    pages: int = Field(2000, ge=1, strict=True, description="pages of a PDF")
    seconds: float = Field(20.0, gt=0, description="seconds (by the clock) for any document")
    seconds_per_page: float = Field(1.0, ge=0, description="seconds more for each page of a PDF")
    seconds_per_ocr_page: float = Field(
        20.0, ge=0, description="seconds more for each page whose text is recognised from its picture (OCR)"
    )
    memory_mb: int = Field(
        1024, ge=128, strict=True, description="memory of the process that reads it, in MB of 1,048,576 bytes"
    )


class Config(_Section):
    """Settings of a build. Every key has a default, so an empty file is valid. Paths count from the project's root."""

    sources: ProjectFile = Field("raw/sources.yaml", description="source cards")
    corrections: ProjectFile = Field(
        "raw/corrections.yaml", description="what a reviewer confirmed, amended, rejected or added"
    )
    collected: ProjectFile = Field(
        "raw/collected.csv", description="numbers read by hand from public pages, one a row"
    )
    originals: Folder = Field(
        None,
        description="folder with your own copies of the sources, inside or outside the project; null: raw/originals",
    )
    results: Folder = Field(
        None,
        description="folder to write processed/, figures/ and tables/ into; null: the project itself, "
        "or results-originals/ if your own copies are read",
    )
    shards: int = Field(
        1,
        ge=1,
        le=1000,
        strict=True,
        description="groups that documents are split into by content, each one job a stage",
    )
    measures: ProjectFile = Field("config/measures.yaml", description="measure catalogue")
    dimensions: ProjectFile = Field("config/dimensions.yaml", description="code lists of breakdowns")
    areas: ProjectFile = Field(
        "config/areas.csv", description="places of the subject, added to the built-in gazetteer"
    )
    measure_decisions: ProjectFile = Field(
        "config/measure_decisions.csv",
        description="a reviewer's decisions about measures that the catalogue left open",
    )
    analyses: ProjectFile = Field(
        "config/analyses.yaml",
        description="analyses to make (networks, surveys, terms …), one entry an analysis",
    )
    figures: FiguresConfig = Field(default_factory=FiguresConfig, description="what is drawn, and how")
    tables: TablesConfig = Field(
        default_factory=TablesConfig, description="tables for readers (CSV, Markdown, LaTeX) in tables/"
    )
    page_pictures: PagePicturesConfig = Field(
        default_factory=PagePicturesConfig, description="pictures of the pages that numbers were read from"
    )

    limits: LimitsConfig = Field(
        default_factory=LimitsConfig,
        description="what one document may take to be read; more is a row in problems.csv, and the other documents are read",
    )

    def originals_folder(self, project: Path) -> Path | None:
        """The folder given for originals, relative paths counting from the project; None for raw/originals."""
        return None if self.originals is None else project / self.originals


def load_config(path: Path, overrides: Mapping[str, Any] | None = None) -> Config:
    """The configuration of the file, with ``overrides`` (Snakemake's ``--config``) laid over it key by key.

    Raises ConfigError with one message for each fault, such as ``config.yaml: figures.langauges: unknown key; did you
    mean 'languages'?``; a fault in an override says ``--config`` instead of the file.
    """
    try:
        content = read_yaml(path)
    except YamlError as error:
        raise ConfigError([str(error)]) from None
    data = {} if content.data is None else content.data
    if not isinstance(data, dict):
        raise ConfigError([f"{path.name}: expected keys with values, such as 'shards: 1'"])
    strange = [key for key in data if not isinstance(key, str)]
    if strange:
        raise ConfigError([f"{path.name}: {key!r} is no key; keys are words" for key in strange])
    over = dict(overrides or {})
    config, found = validate(Config, _laid_over(data, over))
    if config is None:
        messages = []
        for fault in found:
            file = "--config" if _stands_in(over, fault) else path.name
            messages.append(fault.line(file))
        raise ConfigError(messages)
    return config


def properties(model: type[BaseModel] = Config, above: str = "") -> Iterator[tuple[str, str, str]]:
    """(key, default as JSON, description) of every setting, sections before their keys; keys as in figures.file."""
    for name, field in model.model_fields.items():
        key = f"{above}.{name}" if above else name
        annotation = field.annotation
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            yield key, "", field.description or ""
            yield from properties(annotation, key)
        else:
            default = None if field.default is PydanticUndefined else field.default
            yield key, json.dumps(default, ensure_ascii=False), field.description or ""


def table() -> str:
    """The settings as a Markdown table, for the part of config/README.md with the name TABLE."""
    rows = ["| key | default | meaning |", "|---|---|---|"]
    for key, default, description in properties():
        rows.append(f"| `{key}` | {f'`{default}`' if default else ''} | {description} |")
    return "\n".join(rows) + "\n"


def with_table(readme: str) -> str:
    """The text of config/README.md with its table as the code has it. ValueError if the markers are not there."""
    return with_part(readme, TABLE, table())


def schema() -> dict[str, Any]:
    """JSON Schema of config.yaml, with description and default of each property."""
    value = Config.model_json_schema()
    for name, field in Config.model_fields.items():
        if field.default_factory is not None:  # pydantic leaves these defaults out
            value["properties"][name]["default"] = json.loads(Config().model_dump_json())[name]
    return value


def _laid_over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    out = dict(below)
    for key, value in above.items():
        base = out.get(key)
        both = isinstance(base, dict) and isinstance(value, Mapping)
        out[key] = _laid_over(base, value) if both and isinstance(base, dict) else value
    return out


def _stands_in(values: Any, fault: Fault) -> bool:
    """True if the fault's key was given by ``values``."""
    for part in fault.loc:
        if isinstance(part, int):  # an item of a list, which is laid over as a whole
            return True
        if not isinstance(values, Mapping) or part not in values:
            return False
        values = values[part]
    return bool(fault.loc)
