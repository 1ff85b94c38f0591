"""Annotated sections and papers, and how mentions found there are scored; used by several benchmarks.

The scorer (score.py) comes from outside of the repository, with the papers; nothing here knows its rules.
"""

from __future__ import annotations

import importlib.util
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from annotations import Row, file_of, load, place
from suyuan.document import Document
from suyuan.reading import read_document, render_text

TIERS = ("T1", "T2", "T3", "T4", "T5")
SETS = {
    "development": "development",
    "held-out": "held out",
    "one-reader": "one reader",
    "practice": "practice",
    "second-held-out": "second held out",
    "third-held-out": "third held out",
    "fourth-held-out": "fourth held out",
    "fifth-held-out": "fifth held out",
    "sixth-held-out": "sixth held out",
}
UNSEEN = "sixth-held-out"
STOPS = "\n。；！？"
RESAMPLES = 2000
Counts = dict[str, tuple[int, int, int]]  # tier -> right, false, missed


@dataclass(frozen=True)
class Annotated:
    """A document with the facts that readers found in it, or in the section ``first < start < last`` of it."""

    name: str
    kind: str
    file: str  # its path in the folder it is read from
    document: Document
    text: str  # offsets of facts are those of this text
    gold: list[Row]  # with id, start and end
    readers: tuple[list[Row], ...]
    first: int
    last: int

    def inside(self, mentions: Sequence[Row]) -> list[Row]:
        """The mentions that begin in what was annotated."""
        return [row for row in mentions if self.first < row["start"] < self.last]


def scorer(tools: Path) -> ModuleType:
    """The scorer as a module. ``tools`` is the folder that holds score.py."""
    spec = importlib.util.spec_from_file_location("score", tools / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def text_of(document: Document) -> str:
    """The text in which the offsets of its facts count."""
    return document.text if document.media == "text" else render_text(document)


def placed(text: str, rows: Sequence[Row]) -> list[Row]:
    """Annotated rows with ``id``, ``start`` and ``end`` in this text."""
    found = []
    for number, row in enumerate(rows, 1):
        start, end = place(text, row)
        found.append(row | {"id": f"{number:03}", "start": start, "end": end})
    return found


def lines_around(text: str, rows: Sequence[Row]) -> tuple[int, int]:
    """Offsets of the line break before the first row and of that behind the last one (of the ends of the text where none is)."""
    first = text.rfind("\n", 0, min(row["start"] for row in rows))
    last = text.find("\n", max(row["end"] for row in rows))
    return first, last if last >= 0 else len(text)


def annotated_sections(corpus: Path, which: str) -> list[Annotated]:
    """The sections of tests/data/annotations of one set (a key of SETS)."""
    found = []
    for name, section in load().items():
        if section["set"] != SETS[which]:
            continue
        document = read_document(file_of(section, corpus), source_id=name, edition="text")
        text = text_of(document)
        gold = placed(text, section["facts"])
        first, last = lines_around(text, gold)
        readers = tuple(placed(text, rows) for rows in section["readers"])
        found.append(
            Annotated(name, section["kind"], section["file"], document, text, gold, readers, first, last)
        )
    return found


def annotated_papers(papers: Path, gold: Path, score: ModuleType, *, whole: bool = True) -> list[Annotated]:
    """The papers (NAME.txt) that have annotated facts (NAME.facts.jsonl): in full, or from the first to the last."""
    found = []
    for path in sorted(gold.glob("*.facts.jsonl")):
        name = path.name.split(".")[0]
        document = read_document(papers / f"{name}.txt", source_id=name, edition="text")
        text = text_of(document)
        rows = score.load_gold(path, text)
        first, last = -1, len(text)
        if not whole and rows:
            first, last = lines_around(text, rows)
        found.append(Annotated(name, "paper", f"{name}.txt", document, text, rows, (), first, last))
    return found


def counts(score: ModuleType, gold: Sequence[Row], mentions: Sequence[Row]) -> tuple[Counts, dict[str, Any]]:
    """Right, false and missed by tier, and the scorer's whole answer."""
    result = score.score(list(gold), list(mentions))
    return {tier: (n["tp"], n["fp"], n["fn"]) for tier, n in result["tiers"].items()}, result


def by_sentence(score: ModuleType, text: str, gold: Sequence[Row], mentions: Sequence[Row]) -> list[Counts]:
    """Counts of every sentence that has a core fact or a false mention."""
    sentences: dict[int, tuple[list[Row], list[Row]]] = {}
    for side, rows in enumerate((gold, mentions)):
        for row in rows:
            begin = max(text.rfind(stop, 0, row["start"]) for stop in STOPS)
            sentences.setdefault(begin, ([], []))[side].append(row)
    found = [counts(score, *pair)[0] for _, pair in sorted(sentences.items())]
    return [sentence for sentence in found if any(sentence["T1"])]


def f1(each: Sequence[Counts], tier: str) -> float:
    """F1 of the counts of all sentences (or documents) together."""
    right, false, missed = (sum(one[tier][i] for one in each) for i in range(3))
    return 2 * right / (2 * right + false + missed) if right else 0.0


def interval(sentences: Sequence[Counts], tier: str) -> tuple[float, float]:
    """95 % percentile interval of F1 over resampled sentences (Efron's bootstrap, fixed seed)."""
    draw = random.Random(20261122)
    found = sorted(f1(draw.choices(sentences, k=len(sentences)), tier) for _ in range(RESAMPLES))
    return found[int(0.025 * RESAMPLES)], found[int(0.975 * RESAMPLES) - 1]
