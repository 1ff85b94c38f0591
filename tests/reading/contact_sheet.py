"""Contact sheets: crops of PDF pages with words beside them, many on a picture, to be judged by eye."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from suyuan.reading.pages import PdfPages

SCALE = 200 / 72  # pixels a point
AROUND = (40.0, 5.0)  # points beside and above what is shown
CELL = (820, 92)  # pixels of a crop with its words
WORDS = 250  # pixels of the words
COLUMNS, ROWS = 2, 20


class Shot(NamedTuple):
    """What to show: a box of a page in points, and lines of words (ASCII) beside it."""

    path: Path
    page: int
    box: tuple[float, float, float, float]
    words: tuple[str, ...]


def draw_sheets(shots: Sequence[Shot], folder: Path) -> int:
    """Write 01.png, 02.png … into ``folder``, 40 crops on each in the order given; how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    size = COLUMNS * ROWS
    for place in range(0, len(shots), size):
        sheet = Image.new("RGB", (COLUMNS * CELL[0], ROWS * CELL[1]), "white")
        for i, shot in enumerate(shots[place : place + size]):
            sheet.paste(_cell(shot), (i // ROWS * CELL[0], i % ROWS * CELL[1]))
        sheet.save(folder / f"{place // size + 1:02}.png")
    return -(-len(shots) // size)


def _cell(shot: Shot) -> Image.Image:
    cell = Image.new("RGB", CELL, "white")
    draw = ImageDraw.Draw(cell)
    font = ImageFont.load_default(17)
    for i, words in enumerate(shot.words):
        draw.text((4, 2 + 28 * i), words, font=font, fill="black" if i == 0 else "blue")
    draw.line((0, CELL[1] - 1, CELL[0], CELL[1] - 1), fill="lightgrey")
    x0, top, x1, bottom = shot.box
    with PdfPages(shot.path) as pages:
        sheet = pages.document[shot.page - 1]
        width, height = sheet.get_size()
        sheet.close()
        place = (
            max(0.0, x0 - AROUND[0]),
            max(0.0, top - AROUND[1]),
            min(width, x1 + AROUND[0]),
            min(height, bottom + AROUND[1]),
        )
        crop = pages.region(shot.page, place, SCALE)
    marked = ((x0 - place[0]) * SCALE, (x1 - place[0]) * SCALE)
    room = (CELL[0] - WORDS - 4, CELL[1] - 6)
    factor = min(1.6, room[0] / crop.width, (room[1] - 3) / crop.height)
    crop = crop.resize(
        (max(1, round(crop.width * factor)), max(1, round(crop.height * factor))), Image.Resampling.LANCZOS
    )
    cell.paste(crop, (WORDS, 1))
    under = crop.height + 2
    draw.line((WORDS + marked[0] * factor, under, WORDS + marked[1] * factor, under), fill="red", width=3)
    return cell
