"""Phrases of measures compared: normal form and Dice coefficient of character bigrams."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

WORDS = "measure_words.yaml"
JOINING = ("和", "与", "及", "或")


@cache
def measure_words() -> dict[str, Any]:
    """The table ``suyuan/data/measure_words.yaml``."""
    data: dict[str, Any] = yaml.safe_load(files("suyuan.data").joinpath(WORDS).read_text(encoding="utf-8"))
    return data


def normal_phrase(phrase: str, areas: Iterable[str] = ()) -> str:
    """A phrase without blanks, punctuation, quotation marks, words of counting at its end, filler words and ``areas``.

    Areas are taken out longest first, and only where something remains.
    """
    text = "".join(
        c for c in unicodedata.normalize("NFKC", phrase).lower() if unicodedata.category(c)[0] in "LN"
    )
    for area in sorted(areas, key=lambda name: (-len(name), name)):
        text = text.replace(area, "") or text
    words = measure_words()
    for filler in words["fillers"]:
        text = text.replace(filler, "") or text
    for suffix in words["suffixes"]:
        if text.endswith(suffix) and len(text) > len(suffix):
            return text.removesuffix(suffix)
    return text


@cache
def names_counted(name: str, value: str) -> bool:
    """Whether a breakdown value only names the things that a measure counts: 企业数 of 设立分支机构的企业数量.

    They stand at the end of its name, without the words of counting; not where they are one of several that it counts
    (行业标准 of 国家标准和行业标准).
    """
    head, whole = normal_phrase(value), normal_phrase(name)
    if len(head) < 2 or not whole.endswith(head):
        return False
    return not whole.removesuffix(head).endswith(JOINING) and "、" + head not in name


def dice(a: str, b: str) -> float:
    """Dice coefficient of the character bigrams (with repeats) of two strings, 0 to 1; equal strings 1."""
    if a == b:
        return 1.0
    first, second = bigrams(a), bigrams(b)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def bigrams(text: str) -> Counter[str]:
    """Pairs of neighbouring characters with how often they stand in a text."""
    return Counter(text[i : i + 2] for i in range(len(text) - 1))
