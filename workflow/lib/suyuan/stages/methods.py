"""Methods: every analysis declared in config/analyses.yaml, as tables with the evidence behind each row."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from suyuan.export.analyses import write_analyses
from suyuan.methods import Corpus, Done, read_analyses, run_analyses
from suyuan.places import Gazetteer
from suyuan.problems import write_problems
from suyuan.records import Act, Fact, Link
from suyuan.sources import Register
from suyuan.stages.correct import EditionRead
from suyuan.stages.documents import read_documents
from suyuan.stages.lines import read_records, write_rows
from suyuan.stages.observe import facts_of_used

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Read:
    """Files of the stages before."""

    documents: Sequence[Path]
    facts: Path
    acts: Path
    links: Path
    editions: Path
    register: Path
    areas: Path


def run(declarations: Path, read: Read, folder: Path, rows: Path, problems: Path) -> None:
    """Tables ``folder/ANALYSIS.TABLE.csv``, ``folder/evidence.csv`` and a data package; ``rows``: the same as JSON lines.

    An analysis with a mistake in its declaration gives a row of ``problems``, and the others are made.
    """
    declared, found = read_analyses(declarations)
    done = list(run_analyses(declared, corpus(read, declarations.parent)))
    write_analyses(folder, done)
    write_rows(rows, (row for each in done for row in _rows(each)))
    write_problems(problems, [*found, *(problem for each in done for problem in each.result.problems)])
    log.info("%d analyses declared, %d made", len(declared), len(done))


def corpus(read: Read, config: Path) -> Corpus:
    """What the methods read: of each source the edition that is used, so that nothing counts twice."""
    editions = read_records(read.editions, EditionRead)
    used = {(row.source_id, row.edition) for row in editions if row.used}
    register = Register.from_json(read.register.read_text(encoding="utf-8"), project=Path(), originals=None)
    documents = [
        document
        for path in read.documents
        for document in read_documents(path)
        if (document.source_id, document.edition) in used
    ]
    return Corpus(
        documents=sorted(documents, key=lambda document: document.source_id),
        facts=facts_of_used(read_records(read.facts, Fact), editions),
        acts=[a for a in read_records(read.acts, Act) if (a.source_id, a.edition) in used],
        links=[x for x in read_records(read.links, Link) if (x.source_id, x.edition) in used],
        gazetteer=Gazetteer.load(read.areas),
        config=config,
        titles={card.id: card.title.zh or card.title.en or card.id for card in register.cards.values()},
    )


def _rows(done: Done) -> list[dict[str, object]]:
    own = {"analysis": done.declaration.id, "kind": done.declaration.kind}
    named = {**done.result.tables, "evidence": done.result.evidence}
    return [
        {**own, "table": name, "row": record.model_dump(mode="json")}
        for name, records in named.items()
        for record in records
    ]
