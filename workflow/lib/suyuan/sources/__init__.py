"""Sources: their cards, the files that can be read, and numbers collected by hand."""

from suyuan.sources.card import Card, EditionCard
from suyuan.sources.cardparts import Dates, Title
from suyuan.sources.registration import Entry, Register, register, sha256_of, shards

__all__ = [
    "Card", "Dates", "EditionCard", "Entry", "Register", "Title", "register", "sha256_of", "shards",
]  # fmt: skip
