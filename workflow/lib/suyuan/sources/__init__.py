"""Sources: their cards, the files that can be read, and numbers collected by hand."""

from suyuan.sources.card import Card, Dates, EditionCard, Title
from suyuan.sources.registration import Entry, Register, chosen_paths, register, sha256_of, shards

__all__ = [
    "Card", "Dates", "EditionCard", "Entry", "Register", "Title", "chosen_paths", "register", "sha256_of", "shards",
]  # fmt: skip
