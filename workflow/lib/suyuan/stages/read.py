"""Read: every edition of a shard as a Document in reading order."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

from suyuan.document import Document
from suyuan.problems import write_problems
from suyuan.reading import ReadError
from suyuan.reading.errors import fault_words
from suyuan.reading.limits import Limits
from suyuan.reading.password import Password, source_password
from suyuan.reading.worker import Worker
from suyuan.records import Problem
from suyuan.sources import Entry, Register
from suyuan.stages.documents import write_documents

STAGE = "read"
log = logging.getLogger(__name__)


def run(
    shard: Path,
    project: Path,
    originals: Path | None,
    documents: Path,
    problems: Path,
    limits: Limits | None = None,
) -> None:
    """Read the editions listed in ``shard`` (a part of the register), each under ``limits``, in one other process.

    ``documents``: one document a line (see ``suyuan.stages.documents``). ``problems``: rows of problems.csv; a file
    that cannot be read gives a row, and the others are read.
    """
    part = Register.from_json(shard.read_text(encoding="utf-8"), project=project, originals=originals)
    found: list[Problem] = []
    with Worker(limits) as worker:
        write_documents(documents, _documents(part, worker, found))
    write_problems(problems, found)


def _documents(part: Register, worker: Worker, problems: list[Problem]) -> Iterator[Document]:
    """Documents one at a time; what went wrong is added to ``problems``."""
    for entry in part.entries:
        try:
            document = read_entry(part, entry, worker)
        except ReadError as error:
            log.error("%s %s: %s", entry.source_id, entry.edition, error)
            problems.append(_problem(entry, error.what, error.todo))
        except Exception as error:  # a fault of a reader stops its document, not the shard
            log.exception("%s %s: the reader failed", entry.source_id, entry.edition)
            what = f"the reader failed: {fault_words(error)}"
            problems.append(_problem(entry, what, "report it with the file; the log has the details"))
        else:
            log.info("%s %s: %d characters", entry.source_id, entry.edition, len(document.text))
            problems.extend(document.problems)
            yield document


def read_entry(part: Register, entry: Entry, worker: Worker, password: Password | None = None) -> Document:
    """The document of one edition, with the dates and the title of its card. Raises ReadError.

    ``password`` is for an encrypted file; default: that of the source, from the environment.
    """
    card = part.cards[entry.source_id]
    return worker.read(
        part.path(entry),
        source_id=entry.source_id,
        edition=entry.edition,
        dates=card.dates.for_document(),
        title=card.label,
        shown_path=entry.file,
        password=password or source_password(entry.source_id, os.environ),
    )


def _problem(entry: Entry, what: str, todo: str) -> Problem:
    return Problem(stage=STAGE, source_id=entry.source_id, file=entry.file, what=what, todo=todo)
