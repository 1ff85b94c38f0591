"""Values: small records that are made by the thousand for a page and never changed.

A frozen dataclass asks ``object.__setattr__`` for each of its fields, which makes it five times as slow to make as one
that is not. A :func:`value` is frozen for the type checker, which sees every assignment in the package, and costs
nothing more while it runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(made: type[Made]) -> type[Made]:
    """The class as a dataclass with slots that is compared and hashed by its fields, none of which may be assigned."""
    return dataclass(slots=True, unsafe_hash=True)(made)
