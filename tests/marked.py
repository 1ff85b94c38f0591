"""Marked texts (tests/data/marked): short texts whose author marked every quantity with its time, area and measure.

A file holds several texts; each begins with a line ``=== name | kind``. A mark is ``{{surface|time|area|measure}}``: time in
EDTF or nothing, areas joined by 、 or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "data" / "marked"
HEAD = re.compile(r"^=== (?P<name>\S+) \| (?P<kind>[^\n]+)\n", re.MULTILINE)
MARK = re.compile(r"\{\{(?P<surface>[^{}|]+)\|(?P<time>[^{}|]*)\|(?P<area>[^{}|]*)\|(?P<measure>[^{}|]*)\}\}")
EDTF = re.compile(r"\d{4}(?:-\d\d){0,2}~?(?:/(?:\d{4}(?:-\d\d){0,2}|\.\.)?)?")


@dataclass(frozen=True)
class Mark:
    """A quantity of a text: offsets in the text without marks, and what its author says of it."""

    start: int
    end: int
    time: str | None
    area: tuple[str, ...]
    measure: str


@dataclass(frozen=True)
class Marked:
    """A text without its marks, and the marks in the order of the text."""

    name: str
    kind: str
    text: str
    marks: tuple[Mark, ...]


def marked_texts(path: Path) -> Iterator[Marked]:
    """The texts of a file. Raises ValueError for a brace or bar that is no mark, and for a time that is no EDTF."""
    content = path.read_text(encoding="utf-8")
    heads = list(HEAD.finditer(content))
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        body = content[head.end() : after.start() if after else len(content)].strip("\n") + "\n"
        yield _unmarked(f"{path.name}, {head['name']}", head["name"], head["kind"].strip(), body)


def _unmarked(where: str, name: str, kind: str, body: str) -> Marked:
    parts: list[str] = []
    marks: list[Mark] = []
    at = length = 0
    for match in MARK.finditer(body):
        plain = body[at : match.start()]
        start = length + len(plain)
        length = start + len(match["surface"])
        parts += [plain, match["surface"]]
        at = match.end()
        time = match["time"].strip() or None
        if time is not None and EDTF.fullmatch(time) is None:
            raise ValueError(f"{where}: {time!r} at {match['surface']!r} is no EDTF time")
        area = tuple(part for part in match["area"].strip().split("、") if part)
        marks.append(Mark(start, length, time, area, match["measure"].strip()))
    text = "".join([*parts, body[at:]])
    if re.search(r"[{}|]", text):
        raise ValueError(f"{where}: a brace or bar that belongs to no mark")
    return Marked(name, kind, text, tuple(marks))
