"""The words of acts (``data/act_verbs.yaml``) in the form that the finder uses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from suyuan.language import alternatives, language_table

NUMBERS = r"\d一二两三四五六七八九十几数"


@dataclass(frozen=True, slots=True)
class ActWords:
    """The table, ready for matching."""

    verbs: dict[str, str]  # verb -> class
    verb: re.Pattern[str]
    full_verbs: dict[str, str]  # verbs that say what was done only with the noun of a title: 作 -> 作
    full_objects: tuple[str, ...]
    modal: re.Pattern[str]
    modal_reach: int
    pushed: str  # 推动: done where a report looks back on it
    objects: dict[str, re.Pattern[str] | None]
    title_endings: tuple[str, ...]
    back: re.Pattern[str]  # 该纲要; group 1 is the noun
    between: re.Pattern[str]  # what may stand between an actor and its verb
    joiner: re.Pattern[str]
    prepositions: tuple[str, ...]
    agents: tuple[str, ...]
    actor_ending: re.Pattern[str]
    actor: re.Pattern[str]
    department: re.Pattern[str]  # body of the document's own area: 省政府办公厅, 自然资源厅
    office: re.Pattern[str]
    surnames: frozenset[str]
    subjectless: tuple[str, ...]
    document: re.Pattern[str]  # the noun at the end of a document's name
    described: tuple[str, ...]  # of these, those that only describe it: 政策
    counted_only: tuple[str, ...]  # of those, documents only where they are counted: 标准5项
    unbracketed: frozenset[str]  # verbs whose document may be named without brackets
    follow_through: frozenset[str]  # what may follow a verb whose document stands before it: 获批|实施


@cache
def act_words() -> ActWords:
    """The table of the package."""
    return build(language_table("act_verbs.yaml"))


def build(data: dict[str, Any]) -> ActWords:
    """Table from the mapping in the file. KeyError names a missing section."""
    light = f"{alternatives(data['adverbs'])}|{data['between']}|[，：]"
    return ActWords(
        verbs=data["verbs"],
        verb=re.compile(_verbs(data)),
        full_verbs=data["full_verbs"],
        full_objects=tuple(data["full_objects"]),
        modal=re.compile(data["modal"]),
        modal_reach=data["modal_reach"],
        pushed=data["pushed"],
        objects={name: _ending_in(nouns) for name, nouns in data["objects"].items()},
        title_endings=tuple(data["title_endings"]),
        back=re.compile(f"(?:{alternatives(data['back_words'])})({alternatives(data['back_nouns'])})"),
        between=re.compile(f"(?:{light})*"),
        joiner=re.compile(f"(?:{alternatives(data['joiners'])}|{data['between']})+"),
        prepositions=tuple(data["prepositions"]),
        agents=tuple(data["agents"]),
        actor_ending=re.compile(f"{data['actor_ending_pattern']}|{alternatives(data['actor_endings'])}"),
        actor=re.compile(data["actor_pattern"]),
        department=re.compile(data["department_pattern"]),
        office=re.compile(alternatives(data["offices"])),
        surnames=frozenset(data["surnames"]),
        subjectless=tuple(data["subjectless"]),
        document=re.compile(f"(?:{alternatives([*data['document_nouns'], *data['described']])})$"),
        described=tuple(data["described"]),
        counted_only=tuple(data["counted_only"]),
        unbracketed=frozenset(data["unbracketed"]),
        follow_through=frozenset(data["follow_through"]),
    )


def _verbs(data: dict[str, Any]) -> str:
    not_followed, only_followed, counted = data["not_followed"], data["only_followed"], data["not_counted"]
    parts = []
    for verb in sorted(data["verbs"], key=lambda verb: (-len(verb), verb)):
        head = f"(?<![{NUMBERS}][{counted[verb]}])" if verb in counted else ""
        tail = f"(?![{not_followed[verb]}])" if not_followed.get(verb) else ""
        only = f"(?={only_followed[verb]})" if verb in only_followed else ""
        parts.append(f"{head}{re.escape(verb)}{tail}{only}")
    return f"(?:{'|'.join(parts)})(?![{data['never_followed']}])"


def _ending_in(nouns: list[str]) -> re.Pattern[str] | None:
    return re.compile(alternatives(nouns)) if nouns else None
