"""Rows of an analysis of surveys."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.records import Record
from suyuan.records.exact import Exact
from suyuan.records.fact import Comparator
from suyuan.records.finding import Verdict

Status = Literal["stated", "conflicting", "absent"]
Kind = Literal["table", "figure"]
BaseFrom = Literal["sentence", "caption", "row", "item"]
STATED = "stated; conflicting: statements that exclude one another; absent: the text that was read does not give it"


class QuestionnaireRow(Record):
    """A questionnaire, and how many people answered it."""

    questionnaire: str = Field(description="id of the declaration; of an undeclared survey, its source")
    source_id: str | None = Field(description="source")
    label: str = Field(description="name")
    label_en: str | None = Field(None, description="name in English")
    n: int | None = Field(description="valid questionnaires as printed; null: absent or conflicting")
    status: Status = Field(description=STATED)
    items: int = Field(description="items of it in the table of items")
    items_stated: int = Field(description="those of which a share or mean is given")
    evidence_ids: tuple[str, ...] = Field((), description="where the number is stated")


class ItemRow(Record):
    """An item, with its base, its scale and what is known of how many options can be chosen."""

    questionnaire: str = Field(description="id of the questionnaire")
    item: str = Field(description="id of the item")
    source_id: str | None = Field(description="source")
    label: str = Field(description="name")
    label_en: str | None = Field(None, description="name in English")
    asks: Literal["shares", "mean"] = Field(description="what is reported of it")
    status: Status = Field(description=STATED)
    answers: int = Field(description="shares or means that are given")
    n: int | None = Field(None, description="people asked, where that is printed for this item")
    n_from: BaseFrom | None = Field(
        None,
        description="where: sentence of the share, caption, row of the table, another sentence about the item",
    )
    scale_points: int | None = Field(None, description="points of its scale, or its full mark, where printed")
    share_sum_low: Exact | None = Field(None, description="least sum of its shares, percent")
    share_sum_high: Exact | None = Field(None, description="greatest sum of its shares, percent")
    choices: Literal["one", "several", "cannot tell"] | None = Field(
        None,
        description="several: declared, printed, or the shares sum to more than 100 %; null for an item without shares",
    )
    evidence_ids: tuple[str, ...] = Field((), description="where base, scale and choices are stated")


class AnswerRow(Record):
    """A share of the people asked that gave an answer."""

    questionnaire: str = Field(description="id of the questionnaire")
    item: str = Field(description="id of the item")
    source_id: str = Field(description="source")
    option: str | None = Field(None, description="answer, or what the share is said to be of")
    option_en: str | None = Field(None, description="the same in English")
    group: str = Field("", description="who answered: values of dimensions; empty: all")
    breakdown: dict[str, str] = Field(default_factory=dict, description="the same, dimension to value")
    ref_area: str | None = Field(None, description="area")
    status: Status = Field(description=STATED)
    share: Exact | None = Field(description="percent, as printed; null: conflicting")
    comparator: Comparator = Field(description="as stated: = ~ > >= < <= range")
    low: Exact | None = Field(
        None, description="least share that the print, or any of conflicting ones, allows"
    )
    high: Exact | None = Field(
        None, description="greatest share that the print, or any of conflicting ones, allows"
    )
    n: int | None = Field(None, description="people asked, where that is printed for the item")
    count_least: int | None = Field(None, description="least number of people with such a share")
    count_greatest: int | None = Field(None, description="greatest number of people with such a share")
    interval_low: float | None = Field(
        None, description="lower end of Wilson's interval, percent; null without a printed base"
    )
    interval_high: float | None = Field(None, description="upper end")
    confidence: float | None = Field(None, description="level of the interval")
    evidence_ids: tuple[str, ...] = Field(description="where it is stated, and its base")


class MeanRow(Record):
    """A mean of scores."""

    questionnaire: str = Field(description="id of the questionnaire")
    item: str = Field(description="id of the item")
    source_id: str = Field(description="source")
    label: str = Field(description="what it is a mean of, as read or as declared")
    group: str = Field("", description="who answered: values of dimensions, or area")
    breakdown: dict[str, str] = Field(default_factory=dict, description="the same, dimension to value")
    ref_area: str | None = Field(None, description="area")
    status: Status = Field(description=STATED)
    mean: Exact | None = Field(description="as printed; null: conflicting")
    low: Exact | None = Field(
        None, description="least mean that the print, or any of conflicting ones, allows"
    )
    high: Exact | None = Field(
        None, description="greatest mean that the print, or any of conflicting ones, allows"
    )
    sd: Exact | None = Field(None, description="standard deviation as printed with it")
    n: int | None = Field(None, description="people of the group, where printed")
    scale_points: int | None = Field(
        None, description="points of the scale of the item, or its full mark, where printed"
    )
    evidence_ids: tuple[str, ...] = Field(description="where it is stated")


class TestRow(Record):
    """A test statistic as printed, with p recomputed from it."""

    source_id: str = Field(description="source")
    statistic: Literal["t", "F", "chi2", "r", "z"] = Field(description="which")
    value: Exact = Field(description="as printed")
    low: Exact | None = Field(description="least value that the print allows")
    high: Exact | None = Field(description="greatest value that the print allows")
    df1: Exact | None = Field(None, description="degrees of freedom, or those between groups")
    df2: Exact | None = Field(None, description="of F: those within groups")
    df_from: Literal["printed", "groups"] | None = Field(
        None,
        description="printed, or from the sizes of groups: pooled, Welch's (to one decimal) or of pairs, the first that fits p",
    )
    p_comparator: Comparator | None = Field(None, description="of the printed p")
    p: Exact | None = Field(None, description="printed p")
    p_low: float | None = Field(None, description="least p that the statistic allows")
    p_high: float | None = Field(None, description="greatest p that the statistic allows")
    verdict: Verdict = Field(description="whether the printed p agrees")
    evidence_ids: tuple[str, ...] = Field(description="where it is printed")


class ExhibitRow(Record):
    """A table or figure that a source names, and whether its numbers were read."""

    source_id: str = Field(description="source")
    kind: Kind = Field(description="table or figure")
    number: int = Field(description="its number")
    caption: str | None = Field(None, description="its caption; null where the text only refers to it")
    rows: int = Field(description="rows read of a table beside its caption")
    numbers: int = Field(description="numbers read in them")
    status: Literal["read", "absent"] = Field(
        description="absent: a picture, or left out; what it says is not known"
    )
    evidence_ids: tuple[str, ...] = Field(description="caption, or first reference")


class FindingRow(Record):
    """A check of what is printed. It says that numbers do not fit, never which of them is wrong."""

    check: str = Field(
        description="grim_share, share_of_count, choices, grim_mean, on_scale, sd_on_scale, grimmer, p_value, "
        "statistic_of_groups, statements"
    )
    questionnaire: str = Field("", description="id of the questionnaire")
    item: str = Field("", description="id of the item")
    source_id: str = Field(description="source")
    subject: str = Field(description="what was checked: option, group or statistic as printed")
    formula: str = Field(description="the arithmetic")
    stated: Exact | None = Field(None, description="number as printed")
    low: float | None = Field(None, description="least value that the rest allows")
    high: float | None = Field(None, description="greatest value that the rest allows")
    power: float | None = Field(
        None, description="share of printable values that the check would reject; 0: it cannot fail"
    )
    verdict: Verdict = Field(description="holds, inconsistent, or cannot tell")
    text_zh: str = Field(description="in words")
    text_en: str = Field(description="in words")
    evidence_ids: tuple[str, ...] = Field((), description="numbers that were held against one another")
