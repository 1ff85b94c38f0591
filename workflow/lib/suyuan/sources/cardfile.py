"""Reading raw/sources.yaml: a list of cards. A bad card stops its own source only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from suyuan.records.finding import Problem
from suyuan.sources.card import Card
from suyuan.suggest import dotted, validate
from suyuan.yamlfile import KeyPath, YamlError, YamlFile, read_yaml

STAGE = "register"
SOURCES = "raw/sources.yaml"


@dataclass(frozen=True)
class CardFile:
    """Valid cards by id; every file that any card names, good or bad (so that it does not count as undeclared)."""

    cards: dict[str, Card] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    readable: bool = (
        True  # False: the file as a whole cannot be used, so that no file can be called undeclared
    )


def read_cards(path: Path, name: str = SOURCES) -> CardFile:
    """Cards of the file, which is called ``name`` in messages.

    Each unknown key, missing key or bad value is a problem with its line; of cards that share an id or a file none is
    used for what they share, because nothing says which of them is right.
    """
    try:
        content = read_yaml(path)
    except YamlError as error:
        todo = "correct the file; no source is read until then"
        return CardFile(problems=(_problem(name, error.where, error.what, todo),), readable=False)
    if content.data is None:
        return CardFile()
    if not isinstance(content.data, list):
        what = "expected a list of cards, each beginning with '- id:'"
        todo = "see config/README.md, section Source cards; no source is read until then"
        return CardFile(problems=(_problem(name, None, what, todo),), readable=False)
    cards: list[tuple[int, Card]] = []
    problems: list[Problem] = []
    for index, item in enumerate(content.data):
        card, faults = validate(Card, item)
        who = _id_of(item)
        for fault in faults:
            where = _where(content, (index, *fault.loc), who, index)
            what = f"{fault.path}: {fault.message}" if fault.path else fault.message
            problems.append(
                _problem(name, where, what, "correct the card; this source is not read until then", who)
            )
        if card is not None:
            cards.append((index, card))
    cards, same_id = _without_shared_ids(name, content, cards)
    cards, same_file = _without_shared_files(name, content, cards)
    return CardFile(
        cards={card.id: card for _, card in cards},
        files=frozenset(_named_files(content.data)),
        problems=(*problems, *same_id, *same_file),
    )


def _without_shared_ids(
    name: str, content: YamlFile, cards: list[tuple[int, Card]]
) -> tuple[list[tuple[int, Card]], list[Problem]]:
    groups = _groups(cards, lambda card: [card.id])
    shared = {card_id: indices for card_id, indices in groups.items() if len(indices) > 1}
    problems = [
        _problem(
            name,
            _where(content, (index, "id"), card_id, index),
            f"the id {card_id!r} is used by {len(indices)} cards (lines {_lines(content, indices)})",
            "give each card its own id; none of them is read until then",
            card_id,
        )
        for card_id, indices in shared.items()
        for index in indices[:1]
    ]
    return [(index, card) for index, card in cards if card.id not in shared], problems


def _without_shared_files(
    name: str, content: YamlFile, cards: list[tuple[int, Card]]
) -> tuple[list[tuple[int, Card]], list[Problem]]:
    groups = _groups(cards, lambda card: [edition.file for edition in card.editions])
    by_index = dict(cards)
    kept = dict(cards)
    problems: list[Problem] = []
    for file, indices in groups.items():
        if len(indices) < 2:
            continue
        ids = ", ".join(by_index[index].id for index in indices)
        problems.append(
            _problem(
                name,
                _where(content, (indices[0], "editions"), by_index[indices[0]].id, indices[0]),
                f"{file} stands in {len(indices)} cards ({ids}; lines {_lines(content, indices)})",
                "leave it in the card that it belongs to; it is not read until then",
                by_index[indices[0]].id,
            )
        )
        for index in indices:
            card = kept[index]
            left = tuple(edition for edition in card.editions if edition.file != file)
            kept[index] = card.model_copy(update={"editions": left})
    return sorted((index, card) for index, card in kept.items() if card.editions), problems


def _groups(cards: list[tuple[int, Card]], keys: Callable[[Card], list[str]]) -> dict[str, list[int]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for index, card in cards:
        for key in keys(card):
            groups[key].append(index)
    return groups


def _lines(content: YamlFile, indices: list[int]) -> str:
    return ", ".join(str(content.line((index,))) for index in indices)


def _named_files(data: list[Any]) -> list[str]:
    """Every ``file`` of every edition, also of cards that are not valid otherwise."""
    files: list[str] = []
    for item in data:
        editions = item.get("editions") if isinstance(item, dict) else None
        for edition in editions if isinstance(editions, list) else []:
            if isinstance(edition, dict) and isinstance(edition.get("file"), str):
                files.append(edition["file"])
    return files


def _id_of(item: Any) -> str | None:
    return item["id"] if isinstance(item, dict) and isinstance(item.get("id"), str) else None


def _where(content: YamlFile, loc: KeyPath, card_id: str | None, index: int) -> str:
    return f"line {content.line(loc)}, card {card_id or dotted((index,))}"


def _problem(name: str, where: str | None, what: str, todo: str, source_id: str | None = None) -> Problem:
    return Problem(stage=STAGE, source_id=source_id, file=name, where=where, what=what, todo=todo)
