"""Pictures: the pages of the PDFs of a shard, on which the site draws its boxes."""

from __future__ import annotations

import hashlib
import logging
import os
from pathlib import Path

from suyuan.problems import write_problems
from suyuan.reading import ReadError
from suyuan.reading.password import source_password
from suyuan.records import Problem
from suyuan.site.pictures import draw_pages, pages_with_text
from suyuan.sources import Register
from suyuan.stages.documents import read_documents

STAGE = "pictures"
log = logging.getLogger(__name__)


def run(
    shard: Path,
    documents: Path,
    project: Path,
    originals: Path | None,
    scale: float,
    folder: Path,
    problems: Path,
) -> None:
    """Write ``folder/SOURCE/EDITION-0001.png`` for every page from which text was read; ``scale`` is pixels a point.

    ``shard`` is the part of the register that says where the files lie. The file must be the one that was read (same
    sha256); otherwise, and where a page cannot be drawn, there is a row of ``problems`` and no picture.
    """
    part = Register.from_json(shard.read_text(encoding="utf-8"), project=project, originals=originals)
    entries = {(entry.source_id, str(entry.edition)): entry for entry in part.entries}
    folder.mkdir(parents=True, exist_ok=True)
    found: list[Problem] = []
    for document in read_documents(documents):
        if document.media != "pdf":
            continue
        entry = entries[document.source_id, document.edition]
        try:
            data = part.path(entry).read_bytes()
            if hashlib.sha256(data).hexdigest() != document.sha256:
                raise ReadError(entry.file, "the file has changed since it was read", "run the build again")
            stem = folder / document.source_id / document.edition
            password = source_password(entry.source_id, os.environ)
            drawn = draw_pages(data, entry.file, pages_with_text(document), stem, scale, password)
        except (ReadError, OSError, ValueError) as error:
            log.exception("%s: no pictures", entry.file)
            what = f"the pages cannot be drawn: {error}"
            todo = (
                error.todo if isinstance(error, ReadError) else "look at the file; its facts are not affected"
            )
            found.append(
                Problem(
                    stage=STAGE,
                    source_id=entry.source_id,
                    file=entry.file,
                    what=what,
                    todo=todo,
                    severity="warning",
                )
            )
        else:
            log.info("%s: %d pages", entry.file, len(drawn))
    write_problems(problems, found)
