"""Damage done to PDFs, at random but the same for the same number."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable, Sequence

OBJECT = re.compile(rb"\b\d+ 0 obj\b.*?endobj", re.S)
NUMBER = re.compile(rb"(?<![\w.#])-?\d+(?:\.\d+)?(?![\w.])")
NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]*")
REFERENCE = re.compile(rb"\b\d+ 0 R\b")
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)
NUMBERS = (
    b"0", b"-1", b"1", b"2", b"255", b"256", b"65535", b"65536", b"2147483647", b"-2147483648", b"4294967296",
    b"99999999999999999999", b"1e30", b"0.0000001", b"-0.5", b"1000000", b"NaN",
)  # fmt: skip
PIECE = 400  # bytes moved at once, at most

Mutation = Callable[[bytes, random.Random, bytes], bytes]


def mutate(seeds: Sequence[bytes], number: int) -> bytes:
    """The ``number``-th damaged file made of ``seeds``: one to four kinds of damage done to one of them."""
    rng = random.Random(number)
    data, other = rng.choice(seeds), rng.choice(seeds)
    for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 4))):
        data = rng.choice(MUTATIONS)(data, rng, other)
    return data


def flip(data: bytes, rng: random.Random, other: bytes) -> bytes:
    """Some bytes have other values."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 3, 10, 50))):
        if out:
            out[rng.randrange(len(out))] = rng.randrange(256)
    return bytes(out)


def cut_end(data: bytes, rng: random.Random, other: bytes) -> bytes:
    """The end is missing; half of the time its last lines are there all the same."""
    end = data[data.rfind(b"startxref") :] if rng.random() < 0.5 else b""
    return data[: rng.randrange(len(data) + 1)] + end


def cut_out(data: bytes, rng: random.Random, other: bytes) -> bytes:
    """A piece is missing."""
    start = rng.randrange(len(data) + 1)
    return data[:start] + data[start + rng.randrange(1, PIECE) :]


def splice(data: bytes, rng: random.Random, other: bytes) -> bytes:
    """A piece of another file stands in it."""
    at, start = rng.randrange(len(data) + 1), rng.randrange(len(other) + 1)
    return data[:at] + other[start : start + rng.randrange(1, 4 * PIECE)] + data[at:]


def double_object(data: bytes, rng: random.Random, other: bytes) -> bytes:
    """An object of this file or of another stands there twice, or under the number of another object."""
    source = list(OBJECT.finditer(rng.choice((data, other))))
    target = list(OBJECT.finditer(data))
    if not source or not target:
        return data
    body, place = rng.choice(source).group(), rng.choice(target)
    if rng.random() < 0.6:
        body = re.sub(rb"^\d+", place.group().split(b" ", 1)[0], body, count=1)
    if rng.random() < 0.5:
        return data[: place.start()] + body + data[place.end() :]
    return data[: place.start()] + body + b"\n" + data[place.start() :]


def other_number(data: bytes, rng: random.Random, other: bytes) -> bytes:
    """Numbers between the streams are others, often too large."""
    return _replaced(data, NUMBER, lambda _: rng.choice(NUMBERS), rng, rng.choice((1, 1, 3, 10)))


def other_name(data: bytes, rng: random.Random, other: bytes) -> bytes:
    """Names are exchanged for others of the same file."""
    names = NAME.findall(data)[:5000]
    return _replaced(data, NAME, lambda _: rng.choice(names), rng, rng.choice((1, 3)))


def other_reference(data: bytes, rng: random.Random, other: bytes) -> bytes:
    """References lead elsewhere."""
    top = data.count(b" obj") + 2
    return _replaced(data, REFERENCE, lambda _: b"%d 0 R" % rng.randrange(top), rng, rng.choice((1, 2, 5)))


def inside_stream(data: bytes, rng: random.Random, other: bytes) -> bytes:
    """A deflated stream has damage inside, under the deflation."""
    streams = list(STREAM.finditer(data))
    rng.shuffle(streams)
    for found in streams:
        try:
            inner = zlib.decompress(found.group(1))
        except zlib.error:
            continue
        damage = rng.choice((flip, cut_out, splice, other_number, other_number, other_name, _repeat))
        packed = zlib.compress(damage(inner, rng, inner) if inner else inner)
        return data[: found.start(1)] + packed + data[found.end(1) :]
    return data


def _repeat(data: bytes, rng: random.Random, other: bytes) -> bytes:
    start = rng.randrange(len(data) + 1)
    piece = data[start : start + rng.randrange(1, PIECE)]
    return data[:start] + piece * rng.choice((2, 20, 500)) + data[start:]


def _replaced(
    data: bytes, what: re.Pattern[bytes], new: Callable[[bytes], bytes], rng: random.Random, times: int
) -> bytes:
    """Some of the places that ``what`` finds, in a window of the file that is chosen at random, are exchanged."""
    start = rng.randrange(len(data) + 1) if len(data) > 20_000 and rng.random() < 0.7 else 0
    found = list(what.finditer(data, start, start + 20_000))
    for place in sorted(rng.sample(found, min(times, len(found))), key=lambda m: -m.start()):
        data = data[: place.start()] + new(place.group()) + data[place.end() :]
    return data


MUTATIONS: tuple[Mutation, ...] = (
    flip, cut_end, cut_out, splice, double_object, other_number, other_number, other_name, other_reference,
    inside_stream, inside_stream, inside_stream, inside_stream,
)  # fmt: skip
