"""Chinese words with their parts of speech, as jieba cuts them. The only module that knows jieba.

Dictionary, model and results are jieba's (a test compares them). They are computed here because that is about three times as
fast, and because jieba keeps a cache file of its dictionary: here nothing is written, and no file that another program or
process left in the temporary directory can change a result.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from math import log
from pathlib import Path
from typing import Any

from suyuan.language import language_table

# what jieba looks up in its dictionary, and what its model then takes for Chinese, a number, Latin letters or neither
BLOCK = re.compile("[\u4e00-\u9fd5a-zA-Z0-9+#&._]+")
PARTS = re.compile("(?P<han>[\u4e00-\u9fd5]+)|(?P<m>[.0-9]+)|(?P<eng>[a-zA-Z0-9]+)|(?P<x>[+#&_]+)")
NEVER = float("-inf")
NOT_SEEN = -3.14e100  # log probability of a character that the model does not know in a state
UNKNOWN = "x"

State = tuple[str, str]  # position in the word (B, M, E, S), part of speech


@dataclass(frozen=True, slots=True)
class Model:
    """jieba's hidden Markov model; log probabilities. Its states are numbered in their order."""

    names: tuple[State, ...]
    known: dict[str, tuple[int, ...]]  # states that a character can be in
    start: tuple[float, ...]
    transitions: tuple[dict[int, float], ...]
    emissions: tuple[dict[str, float], ...]

    @classmethod
    def of(cls, folder: Path) -> Model:
        """The tables in jieba's folder ``posseg``; that package itself reads the whole dictionary when it is imported."""
        tables = ("char_state_tab", "prob_start", "prob_trans", "prob_emit")
        known, start, transitions, emissions = (_table(folder / f"{name}.py") for name in tables)
        names: list[State] = sorted(transitions)
        number = {state: i for i, state in enumerate(names)}
        return cls(
            tuple(names),
            {char: tuple(sorted(number[state] for state in states)) for char, states in known.items()},
            tuple(start[state] for state in names),
            tuple({number[to]: p for to, p in transitions[state].items()} for state in names),
            tuple(emissions[state] for state in names),
        )

    def states(self, text: str) -> list[State]:
        """Most probable states of the characters (Viterbi); of equally probable ones the greater, as jieba has it."""
        every = range(len(self.names))
        char = text[0]
        now = {s: self.start[s] + self.emissions[s].get(char, NOT_SEEN) for s in self.known.get(char, every)}
        came: list[dict[int, int]] = []
        for char in text[1:]:
            before = [
                (state, p, self.transitions[state]) for state, p in now.items() if self.transitions[state]
            ]
            now, origin = self._onward(before, char, self.known.get(char, every))
            if not now:
                now, origin = self._onward(before, char, every)
            if not now:
                now, origin = dict.fromkeys(every, NEVER), dict.fromkeys(every, before[-1][0])
            came.append(origin)
        way = [max((probability, state) for state, probability in now.items())[1]]
        for origin in reversed(came):
            way.append(origin[way[-1]])
        return [self.names[state] for state in reversed(way)]

    def _onward(
        self, before: Sequence[tuple[int, float, Mapping[int, float]]], char: str, states: Iterable[int]
    ) -> tuple[dict[int, float], dict[int, int]]:
        """For each of ``states`` that can follow: its probability with ``char``, and the state before it.

        ``before``: the states before in their order, with their probabilities and where they can lead.
        """
        now: dict[int, float] = {}
        origin: dict[int, int] = {}
        for state in states:
            seen = self.emissions[state].get(char, NOT_SEEN)
            best = NEVER
            for earlier, probability, onward in before:
                if state in onward:
                    chance = probability + onward[state] + seen
                    if chance >= best:  # of equally probable ones the greater
                        now[state] = best = chance
                        origin[state] = earlier
        return now, origin


