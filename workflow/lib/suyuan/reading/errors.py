"""The one error that a reader raises."""

from __future__ import annotations


class ReadError(Exception):
    """A file that cannot be read.

    ``str()`` is one line: ``FILE: what is wrong; what to do``. ``what`` and ``todo`` are its two halves.
    """

    def __init__(self, file: str, what: str, todo: str) -> None:
        super().__init__(f"{file}: {what}; {todo}")
        self.file = file
        self.what = what
        self.todo = todo
