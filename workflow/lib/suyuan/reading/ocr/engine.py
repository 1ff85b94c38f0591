"""The recogniser: rapidocr, whose models lie inside its wheel. Nothing is fetched; one thread, so the same result each time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

from PIL.Image import Image

PACKAGES = ("rapidocr", "onnxruntime")
INSTALL = "pip install -r requirements-ocr.txt"
SETTINGS = {
    "Global.log_level": "critical",
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


class Seen(NamedTuple):
    """One character in a picture; pixels from the top left."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    score: float  # how sure the recogniser is, 0 to 1
    apart: bool = False  # a blank stands before it


def is_installed() -> bool:
    """Whether pages can be recognised here."""
    return all(find_spec(package) is not None for package in PACKAGES)


def recognise(picture: Image) -> list[list[Seen]]:
    """Lines of a picture, from the top down as the recogniser finds them, each a list of characters from left to right.

    A box that is given for several characters is divided evenly over them.
    """
    import numpy as np

    found = _engine()(np.asarray(picture.convert("RGB"))[:, :, ::-1], return_word_box=True)
    lines = zip(found.txts or (), found.word_results or (), strict=True)
    return [line for line in (_line(str(text), words) for text, words in lines) if line]


def _line(text: str, words: Sequence[Sequence[Any]]) -> list[Seen]:
    chars = [char for word in words for char in _characters(word)]
    inked = [i for i, char in enumerate(text) if not char.isspace()]
    if [text[i] for i in inked] != [char.text for char in chars]:
        return chars
    return [
        char._replace(apart=place > 0 and text[i - 1].isspace())
        for place, (i, char) in enumerate(zip(inked, chars, strict=True))
    ]


def _characters(word: Sequence[Any]) -> list[Seen]:
    text, score, box = word
    if not text or not text.strip() or box is None:
        return []
    xs, ys = [float(x) for x, _ in box], [float(y) for _, y in box]
    left, step = min(xs), (max(xs) - min(xs)) / len(text)
    return [
        Seen(char, left + i * step, min(ys), left + (i + 1) * step, max(ys), float(score))
        for i, char in enumerate(text)
        if not char.isspace()
    ]


@cache
def _engine() -> Any:
    return import_module("rapidocr").RapidOCR(params=SETTINGS)
