"""Passwords of encrypted files: from the environment, never from a card, never in a message, a record or a log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

PREFIX = "SUYUAN_PASSWORD"


@dataclass(frozen=True, slots=True)
class Password:
    """The password of a file and where it is looked for; its ``repr`` leaves it out."""

    place: str = f"the environment variable {PREFIX}"
    value: str | None = field(default=None, repr=False)


def variable(source_id: str) -> str:
    """Environment variable of a source: ``SUYUAN_PASSWORD_LIU2023`` for liu2023; - becomes _."""
    return f"{PREFIX}_{source_id.upper().replace('-', '_')}"


def source_password(source_id: str, environment: Mapping[str, str]) -> Password:
    """Password of a source of a project."""
    name = variable(source_id)
    return Password(f"the environment variable {name}", environment.get(name) or None)


def file_password(environment: Mapping[str, str], given: str | None = None) -> Password:
    """Password of a single file: the one given on the command line, else that of the environment."""
    if given is not None:
        return Password("--password", given)
    return Password(f"the environment variable {PREFIX}", environment.get(PREFIX) or None)


def variables_set(environment: Mapping[str, str]) -> list[str]:
    """Names (no values) of the variables that hold passwords of sources: a build reads anew when one is added."""
    return sorted(name for name, value in environment.items() if name.startswith(f"{PREFIX}_") and value)
