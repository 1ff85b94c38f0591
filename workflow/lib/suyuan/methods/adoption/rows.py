"""Rows of an analysis of adoption."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.records import Record

Basis = Literal["named", "implied", "carried", "said_none", "not_found"]


class CellRow(Record):
    """A unit in a period: whether it had adopted, and what says so."""

    level: str = Field(description="level of the unit")
    unit: str = Field(description="short name of the unit")
    province: str | None = Field(None, description="province that it lies in")
    period: str = Field(description="EDTF of the period")
    position: int = Field(description="number of the period, from 1")
    adopted: bool = Field(description="whether adoption by the end of the period is found")
    basis: Basis = Field(
        description="named: it is named; implied: all units of the level are meant; carried: from an earlier period; "
        "said_none: the text says that it has not (其余…没有, 除…外); not_found: nothing is said"
    )
    dated_by: Literal["stated", "told"] | None = Field(
        None, description="told: the evidence has no date, and that of its source is used"
    )
    evidence_ids: tuple[str, ...] = Field((), description="words that say so")


class TotalRow(Record):
    """How many units of a level had adopted by the end of a period."""

    level: str = Field(description="level of the units")
    level_label: str = Field(description="its name, in Chinese, else in English")
    level_label_en: str | None = Field(None, description="its name in English, where it is declared")
    period: str = Field(description="EDTF of the period")
    period_label: str = Field(description="its name, in Chinese, else in English")
    period_label_en: str | None = Field(None, description="its name in English, where it is declared")
    position: int = Field(description="number of the period, from 1")
    named: int = Field(description="units named for this period")
    implied: int = Field(description="units meant by a word for all, and not named")
    carried: int = Field(description="units of earlier periods that are not told again")
    stated: int | None = Field(None, description="number that is only stated, without names")
    carried_total: int | None = Field(
        None,
        description="total of an earlier period, where it is more than what is counted and stated for this one",
    )
    total: int = Field(
        description="units that had adopted: all that are counted, or the stated or carried number where it is more"
    )
    comparator: Literal["=", ">="] = Field(
        description=">=: the list of names is open (等), some units of an earlier total have no name, or numbers contradict"
    )
    basis: Literal["counted", "implied", "stated", "carried"] = Field(
        description="where the total comes from"
    )
    unnamed: int = Field(description="units of the total of which no name is known")
    units: int | None = Field(
        None, description="units of the level: of the gazetteer, else as stated beside the number"
    )
    evidence_ids: tuple[str, ...] = Field((), description="words that it rests on")
