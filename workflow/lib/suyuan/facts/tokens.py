"""Words of a flow with their parts of speech. The only module that knows jieba.

Quantities, times, places and titles are found before and enter as one token each, so that jieba never splits
or joins across them. jieba's dictionary cache is built in a folder of this process and thrown away: what another
program left in the temporary directory cannot change a result.
"""

from __future__ import annotations

import re
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from suyuan.facts.words import column_words, domain_words
from suyuan.places.trie import longest_match

PUNCTUATION = frozenset('.，。；：！？、（）()[]【】“”"‘’「」《》〈〉-—…·/=+×~|<>*#')
SUFFIX_NOUNS = frozenset("费率额值量数度幅速价款税")  # jieba takes them for verbs where they stand alone
# verbs that jieba sometimes glues to the noun before them (阴凉库占)
GLUED = ("占", "增长", "下降", "上升", "上涨", "增加", "减少", "提高", "降低", "提升")
TWO_WORDS = {  # word that jieba joins -> parts of speech of its two characters
    "中排": "fv", "中居": "fv", "中列": "fv",  # 在31个省|中|排第四
    "组为": "np",  # 甲组|为3.5%
}  # fmt: skip
WORD_RUN = re.compile(r"[A-Za-z0-9%\u2070-\u209f²³α-ωΑ-Ω'_][A-Za-z0-9.%\u2070-\u209f²³α-ωΑ-Ω'_]*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a flow; positions count characters of ``Flow.text``."""

    text: str
    flag: str  # jieba's part of speech, or QTY, TIME, PLACE, TITLE, PUNCT, LATIN
    start: int
    end: int
    ref: int = -1  # index of the quantity, time or place


@dataclass(frozen=True, slots=True)
class Masked:
    """A span that is one token."""

    start: int
    end: int
    flag: str
    ref: int = -1


@cache
def _tagger() -> Any:
    """jieba's part-of-speech tagger, loaded on first use (about one second)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        import jieba
        import jieba.posseg
    jieba.setLogLevel(60)
    tokenizer = jieba.Tokenizer()
    with tempfile.TemporaryDirectory() as folder:
        tokenizer.tmp_dir = folder
        tokenizer.initialize()
    for word, flag in domain_words().items():
        tokenizer.add_word(word, None, flag)
    return jieba.posseg.POSTokenizer(tokenizer)


def tokenise(text: str, masks: Iterable[Masked], start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of ``text[start:end]`` in order; they cover it but for blanks. Masks must not overlap."""
    tokens: list[Token] = []
    at = start
    end = len(text) if end is None else end
    for mask in sorted(masks, key=lambda m: m.start):
        if mask.start < at:
            raise ValueError(f"masks overlap at {mask.start}: {text[mask.start : mask.end]!r}")
        tokens.extend(_words(text, at, mask.start))
        tokens.append(Token(text[mask.start : mask.end], mask.flag, mask.start, mask.end, mask.ref))
        at = mask.end
    tokens.extend(_words(text, at, end))
    return tokens


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    at = start
    while at < end:
        char = text[at]
        if char.isspace():
            at += 1
        elif char in PUNCTUATION:
            yield Token(char, "PUNCT", at, at + 1)
            at += 1
        elif (latin := WORD_RUN.match(text, at, end)) is not None:
            yield Token(latin.group(), "LATIN", at, latin.end())
            at = latin.end()
        else:
            stop = at
            while stop < end and not (
                text[stop].isspace() or text[stop] in PUNCTUATION or WORD_RUN.match(text, stop, end)
            ):
                stop += 1
            for word, flag in _cut(text[at:stop]):
                yield Token(word, flag, at, at + len(word))
                at += len(word)


@cache
def _fixed() -> tuple[re.Pattern[str], dict[str, str]]:
    """Words that are cut out before jieba runs, with their parts of speech."""
    words = column_words().fixed_words
    return longest_match(words), words


@lru_cache(maxsize=4096)
def _cut(piece: str) -> tuple[tuple[str, str], ...]:
    """Words of a run of Chinese characters with their parts of speech."""
    pattern, flags = _fixed()
    cut: list[tuple[str, str]] = []
    at = 0
    for match in pattern.finditer(piece):
        cut.extend(_tag(piece[at : match.start()]))
        cut.append((match.group(), flags[match.group()]))
        at = match.end()
    cut.extend(_tag(piece[at:]))
    return tuple(cut)


def _tag(piece: str) -> list[tuple[str, str]]:
    tagged: list[tuple[str, str]] = []
    for pair in _tagger().cut(piece) if piece else ():
        verb = next((ending for ending in GLUED if pair.word.endswith(ending)), "")
        noun = pair.word[: -len(verb)] if verb else ""
        if verb and len(noun) >= len(verb) and pair.word not in column_words().growth:
            tagged += [(noun, "n"), (verb, "v")]
        elif pair.word in TWO_WORDS:
            tagged += list(zip(pair.word, TWO_WORDS[pair.word], strict=True))
        elif (pair.flag == "v" and pair.word in SUFFIX_NOUNS) or (
            pair.flag == "zg" and pair.word in column_words().noun_units  # 县
        ):
            tagged.append((pair.word, "n"))
        else:
            tagged.append((pair.word, pair.flag))
    return tagged
