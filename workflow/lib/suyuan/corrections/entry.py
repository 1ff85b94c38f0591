"""Correction: one entry of raw/corrections.yaml, and the reading of that file."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema, model_validator

from suyuan.corrections.quote import Quote
from suyuan.records.base import Record
from suyuan.records.exact import PATTERN, exact, exact_text
from suyuan.records.fact import Comparator, Fact, Nature, TimeKind
from suyuan.records.finding import Problem
from suyuan.sources.card import EditionName
from suyuan.sources.cardparts import EdtfText
from suyuan.suggest import validate
from suyuan.yamlfile import YamlError, read_yaml

STAGE = "correct"
CORRECTIONS = "raw/corrections.yaml"
Action = Literal["confirm", "amend", "reject", "add"]
EditionKey = tuple[str, str]  # source id, edition


def _number(value: Any) -> Any:
    try:
        return None if value is None else exact(value)
    except (TypeError, ValueError, ZeroDivisionError):
        raise ValueError(
            f"{value!r} is no number; write digits only, such as 380000000000, 39.5 or 100/3"
        ) from None


Number = Annotated[
    Fraction,
    BeforeValidator(_number),
    PlainSerializer(exact_text, return_type=str),
    WithJsonSchema({"anyOf": [{"type": "number"}, {"type": "string", "pattern": PATTERN}]}),
]


def _said(name: str, good: Any, bad: Any) -> Any:
    """A field that means what the field of the same name means in a fact."""
    description = Fact.model_fields[name].description or f"{name.replace('_', ' ')} of the fact"
    return Field(None, description=description, examples=[good], json_schema_extra={"examples_bad": [bad]})


class Setting(Record):
    """Fields that a reviewer may set; the others follow from where the words stand. A field set to null becomes null.

    Step and bounds are worked out again from value, comparator and unit where one of these is set, unless they are set too.
    """

    value: Number | None = _said("value", 75, "75项")
    value_min: Number | None = _said("value_min", 15, "15%")
    value_max: Number | None = _said("value_max", 20, "20%")
    comparator: Comparator | None = _said("comparator", ">", "over")
    step: Number | None = _said("step", 10000, "1万")
    low: Number | None = _said("low", "75.5", "75,5")
    high: Number | None = _said("high", "76.5", "76,5")
    low_open: bool | None = _said("low_open", True, "open")
    high_open: bool | None = _said("high_open", False, "closed")
    unit: str | None = _said("unit", "项", 5)
    unit_text: str | None = _said("unit_text", "万元", 5)
    time: EdtfText | None = _said("time", "2022-12", "2022年12月")
    time_kind: TimeKind | None = _said("time_kind", "as_of", "at")
    area: tuple[str, ...] | None = _said("area", ["北京", "天津"], "北京、天津")
    ref_area: str | None = _said("ref_area", "北京", 110000)
    counterpart_area: str | None = _said("counterpart_area", "天津", 120000)
    body: str | None = _said("body", "中欧班列", 5)
    measure: str | None = _said("measure", "区域协同地方标准数量", 5)
    breakdown: dict[str, str] | None = _said("breakdown", {"领域": "交通"}, "领域=交通")
    nature: Nature | None = _said("nature", "target", "goal")

    def given(self) -> dict[str, Any]:
        """The fields that were set, also those set to null."""
        return {
            name: getattr(self, name) for name in type(self).model_fields if name in self.model_fields_set
        }


class Correction(Record):
    """One judgement of a reviewer about one mention of a quantity."""

    action: Action = Field(
        description="confirm (it is right), amend (set some fields), reject (it is no quantity), add (it was not read)",
        examples=["amend"],
        json_schema_extra={"examples_bad": ["fix"]},
    )
    source: str = Field(
        min_length=1,
        description="id of the source card",
        examples=["liu2023"],
        json_schema_extra={"examples_bad": [""]},
    )
    edition: EditionName = Field(
        description="edition that the quote is taken from; the correction is checked only where that edition is read",
        examples=["digest"],
        json_schema_extra={"examples_bad": ["collected"]},
    )
    quote: Quote = Field(
        description="the words that select it: those of the number, and words before and after",
        examples=[{"surface": "超70项", "before": "三地共制定"}],
        json_schema_extra={"examples_bad": ["超70项"]},
    )
    set: Setting | None = Field(
        None,
        description="fields and their new values, for amend and add only",
        examples=[{"time": "2022-12"}],
        json_schema_extra={"examples_bad": [{"valeu": 75}]},
    )
    reason: str = Field(
        min_length=1,
        description="why, so that another person can judge it",
        examples=["the table on page 5 gives the month"],
        json_schema_extra={"examples_bad": [""]},
    )
    who: str = Field(
        min_length=1,
        description="who decided",
        examples=["a reviewer's name"],
        json_schema_extra={"examples_bad": [""]},
    )
    when: EdtfText = Field(
        description="day of the decision, EDTF",
        examples=["2026-01-31"],
        json_schema_extra={"examples_bad": ["31.1.2026"]},
    )

    @model_validator(mode="after")
    def _set_fits_action(self) -> Correction:
        given = self.set.given() if self.set is not None else {}
        if self.action in {"amend", "add"} and not given:
            raise ValueError(f"{self.action} needs 'set' with at least one field")
        if self.action in {"confirm", "reject"} and self.set is not None:
            raise ValueError(f"{self.action} takes no 'set'; to change fields use amend")
        if self.action == "add" and given.get("value") is None and None in (
            given.get("value_min"), given.get("value_max"),
        ):  # fmt: skip
            raise ValueError("add needs set.value, or set.value_min and set.value_max")
        return self

    @property
    def key(self) -> EditionKey:
        return self.source, self.edition

    @property
    def label(self) -> str:
        """``raw/corrections.yaml: amend '超70项' (liu2023, digest)``."""
        return f"{CORRECTIONS}: {self.action} {self.quote.surface!r} ({self.source}, {self.edition})"


def read_corrections(path: Path, name: str = CORRECTIONS) -> tuple[list[Correction], list[Problem]]:
    """Corrections of the file (called ``name`` in messages), in its order, and a problem for each fault.

    A missing or empty file has none. An entry with a fault is left out.
    """
    if not path.exists():
        return [], []
    try:
        content = read_yaml(path)
    except YamlError as error:
        todo = "correct the file; nothing in it is applied"
        return [], [Problem(stage=STAGE, file=name, where=error.where, what=error.what, todo=todo)]
    if content.data is None:
        return [], []
    if not isinstance(content.data, list):
        what = "expected a list of corrections, each beginning with '- action:'"
        return [], [
            Problem(stage=STAGE, file=name, what=what, todo="follow the example at the head of the file")
        ]
    corrections: list[Correction] = []
    problems: list[Problem] = []
    for index, item in enumerate(content.data):
        correction, faults = validate(Correction, item)
        corrections += [correction] if correction is not None else []
        source = item.get("source") if isinstance(item, dict) else None
        for fault in faults:
            problems.append(
                Problem(
                    stage=STAGE,
                    source_id=source if isinstance(source, str) else None,
                    file=name,
                    where=f"line {content.line((index, *fault.loc))}",
                    what=f"{fault.path}: {fault.message}" if fault.path else fault.message,
                    todo="correct the entry; it is not applied until then",
                )
            )
    return corrections, problems
