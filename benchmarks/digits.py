"""Digits: every number that we read from PDFs held against the picture of its page.

    python benchmarks/digits.py second FILE.pdf … --work FOLDER [--way strips|pages] [--minutes N] [--long N] [--sheets]
    python benchmarks/digits.py sample FILE.pdf … --work FOLDER [--numbers 300] [--seed N]

``second`` recognises pages from their pictures (with requirements-ocr.txt; without, only what is already kept in FOLDER is
compared) and prints where the numbers of our text and of the picture differ: file, page, layer, box, what differs, ours, the
picture's. ``--way strips`` (the default) recognises the stretches of the lines in which we read a digit, cut out of the
page picture; ``--way pages`` finds the lines itself and so shows numbers that we do not have, but takes four times as long.

Files of at most ``--long`` pages come first, the shortest first, then the pages of the longer ones in a random order (seed
20261122), last the pages whose text we do not trust. What was recognised is kept in FOLDER, page by page, so the run
can be cut off and taken up again; ``--minutes`` of CPU ends it. Pages that were not reached are named.

``sample`` draws numbers of our text at random, the same count from each file and none from pages that are not trusted.

Both draw contact sheets into FOLDER (``second`` with --sheets): crops of the pages, the numbers beside them, to be judged by eye.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
# in place of this folder, which has a reading.py
sys.path[:1] = [str(ROOT / "workflow" / "lib"), str(ROOT / "tests")]

from reading.contact_sheet import Shot, draw_sheets  # noqa: E402 - tests/ is no package
from reading.digit_runs import (  # noqa: E402
    Difference,
    Placed,
    Run,
    Strip,
    compare,
    line_of,
    runs_of,
    strips_of,
)
from suyuan.reading import ReadError, read_document  # noqa: E402
from suyuan.reading.ocr import engine  # noqa: E402
from suyuan.reading.pages import PdfPages  # noqa: E402
from suyuan.reading.pdf import reader  # noqa: E402
from suyuan.reading.pdf.quality import page_list  # noqa: E402

SEED = 20261122
STRIP_SCALE = 200 / 72  # pixels a point
LONG_SIDE = 2000.0  # pixels of a page picture, about 170 dots an inch on A4
DETECTED = 1408  # pixels of the picture in which lines are looked for; they are read in the larger one
TURNS = (0, 90, 270)

Char = tuple[str, float, float, float, float, float, bool]  # text, box in points, score, a blank before it
Page = tuple[Path, int]


class Reading(NamedTuple):
    """A file as we read it: its characters and numbers by page, layers of the pages, numbers that run over a line end."""

    chars: dict[int, list[Placed]]  # with the blanks behind them
    runs: dict[int, list[Run]]
    layers: dict[int, str]
    broken: list[tuple[int, str]]


def our_reading(path: Path) -> Reading:
    """Raises ReadError. Recognition is left out: the text layer is what is held against the picture."""
    reader.recogniser = lambda: None  # type: ignore[attr-defined]
    document = read_document(path, source_id="benchmark", edition="original")
    assert document.boxes is not None
    runs: defaultdict[int, list[Run]] = defaultdict(list)
    broken = []
    for parts in runs_of(list(zip(document.text, document.boxes, strict=True))):
        for page, run in parts:
            runs[page].append(run)
        if len(parts) > 1:
            broken.append((parts[0][0], " | ".join(run.text for _, run in parts)))
    chars: defaultdict[int, list[Placed]] = defaultdict(list)
    page = 1
    for char, box in zip(document.text, document.boxes, strict=True):
        page = box.page if box is not None else page
        chars[page].append((char, box))
    return Reading(chars, dict(runs), {page.number: page.layer for page in document.pages}, broken)


def page_order(readings: dict[Path, Reading], long: int) -> list[Page]:
    """All pages, in the order in which they are recognised."""
    by_length = sorted(readings, key=lambda path: (len(readings[path].layers), path.name))
    pages = [(path, page) for path in by_length for page in readings[path].layers]
    last = [(path, page) for path, page in pages if readings[path].layers[page] == "untrusted"]
    of_long = [
        (path, page) for path, page in pages if len(readings[path].layers) > long and (path, page) not in last
    ]
    random.Random(SEED).shuffle(of_long)
    return [pair for pair in pages if pair not in {*of_long, *last}] + of_long + last


def recognised(path: Path, page: int) -> list[list[Char]]:
    """The lines of a page by recognition, held in the way in which most is read."""
    with PdfPages(path) as pages:
        sheet = pages.document[page - 1]
        width, height = sheet.get_size()
        sheet.close()
        scale = LONG_SIDE / max(width, height)
        picture = pages.region(page, None, scale)
    found = {0: engine.recognise(picture)}
    if _lies(found[0]):
        found.update({turn: engine.recognise(picture.rotate(turn, expand=True)) for turn in TURNS[1:]})
    turn = max(found, key=lambda turn: sum(seen.score for line in found[turn] for seen in line))
    return [[_back(seen, turn, scale, (width, height)) for seen in line] for line in found[turn]]


def _lies(lines: Sequence[Sequence[engine.Seen]]) -> bool:
    long = [line for line in lines if len(line) > 1]
    tall = [line for line in long if line[0].bottom - line[0].top > line[-1].x1 - line[0].x0]
    return len(tall) > len(long) / 2


def _back(seen: engine.Seen, turn: int, scale: float, size: tuple[float, float]) -> Char:
    """From pixels of the turned picture to points of the page."""
    x0, top, x1, bottom = (edge / scale for edge in (seen.x0, seen.top, seen.x1, seen.bottom))
    if turn == 90:
        x0, top, x1, bottom = size[0] - bottom, x0, size[0] - top, x1
    elif turn == 270:
        x0, top, x1, bottom = top, size[1] - x1, bottom, size[1] - x0
    edges = [round(edge, 1) for edge in (x0, top, x1, bottom)]
    return (seen.text, edges[0], edges[1], edges[2], edges[3], round(seen.score, 2), seen.apart)


def recognised_strips(path: Path, page: int, strips: Iterable[Strip]) -> list[list[Char]]:
    """What recognition reads in stretches cut from the page picture; characters are spread evenly."""
    with PdfPages(path) as pages:
        picture = pages.region(page, None, STRIP_SCALE)
    lines = []
    for strip in strips:
        x0, top, x1, bottom = (round(edge * STRIP_SCALE) for edge in strip[:4])
        cut = picture.crop((x0, top, x1, bottom))
        upright = np.asarray(cut.rotate(strip.turn, expand=True))[:, :, ::-1]
        found = _line_engine()(upright, use_det=False, use_cls=False, use_rec=True)
        lines.append(spread(str((found.txts or ("",))[0]), strip))
    return [line for line in lines if line]


@cache
def _line_engine() -> Any:
    return import_module("rapidocr").RapidOCR(params=engine.SETTINGS)


def spread(text: str, strip: Strip) -> list[Char]:
    """Characters of a text divided evenly over a strip."""
    step = (strip.x1 - strip.x0) / max(len(text), 1)
    return [
        (
            char,
            round(strip.x0 + i * step, 1),
            strip.top,
            round(strip.x0 + (i + 1) * step, 1),
            strip.bottom,
            1.0,
            i > 0 and text[i - 1].isspace(),
        )
        for i, char in enumerate(text)
        if not char.isspace()
    ]


def kept(work: Path, path: Path, page: int, way: str) -> Path:
    """Where the recognised lines of a page are kept."""
    return work / way / path.stem / f"{page}.json"


def recognise_all(
    order: Iterable[Page], readings: dict[Path, Reading], work: Path, way: str, minutes: float | None
) -> None:
    """Recognise what is not yet kept, until the time is up."""
    engine.SETTINGS.update({"Det.limit_type": "max", "Det.limit_side_len": DETECTED})
    begun = time.process_time()
    for path, page in order:
        if minutes is not None and time.process_time() - begun > 60 * minutes:
            return
        target = kept(work, path, page, way)
        if target.exists():
            continue
        if way == "pages":
            lines = recognised(path, page)
        else:
            lines = recognised_strips(path, page, strips_of(readings[path].chars.get(page, [])))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")


def second(files: list[Path], work: Path, way: str, minutes: float | None, long: int, sheets: bool) -> None:
    readings = read_all(files)
    order = page_order(readings, long)
    if engine.is_installed():
        recognise_all(order, readings, work, way, minutes)
    else:
        print("the recogniser is not installed: only pages that are already kept are compared")
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    left: defaultdict[str, list[int]] = defaultdict(list)
    shots: list[Shot] = []
    print("number | file | page | layer | box | what | ours | picture")
    for path, page in sorted(order):
        reading, source = readings[path], kept(work, path, page, way)
        if not source.exists():
            left[path.name].append(page)
            continue
        ours = reading.runs.get(page, [])
        differences = compare(
            ours, [line_of(line) for line in json.loads(source.read_text(encoding="utf-8"))]
        )
        count = counts[path.name, reading.layers[page]]
        count.update(["pages", *(one.kind for one in differences)])
        count["numbers"] += len(ours)
        count["differing"] += sum(len(one.ours) for one in differences)
        for one in differences:
            shots.append(_shot(path, page, one, len(shots) + 1))
            box = ",".join(f"{edge:.0f}" for edge in one[3:])
            print(
                f"{len(shots)} | {path.stem} | {page} | {reading.layers[page]} | {box} | {one.kind} | "
                f"{' '.join(one.ours)} | {' '.join(one.second)}"
            )
    _summary(counts)
    for path, reading in readings.items():
        for page, parts in reading.broken:
            print(f"over a line end: {path.stem} | {page} | {parts}")
    for name, pages in left.items():
        print(f"not recognised: {name}: {page_list(pages, most=1000)}")
    if sheets:
        print(f"{draw_sheets(shots, work / f'second-{way}')} contact sheets in {work / f'second-{way}'}")


def _shot(path: Path, page: int, one: Difference, number: int) -> Shot:
    words = (
        f"{number} {path.stem[:3]} p{page} {one.kind}",
        f"our {'  '.join(one.ours)}",
        f"ocr {'  '.join(one.second)}",
    )
    return Shot(path, page, (one.x0, one.top, one.x1, one.bottom), words)


def _summary(counts: dict[tuple[str, str], Counter[str]]) -> None:
    columns = (
        "pages",
        "numbers",
        "differing",
        "digits",
        "marks",
        "segments",
        "only ours",
        "only second",
    )
    print("file | layer | " + " | ".join(columns))
    total: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (name, layer), count in counts.items():
        total[layer].update(count)
        print(f"{name} | {layer} | " + " | ".join(str(count[column]) for column in columns))
    for layer, count in total.items():
        print(f"all | {layer} | " + " | ".join(str(count[column]) for column in columns))


def sample(files: list[Path], work: Path, numbers: int, seed: int) -> None:
    """At least so many numbers, the same count from each file as far as it has them."""
    shots: list[Shot] = []
    each = -(-numbers // len(files))
    for path, reading in read_all(files).items():
        runs = [
            (page, run)
            for page, found in sorted(reading.runs.items())
            if reading.layers[page] != "untrusted"
            for run in found
        ]
        drawn = random.Random(f"{seed} {path.name}").sample(runs, min(each, len(runs)))
        for page, run in sorted(drawn, key=lambda pair: (pair[0], pair[1].top)):
            shots.append(Shot(path, page, run[1:], (f"{len(shots) + 1} {path.stem[:3]} p{page}", run.text)))
            print(f"{len(shots)} | {path.stem} | {page} | {run.text}")
    print(f"{draw_sheets(shots, work / 'sample')} contact sheets in {work / 'sample'}")


def read_all(files: Iterable[Path]) -> dict[Path, Reading]:
    readings = {}
    for path in files:
        try:
            readings[path] = our_reading(path)
        except ReadError as error:
            print(f"{path.name}: {error.what}")
    return readings


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("second", "sample"):
        one = commands.add_parser(name)
        one.add_argument("files", type=Path, nargs="+")
        one.add_argument("--work", type=Path, required=True)
    commands.choices["second"].add_argument("--way", choices=("strips", "pages"), default="strips")
    commands.choices["second"].add_argument("--minutes", type=float)
    commands.choices["second"].add_argument("--long", type=int, default=25)
    commands.choices["second"].add_argument("--sheets", action="store_true")
    commands.choices["sample"].add_argument("--numbers", type=int, default=300)
    commands.choices["sample"].add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    if options.command == "second":
        second(options.files, options.work, options.way, options.minutes, options.long, options.sheets)
    else:
        sample(options.files, options.work, options.numbers, options.seed)


if __name__ == "__main__":
    main()
