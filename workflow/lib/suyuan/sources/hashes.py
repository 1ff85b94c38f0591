"""``python -m suyuan.sources.hashes [FILE ...]``: the sha256 lines to paste into raw/sources.yaml.

Without FILE: every edition in git that the cards of the project in the current folder name, and whether its line fits.
"""

from __future__ import annotations

import sys
from pathlib import Path

from suyuan.sources.card import line_of_hash
from suyuan.sources.cardfile import SOURCES
from suyuan.sources.registration import sha256_of
from suyuan.yamlfile import YamlError, read_yaml


def hash_line(project: Path, file: str) -> str:
    """``sha256: <64 hex digits>  # <file>`` for a file given from the project's root. OSError if it cannot be read."""
    return line_of_hash(file, sha256_of(project / file))


def hash_report(project: Path) -> list[str]:
    """One line an edition in git, in the order of the cards: the line to paste, with `` (as in the card)`` or `` (new)``.

    Also for cards that are not valid yet, since the hash is what they often lack. YamlError if the file of cards
    cannot be read.
    """
    lines: list[str] = []
    data = read_yaml(project / SOURCES).data
    for card in data if isinstance(data, list) else []:
        editions = card.get("editions") if isinstance(card, dict) else None
        for edition in editions if isinstance(editions, list) else []:
            file = edition.get("file") if isinstance(edition, dict) else None
            if not isinstance(file, str) or file.startswith("raw/originals/"):
                continue
            if not (project / file).is_file():
                lines.append(f"{file}: no such file")
                continue
            found = sha256_of(project / file)
            state = "as in the card" if edition.get("sha256") == found else "new"
            lines.append(f"{line_of_hash(file, found)} ({state})")
    return lines


def main(arguments: list[str]) -> int:
    """Print the lines; 2 with a message on standard error if a file cannot be read."""
    project = Path.cwd()
    try:
        lines = [hash_line(project, file) for file in arguments] if arguments else hash_report(project)
    except OSError as error:
        print(f"{error.filename}: {error.strerror}; give the path from the project's root", file=sys.stderr)
        return 2
    except YamlError as error:
        print(f"{error}; run it in the project's root", file=sys.stderr)
        return 2
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
