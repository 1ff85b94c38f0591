"""Chinese words with their parts of speech, as jieba cuts them. The only module that knows jieba.

Dictionary, model and results are jieba's (a test compares them). They are computed here because that is about three times as
fast, and because jieba keeps a cache file of its dictionary: here nothing is written, and no file that another program or
process left in the temporary directory can change a result.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from math import log
from pathlib import Path
from typing import Any, NamedTuple

from suyuan.language import language_table

# what jieba looks up in its dictionary, and what its model then takes for Chinese, a number, Latin letters or neither
BLOCK = re.compile("[\u4e00-\u9fd5a-zA-Z0-9+#&._]+")
PARTS = re.compile("(?P<han>[\u4e00-\u9fd5]+)|(?P<m>[.0-9]+)|(?P<eng>[a-zA-Z0-9]+)|(?P<x>[+#&_]+)")
NEVER = float("-inf")
NOT_SEEN = -3.14e100  # log probability of a character that the model does not know in a state
POSSIBLE = -1e100  # a way through what was never seen lies below this, every other above it
UNKNOWN = "x"
STARTS = "BS"  # positions where a word begins; they follow those where one is at its end (E, S), the others B and M

State = tuple[str, str]  # position in the word (B, M, E, S), part of speech


class Emitted(NamedTuple):
    """The states that a character may be in, with its probability in each: those that begin a word, and the others."""

    starting: tuple[tuple[int, float], ...]
    going_on: dict[int, float]


@dataclass(frozen=True, slots=True)
class Model:
    """jieba's hidden Markov model; log probabilities. Its states are numbered in their order."""

    names: tuple[State, ...]
    known: dict[str, tuple[int, ...]]  # states that a character can be in
    start: tuple[float, ...]
    emissions: tuple[dict[str, float], ...]
    # of each state that a word goes on after: to which states
    onward: tuple[tuple[tuple[int, float], ...], ...]
    starts: tuple[dict[int, float], ...]  # into each state that begins a word: from which states
    met: dict[tuple[str, bool], Emitted]  # what :meth:`_emitted` has answered

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
            tuple(emissions[state] for state in names),
            tuple(
                tuple((number[to], p) for to, p in transitions[state].items() if to[0] not in STARTS)
                for state in names
            ),
            tuple(
                {
                    number[before]: transitions[before][state]
                    for before in names
                    if state in transitions[before]
                }
                if state[0] in STARTS
                else {}
                for state in names
            ),
            {},
        )

    def states(self, text: str) -> list[State]:
        """Most probable states of the characters (Viterbi); of equally probable ones the greater, as jieba has it."""
        way = self._way(text, POSSIBLE) or self._way(text, NEVER)
        return [self.names[state] for state in way]

    def _way(self, text: str, least: float) -> list[int]:
        """The most probable way, of those that are more probable than ``least`` all along; [] if there is none."""
        first = self._emitted(text[0])
        now = {
            state: chance
            for state, seen in (*first.starting, *first.going_on.items())
            if (chance := self.start[state] + seen) > least
        }
        came: list[dict[int, int]] = []
        for char in text[1:]:
            before = now
            now, origin = self._onward(before, self._emitted(char), least)
            if not now and least == NEVER:
                now, origin = self._onward(before, self._emitted(char, every=True), least)
            came.append(origin)
        if not now:
            return []
        way = [max((probability, state) for state, probability in now.items())[1]]
        for origin in reversed(came):
            way.append(origin[way[-1]])
        return way[::-1]

    def _emitted(self, char: str, every: bool = False) -> Emitted:
        """The states that the model knows the character in, or ``every`` one, as for a character that it does not know."""
        emitted = self.met.get((char, every))
        if emitted is None:
            all_states = range(len(self.names))
            seen = {
                state: self.emissions[state].get(char, NOT_SEEN)
                for state in (all_states if every else self.known.get(char, all_states))
            }
            starting = tuple((state, p) for state, p in seen.items() if self.names[state][0] in STARTS)
            emitted = Emitted(starting, {s: p for s, p in seen.items() if self.names[s][0] not in STARTS})
            self.met[char, every] = emitted
        return emitted

    def _onward(
        self, before: Mapping[int, float], emitted: Emitted, least: float
    ) -> tuple[dict[int, float], dict[int, int]]:
        """For each state of a character that can follow: its probability with the character, and the state before it.

        ``before``: the probabilities of the states before.
        """
        best: dict[int, tuple[float, int]] = {}  # of equally probable ones the greater
        for earlier, probability in before.items():
            for state, p in self.onward[earlier]:
                seen = emitted.going_on.get(state)
                if seen is not None:
                    chance = (probability + p + seen, earlier)
                    if state not in best or chance > best[state]:
                        best[state] = chance
        ends = [(state, p) for state, p in before.items() if not self.onward[state]]
        for state, seen in emitted.starting if ends else ():
            into = self.starts[state]
            chances = [(p + into[earlier] + seen, earlier) for earlier, p in ends if earlier in into]
            if chances:
                best[state] = max(chances)
        now = {state: chance for state, (chance, _) in best.items() if chance > least}
        return now, {state: best[state][1] for state in now}


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
        if BLOCK.fullmatch(piece):  # as nearly all are
            return self._cut_block(piece)
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
        if len(text) == 1:
            return [(text, flags.get(text, UNKNOWN))]
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
        get, total = self._frequency.get, self._total
        length = len(text)
        best = [0.0] * (length + 1)  # log probability from each position to the end
        ends = [0] * length
        for start in range(length - 1, -1, -1):
            chosen, probability = start + 1, NEVER
            end, times = start + 1, get(text[start])
            while times is not None:  # else no word begins so
                if times:
                    here = log(times) - total + best[end]
                    if here >= probability:
                        chosen, probability = end, here
                if end == length:
                    break
                end += 1
                times = get(text[start:end])
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
