"""Sources: their cards, the files that can be read, and numbers collected by hand."""

from suyuan.sources.card import Card, Dates, EditionCard, Title
from suyuan.sources.registration import Entry, Register, register, sha256_of, shards, shared_ids

__all__ = [
    "Card", "Dates", "EditionCard", "Entry", "Register", "Title", "register", "sha256_of", "shards", "shared_ids",
]  # fmt: skip