class Cutter:
    """jieba's tokenizer with words added."""

    def __init__(self, added: Mapping[str, str]) -> None:
        """``added``: word -> part of speech."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            import jieba
        tokenizer = jieba.Tokenizer()
        with tokenizer.get_dict_file() as file:
            fields = file.read().decode("utf-8").split()  # word, frequency, part of speech
        tokenizer.FREQ, tokenizer.total = _frequencies(fields)
        tokenizer.initialized = True  # else it would write a cache file
        for word, flag in added.items():
            tokenizer.add_word(word, None, flag)
        self._frequency: dict[str, int] = tokenizer.FREQ
        self._total = log(tokenizer.total)
        self._flags = dict(zip(fields[::3], fields[2::3], strict=True))
        self._flags.update(added)
        self._model = Model.of(Path(jieba.__file__).parent / "posseg")
        self._unseen = lru_cache(maxsize=4096)(self._by_model)

    def knows(self, word: str) -> bool:
        """Whether the dictionary has this word of two characters or more (single characters are all in it)."""
        return len(word) > 1 and bool(self._frequency.get(word))

    def frequency(self, word: str) -> int:
        """How often the dictionary has seen the word, 0 for one that it lacks."""
        return self._frequency.get(word, 0)

    def cut(self, piece: str) -> list[tuple[str, str]]:
        """Words of a run of characters without blanks, with their parts of speech; together they are the run."""
        found: list[tuple[str, str]] = []
        at = 0
        for match in BLOCK.finditer(piece):
            found += [(char, UNKNOWN) for char in piece[at : match.start()]]
            found += self._cut_block(match.group())
            at = match.end()
        return [*found, *((char, UNKNOWN) for char in piece[at:])]

    def _cut_block(self, text: str) -> list[tuple[str, str]]:
        """The most probable way through the words of the dictionary; what no word covers is left to the model."""
        frequency, flags = self._frequency, self._flags
        found: list[tuple[str, str]] = []
        single = ""  # characters that stand alone, side by side
        at = 0
        for end in [*self._route(text), 0]:
            word = text[at:end]
            if len(word) == 1:
                single += word
            else:
                if len(single) > 1 and not frequency.get(single):
                    found += self._unseen(single)
                elif single:
                    found += [(char, flags.get(char, UNKNOWN)) for char in single]
                single = ""
                if word:
                    found.append((word, flags.get(word, UNKNOWN)))
            at = end
        return found

    def _route(self, text: str) -> list[int]:
        """Ends of the words of the most probable way."""
        frequency, total = self._frequency, self._total
        length = len(text)
        best = [0.0] * (length + 1)  # log probability from each position to the end
        ends = [0] * length
        for start in range(length - 1, -1, -1):
            chosen, probability = start + 1, NEVER
            for end in range(start + 1, length + 1):
                times = frequency.get(text[start:end])
                if times is None:  # no word begins so
                    break
                if times:
                    here = log(times) - total + best[end]
                    if here >= probability:
                        chosen, probability = end, here
            best[start] = probability if probability > NEVER else best[chosen] - total
            ends[start] = chosen
        way: list[int] = []
        at = 0
        while at < length:
            at = ends[at]
            way.append(at)
        return way

    def _by_model(self, text: str) -> list[tuple[str, str]]:
        """Words of characters that the dictionary does not join."""
        found: list[tuple[str, str]] = []
        for part in PARTS.finditer(text):
            kind = part.lastgroup
            found += self._cut_han(part.group()) if kind == "han" else [(part.group(), kind or UNKNOWN)]
        return found

    def _cut_han(self, text: str) -> list[tuple[str, str]]:
        """Words of Chinese characters by jieba's hidden Markov model."""
        states = self._model.states(text)
        found: list[tuple[str, str]] = []
        begin = done = 0
        for at, (position, flag) in enumerate(states):
            if position == "B":
                begin = at
            elif position in "ES":
                found.append((text[begin if position == "E" else at : at + 1], flag))
                done = at + 1
        if done < len(text):
            found.append((text[done:], states[done][1]))
        return found


def _table(file: Path) -> Any:
    spec = spec_from_file_location(f"suyuan_jieba_{file.stem}", file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{file}: no Python file; install jieba as requirements.txt has it")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.P


def _frequencies(fields: list[str]) -> tuple[dict[str, int], int]:
    """Frequency of each word, 0 for what only begins one; and the sum."""
    words, counts = fields[::3], list(map(int, fields[1::3]))
    frequencies: dict[str, int] = {}
    longer, length = words, 1
    while longer := [word for word in longer if len(word) > length]:
        frequencies.update(dict.fromkeys([word[:length] for word in longer], 0))
        length += 1
    frequencies.update(zip(words, counts, strict=True))
    return frequencies, sum(counts)


@cache
def domain_words() -> dict[str, str]:
    """Words of domain_words.yaml that jieba's dictionary lacks or tags otherwise -> part of speech."""
    return {word: flag for flag, words in language_table("domain_words.yaml").items() for word in words}


@cache
def word_cutter() -> Cutter:
    """The dictionary with our words, loaded on first use."""
    return Cutter(domain_words())
