"""Correct: the facts of all shards in one table, with the reviewer's corrections and the numbers collected by hand."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from suyuan.corrections import (
    Corrected,
    Correction,
    CorrectionError,
    EditionKey,
    apply_corrections,
    not_read,
    read_corrections,
    reclassify,
    targets,
)
from suyuan.document import Document
from suyuan.places import Gazetteer
from suyuan.places.records import GEOGRAPHIC
from suyuan.problems import write_problems
from suyuan.reconcile.acts import with_mentions
from suyuan.records import Act, Fact, Link, Numeral, Problem, Record
from suyuan.records.fact import Edition
from suyuan.sources import Register
from suyuan.sources.card import PRECEDENCE
from suyuan.sources.collected import collected_sources, read_collected
from suyuan.sources.same_source import rows_against_cards
from suyuan.stages.documents import document_from_row
from suyuan.stages.lines import read_records, read_rows, write_records

STAGE = "correct"
ORDER = (*PRECEDENCE, "collected")
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Tables:
    """Files of facts, acts, links and numerals, as JSON lines."""

    facts: Path
    acts: Path
    links: Path
    numerals: Path


class EditionRead(Record):
    """An edition of a source that was read."""

    source_id: str
    edition: Edition
    file: str = Field(description="path from the project's root, or the name in the folder of originals")
    sha256: str
    characters: int = Field(description="length of the text that was read, in Unicode code points")
    pages: int | None = Field(None, description="pages of a PDF")
    used: bool = Field(
        False, description="whether observations are built from it: the first of its source that was read"
    )


def run(
    shards: Sequence[Tables],
    documents: Sequence[Path],
    register: Path,
    corrections: Path,
    collected: Path,
    areas: Path,
    output: Tables,
    editions: Path,
    problems: Path,
) -> None:
    """Merge the tables of all shards, apply ``corrections`` and add the rows of ``collected``.

    ``documents`` are the files of documents of all shards, ``register`` the cards, ``areas`` the subject's gazetteer.
    The rows of ``output`` are ordered by source, edition and place, so that the number of shards does not show.
    ``editions`` lists what was read (see :class:`EditionRead`). A correction that fits no fact gives a row of
    ``problems`` of severity error and is not applied; the others are.
    """
    wanted, found = read_corrections(corrections)
    facts = [fact for shard in shards for fact in read_records(shard.facts, Fact)]
    numerals = [numeral for shard in shards for numeral in read_records(shard.numerals, Numeral)]
    documents_read, read = read_editions(documents, {correction.key for correction in wanted})
    corrected, misfits = apply_what_fits(facts, wanted, read)
    gazetteer = Gazetteer.load(areas)
    by_hand, faults = read_collected(collected, role=area_role(gazetteer))
    cards = Register.from_json(register.read_text(encoding="utf-8"), project=Path(), originals=None)
    found += [*corrected.problems, *misfits, *not_read(wanted, read), *faults]
    found += targets(wanted, cards)
    found += rows_against_cards(cards.cards, collected_sources(collected), str(collected))
    all_facts = sorted([*corrected.facts, *by_hand], key=lambda fact: (*_place(fact), fact.fact_id))
    acts = with_mentions([act for shard in shards for act in read_records(shard.acts, Act)], gazetteer)
    links = [link for shard in shards for link in read_records(shard.links, Link)]
    ledger = sorted(reclassify(numerals, corrected), key=_place)
    acts.sort(key=lambda act: (*_place(act), act.act_id))
    links.sort(key=lambda link: (*_place(link), link.link_id))
    write_records(output.facts, all_facts)
    write_records(output.numerals, ledger)
    write_records(output.acts, acts)
    write_records(output.links, links)
    write_records(editions, documents_read)
    write_problems(problems, found)
    log.info(
        "%d facts read, %d collected, %d rejected",
        len(corrected.facts),
        len(by_hand),
        len(corrected.rejected),
    )


def apply_what_fits(
    facts: Sequence[Fact], corrections: Sequence[Correction], read: Mapping[EditionKey, Document | None]
) -> tuple[Corrected, list[Problem]]:
    """Facts with the corrections that can be applied, and an error for each message about one that cannot."""
    try:
        return apply_corrections(facts, corrections, read), []
    except CorrectionError:
        pass
    good: list[Correction] = []
    problems: list[Problem] = []
    for correction in corrections:
        try:
            apply_corrections(facts, [*good, correction], read)
        except CorrectionError as error:
            problems += [_misfit(correction, message) for message in error.messages]
        else:
            good.append(correction)
    return apply_corrections(facts, good, read), problems


def read_editions(
    documents: Iterable[Path], wanted: Iterable[EditionKey]
) -> tuple[list[EditionRead], dict[EditionKey, Document | None]]:
    """What was read, sorted by source and precedence; and for each edition its document, if it is ``wanted``."""
    keep = set(wanted)
    rows: dict[EditionKey, EditionRead] = {}
    read: dict[EditionKey, Document | None] = {}
    for path in documents:
        for row in read_rows(path):
            key = (row["source_id"], row["edition"])
            read[key] = document_from_row(row) if key in keep else None
            rows[key] = EditionRead(
                source_id=row["source_id"],
                edition=row["edition"],
                file=row["path"],
                sha256=row["sha256"],
                characters=len(row["text"]),
                pages=len(row["pages"]) or None,
            )
    used: set[str] = set()
    found: list[EditionRead] = []
    for key in sorted(rows, key=lambda key: (key[0], ORDER.index(key[1]))):
        found.append(rows[key].model_copy(update={"used": key[0] not in used}))
        used.add(key[0])
    return found, read


def _place(row: Fact | Act | Link | Numeral) -> tuple[str, int, int, int]:
    return row.source_id, ORDER.index(row.edition), row.start, row.end


def _misfit(correction: Correction, message: str) -> Problem:
    file, _, rest = message.partition(": ")
    return Problem(
        stage=STAGE,
        source_id=correction.source,
        file=file,
        what=rest,
        todo="correct the entry; it is not applied, and the build ends with an error until it fits",
    )


def area_role(gazetteer: Gazetteer) -> Callable[[str], str | None]:
    """Whether a name is a place (``ref_area``) or an organisation or scheme (``body``); None where it is not known."""

    def role(name: str) -> str | None:
        place = gazetteer.spellings.get(name)
        if place is None:
            return None
        return "ref_area" if place.kind in GEOGRAPHIC else "body"

    return role
