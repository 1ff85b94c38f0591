"""Acts as records: place in the document, identity, level."""

from __future__ import annotations

from dataclasses import dataclass

from suyuan.acts.actors import Actor
from suyuan.acts.level import level_of
from suyuan.acts.titles import Title
from suyuan.acts.words import ActWords, act_words
from suyuan.document import Document
from suyuan.flow import Flow
from suyuan.identity import stable_id, surroundings
from suyuan.places import Gazetteer
from suyuan.records import Act
from suyuan.time import AssignedTime
from suyuan.time.clauses import index_of, sentences


@dataclass(frozen=True, slots=True)
class ActDraft:
    """An act in a flow, before it has a place in the document."""

    start: int
    end: int
    verb: tuple[int, int]
    title: Title | None
    time: AssignedTime
    actors: tuple[Actor, ...]
    parties: tuple[
        str, ...
    ]  # names where no actor is a mention: parties of an agreement from its title or paragraph
    method: str


def act_of(
    document: Document, flow: Flow, draft: ActDraft, gazetteer: Gazetteer, seen: dict[str, int]
) -> Act:
    """The record of a draft, with its place in the document and its identity."""
    span = flow.span(draft.start, draft.end)
    verb = flow.span(*draft.verb)
    key = f"{surroundings(document.text, *verb)}|{draft.title.text if draft.title else ''}"
    seen[key] = seen.get(key, 0) + 1
    names = tuple(dict.fromkeys(name for actor in draft.actors for name in actor.names)) or draft.parties
    areas = tuple(dict.fromkeys(name for actor in draft.actors for name in actor.areas)) or draft.parties
    parts = sentences(flow.text)
    start, end = parts[index_of(parts, draft.verb[0])]
    return Act(
        act_id=stable_id(
            f"act-{document.source_id}", document.source_id, document.edition, key, str(seen[key])
        ),
        source_id=document.source_id,
        edition=document.edition,
        locator=document.locate(*span),
        start=span.start,
        end=span.end,
        section=" / ".join(flow.block.section) or None,
        sentence=flow.text[start:end],
        date=draft.time.edtf,
        title=draft.title.text if draft.title else None,
        act=_deed(flow.text[slice(*draft.verb)], draft.title, act_words()),
        actors=names,
        areas=areas,
        level=level_of(list(draft.actors), areas, gazetteer),
        cited_at=flow.cited_at(draft.start),
        method=draft.method,
        status=document.status(*span),
    )


def _deed(verb: str, title: Title | None, words: ActWords) -> str:
    """The verb as read; 作《政府工作报告》 is 作报告."""
    full = words.full_verbs.get(verb)
    if full is None or title is None:
        return verb
    return next((full + noun for noun in words.full_objects if title.text.endswith(noun)), verb)


def object_of_act(flow: Flow, draft: ActDraft) -> str:
    """The words after the verb of a draft, as far as what it acts on: 召开|全国标准化会议."""
    return flow.text[draft.verb[1] : draft.end]
