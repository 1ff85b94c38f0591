"""Words of a flow with their parts of speech.

Quantities, times, places and titles are found before and enter as one token each, so that segmentation never splits
or joins across them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from suyuan.cutter import word_cutter
from suyuan.facts.words import column_words
from suyuan.places.trie import longest_match

PUNCTUATION = frozenset('.，。；：！？、（）()[]【】“”"‘’「」《》〈〉-—…·/=+×~|<>*#')
SUFFIX_NOUNS = frozenset("费率额值量数度幅速价款税站")  # jieba takes them for verbs where they stand alone
MEASURE_ENDS = frozenset("费率额值量数度幅比性")
RATIO = "比"
ABOUT = frozenset("约仅")  # jieba glues them to the noun before them
RATIO_AFTER = frozenset({"n", "nz", "vn", "v", "a", "an", "nr", "nrt"})
VERSUS = frozenset({"vs", "vs.", "VS", "VS.", "Vs", "Vs.", "V.S."})
LATIN = "A-Za-z0-9%\u2070-\u209f²³α-ωΑ-Ω'_"
MARKS = re.escape("".join(sorted(PUNCTUATION)))
RUNS = re.compile(rf"(?P<words>[^\s{MARKS}{LATIN}]+)|(?P<PUNCT>[{MARKS}])|(?P<LATIN>[{LATIN}][{LATIN}.]*)")


class Token(NamedTuple):
    """A word of a flow; positions count characters of ``Flow.text``."""

    text: str
    flag: str  # jieba's part of speech, or QTY, TIME, PLACE, TITLE, PUNCT, LATIN
    start: int
    end: int
    ref: int = -1  # index of the quantity, time or place


class Masked(NamedTuple):
    """A span that is one token."""

    start: int
    end: int
    flag: str
    ref: int = -1


def tokenise(text: str, masks: Iterable[Masked], start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of ``text[start:end]`` in order; they cover it but for blanks. Masks must not overlap."""
    tokens: list[Token] = []
    at = start
    end = len(text) if end is None else end
    for mask in sorted(masks, key=lambda m: m.start):
        if mask.start < at:
            raise ValueError(f"masks overlap at {mask.start}: {text[mask.start : mask.end]!r}")
        tokens.extend(_words(text, at, mask.start))
        if mask.flag == "TIME" and tokens and tokens[-1].end == mask.start:
            tokens[-1:] = _before_time(tokens[-1])
        tokens.append(Token(text[mask.start : mask.end], mask.flag, mask.start, mask.end, mask.ref))
        at = mask.end
    tokens.extend(_words(text, at, end))
    return tokens


def _before_time(token: Token) -> list[Token]:
    """产量|比|上年, 人数|比|2020年: a comparison, no noun 产量比."""
    stem = token.text.removesuffix(RATIO)
    if token.flag != "n" or stem == token.text or token.text in column_words().fixed_words:
        return [token]
    if word_cutter().cut(stem) != [(stem, "n")]:
        return [token]
    middle = token.end - len(RATIO)
    return [Token(stem, "n", token.start, middle), Token(RATIO, "p", middle, token.end)]


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    for run in RUNS.finditer(text, start, end):
        at = run.start()
        if run.lastgroup != "words":
            flag = "c" if run.group() in VERSUS else run.lastgroup or ""
            yield Token(run.group(), flag, at, run.end())
            continue
        for word, flag in _cut(run.group()):
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
    words = column_words()
    glued, after, two = words.glued_verbs, words.glued_words, words.two_words
    tagged: list[tuple[str, str]] = []
    for word, flag in word_cutter().cut(piece):
        verb = next((ending for ending in glued if word.endswith(ending)), "") if word.endswith(glued) else ""
        noun = word[: -len(verb)] if verb else ""
        if verb and len(noun) >= len(verb) and word not in words.growth:
            tagged += [(noun, "n"), (verb, "v")]
        elif len(word) == 2 and word[0] in MEASURE_ENDS and word[1] in after:
            tagged += [(word[0], "n"), (word[1], after[word[1]])]  # 互认率|仅|32%
        elif len(word) > 2 and flag[0] in "zlix" and word[-1] in ABOUT:
            tagged += [*word_cutter().cut(word[:-1]), (word[-1], "d")]  # 层厚|约|3米
        elif word in two:
            tagged += list(zip(word, two[word], strict=True))
        elif (flag == "v" and word in SUFFIX_NOUNS) or (
            flag in ("zg", "ns") and word in words.noun_units  # 县, 城市
        ):
            tagged.append((word, "n"))
        else:
            tagged.append((word, flag))
    return _with_ratios(_recut(tagged))


def _recut(tagged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """病例|组|合并|高血压, 满意度|得分|为3.4: pairs of words that jieba parts in the wrong place (组合|并, 得|分为)."""
    pairs = column_words().recut
    for k in range(len(tagged) - 1, 0, -1):
        words = pairs.get(f"{tagged[k - 1][0]}|{tagged[k][0]}")
        if words is not None:
            tagged[k - 1 : k + 1] = [(text, flag) for text, flag in words.items()]
    return tagged


def _with_ratios(tagged: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """水胶|比|由, 收入|比|为: 比 before a word of level or change ends a noun."""
    after = column_words().after_ratio_noun
    for k in range(len(tagged) - 2, 0, -1):
        if tagged[k][0] == RATIO and tagged[k + 1][0] in after and tagged[k - 1][1] in RATIO_AFTER:
            tagged[k - 1 : k + 1] = [(tagged[k - 1][0] + RATIO, "n")]
    return tagged


def parts_from(head: str, rest: str) -> bool:
    """Whether ``head`` is a word of its own before ``rest``: 高|风险通道, 深|基坑; not 高|速公路, 高|清大屏, 中|学."""
    whole, own = tokenise(head + rest, []), tokenise(rest, [])
    if len(rest) < 2 or not own:
        return False
    parted = len(head) in accumulate(len(token.text) for token in whole)
    return parted or (len(own[0].text) > 1 and whole[0].text == head + own[0].text)
