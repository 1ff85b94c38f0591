"""What ends a command other than success."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can put right: a file that cannot be read, a bad project. One line: what, where, what to do."""

    def __init__(self, message: str) -> None:
        super().__init__(" ".join(message.split()))


class NotYet(Exception):
    """A command whose stage does not exist in this version."""
