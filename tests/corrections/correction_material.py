"""A text with its facts, and corrections of them."""

from pathlib import Path

import pytest

from suyuan.corrections import (
    Correction,
    CorrectionError,
    apply_corrections,
)
from suyuan.document import Block, Document, Span
from suyuan.records import Fact

ROOT = Path(__file__).parents[2]
KEY = ("one", "text")

# Two sentences; a running head in the middle of the second; the same 5项 twice; one number for two places.
TEXT = "甲地共有标准70项，去年增加\n5项。乙地也增加\n某刊 第3页\n5项，丙地与丁地各2项，另有三分之一未定。\n"
HEAD = TEXT.index("某刊")
BODY = Block(
    "paragraph",
    (Span(0, HEAD), Span(TEXT.index("5项，丙"), len(TEXT) - 1)),
    section=("一、情况", "（一）数量"),
)
FURNITURE = Block("furniture", (Span(HEAD, HEAD + len("某刊 第3页")),))


def document(edition="text") -> Document:
    return Document(
        source_id="one",
        edition=edition,
        path="one.txt",
        sha256="0" * 64,
        media="text",
        text=TEXT,
        blocks=(BODY, FURNITURE),
    )


def fact(surface: str, occurrence: int = 0, area: tuple[str, ...] = (), **more) -> Fact:
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(surface, start + 1)
    end = start + len(surface)
    sentence = TEXT[: TEXT.index("。") + 1] if start < TEXT.index("。") else TEXT[TEXT.index("。") + 1 :]
    values = {
        "fact_id": f"f{start}{''.join(area)}", "source_id": "one", "edition": "text", "start": start, "end": end,
        "locator": document().locate(start, end), "block": "paragraph", "surface": surface,
        "sentence": sentence.replace("\n", "").replace("某刊 第3页", ""), "value": 5, "unit": "项", "area": area,
        "method": "count", "low": 5, "high": 5, "step": 1, "bound_rule": "counted",
    }  # fmt: skip
    return Fact.model_validate({**values, **more})


SEVENTY = fact(
    "70项",
    value=70,
    low=70,
    high=70,
    measure="标准",
    measure_id="standards",
    time="2020",
    time_from="sentence",
)
FIRST, SECOND = fact("5项"), fact("5项", 1)
BING, DING = (
    fact("2项", area=("丙地",), value=2, low=2, high=2),
    fact("2项", area=("丁地",), value=2, low=2, high=2),
)
FACTS = [SEVENTY, FIRST, SECOND, BING, DING]


def correction(action: str, surface: str, before: str = "", after: str = "", **more) -> Correction:
    quote = {"surface": surface, "before": before, "after": after, "area": more.pop("area", None)}
    base = {
        "action": action,
        "source": "one",
        "edition": "text",
        "quote": quote,
        "reason": "为何",
        "who": "某人",
    }
    return Correction.model_validate({**base, "when": "2026-01-31", **more})


def applied(*corrections: Correction, facts=None, read=None):
    return apply_corrections(
        FACTS if facts is None else facts, corrections, {KEY: document()} if read is None else read
    )


def error(*corrections: Correction, **more) -> list[str]:
    with pytest.raises(CorrectionError) as caught:
        applied(*corrections, **more)
    assert str(caught.value) == "\n".join(caught.value.messages)
    return list(caught.value.messages)
