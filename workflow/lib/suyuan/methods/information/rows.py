"""Rows of an information analysis."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from suyuan.methods.information.chance import Verdict
from suyuan.records import Record


class SettingRow(Record):
    """How the numbers of the other tables were made; one row."""

    unit: Literal["document", "section"] = Field(description="what a text is")
    against: Literal["one_text", "sets"] = Field(
        description="one_text: the paragraphs of a pair dealt anew to two texts; sets: those of each set within it"
    )
    rounds: int = Field(description="permutations")
    outside: float = Field(description="share of the permutations outside the interval")
    seed: int = Field(description="of the generator of random numbers")
    least_terms: int = Field(description="terms that a text has at least")


class TextRow(Record):
    """A text that was compared, or left out because it is too short."""

    text_id: str = Field(description="id of the text: source, and number of the section")
    source_id: str = Field(description="source")
    heading: str = Field("", description="heading of the section; empty for a whole document")
    side: int = Field(description="set that it belongs to, 1 or 2; 0 without sets")
    paragraphs: int = Field(description="paragraphs with terms")
    terms: int = Field(description="terms, each occurrence")
    distinct: int = Field(description="different terms")
    compared: bool = Field(description="whether it was long enough")
    position: int | None = Field(None, description="place in the order of the tree of its side, from 0")


class PairRow(Record):
    """Two texts: how much a term tells of which of them it comes from."""

    text_a: str = Field(description="id of the first text")
    text_b: str = Field(description="id of the second text")
    common_terms: int = Field(description="different terms that both have")
    information: float = Field(description="mutual information of term and text, bits, 0 to 1")
    bias: float = Field(description="Miller and Madow's correction for small samples, bits")
    corrected: float = Field(
        description="information less the bias; below 0 where they differ less than chance"
    )
    similarity: float = Field(description="1 less the corrected information; at most 1")
    chance_low: float | None = Field(description="lower end of the information of permutations, bits")
    chance_middle: float | None = Field(description="median of the permutations, bits")
    chance_high: float | None = Field(description="upper end, bits")
    p: float | None = Field(description="two-sided share of permutations as extreme as the information")
    verdict: Verdict = Field(
        description="farther: more information than the permutations; nearer: less; none: inside their interval; "
        "cannot_tell: too few paragraphs to permute"
    )
    evidence_ids: tuple[str, ...] = Field((), description="words of the terms that add most, in both texts")


class ShareRow(Record):
    """A term of a pair of texts, and what it adds to their information or to their similarity."""

    text_a: str = Field(description="id of the first text")
    text_b: str = Field(description="id of the second text")
    role: Literal["apart", "common"] = Field(
        description="apart: adds to the information; common: adds to the similarity"
    )
    rank: int = Field(description="1 for the term that adds most")
    term: str = Field(description="term")
    count_a: int = Field(description="how often it occurs in the first text")
    count_b: int = Field(description="how often it occurs in the second text")
    bits: float = Field(
        description="what it adds, bits; over all terms information and similarity are the sum (not corrected)"
    )
    evidence_ids: tuple[str, ...] = Field(description="its first occurrence in each text")


class MergeRow(Record):
    """A step of the tree by average linkage: two clusters that become one."""

    side: int = Field(description="set, 1 or 2; 0 without sets")
    step: int = Field(description="number of the step, from 0; its cluster is named #step")
    left: str = Field(description="id of a text, or the name of a cluster")
    right: str = Field(description="id of a text, or the name of a cluster")
    height: float = Field(description="mean corrected information between the texts of the two, bits")
    size: int = Field(description="texts in the new cluster")


class HalvesRow(Record):
    """How often two halves of one text get a verdict: a check of the interval, not of the text."""

    text_id: str = Field(description="id of the text")
    trials: int = Field(description="how often it was halved at random, by paragraphs")
    outside: int = Field(description="halves whose information is outside the interval")
    share: float = Field(description="outside / trials; expected is the share that the declaration names")
