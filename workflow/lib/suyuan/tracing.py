"""From an observation back to the places where its number was read: ``Tables.trace`` and ``Tables.picture`` in notebooks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
from PIL import ImageDraw
from PIL.Image import Image

from suyuan.config import Config, load_config
from suyuan.export.locators import parse_boxes
from suyuan.reading.pages import render_page
from suyuan.records import Box
from suyuan.sources.card import ORIGINALS, Card
from suyuan.sources.cardfile import read_cards
from suyuan.sources.collected import CollectedSource, collected_sources

if TYPE_CHECKING:
    from suyuan.export.load import Tables

CONFIG = "config/config.yaml"
FRAME = "#d55e00"  # vermilion: told from black print by every kind of eye
COPIED = ("source_id", "edition", "surface", "sentence", "cited_at")


class TraceError(ValueError):
    """The place cannot be shown. The text says what is missing and what to do."""


@dataclass(frozen=True, repr=False)
class PagePicture:
    """A page of a PDF, or a strip of it, with a frame around what was read. Notebooks show it by themselves."""

    image: Image
    alt: str  # words for who does not see it

    def __repr__(self) -> str:
        return f"<{self.alt}>"  # without the address in memory, so that notebooks come out the same

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, bytes], dict[str, dict[str, str]]]:
        data = BytesIO()
        self.image.save(data, "PNG")
        return {"image/png": data.getvalue()}, {"image/png": {"alt": self.alt}}


@dataclass(frozen=True)
class SourceFiles:
    """The project's cards and collected rows, to tell which file or page a row of a table was read from."""

    project: Path | None
    originals: Path | None = None

    @cached_property
    def config(self) -> Config:
        """Settings of the project; the defaults where it has none."""
        path = None if self.project is None else self.project / CONFIG
        return load_config(path) if path is not None and path.is_file() else Config()

    @cached_property
    def cards(self) -> dict[str, Card]:
        """Source cards by id."""
        return {} if self.project is None else read_cards(self.project / self.config.sources).cards

    @cached_property
    def collected(self) -> dict[str, CollectedSource]:
        """Sources of the numbers collected by hand, by id."""
        return {} if self.project is None else collected_sources(self.project / self.config.collected)

    def name(self, source_id: str) -> str:
        """Title and journal or publisher; the id of a source that has neither card nor row."""
        card, rows = self.cards.get(source_id), self.collected.get(source_id)
        if card is not None:
            return "，".join(part for part in (f"《{card.label}》", card.journal or card.publisher) if part)
        return f"《{rows.title}》，{rows.publisher}" if rows is not None else source_id

    def path(self, source_id: str, edition: str) -> Path | None:
        """Where the file of an edition should lie; None if no card names one."""
        card = self.cards.get(source_id)
        found = None if card is None else card.edition(edition)
        if found is None or self.project is None:
            return None
        if found.in_git:
            return self.project / found.file
        copies = self.originals or self.config.originals_folder(self.project) or self.project / ORIGINALS
        return copies / found.name_in_originals

    def where(self, row: Any) -> str:
        """Locator of a row of facts in words."""
        if row["locator_kind"] == "collected":
            return str(row["address"])
        path = self.path(row["source_id"], row["edition"])
        file = row["source_id"] if path is None else self._shown(path)
        if row["locator_kind"] == "pdf":
            return f"{file}, page {row['page']}, boxes {row['boxes']}"
        return f"{file}, characters {row['text_start']} to {row['text_end']} of what `suyuan read` prints"

    def _shown(self, path: Path) -> str:
        inside = self.project is not None and path.is_relative_to(self.project)
        return path.relative_to(self.project).as_posix() if inside and self.project else path.name


def trace(tables: Tables, observation_id: str) -> pd.DataFrame:
    """What states an observation: a row for each fact (its id is the index), the chosen one first.

    Columns: ``source_id``, ``source`` (title and publisher), ``edition``, ``surface`` (the words as printed),
    ``sentence``, ``cited_at`` (place in the paper, where a digest was read), ``where`` (file with page and boxes in
    points, or with the span of the read text; address of a page). Raises TraceError for an unknown observation.
    """
    observations = tables.observations.set_index("observation_id")
    if observation_id not in observations.index:
        raise TraceError(f"there is no observation {observation_id}; take an id of tables.observations")
    states: dict[Any, Any] = observations["fact_ids"].to_dict()
    facts = tables.facts.set_index("fact_id").loc[list(states[observation_id])]
    files = SourceFiles(tables.project, tables.originals)
    found = facts[list(COPIED)].copy()
    found.insert(1, "source", [files.name(source_id) for source_id in facts["source_id"]])
    found["where"] = [files.where(row) for _, row in facts.iterrows()]
    return found


def picture(tables: Tables, fact_id: str, *, around: float | None = None, scale: float = 1.5) -> PagePicture:
    """The page that a fact was read from, framed where it stands; of several pages the first.

    ``around``: show only the strip of the page that reaches so many points above and below the frame. ``scale`` is
    pixels a point. Raises TraceError if the fact is unknown, was not read from a PDF, or its file is not here.
    """
    facts = tables.facts.set_index("fact_id")
    if fact_id not in facts.index:
        raise TraceError(f"there is no fact {fact_id}; take an id of tables.facts")
    row: dict[Any, Any] = facts.loc[fact_id].to_dict()
    if row["locator_kind"] != "pdf":
        raise TraceError(
            f"{fact_id} was not read from a PDF ({row['locator_kind']}), so there is no page to show; "
            "tables.trace tells where it stands"
        )
    path = SourceFiles(tables.project, tables.originals).path(row["source_id"], row["edition"])
    if path is None or not path.is_file():
        raise TraceError(f"{fact_id}: the file of {row['source_id']} ({row['edition']}) is not here")
    boxes = parse_boxes(row["boxes"])
    page = boxes[0].page
    boxes = tuple(box for box in boxes if box.page == page)
    image = framed(render_page(path, page, scale=scale).convert("RGB"), boxes, scale)
    if around is not None:
        image = _strip(image, boxes, scale, around)
    return PagePicture(image, f"Page {page} of {path.name}, framed: {row['surface']}")


def framed(image: Image, boxes: tuple[Box, ...], scale: float) -> Image:
    """A copy of the picture with a frame around each box (points; ``scale`` pixels a point)."""
    copy = image.copy()
    pen = ImageDraw.Draw(copy)
    for box in boxes:
        corners = (box.x0 - 1.5, box.top - 1.5, box.x1 + 1.5, box.bottom + 1.5)
        pen.rectangle([value * scale for value in corners], outline=FRAME, width=max(2, round(scale * 1.2)))
    return copy


def _strip(image: Image, boxes: tuple[Box, ...], scale: float, around: float) -> Image:
    top = min(box.top for box in boxes) - around
    bottom = max(box.bottom for box in boxes) + around
    return image.crop((0, max(0, round(top * scale)), image.width, min(image.height, round(bottom * scale))))
