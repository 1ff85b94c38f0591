"""config/figures.yaml: what is drawn. Each figure is an entry; there is no code per figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from suyuan.reconcile.configfile import read_entries
from suyuan.records import Problem, Record
from suyuan.records.exact import Exact
from suyuan.records.fact import Nature
from suyuan.records.observation import Frequency
from suyuan.suggest import not_known

STAGE = "figures"
Language = Literal["zh", "en"]
FigureKind = Literal["time_series"]
Texts = dict[Language, Annotated[str, Field(min_length=1)]]
FILLED_IN = ("first", "last", "count", "area", "measure")  # in braces, in a caption
ENDINGS = ("svg", "png", "json", "md")


class SeriesDeclaration(Record):
    """The observations of one line: all that agree with what is said here."""

    measure: str = Field(description="id in the measure catalogue")
    ref_area: str = Field(description="area measured, as in observations.csv")
    breakdown: dict[str, str] = Field(
        default_factory=dict, description="dimension to value; empty: the whole"
    )
    nature: Nature = Field("actual", description="actual, target or forecast")
    freq: Frequency | None = Field(
        None, description="A, Q, M, YTD, point or span; needed where several are stated"
    )
    label: Texts | None = Field(None, description="name in the legend; without it the area")


class Display(Record):
    """Unit in which values are shown, where the base unit is too small."""

    divide_by: Exact = Field(description="base units in one unit shown (100000000 for 亿)")
    unit: Texts = Field(description="name of the unit shown")

    @field_validator("divide_by")
    @classmethod
    def _positive(cls, value: Exact) -> Exact:
        if value <= 0:
            raise ValueError("must be above 0")
        return value


class FigureDeclaration(Record):
    """One figure."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="name of its files")
    kind: FigureKind = Field(description="form of the figure: time_series")
    title: Texts = Field(description="title by language")
    series: tuple[SeriesDeclaration, ...] = Field(min_length=1, description="what is drawn, a line each")
    x_label: Texts = Field(default_factory=dict, description="label of the horizontal axis")
    y_label: Texts = Field(
        default_factory=dict, description="label of the vertical axis; without it measure and unit"
    )
    from_zero: bool = Field(True, description="the vertical axis begins at zero")
    display: Display | None = None
    caption: Texts = Field(
        default_factory=dict,
        description="words of the caption before the generated ones; {first}, {last}, {count}, {area}, {measure} are filled in",
    )
    languages: tuple[Language, ...] = Field(
        ("zh",), min_length=1, description="languages in which it is drawn"
    )
    size: Literal["single", "double"] = Field("double", description="width of a journal column or page")

    @model_validator(mode="after")
    def _texts_in_all_languages(self) -> FigureDeclaration:
        if len(set(self.languages)) < len(self.languages):
            raise ValueError("languages: one is given twice")
        texts = {name: getattr(self, name) for name in ("title", "x_label", "y_label", "caption")}
        texts |= {f"series[{i}].label": series.label or {} for i, series in enumerate(self.series)}
        texts["display.unit"] = self.display.unit if self.display is not None else {}
        for name, said in texts.items():
            missing = [language for language in self.languages if language not in said]
            if missing and (said or name == "title"):
                raise ValueError(f"{name} has no text in {', '.join(missing)}, a language of this figure")
        return self

    @field_validator("caption")
    @classmethod
    def _known_places(cls, caption: Texts) -> Texts:
        for text in caption.values():
            for name in re.findall(r"\{([^{}]*)\}", text):
                if name not in FILLED_IN:
                    raise ValueError(f"{{{name}}} is not filled in; {not_known(name, FILLED_IN)}")
        return caption


def read_figures(path: Path) -> tuple[list[FigureDeclaration], list[Problem]]:
    """Declared figures in order; one with a mistake is left out with a Problem that names the nearest known key."""
    found = read_entries(path, "figures", FigureDeclaration, STAGE)
    return found.valid, found.problems


def languages_of(declaration: FigureDeclaration, wanted: Sequence[str] | None = None) -> list[Language]:
    """Languages of a figure that are also ``wanted`` (None: all), in the order of the declaration."""
    return [language for language in declaration.languages if wanted is None or language in wanted]


def figure_files(declaration: FigureDeclaration, wanted: Sequence[str] | None = None) -> list[str]:
    """Names of the files of a figure: ``ID.LANG.svg``, ``.png``, ``.json`` (sidecar), ``.md`` (caption)."""
    return [
        f"{declaration.id}.{language}.{e}" for language in languages_of(declaration, wanted) for e in ENDINGS
    ]
