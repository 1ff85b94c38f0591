"""Register: which editions can be read, dealt out to shards by the content of their files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from suyuan.problems import write_problems
from suyuan.sources import Entry, Register, register, shards


def run(
    project: Path,
    control: Mapping[str, str],
    originals: Path | None,
    register_file: Path,
    shard_files: Sequence[Path],
    problems: Path,
) -> Register:
    """Read the cards of ``project``, check the files, write what the next stages need.

    ``control`` names the tables in the project that are no documents: sources (the cards), corrections, collected.
    ``originals`` is the folder of the user's copies.
    ``register_file``: all valid cards and readable editions (JSON). ``shard_files``: the same for the editions of
    each shard, so that a shard changes only with its own cards and files. ``problems``: rows of problems.csv.
    """
    found = register(
        project, originals=originals, sources=control["sources"], control=frozenset(control.values())
    )
    register_file.parent.mkdir(parents=True, exist_ok=True)
    register_file.write_text(found.to_json(), encoding="utf-8")
    for path, entries in zip(shard_files, shards(found, len(shard_files)), strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_part(found, entries).to_json(), encoding="utf-8")
    write_problems(problems, found.problems)
    return found


def _part(whole: Register, entries: Sequence[Entry]) -> Register:
    """The register of some of the entries, with the cards of their sources only."""
    cards = {entry.source_id: whole.cards[entry.source_id] for entry in entries}
    return replace(whole, cards=cards, entries=tuple(entries), problems=())
