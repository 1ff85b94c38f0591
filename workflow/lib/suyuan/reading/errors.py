"""What a reader raises."""

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


class StoppedError(ReadError):
    """A file whose reading was ended from outside: it took too long or too much memory, or took the process down.

    ``why`` is ``time``, ``memory`` or ``crash``.
    """

    def __init__(self, file: str, what: str, todo: str, why: str) -> None:
        super().__init__(file, what, todo)
        self.why = why


class ReaderFault(Exception):
    """A fault of a reader (not of the file) in another process. ``str()`` is one line; a note holds its traceback."""

    def __init__(self, kind: str, message: str, traceback: str) -> None:
        super().__init__(" ".join(f"{kind}: {message}".split()))
        self.add_note(traceback)


def fault_words(error: Exception) -> str:
    """A fault in one line: its type and message."""
    if isinstance(error, ReaderFault):
        return str(error)
    return " ".join(f"{type(error).__name__}: {error}".split())
