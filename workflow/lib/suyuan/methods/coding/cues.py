"""Cue words in a text: whole words only, so that 互认 is not found in 相互认可, nor 共享 in 公共享有."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from re import Pattern

from suyuan.facts.tokens import tokenise
from suyuan.language import language_table
from suyuan.methods.coding.codebook import ActCue, Code
from suyuan.places.trie import longest_match
from suyuan.records import Act

LONG = 4  # characters from which on a word is hardly a part of others by chance, and oftener cut wrongly (会谈纪|要)


@dataclass(frozen=True, slots=True)
class Found:
    """A cue word of a code; positions count characters of the text that was searched."""

    code: str
    word: str
    start: int
    end: int


def cues_in(text: str, codes: Sequence[Code]) -> list[Found]:
    """Cue words of codes in a normalised text (``Flow.text``), in order of code and place.

    Of the words of one code that begin at a place the longest counts. A word of fewer than four characters counts where
    it begins and ends with a word of the tokeniser of the line (jieba); no common word may lie across its ends
    (``data/cue_words.yaml``), and it must not stand within a word of ``not_in``. Two codes may share a word.
    """
    held = [(code, list(_pattern(code.words, code.not_in).finditer(text))) for code in codes if code.words]
    if not any(matches for _, matches in held):
        return []
    tokens = tokenise(text, ())
    starts, ends = {token.start for token in tokens}, {token.end for token in tokens}
    return [
        Found(code.id, match.group(), match.start(), match.end())
        for code, matches in held
        for match in matches
        if match.group() in code.words
        and (match.end() - match.start() >= LONG or (match.start() in starts and match.end() in ends))
        and not _crossed(text, match.start(), match.end())
    ]


def _crossed(text: str, start: int, end: int) -> bool:
    """Whether a common word lies across an end of a match: the tokeniser cuts 相互认可 into 相, 互认 and 可."""
    words = _words()
    return text[max(0, start - 1) : start + 1] in words["before"] or text[end - 1 : end + 1] in words["after"]


def fits(act: Act, cue: ActCue) -> bool:
    """Whether an act is what a cue describes."""
    return (
        (not cue.titles or (act.title or "").rstrip("》）)").endswith(cue.titles))
        and (not cue.verbs or act.act.endswith(cue.verbs))
        and (not cue.levels or act.level in cue.levels)
        and len(act.areas) >= cue.least_areas
    )


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in language_table("cue_words.yaml").items()}


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...], not_in: tuple[str, ...]) -> Pattern[str]:
    return longest_match([*words, *not_in])
