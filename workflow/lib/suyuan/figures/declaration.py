"""config/figures.yaml: what all kinds of figures declare. Each figure is an entry; there is no code per figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from suyuan.records import Record
from suyuan.records.exact import Exact
from suyuan.records.fact import Nature
from suyuan.records.observation import Frequency
from suyuan.suggest import not_known

STAGE = "figures"
FILE = "config/figures.yaml"
Language = Literal["zh", "en"]
Size = Literal["single", "double"]
Texts = dict[Language, Annotated[str, Field(min_length=1)]]
FILLED_IN = ("first", "last", "count", "area", "measure")  # in braces, in a caption
PICTURES = ("svg", "pdf", "png")


class Selection(Record):
    """The observations that agree with all that is said here."""

    measure: str = Field(description="id in the measure catalogue")
    ref_area: str = Field(description="area measured, as in observations.csv")
    breakdown: dict[str, str] = Field(
        default_factory=dict, description="dimension to value; empty: the whole"
    )
    nature: Nature = Field("actual", description="actual, target or forecast")
    freq: Frequency | None = Field(
        None, description="A, Q, M, YTD, point or span; needed where several are stated"
    )
    label: Texts | None = Field(None, description="its name in the figure; without it the area")


class Display(Record):
    """Unit in which values are shown, where the base unit is too small."""

    divide_by: Exact = Field(description="base units in one unit shown (100000000 for 亿)")
    divide_by_in: dict[Language, Exact] = Field(
        default_factory=dict,
        description="the same for a language that counts in another unit ({en: 1000000000} for billion)",
    )
    unit: Texts = Field(description="name of the unit shown")

    @field_validator("divide_by")
    @classmethod
    def _positive(cls, value: Exact) -> Exact:
        if value <= 0:
            raise ValueError("must be above 0")
        return value

    @field_validator("divide_by_in")
    @classmethod
    def _all_positive(cls, values: dict[Language, Fraction]) -> dict[Language, Fraction]:
        if any(value <= 0 for value in values.values()):
            raise ValueError("must be above 0")
        return values

    def scale(self, language: Language) -> Fraction:
        """Base units in one unit shown in a language."""
        return self.divide_by_in.get(language, self.divide_by)


class Wanted(Record):
    """What a declaration asks of the catalogue and the gazetteer: for checks before anything is drawn."""

    where: str = Field(description="part of the figure, such as series 1")
    measure: str | None = None
    areas: tuple[str, ...] = ()


class FigureDeclaration(Record):
    """One figure of any kind."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$", description="name of its files")
    kind: str = Field(description="form of the figure")
    title: Texts = Field(description="title by language")
    caption: Texts = Field(
        default_factory=dict,
        description="words of the caption before the generated ones; {first}, {last}, {count}, {area}, {measure} are filled in",
    )
    languages: tuple[Language, ...] = Field(
        ("zh", "en"), min_length=1, description="languages in which it is drawn"
    )
    sizes: tuple[Size, ...] = Field(
        ("single", "double"),
        min_length=1,
        description="widths: single is a journal's column, double its page",
    )

    def wanted(self) -> Iterator[Wanted]:
        """What it asks of the catalogue and the gazetteer."""
        yield from ()

    @field_validator("languages", "sizes")
    @classmethod
    def _each_once(cls, values: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if len(set(values)) < len(values):
            raise ValueError("one is given twice")
        return values

    @model_validator(mode="after")
    def _texts_in_all_languages(self) -> FigureDeclaration:
        for name, said in _texts(self, ""):
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


TEXT_FIELDS = frozenset({"title", "caption", "label", "x_label", "y_label", "unit", "note"})


def _texts(record: Record, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Tables of texts by language anywhere in a declaration, each with its path, such as ``series[0].label``."""
    for name in type(record).model_fields:
        yield from _texts_in(name, getattr(record, name), f"{path}{name}")


def _texts_in(name: str, value: Any, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    if isinstance(value, Record):
        yield from _texts(value, f"{path}.")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts_in(name, item, f"{path}[{index}]")
    elif isinstance(value, dict) and name in TEXT_FIELDS:
        yield path, value


def languages_of(declaration: FigureDeclaration, wanted: Sequence[str] | None = None) -> list[Language]:
    """Languages of a figure that are also ``wanted`` (None: all), in the order of the declaration."""
    return [language for language in declaration.languages if wanted is None or language in wanted]


def picture_names(declaration: FigureDeclaration, language: str) -> dict[str, dict[str, str]]:
    """Names of the pictures in one language: size to ending to ``ID.LANG.SIZE.ending``."""
    return {
        size: {ending: f"{declaration.id}.{language}.{size}.{ending}" for ending in PICTURES}
        for size in declaration.sizes
    }


def figure_files(declaration: FigureDeclaration, wanted: Sequence[str] | None = None) -> list[str]:
    """Names of all files of a figure: pictures ``ID.LANG.SIZE.svg`` (pdf, png); ``ID.LANG.json`` (sidecar), ``.md``."""
    names: list[str] = []
    for language in languages_of(declaration, wanted):
        for of_size in picture_names(declaration, language).values():
            names += of_size.values()
        names += [f"{declaration.id}.{language}.{ending}" for ending in ("json", "md")]
    return names
