"""Register: which edition of which source can be read, and everything that is wrong with the folder raw/."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import Field

from suyuan.problems import sort_problems
from suyuan.records.base import Record
from suyuan.records.finding import Problem
from suyuan.sources.card import ORIGINALS, PRECEDENCE, Card, EditionCard, EditionName
from suyuan.sources.cardfile import SOURCES, STAGE, read_cards
from suyuan.sources.folder import CONTROL_FILES, undeclared

BLOCK = 1 << 20  # bytes read at a time


class Entry(Record):
    """One edition of a source that is present and can be read."""

    source_id: str
    edition: EditionName
    file: str = Field(
        description="path from the project's root, or for the user's copies the name in the folder of originals"
    )
    in_git: bool = Field(description="false for the user's copies")
    sha256: str = Field(description="of the file as found; for files in git it equals the card's")


@dataclass(frozen=True)
class Register:
    """Cards and readable editions. Only names and hashes are written to files, never where the folders lie."""

    project: Path
    originals: Path
    cards: dict[str, Card]  # by id, valid ones only
    entries: tuple[Entry, ...]  # sorted by source and precedence
    problems: tuple[Problem, ...] = field(default=())

    @property
    def with_problems(self) -> frozenset[str]:
        """Ids of sources whose cards or files have a problem of their own, so that no other need follow from it."""
        return frozenset(problem.source_id for problem in self.problems if problem.source_id is not None)

    def path(self, entry: Entry) -> Path:
        """Where the entry's file lies on this machine."""
        return (self.project if entry.in_git else self.originals) / entry.file

    def to_json(self) -> str:
        """The same text for the same cards and files, wherever the folders lie."""
        value = {
            "cards": [card.model_dump(mode="json") for _, card in sorted(self.cards.items())],
            "entries": [entry.model_dump(mode="json") for entry in self.entries],
            "problems": [problem.model_dump(mode="json") for problem in self.problems],
        }
        return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

    @classmethod
    def from_json(cls, text: str, *, project: Path, originals: Path | None) -> Register:
        """The register that ``to_json`` wrote, with its folders on this machine."""
        value: dict[str, Any] = json.loads(text)
        cards = [Card.model_validate(card) for card in value["cards"]]
        return cls(
            project=project,
            originals=originals if originals is not None else project / ORIGINALS,
            cards={card.id: card for card in cards},
            entries=tuple(Entry.model_validate(entry) for entry in value["entries"]),
            problems=tuple(Problem.model_validate(problem) for problem in value["problems"]),
        )


def register(
    project: Path,
    *,
    originals: Path | None = None,
    sources: str = SOURCES,
    control: frozenset[str] = CONTROL_FILES,
) -> Register:
    """Read the cards, look for each edition's file and check it.

    ``originals`` is the folder with the user's own copies (None: raw/originals in the project); a copy is looked up
    there by its name in the card. ``control`` names the files under raw/ that are no documents. Never raises for
    what a user did: whatever is wrong is a problem of that source, and the others go on. An absent copy is no problem.
    """
    folder = originals if originals is not None else project / ORIGINALS
    found = read_cards(project / sources, sources)
    problems = list(found.problems)
    if originals is not None and not originals.is_dir():
        problems.append(_no_folder(originals))
    entries: list[Entry] = []
    for card in found.cards.values():
        for name in PRECEDENCE:
            edition = card.edition(name)
            if edition is None:
                continue
            entry, problem = _look_up(card, edition, project, folder)
            entries += [entry] if entry is not None else []
            problems += [problem] if problem is not None else []
    entries.sort(key=lambda entry: (entry.source_id, PRECEDENCE.index(entry.edition)))
    problems += _same_content(entries)
    if found.readable:
        problems += undeclared(project, originals, found.files, control | CONTROL_FILES | {sources})
    return Register(project, folder, found.cards, tuple(entries), tuple(sort_problems(problems)))


def shards(register: Register, count: int = 1) -> list[list[Entry]]:
    """All readable entries in ``count`` lists (some may be empty), each entry placed by its content alone.

    So a new or changed document changes the list it belongs to and no other. Raises ValueError for a count below 1.
    """
    if count < 1:
        raise ValueError(f"shards must be at least 1, not {count}")
    placed: list[list[Entry]] = [[] for _ in range(count)]
    for entry in register.entries:
        placed[int(entry.sha256[:8], 16) % count].append(entry)
    return placed


def sha256_of(path: Path) -> str:
    """sha256 of the file's bytes, 64 hex digits. OSError if it cannot be read."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _look_up(
    card: Card, edition: EditionCard, project: Path, originals: Path
) -> tuple[Entry | None, Problem | None]:
    """The entry of one edition, if its file can be used, and what is wrong with it."""
    file = edition.file if edition.in_git else edition.name_in_originals
    path = (project if edition.in_git else originals) / file

    def problem(what: str, todo: str, severity: str = "error") -> Problem:
        return Problem.model_validate(
            {
                "stage": STAGE, "source_id": card.id, "file": edition.file, "where": f"edition {edition.edition}",
                "what": what, "todo": todo, "severity": severity,
            }
        )  # fmt: skip

    if not path.exists():
        if path.is_symlink():
            return None, problem("the file is a link that leads nowhere", "put the file itself there")
        if not edition.in_git:
            return None, None  # the user has no copy: normal
        return None, problem(
            "the file is missing", f"put it back, or take the edition out of the card {card.id} in {SOURCES}"
        )
    if edition.in_git and not path.resolve().is_relative_to(project.resolve()):
        return None, problem(
            "the file is a link that leads out of the project",
            "put the file itself there; only raw/originals/ may hold what is not in git",
        )
    if not path.is_file():
        return None, problem(
            "this is a folder, not a file", f"name a file in the card {card.id} in {SOURCES}"
        )
    try:
        found = sha256_of(path)
    except OSError as error:
        return None, problem(f"the file cannot be read: {error.strerror}", "give yourself leave to read it")
    entry = Entry(source_id=card.id, edition=edition.edition, file=file, in_git=edition.in_git, sha256=found)
    if edition.sha256 is None or edition.sha256 == found:
        return entry, None
    if not edition.in_git:
        return entry, problem(
            f"your copy is not the one the card describes: sha256 {found}, card {edition.sha256}",
            f"it is read all the same; check that it is the same publication, or change sha256 in {SOURCES}",
            "warning",
        )
    return None, problem(
        f"the file is not the one the card describes: sha256 {found}, card {edition.sha256}",
        f"bring the file back; if the change is meant, run python -m suyuan.sources.hashes {edition.file} "
        f"and paste the line into {SOURCES}",
    )


def _same_content(entries: Iterable[Entry]) -> list[Problem]:
    by_hash: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_hash[entry.sha256].append(entry)
    return [
        Problem(
            stage=STAGE,
            source_id=later.source_id,
            file=later.file if later.in_git else f"{ORIGINALS}{later.file}",
            where=f"edition {later.edition}",
            what=f"the same bytes as {first.edition} of {first.source_id} ({first.file})",
            todo=f"keep one of the two editions in {SOURCES}, or every number in it counts twice",
            severity="warning",
        )
        for first, *others in by_hash.values()
        for later in others
    ]


def _no_folder(originals: Path) -> Problem:
    return Problem(
        stage=STAGE,
        file="config/config.yaml",
        where="originals",
        what=f"there is no folder {originals.name!r} with your own copies",
        todo="correct the path after --config originals= or in config.yaml; without it the digests are read",
    )
