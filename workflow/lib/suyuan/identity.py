"""Stable identities: the same words at the same place keep their id when the reader improves."""

from __future__ import annotations

import hashlib

from suyuan.document import CONTEXT

LENGTH = 10  # hexadecimal digits: no clash expected below a million records of one kind
SEPARATOR = "\x1f"  # cannot occur in a printed text, so that ("a", "bc") and ("ab", "c") differ


def stable_id(prefix: str, *parts: str) -> str:
    """``prefix-`` and 10 hexadecimal digits of the SHA-256 of ``parts``, such as ``act-liu2023-3f0a…``.

    Equal parts give equal ids on every machine; the order of parts matters.
    """
    digest = hashlib.sha256(SEPARATOR.join(parts).encode()).hexdigest()
    return f"{prefix}-{digest[:LENGTH]}"


def surroundings(text: str, start: int, end: int) -> str:
    """``text[start:end]`` with 12 characters either side, white space left out: what identifies a span of a document."""
    left = "".join(text[max(0, start - 4 * CONTEXT) : start].split())[-CONTEXT:]
    right = "".join(text[end : end + 4 * CONTEXT].split())[:CONTEXT]
    return SEPARATOR.join((left, "".join(text[start:end].split()), right))
