"""Site: the pages on which a reviewer sees every number at the place where it was read."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from suyuan.corrections import read_corrections
from suyuan.document import Document
from suyuan.problems import read_problems
from suyuan.reconcile import read_catalogue
from suyuan.records import Act, Fact, Link, Numeral, Observation
from suyuan.records.observation import Statement
from suyuan.site.analyses import read_shown
from suyuan.site.build import build_site
from suyuan.site.drawn import read_figures
from suyuan.site.material import Material
from suyuan.sources import Register
from suyuan.sources.collected import collected_sources
from suyuan.stages.correct import ORDER, EditionRead
from suyuan.stages.documents import read_documents
from suyuan.stages.lines import read_records, read_rows

PICTURE = re.compile(r"(?P<edition>[a-z]+)-(?P<page>\d{4,})\.png")
KIND = re.compile(r"kind: ([a-z_]+)")
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Inputs:
    """Tables of the line, tables of config/ and raw/, and the folders of figures and analyses."""

    editions: Path
    facts: Path
    numerals: Path
    acts: Path
    links: Path
    observations: Path
    statements: Path
    left_out: Path
    problems: Path
    register: Path
    collected: Path
    corrections: Path
    measures: Path
    dimensions: Path
    figures: Path
    analyses: Path  # folder of their tables
    declared: Path  # config/analyses.yaml


def run(
    inputs: Inputs, documents: Sequence[Path], pictures: Sequence[Path], methods: Sequence[Path], folder: Path
) -> None:
    """Write the site into ``folder``. ``documents`` and ``pictures`` are the files and folders of all shards, ``methods``
    the pages of docs/methods.
    """
    editions = sorted(
        read_records(inputs.editions, EditionRead), key=lambda e: (e.source_id, ORDER.index(e.edition))
    )
    register = Register.from_json(inputs.register.read_text(encoding="utf-8"), project=Path(), originals=None)
    catalogue, _ = read_catalogue(inputs.measures, inputs.dimensions)  # its problems are told by reconcile
    corrections, _ = read_corrections(inputs.corrections)  # and those of the corrections by correct
    analyses, evidence = read_shown(inputs.analyses, inputs.declared)
    material = Material(
        documents=lambda: _documents(documents),
        used={edition.source_id: edition.edition for edition in editions if edition.used},
        editions=[(edition.source_id, edition.edition) for edition in editions],
        cards=register.cards,
        collected=collected_sources(inputs.collected),
        facts=read_records(inputs.facts, Fact),
        numerals=read_records(inputs.numerals, Numeral),
        acts=read_records(inputs.acts, Act),
        links=read_records(inputs.links, Link),
        observations=read_records(inputs.observations, Observation),
        statements=read_records(inputs.statements, Statement),
        problems=read_problems(inputs.problems),
        corrections=corrections,
        left_out={row["fact_id"]: row["reason"] for row in read_rows(inputs.left_out)},
        labels={measure.id: measure.label for measure in catalogue.measures.values()},
        figures=read_figures(inputs.figures),
        pictures=find_pictures(pictures),
        analyses=analyses,
        evidence=evidence,
        methods=method_texts(methods),
    )
    log.info("%d pages", build_site(material, folder))


def method_texts(pages: Sequence[Path]) -> dict[str, str]:
    """Pages by the kinds of analysis that their first line names (``kind: surveys``), else by the name of the file."""
    found: dict[str, str] = {}
    for page in pages:
        text = page.read_text(encoding="utf-8")
        first = text.lstrip().partition("\n")[0]
        found |= dict.fromkeys(KIND.findall(first) or [page.stem], text)
    return found


def find_pictures(folders: Sequence[Path]) -> dict[tuple[str, str, int], Path]:
    """Pictures of pages by source, edition and page, as the stage ``pictures`` wrote them."""
    found = {}
    for folder in folders:
        for path in sorted(folder.glob("*/*.png")):
            match = PICTURE.fullmatch(path.name)
            if match is not None:
                found[path.parent.name, match["edition"], int(match["page"])] = path
    return found


def _documents(paths: Sequence[Path]) -> Iterator[Document]:
    for path in paths:
        yield from read_documents(path)
